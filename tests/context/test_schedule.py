"""Time and decisions: what comes when, who decides what, and the year of the annual plan."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from docgen.context import builder, schedule
from docgen.documents.production import render
from docgen.dossier import load
from tests.complete_dossier import HEAD, NBSP, PEOPLE, full
from tests.conftest import ROOT
from tests.word_files import text_of


def test_a_drawback_has_the_number_of_its_decision_point_also_when_another_has_none():
    programme = load(ROOT / "samples" / "buurtprogramma-lijnbaan.yaml")
    lines = text_of(render(programme, "raadsvoorstel")).splitlines()
    lines = lines[lines.index("Kanttekeningen") : lines.index("Alternatieven")]
    numbers = [found[1] for line in lines if (found := re.match(r"(\d\.\d)\s", line))]
    assert numbers == ["2.1", "3.1", "7.1"]
    assert any(re.match(r"7\.1\s+De corporatie heeft nog niet besloten", line) for line in lines)


TERM = (
    "overeenkomst: {titel: T, ingang: 2029-01-01, einde: 2030-12-31}\n"
    "monitoring: {evaluaties: [{jaar: 2028}, {jaar: 2029}], reviews: [{datum: 2028-05-01, onderwerp: Vroeg}, {datum: 2029-05-01, onderwerp: Later}]}\n"
    "mijlpalen: [{tekst: Voor de start, datum: 2028-12-31}, {tekst: Na de start, datum: 2029-01-01}]\n"
    "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 9, 2029: 9, 2030: 9}}]}\n"
    "financiering:\n"
    "  - {id: F1, bron: Overgang, partij: extern, aard: incidenteel, status: gevraagd, bedragen: {2028: 9}}\n"
    "  - {id: F2, bron: Vast, partij: extern, aard: structureel, status: gevraagd, bedragen: {2029: 9, 2030: 9}}\n"
)


def test_an_agreement_names_nothing_from_before_its_first_day():
    table = builder.build(full(TERM))
    assert [row["wat"] for row in table["afspraken"]] == ["Na de start", "Later"]
    assert [row["jaar"] for row in table["evaluaties"]] == [2029]
    assert [(row["bron"], row["in_looptijd"]) for row in table["dekking"]["regels"]] == [
        ("Overgang", False),
        ("Vast", True),
    ]


def test_open_actions_come_back_in_planning_annual_plan_and_handover():
    actions = (
        "acties:\n  - {blok: eigenaar, tekst: Open zaak, uiterlijk: 2028-08-01, rol: r}\n"
        "  - {blok: eigenaar, tekst: Gedaan, uiterlijk: 2028-08-01, status: klaar}\n"
        "  - {blok: eigenaar, tekst: Laat maar, uiterlijk: 2028-08-01, status: vervallen}\n"
    )
    table = builder.build(full(PEOPLE + actions + "jaarplan: {jaar: 2028}\n"))
    assert [(row["soort"], row["wat"], row["wie"]) for row in table["planning"]] == [
        ("actie", "Open zaak", "Regisseur")
    ]
    assert [row["wat"] for quarter in table["kwartalen"] for row in quarter["regels"]] == ["Open zaak"]
    assert [one["wat"] for row in table["kalender"]["peildatum"]["komend"] for one in row["dingen"]] == ["Open zaak"]


PROPOSAL = (
    "raadsvoorstel:\n  onderwerp: O\n  raadsvergadering: 2028-09-20\n  beslispunten: [{nr: 1, tekst: A vast te stellen}, {nr: 2, tekst: B vast te stellen}]\n"
    '  argumenten: [{nr: "1.10", kop: Tien.}, {nr: "1.2", kop: Twee.}, {nr: "2.1", kop: Anders.}]\n'
)


def test_what_is_decided_on_the_day_of_the_council_was_not_decided_before():
    rows = "".join(
        f"  - {{niveau: besluit, orgaan: raad, besluit: {name}, status: {status}{day}}}\n"
        for name, status, day in (
            ("Zonder dag", "genomen", ""),
            ("Zelfde dag", "genomen", ", datum: 2028-09-20"),
            ("Dag ervoor", "genomen", ", datum: 2028-09-19"),
            ("Lang ervoor", "genomen", ", datum: 2027-01-01"),
            ("Gepland", "gepland", ", datum: 2028-01-01"),
        )
    )
    afterwards = HEAD.replace("2028-06-30", "2028-12-31")
    taken = schedule.decided_before(full(f"{PROPOSAL}besluitvorming:\n{rows}", afterwards))
    assert [row["besluit"] for row in taken] == ["Lang ervoor", "Dag ervoor"]
    on_the_day_itself = schedule.decided_before(full(f"{PROPOSAL}besluitvorming:\n{rows}"))
    assert [row["besluit"] for row in on_the_day_itself] == ["Lang ervoor"]  # what is said to come later is no fact yet


def test_a_level_on_which_nothing_is_decided_is_shown_empty():
    decisions = "besluitvorming: [{niveau: tijd_en_geld, orgaan: MT, besluit: Uren}]\n"
    levels = schedule.decision_levels(full(decisions))
    assert [(level["titel"], len(level["besluiten"])) for level in levels] == [
        ("Uitvoering", 0), ("Tijd en geld", 1), ("Ondersteuning", 0), ("Bestuurlijk besluit", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("goal", "aimed_at"),
    [
        ("tussen: {2029: 7}, streefwaarde: 9, uiterlijk: 2031-12-31", 7),
        ("tussen: {2030: 7}, streefwaarde: 9, uiterlijk: 2031-12-31", None),
        ("streefwaarde: 9, uiterlijk: 2029-12-31", 9),
        ("streefwaarde: 9, uiterlijk: 2030-01-01", None),
        ("streefwaarde: 9", None),
    ],
)
def test_a_goal_aims_in_a_year_at_what_was_agreed_for_it_or_at_its_end(goal, aimed_at):
    (row,) = schedule.plan_goals(full(f"jaarplan: {{jaar: 2029}}\ndoelen: [{{id: D1, tekst: T, {goal}}}]\n"))
    assert row["doel_dit_jaar"] == aimed_at


def test_the_annual_plan_has_only_what_costs_or_brings_something_in_its_year():
    money = (
        "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2029: 9}}, {id: P2, naam: Feest, aard: incidenteel, bedragen: {2028: 5}}]}\n"
        "financiering: [{id: F1, bron: Vast, partij: extern, aard: structureel, status: beschikt, bedragen: {2028: 5, 2029: 4}}]\n"
    )
    year = schedule.plan_year(full(f"jaarplan: {{jaar: 2029}}\n{money}"))
    assert [(row["naam"], row["bedrag"]) for row in year["kosten"]] == [("Huur", Decimal(9))]
    assert (year["totale_kosten"], year["totale_dekking"], year["saldo"], year["onzeker"]) == (9, 4, -5, 0)
    assert schedule.plan_year(full(money)) is None


def test_a_successor_gets_what_was_written_and_else_a_proposal():
    named = PEOPLE.replace("id: r, naam: Regisseur, partij: p", "id: r, naam: Regisseur, partij: p, vervanger: v")
    work = (
        "taken: [{id: T, naam: Leiden, eigenaar: r, kerntaak: true}, {id: U, naam: Bellen, eigenaar: r}]\n"
        "acties: [{blok: eigenaar, tekst: Werven., rol: r}, {blok: eigenaar, tekst: Klaar, rol: r, status: klaar}]\n"
        "mijlpalen: [{datum: 2028-10-01, tekst: Start, rol: r}, {datum: 2028-10-02, tekst: Te laat, rol: r}]\n"
    )
    proposed = schedule.settling_in(full(f"{named}{work}overdracht: {{rol: r, datum: 2028-07-01}}\n"))
    assert proposed == {
        "eerste_week": ["kennismaken met de vervanger: Vervanger"],
        "eerste_maand": ["overnemen: Leiden", "actie oppakken: Werven"],
        "eerste_kwartaal": [f"1{NBSP}oktober 2028: Start"],
        "voorstel": True,
    }
    written = schedule.settling_in(full(f"{named}{work}overdracht: {{rol: r, eerste_week: [Koffie]}}\n"))
    assert written == {"eerste_week": ["Koffie"], "eerste_maand": [], "eerste_kwartaal": [], "voorstel": False}


def test_in_a_dossier_with_gaps_what_has_no_date_comes_last_and_is_in_no_picture():
    dossier = full(
        "mijlpalen: [{tekst: Straks, datum: 2029-01-01}]\n"
        "monitoring: {reviews: [{datum: 2028-08-01, onderwerp: Review}]}\n"
    )
    dossier["mijlpalen"].insert(0, {"tekst": "Ooit", "datum": None, "rol": None, "gereed_op": None, "soort": None})
    table = builder.build(dossier)
    assert [row["wat"] for row in table["planning"]] == ["Review", "Straks", "Ooit"]
    drawn = [one["wat"] for row in table["tijdlijn"]["blokken"][0]["regels"] for one in row["dingen"]]
    assert drawn == ["", "Review", "Straks"]
