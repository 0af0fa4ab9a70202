"""The sections of a dossier by their lines: an error in one leaves the others as they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from docgen._lazy import regex
from docgen.diagnostics.suggest import did_you_mean

NAME = regex(r"(?P<name>[A-Za-z_][\w-]*) *:(?P<value>\s.*)?$")
ALIKE = 0.8
MOST_GUESSES = 20  # looking for a name that resembles costs time


def split(lines: Sequence[str], names: Collection[str]) -> list[tuple[int, int]]:
    """The first and last line (from 1) of every section; what stands before the first belongs to it.

    A section begins where its name stands at the margin for the first time, or a name that looks like one.
    """
    starts: list[int] = []
    seen: set[str] = set()
    guesses = 0
    for number, line in enumerate(lines, 1):
        found = NAME.match(line)
        if not found or found["name"] in seen:
            continue
        is_section = found["name"] in names
        is_part = not (found["value"] or "").split("#")[0].strip(" ") or (found["value"] or "").strip()[:1] in "[{"
        if not is_section and is_part and guesses < MOST_GUESSES:
            guesses += 1
            is_section = bool(did_you_mean(found["name"], names, ALIKE))
        if is_section:
            seen.add(found["name"])
            starts.append(number)
    if not starts:
        return []
    starts[0] = 1
    return [(first, then - 1) for first, then in zip(starts, [*starts[1:], len(lines) + 1], strict=True)]
