"""What hours times rate cost, beside what is budgeted."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from docgen.domain.consistency.personnel import cost_of_roles, is_cost, personnel_costs, roles_of_parties
from docgen.schema.completion import fill_defaults


def test_the_sample_budgets_what_its_hours_cost(sample):
    full = fill_defaults(sample.data, sample.library.schema.root)
    roles = roles_of_parties(full)
    for (party, year), (amount, _) in personnel_costs(full).items():
        assert is_cost(full, cost_of_roles(roles[party], year), amount)


def test_a_role_without_a_number_makes_the_cost_unknown_and_one_without_hours_needs_no_rate():
    known = {
        "uren": 10,
        "tarief": Decimal(50),
        "begin": None,
        "einde": None,
        "spreiding": None,
        "sturend": None,
        "vrijwillig": None,
    }
    assert cost_of_roles([known, known | {"uren": 0, "tarief": None}], 2028) == Fraction(500)
    assert cost_of_roles([known, known | {"tarief": None}], 2028) is None
    assert cost_of_roles([known, known | {"uren": None}], 2028) is None
    assert cost_of_roles([known, known | {"uren": None, "sturend": True}], 2028) == Fraction(500)
