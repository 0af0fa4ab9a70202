"""The municipal budget in the year of an annual plan, beside the year before."""

from __future__ import annotations

from docgen.context.municipal.plan_year import plan_budgets
from docgen.context.perspective import for_party
from tests.context.municipal.municipal_sample import sample


def told(table):
    return {row["naam"]: tuple(row["cellen"]) for row in table["regels"]}


def test_the_plan_of_the_municipality_has_its_year_the_year_before_and_the_difference():
    (table,) = plan_budgets(sample("wijkkracht-spoordijk"))
    assert (table["partij"], table["koppen"]) == ("merenbroek", ["2028", "2027", "Verschil"])
    rows = told(table)
    assert rows["Lasten"] == ("197.540", "244.540", "−47.000")
    assert rows["Saldo (baten min lasten)"] == ("−197.540", "−108.020", "−89.520")
    assert rows["Baten"] == ("–", "136.520", "−136.520")
    assert rows["Eigen personeel, al in de begroting"] == ("108.020", "108.020", "–")
    assert not any("algemene middelen" in name for name in rows), "that is no part of a plan"


def test_in_parts_every_municipality_has_its_own_and_a_partner_has_none():
    full = sample("alcoholbeleid-wolderwaard")
    tables = {party["id"]: plan_budgets(for_party(full, party["id"])) for party in full["partijen"]}
    assert {party: [table["partij"] for table in found] for party, found in tables.items() if found} == {
        name: [name] for name in ("woldermuiden", "elzerbroek", "nieuwlede", "hogekerk")
    }
    assert told(tables["hogekerk"][0])["Lasten"][0] == "17.321,75"
    assert [table["partij"] for table in plan_budgets(full)] == ["woldermuiden"]


def test_without_a_year_before_there_is_nothing_to_compare():
    full = sample("alcoholbeleid-wolderwaard")
    year = full["jaarplan"]["jaar"]
    (table,) = plan_budgets(full)
    assert table["koppen"] == [str(year)] and all(len(row["cellen"]) == 1 for row in table["regels"])


def test_the_part_of_what_is_a_draw_stands_under_the_saldo():
    full = sample("buurtprogramma-lijnbaan")
    full["jaarplan"] = full["jaarplan"] | {"jaar": 2029}
    rows = [(row["naam"], *row["cellen"]) for row in plan_budgets(full)[0]["regels"]]
    assert rows[-4:] == [
        ("Onttrekking reserve: Reserve wijkvernieuwing", "45.000", "–", "45.000"),
        (
            "Saldo na reserves (saldo plus onttrekkingen min toevoegingen)",
            "−202.640", "−98.440", "−104.200",
        ),
        ("waarvan structureel", "−247.640", "−98.440", "−149.200"),
        ("waarvan incidenteel", "45.000", "–", "45.000"),
    ]  # fmt: skip


def test_a_plan_says_as_its_proposal_that_money_is_asked_until_the_council_has_met():
    asked = {"status": "toegezegd", "besluit": None}
    full = sample("wijkkracht-spoordijk", F02=asked)
    named = next(
        row for row in full["financiering"] if row["id"] in full["raadsvoorstel"]["beslispunten"][1]["financiering"]
    )
    named |= asked
    assert any("De raad wordt gevraagd om € 89.520 in 2028." in plain(one) for one in plan_budgets(full)[0]["zinnen"])
    full["raadsvoorstel"]["uitslag"] = {"uitkomst": "aangenomen"}
    later = sample("wijkkracht-spoordijk")
    later["raadsvoorstel"]["uitslag"] = {"uitkomst": "aangenomen"}
    next(row for row in later["financiering"] if row["id"] == named["id"]).update(asked)
    assert not any("gevraagd" in one for one in plan_budgets(later)[0]["zinnen"])


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")
