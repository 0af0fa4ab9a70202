"""What is made when it is first used: public names and regular expressions."""

from __future__ import annotations

import pickle
import re
import sys

import pytest

from docgen._lazy import importer, regex


def test_a_name_is_what_its_module_holds(monkeypatch):
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    get = importer("proef", {"rgb_to_hsv": "colorsys"})
    assert "colorsys" not in sys.modules
    assert get("rgb_to_hsv") is sys.modules["colorsys"].rgb_to_hsv


def test_a_name_that_is_not_listed_is_refused_by_its_package_even_when_a_module_has_it():
    get = importer("proef", {"rgb_to_hsv": "colorsys"})
    with pytest.raises(AttributeError, match=r"^module 'proef' has no attribute 'hsv_to_rgb'$"):
        get("hsv_to_rgb")


def test_a_regular_expression_is_compiled_when_it_is_first_used_and_then_is_what_re_makes_of_it(monkeypatch):
    made = []
    compile_it = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: made.append(given) or compile_it(*given))
    words = regex(r"(\w+)-(\w+)", re.ASCII)
    assert made == []
    assert words.sub(r"\2 \1", "een-twee") == "twee een" and words.fullmatch("een-twee")[2] == "twee"
    assert words.pattern == r"(\w+)-(\w+)" and words.groups == 2
    assert made == [(r"(\w+)-(\w+)", re.ASCII)]


def test_a_regular_expression_of_bytes_is_one_of_bytes_and_has_nothing_else():
    assert regex(rb"\d").findall(b"a1b2") == [b"1", b"2"]
    with pytest.raises(AttributeError):
        regex("a").anders  # noqa: B018


def test_a_regular_expression_that_was_used_goes_to_another_process_as_it_is_written():
    words = regex(r"\w+", re.ASCII)
    assert words.findall("a b") == ["a", "b"]
    assert pickle.loads(pickle.dumps(words)).fullmatch("één") is None
