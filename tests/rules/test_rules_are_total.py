"""No dossier makes a rule fail, however odd; and the rules cost less than the schema, in proportion to the dossier."""

from __future__ import annotations

import copy
import re
from datetime import date
from decimal import Decimal
from statistics import median
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.library.library import open_library
from docgen.rules.registry import RULES
from docgen.rules.runner import run_rules
from docgen.schema.completion import fill_defaults
from docgen.validation.structure import faults_in

SCHEMA = open_library().schema
IDS = st.sampled_from(["a", "b", "c", "extern", "FIN-05", "UUR-01", "RVS-01", "FIN-99"])
TEXTS = st.sampled_from(
    ["", " ", "te", "Gemeente", "gemeenteraad", "06-12345678", "x@gmail.com", "é’\u200b", "a" * 500]
)
PATTERNS = {
    r"[1-9]\d?\.[1-9]\d?": st.sampled_from(["1.1", "1.2", "2.1", "99.99"]),
    r"(19|20)\d\d(-(H[12]|K[1-4]))?": st.sampled_from(["2027", "2028", "2028-H1", "2028-K3", "2029-H2", "1900-K1"]),
}
SCALARS = {
    "boolean": lambda _rules: st.booleans(),
    "date": lambda _rules: st.sampled_from([date(2027, 12, 31), date(2028, 1, 1), date(2029, 2, 28)]) | st.dates(),
    "integer": lambda rules: st.integers(rules.get("min", -(10**9)), rules.get("max", 10**9)),
    "number": lambda rules: st.integers(rules.get("min", -(10**9)), rules.get("max", 10**9)) | _decimals(rules),
    "amount": lambda rules: st.just(Decimal(0)) | _decimals(rules),
}
YEARS = st.sampled_from([1990, 2027, 2028, 2029, 2030, 2100])


def _decimals(rules):
    return st.decimals(rules.get("min", -(10**9)), rules.get("max", 10**9), allow_nan=False, allow_infinity=False)


def dossiers_of(rules, gaps):
    """Data that the schema allows; with `gaps` anything may be left out, also what is required."""
    if "allowed" in rules:
        return st.sampled_from(rules["allowed"])
    if rules["type"] == "dict" and "schema" in rules:
        return _fields(rules["schema"], gaps)
    if rules["type"] == "dict":
        keys = YEARS if rules["keysrules"]["type"] == "integer" else IDS
        return st.dictionaries(keys, dossiers_of(rules["valuesrules"], gaps), max_size=3)
    if rules["type"] == "list":
        return st.lists(dossiers_of(rules["schema"], gaps), min_size=rules.get("minlength", 0), max_size=3)
    if rules["type"] == "integer" and rules.get("min") == 1990:
        return YEARS
    if rules["type"] == "string":
        return _strings(rules)
    return SCALARS[rules["type"]](rules)


def _strings(rules):
    if rules.get("regex") in PATTERNS:
        return PATTERNS[rules["regex"]]
    if rules.get("regex") in (r"\d{8}", r"gm\d{4}"):
        return st.from_regex(re.compile(rules["regex"], re.ASCII), fullmatch=True)
    words = IDS if "regex" in rules or "ref" in rules.get("meta", {}) else TEXTS
    longest = rules.get("maxlength", 500)
    allowed = words.filter(
        lambda word: (
            word not in rules.get("forbidden", ()) and (word or rules.get("empty", True)) and len(word) <= longest
        )
    )
    return st.just("a") if rules.get("regex", "").startswith("[a-z0-9]") else allowed


def _fields(fields, gaps):
    required = {name for name, rules in fields.items() if rules.get("required") and not gaps}
    parts = {name: dossiers_of(rules, gaps) for name, rules in fields.items()}
    return st.fixed_dictionaries(
        {name: parts[name] for name in required}, optional={name: parts[name] for name in parts if name not in required}
    )


WHOLE, WITH_GAPS = (dossiers_of(SCHEMA.root.rules, gaps) for gaps in (False, True))
SLOW_TO_MAKE = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


@pytest.mark.slow
@SLOW_TO_MAKE
@given(WHOLE)
def test_any_dossier_that_passes_the_schema_goes_through_all_rules(data):
    assert faults_in(data, SCHEMA) == []
    before = copy.deepcopy(full := fill_defaults(data, SCHEMA.root))
    first = list(run_rules(full, {"overeenkomst"}))
    assert first == list(run_rules(full, {"overeenkomst"})) and full == before, "a rule is pure"


@pytest.mark.slow
@SLOW_TO_MAKE
@given(WITH_GAPS)
def test_a_dossier_with_gaps_goes_through_all_rules_too(data):
    list(run_rules(fill_defaults(data, SCHEMA.root), ()))


def paths_in(value, path=(), found=None):
    found = [] if found is None else found
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        found.append((*path, step))
        paths_in(inner, found[-1], found)
    return found


@pytest.mark.slow
@SLOW_TO_MAKE
@given(st.data())
def test_the_sample_with_anything_else_in_a_few_places_goes_through_all_rules(sample, data):
    changed = copy.deepcopy(sample.data)
    for _ in range(8):
        paths = paths_in(changed)
        path = paths[data.draw(st.integers(0, len(paths) - 1))]
        around = changed
        for step in path[:-1]:
            around = around[step]
        around[path[-1]] = data.draw(dossiers_of(SCHEMA.field_at(path).rules, gaps=False))
    assert faults_in(changed, SCHEMA) == []
    list(run_rules(fill_defaults(changed, SCHEMA.root), {"overeenkomst"}))


# ---------------------------------------------------------------------------------------------------------- the cost


def seconds(work, rounds=7):
    """Median of the time of the processor, of work repeated until it can be measured."""
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return median(times)


def is_in_proportion(small, large):
    """Whether work on eight times as much takes less than three times eight as long; what is so at the first try is so,
    and for what is not the medians decide."""
    once = max(seconds(small, 3), 0.0002)
    return seconds(large, 1) < 8 * 3 * once or seconds(large) < 8 * 3 * max(seconds(small), 0.0002)


def times_as_large(data, factor):
    """A dossier whose lists are so many times as long, each row with ids of its own."""

    def renamed(value, suffix):
        if isinstance(value, dict):
            return {key: renamed(inner, suffix) for key, inner in value.items()}
        if isinstance(value, list):
            return [renamed(inner, suffix) for inner in value]
        return f"{value}-{suffix}" if value in ids else value

    rows = [row for part in data.values() if isinstance(part, list) for row in part if isinstance(row, dict)]
    ids = {row["id"] for row in [*rows, *data["begroting"]["posten"]] if "id" in row}

    def grown(value):
        if isinstance(value, list):
            return [renamed(row, i) if i else row for i in range(factor) for row in value]
        return {key: grown(inner) for key, inner in value.items()} if isinstance(value, dict) else value

    return grown(data)


@pytest.fixture(scope="module")
def sizes(sample):
    return [fill_defaults(times_as_large(sample.data, factor), SCHEMA.root) for factor in (6, 48)]


@pytest.mark.slow
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_a_rule_takes_time_in_proportion_to_the_dossier(rule, sizes):
    assert is_in_proportion(*(lambda data=data: list(rule.check(data)) for data in sizes))


def test_many_waivers_of_one_rule_take_time_in_proportion(sample):
    def work(count):
        data = copy.deepcopy(sample.data)
        row = data["partijen"][1]
        data["partijen"] = [row | {"id": f"p{i}"} for i in range(count)]
        waiver = data["afwijkingen"][0] | {"regel": "OVK-01"}
        data["afwijkingen"] = [waiver | {"geldt_voor": {"object": f"p{i}"}} for i in range(count)]
        full = fill_defaults(data, SCHEMA.root)
        return lambda: list(run_rules(full, ()))

    assert is_in_proportion(work(200), work(1600))
