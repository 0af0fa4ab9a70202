"""F1 to F4: costs beside money that is certain, what comes after temporary money, and upkeep."""

from __future__ import annotations

import pytest

from docgen.diagnostics.finding import Finding
from tests.domain.scorecard.point_cases import HEAD, YEARS, said

COSTS = "begroting: {{posten: [{{id: P1, naam: Huur, aard: structureel, bedragen: {}}}]}}\n"
BOTH_YEARS = "{2028: 100, 2029: 100}"
SOURCE = "{{id: {}, bron: {}, partij: extern, aard: structureel, status: {}, voor: [P1], bedragen: {}}}"


def money(*rows):
    return f"financiering: [{', '.join(SOURCE.format(f'F{i}', f'Bron {i}', *row) for i, row in enumerate(rows))}]\n"


@pytest.mark.parametrize(
    ("costs", "sources", "state", "line"),
    [
        (BOTH_YEARS, [("beschikt", BOTH_YEARS)], "groen", "2028–2029: kosten € 200, zeker € 200, nog niet zeker € 0"),
        (BOTH_YEARS, [("beschikt", "{2028: 100}"), ("gevraagd", "{2029: 100}")], "oranje", "2028–2029: kosten € 200, zeker € 100, nog niet zeker € 100"),
        (BOTH_YEARS, [("beschikt", "{2028: 150, 2029: 50}")], "rood", "2028–2029: kosten € 200, zeker € 200, nog niet zeker € 0; tekort in 2029: € 50"),
        (BOTH_YEARS, [("afgewezen", BOTH_YEARS)], "rood", "2028–2029: kosten € 200, zeker € 0, nog niet zeker € 0; tekort in 2028: € 100 en 2029: € 100"),
        ("{2028: 100}", [("beschikt", BOTH_YEARS)], "rood", "2028–2029: kosten € 100, zeker € 200, nog niet zeker € 0; geen kosten in 2029"),
    ],
)  # fmt: skip
def test_f1_asks_certain_money_for_the_costs_of_every_year(costs, sources, state, line):
    assert said("F1", COSTS.format(costs) + money(*sources), YEARS) == (state, line)


def test_years_that_are_over_count_nowhere_and_without_a_horizon_those_with_an_amount_do():
    text = COSTS.format("{2027: 500, 2028: 100}") + money(("beschikt", "{2027: 1, 2028: 100}"))
    assert said("F1", text) == ("groen", "2028: kosten € 100, zeker € 100, nog niet zeker € 0")
    gap = COSTS.format("{2028: 1, 2030: 1}") + money(("beschikt", "{2028: 1, 2030: 1}"))
    assert said("F1", gap)[1] == "2028 en 2030: kosten € 2, zeker € 2, nog niet zeker € 0"


@pytest.mark.parametrize("nr", ["F1", "F2", "F3", "F4", "F6"])
def test_without_years_or_costs_there_is_nothing_to_judge(nr):
    over = YEARS.replace("2028-01-01, einde: 2029", "2026-01-01, einde: 2027")
    text = COSTS.format("{2027: 100}") + money(("beschikt", "{2027: 100}"))
    assert said(nr, text, over) == ("rood", "de afspraken liepen tot en met 31 december 2027")
    assert said(nr, "", YEARS) == said(nr, "") == ("rood", "er is nog geen begroting")


@pytest.mark.parametrize(
    ("sources", "state", "line"),
    [
        ([("beschikt", BOTH_YEARS)], "groen", "in 2028: vaste kosten € 100, vast en zeker € 100, vast en nog niet zeker € 0"),
        ([("beschikt", "{2028: 100, 2029: 60}"), ("gevraagd", "{2029: 40}")], "oranje", "in 2029: vaste kosten € 100, vast en zeker € 60, vast en nog niet zeker € 40"),
        ([("beschikt", "{2028: 100, 2029: 60}"), ("idee", "{2029: 40}")], "rood", "in 2029: vaste kosten € 100, vast en zeker € 60, vast en nog niet zeker € 0"),
    ],
)  # fmt: skip
def test_f2_tells_the_worst_year(sources, state, line):
    assert said("F2", COSTS.format(BOTH_YEARS) + money(*sources), YEARS) == (state, line)


def test_f2_is_orange_when_all_of_the_gap_was_accepted():
    text = COSTS.format(BOTH_YEARS) + money(("beschikt", "{2028: 70, 2029: 60}"))
    both = tuple(Finding((), "", year=year, code="FIN-05", accepted="R") for year in (2028, 2029))
    line = "in 2029: vaste kosten € 100, vast en zeker € 60, vast en nog niet zeker € 0; bewust geaccepteerd: {} zonder vast geld"
    assert said("F2", text, YEARS, None, both) == ("oranje", line.format("€ 30 in 2028 en € 40 in 2029"))
    assert said("F2", text, YEARS, None, both[1:]) == ("rood", line.format("€ 40 in 2029"))


LONG = HEAD.replace("peildatum", "horizon: {begin: 2028-01-01, einde: 2031-12-31}, peildatum")
LASTING = "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 100, 2029: 100, 2030: 100}}, {id: P2, naam: Eten en drinken, aard: structureel, bedragen: {2030: 10}}]}\n"
ENDS = "{id: F1, bron: Rijk, partij: extern, aard: incidenteel, status: beschikt, einde: 2029-12-31, vervolg: F2, voor: [P1], bedragen: {2028: 100}}"
NEXT = "{{id: F2, bron: Vast, partij: extern, aard: structureel, status: {}, voor: [P1], besluit: {{orgaan: de raad, {}}}, bedragen: {{2030: 100}}}}"
STOPS = "Rijk stopt op 31 december 2029"
LAST = "uiterste dag 4 juli 2029"


@pytest.mark.parametrize(
    ("later", "state", "line"),
    [
        (("toegezegd", "datum: 2028-05-01"), "groen", f"{STOPS}; de raad besloot op 1 mei 2028 over Vast; {LAST}"),
        (("gevraagd", "datum: 2029-07-04"), "oranje", f"{STOPS}; de raad besluit op 4 juli 2029 over Vast; {LAST}"),
        (("gevraagd", "datum: 2028-06-30"), "oranje", f"{STOPS}; de raad besluit op 30 juni 2028 over Vast; {LAST}"),
        (("toegezegd", "datum: 2028-07-01"), "oranje", f"{STOPS}; de raad besluit op 1 juli 2028 over Vast; {LAST}"),
        (("gevraagd", "datum: 2029-07-05"), "rood", f"{STOPS}; de raad besluit op 5 juli 2029 over Vast; {LAST}"),
        (("gevraagd", "datum: 2028-06-29"), "rood", f"{STOPS}; het besluit over Vast stond op 29 juni 2028; het geld is nog niet zeker; {LAST}"),
        (("gevraagd", "document: D"), "rood", f"{STOPS}; er staat geen dag voor het besluit over Vast; {LAST}"),
        (("afgewezen", "datum: 2028-05-01"), "rood", f"{STOPS}; Vast is afgewezen; {LAST}"),
    ],
)  # fmt: skip
def test_f3_asks_a_decision_on_what_comes_next_by_the_last_responsible_day(later, state, line):
    assert said("F3", f"{LASTING}financiering: [{ENDS}, {NEXT.format(*later)}]\n", LONG) == (state, line)


def test_f3_is_red_for_every_cost_that_nobody_takes_over():
    both = ENDS.replace("[P1]", "[P1, P2]")
    decided = NEXT.format("toegezegd", "datum: 2028-05-01")
    state, line = said("F3", f"{LASTING}financiering: [{both}, {decided}]\n", LONG)
    assert state == "rood" and line.endswith("voor ‘Eten en drinken’ staat geen vervolg")
    other = decided.replace("F2", "F3").replace("[P1]", "[P2]")
    assert said("F3", f"{LASTING}financiering: [{both}, {decided}, {other}]\n", LONG)[0] == "groen"
    without = ENDS.replace("vervolg: F2, ", "")
    assert said("F3", f"{LASTING}financiering: [{without}]\n", LONG)[0] == "rood"


def test_f3_is_grey_when_no_temporary_money_pays_lasting_costs():
    line = "er is geen tijdelijk geld voor vaste kosten"
    for old, new in (
        ("aard: incidenteel", "aard: structureel"),
        ("einde: 2029", "einde: 2030"),
        ("status: beschikt", "status: idee"),
    ):
        other = ENDS.replace("vervolg: F2, ", "").replace(old, new)
        assert said("F3", f"{LASTING}financiering: [{other}]\n", LONG) == ("grijs", line)


POSTS = (
    "begroting: {posten: ["
    "{id: O, naam: Scholing, soort: onderhoud, aard: structureel, bedragen: {2028: 10, 2029: 10}},"
    "{id: E, naam: Onderzoek, soort: evaluatie, aard: incidenteel, bedragen: {2029: 30}}]}\n"
    "monitoring: {evaluaties: [{jaar: 2029, post: E}]}\n"
)
PAYS = "financiering: [{id: F1, bron: Vast, partij: extern, aard: structureel, status: beschikt, voor: [O, E], bedragen: {2028: 10, 2029: 40}}%s]\n"
SUM = "onderhoud € 10 per jaar, evaluatie € 30 in 2029"
ASKED = ", {id: F2, bron: Fonds, partij: extern, aard: incidenteel, status: gevraagd, voor: [E], bedragen: {2029: 5}}"


@pytest.mark.parametrize(
    ("text", "state", "line"),
    [
        (POSTS + PAYS % "", "groen", SUM),
        (POSTS + PAYS % ASKED, "oranje", f"{SUM}; nog niet zeker: Fonds"),
        (POSTS + PAYS.replace("[O, E]", "[O]") % "", "oranje", f"{SUM}; zonder bron: ‘Onderzoek’"),
        (POSTS.replace(", post: E", "") + PAYS % "", "oranje", f"{SUM}; zonder bedrag voor de evaluatie van 2029"),
        (POSTS.replace("{2028: 10, ", "{") + PAYS % "", "oranje", "onderhoud € 10 in 2029, evaluatie € 30 in 2029; geen onderhoud in 2028"),
        (POSTS.replace("soort: onderhoud", "soort: overig") + PAYS % "", "rood", "geen geld voor onderhoud, evaluatie € 30 in 2029"),
        (POSTS.replace("{2029: 30}", "{2030: 30}") + PAYS % "", "rood", "onderhoud € 10 per jaar, geen geld voor evaluatie; zonder bedrag voor de evaluatie van 2029"),
    ],
)  # fmt: skip
def test_f4_asks_certain_money_for_upkeep_in_all_years_and_for_each_evaluation(text, state, line):
    assert said("F4", text, YEARS) == (state, line)


def test_f1_is_not_green_when_a_cost_has_no_source_that_may_pay_it():
    text = (
        "begroting: {posten: [{id: P1, naam: A, aard: structureel, bedragen: {2028: 100}}, {id: P2, naam: B, aard: structureel, bedragen: {2028: 50}}]}\n"
        "financiering: [{id: F1, bron: Fonds, partij: extern, aard: structureel, status: beschikt, voor: [P1], bedragen: {2028: 150}}]\n"
    )
    state, line = said("F1", text)
    assert state == "oranje" and line.endswith("zonder bron die ze mag betalen: € 50 in 2028")
