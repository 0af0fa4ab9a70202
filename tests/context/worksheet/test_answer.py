"""The Dutch of an answer."""

from __future__ import annotations

import pytest

from docgen.context.worksheet.answer import beside, falls_away, known, pieces, sentences


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("ja", "later misschien."), "ja. Later misschien."),
        (("Wie? ", "", None, "samen!"), "Wie? Samen!"),
        ((" . ",), ""),
        ((), ""),
    ],
)
def test_each_text_becomes_a_sentence_and_what_is_empty_is_left_out(texts, told):
    assert sentences(*texts) == told


@pytest.mark.parametrize(
    ("text", "details", "told"),
    [
        ("Trainen", ("Coach", None, "elk jaar"), "Trainen (Coach, elk jaar)"),
        ("Trainen", (None, ""), "Trainen"),
        ("Coach (achterwacht)", ("Welzijn",), "Coach (achterwacht, Welzijn)"),
        ("Trainen", ("Coach (achterwacht)", "elk jaar"), "Trainen (Coach, achterwacht, elk jaar)"),
    ],
)
def test_brackets_stand_never_in_or_right_behind_other_brackets(text, details, told):
    assert beside(text, *details) == told


def test_what_is_only_known_is_no_answer_and_what_falls_away_is():
    assert known("er is iets") == ("er is iets.", False)
    assert falls_away("het hoeft niet") == ("Vervalt: het hoeft niet.", True)


def test_pieces_stand_in_one_sentence():
    assert pieces(["a.", None, "", "b"]) == "a; b"
