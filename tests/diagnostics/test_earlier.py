"""What is new since an earlier version."""

from __future__ import annotations

from dataclasses import replace

from docgen.diagnostics.earlier import new_since
from docgen.diagnostics.problem import Problem

OLD = Problem("oud.yaml", 12, 5, "bron 2 (F02) › status", "FIN-04", "26% is nog niet zeker, zie ook regel 30", "advies")


def test_a_finding_that_moved_with_its_row_is_not_new():
    moved = replace(
        OLD, file="nieuw.yaml", line=19, path="bron 3 (F02) › status", message=OLD.message.replace("30", "37")
    )
    assert new_since([OLD], [moved]) == []


def test_another_amount_another_level_and_a_finding_that_is_not_accepted_any_more_are_new():
    for other in (
        replace(OLD, message=OLD.message.replace("26%", "31%")),
        replace(OLD, level="waarschuwing"),
        replace(OLD, accepted="tot de evaluatie"),
        replace(OLD, path="bron 2 (F03) › status"),
    ):
        assert new_since([OLD], [other]) == [other]


def test_as_often_as_it_was_there_it_is_known():
    again = replace(OLD, line=40)
    assert new_since([OLD], [OLD, again]) == [again] and new_since([OLD, again], [OLD]) == []
