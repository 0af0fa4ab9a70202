"""Block 1a and 1b: what the approach is and who owns it."""

from __future__ import annotations

import pytest

from tests.complete_dossier import HEAD, PEOPLE, answer

PARTS = "onderdelen: [{id: A, naam: Lopen}, {id: B, naam: Eten}]"
BOOK = "handboek: {titel: Zo, versie: '2', datum: 2028-01-01, locatie: de map}"
FOUND = "de aanpak heeft twee onderdelen: Lopen en Eten. De werkwijze staat in ‘Zo’ (versie 2 van 1 januari 2028)."
LEADS = PEOPLE.replace("naam: Regisseur,", "naam: Regisseur, trekker: true, uren: 80, vervanger: v,")


def about(*fields):
    return f"interventie: {{naam: I, {', '.join(fields)}}}\n"


@pytest.mark.parametrize(
    ("text", "is_real", "told"),
    [
        (about("kern: Samen lopen", PARTS, BOOK), True, FOUND),
        (about(PARTS, BOOK), False, FOUND),
        (about("kern: Samen lopen", BOOK), False, "de werkwijze staat in ‘Zo’ (versie 2 van 1 januari 2028)."),
        (about("kern: Samen lopen", PARTS, BOOK.replace(", locatie: de map", "")), False, FOUND),
        (about("kern: Samen lopen", PARTS, BOOK.replace("2028-01-01", "2028-07-01")), False, FOUND.replace("1 januari", "1 juli")),
        (about("kern: Samen lopen", "onderdelen: [{id: A, naam: Lopen}]"), False, "de aanpak heeft één onderdeel: Lopen."),
        (about("kern: Samen lopen"), False, ""),
    ],
)  # fmt: skip
def test_the_approach_is_complete_with_a_core_parts_and_a_handbook_that_can_be_found(text, is_real, told):
    assert answer("compleet", text) == (is_real, told)


def test_without_a_reference_date_nobody_knows_that_the_handbook_is_there():
    text = about("kern: Samen lopen", PARTS, BOOK)
    assert answer("compleet", text, HEAD.replace(", peildatum: 2028-06-30", "")) == (False, FOUND)


def test_what_has_to_stay_is_told_by_kind_and_asks_for_all_three():
    rows = "{soort: werkwijze, tekst: Lopen.}, {soort: beleid, tekst: Geld}, {soort: werkwijze, tekst: praten}"
    told = "werkwijze: Lopen; praten. Beleid: Geld."
    assert answer("wat_precies", about(f"wat_borgen: [{rows}]")) == (False, told)
    rows += ", {soort: gedachtegoed, tekst: samen}"
    assert answer("wat_precies", about(f"wat_borgen: [{rows}]")) == (True, f"gedachtegoed: samen. W{told[1:]}")


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("meerdere organisaties", "de aanpak hoort thuis bij meerdere organisaties: P."),
        ("In het buurthuis.", "de aanpak hoort thuis in het buurthuis: P."),
        ("instellingen voor zorg", "de aanpak hoort thuis bij instellingen voor zorg: P."),
    ],
)
def test_where_it_belongs_reads_as_a_sentence(where, told):
    assert answer("waar", PEOPLE + about(f"waar_borgen: {where}")) == (True, told)


def test_names_of_parties_alone_do_not_say_where_it_belongs():
    assert answer("waar", PEOPLE) == (False, "")


@pytest.mark.parametrize(
    ("text", "is_real", "told"),
    [
        (LEADS, True, "de trekker is de regisseur van P, voor 80 uur per jaar; bij afwezigheid gaat de taak over op de vervanger van P."),
        (LEADS.replace(" uren: 80,", ""), False, "de trekker is de regisseur van P; bij afwezigheid gaat de taak over op de vervanger van P."),
        (LEADS.replace(" vervanger: v,", ""), False, "de trekker is de regisseur van P, voor 80 uur per jaar."),
        (LEADS.replace("naam: Vervanger,", "naam: Vervanger, einde: 2028-06-29,"), False, "de trekker is de regisseur van P, voor 80 uur per jaar."),
        (LEADS.replace("trekker: true", "trekker: true, einde: 2028-06-29"), False, ""),
        (LEADS.replace("naam: Vervanger,", "naam: Vervanger, trekker: true,"), False, "er zijn twee trekkers: de regisseur van P en de vervanger van P."),
        (PEOPLE, False, ""),
    ],
)  # fmt: skip
def test_one_leader_who_takes_part_has_time_and_another_who_stands_in(text, is_real, told):
    assert answer("actief", text) == (is_real, told)


@pytest.mark.parametrize(
    ("fields", "is_real", "told"),
    [
        ("inhoudelijk_eigenaar: r, uitvoerend_eigenaar: v", True, "inhoud: Regisseur (P); uitvoering: Vervanger (P)."),
        ("inhoudelijk_eigenaar: r, uitvoerend_eigenaar: r", True, "Regisseur (P) is van beide eigenaar."),
        ("uitvoerend_eigenaar: v", False, "uitvoering: Vervanger (P)."),
    ],
)
def test_content_and_execution_have_an_owner(fields, is_real, told):
    assert answer("inhoud_en_uitvoering", PEOPLE + about(fields)) == (is_real, told)


def test_an_owner_who_left_owns_nothing():
    gone = PEOPLE.replace("naam: Vervanger,", "naam: Vervanger, einde: 2028-06-29,")
    text = gone + about("inhoudelijk_eigenaar: r, uitvoerend_eigenaar: v")
    assert answer("inhoud_en_uitvoering", text) == (False, "inhoud: Regisseur (P).")


def test_what_owning_means_is_told_as_it_is_written():
    assert answer("gevolgen", about("gevolgen_eigenaarschap: De gemeente betaalt.")) == (True, "De gemeente betaalt.")
    assert answer("gevolgen", "") == (False, "")
