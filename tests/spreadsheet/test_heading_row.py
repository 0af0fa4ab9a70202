"""Which row has the headings: the first in which some are known, whatever stands above it."""

from __future__ import annotations

import pytest

from docgen.spreadsheet.heading_row import KNOWN, LIKELY, OTHER, HeadingRow
from docgen.spreadsheet.table import Number, RawRow

WORTH = {"naam": KNOWN, "plaats": KNOWN, "bedrag": KNOWN, "kvk": LIKELY, "status": LIKELY}


@pytest.fixture
def headings():
    return HeadingRow(lambda text: WORTH.get(text, OTHER))


def rows(*lists):
    return [RawRow(number, values) for number, values in enumerate(lists, 1)]


@pytest.mark.parametrize(
    ("found", "lists"),
    [
        (0, [["naam", "plaats"], ["A", "Elst"]]),
        (1, [["Partners 2027"], ["naam", "plaats"], ["A", "Elst"]]),
        (2, [["naam"], [Number(2027, "General")], ["naam", "bedrag"], ["A"]]),
        (1, [["Lijst"], ["naam"], ["A"]]),
        (2, [["Lijst"], ["status"], ["kvk", "status"], ["A", "B"]]),
        (1, [["Lijst"], ["Instelling", "Contact"], ["A", "B"]]),
        (0, [["Instelling"], ["A"]]),
        (0, []),
    ],
)
def test_the_row_of_headings_is_the_first_that_is_known_well_enough(headings, found, lists):
    assert headings.find(rows(*lists)) == found


def test_a_second_list_below_the_first_does_not_take_its_headings(headings):
    assert headings.find(rows(["naam", "plaats"], ["A", "B"], ["naam", "plaats", "bedrag"])) == 0
