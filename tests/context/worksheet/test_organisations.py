"""Block 2: whether the organisations stand behind it, work by it and laid it down."""

from __future__ import annotations

import pytest

from tests.complete_dossier import PEOPLE, answer

TEAM = "{groep: Team, niveau: uitvoering, houding: positief, laatste_contact: 2028-01-01}"
BOARD = "{groep: MT, niveau: tijd_en_geld, houding: kritisch, laatste_contact: 2028-02-01}"
TOLD = "Team: positief, laatste contact 1 januari 2028"
AGREEMENT = "overeenkomst: {titel: O, ingang: 2028-01-01, einde: 2030-12-31}\n"
SIGNED = "niveau: directie, bevoegdheid: statuten, getekend_op: 2028-01-01"
PLAN = (
    "{partij: p, document: Werkplan, soort: jaarplan, vindplaats: blz. 2, status: opgenomen, vastgesteld: 2028-01-01}"
)


def groups(*rows):
    return f"draagvlak: [{', '.join(rows)}]\n"


def parties(first, second):
    return f"partijen: [{{id: p, naam: P, {first}}}, {{id: q, naam: Q, {second}}}]\n"


@pytest.mark.parametrize(
    ("rows", "is_real", "told"),
    [
        ((TEAM, BOARD), True, f"{TOLD}; MT: kritisch, laatste contact 1 februari 2028."),
        ((TEAM,), False, f"{TOLD}."),
        ((TEAM, BOARD.replace("kritisch", "onbekend")), False, f"{TOLD}."),
        ((TEAM, BOARD.replace("2028-02-01", "2027-06-01")), False, f"{TOLD}; MT: kritisch, laatste contact 1 juni 2027."),
        ((TEAM, BOARD.replace("2028-02-01", "2028-07-01")), False, f"{TOLD}; MT: kritisch, laatste contact 1 juli 2028."),
        ((TEAM, BOARD.replace("tijd_en_geld", "bestuur")), False, f"{TOLD}."),
        ((), False, ""),
    ],
)  # fmt: skip
def test_backing_is_known_of_both_levels_and_heard_of_late(rows, is_real, told):
    assert answer("steun", groups(*rows)) == (is_real, told)


def test_only_a_way_of_working_says_that_the_approach_is_part_of_one():
    text = "interventie: {naam: I, ingebed_in: [de intake, het teamoverleg]}\n"
    assert answer("ingebed", text) == (True, "de aanpak zit in de intake en het teamoverleg.")
    assert answer("ingebed", f"{PEOPLE}verankering: [{PLAN}]\n") == (False, "")


@pytest.mark.parametrize(
    ("text", "is_real", "told"),
    [
        (AGREEMENT + parties(SIGNED, SIGNED), True, "getekend: 2 van 2 partijen, het laatst op 1 januari 2028."),
        (AGREEMENT + parties(SIGNED, "niveau: directie"), True, "deels getekend: 1 van 2 partijen, het laatst op 1 januari 2028."),
        (AGREEMENT + parties("niveau: directie", "niveau: directie"), False, "nog geen van de twee partijen heeft getekend."),
        (AGREEMENT + parties(SIGNED.replace("directie", "uitvoering"), "niveau: directie"), False, "nog geen van de twee partijen heeft op beslisniveau getekend."),
        (AGREEMENT + parties(SIGNED.replace("2028-01-01", "2028-07-01"), "niveau: directie"), False, "nog geen van de twee partijen heeft getekend."),
        (AGREEMENT.replace("2030-12-31", "2028-06-29") + parties(SIGNED, SIGNED), False, "de overeenkomst gold tot en met 29 juni 2028."),
        (parties(SIGNED, SIGNED), False, ""),
    ],
)  # fmt: skip
def test_a_formal_agreement_is_one_that_was_signed_by_who_may(text, is_real, told):
    assert answer("afgesproken", text) == (is_real, told)


def test_in_plans_are_those_in_force_by_party():
    two = "partijen: [{id: p, naam: P}, {id: q, naam: Q}]\n"
    assert answer("in_plannen", f"{two}verankering: [{PLAN}]\n") == (
        True, "ja, bij 1 van 2 partijen: Werkplan (P). Nog niet: Q.",
    )  # fmt: skip
    both = f"{PLAN}, {PLAN.replace('partij: p', 'partij: q').replace('Werkplan', 'Nota')}"
    assert answer("in_plannen", f"{two}verankering: [{both}]\n") == (
        True, "ja, bij beide partijen: Werkplan (P); Nota (Q).",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (", vastgesteld: 2028-01-01", "", "opgenomen in Werkplan (P, dag van vaststelling onbekend)."),
        ("2028-01-01", "2028-07-01", "opgenomen in Werkplan (P, nog niet vastgesteld)."),
        (" vindplaats: blz. 2,", "", "opgenomen in Werkplan (P, vindplaats onbekend)."),
        (
            "2028-01-01",
            "2028-01-01, geldig_tot: 2028-06-29",
            "opgenomen in Werkplan (P, gold tot en met 29 juni 2028).",
        ),
        ("opgenomen", "gepland", ""),
    ],
)
def test_a_plan_that_is_not_proven_is_known_with_what_is_missing(old, new, told):
    assert answer("in_plannen", f"{PEOPLE}verankering: [{PLAN.replace(old, new)}]\n") == (False, told)
