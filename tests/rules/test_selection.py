"""Rules by name: a code, a group or an anchor."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.rules.registry import EXPLAINED
from docgen.rules.selection import codes_of, excluded_codes, groups

ALL = {rule.CODE for rule in EXPLAINED}


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (["FIN-03"], {"FIN-03"}),
        ([" fin-03 "], {"FIN-03"}),
        (["HOR"], {"HOR-01", "HOR-02", "HOR-03"}),
        (["ops", "POL-01"], {"OPS-01", "POL-01"}),
        ([], set()),
    ],
)
def test_a_rule_is_named_by_its_code_or_by_its_group(names, codes):
    assert codes_of(names) == codes


@pytest.mark.parametrize("name", ["Financiën", "financien", "FINANCIEN"])
def test_an_anchor_names_all_its_rules_with_or_without_its_dots(name):
    assert codes_of([name]) == {rule.CODE for rule in EXPLAINED if rule.ANCHOR == "Financiën"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("FIN-3", "regel of groep ‘FIN-3’ bestaat niet; bedoel je ‘FIN-03’?"),
        ("", "regel of groep ‘’ bestaat niet; zie docgen rules"),
        ("geheel iets anders", "regel of groep ‘geheel iets anders’ bestaat niet; zie docgen rules"),
    ],
)
def test_a_name_that_is_no_rule_gets_a_suggestion_or_where_to_look(name, message):
    with pytest.raises(DocgenError) as refused:
        codes_of(["FIN", name])
    assert str(refused.value) == message


def test_without_a_choice_nothing_is_left_out():
    assert excluded_codes([], []) == set()


def test_what_is_not_selected_is_left_out_and_what_is_ignored_is_too():
    assert excluded_codes(["HOR"], []) == ALL - {"HOR-01", "HOR-02", "HOR-03"}
    assert excluded_codes([], ["HOR"]) == {"HOR-01", "HOR-02", "HOR-03"}
    assert excluded_codes(["HOR"], ["HOR-02"]) == ALL - {"HOR-01", "HOR-03"}


def test_every_rule_stands_under_its_code_its_group_and_its_anchor():
    assert all({rule.CODE} == groups()[rule.CODE] for rule in EXPLAINED)
    assert groups()["DRG"] == {"DRG-01", "DRG-02"}
    assert groups()["DRAAGVLAK"] | groups()["KWALITEIT"] | groups()["FINANCIËN"] == ALL
