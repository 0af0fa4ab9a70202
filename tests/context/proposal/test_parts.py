"""What a council proposal tells, in words and rows."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.context.proposal import parts
from tests.complete_dossier import NBSP, full
from tests.context.municipal.municipal_sample import sample

WITH = "raadsvoorstel: {{onderwerp: O, raadsvergadering: 2028-06-01, beslispunten: [{{nr: 1, tekst: Te doen.}}], {}}}\n"


def plain(text):
    return text.replace(NBSP, " ")


def test_three_reasons_stand_in_the_proposal_or_two_when_it_gets_too_long():
    dossier = full("waarom_doorgaan: [a, b, c, d]\n")
    assert parts.reasons(dossier, False) == (["a", "b", "c"], ["d"])
    assert parts.reasons(dossier, True) == (["a", "b"], ["c", "d"])


def test_goals_of_the_borging_come_last_and_a_goal_stands_at_its_last_measurement():
    here, there = parts.goal_rows(sample("wijkkracht-spoordijk"), True)
    assert [(plain(row["nu"]), row["streven"], row["bij_de_start"]) for row in here] == [
        ("271 (1 maart 2027)", "450", "260 (2026)"),
        ("66% (2024)", "70%", "66% (2024)"),
        ("74 (2026)", "120", "74 (2026)"),
    ]
    assert [row["soort"] for row in there] == ["borging", "borging"]


def test_a_goal_without_a_figure_says_none():
    ((goal,), _) = parts.goal_rows(full("doelen: [{id: D1, tekst: Meer doen mee.}]\n"), False)
    assert (goal["nu"], goal["streven"]) == (None, None)


def test_the_first_three_milestones_after_the_meeting_and_the_last_are_told_without_reviews():
    assert [(row["datum"], row["tekst"]) for row in parts.milestones(sample("wijkkracht-spoordijk"))] == [
        (date(2027, 9, 30), "Overeenkomst getekend door zeven partijen"),
        (date(2028, 1, 1), "Start structurele uitvoering"),
        (date(2028, 7, 1), "Alle kerntaken hebben getrainde vervanger"),
        (date(2031, 6, 26), "Besluit over verlenging na 2031"),
    ]


def test_why_now_is_what_ends_before_the_money_that_is_asked_begins():
    assert plain(parts.occasion(sample("wijkkracht-spoordijk"))) == (
        "‘Tijdelijke rijksregeling wijkgezondheid’ loopt tot en met 31 december 2027. Daarom vragen wij de raad nu om een besluit "
        "over de jaren vanaf 2028."
    )
    assert parts.occasion(sample("wijkkracht-spoordijk", F12={"vervolg": ["F03"]})) == ""


def test_policy_that_does_not_hold_the_approach_yet_is_not_told():
    assert parts.policy(sample("wijkkracht-spoordijk")) == ["‘Gezondheidsnota 2026–2029’, hoofdstuk 4"]


def test_of_earlier_decisions_only_those_of_the_council_are_told():
    rows = (
        "besluitvorming: [{id: B1, niveau: besluit, orgaan: gemeenteraad, besluit: Proef begonnen, datum: 2027-01-01, status: genomen}, "
        "{id: B2, niveau: besluit, orgaan: college van B en W, besluit: Raadsvoorstel, datum: 2028-03-01, status: genomen}, "
        "{id: B3, niveau: besluit, orgaan: gemeenteraad, besluit: Later, datum: 2028-07-01, status: gepland}]\n"
    )
    assert [row["besluit"] for row in parts.decided_by_council(full(WITH.format("nummer: a") + rows))] == [
        "Proef begonnen"
    ]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("budgetrecht en kaderstelling", "het budgetrecht en de kaderstelling"),
        ("het budgetrecht en de kaderstelling", "het budgetrecht en de kaderstelling"),
        ("de controlerende taak.", "de controlerende taak"),
    ],
)
def test_what_the_proposal_falls_under_has_its_article(given, told):
    assert parts.authority(full(WITH.format(f"soort_bevoegdheid: {given}"))) == told


@pytest.mark.parametrize("given", ["Samenleving", "commissie Samenleving", "Raadscommissie Samenleving"])
def test_a_committee_is_called_without_that_word(given):
    assert parts.committee(full(WITH.format(f"commissie: {{naam: {given}}}"))) == "Samenleving"


def test_what_follows_is_told_in_sentences():
    told = [*parts.what_follows(sample("wijkkracht-spoordijk"), "bijlage 6")]
    assert told == [
        "De uitvoering is de taak van de wijkcoördinator van de gemeente.",
        "Tot 10% van het activiteitenbudget mag verschuiven zonder nieuw besluit.",
        "Een externe partij evalueert de aanpak in 2029 en 2031.",
        "Bijlage 6 noemt wat niet bij de aanpak hoort.",
    ]


def test_an_annex_that_the_writer_names_by_its_title_gets_its_number():
    places = {"Kosten en dekking van het programma": "bijlage 3"}
    found = [
        row["tekst"] for punt in parts.points(sample("wijkkracht-spoordijk"), places) for row in punt["argumenten"]
    ]
    assert "Bijlage 3 noemt wat elke partij inbrengt." in found


NOTES = 'argumenten: [{nr: "1.10", kop: Tien.}, {nr: "1.2", kop: Twee.}]'


def test_a_decision_point_has_its_own_arguments_in_order_of_their_number():
    (point,) = parts.decision_points(full(WITH.format(NOTES)))
    assert [note["nr"] for note in point["argumenten"]] == ["1.2", "1.10"]
    assert point["kanttekeningen"] == []
