"""What could not be looked at because of mistakes in the shape of a dossier, as the end of the total."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.diagnostics.codes import MEANINGS
from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem

MOST_LINES = 8


def remainder(problems: Iterable[Problem]) -> str:
    """ "; 15 regels tekst zijn niet gelezen; 9 regels zijn nog niet nagegaan, adviezen nog niet getoond: eerst deze 2 fouten (regel 12
    en 40)", or nothing."""
    found = list(problems)
    shape = [problem for problem in found if problem.level == LEVELS[0] and problem.code in MEANINGS]
    if not shape:
        return ""
    unread = {(p.file, n) for p in found for first, last in p.unread for n in range(first, last + 1)}
    count = len(unread)
    text = f"; {count} {'regel' if count == 1 else 'regels'} tekst {'is' if count == 1 else 'zijn'} niet gelezen"
    files = {problem.file for problem in shape}
    which = f"deze {len(shape)} fouten" if len(shape) > 1 else "deze fout"
    where = _lines(sorted({problem.line for problem in shape if problem.line})) if len(files) == 1 else ""
    return f"{text if count else ''}; {_waiting(shape)}: eerst {which}{where}"


def _waiting(shape: list[Problem]) -> str:
    """ "9 regels zijn nog niet nagegaan, adviezen nog niet getoond"; "de regels" when all of a dossier wait."""
    if any(problem.waiting is None for problem in shape):
        return "de regels zijn nog niet nagegaan"
    count = len({code for problem in shape for code in problem.waiting or ()})
    rules = f"{count} {'regel is' if count == 1 else 'regels zijn'} nog niet nagegaan, " if count else ""
    return f"{rules}adviezen {'' if count else 'zijn '}nog niet getoond"


def _lines(numbers: list[int]) -> str:
    shown = [str(number) for number in numbers[:MOST_LINES]]
    if not shown:
        return ""
    if len(numbers) > MOST_LINES:
        return f" (regel {', '.join(shown)}, …)"
    return f" (regel {' en '.join(filter(None, [', '.join(shown[:-1]), shown[-1]]))})"
