"""How a row of a municipal budget is shown."""

from __future__ import annotations

import pytest

from docgen.context.municipal.budget_rows import PLAIN, SUM, Row, as_data, cell


@pytest.mark.parametrize(
    ("cents", "with_cents", "shown"),
    [
        (0, False, "–"),
        (19754000, False, "197.540"),
        (-19754000, False, "−197.540"),
        (1250, True, "12,50"),
        (100, True, "1,00"),
    ],
)
def test_a_cell_has_no_euro_sign_a_real_minus_and_a_dash_for_nothing(cents, with_cents, shown):
    assert cell(cents, with_cents) == shown


def test_cents_in_one_cell_give_two_decimals_in_all():
    rows = as_data([Row("A", PLAIN, {2028: 100}), Row("B", SUM, {2028: 150})])
    assert [row["cellen"][2028] for row in rows] == ["1,00", "1,50"]
