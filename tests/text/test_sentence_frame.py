"""How a text of a writer comes to stand in a sentence."""

from __future__ import annotations

import pytest

from docgen.text.sentence_frame import SentenceFrame, why_unsound


def framed(form, frame, text):
    return SentenceFrame(form, frame, "voorbeeld").filled(text)


def test_a_part_of_a_sentence_keeps_its_words_and_loses_its_full_stop():
    assert (
        framed("B", "De stuurgroep vergadert {…}.", "vier keer per jaar.")
        == "De stuurgroep vergadert vier keer per jaar."
    )


def test_a_function_gets_its_article_and_a_small_letter():
    assert (
        framed("F", "vertegenwoordigd door {…}", "Directeur Samenleving")
        == "vertegenwoordigd door de directeur Samenleving"
    )
    assert framed("F", "door {…}", "afdelingshoofd Wonen") == "door het afdelingshoofd Wonen"


def test_whole_sentences_stand_by_themselves_with_capital_and_full_stop():
    assert framed("Z", "{…}", "de GGD beheert het handboek") == "De GGD beheert het handboek."


def test_of_a_field_that_may_be_either_the_verb_decides():
    frame = SentenceFrame("BZ", "De stuurgroep besluit {…}.", "unaniem")
    assert frame.filled("unaniem") == "De stuurgroep besluit unaniem."
    assert frame.filled("beide partijen stemmen in") == "Beide partijen stemmen in."
    assert frame.form_of("unaniem") == "B" and frame.form_of("Beide partijen stemmen in.") == "Z"


def test_a_text_that_begins_its_sentence_gets_a_capital():
    assert framed("GZ", "{…}.", "jeugdhulp") == "Jeugdhulp."


def test_a_writer_is_told_with_the_example_how_it_reads():
    told = SentenceFrame("L[G]", "Partijen houden vertrouwelijk: {…}", "de tarieven van een partij").in_help
    assert told == "Zo komt het in de zin: Partijen houden vertrouwelijk: de tarieven van een partij"


GOOD = {"vorm": "B", "raam": "Zij vergadert {…}.", "voorbeeld": "elke maand"}


def test_a_sound_frame_has_a_form_one_slot_and_an_example():
    assert why_unsound(GOOD, is_list=False) == ""
    assert why_unsound({**GOOD, "vorm": "L[G]", "raam": "Dit hoort erbij: {…}"}, is_list=True) == ""


@pytest.mark.parametrize(
    ("said", "is_list", "about"),
    [
        ({"vorm": "B"}, False, "vorm, raam en voorbeeld"),
        ({**GOOD, "voorbeeld": 3}, False, "een tekst"),
        ({**GOOD, "vorm": "X"}, False, "als vorm Z, G, B"),
        (GOOD, True, "als vorm L[Z]"),
        ({**GOOD, "raam": "Zij vergadert."}, False, "één keer {…}"),
        ({**GOOD, "raam": "Vergaderritme: {…}."}, False, "zonder dubbele punt"),
        ("tekst", False, "vorm, raam en voorbeeld"),
    ],
)
def test_what_is_wrong_with_a_frame_is_told(said, is_list, about):
    assert about in why_unsound(said, is_list)
