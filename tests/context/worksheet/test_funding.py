"""Block 3a: whether there is enough money, with whom to talk about it, and what the approach brings."""

from __future__ import annotations

import pytest

from docgen.context.worksheet.questions import IN_PUBLIC
from tests.complete_dossier import HEAD, MONEY, answer

COSTS = "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 100, 2029: 100}}]}\n"
TOWN = "partijen: [{id: g, naam: gemeente A, soort: gemeente}, {id: q, naam: Corporatie}]\n"
CERTAIN = "{id: F1, bron: Vast, partij: extern, aard: structureel, status: beschikt, bedragen: {2028: 100, 2029: 100}}"


def source(status, more="partij: extern", amounts="2028: 40, 2029: 40", name="Fonds"):
    return f"{{id: {name}, bron: {name}, aard: structureel, status: {status}, bedragen: {{{amounts}}}, {more}}}"


def funding(*rows):
    return f"financiering: [{', '.join(rows)}]\n"


COUNCIL = "partij: g, besluit: {orgaan: gemeenteraad, datum: 2028-09-01}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (COSTS + funding(CERTAIN), "Ja, elk jaar zeker."),
        (COSTS + funding(CERTAIN.replace("2029: 100", "2029: 30")), "nee: € 70 in 2029 ontbreekt."),
        (TOWN + COSTS + funding(CERTAIN.replace("100", "60"), source("gevraagd", COUNCIL)), "nog niet zeker: € 40 per jaar in 2028 en 2029. Dat hangt af van: gemeenteraad, 1 september 2028."),
        (COSTS + funding(CERTAIN.replace("100", "60"), source("onzeker")), "nog niet zeker: € 40 per jaar in 2028 en 2029. Dat hangt af van: Fonds."),
        (COSTS + funding(CERTAIN.replace("100", "60"), source("idee")), "nee: € 40 per jaar in 2028 en 2029 ontbreekt."),
        (COSTS + funding(CERTAIN.replace("100", "50"), source("gevraagd", amounts="2028: 40")), "nee: € 10 in 2028 en € 50 in 2029 ontbreekt. Nog niet zeker: € 40 in 2028. Dat hangt af van: Fonds."),
    ],
)  # fmt: skip
def test_whether_there_is_enough_is_said_with_what_lacks_and_who_decides(text, told):
    assert answer("genoeg", text) == (True, told)


def test_money_that_is_over_and_a_year_without_costs_are_not_passed_over():
    head = HEAD.replace("peildatum", "horizon: {begin: 2027-01-01, einde: 2030-12-31}, peildatum")
    text = COSTS + funding(CERTAIN, source("gevraagd", amounts="2027: 500"))
    assert answer("genoeg", text, head) == (True, "voor 2030 staan nog geen kosten in de begroting.")


def test_without_costs_or_years_nobody_can_say_whether_it_is_enough():
    assert answer("genoeg", funding(CERTAIN)) == (False, "")
    assert answer("genoeg", COSTS + funding(CERTAIN), HEAD.replace("2028-06-30", "2030-06-30")) == (False, "")


@pytest.mark.parametrize(
    ("rows", "is_real", "told"),
    [
        ((CERTAIN,), True, "Niet nodig: al het geld is zeker."),
        ((CERTAIN, source("gevraagd", COUNCIL), source("onzeker", COUNCIL.replace("gemeenteraad", "De gemeenteraad"), name="Reserve")), True, "gemeenteraad over Fonds en Reserve: geen gesprek genoteerd."),
        ((CERTAIN, source("gevraagd", "partij: q, gesprek: 2028-01-02")), True, "Corporatie over Fonds: gesprek op 2 januari 2028."),
        ((CERTAIN, source("gevraagd", "partij: q, gesprek: 2028-07-02")), True, "Corporatie over Fonds: geen gesprek genoteerd."),
        ((CERTAIN, source("idee")), True, "Fonds: geen gesprek genoteerd."),
        ((CERTAIN, source("gevraagd", "partij: g")), False, ""),
        ((CERTAIN.replace("100", "60"),), False, ""),
        ((CERTAIN, source("gevraagd", amounts="2027: 40")), True, "Niet nodig: al het geld is zeker."),
    ],
)  # fmt: skip
def test_talks_are_with_who_decides_and_never_of_the_municipality_with_itself(rows, is_real, told):
    assert answer("gesprekken", TOWN + COSTS + funding(*rows)) == (is_real, told)


def test_a_group_that_pays_is_someone_to_talk_to():
    groups = "draagvlak: [{groep: Fondsen, organen: [financier], laatste_contact: 2028-01-01}, {groep: Raad, organen: [raad]}]\n"
    text = TOWN + COSTS + groups + funding(source("gevraagd", "partij: g"))
    assert answer("gesprekken", text) == (True, "Fondsen: gesprek op 1 januari 2028.")


def test_everybody_reads_only_which_bodies_were_asked():
    rows = (
        source("gevraagd", f"{COUNCIL}, gesprek: 2028-01-02"),
        source("idee", name="Droom"),
        source("onzeker", "partij: q", name="Bod"),
    )
    text = TOWN + COSTS + funding(*rows)
    assert answer("gesprekken", text, asked=IN_PUBLIC) == (True, "gemeenteraad over Fonds.")
    assert answer("gesprekken", TOWN + COSTS + funding(*rows[1:]), asked=IN_PUBLIC) == (False, "")
    assert answer("gesprekken", COSTS + funding(CERTAIN), asked=IN_PUBLIC) == (
        True,
        "Niet nodig: al het geld is zeker.",
    )


@pytest.mark.parametrize(
    ("rows", "is_real", "told"),
    [
        ((source("idee"), source("onzeker", "partij: q", name="Bod"), source("afgewezen", name="Loterij")), True, "te onderzoeken: Fonds en Bod. Afgewezen: Loterij."),
        ((source("beschikt", "partij: q, route: andere sector"), source("onzeker", "partij: q", name="Bod")), False, ""),
        ((source("gevraagd", COUNCIL),), False, ""),
        ((source("idee", "partij: g"),), True, "te onderzoeken: Fonds."),
    ],
)  # fmt: skip
def test_other_ways_are_ideas_and_those_who_pay_nothing_yet(rows, is_real, told):
    assert answer("andere_wegen", TOWN + funding(*rows)) == (is_real, told)


def test_the_way_along_which_money_comes_now_is_no_other_way():
    assert answer(
        "andere_wegen", MONEY.replace("status: idee", "status: beschikt").replace("gevraagd", "beschikt")
    ) == (False, "")


@pytest.mark.parametrize(
    ("benefit", "is_real", "told"),
    [
        ("{tekst: minder zorg., bedrag: 9000}", True, "minder zorg: € 9.000 per jaar."),
        ("{tekst: minder zorg, aantal: 300, eenheid: consulten}", True, "minder zorg: 300 consulten per jaar."),
        ("{tekst: minder zorg, aantal: 300, bedrag: 0}", True, "minder zorg: 300 en € 0 per jaar."),
        ("{tekst: minder zorg}", False, "minder zorg."),
    ],
)
def test_a_benefit_is_one_with_a_figure(benefit, is_real, told):
    assert answer("baten", f"interventie: {{naam: I, baten: [{benefit}]}}\n") == (is_real, told)


def test_added_value_is_told_as_it_is_written():
    assert answer("meerwaarde", "interventie: {naam: I, meerwaarde: Minder zorg}\n") == (True, "Minder zorg.")
    assert answer("meerwaarde", "") == (False, "")
