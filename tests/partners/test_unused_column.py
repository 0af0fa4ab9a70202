"""What a column that is nobody's field holds: remarks may stay out, amounts and dates may not be overlooked."""

from __future__ import annotations

import datetime

import pytest

from docgen.partners.unused_column import UnusedColumn
from docgen.spreadsheet.table import InvalidCell, Number

AMOUNTS, DATES = "bedragen of andere getallen", "datums"
WHOLE, MONEY = "General", '"€ "#,##0.00'


def numbers(*values, notation=WHOLE):
    return [Number(value, notation) for value in values]


@pytest.mark.parametrize(
    ("heading", "cells", "holds"),
    [
        ("Bijdrage", numbers(5000, 8000, 2500), AMOUNTS),
        ("Bijdrage", numbers(5000, 8000, 12500), AMOUNTS),
        ("Bijdrage", numbers(1, 2, notation=MONEY), AMOUNTS),
        ("Bijdrage", [*numbers(1.5), None, ""], AMOUNTS),
        ("Bijdrage", ["€ 12.500,-", "", "100 euro"], AMOUNTS),
        ("Bijdrage", ["12.500,50", "p.m."], AMOUNTS),
        ("Leden", ["30", "25"], AMOUNTS),
        ("Start", [datetime.date(2027, 1, 1), None], DATES),
        ("Start", ["1-1-2027", "1 feb 2027", "2027-03-01", "3/4/27"], DATES),
        ("Nr.", numbers(3, 1, 2), ""),
        ("Lijst", numbers(1, 2, 3, 7), ""),
        ("#", ["4", "2"], ""),
        ("Volgnummer", ["4", "2"], ""),
        ("Telefoon", [*numbers(612345678), "026-1234567"], ""),
        ("Aantal deelnemers", ["30", "25"], ""),
        ("Mobiel", ["0612345678"], ""),
        ("Opmerkingen", ["bellen", "100", "1-2-2027", "klaar"], ""),
        ("Opmerkingen", [None, "", InvalidCell("fout", "")], ""),
        ("Adres", ["Dorpsstraat 1", "1234 AB Elst"], ""),
    ],
)
def test_a_column_is_what_most_of_its_cells_are(heading, cells, holds):
    column = UnusedColumn(heading)
    for cell in cells:
        column.add(cell)
    assert column.holds == holds
