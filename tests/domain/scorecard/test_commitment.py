"""D4, D6 and D8: what parties promised, wrote into plans and signed."""

from __future__ import annotations

import pytest

from tests.domain.scorecard.point_cases import HEAD, PARTIES, YEARS, said

WORK = "rollen: [{id: a, naam: A, partij: p, uren: 40}, {id: b, naam: B, partij: q, uren: 60}]\n"
SIGNED = "partijen: [{id: p, naam: P, niveau: directie, getekend_op: 2028-05-01}, {id: q, naam: Q, niveau: directie}]\n"
DECISION = "besluitvorming: [{niveau: tijd_en_geld, orgaan: MT, besluit: B, datum: 2028-03-01, status: genomen, partijen: [%s]}]\n"
STAFF = "begroting: {posten: [{id: P1, naam: Inzet Q, soort: personeel, partij: q, aard: structureel, bedragen: {2028: 100}}]}\n"
OWN = "financiering: [{id: F1, bron: Uren, partij: q, vorm: natura, aard: structureel, status: toegezegd, besluit: {orgaan: MT, datum: 2028-01-01}, voor: [P1], bedragen: {2028: 100}}]\n"
HALF = "40 van 100 uur toegezegd, door 1 van 2 partijen; nog niet: Q"
ALL = "100 van 100 uur toegezegd, door 2 van 2 partijen"
NONE = "0 van 100 uur toegezegd, door 0 van 2 partijen"


@pytest.mark.parametrize(
    ("text", "state", "line"),
    [
        (SIGNED, "oranje", HALF),
        (SIGNED + DECISION % "q", "groen", ALL),
        (SIGNED + STAFF + OWN, "groen", ALL),
        (SIGNED + STAFF + OWN.replace("100}}]", "99}}]"), "oranje", HALF),
        (SIGNED + STAFF + OWN.replace("2028-01-01", "2028-07-01"), "oranje", HALF),
        (SIGNED + STAFF + OWN.replace("toegezegd", "gevraagd"), "oranje", HALF),
        (SIGNED + STAFF + OWN.replace("natura", "geld"), "oranje", HALF),
        (SIGNED.replace("directie", "beleid"), "rood", f"{NONE}; nog niet: P en Q"),
        (PARTIES + DECISION.replace(", partijen: [%s]", ""), "oranje", f"{NONE}; het besluit van MT (1 maart 2028) noemt geen partijen; nog niet: P en Q"),
        (PARTIES + (DECISION % "p, q").replace("genomen", "gepland"), "rood", f"{NONE}; nog niet: P en Q"),
    ],
)  # fmt: skip
def test_d4_asks_a_promise_of_every_party_whose_people_work(text, state, line):
    assert said("D4", WORK + text, YEARS) == (state, line)


def test_d4_counts_no_volunteers_nor_who_left():
    rest = ", {id: c, naam: C, partij: q, uren: 90, vrijwillig: true}, {id: d, naam: D, partij: q, uren: 5, einde: 2028-06-29}]\n"
    roles = "rollen: [{id: a, naam: A, partij: p, uren: 40}" + rest
    assert said("D4", SIGNED + roles) == ("groen", "40 van 40 uur toegezegd, door 1 van 1 partij")
    assert said("D4", PARTIES) == ("rood", "er zijn nog geen rollen met uren")


PLAN = "{{partij: {}, document: Plan {}, soort: {}, status: opgenomen, vindplaats: blz. 3, vastgesteld: 2028-01-15{}}}"


def plans(*rows):
    return PARTIES + f"verankering: [{', '.join(rows)}]\n"


P, Q = PLAN.format("p", "1", "beleid", ""), PLAN.format("q", "2", "jaarplan", "")


@pytest.mark.parametrize(
    ("rows", "state", "line"),
    [
        ([P, Q], "groen", "vastgesteld: Plan 1 van P (blz. 3, 15 januari 2028) en Plan 2 van Q (blz. 3, 15 januari 2028)"),
        ([P], "oranje", "vastgesteld: Plan 1 van P (blz. 3, 15 januari 2028); nog niet: Q"),
        ([P, Q.replace("jaarplan", "beleid")], "oranje", "vastgesteld: Plan 1 van P (blz. 3, 15 januari 2028) en Plan 2 van Q (blz. 3, 15 januari 2028); er is nog geen jaarplan of begroting bij"),
        ([P, Q.replace(", vastgesteld: 2028-01-15", "")], "oranje", "vastgesteld: Plan 1 van P (blz. 3, 15 januari 2028); opgenomen: Plan 2 van Q (zonder dag van vaststellen); nog niet: Q"),
        ([P, Q.replace("vindplaats: blz. 3, ", "")], "oranje", "vastgesteld: Plan 1 van P (blz. 3, 15 januari 2028); opgenomen: Plan 2 van Q (zonder vindplaats); nog niet: Q"),
        ([PLAN.format("p", "1", "beleid", ", geldig_tot: 2028-06-29")], "oranje", "opgenomen: Plan 1 van P (geldig tot en met 29 juni 2028); nog bij geen van de twee partijen aantoonbaar vastgesteld"),
        ([P.replace("2028-01", "2029-01")], "oranje", "opgenomen: Plan 1 van P (vast te stellen op 15 januari 2029); nog bij geen van de twee partijen aantoonbaar vastgesteld"),
        ([P.replace("opgenomen", "gepland")], "rood", "de aanpak staat nog in geen enkel plan"),
    ],
)  # fmt: skip
def test_d6_asks_a_plan_in_force_of_every_party(rows, state, line):
    assert said("D6", plans(*rows)) == (state, line)


AGREEMENT = "overeenkomst: {titel: O, ingang: 2028-01-01%s}\n"
BOTH = "partijen: [{id: p, naam: P, niveau: directie, bevoegdheid: statuten, getekend_op: 2028-05-01}, {id: q, naam: Q, niveau: bestuur, bevoegdheid: statuten, getekend_op: 2028-05-02}]\n"


@pytest.mark.parametrize(
    ("parties", "more", "state", "line"),
    [
        (BOTH, "", "groen", "getekend: 2 van 2 partijen, het laatst op 2 mei 2028"),
        (BOTH.replace(", getekend_op: 2028-05-02", ""), "", "oranje", "getekend: 1 van 2 partijen, het laatst op 1 mei 2028"),
        (BOTH.replace("2028-05-02", "2028-07-02"), "", "oranje", "getekend: 1 van 2 partijen, het laatst op 1 mei 2028"),
        (BOTH.replace("niveau: directie, bevoegdheid: statuten", "niveau: directie"), "", "oranje", "getekend: 2 van 2 partijen, het laatst op 2 mei 2028; zonder bevoegdheid: P"),
        (BOTH.replace("niveau: bestuur", "niveau: uitvoering"), "", "rood", "getekend: 1 van 2 partijen, het laatst op 1 mei 2028; niet op beslisniveau: Q"),
        (BOTH, ", einde: 2028-06-29", "rood", "getekend: 2 van 2 partijen, het laatst op 2 mei 2028; de overeenkomst liep tot en met 29 juni 2028"),
        (BOTH, ", einde: 2028-06-30", "groen", "getekend: 2 van 2 partijen, het laatst op 2 mei 2028"),
        (PARTIES, "", "rood", "nog geen van de twee partijen heeft getekend"),
    ],
)  # fmt: skip
def test_d8_asks_a_signature_of_all_on_the_level_that_decides(parties, more, state, line):
    assert said("D8", parties + AGREEMENT % more) == (state, line)
    assert said("D8", parties)[0] == "rood"


def test_d8_tells_when_signing_is_planned_only_when_the_dossier_names_it():
    ahead = "mijlpalen: [{datum: 2028-09-01, tekst: De overeenkomst is getekend}]\n"
    planned = "nog geen van de twee partijen heeft getekend; gepland 1 september 2028"
    assert said("D8", PARTIES + AGREEMENT % "" + ahead) == ("rood", planned)
    for other in (ahead.replace("overeenkomst", "brief"), ahead.replace("2028-09", "2028-06")):
        assert said("D8", PARTIES + AGREEMENT % "" + other)[1] == "nog geen van de twee partijen heeft getekend"


def test_without_a_reference_date_nothing_dated_is_green():
    head = HEAD.replace(", peildatum: 2028-06-30", "")
    unsure = "zonder peildatum is dit niet te beoordelen"
    assert said("D8", BOTH + AGREEMENT % "", head) == (
        "rood",
        f"nog geen van de twee partijen heeft getekend; {unsure}",
    )
    assert said("D6", plans(P, Q), head)[0] == "oranje"
