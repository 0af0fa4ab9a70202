"""What a proposal asks, and what of it changes a budget that was adopted by then."""

from __future__ import annotations

from datetime import date

from docgen.domain.council_proposal import adopted_years, budget_change
from docgen.domain.queries import asked_names
from tests.context.municipal.municipal_sample import sample


def at(day):
    full = sample("wijkkracht-spoordijk")
    full["raadsvoorstel"] = full["raadsvoorstel"] | {"raadsvergadering": day}
    return full


def test_what_is_asked_stands_in_the_decision_points():
    assert asked_names(sample("wijkkracht-spoordijk")) == {"F02", "F11"}
    assert asked_names({"raadsvoorstel": None}) == frozenset()


def test_in_the_month_of_the_budget_the_next_year_is_adopted_too():
    assert [*adopted_years(at(date(2027, 10, 31)))] == [2027]
    assert [*adopted_years(at(date(2027, 11, 1)))] == [2027, 2028]
    assert not adopted_years(at(None))


def test_only_years_in_which_something_changes_are_told():
    assert budget_change(at(date(2027, 6, 24))) == {}
    changed = budget_change(at(date(2027, 12, 1)))
    assert {year: own.costs.total() for year, own in changed.items()} == {2028: 8_952_000}
