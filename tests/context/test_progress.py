"""How a programme stands on its reference date."""

from __future__ import annotations

from datetime import date

from docgen.context import builder, progress
from docgen.documents.production import render
from tests.complete_dossier import MONEY, NBSP, full, rows_of


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


def test_a_plan_says_once_what_it_does_not_say_yet():
    nothing = progress.unsaid(full(""))
    assert "doelen van de borging zelf" in nothing and len(nothing) == len(set(nothing)) == len(progress.PARTS)
    text = (
        "doelen: [{id: A, tekst: T}, {id: B, soort: borging, tekst: T}]\nrisicos: [{tekst: R}]\nkennis: [{onderwerp: K}]\n"
        "flexibiliteit: {ruimte: R}\nmonitoring: {bijsturen: B., verhalen: V}\ncommunicatie: [{doelgroep: D}]\n"
    )
    assert progress.unsaid(full(text + MONEY)) == [
        "wat moet blijven", "waarom u doorgaat", "de onderdelen van de aanpak", "wat erbuiten valt", "besluiten", "draagvlak", "taken",
    ]  # fmt: skip
