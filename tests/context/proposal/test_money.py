"""What a proposal says of money beside its tables."""

from __future__ import annotations

from docgen.context.proposal import money
from tests.complete_dossier import NBSP, full
from tests.context.municipal.municipal_sample import sample

YEARS = "begroting: {{posten: [{{id: P1, naam: Huur, aard: structureel, bedragen: {{2028: 100, 2029: 100}}}}]}}\nfinanciering: [{}]\n"
SOURCE = "{{id: F{}, bron: B{}, partij: extern, aard: {}, status: {}, bedragen: {}{}}}"


def plain(texts):
    return [text.replace(NBSP, " ") for text in texts]


def source(number, nature, status, amounts, more=""):
    return SOURCE.format(number, number, nature, status, amounts, more)


def test_costs_that_are_covered_by_money_that_is_not_certain_are_told_so_in_one_sentence_without_amounts():
    certain = full(YEARS.format(source(1, "structureel", "toegezegd", "{2028: 100, 2029: 100}")))
    asked = full(YEARS.format(source(1, "structureel", "gevraagd", "{2028: 100, 2029: 100}")))
    short = full(YEARS.format(source(1, "incidenteel", "toegezegd", "{2028: 100}")))
    assert [*money.covered(certain)] == ["De kosten zijn gedekt."]
    assert [*money.covered(asked)] == ["De kosten zijn gedekt als ook doorgaat wat nog niet zeker is."]
    assert [*money.covered(short)] == [
        "In 2029 zijn niet alle kosten gedekt.",
        "In 2028 betaalt tijdelijk geld een deel van de structurele kosten.",
    ]
    assert [*money.covered(full(""))] == []


def test_a_temporary_source_says_where_the_money_comes_from_afterwards():
    rows = source(1, "incidenteel", "toegezegd", "{2028: 100}", ", einde: 2028-12-31, vervolg: F2")
    rows += ", " + source(2, "structureel", "gevraagd", "{2029: 100}")
    assert plain(money.follow_ups(full(YEARS.format(rows)))) == [
        "‘B1’ loopt tot en met 31 december 2028. Daarna moet het geld komen uit ‘B2’; daarover is nog niet besloten."
    ]
    sure = rows.replace("gevraagd", "beschikt")
    assert plain(money.follow_ups(full(YEARS.format(sure)))) == [
        "‘B1’ loopt tot en met 31 december 2028. Daarna komt het geld uit ‘B2’."
    ]


def test_a_cost_that_no_follow_up_takes_over_is_named():
    told = plain(money.follow_ups(sample("buurtprogramma-lijnbaan")))
    assert told[0].endswith(
        "daarover is nog niet besloten. Voor ‘Activiteiten en initiatieven van bewoners’ en ‘Wijkkrant en drukwerk’ staat geen vervolg."
    )


def test_money_that_the_proposal_asks_for_is_not_told_as_certain():
    """The source says ‘beschikt’, and decision point 1 asks the council for it."""
    assert [*money.covered(sample("wandelmaatjes-ggd"))] == [
        "De kosten zijn gedekt als ook doorgaat wat nog niet zeker is."
    ]


def test_the_notes_have_what_the_writer_says_of_tax_as_a_sentence():
    told = money.notes(sample("wijkkracht-spoordijk"))
    assert told[1] == (
        "De bedragen zijn zonder btw; de btw op de huur en de evaluatie telt de controller apart mee voor compensatie."
    )


def test_without_a_municipality_the_home_of_the_costs_and_the_budget_change_are_told_all_the_same():
    text = YEARS.format(source(1, "structureel", "toegezegd", "{2028: 100, 2029: 100}"))
    text += "raadsvoorstel: {onderwerp: O, begrotingswijziging: false, beslispunten: [{nr: 1, tekst: Te doen.}]}\n"
    head = "dossier: {id: d, titel: D}\norganisatie: {naam: gemeente A, begrotingsprogramma: Programma 1}\n"
    dossier = full(text, head)
    assert money.notes(dossier) == ["De kosten horen bij Programma 1."]
    assert plain(money.sentences(dossier, "bijlage 1")) == [
        "De raad stelt met dit voorstel geen begrotingswijziging vast.",
        "Het hele programma kost in 2028 tot en met 2029 samen € 200; bijlage 1 noemt de kosten en de dekking per jaar.",
    ]
