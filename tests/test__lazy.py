"""Public names are imported when they are first used."""

from __future__ import annotations

import sys

import pytest

from docgen._lazy import importer


def test_a_name_is_what_its_module_holds(monkeypatch):
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    get = importer("proef", {"rgb_to_hsv": "colorsys"})
    assert "colorsys" not in sys.modules
    assert get("rgb_to_hsv") is sys.modules["colorsys"].rgb_to_hsv


def test_a_name_that_is_not_listed_is_refused_by_its_package_even_when_a_module_has_it():
    get = importer("proef", {"rgb_to_hsv": "colorsys"})
    with pytest.raises(AttributeError, match=r"^module 'proef' has no attribute 'hsv_to_rgb'$"):
        get("hsv_to_rgb")
