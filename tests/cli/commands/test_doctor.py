"""`docgen doctor` as a user meets it."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.office


def test_every_line_says_how_it_is_and_the_code_is_0_when_docgen_works(office, docgen):
    run = docgen("doctor")
    assert run.code == 0 and all(line[:6].strip() in ("goed", "let op", "") for line in run.out.splitlines())
    for subject in ("Python", "pakketten", "LibreOffice", "lettertypen", "afbreken", "deze map", "terminal"):
        assert f"  {subject} " in run.out
    assert max(map(len, run.out.splitlines())) <= 110


def test_another_program_gets_the_same_as_json(office, docgen):
    rows = json.loads(docgen("doctor", "--json").out)
    assert {"subject", "state", "seen", "remedy"} == set(rows[0]) and len(rows) > 10


def test_without_libreoffice_it_works_and_says_what_is_missing(docgen):
    run = docgen("doctor", env={"DOCGEN_SOFFICE": "/nergens"})
    assert run.code == 0 and "let op  LibreOffice" in run.out and "Traceback" not in run.err
