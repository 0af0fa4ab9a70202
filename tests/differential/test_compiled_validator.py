"""The quick answer to "is this value as the schema says" is that of Cerberus: never yes where Cerberus finds a fault."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.batch.incremental.field_finder import compile_finder, find
from docgen.dossier import load
from docgen.schema.compiled_validator import NO_FORMER_VALUE, compile_predicate
from docgen.schema.field import iter_values
from docgen.schema.schema import Schema
from docgen.validation import structure
from tests.conftest import DOSSIERS
from tests.mutants import at, paths
from tests.rules.test_rules_are_total import SCHEMA, dossiers_of

JUNK = [
    None, "", " ", "tekst", "extern", "x" * 60, "x" * 61, "é", "a\n", "12345678", "１２３４５６７８", "1.1", "gm0003", "gm0003\n",
    0, 1, -1, 7, 1989, 1990, 2028, 2100, 2101, 10**6, 10**18, True, False, 2.5, Decimal(0), Decimal("-0.01"), Decimal("0.5"),
    Decimal("999999999999"), Decimal("1000000000000"), Decimal("Infinity"), date(2028, 3, 1), datetime(2028, 3, 1),
    "2028-03-01", [], {}, (), [None], [[]], [{}], ["x"], {"a": "b"}, {2028: None}, {"2028": Decimal(1)}, {2028: Decimal(1)},
    {True: Decimal(1)}, {Decimal(2028): Decimal(1)}, {None: "x"}, {"id": "x"}, {"naam": None}, b"x", object,
]  # fmt: skip
ADDED = ["onbekend", "id", "naam", 1989, 2030, "2030", None, True]


def is_plain(value):
    """Whether a dossier could hold it: a list is no tuple and no bytes, a number is finite."""
    if isinstance(value, dict):
        return all(map(is_plain, value.values()))
    if isinstance(value, list):
        return all(map(is_plain, value))
    return not isinstance(value, tuple | bytes) and value != Decimal("Infinity")


def mutants(value, random, count):
    """So many values that differ in one place, or two, from a sound one: something else there, gone, added or doubled."""
    for _ in range(count):
        whole = {"deel": deepcopy(value)}
        for _ in range(random.choice([1, 1, 2])):
            path = random.choice(list(paths(whole)))
            part, name = at(whole, path[:-1]), path[-1]
            way = random.random()
            if way < 0.6:
                part[name] = deepcopy(random.choice(JUNK))
            elif way < 0.75 and len(path) > 1:
                del part[name]
            elif isinstance(part[name], dict):
                part[name][random.choice(ADDED)] = deepcopy(random.choice(JUNK))
            elif isinstance(part[name], list):
                part[name].insert(0, deepcopy(random.choice([*JUNK, *part[name]])))
        yield whole["deel"]


NOT_IN_SAMPLE = {
    "kolommen": {"naam": "Stichting"},
    "partner": {"naam": "Stichting"},
    "realisatie": [{"tijdvak": "2028", "rol": "wijkcoordinator", "uren": 840, "gemeld_op": date(2029, 1, 31)}],
    "tekstblokken": {"raadsvoorstel": {"na_financien": "Zie ook **de nota**."}},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SCHEMA.fields))
def test_a_changed_part_is_accepted_when_cerberus_finds_nothing(sample, name):
    random = Random(name)
    rules = SCHEMA.fields[name].rules
    schema, accepts = Schema({name: rules}, {}), compile_predicate(rules)
    whole = sample.data.get(name) or NOT_IN_SAMPLE[name]
    assert accepts(whole, NO_FORMER_VALUE) and schema.violations({name: whole}) == []
    answers = set()
    for mutant in mutants(whole, random, 150):
        is_sound = schema.violations({name: mutant}) == []
        answers.add(is_sound)
        assert accepts(mutant, NO_FORMER_VALUE) == (is_sound and is_plain(mutant)), mutant
        assert accepts(mutant, whole) == (is_sound and is_plain(mutant)), mutant  # whatever stood there before
    assert answers == {True, False} or name == "waarom_doorgaan"


@pytest.mark.slow
def test_what_is_surely_right_is_left_out_and_cerberus_finds_the_same_in_the_same_order(sample):
    random, several = Random(7), 0
    whole = dict(sample.data)
    for _ in range(150):
        data = whole.copy()
        for name in random.sample(sorted(whole), random.randrange(4)):
            (data[name],) = mutants(whole[name], random, 1)
        for name in random.sample(sorted(whole), random.randrange(3)):
            del data[name]
        data |= dict.fromkeys(random.sample(["onbekend", "titel", 7, "interventie"], random.randrange(2)), "tekst")
        found = SCHEMA.violations(data)
        several += len({fault.path[0] for fault in found}) > 1
        assert structure.faults_in(data, SCHEMA) == found
    assert several > 30


def test_what_is_required_is_missed_also_beside_what_is_surely_right():
    needed = {"type": "string", "required": True}
    schema = Schema({"a": needed, "b": needed, "c": {"type": "string"}}, {})
    for data in ({}, {"a": "x"}, {"a": 1}, {"a": "x", "c": 1}, {"b": 1, "d": 2}, {"c": "x"}):
        assert structure.faults_in(data, schema) == schema.violations(data) != []
    assert structure.faults_in({"a": "x", "b": "y"}, schema) == []


NOT_IN_SAMPLE = {
    "kolommen": {"naam": "Stichting"},
    "partner": {"naam": "Stichting"},
    "realisatie": [{"tijdvak": "2028", "rol": "wijkcoordinator", "uren": 840, "gemeld_op": date(2029, 1, 31)}],
    "tekstblokken": {"raadsvoorstel": {"na_financien": "Zie ook **de nota**."}},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SCHEMA.fields))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), gaps=st.booleans())
def test_a_part_made_at_random_is_accepted_when_cerberus_finds_nothing(name, data, gaps):
    rules = SCHEMA.fields[name].rules
    value = data.draw(dossiers_of(rules, gaps))
    faults = Schema({name: rules}, {}).violations({name: value})
    assert compile_predicate(rules)(value, NO_FORMER_VALUE) == (faults == [])
    assert compile_predicate(rules, gaps=True)(value, NO_FORMER_VALUE) == all(
        fault.rule == "required" for fault in faults
    )


@pytest.mark.parametrize("path", sorted(DOSSIERS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_dossier_is_accepted_when_cerberus_finds_nothing(library, path):
    data = load(path, library).data
    assert compile_predicate(SCHEMA.root.rules)(data, NO_FORMER_VALUE) == (SCHEMA.violations(data) == [])


RULES = [
    {"type": "string", "empty": True, "minlength": 3}, {"type": "string", "empty": False}, {"type": "string", "minlength": 1},
    {"type": "string", "empty": True, "allowed": ["a"]}, {"type": "string", "allowed": ["a", ""]}, {"type": "string", "nullable": True},
    {"type": "string", "empty": True, "regex": "a+"}, {"type": "string", "regex": r"\d+|é"}, {"type": "string", "forbidden": ["extern"]},
    {"type": "list", "empty": False}, {"type": "list", "minlength": 2}, {"type": "list", "empty": True, "minlength": 2},
    {"type": "list", "maxlength": 1, "schema": {"type": "string"}}, {"type": "list", "schema": {"type": "string", "nullable": True}},
    {"type": "list", "allowed": ["x"]}, {"type": "dict", "empty": False}, {"type": "dict", "maxlength": 0}, {"type": "dict", "schema": {}},
    {"type": "dict", "schema": {"a": {"type": "string", "required": True}}}, {"type": "dict", "valuesrules": {"type": "amount", "min": 0}},
    {"type": "dict", "keysrules": {"type": "integer", "min": 1990}}, {"type": "dict", "schema": {"a": {"type": "string"}}, "empty": False},
    {"type": "integer", "min": 1, "max": 7}, {"type": "number", "min": 0.5}, {"type": "amount", "max": 1}, {"type": "boolean", "allowed": [True]},
    {"type": "date"}, {"type": "date", "min": date(2028, 1, 1)}, {"type": "number", "forbidden": [0]}, {"type": "integer", "allowed": [1, 7]},
    {"type": "float"}, {"type": "string", "contains": "a"}, {"type": "string", "anyof": [{"regex": "a"}]}, {"type": "dict", "allow_unknown": True},
    {"type": "string", "dependencies": "ander"}, {"type": "list", "items": [{"type": "string"}]}, {"type": "integer", "coerce": int},
]  # fmt: skip


@pytest.mark.parametrize("rules", RULES, ids=str)
def test_rules_of_a_library_of_ones_own_never_get_a_yes_that_cerberus_would_not_give(rules):
    schema, accepts = Schema({"veld": rules}, {}), compile_predicate(rules)
    for value in [*JUNK, "a", "aa", ["a"], ["a", "b"], [None, "a"], {"a": "x"}, {"a": "x", "b": 1}, {1990: 1}]:
        if accepts(value, NO_FORMER_VALUE):
            assert schema.violations({"veld": value}) == [], value


def test_a_rule_that_is_not_known_gets_no_answer():
    for rules in RULES[-7:]:
        assert not any(
            compile_predicate(rules)(value, NO_FORMER_VALUE) for value in [*JUNK, "a", 1.5, ["a"], {"a": "x"}]
        )


def wanted(field):
    return bool(field.reference) or field.kind == "date" or field.title == "Rol"


def test_a_seeker_finds_what_a_walk_through_all_values_finds(sample, library):
    walked = [(value, field) for _, value, field, _ in iter_values(sample.data, library.schema.root) if wanted(field)]
    sought = find(compile_finder(library.schema.root, wanted), sample.data)
    assert len(walked) > 200
    assert sorted(map(repr, sought)) == sorted(map(repr, walked))
