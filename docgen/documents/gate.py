"""Which findings stop a document: the only place that decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

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


F = TypeVar("F", bound=HasLevel)


def blocking(problems: Iterable[F], draft: bool = False, reports_only: bool = False) -> list[F]:
    """The findings that stop a document.

    A draft may lack what is missing and shows what rules find to whoever reads it; a report on the rules is about
    their findings. What guards the paper itself (wrong numbers of decision points) stops all but the report.
    """
    passed = {rule.CODE for rule in EXPLAINED} if reports_only or draft else set()
    passed -= set() if reports_only else FIXED
    told = [problem for problem in worth_showing(problems, draft) if problem.code not in passed]
    return [problem for problem in told if problem.level == "fout" and not problem.accepted]


def worth_showing(problems: Iterable[F], draft: bool = False) -> list[F]:
    """The findings worth showing before a document is made: a draft itself shows what is missing."""
    return [problem for problem in problems if not (draft and problem.code == structure.MISSING)]
