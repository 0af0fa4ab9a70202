"""Which source pays which cost: exact where there is no choice, in proportion where there is, and never a cent left too many."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.domain.cost_division import Source, divide, in_proportion

ITEMS, PAYERS = ("P1", "P2", "P3", "P4"), ("a", "b", "c")


def item(name, amount, maker="a"):
    return {
        "id": name,
        "partij": maker,
        "soort": "personeel",
        "aard": "structureel",
        "bedragen": {2028: Decimal(amount)},
    }


def source(name, amount, *items, payer="a", in_kind=False, through=None):
    row = {"id": name, "voor": list(items), "bedragen": {2028: Decimal(amount)}}
    return Source(name, payer, through or payer, in_kind, "structureel", "toegezegd", True, ""), row


def paid(items, sources):
    """Euros by source and item, what is not covered and what is left."""
    found = divide(items, sources, 2028)
    by_name = {
        (found.sources[one].id, found.items[other].id): amount / 100
        for (one, other), amount in found.paid.items()
        if amount
    }
    return by_name, [need / 100 for need in found.need], [left / 100 for left in found.left]


def test_a_source_that_can_pay_one_item_pays_it_first():
    told = paid([item("P1", 100), item("P2", 50)], [source("F1", 120, "P1", "P2"), source("F2", 30, "P1")])
    assert told == ({("F2", "P1"): 30, ("F1", "P1"): 70, ("F1", "P2"): 50}, [0, 0], [0, 0])


def test_an_item_that_one_source_only_can_pay_is_paid_by_that():
    items = [item("P1", 100), item("P2", 100)]
    told = paid(items, [source("F1", 100, "P1", "P2"), source("F2", 100, "P1"), source("F3", 10, "P1")])
    assert told == ({("F2", "P1"): 100, ("F1", "P2"): 100}, [0, 0], [0, 0, 10])


@pytest.mark.parametrize(
    ("first", "shares"), [(Decimal("10"), [4, 3, 3]), (Decimal("10.01"), [3.34, 3.34, 3.33])], ids=["euros", "cents"]
)
def test_a_source_with_a_choice_is_divided_in_proportion_and_whole_euros_stay_whole(first, shares):
    items = [item("P1", 10), item("P2", 10), item("P3", 10)]
    by_name, _, _ = paid(items, [source("F1", first, "P1", "P2", "P3"), source("F2", 20, "P1", "P2", "P3")])
    assert [by_name["F1", name] for name in ("P1", "P2", "P3")] == shares


def test_money_without_items_pays_any_and_work_in_kind_those_of_its_own_party():
    items = [item("P1", 40, "a"), item("P2", 60, "b")]
    told = paid(items, [source("F1", 70, payer="b", in_kind=True), source("F2", 30)])
    assert told[0] == {("F1", "P2"): 60, ("F2", "P1"): 30} and told[1:] == ([10, 0], [10, 0])


def test_no_money_is_left_that_could_have_paid_a_cost():
    items = [item("P1", 50), item("P2", 50), item("P3", 100)]
    sources = [source("F1", 100, "P1", "P2"), source("F2", 50, "P1", "P3"), source("F3", 50, "P2", "P3")]
    _, need, left = paid(items, sources)
    assert (need, left) == ([0, 0, 0], [0, 0, 0])


def test_a_division_could_have_come_out_otherwise_when_makers_and_ways_differ():
    items = [item("P1", 50, "a"), item("P2", 50, "b")]
    ways = [source("F1", 50, "P1", "P2", through="x"), source("F2", 50, "P1", "P2", through="y")]
    assert divide(items, ways, 2028).is_estimated
    assert not divide(items, [source("F1", 50, "P1", "P2"), source("F2", 50, "P1", "P2")], 2028).is_estimated


@given(st.integers(0, 10**9), st.lists(st.integers(1, 10**9), min_size=1, max_size=6))
@example(312_500, [312_500, 312_500])
def test_a_division_in_proportion_adds_up_and_gives_nobody_a_cent_or_whole_euro_more_than_its_share(amount, needs):
    shares, whole = in_proportion(amount, needs), sum(needs)
    assert sum(shares) == amount
    unit = 1 if any(one % 100 for one in (amount, *needs)) else 100  # whole euros are divided in whole euros
    assert all(abs(share * whole - amount * need) < whole * unit for share, need in zip(shares, needs, strict=True))


def _best(needs, monies, may):
    """The most that can be paid, by trying every way in turn: an independent maximum flow."""
    total, need, left, flows = 0, dict(needs), dict(monies), {}
    while True:
        ways, seen = [[one] for one in left if left[one]], set()
        way = None
        while ways and way is None:
            path = ways.pop(0)
            for name in may[path[-1]]:
                if name in seen:
                    continue
                seen.add(name)
                if need[name]:
                    way = [*path, name]
                    break
                ways += [[*path, name, other] for other in may if flows.get((other, name)) and other not in path]
        if way is None:
            return total
        for place in range(0, len(way), 2):
            flows[way[place], way[place + 1]] = flows.get((way[place], way[place + 1]), 0) + 1
            if place:
                flows[way[place], way[place - 1]] -= 1
        left[way[0]] -= 1
        need[way[-1]] -= 1
        total += 1


@given(st.data())
def test_as_much_is_paid_as_can_be_paid(data):
    amounts = st.integers(0, 5)
    needs = {name: data.draw(amounts) for name in ITEMS}
    monies = {f"F{number}": data.draw(amounts) for number in range(4)}
    may = {name: data.draw(st.lists(st.sampled_from(ITEMS), min_size=1, unique=True)) for name in monies}
    items = [item(name, Decimal(need) / 100) for name, need in needs.items()]
    sources = [source(name, Decimal(money) / 100, *may[name]) for name, money in monies.items()]
    found = divide(items, sources, 2028)
    assert sum(found.paid.values()) == _best(needs, monies, may)
    for place, (name, money) in enumerate(monies.items()):
        own = {other: amount for (one, other), amount in found.paid.items() if one == place}
        assert sum(own.values()) + found.left[place] == money and min(own.values(), default=0) >= 0
        assert {ITEMS[other] for other, amount in own.items() if amount} <= set(may[name])


@pytest.mark.parametrize("year", [2027, 2029])
def test_a_year_without_amounts_has_nothing_to_divide(year):
    assert divide([item("P1", 5)], [source("F1", 5)], year).paid == {}
