"""Dutch notation, compared with values written by hand."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from babel.numbers import format_decimal
from hypothesis import example, given, settings
from hypothesis import strategies as st

from docgen.text import dutch

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Decimal("89520"), f"€{NBSP}89.520"),
        (Decimal("0"), f"€{NBSP}0"),
        (Decimal("-0.004"), f"€{NBSP}0"),
        (Decimal("1234567.5"), f"€{NBSP}1.234.567,50"),
        (Decimal("0.05"), f"€{NBSP}0,05"),
        (Decimal("-1500"), f"−€{NBSP}1.500"),
        (Decimal("12500.00"), f"€{NBSP}12.500"),
        (Decimal("999999999999"), f"€{NBSP}999.999.999.999"),
    ],
)
def test_euros_have_a_point_for_thousands_and_cents_only_when_there_are_any(amount, shown):
    assert dutch.euro(amount) == shown


def test_full_time_equivalents_always_have_two_decimals():
    assert [dutch.hundredths(Decimal(text)) for text in ("0.7", "2.39", "1", "1200.5")] == [
        "0,70",
        "2,39",
        "1,00",
        "1.200,50",
    ]


def test_a_table_with_cents_shows_two_decimals_everywhere():
    assert dutch.euro(Decimal("100"), cents=True) == f"€{NBSP}100,00"


def test_half_a_cent_is_rounded_up():
    assert dutch.euro(Decimal("2.675")) == f"€{NBSP}2,68"


def test_numbers_keep_the_decimals_they_have():
    assert [dutch.number(n) for n in (1425, Decimal("66.5"), Decimal("2.39"), 0)] == ["1.425", "66,5", "2,39", "0"]


def test_a_date_is_written_out_and_does_not_break():
    assert dutch.long_date(date(2027, 6, 24)) == f"24{NBSP}juni 2027"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_a_list_ends_with_en(values, sentence):
    assert dutch.enumeration(values) == sentence


def test_some_names_are_named_and_the_rest_is_counted():
    assert dutch.some_of(["a", "b", "c"], 3) == "a, b, c" and dutch.some_of([], 3) == ""
    assert dutch.some_of(["a", "b", "c"], 2) == "a, b en nog 1"
    assert dutch.some_of(["a"] * 1_502, 2) == "a, a en nog 1.500"


def test_hours_per_year_are_told_in_the_same_runs():
    told = dutch.amounts_in_words({2028: 1500, 2029: 1200, 2030: 1200}, dutch.hours)
    assert told.replace(NBSP, " ") == "1.500 uur in 2028 en 1.200 uur per jaar in 2029 en 2030"


def test_an_exact_number_is_rounded_once_halves_away_from_zero():
    exact = [Fraction(1, 3), Fraction(1, 20), Fraction(-1, 20), Fraction(0), Fraction(45)]
    assert [str(dutch.rounded(one, 1)) for one in exact] == ["0.3", "0.1", "-0.1", "0", "45"]


def test_a_dutch_ij_becomes_a_capital_as_a_whole():
    assert [dutch.capital(t) for t in ("de GGD", "ijsbaan", "")] == ["De GGD", "IJsbaan", ""]


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20), st.booleans())
@example(Decimal("-0.001"), True)
@example(Decimal("-0"), False)
@example(Decimal("0.005"), False)
@example(Decimal("999999999999.995"), False)
@example(Decimal("1E+3"), False)
def test_euros_are_written_as_babel_writes_them(amount, cents):
    rounded = amount.quantize(Decimal("0.01"), ROUND_HALF_UP) + 0
    pattern = "#,##0.00" if cents or rounded % 1 else "#,##0"
    sign = "\N{MINUS SIGN}" if rounded < 0 else ""
    assert dutch.euro(amount, cents) == f"{sign}€\u00a0{format_decimal(abs(rounded), pattern, locale='nl')}"


def test_amounts_per_year_are_told_in_runs():
    amounts = {
        2027: Decimal(0),
        2028: Decimal(12),
        2029: Decimal(40),
        2030: Decimal(40),
        2031: Decimal(40),
        2033: Decimal(40),
    }
    assert dutch.amounts_in_words(amounts).replace(NBSP, " ") == (
        "€ 12 in 2028, € 40 per jaar van 2029 tot en met 2031 en € 40 in 2033"
    )
    assert (
        dutch.amounts_in_words({2028: Decimal(5), 2029: Decimal(5)}).replace(NBSP, " ")
        == "€ 5 per jaar in 2028 en 2029"
    )
    assert dutch.amounts_in_words({2028: Decimal(0)}) == ""


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "nul weken"), (1, "één week"), (6, "zes weken"), (20, "twintig weken"), (21, "21 weken")]
)
def test_a_count_is_in_words_up_to_twenty(count, shown):
    assert dutch.counted(count, "week", "weken") == shown


def test_a_text_is_cut_between_words_and_no_sign_is_left_hanging():
    title = "Buurtprogramma Lijnbaan, gezond en veilig"
    assert dutch.shortened(title, 80) == title
    assert dutch.shortened(title, 30) == "Buurtprogramma Lijnbaan…"
    assert dutch.shortened("Regio Wolderwaard – samen", 20) == "Regio Wolderwaard…"
    assert dutch.shortened("een twee", 5) == "een…"
    assert dutch.shortened("Samenwerkingsovereenkomst", 10) == "Samenwerk…"
    assert all(len(dutch.shortened(title, most)) <= most for most in range(2, 50))


def test_names_are_all_told_or_the_first_and_how_many_are_left():
    assert dutch.all_or_some(["a", "b", "c"], 3) == "a, b en c"
    assert dutch.all_or_some(["a", "b", "c"], 2) == "a, b en nog 1"


def test_years_are_told_as_a_span_from_three_that_follow_each_other():
    assert dutch.years_in_words([2028]) == "in 2028"
    assert dutch.years_in_words([2028, 2029]) == "in 2028 en 2029"
    assert dutch.years_in_words(range(2026, 2032)) == "van 2026 tot en met 2031"
    assert dutch.years_in_words([2026, 2027, 2028, 2030]) == "van 2026 tot en met 2028 en in 2030"
