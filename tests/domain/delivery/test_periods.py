"""Reporting periods: their days, their parts and what they are called."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.domain.delivery.periods import (
    ReportingPeriod,
    days_in,
    ended_periods,
    in_sentence,
    in_words,
    is_agreed,
    of_quarters,
    of_year,
    parse_period,
)  # fmt: skip


@pytest.mark.parametrize(
    ("written", "begin", "end", "title", "sentence"),
    [
        ("2028", date(2028, 1, 1), date(2028, 12, 31), "2028", "2028"),
        ("2028-H1", date(2028, 1, 1), date(2028, 6, 30), "eerste halfjaar 2028", "het eerste halfjaar van 2028"),
        ("2028-H2", date(2028, 7, 1), date(2028, 12, 31), "tweede halfjaar 2028", "het tweede halfjaar van 2028"),
        ("2028-K1", date(2028, 1, 1), date(2028, 3, 31), "eerste kwartaal 2028", "het eerste kwartaal van 2028"),
        ("2028-K3", date(2028, 7, 1), date(2028, 9, 30), "derde kwartaal 2028", "het derde kwartaal van 2028"),
        ("2028-K4", date(2028, 10, 1), date(2028, 12, 31), "vierde kwartaal 2028", "het vierde kwartaal van 2028"),
    ],
)
def test_a_period_has_a_first_and_a_last_day_and_a_name(written, begin, end, title, sentence):
    period = parse_period(written)
    assert (period.begin, period.end, in_words(period), in_sentence(period)) == (begin, end, title, sentence)


@pytest.mark.parametrize("written", [None, "", "2028-H3", "2028-H4", "2028-K5", "2028-07", "28"])
def test_what_is_no_period_is_none(written):
    assert parse_period(written) is None


def test_a_period_is_made_of_parts_down_to_quarters():
    year, half, quarter = (parse_period(written) for written in ("2028", "2028-H2", "2028-K3"))
    assert year.parts == [parse_period("2028-H1"), half]
    assert half.parts == [quarter, parse_period("2028-K4")]
    assert quarter.parts == []
    assert quarter.until_here().parts == [parse_period("2028-H1"), quarter]
    assert in_sentence(quarter.until_here()) == "de eerste drie kwartalen van 2028"


def test_periods_overlap_when_they_have_a_day_in_common():
    half = parse_period("2028-H1")
    assert [other for other in ("2028", "2028-H2", "2028-K2", "2028-K3", "2027") if half.overlaps(parse_period(other))] == ["2028", "2028-K2"]  # fmt: skip


def test_quarters_get_the_fewest_names():
    assert of_quarters(2028, {1, 2, 3, 4}) == [ReportingPeriod(2028)]
    assert of_quarters(2028, {2, 3, 4}) == [parse_period("2028-K2"), parse_period("2028-H2")]
    assert of_quarters(2028, ()) == []


def dossier(rhythm=None, day=date(2028, 8, 31)):
    return {
        "dossier": {
            "peildatum": day,
            "instellingen": {"meldperiode": rhythm} if rhythm else None,
            "horizon": {"begin": date(2028, 4, 1), "einde": date(2031, 12, 31)},
        }
    }


def test_parties_report_every_half_year_unless_the_dossier_says_otherwise():
    assert [in_words(one) for one in of_year(dossier(), 2028)] == ["eerste halfjaar 2028", "tweede halfjaar 2028"]
    assert [len(of_year(dossier(rhythm), 2028)) for rhythm in ("kwartaal", "halfjaar", "jaar")] == [4, 2, 1]


def test_the_last_periods_are_those_that_ended_on_the_reference_date():
    assert [in_words(one) for one in ended_periods(dossier(), 3)] == ["eerste halfjaar 2027", "tweede halfjaar 2027", "eerste halfjaar 2028"]  # fmt: skip
    assert [in_words(one) for one in ended_periods(dossier(day=date(2028, 6, 30)), 1)] == ["eerste halfjaar 2028"]
    assert [in_words(one) for one in ended_periods(dossier(day=date(2028, 6, 29)), 1)] == ["tweede halfjaar 2027"]
    assert ended_periods(dossier(day=None), 4) == []


def test_a_period_counts_when_any_day_of_it_is_within_the_horizon():
    periods = ["2027", "2028-K1", "2028-K2", "2028", "2031-K4", "2032-K1"]
    assert [one for one in periods if is_agreed(dossier(), parse_period(one))] == ["2028-K2", "2028", "2031-K4"]


def test_days_are_counted_with_the_first_and_the_last():
    half = parse_period("2028-H1")
    assert days_in(half) == 182
    assert days_in(half, (None, date(2028, 3, 31))) == 91
    assert days_in(half, (date(2028, 6, 30), None), None) == 1
    assert days_in(half, (date(2028, 7, 1), None)) == 0
