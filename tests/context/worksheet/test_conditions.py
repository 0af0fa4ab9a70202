"""Block 4a and 4b: other conditions, recognition, policy and politics."""

from __future__ import annotations

import pytest

from docgen.context.worksheet.questions import IN_PUBLIC
from tests.complete_dossier import HEAD, PEOPLE, answer

GOES = "{partij: p, document: Nota, soort: beleid, vindplaats: hoofdstuk 4, status: opgenomen, vastgesteld: 2028-01-01}"
COLLEGE = "{groep: Wethouder, organen: [college], houding: positief, laatste_contact: 2028-01-05}"
COUNCIL = "{groep: Commissie, organen: [raad], houding: kritisch, laatste_contact: 2028-02-05}"
DECIDED = "besluitvorming: [{niveau: besluit, orgaan: de gemeenteraad, besluit: Vast geld, datum: 2028-05-01, status: genomen}]\n"
MONEY = "financiering: [{id: F1, bron: Vast, partij: p, aard: structureel, status: beschikt, bedragen: {2028: 100}, besluit: {orgaan: gemeenteraad, datum: 2028-05-01}}]\n"
TOLD = "de gemeenteraad besloot op 1 mei 2028: Vast geld."


def conditions(*rows):
    return f"{PEOPLE}interventie: {{naam: I, randvoorwaarden: [{', '.join(rows)}]}}\n"


def recognition(fields):
    return f"{PEOPLE}interventie: {{naam: I, erkenning: {{{fields}}}}}\n"


def groups(*rows):
    return f"{PEOPLE}draagvlak: [{', '.join(rows)}]\n"


def test_another_condition_counts_when_is_known_whether_it_is_arranged():
    row = "{tekst: een vaste ruimte., geregeld: deels, rol: r, uiterlijk: 2029-01-01}"
    assert answer("overige", conditions(row, "{tekst: een sleutel}")) == (
        True, "een vaste ruimte: deels geregeld (Regisseur, uiterlijk 1 januari 2029). Een sleutel.",
    )  # fmt: skip
    assert answer("overige", conditions("{tekst: een sleutel}")) == (False, "een sleutel.")
    assert answer("overige", conditions("{tekst: een sleutel, geregeld: nee}")) == (
        True,
        "een sleutel: nog niet geregeld.",
    )
    assert answer("overige", "") == (False, "")


@pytest.mark.parametrize(
    ("question", "fields", "is_real", "told"),
    [
        ("van_belang", "van_belang: later", True, "later."),
        ("van_belang", "niveau: Goed", False, ""),
        ("eisen", "niveau: Goed, actie: Aanvragen., status: concept", True, "voor Goed: Aanvragen. Stand: concept."),
        ("eisen", "niveau: Goed, status: concept", False, "het gaat om Goed. Stand: concept."),
        ("eisen", "actie: Aanvragen", False, "Aanvragen."),
        ("eisen", "van_belang: nee, niveau: Goed, actie: Aanvragen", True, "Vervalt: erkenning is niet van belang."),
        ("proces", "actie: Aanvragen., rol: r, uiterlijk: 2028-10-01", True, "Aanvragen (Regisseur, uiterlijk 1 oktober 2028)."),
        ("proces", "actie: Aanvragen, uiterlijk: 2028-10-01", False, "Aanvragen (uiterlijk 1 oktober 2028)."),
        ("proces", "actie: Aanvragen, rol: r", False, "Aanvragen (Regisseur)."),
        ("proces", "rol: r, uiterlijk: 2028-10-01", False, ""),
        ("proces", "van_belang: nee", True, "Vervalt: erkenning is niet van belang."),
    ],
)  # fmt: skip
def test_recognition_asks_what_is_needed_by_whom_and_when(question, fields, is_real, told):
    assert answer(question, recognition(fields)) == (is_real, told)


def test_policy_is_that_of_a_municipality_and_in_force():
    town = PEOPLE.replace("naam: P}", "naam: P, soort: gemeente}")
    assert answer("beleid", f"{town}verankering: [{GOES}]\n") == (True, "ja: Nota, hoofdstuk 4.")
    assert answer("beleid", f"{PEOPLE}verankering: [{GOES}]\n") == (False, "")
    undated = GOES.replace(", vastgesteld: 2028-01-01", "")
    assert answer("beleid", f"{town}verankering: [{undated}]\n") == (
        False, "opgenomen in Nota (P, dag van vaststelling onbekend).",
    )  # fmt: skip
    assert answer("beleid", f"{town}verankering: [{GOES.replace('beleid', 'jaarplan')}]\n") == (False, "")


@pytest.mark.parametrize(
    ("text", "is_real", "told"),
    [
        (groups(COLLEGE, COUNCIL), True, "Wethouder: positief; Commissie: kritisch."),
        (groups(COLLEGE), False, "Wethouder: positief."),
        (groups(COLLEGE, COUNCIL.replace("kritisch", "onbekend")), False, "Wethouder: positief."),
        (groups(COLLEGE.replace("college", "college, raad")), True, "Wethouder: positief."),
        (PEOPLE + DECIDED + MONEY, True, TOLD),
        (groups(COLLEGE) + DECIDED + MONEY, True, f"Wethouder: positief. D{TOLD[1:]}"),
        (PEOPLE + DECIDED, False, ""),
        (PEOPLE + DECIDED.replace("genomen", "gepland") + MONEY, False, ""),
        (PEOPLE + DECIDED.replace("2028-05-01", "2028-07-01") + MONEY.replace("2028-05-01", "2028-07-01"), False, ""),
        (PEOPLE + DECIDED.replace("de gemeenteraad", "de raad van toezicht") + MONEY, False, ""),
        (groups(COLLEGE.replace("organen: [college]", "niveau: bestuur")), False, ""),
    ],
)  # fmt: skip
def test_support_of_the_board_is_known_of_both_or_decided_by_the_council(text, is_real, told):
    assert answer("bestuurlijke_steun", text) == (is_real, told)


def test_everybody_reads_what_was_decided_and_never_what_anybody_thinks():
    assert answer("bestuurlijke_steun", groups(COLLEGE, COUNCIL), asked=IN_PUBLIC) == (False, "")
    assert answer("bestuurlijke_steun", groups(COLLEGE, COUNCIL) + DECIDED + MONEY, asked=IN_PUBLIC) == (True, TOLD)


NEXT = (
    "besluitvorming: [{niveau: besluit, orgaan: raad, besluit: B, datum: 2029-01-01, status: gepland}, "
    "{niveau: besluit, orgaan: college, besluit: A, datum: 2028-09-01, status: gepland}, "
    "{niveau: besluit, orgaan: MT, besluit: C, datum: 2028-06-29, status: gepland}]\n"
)


def test_exploring_is_a_talk_that_was_had_and_the_decision_that_comes():
    spoken = "Wethouder, 5 januari 2028; Commissie, 5 februari 2028."
    coming = "volgend besluit: het college, 1 september 2028."
    assert answer("verkenning", groups(COLLEGE, COUNCIL) + NEXT) == (True, f"{spoken} V{coming[1:]}")
    assert answer("verkenning", groups(COUNCIL)) == (True, "Commissie, 5 februari 2028.")
    assert answer("verkenning", NEXT) == (False, coming)
    assert answer("verkenning", groups(COUNCIL.replace("2028-02-05", "2028-07-05"))) == (False, "")
    assert answer("verkenning", groups(COUNCIL), HEAD.replace(", peildatum: 2028-06-30", "")) == (False, "")
    assert answer("verkenning", groups(COLLEGE) + NEXT, asked=IN_PUBLIC) == (True, coming)
    assert answer("verkenning", groups(COLLEGE), asked=IN_PUBLIC) == (False, "")
