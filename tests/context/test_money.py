"""The derived tables of money: what is certain, what pays for what, and what is told of it."""

from __future__ import annotations

import re

from docgen.context import money
from docgen.documents.production import render
from docgen.dossier import loads
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import HEAD, MONEY, NBSP, rows_of
from tests.word_files import text_of


def test_the_money_table_of_the_map_adds_up(sample):
    rows = {row[0]: row[1:] for row in rows_of(render(sample, "geldstromenkaart"))}
    amounts = {
        name: [int(re.sub(r"\D", "", cell)) for cell in rows[name]] for name in ("Dekking", "Waarvan zeker", "Kosten")
    }
    assert amounts["Dekking"] == amounts["Kosten"] == [298000, 339000, 354000, 339000, 354000]
    assert amounts["Waarvan zeker"] == [298000, 249480, 264480, 219480, 219480]
    assert rows["Nieuw structureel budget gemeente, gevraagd"][0] == "–"


def test_an_idea_is_shown_with_what_it_might_bring_and_never_in_a_total():
    text = text_of(render(loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart"))
    assert f"Droom: €{NBSP}500 in 2028 en €{NBSP}500 in 2029." in text and "560" not in text


def test_a_total_counts_the_years_of_the_horizon_and_tells_those_before_it_apart(sample):
    data = fill_defaults(sample.data, sample.library.schema.root)
    table = money.costs(data)
    assert (table["totaal"], table["ervoor_tekst"]) == (1_386_000, f"€{NBSP}298.000 in 2027")
    text = text_of(render(sample, "raadsvoorstel"))
    assert f"Het hele programma kost in 2028 tot en met 2031 samen €{NBSP}1.386.000; bijlage" in text
    assert "1.684.000" not in text


def test_who_pays_from_outside_is_named_one_by_one(sample):
    data = fill_defaults(sample.data, sample.library.schema.root)
    outside = [row["naam"] for row in money.who_pays(data) if row["partij"] == "extern"]
    assert outside == [
        "Zorgverzekeraar Noordzee (preventiebijdrage)",
        "Polderfonds (evaluatie 2029)",
        "Tijdelijke rijksregeling wijkgezondheid",
    ]
