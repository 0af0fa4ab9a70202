"""The map of the money flows: what is told in words, and the chart."""

from __future__ import annotations

from decimal import Decimal

from docgen.context import builder
from docgen.documents.production import render
from docgen.dossier import loads
from tests.complete_dossier import HEAD, MONEY, NBSP, full
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
        "Gestapelde kolommen: van wie het geld komt, 2028 tot en met 2029. Elk jaar € 100. Grootste deel: Gevraagd. "
        "De bedragen staan in de tabel."
    )


def test_of_many_sources_the_chart_gathers_the_smallest_and_loses_no_euro():
    amounts = [500, 9, 400, 8, 300, 7, 200, 6, 150, 120, 110, 101]
    sources = "".join(
        f"  - {{id: F{n}, bron: B{n}, partij: extern, aard: structureel, status: beschikt, bedragen: {{2028: {amount}, 2029: 1}}}}\n"
        for n, amount in enumerate(amounts, 1)
    )
    chart = builder.build(full(f"financiering:\n{sources}"))["geldstromen"]["grafiek"]
    assert [(one["naam"], one["waarden"]) for one in chart["reeksen"]] == [
        ("B1", [500, 1]), ("B3", [400, 1]), ("B5", [300, 1]), ("B7", [200, 1]), ("B9", [150, 1]), ("B10", [120, 1]),
        ("6 kleinere bronnen samen", [9 + 8 + 7 + 6 + 110 + 101, 6]),
    ]  # fmt: skip
    assert "Laagste jaar 2029 (€ 12), hoogste 2028 (€ 1.911). Grootste deel: B1." in chart["tekst"].replace(NBSP, " ")


def test_one_year_is_no_chart():
    source = "  - {id: F1, bron: B1, partij: extern, aard: structureel, status: beschikt, bedragen: {2028: 5}}\n"
    chart = builder.build(full(f"financiering:\n{source}"))["geldstromen"]["grafiek"]
    assert chart == {"tekst": "", "samen": [], "categorieen": [], "reeksen": []}


def test_what_is_read_aloud_in_the_place_of_a_chart_is_short():
    name = "Een bron met een naam die heel lang is, zoals die van een samenwerkingsverband van vele partijen " * 2
    source = f"  - {{id: F1, bron: '{name}', partij: extern, aard: structureel, status: beschikt, bedragen: {{2028: 123456789, 2029: 5}}}}\n"
    text = builder.build(full(f"financiering:\n{source}"))["geldstromen"]["grafiek"]["tekst"]
    assert 100 < len(text) <= 250 and text.endswith("De bedragen staan in de tabel.")


def test_a_gap_is_said_in_words():
    text = text_of(render(loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart"))
    assert f"Niet alle kosten zijn gedekt. Er ontbreekt €{NBSP}70 in 2029." in text


def test_what_is_not_certain_is_said_in_proposal_map_and_handover(sample):
    words = f"€{NBSP}89.520 per jaar in 2028 en 2029, €{NBSP}119.520 in 2030 en €{NBSP}134.520 in 2031"
    told = f"De kosten van 2027 tot en met 2031 zijn gedekt als ook doorgaat wat nog niet zeker is: {words}."
    proposal = text_of(render(sample, "raadsvoorstel"))
    assert "De kosten zijn gedekt als ook doorgaat wat nog niet zeker is." in proposal and words not in proposal
    assert told in text_of(render(sample, "geldstromenkaart"))
    assert f"is €{NBSP}89.520 nog niet zeker" in text_of(render(sample, "overdracht:medewerker"))


APART = (
    "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 100}}, {id: P2, naam: Druk, aard: structureel, bedragen: {2028: 50}}]}\n"
    "financiering:\n"
    "  - {id: F1, bron: Fonds, partij: extern, aard: incidenteel, status: beschikt, voor: [P1], einde: 2028-12-31, vervolg: [F2], bedragen: {2028: 150}}\n"
    "  - {id: F2, bron: Budget, partij: p, aard: structureel, status: gevraagd, voor: [P1], bedragen: {2029: 100}}\n"
)


def test_money_that_is_enough_and_may_not_pay_a_cost_is_told_as_such():
    """The fund brings 150 for costs of 150, and may pay only the rent of 100."""
    told = builder.build(full(f"partijen: [{{id: p, naam: P}}]\n{APART}"))["geldstromen"]["dekking_tekst"].replace(
        NBSP, " "
    )
    assert told.startswith("Voor een deel van de kosten is geen bron genoemd die ze mag betalen: € 50 in 2028 (Druk).")
    assert "zijn gedekt" not in told


def test_what_temporary_money_pays_of_lasting_costs_is_what_flows_there_and_no_gap():
    table = builder.build(full(f"partijen: [{{id: p, naam: P}}]\n{APART}"))
    assert table["geldstromen"]["tijdelijk_tekst"].replace(NBSP, " ") == "€ 100 in 2028"


def test_a_follow_up_says_what_is_not_certain_and_which_costs_it_leaves():
    costs = APART.replace("{2028: 100}}, {id: P2", "{2028: 100, 2029: 100}}, {id: P2").replace(
        "{2028: 50}", "{2028: 50, 2029: 50}"
    )
    fund = full(f"partijen: [{{id: p, naam: P}}]\n{costs.replace('voor: [P1], einde', 'voor: [P1, P2], einde')}")
    told = builder.build(fund)["geldstromen"]["vervolg"]
    assert told == {"F1": "Budget (gevraagd); voor ‘Druk’ staat geen vervolg", "F2": ""}


def test_costs_of_several_parties_together_are_not_of_one_of_them():
    text = f"partijen: [{{id: p, naam: P}}]\n{APART.replace('naam: Huur,', 'naam: Huur, partij: p,').replace('voor: [P1], einde', 'voor: [P1, P2], einde')}"
    flow = builder.build(full(text))["geldstromen"]["stromen"][0]
    assert flow["makers"] == ["P", "partijen samen"]
