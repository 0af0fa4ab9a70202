"""Findings that are shown under their cause, in one line, and counted after the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from docgen._lazy import regex
from docgen.diagnostics.levels import LEVELS, PLURALS
from docgen.diagnostics.problem import CausePlace, Problem

MOST_LINES = 3  # of findings of one rule
MOST_ALIKE = 6
YEAR = regex(r"\b(?:19|20)\d\d\b")
NUMBER = regex(r"\d[\d.,]*")
Place = tuple[str, CausePlace]


class Folded:
    """The findings that stand by themselves, in `alone`, and those of which the cause is among them, by that cause."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        found = list(problems)
        there = {_place(problem) for problem in found if not problem.cause}
        self.alone: list[Problem] = []
        self._under: defaultdict[Place, list[Problem]] = defaultdict(list)
        for problem in found:
            if problem.cause and (problem.file, problem.cause) in there:
                self._under[problem.file, problem.cause].append(problem)
            else:
                self.alone.append(problem)

    def under(self, problem: Problem) -> list[Problem]:
        """The consequences of a finding."""
        return self._under.get(_place(problem), []) if not problem.cause else []

    @property
    def consequences(self) -> list[Problem]:
        """All that is shown under something else."""
        return [problem for found in self._under.values() for problem in found]


def in_one_line(consequences: Iterable[Problem]) -> str:
    """ "hierdoor ook: fout FIN-01 op regel 12, 14; waarschuwing UUR-03 op regel 40 (3)": the gravest first."""
    lines: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for problem in consequences:
        lines[LEVELS.index(problem.level), problem.code].append(problem.line)
    count = sum(map(len, lines.values()))
    told = (f"{LEVELS[level]} {code}{_on_lines(found)}" for (level, code), found in sorted(lines.items()))
    return f"hierdoor ook: {'; '.join(told)} ({count})"


def alike(problems: Iterable[Problem]) -> dict[Problem, list[Problem]]:
    """The findings that are shown, each with those that say the same: advice of one rule that asks the same at other places,
    and what differs at one place only in its year and amounts."""
    heads: dict[tuple[object, ...], Problem] = {}
    found: dict[Problem, list[Problem]] = {}
    for problem in problems:
        head = heads.setdefault(_what_is_said(problem), problem)
        if head is problem:
            found[problem] = []
        else:
            found[head].append(problem)
    return found


def _what_is_said(problem: Problem) -> tuple[object, ...]:
    common = (problem.file, problem.code, problem.level, problem.hint, problem.accepted, problem.cause)
    if problem.level == LEVELS[-1] and not problem.accepted and problem.hint:
        return common
    return (*common, problem.line, NUMBER.sub("", problem.message), NUMBER.sub("", problem.path))


def others_in_one_line(head: Problem, others: list[Problem]) -> str:
    """ "zo ook in 2029, 2030 en 2031" at one place, else "zo ook (2): partij 3 op regel 12, partij 4 op regel 18"."""
    years = [found[0] for one in (head, *others) if (found := YEAR.findall(one.message))]
    if len({head.line, *(one.line for one in others)}) == 1 and len(set(years)) == len(others) + 1:
        return f"zo ook in {' en '.join(filter(None, [', '.join(years[1:-1]), years[-1]]))}"
    told = [f"{_row_of(one.path)}{f' op regel {one.line}' if one.line else ''}" for one in others[:MOST_ALIKE]]
    return f"zo ook ({len(others)}): {', '.join(told)}{', …' if len(others) > MOST_ALIKE else ''}"


def _row_of(path: str) -> str:
    """ "post 8 (P08)" of "begroting › post 8 (P08) › naam"; a path without a row stays as it is."""
    parts = path.split(" › ")
    return next((part for part in reversed(parts) if NUMBER.search(part)), path)


def _on_lines(numbers: list[int]) -> str:
    shown = [str(number) for number in dict.fromkeys(numbers) if number]
    more = ", …" if len(shown) > MOST_LINES else ""
    return f" op regel {', '.join(shown[:MOST_LINES])}{more}" if shown else ""


def _place(problem: Problem) -> Place:
    return problem.file, CausePlace(problem.code, problem.line, problem.column, problem.path)


def summary(problems: Iterable[Problem]) -> str:
    """ "3 fouten, 2 waarschuwingen, 2 geaccepteerd", "1 waarschuwing, en als gevolg daarvan 1 fout", or "geen meldingen"."""
    found = Folded(problems)
    counts, follow = _counts(found.alone), _counts(found.consequences)
    accepted = sum(bool(problem.accepted) for problem in found.alone)
    told = [", ".join([*counts, *([f"{accepted} geaccepteerd"] if accepted and not follow else [])])]
    told += (
        [f"en als gevolg daarvan {' en '.join(filter(None, [', '.join(follow[:-1]), follow[-1]]))}"] if follow else []
    )
    told += [f"en {accepted} geaccepteerd"] if accepted and follow else []
    return ", ".join(filter(None, told)) or "geen meldingen"


def _counts(found: list[Problem]) -> list[str]:
    """ "1 fout", "2 waarschuwingen": how many are open, of each level that has any."""
    counts = {level: sum(problem.level == level and not problem.accepted for problem in found) for level in LEVELS}
    return [f"{count} {level if count == 1 else PLURALS[level]}" for level, count in counts.items() if count]
