"""A finding: what a rule says of it, and what is left of it to tell."""

from __future__ import annotations

from decimal import Decimal

from docgen.diagnostics.finding import Finding


def test_a_rule_says_what_and_where_and_leaves_the_rest_to_who_runs_it():
    finding = Finding(("rollen", 0), "geen uren")
    assert (finding.code, finding.level, finding.accepted, finding.hint) == ("", "", "", "")


def test_what_a_waiver_is_matched_on_is_not_told_but_all_that_a_reader_sees_is():
    finding = Finding(
        ("taken", 2), "te veel", "krap", "T1", 2028, Decimal(5), "verdeel het", "UUR-01", "fout", "weten we"
    )
    assert finding.in_short() == Finding(
        ("taken", 2), "te veel", hint="verdeel het", code="UUR-01", level="fout", accepted="weten we"
    )
