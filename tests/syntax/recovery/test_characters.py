"""Signs that may not be in a dossier are told once, with all their lines, and the rest is read."""

from __future__ import annotations

from docgen.dossier import check, loads
from docgen.syntax.recovery.characters import rejoin
from tests.loading.test_traps import BASE


def errors(data):
    return [p for p in check(loads(data)) if p.level == "fout"]


def test_an_old_code_does_not_hide_what_else_is_wrong():
    text = BASE.replace("titel: Proef", "titel: Café").replace("partij: bus", "partij:bus")
    assert [(p.line, p.code) for p in errors(text.encode("cp1252"))] == [(3, "codering"), (12, "yaml")]


def test_a_hard_space_in_the_indent_is_one_finding_for_all_lines():
    text = BASE.replace("  titel", "\u00a0 titel").replace("    partij", "\u00a0   partij") + "    kleur: x\n"
    found = errors(text.encode())
    assert [(p.line, p.code) for p in found] == [(3, "teken"), (13, "onbekend")]
    assert found[0].message.endswith("; ook op regel 12")


def test_a_control_sign_is_left_out():
    found = errors(BASE.replace("Proef\norg", "Pro\x07ef\norg").replace("bus\n", "buz\n", 1).encode())
    assert [(p.line, p.code) for p in found] == [(3, "teken"), (12, "verwijzing")]


def test_lines_with_an_end_that_nobody_sees_are_one_again_but_not_before_a_field():
    lines = ["a: b", "c", "d", "e: f"]
    rejoin(lines, [1, 2, 3])
    assert lines == ["a: b c d", "", "", "e: f"]
