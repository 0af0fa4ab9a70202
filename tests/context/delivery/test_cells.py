"""How hours, money and states are shown."""

from __future__ import annotations

from fractions import Fraction

from docgen.context.delivery import cells
from docgen.domain.delivery.judgement import Compared
from tests.complete_dossier import NBSP
from tests.worked_example import example, row


def test_hours_have_at_most_one_decimal_and_a_difference_has_its_sign():
    assert [cells.hours(Fraction(number)) for number in ("1527", "22.5", "22.25", "0")] == [
        "1.527",
        "22,5",
        "22,3",
        "0",
    ]
    told = [Compared(Fraction(20), Fraction(found), "") for found in (20, 55, 12)]
    assert [cells.difference_in_hours(one) for one in told] == ["0", "+35", "−8"]
    assert cells.hours(None) == cells.difference_in_hours(Compared(Fraction(20), None, "niet gemeld")) == "–"


def test_of_a_period_that_runs_a_column_says_what_is_left():
    assert cells.difference_in_hours(Compared(Fraction(60), Fraction(31), "loopt nog")) == "nog 29"
    assert cells.difference_in_hours(Compared(Fraction(60), Fraction(64), "loopt nog")) == "+4"
    assert cells.difference_in_euros(example(), Compared(Fraction(60), Fraction(31), "loopt nog")) == f"nog €{NBSP}29"


def test_amounts_have_cents_when_any_report_has_them():
    assert cells.amount(example(), Fraction("5027.6")) == f"€{NBSP}5.028"
    with_cents = example(row("P08", "2400.50", partij="wonen"))
    assert [cells.amount(with_cents, Fraction(number)) for number in (2400, "2400.5")] == [f"€{NBSP}2.400,00", f"€{NBSP}2.400,50"]  # fmt: skip


def test_a_state_has_its_sign_and_what_has_no_agreed_part_comes_in_the_year():
    assert cells.state(Compared(Fraction(1), Fraction(0), "minder")) == "! minder"
    assert cells.state(Compared(None, Fraction(0), "")) == "in de loop van het jaar"
    assert cells.state(Compared(Fraction(1), Fraction(1), "")) == ""


def test_a_total_is_of_what_is_judged_and_rounds_only_once():
    third = Compared(Fraction(1, 3), Fraction(1, 3), "volgens afspraak")
    assert cells.hours_row("Samen", cells.total([third] * 3)) == {"naam": "Samen", "afgesproken": "1", "geleverd": "1", "verschil": "0", "stand": ""}  # fmt: skip
    assert cells.total([Compared(None, Fraction(5), ""), third]).delivered == Fraction(1, 3)
    assert cells.total([Compared(Fraction(5), None, "niet gemeld")]) == (5, None, "")


def test_a_share_has_at_most_one_decimal():
    assert [cells.share(Fraction(1527), Fraction(1610)), cells.share(Fraction(1), Fraction(2))] == ["94,8%", "50%"]
    assert cells.share(None, Fraction(2)) == cells.share(Fraction(1), Fraction(0)) == "–"
