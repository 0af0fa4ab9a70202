"""When it is decided, changed, done, discussed and measured."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.context.timeline import plan_moments
from tests.complete_dossier import PEOPLE, full


def texts(find, text):
    return [(one.day, one.text, one.state) for one in find(full(text))]


@pytest.mark.parametrize(
    ("status", "day", "text", "state"),
    [
        ("genomen", "2028-06-30", "MT: Uren (genomen)", "klaar"),
        ("genomen", "2028-07-01", "MT: Uren (gepland)", "open"),
        ("uitgesteld", "2028-01-01", "MT: Uren (uitgesteld)", "open"),
        ("afgewezen", "2028-01-01", "MT: Uren (afgewezen)", "klaar"),
        (None, "2028-01-01", "MT: Uren", "open"),
    ],
)
def test_a_decision_is_taken_on_the_reference_date_or_before_and_else_planned(status, day, text, state):
    row = f"{{niveau: besluit, orgaan: MT, besluit: Uren, datum: {day}{f', status: {status}' if status else ''}}}"
    assert texts(plan_moments.decisions, f"besluitvorming: [{row}]\n") == [(date.fromisoformat(day), text, state)]


PROPOSAL = "raadsvoorstel: {onderwerp: Vast geld, collegebesluit: 2028-08-01, raadsvergadering: 2028-09-20, beslispunten: [{nr: 1, tekst: A vast te stellen}]}\n"


def test_college_and_council_deal_with_the_proposal_unless_the_decisions_say_so():
    assert texts(plan_moments.proposal_days, PROPOSAL) == [
        (date(2028, 8, 1), "college: raadsvoorstel Vast geld (gepland)", "open"),
        (date(2028, 9, 20), "gemeenteraad: Vast geld (gepland)", "open"),
    ]
    told = "besluitvorming: [{niveau: besluit, orgaan: Het college van B en W, besluit: Voorstel, datum: 2028-08-01}]\n"
    assert [row[0] for row in texts(plan_moments.proposal_days, PROPOSAL + told)] == [date(2028, 9, 20)]
    past = PROPOSAL.replace("2028-08-01", "2028-06-30")
    assert [row[0] for row in texts(plan_moments.proposal_days, past)] == [date(2028, 9, 20)]


def test_roles_that_are_handed_over_on_one_day_stand_together():
    own = "overdracht: {rol: r, datum: 2028-08-01, per_rol: [{rol: v}]}\n"
    assert [row[:2] for row in texts(plan_moments.handovers, PEOPLE + own)] == [
        (date(2028, 8, 1), "van Regisseur en Vervanger")
    ]
    apart = own.replace("{rol: v}", "{rol: v, datum: 2028-07-15}")
    assert [row[:2] for row in texts(plan_moments.handovers, PEOPLE + apart)] == [
        (date(2028, 7, 15), "van Vervanger"),
        (date(2028, 8, 1), "van Regisseur"),
    ]


def test_only_goals_of_the_borging_have_a_place_and_one_that_was_reached_is_done():
    goals = (
        "doelen:\n"
        "  - {id: A, soort: inhoud, tekst: Inhoud, uiterlijk: 2028-09-01}\n"
        "  - {id: B, soort: borging, tekst: Open, uiterlijk: 2028-09-01}\n"
        "  - {id: C, soort: borging, tekst: Gehaald, uiterlijk: 2028-09-01, nulmeting: {waarde: 1}, streefwaarde: 2, metingen: [{datum: 2028-01-01, waarde: 2}]}\n"
    )
    assert [row[1:] for row in texts(plan_moments.goals, goals)] == [("Open", "open"), ("Gehaald", "klaar")]


def test_a_condition_that_was_arranged_is_done_and_recognition_that_does_not_matter_is_absent():
    approach = "interventie: {{naam: I, erkenning: {{van_belang: {matters}, actie: Aanvragen, uiterlijk: 2028-09-01}}, randvoorwaarden: [{{tekst: Ruimte, geregeld: ja, uiterlijk: 2028-09-01}}, {{tekst: Geld, uiterlijk: 2028-09-01}}]}}\n"
    arranged = [("Ruimte", "klaar"), ("Geld", "open")]
    assert [row[1:] for row in texts(plan_moments.conditions, approach.format(matters="nee"))] == arranged
    assert [row[1:] for row in texts(plan_moments.conditions, approach.format(matters="later"))] == [
        ("Aanvragen", "open"),
        *arranged,
    ]


def test_an_evaluation_names_the_cost_item_that_pays_it_when_that_says_more():
    costs = "begroting: {posten: [{id: P, naam: Externe evaluatie, aard: incidenteel, bedragen: {2029: 9}}, {id: Q, naam: Onderzoek, aard: incidenteel, bedragen: {2030: 9}}]}\n"
    rows = "monitoring: {evaluaties: [{jaar: 2029, soort: extern, post: P}, {jaar: 2030, soort: intern, post: Q}, {jaar: 2031}]}\n"
    found = list(plan_moments.evaluations(full(costs + rows)))
    assert [(one.year, one.word, one.text) for one in found] == [
        (2029, "externe evaluatie", ""), (2030, "interne evaluatie", "(Onderzoek)"), (2031, "evaluatie", ""),
    ]  # fmt: skip


def test_a_waiver_is_told_in_words_and_never_by_the_code_of_its_rule():
    waiver = "{{regel: {code}, reden: R, besloten_door: MT, geldig_tot: 2029-01-01}}"
    rows = ", ".join(waiver.format(code=code) for code in ("FIN-05", "FIN-05", "XXX-99"))
    found = [one.text for one in plan_moments.waivers(full(f"afwijkingen: [{rows}]\n"))]
    assert found == ["‘Vaste kosten worden betaald met tijdelijk geld’ vervalt", "vervalt"]


def test_extension_elections_term_and_open_actions_have_their_days():
    text = (
        "overeenkomst: {titel: O, ingang: 2029-01-01, einde: 2030-12-31, verlenging: {wijze: besluit, uiterlijk: 2030-06-30}}\n"
        "acties: [{blok: eigenaar, tekst: Doen, uiterlijk: 2028-08-01, rol: r}, {blok: eigenaar, tekst: Klaar, uiterlijk: 2028-08-01, status: klaar}]\n"
    )
    head = "dossier: {id: d, titel: D, peildatum: 2028-06-30, wissels: [{datum: 2030-03-20, soort: verkiezing}]}\norganisatie: {naam: gemeente A}\n"
    dossier = full(PEOPLE + text, head)
    assert [one.day for one in plan_moments.last_day_for_extension(dossier)] == [date(2030, 6, 30)]
    assert [(one.text, one.day.year) for one in plan_moments.term(dossier)] == [("gaat in", 2029), ("stopt", 2030)]
    assert [one.text for one in plan_moments.changes(dossier)] == ["verkiezing"]
    assert [(one.text, one.who) for one in plan_moments.actions(dossier)] == [("Doen", "Regisseur")]


def test_a_milestone_and_a_review_that_are_done_say_so():
    text = (
        "mijlpalen: [{datum: 2028-09-01, tekst: Start., gereed_op: 2028-06-01}]\n"
        "monitoring: {reviews: [{datum: 2028-09-01, onderwerp: Uren, gehouden_op: 2028-06-01}]}\n"
    )
    assert [row[1:] for row in texts(plan_moments.milestones, text)] == [("Start (klaar)", "klaar")]
    assert [row[1:] for row in texts(plan_moments.reviews, text)] == [("Uren (gehouden)", "klaar")]
