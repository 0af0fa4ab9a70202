"""YAML text to nodes, each with its place, within limits."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper

import pytest

from docgen.errors import SourceError
from docgen.syntax import parser
from docgen.syntax.source import Wording
from tests.small_dossier import findings, only


def test_lines_are_counted_as_yaml_counts_them():
    found = only('dossier:\n  id: proef\n  titel: "a\u2028b"\n  openbaar: ja\n')
    assert (found.line, found.text) == (5, "  openbaar: ja")


def test_an_anchor_is_allowed_and_a_fault_in_it_is_reported_for_both_places():
    text = "partijen:\n  - &p {id: a, naam: A, kvk: x}\n  - *p\n"
    assert [p.path for p in findings(text) if p.code == "vorm"] == ["partij 1 (a) › kvk", "partij 2 (a) › kvk"]


# how one level opens, the place where level 41 does (line, column); the file itself is level 1
DEEP = [
    ("dossier: ", "[", 1, 49),
    ("dossier: ", "{", 1, 49),
    ("dossier: ", "[{", 1, 49),
    ("dossier: ", "[ ", 1, 88),
    ("dossier: ", "{a: ", 1, 166),
    ("dossier: ", "[? ", 1, 68),
    ("dossier: ", "[&a ", 1, 163),
    ("dossier: ", "[\n", 40, 1),
    ("dossier: é€😀\nrollen: ", "[", 2, 48),
    ("dossier: é€😀\r\nrollen: ", "{", 2, 48),
    ("", "- ", 1, 81),
    ("", "? ", 1, 81),
    ("rollen: [a, b]\npartijen:\n ", "- ", 3, 80),
]


@pytest.mark.parametrize("levels", [41, 999, 1000, 1001, 20_000])
@pytest.mark.parametrize(("start", "level", "line", "column"), DEEP, ids=[repr(row[0] + row[1]) for row in DEEP])
def test_what_is_too_deep_is_told_at_the_same_place_whatever_limit_the_parser_has(start, level, line, column, levels):
    found = parser.parse((start + level * levels).encode(), "proef").problems
    assert [(problem.line, problem.column, problem.code) for problem in found] == [(line, column, "te-diep")]


@pytest.mark.parametrize("levels", [41, 1000, 3000])
def test_fields_too_deep_in_each_other_are_told_where_the_limit_is_passed(levels):
    text = "\n".join(" " * depth + "a:" for depth in range(levels))
    found = parser.parse(text.encode(), "proef").problems
    assert [(problem.line, problem.column, problem.code) for problem in found] == [(41, 41, "te-diep")]


def test_a_slip_behind_what_is_too_deep_does_not_hide_it():
    found = parser.parse(b"dossier: " + b"[" * 500 + b"@", "proef").problems
    assert [(problem.line, problem.column, problem.code) for problem in found] == [(1, 49, "te-diep")]


def root(text, **options):
    source = parser.parse(text.encode(), "proef", **options)
    assert source.problems == []
    return source.root


def stopped(text, **options):
    (problem,) = parser.parse(text.encode(), "proef", **options).problems
    return problem.line, problem.column, problem.code, problem.message


def test_a_text_becomes_nodes_with_raw_text_and_their_places():
    node = root("nee: 012\nrij:\n  - 'x y'\n  - {a: 12:30}\n")
    (name, value), (_, rows) = node.pairs
    assert (name.text, name.line, name.column, name.width) == ("nee", 1, 1, 3)
    assert (value.text, value.plain, value.line, value.column) == ("012", True, 1, 6)
    quoted, inner = rows.items
    assert (quoted.text, quoted.plain, quoted.line, quoted.column) == ("x y", False, 3, 5)
    assert inner.flow and not rows.flow and inner.pairs[0][1].text == "12:30"
    assert node.size == 9


def test_a_part_is_blank_as_long_as_nothing_in_it_is_filled_in():
    (_, empty), (_, filled) = root("a: {b: , c: [~, ]}\nd: {e: {f: 1}}\n").pairs
    assert empty.blank and not filled.blank


def test_a_text_behind_an_anchor_that_nothing_uses_may_have_been_meant_as_text():
    (_, lost), (_, used), (_, alias) = root("a: &co werk\nb: &x twee\nc: *x\n").pairs
    assert (lost.lost, used.lost) == ("&co", "") and alias is used


def test_only_who_says_so_may_merge():
    assert stopped("a: {<<: b}\n") == (1, 5, "yaml", "samenvoegen met << kan niet in een dossier")
    assert root("a: {<<: b}\n", merges=True).pairs[0][1].pairs[0][0].text == "<<"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: !!int 5\n", (1, 4, "yaml", "het label !!int is niet toegestaan")),
        ("a: !eigen {b: 1}\n", (1, 4, "yaml", "het label !eigen is niet toegestaan")),
        ("a: ! b\n", (1, 4, "yaml", "een waarde mag niet met ! beginnen")),
        ("a: *b\n", (1, 4, "yaml", "*b verwijst naar iets dat hiervoor niet is afgerond")),
        ("a: 1\n---\nb: 2\n", (2, 1, "yaml", "een regel met --- hoort hier niet: een dossier is één document")),
        ("dossier: 1\n---\ndossier: 2\n", (2, 1, "yaml", "hier begint een tweede document; een dossier is één document")),
        ("# niets\n", (0, 0, "leeg", "het bestand is leeg")),
    ],
)  # fmt: skip
def test_what_is_no_dossier_is_one_finding_at_its_place(text, found):
    assert stopped(text) == found
    assert parser.parse(text.encode(), "proef").root is None


def test_a_label_that_says_what_the_value_is_already_is_allowed():
    node = root("a: !!str 5\nb: !!seq [1]\nc: !!map {d: 1}\n")
    assert (node.pairs[0][1].text, node.pairs[0][1].plain) == ("5", False)


def test_aliases_may_repeat_fifty_thousand_values_and_no_more(monkeypatch):
    monkeypatch.setattr(parser, "MAX_ALIASED", 6)
    assert root("a: &x [1, 2]\nb: [*x, *x]\n")
    assert stopped("a: &x [1, 2]\nb: [*x, *x, *x]\n") == (2, 13, "te-groot", "te veel herhalingen met & en *")


def test_a_file_may_have_so_many_values_and_no_more(monkeypatch):
    monkeypatch.setattr(parser, "MAX_NODES", 4)
    assert root("a: [1]\n")
    assert stopped("a: [1, 2]\n")[2:] == ("te-groot", "het dossier heeft te veel waarden")


def test_a_file_of_another_kind_is_called_so_in_what_is_said_of_it():
    wording = Wording("de", "checklist", "begin met titel:")
    (problem,) = parser.parse(b"# niets\n", "c.yaml", wording=wording).problems
    assert problem.hint == "begin met titel:"
    assert stopped("a: 1\n---\nb: 2\n", wording=wording)[3] == (
        "een regel met --- hoort hier niet: een checklist is één document"
    )


def test_a_file_is_read_by_its_name_and_a_dash_is_standard_input(tmp_path, monkeypatch):
    (tmp_path / "d.yaml").write_bytes(b"a: 1\n")
    source = parser.read(tmp_path / "d.yaml")
    assert (source.name, source.lines) == (str(tmp_path / "d.yaml"), ["a: 1", ""])
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"b: 2\n")))
    source = parser.read("-")
    assert (source.name, source.root.pairs[0][0].text) == ("standaardinvoer", "b")


def test_where_there_is_no_standard_input_or_no_file_that_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SourceError, match="er is geen standaardinvoer om het dossier uit te lezen"):
        parser.read("-")
    with pytest.raises(SourceError, match="het bestand bestaat niet"):
        parser.read(tmp_path / "weg.yaml")


def test_what_is_no_yaml_is_explained_with_the_fields_that_are_known():
    def outline(names):
        return ("dict", ("kern",)) if names else ("dict", ("interventie",))

    text = b"interventie:\n  naam: X\n  kern Ouderen bewegen\n"
    (problem,) = parser.parse(text, "proef", outline).problems
    assert (problem.line, problem.column, problem.hint) == (3, 3, "schrijf kern: Ouderen bewegen")


@pytest.mark.parametrize(
    ("text", "found", "hint"),
    [
        ("a: 'Plan' van\n", (1, 10, "yaml", "na het sluitende aanhalingsteken staat nog tekst: ‘van’"), "schrijf \"'Plan' van\""),
        ("a: [x] y\n", (1, 4, "yaml", "een waarde die met [ of { begint, moet daar ook mee eindigen"), "zet de waarde tussen aanhalingstekens: '…'"),
        ("a: [x,, y]\n", (1, 7, "yaml", "hier staat een komma te veel"), "haal de komma weg"),
        ("a: 1\n---\nb: 2\n", (2, 1, "yaml", "een regel met --- hoort hier niet: een dossier is één document"), "haal de regel met --- weg"),
    ],
)  # fmt: skip
def test_what_was_read_last_and_what_is_still_open_help_to_see_the_slip(text, found, hint):
    assert stopped(text) == found
    assert parser.parse(text.encode(), "proef").problems[0].hint == hint
