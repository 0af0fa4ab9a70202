"""Patterns (regex) that surely match in linear time, and those that are refused with the reason."""

from __future__ import annotations

import re
import time

import pytest
import yaml

from docgen.library.library import shipped
from docgen.schema.metaschema.patterns import why_not_linear
from tests.conftest import ROOT

LINEAR = [
    "", "a", ".*", r"\d{8}", r"[A-Za-z0-9][A-Za-z0-9_-]*", r"gm\d{4}", r"[1-9]\d?\.[1-9]\d?", r"\d{4} ?[A-Z]{2}", r"(\+31|0)[1-9]\d{8}",
    r"[^@\s]+@[^@\s]+\.[a-z]{2,}", r"\w+([.-]\w+)*", r"[A-Z0-9]+(-[A-Z0-9]+)*", r"\d{1,3}(\.\d{3})*(,\d{2})?", "(ja|nee|ja, mits)", r"(?i)[a-z]+\d+", r"(?i)ja|NEE",
    r"^\s*\S.*$", r"(?!0)\d{4}", r"(?<=a)b", r"a{1,50}a{1,50}", r"[a-z]{0,5000}", r"[a-z]{1,5000}[0-9]+", "(a|b)*c", "((a|b)*c)*d", r"\d+\d", "x*?y", "[^a]*a.*", "(a{30}){30}", r"\bwoord\b", "(a|)b",
    r"NL\d{2}[A-Z]{4}\d{10}", r"\x41\u0042", "[é-ü]+", r"(?P<jaar>\d{4})-(?P<nr>\d+)", r"(?:[A-Z]\d)+",
]  # fmt: skip
# the reason, or a part of it
OTHERS = {
    "(a+)+": "‘aa’ past er op meer dan één manier in", "((ab)+)+": "‘aba’ past", "(a*)*": "leeg kan zijn", "(a*)+$": "leeg kan zijn", "(a?){50}": "‘aa’ past",
    "(a|aa)+": "‘aa’ past", "(a|b|ab)*c": "‘aba’ past", "(.*,)*x": "past er op meer", r"(\d+,?)+": "‘11’ past", r"(\s*\w+\s*)*": "leeg kan zijn|past", "a*a*": "‘aa’ past", ".*.*": "‘aa’ past", ".*x.*": "‘xxa’ past",
    ".+@.+": "‘@@aa’ past", r"\w+\d+x": "‘111’ past|‘11", "a?" * 20 + "a" * 20: "‘aa’ past", "(?:a?){30}a{30}": "past", "(ab|ab)*c": "meer dan één manier leeg", "(ab|a)(b|)x": "past", "(?i)(a|A)+(a|A)+": "past", "(a|b?)(b|)*": "leeg kan zijn",
    r"(x)\1": "een verwijzing naar een groep", r"(a)?(?(1)b|c)": "een voorwaarde op een groep", "(?=.*b)a": "een blik vooruit of achteruit", "(?!a+b)c": "een blik vooruit", "(?>a+)b": "een vaste groep", "a++b": "een herhaling die niets teruggeeft",
    "(?i:a)b": "een groep met eigen opties", r"[^\s\S]": "waar geen teken in past", "(?:(?:(?:x{9}){9}){9}){9}": "te lang of te ingewikkeld", "a" * 501: "te lang of te ingewikkeld", "(|a?)b": "meer dan één manier leeg",
    "(a{1,30}){1,30}": "past", "(a|[a-z])*1": None, "(a|a)+": "meer dan één manier leeg",  # one sign out of several is one choice
}  # fmt: skip


@pytest.mark.parametrize("pattern", LINEAR)
def test_a_pattern_that_can_be_matched_in_one_way_is_linear(pattern):
    re.compile(pattern, re.ASCII)
    assert why_not_linear(pattern) == ""


@pytest.mark.parametrize(("pattern", "why"), OTHERS.items())
def test_a_pattern_that_may_take_long_is_refused_with_the_reason(pattern, why):
    found = why_not_linear(pattern)
    assert any(part in found for part in why.split("|")) if why else found == ""


HARD = ("a", "1", "ab", "a,", "@", "x", " ", "aA", "a1", "1,", "11 ", "aaab", "-a", ".a")


@pytest.mark.parametrize("pattern", LINEAR)
def test_what_is_called_linear_is_so_on_text_that_nearly_fits(pattern):
    for text in HARD:
        spans = []
        for n in (2_000, 8_000):
            subject = (text * n)[:n] + "\n!"
            start = time.process_time()
            re.fullmatch(pattern, subject, re.ASCII)
            spans.append(time.process_time() - start)
        assert spans[1] <= 6 * max(spans[0], 0.005)


def test_patterns_of_docgen_itself_are_linear():
    found = []

    def look(data):
        if isinstance(data, dict):
            found.extend([data["regex"]] if isinstance(data.get("regex"), str) else [])
            [look(value) for value in data.values()]
        elif isinstance(data, list):
            [look(value) for value in data]

    for path in shipped("schemas").rglob("*.yaml"):
        look(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert len(found) >= 7
    assert [pattern for pattern in found if why_not_linear(pattern)] == []


def test_the_private_parser_of_re_is_still_what_the_check_of_patterns_knows():
    from re import _constants, _parser

    assert [str(code) for code, _ in _parser.parse("a[b]*(?:c|dd)")] == ["LITERAL", "MAX_REPEAT", "BRANCH"], (
        "docgen/schema/metaschema/patterns.py reads patterns with re._parser; this Python writes them in another way"
    )
    assert _constants.MAXREPEAT > 10**6
    assert (ROOT / "docgen" / "schema" / "metaschema" / "patterns.py").is_file()
