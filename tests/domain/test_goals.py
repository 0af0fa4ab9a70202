"""How a goal stands on the reference date."""

from __future__ import annotations

import pytest

from docgen.domain.goals import figures_of, goals
from tests.complete_dossier import full


@pytest.mark.parametrize(
    ("goal", "state"),
    [
        ("nulmeting: {waarde: 10}, streefwaarde: 20", "niet gemeten"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-07-01, waarde: 20}]", "niet gemeten"),
        ("streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 25}]", "niet te beoordelen"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 20}]", "gehaald"),
        ("nulmeting: {waarde: 30}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 19}]", "gehaald"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, uiterlijk: 2028-06-29, metingen: [{datum: 2028-01-01, waarde: 19}]", "niet gehaald"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, uiterlijk: 2028-06-30, metingen: [{datum: 2028-01-01, waarde: 11}]", "onderweg"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 10}]", "achter"),
        ("nulmeting: {waarde: 30}, streefwaarde: 20, metingen: [{datum: 2028-01-01, waarde: 31}]", "achter"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2028-01-01, waarde: 14}]", "op koers"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2027-09-15, waarde: 15}]", "op koers"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2027-09-15, waarde: 13}]", "meting te oud"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2027: 14}, metingen: [{datum: 2028-01-01, waarde: 13}]", "achter"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, tussen: {2028: 14}, metingen: [{datum: 2028-01-01, waarde: 13}]", "onderweg"),
        ("nulmeting: {waarde: 10}, streefwaarde: 20, metingen: [{datum: 2028-05-01, waarde: 9}, {datum: 2027-01-01, waarde: 20}]", "achter"),
    ],
)  # fmt: skip
def test_a_goal_is_judged_by_what_was_measured_before_the_reference_date(goal, state):
    (told,) = goals(full(f"doelen: [{{id: D1, tekst: T, {goal}}}]\n"))
    assert told["stand"] == state
    assert told["teken"] in "✓→!✗–" and len(told["teken"]) == 1


def test_every_figure_of_a_goal_has_its_place():
    doel = {
        "nulmeting": {"waarde": 1},
        "streefwaarde": None,
        "tussen": {2029: 3, 2028: 2},
        "metingen": [{"waarde": 4}, {"waarde": None}],
    }
    assert figures_of(doel) == [
        (("nulmeting", "waarde"), 1),
        (("tussen", 2028), 2),
        (("tussen", 2029), 3),
        (("metingen", 0, "waarde"), 4),
    ]
