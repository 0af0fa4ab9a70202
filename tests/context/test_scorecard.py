"""The borgingscheck: when a point is green, orange, red or grey, for which neighbourhood, and with what proof."""

from __future__ import annotations

import pytest

from docgen.context.scorecard import POINTS, scorecard
from docgen.dossier import load, loads
from docgen.rules.runner import run_rules
from docgen.schema.completion import fill_defaults
from tests.conftest import DOSSIERS

BASE = "dossier: {id: a, titel: T}\norganisatie: {naam: gemeente A}\ninterventie: {naam: I}\n"
TWO = BASE.replace("titel: T", "titel: T, wijken: [noord, zuid]")
LEADER = "rollen: [{id: x, naam: Trekker, partij: p, trekker: true, vervanger: y}, {id: y, naam: Hulp, partij: p}]\n"
PARTY = "partijen: [{id: p, naam: P}]\n"


def overview_of(dossier):
    full = fill_defaults(dossier.data, dossier.library.schema.root)
    return scorecard(full, run_rules(full, {kind.name for kind in dossier.asked_types()}))


def seen(text):
    return overview_of(loads(text.encode()))


def point(text, number):
    """The states of a point, one a neighbourhood, and the proof."""
    rows = [row for anker in seen(text)["ankers"] for row in anker["punten"] if row["nr"] == number]
    assert len(rows) == 1
    return [cell["woord"] for cell in rows[0]["standen"]], rows[0]["bewijs"]


def answers(*rows):
    return "borgingscheck:\n  antwoorden:\n" + "".join(f"    - {{{row}}}\n" for row in rows)


def test_a_point_is_green_only_with_proof():
    assert point(BASE + PARTY + LEADER, "D1") == (["✓ groen"], "Trekker, vervanger Hulp")
    assert point(BASE, "D7") == (["✗ rood"], "nog geen bewijs in het dossier")
    assert point(BASE + "successen: [{tekst: S, datum: 2027-01-01}]\n", "D7") == (
        ["✗ rood"],
        "nog geen bewijs in het dossier",
    )
    shared = "successen: [{tekst: S, datum: 2027-01-01, gedeeld_via: de krant}]\n"
    assert point(BASE + shared, "D7") == (["✓ groen"], "1 succes gedeeld")


def test_where_nothing_is_there_a_point_is_red_and_says_so():
    assert point(BASE, "D1") == (["✗ rood"], "de aanpak heeft nog geen trekker")
    assert point(BASE, "D2") == (["✗ rood"], "niemand heeft dit nog bevestigd")
    assert point(BASE, "K1") == (["✗ rood"], "nog geen bewijs in het dossier")


def test_an_answer_does_not_make_green_what_the_rules_find_red():
    text = BASE + answers("punt: D1, stand: groen, toelichting: Komt goed.")
    assert point(text, "D1") == (["✗ rood"], "de aanpak heeft nog geen trekker; Komt goed")


def test_an_answer_that_is_worse_than_what_the_rules_find_is_believed():
    text = BASE + PARTY + LEADER + answers("punt: D1, stand: rood, toelichting: Zij vertrekt.")
    assert point(text, "D1") == (["✗ rood"], "Trekker, vervanger Hulp; Zij vertrekt")


def test_advice_alone_makes_orange_when_there_is_proof():
    text = BASE.replace("naam: I", "naam: I, meerwaarde: Minder eenzaamheid")
    assert point(text, "F7") == (
        ["! oranje"],
        "de meerwaarde is nog niet uitgedrukt in een bedrag of een aantal",
    )


def test_what_was_accepted_makes_orange_and_keeps_its_sentence():
    text = BASE + PARTY + LEADER.replace(", vervanger: y", "")
    assert point(text, "D1") == (["✗ rood"], "trekker Trekker heeft geen vervanger")
    waived = "afwijkingen: [{regel: ROL-04, reden: Dat mag., besloten_door: x, geldig_tot: 2030-01-01}]\n"
    assert point(text + waived, "D1") == (["! oranje"], "trekker Trekker heeft geen vervanger (geaccepteerd)")


def test_a_fault_of_a_rule_makes_red():
    hours = LEADER.replace("vervanger: y}", "vervanger: y, uren: 10}")
    tasks = "taken: [{id: T1, naam: Werk, eigenaar: x, uren: {x: 20}}]\n"
    state, proof = point(BASE + PARTY + hours + tasks, "D4")
    assert state == ["✗ rood"] and proof.startswith("Trekker: 20\xa0uur nodig voor de taken, 10\xa0uur beschikbaar")
    fits = BASE + PARTY + hours + tasks.replace("20", "5")
    assert point(fits, "D4")[0] == ["! oranje"]  # nobody has decided on the hours
    decided = "besluitvorming: [{niveau: tijd_en_geld, orgaan: MT, besluit: Uren, status: genomen}]\n"
    assert point(fits + decided, "D4")[0] == ["✓ groen"]


def test_grey_needs_a_reason_and_goes_before_the_rules():
    text = BASE + answers("punt: D1, stand: grijs, toelichting: De raad trekt zelf.")
    assert point(text, "D1") == (["– grijs"], "niet van toepassing: De raad trekt zelf")


def test_an_answer_for_a_neighbourhood_goes_before_the_one_for_all():
    text = TWO + answers(
        "punt: D2, stand: oranje, toelichting: Deels.", "punt: D2, wijk: zuid, stand: groen, toelichting: Allen."
    )
    assert point(text, "D2") == (["! oranje", "✓ groen"], "Noord: Deels\nZuid: Allen")
    turned = TWO + answers(
        "punt: D2, wijk: zuid, stand: groen, toelichting: Allen.", "punt: D2, stand: oranje, toelichting: Deels."
    )
    assert point(turned, "D2") == point(text, "D2")
    assert point(text, "D1") == (["✗ rood", "✗ rood"], "de aanpak heeft nog geen trekker")


def test_one_funder_alone_does_not_prove_that_more_than_one_pays():
    money = (
        "financiering: [{id: F1, bron: Fonds, partij: p, aard: structureel, status: toegezegd, bedragen: {2028: 1}}]\n"
    )
    assert point(BASE + PARTY + money, "F6") == (["✗ rood"], "nog geen bewijs in het dossier")


@pytest.mark.parametrize("name", ["minimaal-borgingscheck", "twee-partijen"])
def test_the_counts_of_a_neighbourhood_add_up_to_24(name):
    for row in overview_of(load(DOSSIERS / f"{name}.yaml"))["telling"]:
        assert sum(count for state, count in row.items() if state != "wijk") == 24


def test_the_sample_has_eighteen_green_and_six_orange(sample):
    assert overview_of(sample)["telling"] == [{"wijk": "spoordijk", "groen": 18, "oranje": 6, "rood": 0, "grijs": 0}]
    assert len(POINTS) == 24


def test_faults_come_before_advice_and_what_was_accepted_is_apart(sample):
    found = overview_of(sample)
    assert [row["code"] for row in found["open"]][:4] == ["FIN-04", "FIN-08", "GEM-14", "GEM-14"]
    assert [(row["code"], row["besloten_door"]) for row in found["geaccepteerd"]] == [("FIN-05", "opdrachtgever")] * 2


def test_a_group_that_lacks_support_is_not_at_the_table_and_without_any_group_nothing_is_known():
    some = "draagvlak: [{groep: A, niveau: wijk}, {groep: B, niveau: uitvoering}, {groep: C, niveau: bestuur}]\n"
    assert seen(BASE + some)["aan_tafel"] == [
        {"groep": "leidinggevenden die over tijd en geld gaan", "voorwaarde": None}
    ]
    assert seen(BASE)["aan_tafel"] == []
