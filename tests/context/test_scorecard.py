"""The borgingscheck on paper: the states of the samples, and how lines, answers and findings are told."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from docgen.context import builder
from docgen.context.scorecard import POINTS, scorecard, scorecard_changes
from docgen.documents.production import render
from docgen.dossier import load, loads
from docgen.rules.runner import run_rules
from docgen.schema.completion import fill_defaults
from docgen.word.plaintext import as_text
from tests.conftest import DOSSIERS, ROOT
from tests.domain.scorecard.samples import NAMES, bare_sample, findings
from tests.domain.scorecard.samples import sample as full_sample

BASE = "dossier: {id: a, titel: T, peildatum: 2028-06-30}\norganisatie: {naam: gemeente A}\ninterventie: {naam: I}\n"
TWO = BASE.replace("titel: T", "titel: T, wijken: [noord, zuid]")
PARTY = "partijen: [{id: p, naam: P}]\n"
LEADER = "rollen: [{id: x, naam: Trekker, partij: p, trekker: true, uren: 9, vervanger: y}, {id: y, naam: Hulp, partij: p}]\n"
GREYS = {"groen": "g", "oranje": "o", "rood": "r", "grijs": "x"}
# what the samples prove without the facts that only this check asks, and with them
BARE = {
    "wijkkracht-spoordijk": ("goooooor", "ggoogoog", "ooooogoo"),
    "buurtprogramma-lijnbaan": ("goooooor", "ggoogoog", "oorooggo"),
    "alcoholbeleid-wolderwaard": ("goooooor", "ggoogoog", "ooxooggo"),
    "wandelmaatjes-ggd": ("googogog", "ggoogogg", "ggxgoggx"),
}
TOLD = {
    "wijkkracht-spoordijk": ("ggoogogr", "ggoogoog", "ooooogoo"),
    "buurtprogramma-lijnbaan": ("ggoogogr", "ggoogoog", "oorooggg"),
    "alcoholbeleid-wolderwaard": ("goooooor", "ggoogoog", "ooxooggg"),
    "wandelmaatjes-ggd": ("ggogogog", "ggoogogg", "ggxgoggx"),
}


def overview_of(full):
    return scorecard(full, findings(full))


def seen(text):
    dossier = loads(text.encode())
    full = fill_defaults(dossier.data, dossier.library.schema.root)
    return scorecard(full, run_rules(full, {kind.name for kind in dossier.asked_types()}))


def letters(overview, column=0):
    return tuple(
        "".join(GREYS[punt["standen"][column]["stand"]] for punt in anker["punten"]) for anker in overview["ankers"]
    )


def row(overview, number):
    return next(punt for anker in overview["ankers"] for punt in anker["punten"] if punt["nr"] == number)


def line(overview, number):
    return "\n".join(row(overview, number)["bewijs"]).replace("\u00a0", " ")


def point(text, number):
    """The states of a point, one a neighbourhood, and the proof."""
    found = seen(text)
    return [cell["woord"] for cell in row(found, number)["standen"]], line(found, number)


def answers(*rows):
    return "borgingscheck:\n  antwoorden:\n" + "".join(f"    - {{{one}}}\n" for one in rows)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_green_only_where_something_is_proven(name):
    overview = overview_of(bare_sample(name))
    assert [letters(overview, i) for i in range(len(overview["wijken"]))] == [BARE[name]] * len(overview["wijken"])


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_that_tells_more_is_greener(name):
    assert letters(overview_of(full_sample(name))) == TOLD[name]


def test_the_second_neighbourhood_of_a_sample_has_no_say_in_the_steering_group():
    overview = overview_of(full_sample("wandelmaatjes-ggd"))
    assert letters(overview, 1) == ("googogog", *TOLD["wandelmaatjes-ggd"][1:])
    assert [list(one.values())[1:] for one in overview["telling"]] == [[15, 7, 0, 2], [14, 8, 0, 2]]


SAID = {
    ("wijkkracht-spoordijk", "D4"): "1.210 van 3.340 uur toegezegd, door 1 van 6 partijen; nog niet: GGD Polderland, Stichting Welzijn Merenbroek, Sportservice Merenbroek, Huisartsengroep Spoordijk en Woonstichting De Linde",
    ("wijkkracht-spoordijk", "D8"): "nog geen van de zeven partijen heeft getekend; gepland 30 september 2027",
    ("wijkkracht-spoordijk", "K3"): "vervanger: 10 van 10 kerntaken; ingewerkt: 0 van 10",
    ("wijkkracht-spoordijk", "F1"): "2028–2031: kosten € 1.386.000, zeker € 952.920, nog niet zeker € 433.080",
    ("wijkkracht-spoordijk", "F2"): "in 2028: vaste kosten € 339.000, vast en zeker € 219.480, vast en nog niet zeker € 89.520; bewust geaccepteerd: € 30.000 per jaar in 2028 en 2029 zonder vast geld",
    ("wijkkracht-spoordijk", "F3"): "Tijdelijke rijksregeling wijkgezondheid stopt op 31 december 2027; gemeenteraad besluit op 24 juni 2027 over Nieuw structureel budget gemeente; uiterste dag 4 juli 2027\nZorgverzekeraar Noordzee (preventiebijdrage) stopt op 31 december 2029; gemeenteraad besluit op 24 juni 2027 over Nieuw structureel budget gemeente; uiterste dag 4 juli 2029",
    ("wijkkracht-spoordijk", "F5"): "11 bronnen: posten 11, besluit 3, voorwaarden 1 van 7",
    ("wijkkracht-spoordijk", "F6"): "elk jaar ten minste 6 financiers, waarvan 3 met geld",
    ("buurtprogramma-lijnbaan", "D4"): "840 van 3.870 uur toegezegd, door 1 van 5 partijen; nog niet: gemeente Brinkhaven, Stichting Buurtwerk Brinkhaven, Scholengroep De Touwbaan en Wijkcoöperatie Lijnbaan",
    ("buurtprogramma-lijnbaan", "F1"): "2028–2032: kosten € 2.001.000, zeker € 1.212.200, nog niet zeker € 788.800",
    ("alcoholbeleid-wolderwaard", "D4"): "1.200 van 3.500 uur toegezegd, door 2 van 8 partijen; het besluit van Managersoverleg van de vier gemeenten (20 juni 2029) noemt geen partijen; nog niet: gemeente Woldermuiden, gemeente Elzerbroek, gemeente Nieuwlede, gemeente Hogekerk, Stichting Jongerenwerk Wolderwaard en Sportraad Wolderwaard",
    ("alcoholbeleid-wolderwaard", "F2"): "in 2030: vaste kosten € 337.608,50, vast en zeker € 259.230, vast en nog niet zeker € 78.378,50",
}  # fmt: skip


@pytest.mark.parametrize(("name", "number"), SAID)
def test_the_line_of_a_sample_tells_the_fact(name, number):
    assert line(overview_of(bare_sample(name)), number) == SAID[name, number]


def test_temporary_money_is_red_when_its_follow_up_pays_less_or_is_decided_too_late():
    full = bare_sample("buurtprogramma-lijnbaan")
    told = line(overview_of(full), "F3").splitlines()[0]
    assert (
        "uiterste dag 14 juni 2028; voor ‘Activiteiten en initiatieven van bewoners’ en ‘Wijkkrant en drukwerk’" in told
    )
    full["financiering"][5]["vervolg"] = ["F08", "F09"]
    assert "besluit op 28 juni 2028 over Leefbaarheidsbijdrage corporatie; uiterste dag 14 juni 2028" in line(
        overview_of(full), "F3"
    )
    assert letters(overview_of(full))[2][2] == "r"


def test_six_tasks_with_a_trained_deputy_are_as_many_as_the_goal_counted():
    full = full_sample("wijkkracht-spoordijk")
    assert line(overview_of(full), "K3") == "vervanger: 10 van 10 kerntaken; ingewerkt: 6 van 10"
    goal = next(doel for doel in full["doelen"] if doel["indicator"] == "kerntaken met getrainde vervanger")
    assert goal["metingen"][-1]["waarde"] == 6


def test_a_line_holds_for_all_neighbourhoods_and_an_answer_for_its_own():
    overview = overview_of(full_sample("wandelmaatjes-ggd"))
    assert line(overview, "D1").endswith("; geldt voor alle wijken")
    first, second, *rest = line(overview, "D2").splitlines()
    assert first.endswith("geldt voor alle wijken") and rest == []
    assert second.startswith("Heidrecht-Dorp: volgens Verpleegkundige ouderen, 14 december 2027: Drie deelnemers")
    assert "wijken" not in line(overview_of(full_sample("wijkkracht-spoordijk")), "D1")


def test_lines_that_differ_name_their_neighbourhood():
    seat = (
        "draagvlak: [{groep: Buren, niveau: wijk, wijk: noord, laatste_contact: 2028-06-01, aan_tafel: stuurgroep}]\n"
    )
    states, told = point(TWO + seat, "D2")
    assert states == ["✓ groen", "✗ rood"]
    assert (
        told
        == "Noord: Buren: in de stuurgroep; laatste contact 1 juni 2028\nZuid: er staat nog geen groep bewoners in het dossier"
    )


def test_an_answer_stands_behind_the_line_with_who_says_it():
    less = answers("punt: D1, stand: rood, toelichting: Zij vertrekt., datum: 2028-06-01, wie: de directeur")
    states, told = point(BASE + PARTY + LEADER + less, "D1")
    assert states == ["✗ rood"]
    assert told == "Trekker, 9 uur per jaar; vervanger Hulp\nVolgens de directeur, 1 juni 2028: Zij vertrekt"


def test_grey_needs_a_reason_and_is_told_without_the_line():
    assert point(BASE + answers("punt: F7, stand: grijs, toelichting: Dat hoeft niet."), "F7") == (
        ["– grijs"],
        "Niet van toepassing: Dat hoeft niet",
    )
    refused = point(BASE + answers("punt: D1, stand: grijs, toelichting: De raad trekt zelf."), "D1")
    assert refused[0] == ["✗ rood"]


def test_a_fault_of_a_rule_makes_red_and_says_why():
    tasks = "taken: [{id: T1, naam: Werk, eigenaar: x, uren: {x: 20}}]\n"
    states, told = point(BASE + PARTY + LEADER + tasks, "D4")
    assert states == ["✗ rood"] and told.startswith("0 van 9 uur toegezegd")
    signed = PARTY.replace("naam: P", "naam: P, niveau: directie, getekend_op: 2028-06-01")
    states, told = point(BASE + signed + LEADER + tasks, "D4")
    assert states == ["✗ rood"] and "Trekker: 20 uur nodig voor de taken, 9 uur beschikbaar" in told
    assert point(BASE + signed + LEADER, "D4")[0] == ["✓ groen"]


@pytest.mark.parametrize("name", ["minimaal-borgingscheck", "twee-partijen"])
def test_the_counts_of_a_neighbourhood_add_up_to_24(name):
    dossier = load(DOSSIERS / f"{name}.yaml")
    for told in overview_of(fill_defaults(dossier.data, dossier.library.schema.root))["telling"]:
        assert sum(count for state, count in told.items() if state != "wijk") == len(POINTS) == 24


def test_faults_come_before_advice_and_what_was_accepted_is_apart():
    found = overview_of(full_sample("wijkkracht-spoordijk"))
    levels = [one["niveau"] for one in found["open"]]
    assert levels == sorted(levels, key=["fout", "waarschuwing", "advies"].index)
    assert [(one["code"], one["besloten_door"]) for one in found["geaccepteerd"]] == [("FIN-05", "opdrachtgever")] * 2


def test_a_group_that_lacks_support_is_not_at_the_table_and_without_any_group_nothing_is_known():
    some = "draagvlak: [{groep: A, niveau: wijk}, {groep: B, niveau: uitvoering}, {groep: C, niveau: bestuur}]\n"
    assert seen(BASE + some)["aan_tafel"] == [
        {"groep": "leidinggevenden die over tijd en geld gaan", "voorwaarde": None}
    ]
    assert seen(BASE)["aan_tafel"] == []


def test_a_point_that_moved_is_told_with_its_course():
    before, now = overview_of(bare_sample("wijkkracht-spoordijk")), overview_of(full_sample("wijkkracht-spoordijk"))
    assert [(one["nr"], one["toen"], one["nu"], one["verloop"]) for one in scorecard_changes(before, now)] == [
        (nr, "! oranje", "✓ groen", "↑ beter") for nr in ("D2", "D5", "D7")
    ]
    assert {one["verloop"] for one in scorecard_changes(now, before)} == {"↓ minder"}


@pytest.mark.parametrize("name", NAMES)
def test_costs_and_cover_are_those_of_the_map_of_money_flows(name):
    full = full_sample(name)
    names, told = builder.build(full), line(overview_of(full), "F1")
    first, last = map(int, re.match(r"(\d{4})–(\d{4})", told).groups())
    years = range(first, last + 1)
    amounts = [Decimal(found.replace(".", "").replace(",", ".")) for found in re.findall(r"€ ([\d.]+(?:,\d\d)?)", told)]
    costs, cover = (sum(names[table]["per_jaar"][year] for year in years) for table in ("kosten", "dekking"))
    unsure = sum(names["geldstromen"]["onzeker"][year] for year in years)
    assert amounts == [costs, cover - unsure, unsure]


@pytest.mark.parametrize("name", NAMES)
def test_deputies_are_those_of_the_handover_and_signatures_those_of_the_agreement(name):
    full, dossier = full_sample(name), load(ROOT / "samples" / f"{name}.yaml")
    core = [taak for taak in builder.build(full)["takenlijst"] if taak["kerntaak"]]  # what a handover lists
    deputised = sum(bool(taak["vervanger_naam"]) for taak in core)
    assert line(overview_of(full), "K3").startswith(f"vervanger: {deputised} van {len(core)} kerntaken;")
    agreement = as_text(render(dossier, "overeenkomst"))
    signers, signed = len(re.findall("Functie:", agreement)), len(re.findall(r"Datum:\D{1,20}\d", agreement))
    words = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"]
    told = (
        f"getekend: {signed} van {signers} partijen"
        if signed
        else f"nog geen van de {words[signers]} partijen heeft getekend"
    )
    assert line(overview_of(full), "D8").startswith(told)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_on_paper_names_the_tool_a_field_or_an_id(name):
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    text = as_text(render(dossier, "borgingscheck"))
    body = text[text.index("[Title]") :] if "[Title]" in text else text
    assert "eigen lijst, niet die van het RIVM" in body
    assert not re.search(r"(?i)docgen|\b[a-z]+_[a-z_]+\b|\b[A-Z]{3}-\d\d\b", body)
    assert "getekend_op" not in body


def test_what_was_accepted_with_the_waiver_of_another_rule_says_who_accepted_it():
    """The waiver of FIN-05 for 2029 holds for the reserve of that year too."""
    found = overview_of(full_sample("buurtprogramma-lijnbaan"))["geaccepteerd"]
    told = [(str(one["geldig_tot"]), one["besloten_door"]) for one in found if one["code"] == "GEM-06"]
    assert told == [("2029-12-31", "opdrachtgever")]
