"""A finding as a value: its place, how it is shown, and many of them counted and in order."""

from __future__ import annotations

from dataclasses import replace

from docgen.diagnostics.folding import summary
from docgen.diagnostics.location import Location
from docgen.diagnostics.problem import Problem, at_least, in_order, visible
from tests.small_dossier import only

PROBLEM = Problem("map/a b.yaml", 4, 13, "dossier › openbaar", "type", "kreeg ‘ja’", "fout", "schrijf true", "  x", 2)


def test_a_finding_shows_the_line_with_a_caret():
    shown = str(only("dossier:\n  id: proef\n  titel: P\n  openbaar: ja\n"))
    assert shown.splitlines() == [
        "dossier:4:13: fout: dossier › openbaar: verwacht true of false, kreeg ‘ja’ [type]",
        "    4 |   openbaar: ja",
        "      |             ^^",
        "      tip: schrijf true in plaats van ‘ja’",
    ]


def test_an_accepted_finding_is_shown_with_its_reason_and_not_counted_as_open():
    accepted = replace(PROBLEM, accepted="zo besloten door het MT")
    assert str(accepted).splitlines()[0] == "map/a b.yaml:4:13: geaccepteerd: dossier › openbaar: kreeg ‘ja’ [type]"
    assert str(accepted).splitlines()[-1] == "      reden: zo besloten door het MT"
    assert summary([PROBLEM, accepted, accepted]) == "1 fout, 2 geaccepteerd"


def shown(text, column, width=1):
    return Problem("d.yaml", 7, column, "", "vorm", "m", text=text, width=width).snippet()


def test_a_finding_about_a_file_as_a_whole_has_no_line_and_no_column():
    whole = Problem("d.yaml", 0, 0, "", "leeg", "het bestand is leeg", hint="vul het")
    assert whole.place == "d.yaml"
    assert str(whole) == "d.yaml: fout: het bestand is leeg [leeg]\n      tip: vul het"


def test_a_long_line_is_cut_around_the_value():
    text = "a" * 149 + "xyz" + "b" * 98
    assert shown(text, 150, 3) == [
        "    7 | …" + "a" * 50 + "xyz" + "b" * 47,
        "      |  " + " " * 50 + "^^^",
    ]
    assert shown("c" * 300, 1, 300) == ["    7 | " + "c" * 100, "      | " + "^" * 100]


def test_the_caret_stands_below_a_value_behind_wide_and_combining_characters():
    assert shown("a: 漢字 x", 7)[1] == "      | " + " " * 8 + "^"
    assert shown("a: e\u0301 x", 7)[1] == "      | " + " " * 5 + "^"


def test_nothing_in_a_file_can_steer_a_terminal_or_forge_a_line():
    assert visible("a\x1b[31m\tb\nc\u202ed\ud800") == "a�[31m b�c�d�"
    assert Problem("d\n.yaml", 1, 2, "p", "vorm", "m\x07").headline() == "d�.yaml:1:2: fout: p: m� [vorm]"


def test_findings_stand_in_order_of_place_the_gravest_first_and_never_twice():
    late, early = replace(PROBLEM, line=9), replace(PROBLEM, line=2)
    mild = replace(PROBLEM, level="advies", message="a")
    other = replace(PROBLEM, file="a.yaml", line=90)
    assert in_order([late, mild, PROBLEM, early, other, PROBLEM]) == [other, early, PROBLEM, mild, late]


def test_findings_are_counted_per_level():
    warning, advice = replace(PROBLEM, level="waarschuwing"), replace(PROBLEM, level="advies")
    assert summary([PROBLEM, PROBLEM, warning, advice, advice]) == "2 fouten, 1 waarschuwing, 2 adviezen"
    assert summary([]) == "geen meldingen"


def test_a_level_asks_for_itself_and_all_that_is_graver():
    warning, advice = replace(PROBLEM, level="waarschuwing"), replace(PROBLEM, level="advies")
    found = [advice, warning, PROBLEM]
    assert at_least("fout", found) == [PROBLEM]
    assert at_least("waarschuwing", found) == [warning, PROBLEM]
    assert at_least("advies", found) == found


def test_a_problem_can_be_moved_to_another_location_and_says_the_same_there():
    first = Problem.at(Location("a.yaml", 3, 5, "naam: x", 4), "rol 1", "type", "fout getal", "advies", "schrijf 1")
    moved = first.moved_to(Location("lijst.xlsx!Blad1!B2"))
    assert (first.place, first.text, first.width) == ("a.yaml:3:5", "naam: x", 4)
    assert (moved.place, moved.text, moved.width) == ("lijst.xlsx!Blad1!B2", "", 1)
    assert (moved.path, moved.code, moved.message, moved.level, moved.hint) == (
        "rol 1",
        "type",
        "fout getal",
        "advies",
        "schrijf 1",
    )
