"""How a programme stands on its reference date."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.context import builder, progress
from docgen.documents.production import render
from tests.complete_dossier import MONEY, NBSP, full, rows_of


@pytest.mark.parametrize(
    ("goal", "state"),
    [
        ("nulmeting: {waarde: 10}, streefwaarde: 20", "niet gemeten"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-07-01, waarde: 20}]", "niet gemeten"),
        ("streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 25}]", "niet te beoordelen"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 20}]", "gehaald"),
        ("nulmeting: {waarde: 30}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 19}]", "gehaald"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, uiterlijk: 2028-06-29, metingen: [{datum: 2028-01-01, waarde: 19}]", "niet gehaald"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, uiterlijk: 2028-06-30, metingen: [{datum: 2028-01-01, waarde: 11}]", "onderweg"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 10}]", "achter"),
        ("nulmeting: {waarde: 30}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 31}]", "achter"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2028-01-01, waarde: 14}]", "op koers"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2027-09-15, waarde: 15}]", "op koers"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2027-09-15, waarde: 13}]", "meting te oud"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2028-01-01, waarde: 13}]", "achter"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2028: 14}, metingen: [{datum: 2028-01-01, waarde: 13}]", "onderweg"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-05-01, waarde: 9}, {datum: 2027-01-01, waarde: 20}]", "achter"),
    ],
)  # fmt: skip
def test_a_goal_is_judged_by_what_was_measured_before_the_reference_date(goal, state):
    (told,) = progress.goals(full(f"doelen: [{{id: D1, tekst: T, {goal}}}]\n"))
    assert told["stand"] == state
    assert told["teken"] in "✓→!✗–" and len(told["teken"]) == 1


def test_what_is_late_stands_before_what_comes_up_in_the_year_after():
    planned = (
        "besluitvorming:\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Gemist, datum: 2028-01-01, status: gepland}\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Gedaan, datum: 2028-01-02, status: genomen}\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Straks, datum: 2029-06-30, status: gepland}\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Veel later, datum: 2029-07-01, status: gepland}\n"
        "acties: [{blok: eigenaar, tekst: Te doen, uiterlijk: 2028-06-29}]\n"
        "monitoring: {reviews: [{datum: 2028-02-02, onderwerp: Voorbij}, {datum: 2028-06-30, onderwerp: Vandaag}]}\n"
    )
    table = builder.build(full(planned))["stand"]
    assert [(row["wat"], row["te_laat"]) for row in table["aanstaand"]] == [
        ("Gemist", True), ("Te doen", True), ("Vandaag", False), ("Straks", False),
    ]  # fmt: skip
    assert [row["wat"] for row in table["te_laat"]] == ["Gemist", "Te doen"]


def test_what_needs_a_decision_comes_from_decisions_money_gaps_and_the_agreement():
    asked = (
        "voortgang: {besluiten: [{tekst: Meer wijken?, wie: MT}]}\n"
        "besluitvorming:\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Kader, datum: 2028-09-01, status: uitgesteld}\n"
        "  - {niveau: besluit, orgaan: raad, besluit: Oud, datum: 2027-09-01, status: afgewezen}\n"
        "overeenkomst: {titel: O, ingang: 2028-01-01, verlenging: {wijze: besluit, uiterlijk: 2029-06-30}}\n"
    )
    told = [
        (row["wat"].replace(NBSP, " "), row["wie"], row["uiterlijk"]) for row in progress.to_decide(full(asked + MONEY))
    ]
    assert told == [
        ("Kader", "raad", date(2028, 9, 1)),
        ("verlenging van de overeenkomst", "alle partijen", date(2029, 6, 30)),
        ("Meer wijken?", "MT", None),
        ("bijdrage: Gevraagd", None, None),
        ("dekking voor 2029: er ontbreekt € 70", None, None),
    ]


def test_only_successes_of_the_last_year_are_news():
    rows = "successen: [{tekst: Oud, datum: 2027-06-29}, {tekst: Nieuw, datum: 2027-06-30}, {tekst: Ooit}, {tekst: Straks, datum: 2028-07-01}]\n"
    assert [row["tekst"] for row in progress.recent_successes(full(rows))] == ["Nieuw", "Ooit"]


def test_a_progress_message_shows_goals_with_sign_and_word(sample):
    rows = rows_of(render(sample, "voortgang"))
    goal = next(row for row in rows if row[0].startswith("Meer bewoners doen mee"))
    assert goal[1] == "260 (2026)" and goal[2].startswith("271") and goal[4].startswith("→ onderweg")
