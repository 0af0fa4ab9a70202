"""What a finding asks literally, as a change of exactly the characters concerned."""

from __future__ import annotations

import pytest

from docgen.authoring.remedies import Remedy, remedies
from docgen.diagnostics.problem import Problem


def asked(line, value, hint, code="type", message=""):
    start = line.index(value)
    return list(remedies(Problem("d.yaml", 4, start + 1, "", code, message, hint=hint, width=len(value)), line))


def changed(line, remedy):
    return line[: remedy.start] + remedy.text + line[remedy.end :]


@pytest.mark.parametrize(
    ("line", "value", "hint", "after"),
    [
        ("  uren: 1.000,50  # schatting", "1.000,50", "schrijf 1000.50", "  uren: 1000.50  # schatting"),
        ("  peildatum: 15 maart 2027", "15 maart 2027", "schrijf 2027-03-15", "  peildatum: 2027-03-15"),
        ("  openbaar: ja", "ja", "schrijf true in plaats van ‘ja’", "  openbaar: true"),
        ("  titel:Proef # eerste", "titel:Proef", "schrijf titel: Proef", "  titel: Proef # eerste"),
        ("  -id: rijder", "-id", "schrijf - id: rijder", "  - id: rijder"),
        ("  titel: Plan: een  # zo", ":", "zet de waarde tussen aanhalingstekens: '…'", "  titel: 'Plan: een'  # zo"),
        ("  titel: @huis 's avonds", "@", "zet de waarde tussen aanhalingstekens: '…'", "  titel: '@huis ''s avonds'"),
        ("  titel: Plan,", "Plan,", "haal de komma weg", "  titel: Plan"),
        ("  status: Concept", "Concept", "bedoel je ‘concept’?", "  status: concept"),
    ],
)
def test_what_is_only_written_another_way_is_sure(line, value, hint, after):
    found = asked(line, value, hint)
    assert [(changed(line, one), one.is_sure, one.line) for one in found] == [(after, True, 3)]


@pytest.mark.parametrize(
    ("value", "text"),
    [("acht", "8"), ("840?", "840"), ("(840)", "840"), ("28", "2028"), ("010", "10"), ("12,5k", "12500"), ("1-3-27", "2027-03-01"), ("rijdér", "rijder")],
)  # fmt: skip
def test_what_a_writer_may_have_meant_otherwise_is_asked(value, text):
    assert [one.is_sure for one in asked(f"  veld: {value}", value, f"schrijf {text}")] == [False]
    assert [
        one.is_sure for one in asked("  rol: wijkcoordinater", "wijkcoordinater", "bedoel je ‘wijkcoordinator’?")
    ] == [False]


@pytest.mark.parametrize(
    ("line", "value", "hint"),
    [
        ("  uren: 12.500", "12.500", "schrijf 12500 of 12.50"),
        ("  naam:gemeente P", "naam:gemeente", "schrijf naam: gemeente P, met een spatie na de dubbele punt"),
        ("  bedragen: {'28: 5}", "{'28: 5}", "schrijf bedragen: {2028: 5}"),
        ("  x: {naam: Plan #2}", "#", "zet de waarde tussen aanhalingstekens: '…'"),
        ("  uren: 20-30", "20-30", "reken het uit en schrijf één getal"),
    ],
)
def test_a_remedy_that_is_no_text_to_type_changes_nothing(line, value, hint):
    assert asked(line, value, hint) == []


def test_what_nobody_sees_goes_and_a_tab_becomes_spaces():
    line = "  titel: be\u00adleid"
    assert asked(line, "be\u00adleid", "typ het woord opnieuw", "teken") == [Remedy(3, 0, len(line), "  titel: beleid")]
    depths = [changed("\tid: x", one) for one in asked("\tid: x", "\t", "vervang de tab door spaties", "yaml")]
    assert depths[:2] == ["  id: x", "    id: x"]
