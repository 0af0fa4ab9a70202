"""`docgen preview` before it draws anything; what it draws is in tests/documents/test_preview.py."""

from __future__ import annotations


def test_a_dossier_that_is_not_there_and_a_document_that_is_none_are_told(docgen, tmp_path):
    missing = docgen("preview", "weg.yaml")
    assert missing.code == 2 and "weg.yaml" in missing.err and "Traceback" not in missing.err
    assert not (tmp_path / "voorbeeld").exists()


def test_its_help_says_what_it_asks_for(docgen):
    told = docgen("preview", "--help").out
    assert "Vraagt LibreOffice" in told and "--watch" in told
