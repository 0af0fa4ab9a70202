"""Click speaks Dutch."""

from __future__ import annotations

import re

import click
import pytest

from docgen.cli import localization


@pytest.mark.parametrize("english", localization.DUTCH)
def test_a_translation_asks_for_no_field_that_its_english_has_not(english):
    fields = re.compile(r"\{(\w+)")
    assert set(fields.findall(localization.DUTCH[english])) <= set(fields.findall(english))


def test_once_it_speaks_dutch_click_complains_in_dutch_and_keeps_what_it_has_no_word_for():
    localization.speak_dutch()
    assert click.NoSuchOption("--ot").format_message() == "Optie --ot bestaat niet."
    assert "Bedoel je" in click.NoSuchOption("--ot", possibilities=["--out"]).format_message()
    assert click.IntRange(1, 5).convert("3", None, None) == 3
    with pytest.raises(click.BadParameter, match="9 valt buiten 1<=x<=5"):
        click.IntRange(1, 5).convert("9", None, None)
    assert click.exceptions._("A word of a later version") == "A word of a later version"
