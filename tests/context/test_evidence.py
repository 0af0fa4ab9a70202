"""What in a dossier proves a point of the borgingscheck: one short fact, or nothing."""

from __future__ import annotations

import pytest

from docgen.context import evidence
from tests.complete_dossier import HEAD, PEOPLE, full

ABOUT = "interventie: {{naam: I, {}}}\n"
YEARS = HEAD.replace("peildatum", "horizon: {begin: 2028-01-01, einde: 2029-12-31}, peildatum")


def source(number, more, bron="B"):
    return f"{{id: F{number}, bron: {bron}, partij: extern, aard: structureel, status: beschikt, bedragen: {{2028: 100}}, {more}}}"


def sources(*rows):
    return f"financiering: [{', '.join(rows)}]\n"


@pytest.mark.parametrize(
    ("fact", "text", "words"),
    [
        ("leader", PEOPLE.replace("naam: Vervanger,", "naam: Vervanger, trekker: true,"), "Vervanger"),
        ("leader", PEOPLE.replace("naam: Regisseur,", "naam: Regisseur, trekker: true, vervanger: v,"), "Regisseur, vervanger Vervanger"),
        ("residents", "draagvlak: [{groep: Bewoners, niveau: wijk}, {groep: Ouderen, niveau: wijk}, {groep: Raad, niveau: bestuur}]\n", "in beeld: Bewoners en Ouderen"),
        ("owners", "taken: [{id: T, naam: A, eigenaar: r}, {id: U, naam: B}]\n" + PEOPLE, "taken met een eigenaar: 1 van 2"),
        ("deputies", "taken: [{id: T, naam: A, kerntaak: true, vervanger: v}, {id: U, naam: B, kerntaak: true}, {id: V, naam: C}]\n" + PEOPLE, "kerntaken met een vervanger: 1 van 2"),
        ("hours", PEOPLE.replace("partij: p}", "partij: p, uren: 40}"), "80 uur per jaar van 1 partij; er is nog geen besluit over tijd en geld genomen"),
        ("board_contact", "draagvlak: [{groep: College, niveau: bestuur, laatste_contact: 2027-05-01}, {groep: Raad, niveau: bestuur, laatste_contact: 2028-02-03}]\n", "laatste contact met Raad: 3 februari 2028"),
        ("plans", "verankering: [{partij: p, document: Plan, status: opgenomen}, {partij: p, document: Nota, status: gepland}]\n" + PEOPLE, "plannen die de aanpak noemen: 1 van 2"),
        ("successes", "successen: [{tekst: A, gedeeld_via: krant}, {tekst: B, gedeeld_via: site}, {tekst: C}]\n", "2 successen gedeeld"),
        ("signatures", "overeenkomst: {titel: O, ingang: 2028-01-01}\npartijen: [{id: p, naam: P, getekend_op: 2028-01-01}, {id: q, naam: Q}]\n", "partijen die hebben getekend: 1 van 2"),
        ("signatures", "partijen: [{id: p, naam: P, getekend_op: 2028-01-01}]\n", ""),
        ("objects", ABOUT.format("wat_borgen: [{soort: beleid, tekst: A}, {soort: beleid, tekst: B}]"), "0 × gedachtegoed, 0 × werkwijze en 2 × beleid"),
        ("handbook", ABOUT.format("handboek: {titel: Zo doen wij het, versie: '2', locatie: de gedeelde map}"), "Zo doen wij het 2, te vinden in de gedeelde map"),
        ("handovers", "mijlpalen: [{datum: 2029-01-01, tekst: A, soort: overdracht_bestuur}, {datum: 2029-01-01, tekst: B}]\n", "1 overdracht gepland"),
        ("goals", "doelen: [{id: D, tekst: T, streefwaarde: 0, uiterlijk: 2029-01-01}, {id: E, tekst: U, streefwaarde: 5}]\n", "doelen met een streefwaarde en een datum: 1 van 2"),
        ("reviews", "monitoring: {reviews: [{datum: 2029-01-01, onderwerp: A}], evaluaties: [{jaar: 2028}, {jaar: 2029}]}\n", "1 review en 2 evaluaties gepland"),
        ("exclusions", "uitsluitingen: [{tekst: A}]\n", "1 punt valt er bewust buiten"),
        ("parts", ABOUT.format("onderdelen: [{naam: A, oordeel: doorgaan}, {naam: B}]"), "onderdelen met een oordeel: 1 van 2"),
        ("benefits", ABOUT.format("meerwaarde: Minder zorg"), "benoemd"),
        ("benefits", ABOUT.format("meerwaarde: Minder zorg, baten: [{tekst: Tien bezoeken minder}]"), "benoemd en uitgedrukt in baten"),
        ("funders", sources(source(1, "", "Fonds"), source(2, "", "Fonds")), ""),
        ("funders", sources(source(1, "", "Fonds"), source(2, "", "Rijk")), "2 financiers dragen bij"),
        ("flows", "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 1}}]}\n" + sources(source(1, "voor: [P1]"), source(2, "")), "bronnen die hun posten noemen: 1 van 2"),
        ("candidates", sources(source(1, "gesprek: 2028-01-02", "Fonds"), source(2, "", "Rijk").replace("beschikt", "idee")), "gesproken met Fonds (2 januari 2028); nog een idee: Rijk"),
    ],
)  # fmt: skip
def test_a_fact_is_told_in_a_few_words(fact, text, words):
    assert getattr(evidence, fact)(full(text)).replace("\u00a0", " ") == words


FACTS = (
    "leader", "residents", "owners", "hours", "board_contact", "plans", "successes", "signatures", "objects", "handbook", "deputies",
    "handovers", "goals", "reviews", "exclusions", "parts", "balance", "lasting", "temporary", "upkeep", "flows", "funders", "benefits",
    "candidates",
)  # fmt: skip


@pytest.mark.parametrize("fact", FACTS)
def test_where_nothing_stands_nothing_is_proven(fact):
    assert getattr(evidence, fact)(full("", YEARS)) == ""


def test_once_time_and_money_are_decided_the_hours_are_green():
    decided = "besluitvorming: [{niveau: tijd_en_geld, orgaan: MT, besluit: Uren, status: genomen}]\n"
    hours = PEOPLE.replace("partij: p}", "partij: p, uren: 40}")
    assert evidence.hours(full(hours + decided)) == "80\u00a0uur per jaar van 1 partij"
    assert evidence.hours_grade(full(hours + decided)) == "groen"
    assert evidence.hours_grade(full(hours + decided.replace("genomen", "gepland"))) == "oranje"


MONEY = (
    "begroting:\n  posten:\n"
    "    - {id: P1, naam: Huur, aard: structureel, bedragen: {2027: 999, 2028: 100, 2029: 100}}\n"
    "    - {id: P2, naam: Onderzoek, aard: incidenteel, soort: evaluatie, bedragen: {2029: 30}}\n"
    "financiering:\n"
    "  - {id: F1, bron: Vast, partij: extern, aard: structureel, status: beschikt, bedragen: {2028: 60, 2029: 60}}\n"
    "  - {id: F2, bron: Tijdelijk, partij: extern, aard: incidenteel, status: beschikt, bedragen: {2028: 40}}\n"
)


def test_money_is_counted_within_the_horizon_only():
    dossier = full(MONEY, YEARS)
    assert evidence.balance(dossier).replace("\u00a0", " ") == "kosten € 230, dekking € 160"
    assert evidence.lasting(dossier).replace("\u00a0", " ") == "in 2028: vaste kosten € 100, vast geld € 60"
    assert evidence.upkeep(dossier).replace("\u00a0", " ") == "evaluatie € 30"
    assert evidence.balance(full(MONEY)) == ""  # without a horizon there are no years


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("", ""), "geen tijdelijke bron betaalt vaste kosten die doorlopen"),
        (("beschikt, bedragen: {2028: 40}", "beschikt, vervolg: F1, bedragen: {2028: 40}"), "1 tijdelijke bron heeft een vervolg"),
        (("aard: incidenteel, status", "aard: structureel, status"), "er is geen tijdelijk geld"),
    ],
)  # fmt: skip
def test_temporary_money_is_followed_up_or_there_is_none(change, words):
    assert evidence.temporary(full(MONEY.replace(*change), YEARS)) == words


@pytest.mark.parametrize(
    ("kinds", "grade"),
    [("", "rood"), ("beleid", "oranje"), ("beleid werkwijze", "oranje"), ("beleid werkwijze gedachtegoed", "groen")],
)
def test_what_is_to_be_kept_is_green_when_every_kind_is_there(kinds, grade):
    rows = ", ".join(f"{{soort: {kind}, tekst: T}}" for kind in kinds.split())
    assert evidence.objects_grade(full(ABOUT.format(f"wat_borgen: [{rows}]"))) == grade


@pytest.mark.parametrize(
    ("rows", "flows", "candidates"),
    [
        ([], "rood", "rood"),
        ([source(1, "voor: [P1]"), source(2, "").replace("beschikt", "idee")], "oranje", "oranje"),
        ([source(1, "voor: [P1], gesprek: 2028-01-02")], "groen", "groen"),
        ([source(1, "gesprek: 2028-01-02").replace("beschikt", "idee")], "rood", "groen"),
    ],
)
def test_sources_are_graded_by_what_they_pay_and_by_who_was_spoken_to(rows, flows, candidates):
    dossier = full(
        "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 1}}]}\n" + sources(*rows)
    )
    assert (evidence.flows_grade(dossier), evidence.candidates_grade(dossier)) == (flows, candidates)
