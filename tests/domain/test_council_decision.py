"""What the council decided: which decision points hold after the amendments."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.domain.council_decision import (
    changed_points,
    decided_points,
    decision_day,
    is_adopted,
    outcome,
    points_in_force,
    untouched_points,
)
from docgen.domain.organs import is_council
from tests.complete_dossier import full

PROPOSAL = """
begroting: {posten: [], reserves: [{id: R1, naam: Reserve, toevoegingen: {2028: 1}}]}
financiering:
  - {id: F1, bron: A, partij: extern, aard: structureel, status: gevraagd, bedragen: {2028: 1}}
  - {id: F2, bron: B, partij: extern, aard: structureel, status: gevraagd, bedragen: {2028: 1}}
raadsvoorstel:
  onderwerp: O
  raadsvergadering: 2028-06-01
  beslispunten:
    - {nr: 1, tekst: Een., financiering: [F1]}
    - {nr: 2, tekst: Twee., financiering: [F1], reserves: [R1]}
    - {nr: 3, tekst: Drie.}
"""
DECISION = """
  uitslag:
    uitkomst: gewijzigd aangenomen
    datum: 2028-06-08
    amendementen:
      - {nummer: A1, uitkomst: aangenomen, beslispunten: [{nr: 2, tekst: Anders., financiering: [F2]}, {nr: 5, tekst: Vijf.}]}
      - {nummer: A2, uitkomst: verworpen, beslispunten: [{nr: 1, tekst: Nooit.}]}
      - {nummer: A3, uitkomst: aangenomen, beslispunten: [{nr: 3, vervalt: true}, {nr: 4, tekst: Vier.}]}
"""


def test_before_the_meeting_the_points_are_those_of_the_proposal():
    dossier = full(PROPOSAL)
    assert outcome(dossier) is None and not is_adopted(dossier) and changed_points(dossier) == {}
    assert [(point["nr"], point["tekst"]) for point in points_in_force(dossier)] == [
        (1, "Een."),
        (2, "Twee."),
        (3, "Drie."),
    ]
    assert [i for i, _ in untouched_points(dossier)] == [0, 1, 2]
    assert decision_day(dossier) == date(2028, 6, 1)


def test_what_an_accepted_amendment_changes_drops_or_adds_holds_and_a_rejected_one_does_nothing():
    dossier = full(PROPOSAL + DECISION)
    told = [(point["nr"], point["tekst"], point["wijziging"], point["amendement"]) for point in decided_points(dossier)]
    assert told == [
        (1, "Een.", "ongewijzigd", None),
        (2, "Anders.", "gewijzigd", "A1"),
        (3, "Drie.", "vervallen", "A3"),
        (4, "Vier.", "nieuw", "A3"),
        (5, "Vijf.", "nieuw", "A1"),
    ]
    assert [point["nr"] for point in points_in_force(dossier)] == [1, 2, 4, 5]
    assert [i for i, _ in untouched_points(dossier)] == [0]
    assert decision_day(dossier) == date(2028, 6, 8)


def test_an_amended_point_keeps_the_money_of_the_proposal_until_the_amendment_names_other():
    point = decided_points(full(PROPOSAL + DECISION))[1]
    assert (point["financiering"], point["reserves"]) == (["F2"], ["R1"])


@pytest.mark.parametrize(
    ("result", "adopted"),
    [("aangenomen", True), ("gewijzigd aangenomen", True), ("verworpen", False), ("aangehouden", False)],
)
def test_adopted_is_adopted_changed_or_not(result, adopted):
    assert is_adopted(full(f"{PROPOSAL}  uitslag: {{uitkomst: {result}}}\n")) == adopted


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        ("gemeenteraad", True), ("De Raad", True), ("raad van de gemeente Merenbroek", True), (" gemeenteraad van Brinkhaven ", True),
        ("raad van bestuur", False), ("Raad van Toezicht", False), ("raad van commissarissen", False), ("college", False), (None, False),
    ],
)  # fmt: skip
def test_a_council_is_that_of_a_municipality_and_no_board(body, is_one):
    assert is_council(body) == is_one
