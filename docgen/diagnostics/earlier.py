"""Which findings are new since an earlier version of the same file: rows and lines may have moved, what is said may not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from docgen._lazy import regex
from docgen.diagnostics.problem import Problem

ROW = regex(r"\b(\w+) \d+(?= \(| ›|$)")  # "bron 2 (F02) › bedragen": which row it is changes when one comes before it
LINE = regex(r"\bregels? \d+(?:[–-]\d+)?")

Said = tuple[str, str, str, str, bool]


def new_since(earlier: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """The findings that the earlier version did not have, or had less often, or milder, or with another amount."""
    known = Counter(map(_said, earlier))
    new = []
    for problem in found:
        said = _said(problem)
        if known[said]:
            known[said] -= 1
        else:
            new.append(problem)
    return new


def _said(problem: Problem) -> Said:
    """What a finding says, without where it stands."""
    return (
        problem.code,
        problem.level,
        ROW.sub(r"\1", problem.path),
        LINE.sub("regel", problem.message),
        bool(problem.accepted),
    )
