"""What a template gets beside the dossier and its tables."""

from __future__ import annotations

import pytest

from docgen.documents.request import parse_request
from docgen.documents.variables import report_variables
from docgen.dossier import loads
from tests.conftest import SAMPLE


def variables(dossier, name, draft=False, earlier=None):
    return report_variables(parse_request(dossier, name), dossier.data, dossier, draft, earlier)


@pytest.fixture
def earlier(library):
    """The sample of half a year before, with one goal less sure."""
    text = SAMPLE.read_text(encoding="utf-8").replace("peildatum: 2027-03-15", "peildatum: 2026-09-15", 1)
    return loads(text.replace("2030: 119520", "2030: 100000", 1).encode(), "oud.yaml", library)


def test_a_template_knows_which_document_it_fills_and_whether_that_is_a_draft(sample):
    assert variables(sample, "overdracht:bestuur@wijkcoordinator", draft=True) == {
        "document": {
            "type": "overdracht", "titel": "Overdracht voor het bestuur", "variant": "bestuur", "rol": "wijkcoordinator", "openbaar": True,
        },
        "concept": True,
        "vergelijking": None,
    }  # fmt: skip


def test_only_a_report_knows_what_the_rules_find_and_only_the_plan_the_worksheet(sample):
    extra = {name: set(variables(sample, name)) - {"document", "concept", "vergelijking"} for name in NAMES}
    assert extra == {
        "jaarplan": set(),
        "borgingscheck": {"oordeel"},
        "borgingsplan": {"oordeel", "werkblad", "checklists"},
    }


NAMES = ("jaarplan", "borgingscheck", "borgingsplan")


def test_beside_an_earlier_version_a_document_that_compares_knows_what_moved(sample, earlier):
    moved = variables(sample, "voortgang", earlier=earlier)["vergelijking"]
    assert [(row["wat"], row["toen"], row["nu"]) for row in moved["regels"] if row["wat"].startswith("Dekking 20")] == [
        ("Dekking 2030", "€\N{NO-BREAK SPACE}319.480", "€\N{NO-BREAK SPACE}339.000"),
    ]  # fmt: skip
    other = variables(sample, "jaarplan", earlier=earlier)
    assert other["vergelijking"] is None and "oordeel" not in other
    assert variables(sample, "voortgang")["vergelijking"] is None
