"""A YAML value with its place, as raw text."""

from __future__ import annotations

import pytest

from docgen.syntax.errors import Position
from docgen.syntax.node import Node


def text(value, plain=True, start=(2, 4), end=(2, 9)):
    return Node("text", Position(*start), Position(*end), value, plain)


def test_a_place_counts_from_one_and_a_value_on_more_lines_is_one_wide():
    node = text("proef")
    assert (node.line, node.column, node.width, node.end) == (3, 5, 5, (3, 10))
    node = text("proef meer", end=(4, 6))
    assert (node.line, node.column, node.width, node.end) == (3, 5, 1, (5, 7))
    assert text("", end=(2, 4)).width == 1


@pytest.mark.parametrize("value", ["", "~", "null", "NULL"])
def test_nothing_is_filled_in_where_yaml_has_no_value_unless_it_is_quoted(value):
    assert text(value).blank and not text(value, plain=False).blank


def test_words_are_filled_in_and_a_list_or_map_is_blank_until_something_is_in_it():
    assert not text("nul").blank and not text(" ").blank
    assert Node("list", Position(0, 0), Position(0, 0)).blank and Node("map", Position(0, 0), Position(0, 0)).blank


def test_more_text_makes_another_node_at_the_same_place():
    node = text("12.500")
    longer = node.and_text(",50")
    assert (longer.text, longer.column, longer.width) == ("12.500,50", 5, 8)
    assert (node.text, node.width) == ("12.500", 5)
