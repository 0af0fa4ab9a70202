"""A dossier with what is certain put right. Every change proves itself: it stays when its finding is gone and none came.

The text is changed at the characters concerned; comments, order, quotes and alignment of the rest stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from docgen.authoring.remedies import Remedy, remedies
from docgen.diagnostics.earlier import new_since
from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem

LINE_END = re.compile(r"\r\n|\n|\r")
MOST = 200  # changes of one dossier
UNREAD = "yaml"  # code: what stands further on was not looked at before

Check = Callable[[str], list[Problem]]
Ask = Callable[[Problem, str, str], bool]


@dataclass
class Fixed:
    """A text in which findings were put right, and the findings."""

    text: str
    done: list[Problem] = field(default_factory=list)


def fixed(text: str, check: Check, ask: Ask | None = None) -> Fixed:
    """Put right what is certain in the text of a dossier; what is not only when `ask` says so (the finding, what stands there, what
    would come there). `check` tells the findings of a text."""
    result, refused = Fixed(text), set[tuple[str, str, str]]()
    found = check(text)
    while len(result.done) < MOST:
        for problem in found:
            key = (problem.code, problem.message, _line(result.text, problem.line))
            if key in refused or not problem.line:
                continue
            better = _tried(result.text, problem, found, check, ask)
            if better is None:
                refused.add(key)
                continue
            result.text, found = better
            result.done.append(problem)
            break
        else:
            break
    return result


def _tried(
    text: str, problem: Problem, found: list[Problem], check: Check, ask: Ask | None
) -> tuple[str, list[Problem]] | None:
    """The text and its findings after the only way that works; `None` when none does, or more do."""
    works: list[tuple[Remedy, str, list[Problem]]] = []
    for remedy in remedies(problem, _line(text, problem.line)):
        other = changed(text, remedy)
        if other != text and _is_better(problem, found, after := check(other)):
            works.append((remedy, other, after))
    if len(works) != 1:
        return None
    remedy, other, after = works[0]
    if not remedy.is_sure:
        there = _line(text, problem.line)[remedy.start : remedy.end]
        if ask is None or not ask(problem, there, remedy.text):
            return None
    return other, after


def _is_better(problem: Problem, before: list[Problem], after: list[Problem]) -> bool:
    """Whether a finding is gone and no mistake came that could have been seen before."""
    if _count(problem, after) >= _count(problem, before):
        return False
    waited = {code for one in before for code in one.waiting or ()}  # what could not be seen before
    grave = [one for one in new_since(before, after) if one.level == LEVELS[0] and one.code not in waited]
    if any(one.code == UNREAD and one.level == LEVELS[0] for one in before):
        return not any(one.line == problem.line or one.code == UNREAD for one in grave)
    return not grave


def _count(problem: Problem, found: Iterable[Problem]) -> int:
    return Counter((one.code, one.line, one.message) for one in found)[problem.code, problem.line, problem.message]


def changed(text: str, remedy: Remedy) -> str:
    """The text after one change."""
    start = _start_of(text, remedy.line)
    return text[: start + remedy.start] + remedy.text + text[start + remedy.end :]


def _start_of(text: str, line: int) -> int:
    """Where a line begins, counted from 0."""
    at = 0
    for number, end in enumerate(LINE_END.finditer(text), 1):
        if number > line:
            break
        at = end.end()
    return at


def _line(text: str, number: int) -> str:
    """A line by its number from 1, without its end."""
    start = _start_of(text, number - 1)
    end = LINE_END.search(text, start)
    return text[start : end.start() if end else len(text)]
