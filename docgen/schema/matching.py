"""Matching the pattern of a schema: all of a text that is not too long, with the digits of ASCII alone."""

from __future__ import annotations

import re

LONGEST_TEXT = 10_000  # a text that is longer fits no pattern


def is_match(pattern: str, text: str) -> bool:
    """Whether all of a text fits a pattern of a schema, which `patterns` found to be linear."""
    return len(text) <= LONGEST_TEXT and re.fullmatch(pattern, text, re.ASCII) is not None
