"""How findings look on a terminal."""

from __future__ import annotations

import re

import pytest

from docgen.cli import console
from docgen.diagnostics.problem import Problem


def test_colours_appear_only_on_a_terminal(docgen, tmp_path):
    (tmp_path / "a.yaml").write_text("dossier: {}\n", encoding="utf-8")
    assert "\x1b" not in docgen("check", "a.yaml").out


def test_nothing_in_a_dossier_reaches_the_terminal_as_a_control_code(docgen, tmp_path):
    (tmp_path / "a.yaml").write_bytes(b'dossier: {id: "\\e[31mrood", titel: "a\\u202eb", openbaar: "\\u009b2J"}\n')
    done = docgen("check", "a.yaml")
    assert done.code == 1 and not re.search("[\x1b\x9b\u202e]", done.out + done.err)


WRONG = Problem("a.yaml", 2, 3, "dossier › id", "vorm", "‘A!’ heeft niet de goede vorm", hint="a", text="  id: A!")
ADVICE = Problem("a.yaml", 4, 1, "doelen", "DOE-01", "mag meetbaarder", level="advies", text="doelen:")
TO_DO = Problem("a.yaml", 5, 1, "partijen › naam", "ontbreekt", "ontbreekt. Officiële naam")


def test_a_mistake_is_shown_with_its_source_line_and_an_advice_without(capsys):
    console.problems([WRONG, ADVICE])
    assert capsys.readouterr().out == (
        "a.yaml:2:3: fout: dossier › id: ‘A!’ heeft niet de goede vorm [vorm]\n"
        "    2 |   id: A!\n      |   ^\n      tip: a\n\n"
        "a.yaml:4:1: advies: doelen: mag meetbaarder [DOE-01]\n\n"
    )


def test_what_is_still_to_fill_in_is_a_list_after_the_mistakes(capsys):
    console.problems([TO_DO, WRONG])
    shown = capsys.readouterr().out
    assert shown.count("Officiële naam") == 1
    assert shown.index("fout: dossier") < shown.index("Nog in te vullen in a.yaml (1):\n  [ ] regel 5  partijen › naam")


def test_the_name_of_a_file_stands_above_its_findings_only_when_there_are_more_files(capsys):
    console.problems([ADVICE])
    assert not capsys.readouterr().out.startswith("a.yaml\n")
    console.problems([ADVICE, Problem("b.yaml", 1, 1, "", "X", "m")])
    shown = capsys.readouterr().out
    assert shown.startswith("a.yaml\n\n") and "\nb.yaml\n\n" in shown


def test_of_very_many_findings_a_hundred_are_shown_and_the_rest_is_counted(capsys):
    console.problems([Problem("a.yaml", n, 1, "", "X", f"m{n}", level="advies") for n in range(1, 1302)], err=True)
    shown = capsys.readouterr()
    assert shown.out == "" and shown.err.count("advies:") == 100
    assert shown.err.endswith("… en nog 1.201 meldingen\n\n")


def test_of_what_could_not_be_looked_at_five_are_shown_and_the_rest_is_counted(capsys):
    console.problems([Problem("a.yaml", n, 1, "", "NAG-01", f"m{n}", level="advies") for n in range(1, 9)] + [ADVICE])
    shown = capsys.readouterr().out
    assert shown.count("[NAG-01]") == 5 and "mag meetbaarder" in shown
    assert shown.endswith(
        "… en nog 3 keer dat docgen iets niet kon nagaan; docgen check --format json noemt ze alle\n\n"
    )


@pytest.mark.parametrize(
    ("dossiers", "hidden", "said"),
    [(1, 0, "1 fout, 1 advies in 1 dossier"), (2, 1, "1 fout, 1 advies in 2 dossiers (1 melding niet getoond)")],
)
def test_the_last_line_sums_up_and_says_what_was_not_shown(capsys, dossiers, hidden, said):
    console.findings([WRONG, ADVICE], "text", dossiers, hidden)
    assert capsys.readouterr().out.splitlines()[-1] == said


def test_what_somebody_should_know_is_told_once_among_the_messages(capsys):
    console.notices(["sjabloon a.docx heeft geen tag", "b", "sjabloon a.docx heeft geen tag"])
    assert capsys.readouterr().err == "let op: sjabloon a.docx heeft geen tag\nlet op: b\n"


def test_nothing_is_said_of_a_rest_that_is_not_there(capsys):
    console.rest(0, "docgen: ")
    console.rest(-3)
    console.rest(2, "verouderd  ", "; toon ze met --all")
    assert capsys.readouterr().out == "verouderd  … en nog 2; toon ze met --all\n"
