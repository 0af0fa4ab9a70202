"""The names that a place in a template knows."""

from __future__ import annotations

from docgen.word.typecheck.datatypes import ANY, NUMBER, TEXT
from docgen.word.typecheck.scope import Scope


def test_a_name_is_that_of_the_nearest_place_that_knows_it():
    inner = Scope({"a": NUMBER}, Scope({"a": TEXT, "b": TEXT}))
    assert (inner.find("a"), inner.find("b"), inner.find("c")) == (NUMBER, TEXT, None)
    assert [*inner.all_names()] == ["a", "a", "b"]


def test_where_any_name_can_come_an_unknown_one_can_be_anything():
    inner = Scope({"a": NUMBER}, Scope(is_open=True))
    assert (inner.find("a"), inner.find("c")) == (NUMBER, ANY)
