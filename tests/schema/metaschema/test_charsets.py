"""The characters that a piece of a pattern takes, never fewer than it really takes."""

from __future__ import annotations

import re
from re import _parser as parser

import pytest

from docgen.schema.metaschema.charsets import LAST, characters, common, with_case


def taken(pattern, flags=re.ASCII):
    ((code, argument),) = parser.parse(pattern, flags)
    return characters(code, argument, flags)


@pytest.mark.parametrize(
    ("pattern", "ranges"),
    [
        ("a", ((97, 97),)),
        ("[a-cx]", ((97, 99), (120, 120))),
        ("[d-fa-c]", ((97, 102),)),
        ("[a-fc-z]", ((97, 122),)),
        ("[^b-y]", ((0, 97), (122, LAST))),
        ("[^a-bd-z]", ((0, 96), (99, 99), (123, LAST))),
        ("[^a]", ((0, 96), (98, LAST))),
        (".", ((0, 9), (11, LAST))),
        (r"\d", ((48, 57),)),
        (r"\s", ((9, 13), (32, 32))),
        (r"[\w-]", ((45, 45), (48, 57), (65, 90), (95, 95), (97, 122))),
        (r"\D", ((0, 47), (58, LAST))),
        (r"[^\S]", ((9, 13), (32, 32))),
        (r"[^\s\S]", ()),
    ],
)
def test_a_piece_of_a_pattern_takes_these_characters(pattern, ranges):
    assert taken(pattern) == ranges


def test_each_range_holds_just_the_characters_that_fit():
    for pattern in (r"[\w.]", r"[^a-z]", r"\S", "."):
        ranges = taken(pattern)
        for code in range(300):
            assert any(a <= code <= z for a, z in ranges) == bool(re.fullmatch(pattern, chr(code), re.ASCII))


def test_a_point_takes_the_end_of_a_line_too_when_the_pattern_says_so():
    assert taken(".", re.ASCII | re.DOTALL) == ((0, LAST),)


def test_a_digit_beyond_ascii_may_be_any_character_there():
    assert taken(r"\d", re.UNICODE) == ((48, 57), (128, LAST))


def test_the_other_case_is_taken_only_where_the_pattern_does_not_look_at_it():
    assert with_case(((65, 67),), re.ASCII) == ((65, 67),)
    assert with_case(((65, 67),), re.ASCII | re.IGNORECASE) == ((65, 67), (97, 99))
    assert with_case(((120, 123),), re.ASCII | re.IGNORECASE) == ((88, 90), (120, 123))
    assert with_case(((233, 233),), re.IGNORECASE) == ((128, LAST),)
    assert with_case(((233, 233),), re.IGNORECASE | re.ASCII) == ((233, 233),)


def test_a_character_in_both_is_one_that_can_be_shown_when_there_is_one():
    everything = ((0, LAST),)
    assert common(everything, everything) == ord("a")
    assert common(((48, 57),), everything) == ord("1")
    assert common(((40, 46),), everything) == ord("-")
    assert common(((97, 99),), ((99, 105),)) == ord("c")
    assert common(((200, 210), (300, 400)), ((205, 350),)) == 205
    assert common(((97, 99),), ((100, 105),)) is None and common((), everything) is None
