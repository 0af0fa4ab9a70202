"""Which findings stop a document: the only place that decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from docgen.documents.request import DocumentRequest
from docgen.rules.registry import EXPLAINED
from docgen.rules.waivers import FIXED
from docgen.validation import structure


class HasLevel(Protocol):
    """A finding, wherever it is: with a code, a level and, when it was accepted, the reason."""

    @property
    def code(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def accepted(self) -> str: ...


CODES = frozenset(rule.CODE for rule in EXPLAINED)
ABOUT_DECISIONS = ("RVS-", "GEM-")  # of the council, and what it means for its budget
F = TypeVar("F", bound=HasLevel)


@dataclass(frozen=True)
class Verdict(Generic[F]):
    """What findings mean for the documents asked for: those in `stopping` keep them from being made, those in `shown` are
    worth showing before they are made."""

    stopping: list[F]
    shown: list[F]


def _passed(request: DocumentRequest) -> frozenset[str]:
    """The rules that do not stop a document."""
    if request.kind.is_report:
        return CODES
    return frozenset(code for code in CODES - FIXED if request.kind.records and not code.startswith(ABOUT_DECISIONS))


def gate(problems: Iterable[F], requests: Collection[DocumentRequest] = (), draft: bool = False) -> Verdict[F]:
    """What findings mean for documents; without `requests`, for any document at all.

    A draft may lack what is missing and shows what rules find to whoever reads it; a report on the rules is about
    their findings. What guards the paper itself (wrong numbers of decision points) stops all but the report. A decision that
    was taken is recorded whatever else is found, unless it is about the decision.
    """
    of_requests = [_passed(request) for request in requests]
    passed = set(CODES) - FIXED if draft else set()
    passed |= frozenset.intersection(*of_requests) if of_requests else set()
    shown = [problem for problem in problems if not (draft and problem.code == structure.MISSING)]
    return Verdict([one for one in shown if one.level == "fout" and not one.accepted and one.code not in passed], shown)
