"""Delivery in the progress report: the worked example row by row, and what is said when there is nothing to show."""

from __future__ import annotations

from docgen.context import builder
from docgen.context.delivery.progress_tables import delivery, nothing_reported, report_title, reporting_period
from docgen.documents.production import render
from docgen.domain.delivery.periods import parse_period
from docgen.dossier import loads
from tests.complete_dossier import rows_of
from tests.worked_example import REPORTS, example, row, text

PARTIES = {
    "gemeente Merenbroek": ("605", "602", ["455", "60", "20", "12", "55"]),
    "GGD Polderland": ("185", "170", ["140", "30"]),
    "Stichting Welzijn Merenbroek": ("490", "442", ["380", "62"]),
    "Sportservice Merenbroek": ("280", "262", ["262", "0"]),
    "Huisartsengroep Spoordijk": (None, None, ["–"]),
    "Woonstichting De Linde": (None, None, ["51"]),
}


def test_every_party_has_its_roles_and_a_total_when_it_has_more_than_one():
    shown = {
        one["naam"]: (
            one["totaal"] and one["totaal"]["afgesproken"],
            one["totaal"] and one["totaal"]["geleverd"],
            [role["geleverd"] for role in one["rollen"]],
        )
        for one in delivery(example())["partijen"]
    }
    assert shown == PARTIES


def test_all_paid_hours_are_added_up_and_volunteers_stand_apart():
    shown = delivery(example())
    assert (shown["totaal"]["afgesproken"], shown["totaal"]["geleverd"]) == ("1.670", "1.527")
    assert shown["van_gemeld"] == "1.527 van 1.610 uur (94,8%)"
    (volunteers,) = shown["vrijwilligers"]
    assert list(volunteers.values())[1:] == ["150", "170", "+20", "! meer"]
    assert "Geen uren gemeld: Praktijkondersteuner huisarts." in shown["noten"]


def test_what_misses_and_what_is_provisional_is_told_under_the_table():
    part = row("beweegcoach", 120, "2028-K2", toelichting="de lessen begonnen later") + row(
        "controller", 9, voorlopig="true"
    )
    notes = delivery(example(part))["noten"]
    assert "Beweegcoach: over het eerste kwartaal van 2028 is niets gemeld." in notes
    assert "Een deel is een tussenstand, het laatst gemeld op 20\xa0juli 2028." in notes
    assert delivery(example(part))["toelichtingen"] == [{"naam": "Beweegcoach", "tekst": "de lessen begonnen later"}]


def test_without_any_report_there_is_one_sentence():
    assert delivery(example(""))["zin"] == "Over geleverde uren en geld is niets gemeld."
    before = nothing_reported(example("", day="2027-12-31"))
    assert (
        before
        == "De afspraken gaan in op 1\xa0januari 2028. Over geleverde uren en geld is er daarom nog niets te melden."
    )


def test_the_period_is_the_one_that_is_named_else_the_last_that_is_over():
    named = (("  aan: MT Samenleving", "  tijdvak: 2028-K2\n  aan: MT Samenleving"),)
    assert reporting_period(example()) == parse_period("2028-H1")
    assert reporting_period(example(changes=named)) == parse_period("2028-K2")
    assert reporting_period(example("", day="2029-01-01")) == parse_period("2028-H2")


def test_the_title_has_the_period_in_words_unless_the_writer_says_it():
    said = (("  aan: MT Samenleving", "  periode: het voorjaar\n  aan: MT Samenleving"),)
    assert report_title(example()) == "eerste halfjaar 2028" and report_title(example(changes=said)) == "het voorjaar"


def test_the_report_shows_it_all():
    made = render(loads(text().encode()), "voortgang")
    rows = [tuple(cell.replace("\xa0", " ") for cell in one) for one in rows_of(made)]
    assert ("Alle partijen", "1.670", "1.527", "−143", "") in rows
    assert ("Totaal", "€ 166.220", "€ 153.154", "−€ 13.066", "46,1%", "") in rows
    assert ("Welzijnscoach (achterwacht)", "30", "62", "+32", "✗ boven jaaruren") in rows


def test_a_template_may_use_the_tables():
    made = builder.build(example(REPORTS))
    assert (
        made["berichtperiode"] == "eerste halfjaar 2028"
        and made["levering"]["posten_totaal"]
        and made["geleverd"]["rol"]
    )
