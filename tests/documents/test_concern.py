"""Before a document is made only what concerns it is told; `docgen check` tells the rest."""

from __future__ import annotations

import pytest

from docgen.documents.concern import concerning
from docgen.documents.request import requests_for
from docgen.dossier import check, loads
from tests.conftest import SAMPLE

TEXT = SAMPLE.read_text(encoding="utf-8")


def told(name, text=TEXT):
    dossier = loads(text.encode())
    return {problem.code for problem in concerning(dossier, requests_for(dossier, [name]), check(dossier))}


@pytest.mark.parametrize(
    ("name", "there", "absent"),
    [
        ("jaarplan", {"GEM-14", "VER-01", "FIN-04"}, {"OVK-01"}),  # who has not signed is no business of an annual plan
        ("overeenkomst", {"OVK-01", "VER-01", "FIN-04"}, {"GEM-14"}),
        ("geldstromenkaart", {"FIN-04", "GEM-16"}, {"VER-01", "OVK-01", "GEM-14"}),
        ("raadsbesluit", set(), {"VER-01", "OVK-01", "GEM-14", "FIN-04"}),
    ],
)
def test_a_document_is_told_what_is_about_the_parts_that_it_shows(name, there, absent):
    found = told(name)
    assert there <= found and not absent & found


def test_a_fault_concerns_every_document():
    assert "DAT-01" not in told(
        "raadsbesluit", TEXT.replace("laatste_contact: 2026-11-05", "laatste_contact: 2029-11-05")
    )
    assert "UUR-01" in told("raadsbesluit", TEXT.replace("uren: 110\n", "uren: 109\n"))


def test_what_stands_in_a_part_that_no_document_names_concerns_all():
    late = TEXT.replace("geldig_tot: 2029-12-31", "geldig_tot: 2032-01-01")
    assert "AFW-05" in told("borgingscheck", late)
    assert "NAM-01" in told(
        "jaarplan", TEXT.replace("organisatie:\n  naam: gemeente M", "organisatie:\n  naam: gemeente N")
    )
