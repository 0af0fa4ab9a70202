"""What a successor and a new board meet, from the day of the handover or the reference date."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.context import builder
from docgen.documents.production import render
from docgen.dossier import load
from tests.complete_dossier import HEAD, PEOPLE, full
from tests.conftest import ROOT
from tests.word_files import text_of

HANDED = "overdracht: {rol: r, datum: 2028-12-01}\n"
PLANS = (
    "mijlpalen: [{datum: 2028-02-01, tekst: Voorbij}, {datum: 2028-07-01, tekst: Ertussen}, {datum: 2028-12-01, tekst: Vandaag}]\n"
    "acties: [{blok: eigenaar, tekst: Blijven liggen, uiterlijk: 2028-01-01, rol: r}]\n"
    "besluitvorming:\n"
    "  - {niveau: besluit, orgaan: raad, besluit: Genomen, datum: 2028-01-01, status: genomen}\n"
    "  - {niveau: besluit, orgaan: raad, besluit: Eerder, datum: 2028-09-01, status: gepland}\n"
    "  - {niveau: besluit, orgaan: raad, besluit: Later, datum: 2029-02-01, status: gepland}\n"
)


def things(rows):
    return [(one["wat"], one["let_op"]) for row in rows for one in row["dingen"]]


def test_a_handover_tells_from_its_own_day_what_is_late_what_to_check_and_what_is_next():
    view = builder.build(full(PEOPLE + PLANS + HANDED))["kalender"]["overdracht"]
    assert view["dag"] == date(2028, 12, 1)
    assert things(view["eerder"]) == [
        ("Blijven liggen", "✗ te laat"), ("Voorbij", "! niet als klaar gemeld"), ("Ertussen", ""), ("raad: Eerder (gepland)", ""),
    ]  # fmt: skip
    assert things(view["komend"]) == [("Vandaag", ""), ("raad: Later (gepland)", "")]
    assert (view["besluit"]["wat"], view["moment"]["wat"]) == ("raad: Later (gepland)", "Vandaag")
    assert [row["besluit"] for row in view["genomen"]] == ["Genomen"]


def test_without_a_day_of_its_own_a_handover_looks_from_the_reference_date():
    views = builder.build(full(PEOPLE + PLANS + "overdracht: {rol: r}\n"))["kalender"]
    assert views["overdracht"] == views["peildatum"]
    assert views["peildatum"]["dag"] == date(2028, 6, 30)
    assert views["peildatum"]["besluit"]["wat"] == "raad: Eerder (gepland)"


def test_a_board_meets_the_days_of_decisions_before_other_days_and_none_that_was_taken():
    """Three days, or all of its own council; the other days are counted."""
    decisions = "".join(
        f"  - {{niveau: besluit, orgaan: raad, besluit: Besluit {day}, datum: {day}, status: {status}}}\n"
        for day, status in (
            ("2028-06-01", "genomen"),
            ("2028-08-01", "gepland"),
            ("2028-12-01", "gepland"),
            ("2029-03-01", "gepland"),
        )
    )
    months = ("2028-07", "2028-08", "2028-09", "2028-10", "2028-11", "2029-01")
    stones = "".join(f"  - {{tekst: Mijlpaal {month}, datum: {month}-01}}\n" for month in months)
    view = builder.build(full(f"besluitvorming:\n{decisions}mijlpalen:\n{stones}"))["kalender"]["peildatum"]
    rows = view["keuzes"]
    assert [row["datum"].month for row in rows] == [8, 12, 3] and view["keuzes_later"] == 5
    assert [one["soort"] for one in rows[0]["dingen"]] == ["besluit", "mijlpaal"]


def test_elections_and_changes_of_people_are_kept_for_a_board():
    head = HEAD.replace(
        "peildatum",
        "wissels: [{datum: 2027-01-01, soort: functiewissel}, {datum: 2030-03-20, soort: verkiezing, omschrijving: verkiezingen}], peildatum",
    )
    view = builder.build(full("", head))["kalender"]["peildatum"]
    assert things(view["wissels"]) == [("verkiezingen", "")]


@pytest.fixture(scope="module")
def spoordijk():
    return load(ROOT / "samples" / "wijkkracht-spoordijk.yaml")


def test_the_handover_of_march_2028_does_not_call_a_day_in_2027_the_next_one(spoordijk):
    text = text_of(render(spoordijk, "overdracht")).replace("\u00a0", " ")
    next_one = next(line for line in text.splitlines() if line.startswith("De uiterste dag is "))
    assert next_one.startswith(
        "De uiterste dag is 4 juli 2029 (voor een besluit over het vervolg op Zorgverzekeraar Noordzee"
    )
    assert "Het eerstvolgende besluit" not in text
    checked, _, coming = text.partition("Wat er komt")
    assert "22 april 2027" in checked and "22 april 2027" not in coming
    assert "gemeenteraadsverkiezingen" in coming


def test_both_handovers_say_who_pays_what_and_the_staff_one_how_goals_are_measured(spoordijk):
    staff, board = (
        text_of(render(spoordijk, name)).replace("\u00a0", " ") for name in ("overdracht", "overdracht:bestuur")
    )
    assert "Wie betaalt wat, 2027 tot en met 2031" in staff
    assert "Wie betaalt in 2027: gemeente Merenbroek € 108.020; GGD Polderland € 36.260" in board
    assert "20 maart 2030: gemeenteraadsverkiezingen" in board
    for word in ("Rollenmatrix", "Elk half jaar", "Wie meet: Wijkcoördinator (trekker)"):
        assert word in staff
    assert "Doelen, en hoe we ze meten" in staff


def test_a_board_is_told_every_decision_of_a_council_that_was_planned_before_and_how_many_days_more():
    days = ("2028-07-01", "2028-08-01", "2028-09-01")
    decisions = "".join(
        f"  - {{niveau: besluit, orgaan: gemeenteraad van {day}, besluit: B, datum: {day}, status: gepland}}\n"
        for day in days
    )
    stones = "mijlpalen: [{tekst: M, datum: 2028-10-01}, {tekst: N, datum: 2028-11-01}]\n"
    view = builder.build(full(f"besluitvorming:\n{decisions}{stones}{HANDED}{PEOPLE}"))["kalender"]["overdracht"]
    assert [row["datum"].month for row in view["nagaan"]] == [7, 8, 9] and view["nagaan_meer"] == 2
    few = builder.build(full(f"{stones}{HANDED}{PEOPLE}"))["kalender"]["overdracht"]
    assert [row["datum"].month for row in few["nagaan"]] == [10, 11] and few["nagaan_meer"] == 0


def test_a_board_is_told_every_decision_that_a_council_took_and_how_many_others():
    rows = [("gemeenteraad", "2028-01-01"), ("MT", "2028-02-01"), ("raad", "2028-03-01"), ("directie", "2028-04-01")]
    decisions = "".join(
        f"  - {{niveau: besluit, orgaan: {organ}, besluit: B, datum: {day}, status: genomen}}\n" for organ, day in rows
    )
    view = builder.build(full(f"besluitvorming:\n{decisions}"))["kalender"]["peildatum"]
    assert [row["orgaan"] for row in view["genomen_kort"]] == ["gemeenteraad", "raad"] and view["genomen_meer"] == 2


def test_a_thing_that_runs_and_is_the_recognition_itself_stands_once_in_a_handover(spoordijk):
    text = text_of(render(spoordijk, "overdracht")).replace("\N{NO-BREAK SPACE}", " ")
    assert "Er lopen nu twee zaken" in text and "Landelijke erkenning van de aanpak" not in text
