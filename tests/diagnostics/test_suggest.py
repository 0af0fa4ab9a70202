"""The closest known word, or none."""

from __future__ import annotations

from docgen.diagnostics.suggest import closest, did_you_mean

NAMES = ["id", "naam", "uren", "Vervanger"]


def test_the_name_that_looks_most_like_the_word_is_suggested():
    assert did_you_mean("uur", NAMES) == "bedoel je ‘uren’?"
    assert did_you_mean("vervangr", ["vanger", "vervanger"]) == "bedoel je ‘vervanger’?"


def test_capitals_make_no_difference_and_the_name_is_shown_as_it_is():
    assert did_you_mean("VERVANGER", NAMES) == "bedoel je ‘Vervanger’?"


def test_a_word_that_looks_like_nothing_gets_no_suggestion():
    assert did_you_mean("zaaknummer", NAMES) == ""
    assert did_you_mean("uren", []) == ""


def test_how_much_must_be_alike_can_be_asked():
    assert did_you_mean("uur", NAMES, 0.9) == "" and did_you_mean("urenn", NAMES, 0.8) == "bedoel je ‘uren’?"


def test_a_word_of_more_than_a_hundred_characters_is_no_slip():
    assert did_you_mean("a" * 100, ["a" * 99]) != "" and did_you_mean("a" * 101, ["a" * 100]) == ""


def test_names_that_are_numbers_are_words_too():
    assert did_you_mean(2208, [2028, "id"]) == "bedoel je ‘2028’?"


def test_a_number_with_fewer_noughts_is_the_same_number():
    assert closest("fin-5", ["FIN-15", "FIN-05", "FIN-50"]) == "FIN-05"
