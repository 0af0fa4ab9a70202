"""What reads wrong when a text stands in its sentence."""

from __future__ import annotations

import pytest

from docgen.text.sentence_checks import (
    core_is_a_group,
    names_article_last,
    troubles,
    typed_annex,
    unknown_annex,
    we_in,
)
from docgen.text.sentence_frame import SentenceFrame

FRAMES = {
    "G": SentenceFrame("G", "bevoegd op grond van {…}", "haar statuten"),
    "B": SentenceFrame("B", "Opzeggen gebeurt {…}.", "schriftelijk"),
    "BZ": SentenceFrame("BZ", "De stuurgroep besluit {…}.", "unaniem"),
    "F": SentenceFrame("F", "vertegenwoordigd door {…}", "directeur"),
    "N": SentenceFrame("N", "Deze overeenkomst heet ‘{…}’.", "Overeenkomst"),
    "Z": SentenceFrame("Z", "{…}", "Het werkt."),
    "LG": SentenceFrame("L[G]", "Partijen houden vertrouwelijk: {…}", "de tarieven"),
}


@pytest.mark.parametrize(
    ("form", "text", "codes"),
    [
        ("G", "de procuratieregeling", []),
        ("G", "procuratieregeling", ["ZIN-03"]),
        ("G", "Mandaatregister", ["ZIN-01"]),
        ("G", "artikel 171 van de Gemeentewet", []),
        ("G", "een volmacht:", ["ZIN-02"]),
        ("G", "het bestuur geeft volmacht", ["ZIN-04"]),
        ("B", "een brief", ["ZIN-05"]),
        ("B", "schriftelijk besluit van allen", ["ZIN-05"]),
        ("B", "schriftelijk aan alle partijen", []),
        ("B", "3 maanden vooraf", []),
        ("BZ", "unaniem", []),
        ("BZ", "Beide partijen stemmen in.", []),
        ("BZ", "gewone meerderheid", ["ZIN-05"]),
        ("F", "Directeur", ["ZIN-01"]),
        ("F", "GGD-directeur", []),
        ("N", "Overeenkomst Wijkkracht", []),
        ("N", "dit is de overeenkomst", ["ZIN-04"]),
        ("Z", "Vaste wijkaanpak", []),
        ("Z", "Wij beginnen bij bewoners.", ["ZIN-09"]),
        ("Z", "Een lange zin. " * 30, ["ZIN-06"]),
        ("B", "met een lijst:\n\n- een\n- twee", ["ZIN-06"]),
        ("LG", "tarieven van een partij", []),
        ("LG", "de tarieven; de namen", ["ZIN-07"]),
    ],
)
def test_each_form_has_its_own_troubles(form, text, codes):
    assert [trouble.code for trouble in troubles(text, FRAMES[form], frozenset(), is_row=True)] == codes


def test_a_message_shows_the_sentence_as_it_reads_and_cuts_a_long_text_short():
    assert (
        troubles("statuten", FRAMES["G"], ())[0].message
        == "‘statuten’ mist een lidwoord: ‘bevoegd op grond van statuten’"
    )
    assert len(troubles("mandaat en " * 500 + "volmacht", FRAMES["G"], ())[0].message) < 250


def test_a_name_keeps_its_capital():
    assert troubles("Buurtwerk en de school", FRAMES["G"], {"buurtwerk"}) == []


def test_an_annex_is_typed_with_its_number_or_named_by_its_title():
    assert typed_annex("zie bijlagen 2 en 3.") == "bijlagen 2 en 3" and typed_annex("zie bijlage Geld") == ""
    assert (
        unknown_annex("Zie bijlage Geld.", ["Geld"]) == ""
        and unknown_annex("In bijlage Toekomst", ["Geld"]) == "Toekomst"
    )
    assert unknown_annex("De bijlage noemt dit", ["Geld"]) == ""


def test_a_core_without_a_verb_before_waarin_is_no_sentence():
    assert core_is_a_group("Wijkaanpak waarin een team vraagt wat nodig is")
    assert not core_is_a_group("Er is een plan waarin dit staat") and not core_is_a_group("Wijkaanpak")


def test_an_article_stands_before_its_law():
    assert names_article_last("Gemeentewet artikel 189") and not names_article_last("artikel 189 van de Gemeentewet")
    assert not names_article_last("de artikelen 2 en 3 van de Wpg") and not names_article_last("Gemeentewet")


def test_nobody_knows_who_we_is_in_an_agreement():
    assert we_in("Onze mensen").message == "in de overeenkomst is niet duidelijk wie ‘onze’ is"
    assert we_in("De mensen van een partij") is None
