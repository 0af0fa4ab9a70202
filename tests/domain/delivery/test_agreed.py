"""What was agreed for a period: by the share of the year and the days that count."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from docgen.domain.delivery.agreed import amount_agreed, hours_agreed, hours_in_year, takes_part_in
from docgen.domain.delivery.periods import parse_period

SEASON = {"K1": 20, "K2": 30, "K3": 20, "K4": 30}


def dossier(begin=date(2028, 1, 1)):
    return {"dossier": {"horizon": {"begin": begin, "einde": date(2031, 12, 31)}}}


def role(hours=90, **more):
    return {"uren": hours, "begin": None, "einde": None, "spreiding": None, **more}


def item(amount=12000, **more):
    bedragen = {2028: Decimal(amount)}
    return {"bedragen": bedragen, "spreiding": None, "aard": "structureel", "soort": "materieel", **more}


@pytest.mark.parametrize(("period", "hours"), [("2028", 90), ("2028-H1", 45), ("2028-K3", Fraction(45, 2))])
def test_without_a_spread_every_quarter_is_a_fourth(period, hours):
    assert hours_agreed(dossier(), role(), parse_period(period)) == hours


def test_a_role_that_stops_half_way_counts_its_days():
    stopped = role(einde=date(2028, 3, 31))
    assert hours_agreed(dossier(), stopped, parse_period("2028-H1")) == Fraction(45, 2)  # 90 x 1/2 x 91/182
    assert hours_agreed(dossier(), stopped, parse_period("2028-H2")) == 0
    assert hours_agreed(dossier(), role(begin=date(2028, 6, 30)), parse_period("2028-K2")) == Fraction(90, 4) / 91


def test_hours_count_from_the_first_day_of_the_horizon():
    assert hours_agreed(dossier(date(2028, 4, 1)), role(), parse_period("2028-H1")) == Fraction(45, 2)
    assert hours_agreed(dossier(date(2028, 4, 1)), role(), parse_period("2027")) == 0


def test_hours_that_nobody_knows_are_not_zero():
    assert hours_agreed(dossier(), role(None), parse_period("2028")) is None


def test_a_spread_gives_each_quarter_its_own_part_also_of_the_days():
    assert hours_agreed(dossier(), role(100, spreiding=SEASON), parse_period("2028-H1")) == 50
    stopped = role(100, spreiding=SEASON, einde=date(2028, 3, 31))
    assert hours_agreed(dossier(), stopped, parse_period("2028")) == 20
    assert hours_in_year(stopped, 2028) == 20


def test_the_hours_of_a_year_are_those_of_the_days_that_a_role_takes_part():
    late = role(366, begin=date(2028, 12, 31))
    assert (hours_in_year(late, 2027), hours_in_year(late, 2028), hours_in_year(late, 2029)) == (0, 1, 366)
    assert [year for year in (2027, 2028, 2029) if takes_part_in(late, year)] == [2028, 2029]
    assert hours_in_year(role(None), 2028) == 0


@pytest.mark.parametrize(("period", "amount"), [("2028", 12000), ("2028-H2", 6000), ("2028-K1", 3000), ("2029", 0)])
def test_a_budget_falls_evenly_over_the_year(period, amount):
    assert amount_agreed(dossier(), item(), parse_period(period)) == amount


def test_a_season_has_its_own_part_of_the_budget():
    assert amount_agreed(dossier(), item(spreiding=SEASON), parse_period("2028-K2")) == 3600


@pytest.mark.parametrize("more", [{"aard": "incidenteel"}, {"soort": "onvoorzien"}])
def test_what_comes_once_or_unforeseen_has_no_part_of_a_year_but_a_year(more):
    assert amount_agreed(dossier(), item(**more), parse_period("2028-H1")) is None
    assert amount_agreed(dossier(), item(**more), parse_period("2028")) == 12000
    assert amount_agreed(dossier(), item(**more, spreiding=SEASON), parse_period("2028-K1")) == 2400


def test_a_budget_is_for_the_days_with_arrangements():
    late = dossier(date(2028, 7, 1))
    parts = [amount_agreed(late, item(), parse_period(f"2028-{part}")) for part in ("H1", "K3", "K4")]
    assert parts == [0, 6000, 6000] and amount_agreed(late, item(), parse_period("2028")) == 12000
    assert amount_agreed(late, item(), parse_period("2027")) == 0
