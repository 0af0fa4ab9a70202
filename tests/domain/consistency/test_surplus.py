"""Money beyond the costs that it may pay, each euro of it told once."""

from __future__ import annotations

from docgen.domain.consistency.surplus import excesses, is_told, remedy, surpluses
from docgen.dossier import loads
from docgen.schema.completion import fill_defaults

HEAD = "dossier: {id: x, titel: X, horizon: {begin: 2028-01-01, einde: 2028-12-31}}\npartijen: [{id: p, naam: P}]\n"
ITEMS = "begroting: {posten: [{id: P1, naam: N, aard: structureel, bedragen: {2028: 60}}, {id: P2, naam: N, aard: structureel, bedragen: {2028: 40}}]}\n"


def dossier(*sources, items=ITEMS):
    rows = "".join(
        f"  - {{id: F{i}, bron: B, partij: p, aard: structureel, status: toegezegd, {source}}}\n"
        for i, source in enumerate(sources, 1)
    )
    read = loads(f"{HEAD}{items}financiering:\n{rows}".encode())
    return fill_defaults(read.data, read.library.schema.root)


def test_a_set_of_items_tells_only_what_no_smaller_set_tells():
    found = excesses(dossier("voor: [P1], bedragen: {2028: 70}", "voor: [P1, P2], bedragen: {2028: 55}"))
    assert [(sorted(one.items), int(one.amount), int(one.new)) for one in found] == [
        (["P1"], 10, 10),
        (["P1", "P2"], 25, 15),
    ]


def test_of_a_year_is_told_what_sets_do_not_say_and_of_the_source_with_most_left():
    whole = dossier("voor: [P1], bedragen: {2028: 60}", "bedragen: {2028: 55}")
    assert [(one.source["id"], int(one.amount)) for one in surpluses(whole)] == [("F2", 15)]
    by_set = dossier("voor: [P1], bedragen: {2028: 75}", "bedragen: {2028: 40}")
    assert not surpluses(by_set) and is_told(by_set, "F1", 2028) and not is_told(by_set, "F2", 2028)


def test_when_no_cost_lacks_money_a_surplus_of_the_year_tells_all_sources():
    full = dossier("bedragen: {2028: 60}", "bedragen: {2028: 55}")
    assert is_told(full, "F1", 2028) and is_told(full, "F2", 2028) and not is_told(full, "F1", 2029)


def test_a_cost_that_lacks_money_goes_before_a_lower_amount():
    assert remedy(dossier("voor: [P1], bedragen: {2028: 75}"), 2028, "verlaag") == (
        "noem bij voor ook een post die in 2028 geld mist: P2"
    )
    assert remedy(dossier("bedragen: {2028: 100}"), 2028, "verlaag") == "verlaag"
