"""What a dossier holds for an answer of the worksheet: one short fact, or nothing."""

from __future__ import annotations

import pytest

from docgen.context import evidence
from tests.complete_dossier import HEAD, PEOPLE, full

ABOUT = "interventie: {{naam: I, {}}}\n"
YEARS = HEAD.replace("peildatum", "horizon: {begin: 2028-01-01, einde: 2029-12-31}, peildatum")


@pytest.mark.parametrize(
    ("fact", "text", "words"),
    [
        ("leader", PEOPLE.replace("naam: Vervanger,", "naam: Vervanger, trekker: true,"), "Vervanger"),
        ("leader", PEOPLE.replace("naam: Regisseur,", "naam: Regisseur, trekker: true, vervanger: v,"), "Regisseur, vervanger Vervanger"),
        ("hours", PEOPLE.replace("partij: p}", "partij: p, uren: 40}"), "80 uur per jaar van 1 partij; er is nog geen besluit over tijd en geld genomen"),
        ("board_contact", "draagvlak: [{groep: College, niveau: bestuur, laatste_contact: 2027-05-01}, {groep: Raad, niveau: bestuur, laatste_contact: 2028-02-03}]\n", "laatste contact met Raad: 3 februari 2028"),
        ("signatures", "overeenkomst: {titel: O, ingang: 2028-01-01}\npartijen: [{id: p, naam: P, getekend_op: 2028-01-01}, {id: q, naam: Q}]\n", "partijen die hebben getekend: 1 van 2"),
        ("signatures", "partijen: [{id: p, naam: P, getekend_op: 2028-01-01}]\n", ""),
        ("handbook", ABOUT.format("handboek: {titel: Zo doen wij het, versie: '2', locatie: de gedeelde map}"), "Zo doen wij het 2, te vinden in de gedeelde map"),
    ],
)  # fmt: skip
def test_a_fact_is_told_in_a_few_words(fact, text, words):
    assert getattr(evidence, fact)(full(text)).replace("\u00a0", " ") == words


@pytest.mark.parametrize("fact", ("leader", "hours", "board_contact", "signatures", "handbook"))
def test_where_nothing_stands_nothing_is_said(fact):
    assert getattr(evidence, fact)(full("", YEARS)) == ""
