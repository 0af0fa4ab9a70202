"""What rules and tables ask of a complete dossier: thresholds, the horizon, totals per year, hours, names."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import chain

import pytest

from docgen.context.people import effort
from docgen.domain import queries
from docgen.domain.queries import DEFAULTS
from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import MONEY, PEOPLE, full
from tests.conftest import ROOT


def test_every_default_stands_in_the_description_of_its_setting(library):
    for name, value in DEFAULTS.items():
        about = library.schema.field_at(("dossier", "instellingen", name)).description
        assert f"zonder dit getal: {value}" in about, name


HORIZON = "dossier: {id: d, titel: D, peildatum: 2028-06-30, horizon: {begin: 2028-07-01, einde: 2030-01-01}}\norganisatie: {naam: gemeente A}\n"


def test_the_years_of_the_horizon_are_those_in_which_it_has_a_day():
    assert queries.horizon_years(full("", HORIZON)) == range(2028, 2031)
    assert queries.horizon(full("", HORIZON)) == (date(2028, 7, 1), date(2030, 1, 1))
    assert queries.horizon_years(full("")) == range(0) and queries.horizon(full("")) is None


def test_a_horizon_without_an_end_is_none():
    assert queries.horizon({"dossier": {"horizon": {"begin": date(2028, 1, 1), "einde": None}}}) is None


@pytest.mark.parametrize(
    ("years", "words"), [(range(2028, 2029), "in 2028"), (range(2028, 2032), "van 2028 tot en met 2031")]
)
def test_a_run_of_years_is_told_in_words(years, words):
    assert queries.in_years(years) == words


def test_a_threshold_is_what_the_dossier_says_also_when_that_is_nought():
    given = {"dossier": {"instellingen": {"max_onzeker": 0, "max_aandeel_bron": None}}}
    assert [queries.setting(given, name) for name in ("max_onzeker", "max_aandeel_bron")] == [0, 70]
    assert queries.setting({"dossier": None}, "max_onzeker") == 25


def test_an_idea_is_no_money():
    dossier = full(MONEY, HORIZON)
    assert [row["bron"] for row in queries.funding_sources(dossier)] == ["Vast", "Gevraagd"]
    assert queries.funding_per_year(dossier) == {2028: Decimal(100), 2029: Decimal(30)}
    assert queries.structural_funding_per_year(dossier) == {2028: Decimal(60)}
    assert [path for path, _ in queries.money_rows(dossier)] == [
        ("begroting", "posten", 0), ("financiering", 0), ("financiering", 1), ("financiering", 2),
    ]  # fmt: skip


def test_amounts_are_added_up_by_year_in_order_and_only_within_the_years():
    rows = [
        {"bedragen": {2030: Decimal(1), 2028: Decimal(2)}},
        {"bedragen": {2028: Decimal("0.50"), 2027: Decimal(9)}},
        {"bedragen": None},
    ]
    assert list(queries.per_year(rows, range(2028, 2031)).items()) == [(2028, Decimal("2.50")), (2030, Decimal(1))]


def test_the_municipality_is_the_party_named_so_or_of_that_kind():
    parties = "partijen: [{id: a, naam: A, soort: Gemeente}, {id: b, naam: B, soort: stichting}, {id: c, naam: C}]\n"
    assert queries.municipalities(full(parties)) == {"a"}
    assert queries.municipalities(full(parties, HORIZON.replace("titel: D", "titel: D, gemeente: c"))) == {"a", "c"}


def test_hours_of_a_role_are_those_of_all_its_tasks():
    tasks = "taken: [{id: T, naam: A, uren: {r: 10, v: 0}}, {id: U, naam: B, uren: {r: 2.5}}, {id: V, naam: C}]\n"
    assert queries.hours_per_role(full(PEOPLE + tasks)) == {"r": Decimal("12.5")}


@pytest.mark.parametrize(
    ("months", "start", "end", "is_longer"),
    [
        (1, date(2028, 6, 15), date(2028, 7, 15), False),
        (1, date(2028, 6, 15), date(2028, 7, 16), True),
        (12, date(2027, 12, 31), date(2028, 12, 30), False),
        (12, date(2027, 12, 31), date(2029, 1, 1), True),
        (0, date(2028, 6, 15), date(2028, 6, 15), False),
    ],
)
def test_months_are_counted_to_the_same_day(months, start, end, is_longer):
    assert queries.is_longer_than(months, start, end) is is_longer


@pytest.mark.parametrize(
    ("limit", "part", "whole", "told"),
    [
        (40, 42, 100, "42%"),
        (40, 40, 100, ""),
        (40, 5, 0, ""),
        (40, 403, 1000, "40,3%"),
        (40, 4004, 10_000, "40,04%"),
        (40, 400_001, 1_000_000, "iets meer dan 40%"),
        (70, Decimal("70.5"), 100, "71%"),
    ],
)
def test_a_share_just_above_the_limit_does_not_look_like_the_limit(limit, part, whole, told):
    assert queries.share_above(limit, part, whole) == told


def test_what_a_part_holds_is_asked_without_knowing_whether_it_is_there():
    dossier = full("jaarplan: {jaar: 2028}\n")
    assert queries.section(dossier, "jaarplan")["jaar"] == 2028 and queries.section(dossier, "overdracht") == {}
    assert queries.has_section(dossier, "jaarplan") and not queries.has_section(dossier, "overdracht")
    assert queries.reference_date(dossier) == date(2028, 6, 30)
    assert queries.by_id([{"id": "a", "n": 1}, {"id": None, "n": 2}]) == {"a": {"id": "a", "n": 1}}


def test_a_table_has_every_year_in_which_something_stands_without_a_gap():
    assert queries.table_years(full(MONEY)) == [2028, 2029]
    assert queries.table_years(full("jaarplan: {jaar: 2032}\n" + MONEY, HORIZON)) == [2028, 2029, 2030, 2031, 2032]
    assert queries.table_years(full("")) == []


@pytest.mark.parametrize(
    ("count", "lengths"), [(0, []), (1, [1]), (4, [4]), (5, [2, 3]), (8, [4, 4]), (9, [3, 3, 3]), (10, [3, 3, 4])]
)
def test_rows_are_cut_into_runs_of_nearly_the_same_length(count, lengths):
    runs = queries.split_evenly(list(range(count)), 4)
    assert [len(run) for run in runs] == lengths and list(chain(*runs)) == list(range(count))


@pytest.mark.parametrize(
    ("values", "rounded"),
    [
        (["0.333", "0.333", "0.334"], ["0.33", "0.33", "0.34"]),
        (["0.125", "0.125"], ["0.13", "0.12"]),
        (["1.10", "2.20"], ["1.10", "2.20"]),
        ([], []),
    ],
)
def test_rounded_parts_add_up_to_the_rounded_whole(values, rounded):
    parts = queries.rounded_to_add_up([Decimal(value) for value in values])
    assert [str(part) for part in parts] == rounded


@pytest.mark.parametrize("name", ["wijkkracht-spoordijk", "alcoholbeleid-wolderwaard", "buurtprogramma-lijnbaan"])
def test_the_fte_of_the_parties_of_a_sample_add_up(name):
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    whole = effort(fill_defaults(dossier.data, dossier.library.schema.root))
    assert sum(party["fte"] for party in whole["partijen"]) == whole["fte"]
    exact = Decimal(whole["uren"]) / dossier.data["dossier"]["instellingen"]["uren_per_fte"]
    assert abs(whole["fte"] - exact) <= Decimal("0.005")
