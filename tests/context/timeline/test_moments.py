"""All moments of a dossier together, and how they look from a day."""

from __future__ import annotations

from datetime import date

from docgen.context.timeline.moments import moments, seen_from
from tests.complete_dossier import full

AGREED = "overeenkomst: {titel: O, ingang: 2029-01-01, einde: 2030-12-31}\n"


def test_a_milestone_that_repeats_what_stands_there_is_told_once():
    twice = (
        AGREED
        + "mijlpalen: [{datum: 2029-01-01, tekst: Overeenkomst gaat in.}, {datum: 2029-01-02, tekst: Overeenkomst gaat in}]\n"
    )
    found = [(one.kind, one.day) for one in moments(full(twice))]
    assert found == [
        ("mijlpaal", date(2029, 1, 1)),
        ("mijlpaal", date(2029, 1, 2)),
        ("overeenkomst", date(2030, 12, 31)),
    ]


def test_what_lies_between_the_reference_date_and_a_later_day_has_to_be_checked():
    rows = (
        "acties: [{blok: eigenaar, tekst: Laat, uiterlijk: 2028-06-29}, {blok: eigenaar, tekst: Onbekend, uiterlijk: 2028-06-30}]\n"
        "mijlpalen: [{datum: 2028-06-01, tekst: Stil}, {datum: 2028-08-01, tekst: Ertussen}, {datum: 2028-12-01, tekst: Op de dag}]\n"
    )
    before, after = seen_from(full(AGREED + rows), date(2028, 12, 1))
    assert [(one.moment.text, one.note) for one in before] == [
        ("Stil", "! niet als klaar gemeld"),
        ("Laat", "✗ te laat"),
        ("Onbekend", "! ga na of dit is gebeurd"),
        ("Ertussen", "! ga na of dit is gebeurd"),
    ]
    assert [one.moment.text for one in after] == ["Op de dag", "gaat in", "stopt"]


def test_without_a_reference_date_nothing_is_called_late():
    undated = "dossier: {id: d, titel: D}\norganisatie: {naam: gemeente A}\n"
    dossier = full("acties: [{blok: eigenaar, tekst: T, uiterlijk: 2028-01-01}]\n", undated)
    assert [one.note for one in seen_from(dossier, date(2028, 2, 1))[0]] == ["! ga na of dit is gebeurd"]
    assert [one.note for one in seen_from(dossier, None)[1]] == [""]
