"""Block 1c: what keeps the approach going, and whose task that is."""

from __future__ import annotations

import pytest

from tests.complete_dossier import PEOPLE, answer

UPKEEP = "begroting: {posten: [{id: P1, naam: Druk, aard: structureel, soort: onderhoud, bedragen: {2028: 100, 2029: 100}}]}\n"
BOOK = "interventie: {naam: I, handboek: {titel: Zo, onderhoud: v}}\n"
NEW = "{doelgroep: Team, middel: Inwerkdag., nieuwe_medewerkers: true, rol: r, frequentie: bij start}"
PAPER = "{doelgroep: Buurt, middel: krant, frequentie: elk kwartaal, rol: r}"
LETTER = "{doelgroep: Raad, middel: brief, frequentie: elk jaar, rol: v}"


def task(kinds, more="frequentie: elk jaar", owner="r"):
    return f"taken: [{{id: T, naam: Werk, ondersteuning: [{kinds}], eigenaar: {owner}, {more}}}]\n"


@pytest.mark.parametrize("question", ["onder_aandacht", "netwerk", "invoeren"])
def test_a_task_that_comes_back_answers_who_does_it(question):
    assert answer(question, PEOPLE + task(question)) == (True, "Regisseur: Werk, elk jaar.")
    assert answer(question, PEOPLE + task(question, "kerntaak: true")) == (False, "Regisseur: Werk.")
    assert answer(question, PEOPLE + task("kwaliteit")) == (False, "")
    gone = PEOPLE.replace("naam: Regisseur,", "naam: Regisseur, einde: 2028-06-29,")
    assert answer(question, gone + task(question)) == (False, "")


def test_what_is_needed_is_answered_when_four_kinds_of_support_have_an_owner():
    three = PEOPLE + UPKEEP + task("netwerk, materiaal, scholing")
    budget = "Voor onderhoud staat € 100 per jaar in de begroting."
    assert answer("wat_nodig", three) == (
        False, f"belegd: netwerkbijeenkomsten, handboek, materiaal en website bijhouden en training. {budget}",
    )  # fmt: skip
    four = PEOPLE + UPKEEP + task("netwerk, scholing, invoeren, kwaliteit")
    assert answer("wat_nodig", four) == (
        True,
        "nodig en belegd: netwerkbijeenkomsten, training, hulp bij het invoeren en letten op kwaliteit. Nog niet belegd: het handboek "
        "onder de aandacht brengen, handboek, materiaal en website bijhouden en bekendheid binnen en buiten. Geld: € 100 per jaar.",
    )
    assert answer("wat_nodig", UPKEEP) == (False, f"v{budget[1:]}")
    assert answer("wat_nodig", PEOPLE) == (False, "")


def test_upkeep_that_differs_per_year_or_stops_is_told_by_year():
    rising = UPKEEP.replace("2029: 100", "2029: 150")
    assert answer("wat_nodig", rising) == (
        False,
        "voor onderhoud staat € 100 in 2028 en € 150 in 2029 in de begroting.",
    )
    past = UPKEEP.replace("2028: 100, 2029: 100", "2027: 100")
    assert answer("wat_nodig", past) == (False, "")


@pytest.mark.parametrize(
    ("text", "is_real", "told"),
    [
        (PEOPLE + BOOK + UPKEEP, True, "bijhouden van ‘Zo’ is de taak van de vervanger van P; voor onderhoud staat € 100 per jaar in de begroting."),
        (PEOPLE + BOOK + task("materiaal"), True, "bijhouden van ‘Zo’ is de taak van de vervanger van P; Werk: Regisseur."),
        (PEOPLE + BOOK, False, "bijhouden van ‘Zo’ is de taak van de vervanger van P."),
        (UPKEEP, False, "voor onderhoud staat € 100 per jaar in de begroting."),
        (PEOPLE.replace("naam: Vervanger,", "naam: Vervanger, begin: 2028-07-01,") + BOOK + UPKEEP, False, "voor onderhoud staat € 100 per jaar in de begroting."),
    ],
)  # fmt: skip
def test_the_handbook_has_a_keeper_and_a_task_or_money(text, is_real, told):
    assert answer("materiaal", text) == (is_real, told)


def test_who_trains_is_a_task_else_what_new_people_get():
    rows = f"communicatie: [{NEW}, {PAPER}]\n"
    assert answer("scholing", PEOPLE + rows) == (True, "Regisseur: Inwerkdag, bij start.")
    assert answer("scholing", PEOPLE + rows + task("scholing", owner="v")) == (True, "Vervanger: Werk, elk jaar.")
    assert answer("scholing", PEOPLE + rows.replace(" rol: r,", "", 1)) == (False, "")


def test_quality_asks_who_watches_and_what_is_done_then():
    steering = "monitoring: {bijsturen: Elk jaar kijken.}\n"
    assert answer("kwaliteit", PEOPLE + steering) == (False, "Elk jaar kijken.")
    watched = "erop letten is de taak van de regisseur van P, elk jaar."
    assert answer("kwaliteit", PEOPLE + task("kwaliteit")) == (False, watched)
    assert answer("kwaliteit", PEOPLE + task("kwaliteit") + steering) == (True, f"{watched} Elk jaar kijken.")


@pytest.mark.parametrize(
    ("rows", "is_real", "told"),
    [
        ((PAPER, LETTER), True, "Buurt: krant, elk kwartaal (Regisseur); Raad: brief, elk jaar (Vervanger)."),
        ((PAPER, NEW), False, "Buurt: krant, elk kwartaal (Regisseur)."),
        ((PAPER, LETTER.replace(" frequentie: elk jaar,", "")), False, "Buurt: krant, elk kwartaal (Regisseur)."),
        ((PAPER, LETTER.replace("rol: v", "boodschap: hoi")), False, "Buurt: krant, elk kwartaal (Regisseur)."),
    ],
)
def test_telling_it_asks_for_two_messages_with_means_rhythm_and_someone(rows, is_real, told):
    assert answer("bekendheid", f"{PEOPLE}communicatie: [{', '.join(rows)}]\n") == (is_real, told)
