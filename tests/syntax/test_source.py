"""A file as lines, and how messages call it."""

from __future__ import annotations

from docgen.syntax.source import DOSSIER, Source, Wording

CHECKLIST = Wording("de", "checklist", "begin met titel:")


def test_a_finding_has_the_line_that_it_is_about():
    found = Source("d.yaml", ["a: 1", "b: ja"]).problem(2, 4, "b", "type", "m", "h", width=2, level="advies")
    assert (found.place, found.text, found.path, found.width) == ("d.yaml:2:4", "b: ja", "b", 2)
    assert (found.code, found.message, found.hint, found.level) == ("type", "m", "h", "advies")


def test_what_is_wrong_after_the_last_line_is_told_at_the_end_of_that_line():
    found = Source("d.yaml", ["a: 1", "b: 'x"]).problem(3, 1, "", "yaml", "m")
    assert (found.line, found.column, found.text) == (2, 6, "b: 'x")


def test_a_finding_about_the_whole_file_has_no_line():
    assert Source("d.yaml", ["a: 1"]).problem(0, 0, "", "leeg", "m").text == ""
    assert Source("d.yaml").problem(3, 1, "", "leeg", "m").text == ""


def test_a_message_about_a_dossier_is_one_about_another_kind_of_file():
    assert CHECKLIST.words("dit is een plaatje, geen dossier; splits het dossier") == (
        "dit is een plaatje, geen checklist; splits de checklist"
    )
    assert CHECKLIST.words(f"het bestand is leeg; {DOSSIER.begin}") == "het bestand is leeg; begin met titel:"
