"""F5 to F8: what is known of the sources, how many pay, what it yields, and who else was asked."""

from __future__ import annotations

import pytest

from docgen.domain.scorecard.funders import payer_of
from tests.domain.scorecard.point_cases import PARTIES, YEARS, said

COSTS = PARTIES + "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 9, 2029: 9}}]}\n"
KNOWN = "voor: [P1], besluit: {orgaan: MT, datum: 2028-01-01}, voorwaarden: geen"


def source(number, more="", party="extern", status="beschikt", amounts="{2028: 5, 2029: 5}"):
    return f"{{id: F{number}, bron: Bron {number}, partij: {party}, aard: structureel, status: {status}, bedragen: {amounts}, {more}}}"


def sources(*rows):
    return COSTS + f"financiering: [{', '.join(rows)}]\n"


@pytest.mark.parametrize(
    ("rows", "state", "line"),
    [
        ([source(1, KNOWN)], "groen", "1 bron: posten 1, besluit 1, voorwaarden 1 van 1"),
        ([source(1, KNOWN), source(2, "vorm: natura, " + KNOWN.replace(", voorwaarden: geen", ""))], "groen", "2 bronnen: posten 2, besluit 2, voorwaarden 1 van 1"),
        ([source(1, KNOWN), source(2, KNOWN.replace(", datum: 2028-01-01", ""))], "oranje", "2 bronnen: posten 2, besluit 1, voorwaarden 2 van 2"),
        ([source(1, KNOWN.replace("voor: [P1], ", ""))], "rood", "1 bron: posten 0, besluit 1, voorwaarden 1 van 1; posten zonder bron: ‘Huur’"),
        ([source(1, KNOWN), source(2, status="idee"), source(3, amounts="{2027: 5}")], "groen", "1 bron: posten 1, besluit 1, voorwaarden 1 van 1"),
        ([], "rood", "er staan nog geen bronnen met een bedrag"),
    ],
)  # fmt: skip
def test_f5_asks_of_every_source_what_it_pays_who_decided_and_on_what_conditions(rows, state, line):
    assert said("F5", sources(*rows), YEARS) == (state, line)


@pytest.mark.parametrize(
    ("rows", "state", "line"),
    [
        ([source(1), source(2)], "groen", "elk jaar ten minste 2 financiers, waarvan 2 met geld"),
        ([source(1, "vorm: natura", "p"), source(2, "", "p"), source(3, "vorm: natura", "q")], "groen", "elk jaar ten minste 2 financiers, waarvan 1 met geld"),
        ([source(1, party="p"), source(2, party="p")], "rood", "elk jaar ten minste 1 financier, waarvan 1 met geld"),
        ([source(1), source(2, amounts="{2028: 5}")], "oranje", "elk jaar ten minste 1 financier, waarvan 1 met geld"),
        ([source(1), source(2, status="gevraagd")], "rood", "elk jaar ten minste 1 financier, waarvan 1 met geld"),
        ([source(1, status="gevraagd")], "rood", "in 2028 is van geen financier geld zeker"),
    ],
)  # fmt: skip
def test_f6_asks_two_certain_payers_in_every_year(rows, state, line):
    assert said("F6", sources(*rows), YEARS) == (state, line)


def test_money_from_outside_is_a_payer_for_each_source():
    assert payer_of({"id": "F1", "partij": "extern"}) != payer_of({"id": "F2", "partij": "extern"})
    assert payer_of({"id": "p", "partij": "extern"}) != payer_of({"id": "F2", "partij": "p"})
    assert payer_of({"id": "F1", "partij": "p"}) == payer_of({"id": "F2", "partij": "p"})


@pytest.mark.parametrize(
    ("fields", "state", "line"),
    [
        ("meerwaarde: M, baten: [{tekst: Minder zorg., bedrag: 2500}, {tekst: Meer duo's, aantal: 24, eenheid: duo's}]", "groen", "Minder zorg: € 2.500 per jaar; Meer duo’s: 24 duo’s per jaar"),
        ("meerwaarde: M, baten: [{tekst: Minder zorg}]", "oranje", "de meerwaarde is beschreven, nog zonder bedrag of aantal"),
        ("baten: [{tekst: Minder zorg, bedrag: 1}]", "rood", "er staat nog niet wat de meerwaarde is"),
    ],
)  # fmt: skip
def test_f7_asks_the_added_value_and_one_figure(fields, state, line):
    assert said("F7", f"interventie: {{naam: I, {fields}}}\n") == (state, line)


TOWN = YEARS.replace("titel: D", "titel: D, gemeente: p")


@pytest.mark.parametrize(
    ("rows", "state", "line"),
    [
        ([source(1, "gesprek: 2028-05-01", status="idee")], "groen", "gesproken met Bron 1 (1 mei 2028)"),
        ([source(1, "gesprek: 2027-05-01", status="idee")], "oranje", "nog een idee: Bron 1"),
        ([source(1, "gesprek: 2025-05-01", status="afgewezen"), source(2, status="idee")], "groen", "gesproken met Bron 1 (1 mei 2025): afgewezen; nog een idee: Bron 2"),
        ([source(1, status="gevraagd")], "oranje", "nog geen gesprek over: Bron 1"),
        ([source(1, "gesprek: 2028-05-01", "p", "gevraagd")], "rood", "er staat nog geen mogelijke mede-drager"),
        ([source(1, "gesprek: 2028-05-01", "q", "gevraagd"), source(2, "", "q")], "rood", "er staat nog geen mogelijke mede-drager"),
        ([source(1, "gesprek: 2028-05-01", "q", "gevraagd"), source(2, "", "q", amounts="{2027: 5}")], "groen", "gesproken met Bron 1 (1 mei 2028)"),
        ([source(1, status="afgewezen")], "oranje", "er is nog met niemand gesproken"),
    ],
)  # fmt: skip
def test_f8_asks_a_talk_with_someone_who_does_not_pay_yet(rows, state, line):
    assert said("F8", sources(*rows), TOWN) == (state, line)
