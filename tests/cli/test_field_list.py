"""The names of a template fit the width of a screen, and words stay whole."""

import click
import pytest

from docgen.cli.field_list import lines, table
from docgen.documents.own_templates.names import template_names
from docgen.library.library import open_library

LIBRARY = open_library()
NAMES = template_names(LIBRARY.types["jaarplan"], LIBRARY)


@pytest.mark.parametrize("width", [80, 120])
def test_every_line_fits_and_every_word_is_whole(width):
    shown = [click.unstyle(line) for line in lines(NAMES, width)]
    too_wide = [line for line in shown if len(line) > width]
    assert all(" " not in line.strip() for line in too_wide)  # one word, wider than the screen
    words = {word for line in shown for word in line.split()}
    assert {word for name in NAMES for word in name.explained.split()} <= words | {"(", ")"}


def test_tags_stand_in_the_loops_that_they_need():
    shown = [line.strip() for line in lines(NAMES, 200)]
    begin, end = (
        shown.index("{%p for taak in takenlijst %}"),
        shown.index("{%p endfor %}", shown.index("{%p for taak in takenlijst %}")),
    )
    assert any(line.startswith("{{ taak.naam }}") for line in shown[begin:end])


def test_a_filter_stands_beside_a_tag_with_it():
    assert list(table([("euro", "{{ 89520 | euro }}", "Een bedrag.")], 80))[1] == "      Een bedrag."
