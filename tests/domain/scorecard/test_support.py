"""D1, D2, D3, D5 and D7: who is behind the approach, and what proves it."""

from __future__ import annotations

import pytest

from tests.domain.scorecard.point_cases import HEAD, PARTIES, said


def roles(first, second):
    return PARTIES + f"rollen: [{{id: a, naam: Anna, partij: p, {first}}}, {{id: b, naam: Bo, partij: q, {second}}}]\n"


LEADS = "trekker: true, uren: 40, vervanger: b"


@pytest.mark.parametrize(
    ("first", "second", "state", "line"),
    [
        (LEADS, "", "groen", "Anna, 40 uur per jaar; vervanger Bo"),
        ("trekker: true, uren: 0, vervanger: b", "", "oranje", "Anna, zonder uren; vervanger Bo"),
        (LEADS.replace("b", "a"), "", "oranje", "Anna, 40 uur per jaar; nog geen vervanger die meedoet"),
        (LEADS, "einde: 2028-06-29", "oranje", "Anna, 40 uur per jaar; nog geen vervanger die meedoet"),
        (LEADS + ", einde: 2028-06-29", "", "rood", "de aanpak heeft nu geen trekker"),
        (LEADS, "trekker: true", "rood", "er zijn twee trekkers: Anna en Bo"),
        (LEADS, "trekker: true, begin: 2028-07-01", "oranje", "Anna, 40 uur per jaar; nog geen vervanger die meedoet"),
    ],
)
def test_d1_asks_one_leader_with_hours_and_another_who_stands_in(first, second, state, line):
    assert said("D1", roles(first, second)) == (state, line)


@pytest.mark.parametrize(
    ("group", "state", "line"),
    [
        ("laatste_contact: 2028-05-01, aan_tafel: stuurgroep", "groen", "Bewoners: in de stuurgroep; laatste contact 1 mei 2028"),
        ("laatste_contact: 2028-05-01, aan_tafel: werkoverleg", "oranje", "Bewoners: wel gesproken, niet in de stuurgroep; laatste contact 1 mei 2028"),
        ("laatste_contact: 2027-05-01, aan_tafel: stuurgroep", "rood", "laatste contact met Bewoners, 1 mei 2027"),
        ("laatste_contact: 2028-07-01, aan_tafel: stuurgroep", "rood", "met Bewoners staat nog geen gesprek"),
        ("aan_tafel: stuurgroep", "rood", "met Bewoners staat nog geen gesprek"),
    ],
)  # fmt: skip
def test_d2_asks_a_seat_in_the_steering_group_and_recent_contact(group, state, line):
    assert said("D2", f"draagvlak: [{{groep: Bewoners, niveau: wijk, {group}}}]\n") == (state, line)
    assert said("D2", "")[0] == "rood"


def test_d2_is_judged_for_each_neighbourhood_by_its_own_groups_and_those_of_all():
    seat = "niveau: wijk, laatste_contact: 2028-05-01, aan_tafel: stuurgroep"
    head = HEAD.replace("titel: D", "titel: D, wijken: [noord, zuid]")
    own = f"draagvlak: [{{groep: Noorderlingen, wijk: noord, {seat}}}]\n"
    assert [said("D2", own, head, wijk)[0] for wijk in ("noord", "zuid")] == ["groen", "rood"]
    everywhere = own.replace("wijk: noord, ", "")
    assert [said("D2", everywhere, head, wijk)[0] for wijk in ("noord", "zuid")] == ["groen", "groen"]


DECIDED = "besluitvorming: [{niveau: uitvoering, orgaan: Team, besluit: B, datum: 2028-03-01, status: genomen}]\n"
TASK = "taken: [{id: T, naam: Werk, eigenaar: a}]\n"
READY = "uren: 10, ingewerkt_op: 2028-01-01"


@pytest.mark.parametrize(
    ("text", "state", "line"),
    [
        (roles(READY, READY) + TASK + DECIDED, "groen", "werkafspraken: Team, 1 maart 2028; ingewerkt: 2 van 2 rollen"),
        (roles(READY, "uren: 10") + TASK + DECIDED, "oranje", "werkafspraken: Team, 1 maart 2028; ingewerkt: 1 van 2 rollen"),
        (roles(READY, READY) + TASK, "oranje", "over werkafspraken is nog niet besloten; ingewerkt: 2 van 2 rollen"),
        (roles(READY, READY) + TASK + DECIDED.replace("genomen", "gepland"), "oranje", "over werkafspraken is nog niet besloten; ingewerkt: 2 van 2 rollen"),
        (roles("uren: 10", "uren: 10") + TASK, "rood", "over werkafspraken is nog niet besloten; ingewerkt: 0 van 2 rollen"),
        (roles(READY, READY) + TASK.replace(", eigenaar: a", "") + DECIDED, "rood", "zonder eigenaar die nu meedoet: ‘Werk’"),
        (roles(READY + ", einde: 2028-01-01", READY) + TASK + DECIDED, "rood", "zonder eigenaar die nu meedoet: ‘Werk’"),
    ],
)  # fmt: skip
def test_d3_asks_owners_who_takes_part_and_knows_the_agreement(text, state, line):
    assert said("D3", text) == (state, line)


COLLEGE = "{groep: Wethouder, niveau: bestuur, organen: [college], laatste_contact: 2028-05-01}"
RAAD = "{groep: Commissie, niveau: bestuur, organen: [raad], laatste_contact: 2028-04-01}"
CHANGES = HEAD.replace(
    "titel: D", "titel: D, horizon: {begin: 2028-01-01, einde: 2031-12-31}, wissels: [{datum: %s, soort: verkiezing}]"
)


def groups(*rows):
    return f"draagvlak: [{', '.join(rows)}]\n"


@pytest.mark.parametrize(
    ("rows", "state", "line"),
    [
        ([COLLEGE, RAAD], "groen", "college: Wethouder, 1 mei 2028; raad: Commissie, 1 april 2028"),
        ([COLLEGE.replace("[college]", "[college, raad]")], "groen", "college en raad: Wethouder, 1 mei 2028"),
        ([COLLEGE], "oranje", "college: Wethouder, 1 mei 2028; met de raad staat geen gesprek"),
        ([COLLEGE, RAAD.replace("2028", "2026")], "oranje", "college: Wethouder, 1 mei 2028; met de raad staat geen gesprek sinds 1 april 2026"),
        ([COLLEGE.replace("organen: [college], ", "")], "oranje", "Wethouder, 1 mei 2028; er staat niet bij of dit college of raad is"),
        ([COLLEGE.replace("college", "financier")], "rood", "met het college staat geen gesprek; met de raad staat geen gesprek"),
    ],
)  # fmt: skip
def test_d5_asks_a_talk_with_both_college_and_council(rows, state, line):
    assert said("D5", groups(*rows)) == (state, line)


def test_d5_asks_a_talk_after_the_last_election_and_a_handover_before_the_next():
    text = groups(COLLEGE, RAAD)
    assert said("D5", text, CHANGES % "2028-03-20")[0] == "oranje"  # no handover stands in the dossier
    made = "mijlpalen: [{datum: %s, tekst: M, soort: overdracht_bestuur}]\n"
    assert said("D5", text + made % "2028-02-01", CHANGES % "2028-03-20")[0] == "groen"
    after = said("D5", text + made % "2028-02-01", CHANGES % "2028-04-15")
    assert after == ("oranje", "college: Wethouder, 1 mei 2028; met de raad staat geen gesprek sinds 1 april 2028")
    assert said("D5", text + made % "2030-02-01", CHANGES % "2030-03-20")[0] == "groen"
    late = said("D5", text + made % "2030-03-20", CHANGES % "2030-03-20")
    assert late[0] == "oranje" and late[1].endswith("voor de verkiezing van 20 maart 2030 staat geen overdracht")


@pytest.mark.parametrize(
    ("success", "state", "line"),
    [
        ("datum: 2028-05-01, gedeeld_via: krant, gevierd_met: 'bewoners, met taart'", "groen", "Gelukt (1 mei 2028), gedeeld via krant, gevierd met bewoners, met taart"),
        ("datum: 2028-05-01, gedeeld_via: krant", "oranje", "Gelukt (1 mei 2028), gedeeld via krant; nog niet gevierd"),
        ("datum: 2028-05-01, gevierd_met: bewoners", "rood", "Gelukt (1 mei 2028), gevierd met bewoners; nog niet gedeeld"),
        ("datum: 2027-05-01, gedeeld_via: krant, gevierd_met: bewoners", "rood", "er staat geen succes dat pas is gedeeld of gevierd; het laatste succes is van 1 mei 2027"),
        ("gedeeld_via: krant, gevierd_met: bewoners", "rood", "er staat geen succes dat pas is gedeeld of gevierd"),
    ],
)  # fmt: skip
def test_d7_asks_that_a_recent_success_was_shared_and_one_was_celebrated(success, state, line):
    assert said("D7", f"successen: [{{tekst: Gelukt., {success}}}]\n") == (state, line)


def test_d7_takes_a_success_that_was_shared_and_another_that_was_celebrated():
    rows = "{tekst: A, datum: 2028-05-01, gedeeld_via: krant}, {tekst: B, datum: 2028-04-01, gevierd_met: bewoners}"
    line = "A (1 mei 2028), gedeeld via krant; B (1 april 2028), gevierd met bewoners"
    assert said("D7", f"successen: [{rows}]\n") == ("groen", line)
