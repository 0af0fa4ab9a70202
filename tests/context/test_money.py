"""The derived tables of money: what is certain, what pays for what, and what is told of it."""

from __future__ import annotations

import re
from decimal import Decimal

from docgen.context import builder
from docgen.documents.production import render
from docgen.dossier import loads
from tests.complete_dossier import HEAD, MONEY, NBSP, full, rows_of
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


def test_what_is_not_certain_is_said_in_proposal_map_and_handover(sample):
    words = f"€{NBSP}89.520 per jaar in 2028 en 2029, €{NBSP}119.520 in 2030 en €{NBSP}134.520 in 2031"
    assert f"Nog niet zeker is: {words}." in text_of(render(sample, "raadsvoorstel"))
    assert f"Daarvan is nog niet zeker: {words}." in text_of(render(sample, "geldstromenkaart"))
    assert f"waarvan nog niet zeker €{NBSP}89.520" in text_of(render(sample, "overdracht:medewerker"))


def test_an_idea_is_shown_with_what_it_might_bring_and_never_in_a_total():
    text = text_of(render(loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart"))
    assert f"Droom: €{NBSP}500 in 2028 en €{NBSP}500 in 2029." in text and "560" not in text
