"""Lines by their depth."""

from __future__ import annotations

from docgen.syntax.recovery.blocks import block_end, item_of, ranges, shifted

LINES = ["rollen:", "- id: a", "  uren: {}", "", "  # later", "  naam: x", "- id: b", "taken:"]


def test_a_block_is_what_stands_deeper_and_rows_may_stand_right_below_their_name():
    assert [block_end(LINES, n, 8) for n in (1, 2, 3, 7, 8)] == [7, 6, 3, 7, 8]


def test_a_line_stands_in_the_item_of_the_dash_above_it():
    assert [item_of(LINES, n, 1) for n in (2, 6, 7, 8)] == [2, 2, 7, 0]


def test_lines_are_moved_with_what_is_blank_left_alone():
    assert shifted(["  a", "", "    b"], 1, 3, -2) == {1: "a", 3: "  b"}
    assert shifted([" a"], 1, 1, -3) == {1: "a"}


def test_numbers_are_told_as_runs():
    assert ranges([5, 1, 2, 2, 3]) == [(1, 3), (5, 5)]
