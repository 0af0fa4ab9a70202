"""Which findings stop a document."""

from __future__ import annotations

import pytest

from docgen.diagnostics.problem import Problem
from docgen.documents.gate import gate
from docgen.documents.request import DocumentRequest


def finding(code, level="fout", accepted=""):
    return Problem("d.yaml", 1, 1, "", code, "m", level=level, accepted=accepted)


SHAPE, MISSING, RULE = finding("type"), finding("ontbreekt"), finding("FIN-01")
NUMBERS = finding("RVS-01")  # guards the paper itself: wrong numbers of decision points
WARNING, ACCEPTED = finding("FIN-05", "waarschuwing"), finding("UIT-01", accepted="bewust")
ALL = [SHAPE, MISSING, RULE, NUMBERS, WARNING, ACCEPTED]


@pytest.mark.parametrize(
    ("names", "draft", "stopping"),
    [
        ([], False, [SHAPE, MISSING, RULE, NUMBERS]),
        (["jaarplan"], False, [SHAPE, MISSING, RULE, NUMBERS]),
        (["jaarplan"], True, [SHAPE, NUMBERS]),
        (["borgingscheck"], False, [SHAPE, MISSING]),
        (["borgingscheck"], True, [SHAPE]),
        (["raadsbesluit"], False, [SHAPE, MISSING, NUMBERS]),
        (["raadsbesluit", "jaarplan"], False, [SHAPE, MISSING, RULE, NUMBERS]),
        (["borgingscheck", "jaarplan"], False, [SHAPE, MISSING, RULE, NUMBERS]),
    ],
    ids=[
        "any",
        "final",
        "draft",
        "report",
        "draft of a report",
        "decision of the council",
        "that beside another",
        "a report beside another",
    ],
)
def test_only_a_fault_that_was_not_accepted_stops_and_a_draft_and_a_report_pass_more(library, names, draft, stopping):
    requests = [DocumentRequest(library.types[name]) for name in names]
    assert gate(ALL, requests, draft).stopping == stopping


def test_what_is_missing_is_shown_before_a_final_document_and_in_a_draft_itself():
    assert gate(ALL).shown == ALL
    assert gate(ALL, draft=True).shown == [SHAPE, RULE, NUMBERS, WARNING, ACCEPTED]
