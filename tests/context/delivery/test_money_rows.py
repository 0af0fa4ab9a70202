"""The money of the worked example: what was spent of each budget, and what came in."""

from __future__ import annotations

from docgen.context.delivery.money_rows import item_rows, items, items_total, source_rows
from docgen.domain.delivery.periods import parse_period
from tests.worked_example import REPORTS, example, row

HALF = parse_period("2028-H1")


def plain(text):
    return text.replace("€\xa0", "")


def test_every_post_has_its_part_of_the_budget_and_what_was_spent():
    shown = [tuple(map(plain, (one["naam"], one["deel"], one["uitgegeven"], one["besteed"], one["stand"]))) for one in item_rows(example(), HALF, None)]  # fmt: skip
    assert shown == [
        ("Inzet gemeente", "54.010", "53.734", "49,7%", "berekend uit uren"),
        ("Inzet GGD", "18.130", "16.660", "45,9%", "berekend uit uren"),
        ("Inzet Welzijn", "38.220", "34.476", "45,1%", "berekend uit uren"),
        ("Inzet Sportservice", "20.160", "18.864", "46,8%", "berekend uit uren"),
        ("Inzet Huisartsengroep", "5.100", "–", "–", "– niet gemeld"),
        ("Inzet De Linde", "3.500", "3.570", "51%", "berekend uit uren"),
        ("Activiteiten", "12.000", "14.300", "59,6%", "! meer"),
        ("Huur ruimten", "4.800", "4.800", "50%", "✓ volgens afspraak"),
        ("Training en scholing", "4.250", "1.900", "22,4%", "! minder"),
        ("Communicatie", "3.000", "3.100", "51,7%", "✓ volgens afspraak"),
        ("Vrijwilligersvergoedingen", "1.800", "1.750", "48,6%", "✓ volgens afspraak"),
        ("Onderhoud handboek en website", "1.250", "0", "0%", "! minder"),
        ("Onvoorzien", "–", "0", "0%", "in de loop van het jaar"),
    ]


def test_the_total_is_of_what_is_judged_and_says_what_was_not_reported():
    total = items_total(example(), HALF)
    assert [plain(total[name]) for name in ("deel", "uitgegeven", "verschil", "niet_gemeld")] == ["166.220", "153.154", "−13.066", "5.100"]  # fmt: skip
    assert total["zonder_deel"] == ["Onvoorzien"]


def test_what_a_party_reports_of_its_staff_goes_before_what_its_hours_cost():
    own = example(REPORTS + row("P01", 52000))
    assert items(own, HALF)["P01"] == (54010, 52000, "volgens afspraak")
    assert items(example(), HALF)["P01"] == (54010, 53734, "")


def test_two_posts_of_staff_share_the_hours_of_their_party_by_their_budget():
    split = (
        ("      partij: ggd\n      aard: structureel\n      bedragen: {2027: 36260, 2028: 36260,", "      partij: ggd\n      aard: structureel\n      bedragen: {2027: 36260, 2028: 9065,"),
        ("    - id: P03\n", "    - {id: P02b, naam: Inzet GGD (project), soort: personeel, partij: ggd, aard: structureel, bedragen: {2028: 27195}}\n    - id: P03\n"),
    )  # fmt: skip
    found = items(example(changes=split), HALF)
    assert (found["P02"].delivered, found["P02b"].delivered) == (4165, 12495)  # of 170 hours at 98 euros


def test_the_year_so_far_adds_up_the_periods():
    later = REPORTS + row("P08", 2400, "2028-K3", "2028-10-05", partij="merenbroek")
    third = parse_period("2028-K3")
    shown = next(one for one in item_rows(example(later, "2028-10-31"), third, None) if one["naam"] == "Huur ruimten")
    assert [plain(shown[name]) for name in ("deel", "uitgegeven", "besteed")] == ["2.400", "2.400", "75%"]


def test_of_a_party_there_are_the_posts_that_it_makes_and_reports():
    names = [one["naam"] for one in item_rows(example(), HALF, "merenbroek")]
    assert names[:2] == ["Inzet gemeente", "Activiteiten"] and "Inzet GGD" not in names


def test_what_came_in_stands_beside_what_is_certain_as_soon_as_anyone_reports_it():
    assert source_rows(example(), HALF, None) == []
    told = example(row("F07", 10000) + row("F02", 40000, partij="merenbroek"))
    shown = [tuple(map(plain, one.values())) for one in source_rows(told, HALF, None)]
    assert shown == [
        ("Nieuw structureel budget gemeente", "nog niet zeker", "40.000"),
        ("Herschikte subsidie welzijn", "28.000", "–"),
        ("Zorgverzekeraar Noordzee (preventiebijdrage)", "30.000", "–"),
        ("Leefbaarheidsbudget De Linde", "10.000", "10.000"),
        ("Formatie buurtsportcoach", "20.000", "–"),
    ]
    assert len(source_rows(told, HALF, "wonen")) == 1
