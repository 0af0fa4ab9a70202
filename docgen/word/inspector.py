"""Everything that is wrong in a Word template, without a dossier: all at once, in every branch, each at its place.

A part goes the way of the compiler, but what is wrong is gathered and taken as it was meant, so that nothing follows from it.
What has no fault is compiled for good measure: what the compiler refuses is a fault, and nothing else is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError

from docgen.diagnostics.levels import LEVELS
from docgen.errors import SourceError, TemplateError
from docgen.opc import relationships
from docgen.opc.relationships import parse
from docgen.word.compiler import (
    FILLED,
    MOST_TOLD,
    NUMBERING,
    STYLES,
    Compilation,
    holds_tags,
    name_of,
    read_in_style,
    relation_ids,
    source_of,
)
from docgen.word.inspection import accessibility, layout, numbering
from docgen.word.inspection.places import Place, Places, number_of, numbered, pages_of, part_called
from docgen.word.inspection.remark import LEFT_OUT, Remark, remark
from docgen.word.inspection.tag_syntax import read_tags
from docgen.word.jinja import bindings
from docgen.word.jinja.renderer import environment
from docgen.word.structure import soundness
from docgen.word.tags import blocks, placement
from docgen.word.tags.location import file_with
from docgen.word.tags.scanner import Misplaced
from docgen.word.typecheck import checker
from docgen.word.typecheck.vocabulary import Vocabulary
from docgen.word.xml import preprocess

FAULT, WARNING = LEVELS[0], LEVELS[1]
OF_PAGES = (".main+xml", ".header+xml", ".footer+xml")
FILE, BLOCK, STRUCTURE, LEFTOVER = "sjabloon", "tag-blok", "tag-bouw", "tag-rest"
TOLD_BY_COMPILER = (LEFTOVER, LEFT_OUT)


def inspect(
    source: str | os.PathLike[str] | bytes,
    name: str | None = None,
    house_style: str | os.PathLike[str] | bytes | None = None,
    vocabulary: Vocabulary | None = None,
    style_sheet: str | os.PathLike[str] | None = None,
) -> list[Remark]:
    """What is wrong in a template (a path or its bytes), in the order of its pages; the arguments are those of
    `compile_template`. Raises `SourceError` when there is no such file."""
    label = name or ("sjabloon.docx" if isinstance(source, bytes) else Path(source).name)
    told: list[str] = []
    try:
        parts = read_in_style(source, label, house_style, told, style_sheet)
        compilation = Compilation(label, parts, told, vocabulary)
        found = list(_Inspection(compilation).remarks())
    except TemplateError as error:
        return [_refused(error, label if isinstance(source, bytes) else str(source))]
    except SourceError:
        raise
    except Exception:  # as in the compiler: a file of others can be odd in more ways than can be listed
        return [remark(Place("", -1, ""), FILE, FAULT, "is niet te verwerken; open het in Word en sla het opnieuw op")]
    if not any(one.level == FAULT for one in found):
        try:
            Compilation(label, parts, [], vocabulary).template()
        except TemplateError as error:
            found.append(_refused(error, label))
    return _in_order(found)


def warnings_of(
    source: str | os.PathLike[str] | bytes,
    house_style: str | os.PathLike[str] | bytes | None = None,
    vocabulary: Vocabulary | None = None,
    style_sheet: str | os.PathLike[str] | None = None,
) -> list[str]:
    """What can read wrong in a template that compiles, a line each: a few, and how to see the rest. What the compiler tells
    itself is not among it."""
    label = "sjabloon.docx" if isinstance(source, bytes) else Path(source).name
    try:
        parts = read_in_style(source, label, house_style, [], style_sheet)
        found = _in_order(_Inspection(Compilation(label, parts, [], vocabulary)).remarks())
    except Exception:  # as in the compiler: a file of others can be odd in more ways than can be listed
        return [f"sjabloon {label}: docgen kon niet nagaan of er iets in staat wat verkeerd kan vallen"]
    house = "" if house_style is None else name_of(house_style)
    own = [one for one in found if one.level == WARNING and one.code not in TOLD_BY_COMPILER]
    lines = [f"{file_with(one.place.part, label, house)}, {one.in_words()}" for one in own[:MOST_TOLD]]
    left = len(own) - len(lines)
    count = "nog 1 waarschuwing" if left == 1 else f"nog {left} waarschuwingen"
    return [
        *lines,
        *([f"sjabloon {label} heeft {count}; alle staan in: docgen template check {label}"] if left else []),
    ]


def _in_order(found: Iterable[Remark]) -> list[Remark]:
    """Findings as a reader meets them, each once."""
    return sorted(dict.fromkeys(found), key=lambda one: (one.rank, LEVELS.index(one.level), one.code))


def _refused(error: TemplateError, label: str) -> Remark:
    """What the compiler says, as a finding."""
    message = error.what or _without_name(str(error), label)
    return remark(Place("", -1, error.where), STRUCTURE if error.what else FILE, FAULT, message)


def _without_name(message: str, label: str) -> str:
    """A message of the compiler, for where the file is named already."""
    return message.removeprefix("sjabloon ").removeprefix(label).lstrip(",: ")


class _Inspection:
    """One template."""

    def __init__(self, compilation: Compilation) -> None:
        self.template = compilation
        self.env = environment(draft=False)
        self.elsewhere: dict[str, str] = {}
        parts, main = compilation.parts, compilation.main
        own = relationships.relations(parts, relationships.rels_of(main))
        targets = {
            one.get("Id", ""): relationships.target_of(relationships.rels_of(main), one.get("Target", ""))
            for one in own
        }
        self.pages = pages_of(parse(parts[main]), targets)
        styles, lists = compilation.parts.get(STYLES), compilation.parts.get(NUMBERING)
        self.styles = None if styles is None else parse(styles)
        self.lists = None if lists is None else parse(lists)

    def remarks(self) -> Iterator[Remark]:
        """All that is wrong in its tags, part by part, the text first."""
        template = self.template
        ordered = template.parts_to_compile()
        for line in template.findings:
            yield remark(Place("", -1, ""), LEFT_OUT, WARNING, _without_name(line, template.name))
        others = [part for part in template.filled if part not in ordered]
        for rank, part in enumerate([*ordered, *others]):
            if template.kinds[part].endswith(FILLED):
                yield from _Part(self, part, rank).remarks()


class _Part:
    """One part of a template: its paragraphs as they came, and the tags in it."""

    def __init__(self, whole: _Inspection, part: str, rank: int) -> None:
        self.whole, self.part, self.rank = whole, part, rank
        template = whole.template
        self.root = template.root_of(part)  # as it came
        self.places = Places(self.root, part, template.headings, part_called(part, whole.pages.get(part, "")))
        self.text, self.template_kind = template.parts[part].decode(), template.kinds[part]
        self.is_mended = False  # what was read further is not what stands there

    def remarks(self) -> Iterator[Remark]:
        """What is wrong in the part."""
        root = self.whole.template.root_of(self.part)
        steps = preprocess.steps_for(root, preprocess.FIRST_IDS)
        yield from self._placed(root)
        if holds_tags(self.text):
            yield from self._read(source_of(root, steps, preprocess.FIRST_IDS, filled=True))
        yield from self._page()

    def _page(self) -> Iterator[Remark]:
        """What is hard to find or to keep on the page."""
        if self.whole.styles is None or not self.template_kind.endswith(OF_PAGES):
            return
        styles = self.whole.styles
        noted = (accessibility.notes(self.root, styles), layout.notes(self.root, styles))
        for one in chain(*noted, numbering.notes(self.root, styles, self.whole.lists)):
            number = -1 if one.element is self.root else number_of(one.element, self.places.numbers)
            yield self._remark(self.places.at(number), one.code, one.level, one.message)

    def _placed(self, root: Any) -> Iterator[Remark]:
        """Tags that are not whole or not alone, and what looks like a tag."""
        numbers, misplaced = numbered(root), list[tuple[int, Misplaced]]()
        preprocess.join_codes(root)
        preprocess.drop_copies(root)
        known = self.whole.template.known

        def gather(fault: Misplaced) -> None:
            misplaced.append((number_of(fault.element, numbers), fault))

        doubts = [
            (number_of(element, numbers), near, message)
            for message, element, near in placement.place(root, known, gather)
        ]
        self.is_mended = self.is_mended or bool(misplaced)
        for number, fault in misplaced:
            yield self._remark(self.places.at(number, fault.near), fault.code, FAULT, str(fault))
        for number, near, message in doubts:
            yield self._remark(self.places.at(number, near), LEFTOVER, WARNING, message)

    def _read(self, source: str) -> Iterator[Remark]:
        """Every tag by itself, then all of them together."""
        env, whole = self.whole.env, self.whole
        read = read_tags(source, env)
        for wrong in read.faults:
            yield self._at_line(source, wrong.line, wrong.near, wrong.code, FAULT, wrong.message)
        try:
            tree = env.parse(read.source)
        except TemplateSyntaxError:
            return
        every = list(bindings.descendants(tree))
        if not (self.is_mended or read.faults):
            for one in blocks.mismatches(self.text):
                self.is_mended = True
                yield self._at_line(one.source, one.line, one.near, BLOCK, FAULT, one.message)
        found = checker.findings(tree, every, env, whole.template.vocabulary, whole.elsewhere)
        if self.rank == 0:
            whole.elsewhere = bindings.names_elsewhere(every)
        for level, faults in ((FAULT, found.faults), (WARNING, found.doubts)):
            for fault in faults:
                if fault.near.split(".")[0] not in read.unsure:
                    yield self._at_line(source, fault.line, fault.near, fault.code, level, fault.message)
        if not (self.is_mended or read.faults):
            yield from self._structure(tree, source)

    def _structure(self, tree: Any, source: str) -> Iterator[Remark]:
        """What breaks the structure of Word, where that was whole before."""
        template = self.whole.template
        try:
            soundness.examine(tree, self.part, relation_ids(template.parts, self.part))
        except soundness.Fault as fault:
            if not soundness.is_odd(self.text):
                yield self._at_line(source, fault.line, "", STRUCTURE, FAULT, str(fault))

    def _at_line(self, source: str, line: int, near: str, code: str, level: str, message: str) -> Remark:
        return self._remark(self.places.at_line(source, line, near), code, level, message)

    def _remark(self, place: Place, code: str, level: str, message: str) -> Remark:
        return remark(place, code, level, message, self.rank)
