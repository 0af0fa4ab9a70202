"""Delivery for who takes over: the last periods of a role, and for a board the year so far."""

from __future__ import annotations

from docgen.context.delivery.handover_tables import handover_delivery
from tests.worked_example import REPORTS, example, row


def test_a_colleague_sees_the_last_four_periods_of_the_role_and_what_its_party_spent():
    rows = [row("wijkcoordinator", 100 + i, period, "2029-08-01") for i, period in enumerate(("2028-H1", "2028-H2", "2029-H1"))]  # fmt: skip
    shown = handover_delivery(example("".join(rows), day="2029-08-31"))
    assert [(one["naam"], one["geleverd"]) for one in shown["rol"]] == [
        ("eerste halfjaar 2029", "102"),
        ("tweede halfjaar 2028", "101"),
        ("eerste halfjaar 2028", "100"),
    ]
    assert [one["naam"] for one in handover_delivery(example())["posten"]][:2] == ["Inzet gemeente", "Activiteiten"]


def plain(told):
    return [(one["kop"], one["tekst"].replace("\xa0", " ")) for one in told]


def test_a_board_reads_of_all_parties_and_of_the_posts_that_differ():
    assert plain(handover_delivery(example())["bestuur"]) == [
        (
            "Uren",
            "In het eerste halfjaar van 2028 zijn 1.527 van 1.670 betaalde uren geleverd: gemeente Merenbroek 602 van 605; GGD Polderland"
            " 170 van 185; Stichting Welzijn Merenbroek 442 van 490; Sportservice Merenbroek 262 van 280; Huisartsengroep"
            " Spoordijk meldde niets (60 afgesproken); Woonstichting De Linde 51 van 50",
        ),
        (
            "Uitgaven",
            "Uitgegeven is € 153.154 van de begrote € 166.220; meer dan begroot aan Activiteiten (€ 14.300 van € 12.000); minder aan Training en"
            " scholing (€ 1.900 van € 4.250) en Onderhoud handboek en website (€ 0 van € 1.250); niets gemeld over Inzet"
            " Huisartsengroep (€ 5.100)",
        ),
    ]


def test_a_board_reads_of_the_year_so_far():
    year = handover_delivery(example(REPORTS + row("wijkcoordinator", 400, "2028-H2", "2029-01-10"), day="2029-02-01"))
    assert year["tijdvak"] == "2028" and "gemeente Merenbroek 1.002 van 1.210" in year["bestuur"][0]["tekst"]


def test_without_reports_there_is_one_sentence_and_before_a_period_is_over_what_there_is():
    assert handover_delivery(example(""))["zin"] == "Over geleverde uren en geld is niets gemeld."
    early = handover_delivery(example(row("wijkcoordinator", 50, voorlopig="true", day="2028-02-01"), day="2028-02-07"))
    assert early["zin"] == "" and [one["stand"] for one in early["rol"]] == ["→ loopt nog"]


def test_more_than_the_budget_of_the_year_is_told_beside_that_budget_and_what_has_no_part_of_it_apart():
    """Training has € 8.500 for all of 2028, of which € 4.250 in the first half; unforeseen costs have no part per period."""
    told = dict(plain(handover_delivery(example(row("P09", 9000) + row("P13", 500)))["bestuur"]))["Uitgaven"]
    assert "boven het jaarbudget Training en scholing (€ 9.000 van € 8.500)" in told
    assert told.endswith("daarin niet geteld, want niet per tijdvak begroot: Onvoorzien (€ 500)")
