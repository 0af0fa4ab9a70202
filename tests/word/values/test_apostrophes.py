"""The apostrophe of Word and that of a keyboard are the same in every comparison."""

from __future__ import annotations

import pytest

from docgen.word.values import apostrophes
from tests.word.single_tag import filled

CURLED, TYPED = "programma’s", "programma's"


EQUAL = {
    "x == “programma’s”": True, "y == “programma’s”": True, "y == ‘programma's’": True, "x == y": True, "x != y": False, "x in [y]": True, "y not in l": False, "x in m": True, "y in (z ~ x)": True,
    "x is eq y": True, "x is ne y": False, "x is in [y]": True, "x == 'programma'": False, "x in ['a', y, 'b']": True, "x == y == x": True, "y in l | map('lower')": True, "x == 1": False, "x in {}": False,
    "m[y] == 1": True, "m[“programma's”] == 1": True, "“a's” in x": True, "z == 'z'": True, "none == x": False, "x == none": False, "[x] == [x]": True,
}  # fmt: skip


@pytest.mark.parametrize(("comparison", "holds"), EQUAL.items())
def test_the_two_apostrophes_are_equal_in_a_comparison(comparison, holds):
    tag = f"{{{{ 'ja' if {comparison} else 'nee' }}}}"
    for one, two in ((CURLED, TYPED), (TYPED, CURLED)):
        data = {"x": one, "y": two, "l": [one], "m": {one: 1}, "z": "z"}
        assert filled(tag, **data) == ("ja" if holds else "nee")


def test_the_two_apostrophes_are_equal_when_rows_are_chosen_or_grouped():
    rows = [{"n": CURLED, "k": 1}, {"n": "z", "k": 2}, {"n": TYPED, "k": 3}]
    assert (
        filled("{{ r | selectattr('n', 'equalto', \"programma's\") | map(attribute='k') | join(',') }}", r=rows)
        == "1,3"
    )
    assert filled("{{ r | rejectattr('n', 'in', [“programma’s”]) | map(attribute='k') | join(',') }}", r=rows) == "2"
    assert filled("{{ r | selectattr('n', 'ne', t) | map(attribute='k') | join(',') }}", r=rows, t=TYPED) == "2"
    assert (
        filled("{% for g in r | groupby('n') %}{{ g.grouper }}={{ g.list | length }};{% endfor %}", r=rows)
        == f"{CURLED}=2;z=1;"
    )
    assert (
        filled("{% for g, own in r | groupby('n') %}{{ g }}={{ own | length }};{% endfor %}", r=rows[1:])
        == f"{TYPED}=1;z=1;"
    )


def test_every_apostrophe_becomes_the_one_of_a_keyboard_and_nothing_else_changes():
    assert apostrophes.straight("’s avonds ‘s ʼs “niet”") == "'s avonds 's 's “niet”"


def test_a_text_is_found_in_a_text_or_a_list_and_a_value_without_an_apostrophe_as_python_does():
    assert apostrophes.within("programma’s", ["a", 1, "programma's"])
    assert apostrophes.within("a’s", "alfa's")
    assert not apostrophes.within("foto’s", ["fotos", None])
    assert apostrophes.within(2, {2: "b"}) and apostrophes.without(3, {2: "b"})


def test_the_key_of_a_map_is_the_one_it_has_and_else_the_key_itself():
    assert apostrophes.key_like("foto’s", {1: "a", "foto's": "b"}) == "foto's"
    assert apostrophes.key_like("foto’s", {"fotos": "b"}) == "foto’s"
