"""What was meant by a word that a field cannot hold: the same word mended, or one out of more words."""

from __future__ import annotations

import pytest

from docgen.validation.corrections import for_choice, for_pattern, for_several, normalized_to, words

EIGHT, NAME = r"\d{8}", r"[a-z][a-z-]*"
STATES = ["concept", "ter besluitvorming", "vastgesteld"]


@pytest.mark.parametrize(
    ("value", "pattern", "word"),
    [
        ("KvK 12.34.56.78", EIGHT, "12345678"),
        ("0123\u00a04567", EIGHT, "01234567"),
        ("Wet houder", NAME, "wet-houder"),
        ("Foto's.", NAME, "fotos"),
        ("Café", NAME, "cafe"),
        ("2,1", r"\d\.\d", "2.1"),
        ("A1.", "A1", "A1"),
        ("veel", EIGHT, ""),
        ("1234567", EIGHT, ""),
        ("a" * 201, NAME, ""),
    ],
)
def test_a_value_is_mended_with_its_own_letters_and_digits(value, pattern, word):
    assert normalized_to(value, pattern) == word


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ("eerste kwartaal 2028", "2028-K1"),
        ("het 3e kwartaal van 2028", "2028-K3"),
        ("2028-Q1", "2028-K1"),
        ("kw 4 2028", "2028-K4"),
        ("tweede half jaar 2028", "2028-H2"),
        ("eerste helft van 2028", "2028-H1"),
        ("2028-h2", "2028-H2"),
        ("derde halfjaar 2028", ""),
        ("eerste kwartaal", ""),
        ("eerste kwartaal 2028 en 2029", ""),
        ("voorjaar 2028", ""),
    ],
)
def test_a_reporting_period_in_words_is_the_same_period_as_a_dossier_has_it(value, word):
    assert normalized_to(value, r"\d{4}(-(H[12]|K[1-4]))?") == word


def test_the_remedy_shows_the_mended_value_with_quotes_where_it_looks_like_a_number():
    assert for_pattern("0123 4567", EIGHT) == 'schrijf "01234567"'
    assert for_pattern("Wet houder", NAME) == "schrijf wet-houder"
    assert for_pattern("1234567", EIGHT) == 'is de eerste nul weggevallen? schrijf dan "01234567"'
    assert for_pattern("1234567", NAME) == for_pattern("veel", EIGHT) == ""


def test_an_enumeration_has_more_words_and_a_word_with_a_dash_is_one():
    assert words("middel/groot") == ["middel", "groot"]
    assert words("a, b en c") == ["a", "b", "c"]
    assert words("jaarplan - overdracht") == ["jaarplan", "overdracht"]
    assert words("wet-houder") == ["wet-houder"] and words("eenheid") == ["eenheid"]
    assert words("a, " * 67) == ["a, " * 67]


@pytest.mark.parametrize(
    ("value", "options", "hint"),
    [
        ("yes", ["ja", "nee"], "bedoel je ‘ja’?"),
        (False, ["ja", "nee"], "bedoel je ‘nee’?"),
        ("con\u00adcept", STATES, "er staat een onzichtbaar teken of een harde spatie in; typ ‘concept’ opnieuw"),
        ("concept of vastgesteld", STATES, "hier past één keuze; kies concept of vastgesteld"),
        ("vast", STATES, "bedoel je ‘vastgesteld’?"),
        ("concept (nog niet klaar)", STATES, "schrijf alleen concept; een toelichting hoort in een ander veld"),
        ("Koncept", STATES, "bedoel je ‘concept’?"),
        ("concept // vraag Els", STATES, "schrijf alleen concept; een toelichting hoort in een ander veld"),
        ("deels vastgesteld", STATES, "een deel kan hier niet: maak er twee onderdelen van, elk met een eigen keuze"),
        ("nog niet vastgesteld", STATES, ""),
        ("goedgekeurd", ["gevraagd", "toegezegd", "beschikt"], ""),
        ("conceptversie vastgesteld", STATES, "hier past één keuze; kies concept of vastgesteld"),
        ("definitief", STATES, ""),
        (5, [1, 2], ""),
    ],
)
def test_a_word_that_is_no_choice_gets_the_choice_that_was_meant(value, options, hint):
    assert for_choice(value, options) == hint


def test_the_beginning_of_two_choices_is_no_choice():
    assert for_choice("vr", ["vrijdag", "vrijwillig"]) == ""


def test_of_more_names_in_one_field_none_is_guessed():
    assert for_several("a, b", ["a", "b", "c"], "kenmerk") == "hier past één kenmerk; kies a of b"
    assert for_several("A en b en c", ["a", "b", "c"], "keuze") == "hier past één keuze; kies a, b of c"
    assert for_several("a of b", {"a": "A", "b": "B"}, "kenmerk") == "hier past één kenmerk; kies A of B"
    assert for_several("a, x", ["a", "b"], "kenmerk") == "hier past één kenmerk; bekend is hiervan alleen a"


def test_one_name_or_none_that_is_known_is_no_enumeration_of_names():
    assert for_several("a", ["a", "b"], "kenmerk") == ""
    assert for_several("x en y", ["a", "b"], "kenmerk") == ""
    assert for_several("a, x", ["a", "b"], "keuze") == ""
    assert for_several("jan en piet", ["jan", "piet", "jan en piet"], "kenmerk") == ""
