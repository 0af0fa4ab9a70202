"""Matching the pattern of a schema: whole, not too long, with the digits of ASCII alone."""

from __future__ import annotations

from docgen.schema.matching import LONGEST_TEXT, is_match


def test_a_text_that_is_too_long_fits_no_pattern():
    assert is_match("a*", "a" * LONGEST_TEXT) and not is_match("a*", "a" * (LONGEST_TEXT + 1))
    assert is_match(r"\d", "5") and not is_match(r"\d", "٥")
