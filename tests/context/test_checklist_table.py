"""A checklist with its answers as a table."""

from __future__ import annotations

from docgen.context.checklist_table import checklist_table
from docgen.library.checklists import Checklist, Point

POINTS = (
    Point("B1", "Is er een gezicht?", "Mensen"),
    Point("B2", "Is er een telefoon?", "Mensen"),
    Point("B3", "Is er een plek?", "Plek"),
)


def checklist(*answers):
    return Checklist("buurt-werk", "Buurtwerk", "Handreiking 2025", "", answers, POINTS)


LIST = checklist("ja", "deels", "nee", "n.v.t.")


def test_points_stand_under_their_heading_with_the_sign_of_their_answer():
    table = checklist_table(LIST, {"B1": {"antwoord": "ja", "toelichting": "Elke dag."}, "B3": {"antwoord": "n.v.t."}})
    assert [(group["naam"], [(row["nr"], row["teken"], row["antwoord"]) for row in group["punten"]]) for group in table["groepen"]] == [
        ("Mensen", [("B1", "✓", "ja"), ("B2", "", "nog niet ingevuld")]),
        ("Plek", [("B3", "–", "n.v.t.")]),
    ]  # fmt: skip
    assert table["groepen"][0]["punten"][0]["toelichting"] == "Elke dag."


def test_answers_are_counted_in_their_own_order_and_what_has_none_apart():
    table = checklist_table(
        LIST, {"B1": {"antwoord": "nee"}, "B2": {"antwoord": "ja"}, "B3": {"toelichting": "Later."}}
    )
    assert table["telling"] == [{"antwoord": "ja", "aantal": 1}, {"antwoord": "nee", "aantal": 1}]
    assert (table["aantal"], table["leeg"]) == (3, 1)


def test_answers_of_ones_own_have_no_sign():
    (row, *_) = checklist_table(checklist("ja", "misschien"), {"B1": {"antwoord": "ja"}})["groepen"][0]["punten"]
    assert (row["antwoord"], row["teken"]) == ("ja", "")
