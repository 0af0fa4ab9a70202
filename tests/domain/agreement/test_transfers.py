"""Which party pays which: worked examples of the samples, and the same sums as in the books of all parties."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from docgen.domain.agreement.transfers import flows, has_shared_purse, payments, transfers, usual_payer
from docgen.domain.municipal_books import CONTRIBUTION, books
from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.conftest import ROOT
from tests.domain.test_municipal_books import PARTIES, dossiers


def sample(name):
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    return fill_defaults(dossier.data, dossier.library.schema.root)


def by_pair_and_year(dossier):
    found = {}
    for step in transfers(dossier):
        key = step.payer, step.receiver, step.year
        found[key] = found.get(key, 0) + step.amount
    return {key: amount for key, amount in found.items() if amount}


def in_the_books(dossier, names, years):
    found = {}
    for payer in names:
        for year in years:
            for (row, _), amount in books(dossier, payer, year).costs.items():
                if isinstance(row, tuple) and row[0] == CONTRIBUTION and amount:
                    key = payer, row[1], year
                    found[key] = found.get(key, 0) + amount
    return found


def paid(full, source, payer=None, receiver=None):
    """A payment of this source, when the agreement has no other."""
    row = {"bron": source, "van": payer, "aan": receiver}
    (found,) = payments(full | {"overeenkomst": full["overeenkomst"] | {"betalingen": [row]}})
    return found


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("wijkkracht-spoordijk", range(2028, 2032)),
        ("alcoholbeleid-wolderwaard", range(2030, 2035)),
        ("buurtprogramma-lijnbaan", range(2029, 2033)),
        ("wandelmaatjes-ggd", range(2028, 2032)),
    ],
)
def test_in_the_samples_parties_pay_each_other_what_stands_in_their_books_in_the_years_of_the_agreement(name, years):
    full = sample(name)
    told = by_pair_and_year(full)
    assert told == in_the_books(full, [party["id"] for party in full["partijen"]], years) and told


@settings(max_examples=400, suppress_health_check=list(HealthCheck))
@given(dossiers())
def test_in_every_dossier_parties_pay_each_other_what_stands_in_their_books(dossier):
    full = dossier | {"overeenkomst": {"ingang": date(2028, 1, 1), "einde": None}, "jaarplan": None}
    assert by_pair_and_year(full) == in_the_books(full, PARTIES, [2028])


def test_the_council_pays_two_partners_in_spoordijk_and_the_municipalities_pay_one_of_them_in_wolderwaard():
    spoordijk = by_pair_and_year(sample("wijkkracht-spoordijk"))
    assert spoordijk["merenbroek", "welzijn", 2028] == 1_844_000
    assert spoordijk["merenbroek", "welzijn", 2030] == 4_844_000
    assert spoordijk["merenbroek", "sport", 2031] == 2_032_000
    assert flows(sample("wijkkracht-spoordijk")) == [("F02", "merenbroek", "welzijn"), ("F02", "merenbroek", "sport")]
    full = sample("alcoholbeleid-wolderwaard")
    wolderwaard = by_pair_and_year(full)
    assert {year for payer, receiver, year in wolderwaard if (payer, receiver) == ("woldermuiden", "toezicht")} == {
        2030
    }
    of_elzerbroek = [flow for flow in flows(full) if flow[0] == "F08"]
    assert of_elzerbroek == [("F08", "elzerbroek", "woldermuiden"), ("F08", "woldermuiden", "jongerenwerk")]
    assert usual_payer(full, "F08") == "elzerbroek"


@pytest.mark.parametrize(
    ("source", "payer", "receiver", "who", "whom", "is_in_books"),
    [
        ("F08", None, None, "elzerbroek", ["woldermuiden"], True),
        ("F09", "woldermuiden", None, "woldermuiden", ["sportraad"], True),
        ("F08", None, "ggd", "elzerbroek", ["ggd"], False),
        ("F08", "hogekerk", None, "hogekerk", [], False),
        ("F01", None, None, "woldermuiden", [], False),
        ("F13", None, None, None, [], False),
    ],
)
def test_who_pays_and_receives_follows_from_the_source_unless_it_is_written(
    source, payer, receiver, who, whom, is_in_books
):
    found = paid(sample("alcoholbeleid-wolderwaard"), source, payer, receiver)
    assert (found.payer, found.receivers, found.is_in_books) == (who, whom, is_in_books)


def test_a_source_that_pays_more_than_its_receivers_is_paid_in_part():
    full = sample("buurtprogramma-lijnbaan")
    assert paid(full, "F04").is_whole and paid(full, "F09").is_whole
    assert paid(full, "F08").is_in_books and not paid(full, "F08").is_whole
    assert not paid(full, "F08", receiver="buurtwerk").is_whole


def test_a_purse_is_shared_where_two_parties_pay_one_cost_or_money_is_passed_on():
    assert has_shared_purse(sample("wijkkracht-spoordijk")) and has_shared_purse(sample("alcoholbeleid-wolderwaard"))
    assert not has_shared_purse(sample("wandelmaatjes-ggd"))
