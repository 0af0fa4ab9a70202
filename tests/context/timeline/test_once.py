"""A day in one row; a decision named in two places, told once."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.context import builder
from docgen.context.timeline.once import is_same_decision
from docgen.documents.production import render
from docgen.dossier import load
from tests.complete_dossier import PEOPLE, full, rows_of
from tests.conftest import ROOT
from tests.word_files import text_of

DAY = "2028-09-20"
PLANNED = (
    f"mijlpalen: [{{datum: {DAY}, tekst: Raadsbesluit genomen, rol: r}}, {{datum: 2028-09-21, tekst: Erna, rol: r}}]\n"
    f"besluitvorming: [{{niveau: besluit, orgaan: raad, besluit: Vast geld., datum: {DAY}, status: gepland}}]\n"
    f"monitoring: {{reviews: [{{datum: {DAY}, onderwerp: uren, rol: r}}]}}\n"
)


def test_milestone_decision_and_review_of_one_day_are_one_row():
    names = builder.build(full(PEOPLE + PLANNED + "jaarplan: {jaar: 2028}\n"))
    one_row = ("Vast geld; Raadsbesluit genomen; review: uren", "raad; Regisseur", "besluit, mijlpaal en review")
    for rows in (names["stand"]["aanstaand"], names["kwartalen"][0]["regels"]):
        assert [(row["wat"], row["wie"], row["soort"]) for row in rows] == [one_row, ("Erna", "Regisseur", "mijlpaal")]


def test_days_are_joined_in_the_progress_message_of_the_sample(sample):
    rows = [row for row in rows_of(render(sample, "voortgang")) if row[0].startswith("24") and "juni 2027" in row[0]]
    assert [row[1] for row in rows if "Raadsbesluit" in row[1]] == [
        "Structureel budget vanaf 2028; Raadsbesluit structureel budget"
    ]


def decided(day, organ="het college", text="Uren"):
    return {"datum": day and date.fromisoformat(day), "orgaan": organ, "besluit": text}


@pytest.mark.parametrize(
    ("text", "organ", "day", "row", "same"),
    [
        ("Iets", "College van B en W", "2028-09-01", decided("2028-09-01"), True),
        ("Iets", "College van B en W", "2028-09-02", decided("2028-09-01"), False),
        ("Iets", "gemeenteraad", "2028-09-01", decided("2028-09-01"), False),
        ("uren.", None, None, decided("2028-09-01"), True),
        ("uren", None, "2028-09-02", decided("2028-09-01"), False),
        ("Iets", "MT", None, decided(None, "MT"), False),
        (None, None, None, decided(None, "MT", None), False),
    ],
)
def test_a_decision_is_the_same_on_the_day_of_its_organ_or_in_the_same_words(text, organ, day, row, same):
    assert is_same_decision(text, organ, day and date.fromisoformat(day), row) is same


def test_what_was_asked_is_not_listed_again_as_a_planned_decision():
    asked = f"voortgang: {{besluiten: [{{tekst: Geld voor drie jaar, wie: de raad, uiterlijk: {DAY}}}]}}\n"
    told = builder.build(full(PEOPLE + PLANNED + asked))["stand"]["te_besluiten"]
    assert [(row["wat"], row["gevraagd"]) for row in told] == [("Geld voor drie jaar", True)]


def test_the_proposal_does_not_count_its_own_making_as_decided_before():
    proposal = "raadsvoorstel: {onderwerp: O, collegebesluit: 2028-05-01, raadsvergadering: 2028-09-20, beslispunten: [{nr: 1, tekst: A vast te stellen}]}\n"
    rows = "".join(
        f"  - {{niveau: besluit, orgaan: {organ}, besluit: {text}, datum: {day}, status: genomen}}\n"
        for organ, text, day in (
            ("college van B en W", "Stukken naar de raad", "2028-05-01"),
            ("college", "Raadsvoorstel vastgesteld", "2028-04-30"),
            ("college", "Subsidie verleend", "2028-04-29"),
            ("MT", "Uren", "2028-05-01"),
        )
    )
    before = builder.build(full(f"{proposal}besluitvorming:\n{rows}"))["eerder_besloten"]
    assert [row["besluit"] for row in before] == ["Subsidie verleend", "Uren"]


def test_the_regional_proposal_leaves_out_the_decision_of_its_own_college():
    text = text_of(render(load(ROOT / "samples" / "alcoholbeleid-wolderwaard.yaml"), "raadsvoorstel"))
    assert "Plan en bijdrage vastgesteld" in text, "what others decided is told"
    assert "Raadsvoorstel en overeenkomst vastgesteld" not in text
