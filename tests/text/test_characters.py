"""Characters that cannot be seen: taken away, told of, and what tells a description from an id."""

from __future__ import annotations

import pytest

from docgen.text.characters import alike, illegal_in, is_prose, plain_words, without_invisible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\u00a0Plan\u20092\u3000", "Plan 2"),
        ("be\u00adleid", "beleid"),
        ("\ufeffid\u200b", "id"),
        ("a\u200db", "ab"),
        ("Plan  twee", "Plan  twee"),
        ("\u200b", ""),
    ],
)
def test_a_text_without_what_cannot_be_seen_is_what_it_looks_like(text, seen):
    assert without_invisible(text) == seen


def test_a_character_that_no_document_may_hold_is_named_by_its_number():
    assert illegal_in("a\x07b") == "de waarde bevat een onzichtbaar teken (U+0007) dat niet in een document mag"
    assert "(U+D800)" in illegal_in("\ud800")
    assert "(U+FFFF)" in illegal_in("einde\uffff")


def test_tabs_line_ends_and_signs_that_only_cannot_be_seen_may_stay():
    assert illegal_in("a\tb\nc\rd\x85e\u00a0f\u200bg\U0001f600") == ""


def test_a_description_has_a_space_or_begins_with_a_capital_and_an_id_has_not():
    assert [is_prose(value) for value in ("de raad", "Wethouder", "adviseur", "adviseur-2", "")] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_names_are_alike_without_case_spaces_too_many_and_signs_that_nobody_sees():
    assert alike(" Stichting\u00a0 Zuid\u200b") == alike("stichting zuid") and alike("\u200b ") == ""
    assert alike("Zuid") != alike("Noord")


def test_plain_words_have_no_capitals_and_no_punctuation():
    assert plain_words(" De GGD's:\tZuid-Oost ") == "de ggd s zuid oost" and plain_words("…") == ""
