"""Which optional clauses are on, and what is said about personal data."""

from __future__ import annotations

import pytest

from docgen.domain.agreement.clauses import (
    CLAUSES,
    clauses_on,
    responsibility,
    shares_personal_data,
)
from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import full
from tests.conftest import ROOT

BARE = "overeenkomst: {titel: T, ingang: 2028-01-01%s}\n"


def test_a_clause_that_nobody_asked_for_is_off():
    assert clauses_on(full(BARE % "")) == []
    assert clauses_on(full("jaarplan: {jaar: 2028}\n")) == []


@pytest.mark.parametrize(
    ("written", "titles"),
    [
        ("geen_maatschap: true", ["geen maatschap"]),
        ("geen_maatschap: false", []),
        ("betaling: Aa betaalt in mei.", ["betaling"]),
        ("opzegging: {termijn_maanden: 6}", []),
        ("opzegging: {termijn_maanden: 6, niet_voor: 2029-12-31}", ["uittreden"]),
        ("tekortkoming: {hersteltermijn_weken: 6}", ["tekortkoming en ontbinding"]),
        (
            "tekortkoming: {hersteltermijn_weken: 6, overmacht_weken: 8}",
            ["tekortkoming en ontbinding", "overmacht"],
        ),
        ("juridische_toets: {opdracht: true}", []),
    ],
)
def test_a_clause_is_on_when_one_of_its_fields_is_filled_in(written, titles):
    assert clauses_on(full(BARE % f", {written}")) == titles


def test_every_clause_is_on_in_one_sample_and_off_in_another():
    found = []
    for path in sorted((ROOT / "samples").glob("*.yaml")):
        dossier = load(path)
        found.append(set(clauses_on(fill_defaults(dossier.data, dossier.library.schema.root))))
    assert set.union(*found) == set(CLAUSES) and set.intersection(*found) == set()


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("", None),
        (", juridische_toets: {gezamenlijk_verwerken: true}", "gezamenlijk"),
        (", juridische_toets: {gezamenlijk_verwerken: false}", None),
        (", privacy: {verdeling: ieder_eigen}, juridische_toets: {gezamenlijk_verwerken: true}", "ieder_eigen"),
    ],
)
def test_what_the_agreement_says_of_responsibility_goes_before_what_the_lawyer_was_told(written, who):
    assert responsibility(full(BARE % written)) == who


@pytest.mark.parametrize(("said", "is_shared"), [("alleen met toestemming", True), ("Geen.", False), ("nooit", False)])
def test_who_writes_that_nothing_is_shared_shares_nothing(said, is_shared):
    assert shares_personal_data(full(BARE % f", privacy: {{herleidbare_gegevens: {said}}}")) is is_shared
