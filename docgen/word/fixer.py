"""A template with what is certain put right. Every repair proves itself: it stays when no fault came that was not there before.

What Word has besides the repaired tags and rows is the same, and a part in which nothing was repaired is the same bytes.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from docgen.diagnostics.levels import LEVELS
from docgen.opc import archive, relationships
from docgen.opc.archive import Parts
from docgen.opc.relationships import parse, to_bytes
from docgen.word.compiler import FILLED, STYLES
from docgen.word.inspection.places import Places, part_called
from docgen.word.inspection.remark import Remark
from docgen.word.inspection.repair import BRACKETS, Repair, repair
from docgen.word.inspector import FILE, inspect
from docgen.word.jinja.renderer import environment
from docgen.word.tags import location
from docgen.word.tags.scanner import NOT_WHOLE
from docgen.word.typecheck.vocabulary import Vocabulary

OF_PROPERTIES = "-properties+xml"


class Placed(NamedTuple):
    """A repair and where it is."""

    repair: Repair
    part: str
    where: str


class FixedTemplate(NamedTuple):
    """The parts of a template, what was put right in them, in the order of its pages, and what is left."""

    parts: Parts
    done: list[Placed]
    left: list[Remark]


def fix(
    source: str | os.PathLike[str] | bytes,
    vocabulary: Vocabulary | None = None,
    style_sheet: str | os.PathLike[str] | None = None,
) -> FixedTemplate:
    """Put right what is certain in a template (a path or its bytes). Raises `SourceError` when there is no such file."""
    data = archive.data_of(source)
    name = "sjabloon.docx" if isinstance(source, bytes) else Path(source).name

    def look(parts: Parts) -> list[Remark]:
        entries = (archive.deflate(part, parts[part]) for part in archive.in_writing_order(tuple(parts)))
        return inspect(archive.assemble(entries), name, None, vocabulary, style_sheet)

    before = inspect(data, name, None, vocabulary, style_sheet)
    if any(one.code == FILE for one in before):
        return FixedTemplate({}, [], before)
    broken = {(one.place.part, one.place.paragraph) for one in before if one.code == NOT_WHOLE}
    parts, leave = archive.read(data, name), set[tuple[str, int]]()
    while True:
        changed, done = _repaired(parts, name, broken, leave)
        after = look(changed) if done else before
        if not (came := _new(before, after)):
            return FixedTemplate(changed, done, after)
        leave |= _to_leave(came, done, leave)


def _repaired(
    parts: Parts, name: str, broken: set[tuple[str, int]], leave: set[tuple[str, int]]
) -> tuple[Parts, list[Placed]]:
    """The parts with what can be put right, brackets where they are broken, but nothing in the paragraphs to leave."""
    main, kinds = relationships.main_part(parts, name), relationships.content_types(parts)
    changed, done = Parts(), list[Placed]()
    headings = location.heading_styles(parts[STYLES]) if STYLES in parts else frozenset[str]()
    env = environment(draft=False)
    for part in sorted(parts, key=lambda part: (part != main, part)):
        if kinds[part].endswith(FILLED) and not kinds[part].endswith(OF_PROPERTIES):
            root = parse(parts[part])
            places = Places(root, part, headings, part_called(part, ""))
            wheres = [places.at(number).where for number in range(len(places.paragraphs))]
            repairs = repair(root, env, _in(part, broken), _in(part, leave))
            done += [Placed(one, part, wheres[one.paragraph] if one.paragraph >= 0 else "") for one in repairs]
            changed |= {part: to_bytes(root)} if repairs else {}
    return parts | changed, done


def _in(part: str, paragraphs: set[tuple[str, int]]) -> set[int]:
    return {number for other, number in paragraphs if other == part}


def _new(before: Iterable[Remark], after: Iterable[Remark]) -> list[Remark]:
    """The faults that were not there before."""
    known = Counter((one.code, one.message) for one in before)
    found = [one for one in after if one.level == LEVELS[0]]
    known.subtract((one.code, one.message) for one in found)
    return [one for one in found if known[one.code, one.message] < 0]


def _to_leave(came: list[Remark], done: list[Placed], leave: set[tuple[str, int]]) -> set[tuple[str, int]]:
    """The paragraphs in which a fault came with a repair; all with brackets when it came elsewhere, or else all."""
    repaired = {(one.part, one.repair.paragraph): one.repair.kind for one in done}
    at = {(one.place.part, one.place.paragraph) for one in came} & repaired.keys()
    brackets = {(one.part, one.repair.paragraph) for one in done if one.repair.kind == BRACKETS}
    return at or brackets or set(repaired)
