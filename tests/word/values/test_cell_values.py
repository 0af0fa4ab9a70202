"""The values of a tag for a cell: how many columns, and which colour."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.word.values.cell_values import UnfitValue, colour, span


@pytest.mark.parametrize(
    ("value", "columns"), [(1, 1), (63, 63), ("2", 2), (" 12 ", 12), (3.0, 3), (Decimal("4.00"), 4)]
)
def test_a_whole_number_of_columns_may_be_written_in_any_way(value, columns):
    assert span(value, "kolommen") == columns


@pytest.mark.parametrize("value", [0, 64, -1, 2.5, True, "twee", "", "2,0", None, [2]])
def test_what_is_no_number_of_columns_is_refused_with_the_range(value):
    with pytest.raises(UnfitValue, match="een heel getal van 1 tot en met 63; hier is dat"):
        span(value, "kolommen")


@pytest.mark.parametrize(
    ("value", "written"), [("fff2cc", "FFF2CC"), ("#00ff7F", "00FF7F"), (" AUTO ", "auto"), (123456, "123456")]
)
def test_a_colour_is_six_signs_in_capitals_or_auto(value, written):
    assert colour(value, "kleur") == written


@pytest.mark.parametrize("value", ["rood", "#FFF", "FFF2CCC", "", None, True, 12])
def test_what_is_no_colour_is_refused_with_how_one_is_written(value):
    with pytest.raises(UnfitValue, match="zes tekens 0-9 en A-F zoals FFF2CC, of auto voor geen kleur; hier is dat"):
        colour(value, "kleur")


def test_a_literal_is_told_by_an_example_and_a_field_by_its_name():
    with pytest.raises(UnfitValue, match=r'‘rood’; schrijf bijvoorbeeld \{% cellbg "FFF2CC" %\}$'):
        colour("rood", "rood")
    with pytest.raises(UnfitValue, match=r"‘rood’; verbeter de waarde van ‘partij\.kleur’$"):
        colour("rood", "partij.kleur")


def test_a_value_that_cannot_be_shown_is_told_in_words_or_cut_off():
    with pytest.raises(UnfitValue, match="hier is dat een lijst of groep velden;"):
        span({"a": 1}, "x")
    with pytest.raises(UnfitValue, match="hier is dat een lege tekst;"):
        colour("", "x")
    with pytest.raises(UnfitValue, match=f"‘{'a' * 40}…’"):
        colour("a" * 41, "x")
