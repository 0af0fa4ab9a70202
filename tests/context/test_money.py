"""The derived tables of money, planning and people."""

from __future__ import annotations

import re
from decimal import Decimal

from docgen.context import builder
from docgen.documents.production import render
from docgen.dossier import loads
from tests.context.small import HEAD, MONEY, NBSP, PEOPLE, full, rows_of
from tests.word_files import text_of


def test_the_map_of_money_knows_what_is_certain_and_an_idea_never_covers():
    flows = builder.build(full(MONEY))["geldstromen"]
    assert flows["zeker"] == {2028: 60, 2029: 0} and flows["onzeker"] == {2028: 40, 2029: 30}
    assert flows["onzeker_jaren"] == [2028, 2029]
    assert [(flow["bron"], [post["naam"] for post in flow["posten"]]) for flow in flows["stromen"]] == [
        ("Vast", ["Huur"])
    ]
    assert flows["zonder_doel"] == ["Gevraagd"] and flows["zonder_bron"] == []
    assert flows["routes"] == [{"route": "andere sector", "bedragen": {2028: 60, 2029: 0}}]


def test_the_chart_has_a_bar_a_year_by_source_with_the_gap_last_and_says_its_figures():
    chart = builder.build(full(MONEY))["geldstromen"]["grafiek"]
    assert chart["categorieen"] == ["2028", "2029"]
    assert [(one["naam"], one["waarden"]) for one in chart["reeksen"]] == [
        ("Vast", [Decimal(60), Decimal(0)]),
        ("Gevraagd", [Decimal(40), Decimal(30)]),
        ("Nog geen dekking", [Decimal(0), Decimal(70)]),
    ]
    assert chart["tekst"].replace(NBSP, " ") == (
        "2028: Vast € 60 en Gevraagd € 40. 2029: Gevraagd € 30 en Nog geen dekking € 70."
    )


def test_of_many_sources_the_chart_gathers_the_smallest_and_loses_no_euro():
    amounts = [500, 9, 400, 8, 300, 7, 200, 6, 150, 120, 110, 101]
    sources = "".join(
        f"  - {{id: F{n}, bron: B{n}, partij: extern, aard: structureel, status: beschikt, bedragen: {{2028: {amount}}}}}\n"
        for n, amount in enumerate(amounts, 1)
    )
    chart = builder.build(full(f"financiering:\n{sources}"))["geldstromen"]["grafiek"]
    assert [(one["naam"], one["waarden"]) for one in chart["reeksen"]] == [
        ("B1", [500]), ("B2", [9]), ("B3", [400]), ("B5", [300]), ("B7", [200]), ("B9", [150]), ("B10", [120]), ("B11", [110]),
        ("B12", [101]), ("3 kleinere bronnen samen", [8 + 7 + 6]),
    ]  # fmt: skip
    assert "B12 € 101 en 3 kleinere bronnen samen € 21." in chart["tekst"].replace(NBSP, " ")


def test_the_money_table_of_the_map_adds_up(sample):
    rows = {row[0]: row[1:] for row in rows_of(render(sample, "geldstromenkaart"))}
    amounts = {
        name: [int(re.sub(r"\D", "", cell)) for cell in rows[name]] for name in ("Dekking", "Waarvan zeker", "Kosten")
    }
    assert amounts["Dekking"] == amounts["Kosten"] == [298000, 339000, 354000, 339000, 354000]
    assert amounts["Waarvan zeker"] == [298000, 249480, 264480, 219480, 219480]
    assert rows["Nieuw structureel budget gemeente (gevraagd)"][0] == "–"


def test_a_gap_is_said_in_words():
    text = text_of(render(loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart"))
    assert f"Er ontbreekt dekking. €{NBSP}70 in 2029." in text


def test_the_timeline_has_a_mark_and_a_day_in_the_column_of_its_year():
    planned = (
        "mijlpalen: [{datum: 2028-03-01, tekst: Start, rol: r}]\n"
        "besluitvorming: [{niveau: besluit, orgaan: raad, besluit: Geld, datum: 2030-06-24}]\n"
        "monitoring: {reviews: [{datum: 2029-05-05, onderwerp: Review}]}\n"
        "acties: [{blok: eigenaar, tekst: Doen, uiterlijk: 2029-02-02}]\n"
    )
    (block,) = builder.build(full(PEOPLE + planned))["tijdlijn"]["blokken"]
    assert block["jaren"] == [2028, 2029, 2030]
    assert [(row["teken"], row["jaar"], row["dag"].replace(NBSP, " "), row["wat"]) for row in block["regels"]] == [
        ("●", 2028, "1 mrt", "Start"),
        ("▲", 2029, "2 feb", "Doen"),
        ("○", 2029, "5 mei", "Review"),
        ("◆", 2030, "24 jun", "Geld"),
    ]


def test_the_matrix_of_hours_marks_owner_and_deputy_and_sums_per_role():
    tasks = "taken: [{id: T, naam: Leiden, eigenaar: r, vervanger: v, uren: {r: 40}}, {id: U, naam: Bellen, eigenaar: v, uren: {v: 5, r: 2}}]\n"
    (table,) = builder.build(full(PEOPLE.replace("partij: p}", "partij: p, uren: 50}", 1) + tasks))["urenmatrix"]
    assert table["rollen"] == ["Regisseur", "Vervanger"]
    assert [(row["naam"], row["cellen"]) for row in table["regels"]] == [
        ("Leiden", ["● 40", "○"]),
        ("Bellen", ["2", "● 5"]),
    ]
    assert table["nodig"] == [42, 5] and table["beschikbaar"] == [50, None]
