"""What the dossier already says answers a help question of the worksheet; the writer goes before it."""

from __future__ import annotations

import pytest

from docgen.context import worksheet, worksheet_answers
from docgen.rules.catalog.action_is_arranged import QUESTIONS
from tests.complete_dossier import HEAD, MONEY, NBSP, PEOPLE, filled, full, questions


def test_what_does_not_apply_is_no_open_question(library):
    nothing = "interventie: {naam: I, erkenning: {van_belang: nee}, opschaling: {gewenst: nee}}\n"
    told = [row["vraag"] for row in questions(filled(library, nothing)) if row["antwoord"] == "niet van toepassing"]
    assert len(told) == 3  # of erkenning two, of opschaling one


def test_the_dossier_answers_what_it_knows_and_the_writer_goes_before_it(library):
    about = "interventie: {naam: I, waar_borgen: eigen organisatie, gevolgen_eigenaarschap: De gemeente betaalt.}\n"
    given = "borgingsplan: {werkblad: {interventie: {waar: Bij alle scholen.}}}\n"
    told = {row["vraag"]: row["antwoord"] for row in questions(filled(library, about + given))}
    assert told["Waar moet het blijven: in één organisatie of in meer?"] == "Bij alle scholen"
    assert told["Wat betekent dat voor recht en geld?"] == "De gemeente betaalt"
    assert told["Wie is eigenaar van de inhoud, wie van de uitvoering?"] == "Nog niet ingevuld"


def test_answers_and_actions_are_about_questions_of_the_schema(library):
    asked = {
        (block, name)
        for block, field in library.schema.field_at(worksheet.BLOCKS).children.items()
        for name in field.children
    }
    assert set(worksheet_answers.ANSWERS) <= asked
    assert set(library.schema.field_at(("acties", 0, "vraag")).choices) == {name for _, name in asked}
    assert set(library.schema.field_at(("acties", 0, "blok")).choices) == {block for block, _ in asked}
    assert {(block, name) for block, names in QUESTIONS.items() for name in names} == asked


def answer(block, question, text):
    return worksheet_answers.ANSWERS[block, question](full(text)).replace(NBSP, " ")


LEADS = PEOPLE.replace("naam: Regisseur,", "naam: Regisseur, trekker: true, uren: 80,")


@pytest.mark.parametrize(
    ("block", "question", "text", "told"),
    [
        ("interventie", "compleet", "interventie: {naam: I, kern: Samen lopen.}\n", "Samen lopen; er staat nog geen handboek in het dossier"),
        ("interventie", "compleet", "interventie: {naam: I, handboek: {titel: Zo lopen wij}}\n", "de werkwijze staat in Zo lopen wij"),
        ("interventie", "wat_precies", "interventie: {naam: I, wat_borgen: [{soort: werkwijze, tekst: Lopen.}, {soort: beleid, tekst: Geld}]}\n", "werkwijze: Lopen; beleid: Geld"),
        ("interventie", "waar", "partijen: [{id: p, naam: P}, {id: q, naam: Q}]\n", "2 organisaties doen mee"),
        ("interventie", "waar", PEOPLE, ""),
        ("eigenaar", "actief", LEADS, "trekker: Regisseur; 80 uur per jaar"),
        ("eigenaar", "inhoud_en_uitvoering", PEOPLE + "interventie: {naam: I, uitvoerend_eigenaar: v}\n", "uitvoering: Vervanger"),
        ("ondersteuning", "materiaal", "begroting: {posten: [{id: P1, naam: Druk, aard: structureel, soort: onderhoud, bedragen: {2028: 1}}, {id: P2, naam: Huur, aard: structureel, bedragen: {2028: 1}}]}\n", "in de begroting: Druk"),
        ("ondersteuning", "materiaal", PEOPLE + "interventie: {naam: I, handboek: {titel: Zo, onderhoud: v}}\n", "handboek: Vervanger"),
        ("ondersteuning", "scholing", PEOPLE + "communicatie: [{doelgroep: Team, middel: Inwerkdag., nieuwe_medewerkers: true, rol: r}, {doelgroep: Buurt, middel: Krant}]\n", "Inwerkdag (Regisseur)"),
        ("ondersteuning", "bekendheid", PEOPLE + "communicatie: [{doelgroep: Team, middel: Inwerkdag, nieuwe_medewerkers: true}, {doelgroep: Buurt, middel: Krant}]\n", "Buurt"),
        ("ondersteuning", "kwaliteit", "monitoring: {bijsturen: Elk jaar kijken.}\n", "Elk jaar kijken"),
        ("organisaties", "steun", "draagvlak: [{groep: Team, niveau: uitvoering, houding: positief}, {groep: MT, niveau: tijd_en_geld}, {groep: Buurt, niveau: wijk}]\n", "Team: positief; MT: houding onbekend"),
        ("organisaties", "ingebed", PEOPLE + "verankering: [{partij: p, document: Werkplan, status: gepland}]\n", "Werkplan van P (gepland)"),
        ("organisaties", "afgesproken", "overeenkomst: {titel: Samen verder, ingang: 2028-01-01}\n" + PEOPLE, "Samen verder; partijen die hebben getekend: 0 van 1"),
        ("financien", "genoeg", "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 9}}]}\n", ""),
        ("financien", "genoeg", MONEY, "er is een tekort: € 70 in 2029; nog niet zeker: € 40 in 2028 en € 30 in 2029"),
        ("financien", "gesprekken", MONEY.replace("status: gevraagd", "status: gevraagd, gesprek: 2028-01-02"), "externe financier over Gevraagd, gesprek op 2 januari 2028; externe financier over Droom"),
        ("financien", "gesprekken", "financiering: [{id: F1, bron: Vast, partij: extern, aard: structureel, status: beschikt, bedragen: {2028: 60}}]\n", "niet nodig: al het geld is zeker"),
        ("financien", "andere_wegen", MONEY, "nog een idee: Droom; nu langs deze weg: andere sector"),
        ("financien", "meerwaarde", "interventie: {naam: I, meerwaarde: Minder zorg., baten: [{tekst: Tien bezoeken.}]}\n", "Minder zorg; Tien bezoeken"),
        ("opschaling", "gewenst", "interventie: {naam: I, opschaling: {gewenst: later, toelichting: Na 2030.}}\n", "later; Na 2030"),
        ("erkenning", "proces", PEOPLE + "interventie: {naam: I, erkenning: {van_belang: ja, actie: Aanvragen., rol: r, uiterlijk: 2028-10-01}}\n", "Aanvragen; Regisseur; uiterlijk 1 oktober 2028"),
        ("politiek", "beleid", PEOPLE + "verankering: [{partij: p, document: Werkplan, soort: jaarplan}, {partij: p, document: Nota, soort: beleid}]\n", "Nota van P"),
        ("politiek", "verkenning", "besluitvorming: [{niveau: besluit, orgaan: raad, besluit: B, datum: 2029-01-01, status: gepland}, {niveau: besluit, orgaan: college, besluit: A, datum: 2028-09-01, status: gepland}]\n", "college besluit op 1 september 2028"),
    ],
)  # fmt: skip
def test_a_question_is_answered_with_what_stands_in_the_dossier(block, question, text, told):
    assert answer(block, question, text) == told


def test_what_the_board_thinks_is_not_in_a_dossier_that_is_public():
    board = "draagvlak: [{groep: Raad, niveau: bestuur, houding: kritisch}]\n"
    public = HEAD.replace("peildatum", "openbaar: true, peildatum")
    ask = worksheet_answers.ANSWERS["politiek", "bestuurlijke_steun"]
    assert ask(full(board)) == "Raad: kritisch"
    assert ask(full(board, public)) == "in beeld: Raad"
    assert ask(full("", public)) == ""
