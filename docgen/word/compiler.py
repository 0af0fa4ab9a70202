"""A Word template, compiled once: `compile_template` takes any docxtpl template.

Its tags are prepared as docxtpl's own `patch_xml` does it and compiled by Jinja; every part without a tag is deflated once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from lxml import etree

from docgen._lazy import regex
from docgen.errors import DocgenError, TemplateError
from docgen.opc import archive, relationships
from docgen.opc.archive import Parts
from docgen.word import properties
from docgen.word.charts import discovery
from docgen.word.fast import codegen
from docgen.word.jinja import bindings, reference_code
from docgen.word.jinja.metering import instrumented
from docgen.word.jinja.renderer import environment
from docgen.word.pictures import discovery as pictures
from docgen.word.pictures import packaging
from docgen.word.renderer import CompiledPart, CompiledTemplate
from docgen.word.richtext import list_look
from docgen.word.sanitize import part_graph, sanitizer
from docgen.word.structure import soundness
from docgen.word.structure.ranges import Ranges
from docgen.word.style import house_style as house_styles
from docgen.word.tags import blocks, leftovers, links, location, placement
from docgen.word.tags.messages import message_of
from docgen.word.tags.scanner import Misplaced
from docgen.word.typecheck import checker
from docgen.word.typecheck.vocabulary import Vocabulary
from docgen.word.typesetting import look
from docgen.word.values import custom_filters
from docgen.word.values.custom_filters import CustomFilters
from docgen.word.xml import preprocess, table_grid
from docgen.word.xml.postprocess import PostSteps

OPENING = ("{{", "{%", "{#")
FILLED = (
    ".main+xml",
    ".header+xml",
    ".footer+xml",
    ".footnotes+xml",
    ".endnotes+xml",
    ".core-properties+xml",
    ".extended-properties+xml",
)
NOTES = (".footnotes+xml", ".endnotes+xml")
STYLES, THEME, NUMBERING = "word/styles.xml", "word/theme/theme1.xml", "word/numbering.xml"
MOST_TOLD = 5  # of what looks like a tag, in one part
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DEFAULT_HEADER = regex(r'<w:headerReference [^>]*w:type="default"')


def compile_template(
    source: str | os.PathLike[str] | bytes,
    name: str | None = None,
    house_style: str | os.PathLike[str] | bytes | None = None,
    vocabulary: Vocabulary | None = None,
    is_for_draft: bool = False,
    style_sheet: str | os.PathLike[str] | None = None,
    is_shipped: bool = False,
    filters: Mapping[str, Callable[..., Any]] | None = None,
) -> CompiledTemplate:
    """Compile a .docx with docxtpl tags (a path or its bytes).

    `name` is what messages call it; `house_style` is a .docx whose look is laid over it; `style_sheet` is a .docx with
    styles that it may use without having them; with a `vocabulary` a name that it does not have is refused, else names are
    looked up when the template is rendered; `is_for_draft` makes the code that drafts need at once, and not that of other
    documents; `is_shipped` is for docgen's own, of which every table gets columns by its text; `filters` are functions that its
    tags may use beside those of docgen and Jinja: from plain data to plain data, always the same for the same. Raises `TemplateError` when
    the file is unsafe or damaged, or when a tag is wrong, with the place of the fault.
    """
    label = name or ("sjabloon.docx" if isinstance(source, bytes) else Path(source).name)
    findings: list[str] = []
    try:
        parts = read_in_style(source, label, house_style, findings, style_sheet)
        house = "" if house_style is None else name_of(house_style)
        own = custom_filters.of_caller(filters)
        return Compilation(label, parts, findings, vocabulary, is_for_draft, house, is_shipped, own).template()
    except DocgenError:
        raise
    except Exception as error:  # a file of others can be odd in more ways than can be listed
        raise TemplateError(f"sjabloon {label} is niet te verwerken; open het in Word en sla het opnieuw op") from error


class GeneratedCode(NamedTuple):
    """The Python code that fills a part: that of the reference path, and that of the fast path or "" when there is none."""

    part: str
    reference: str
    fast: str


def generated_code(source: str | os.PathLike[str] | bytes, name: str | None = None) -> list[GeneratedCode]:
    """The code of every part of a template, for who wants to see what docgen made of it. Raises `TemplateError`."""
    label = name or ("sjabloon.docx" if isinstance(source, bytes) else Path(source).name)
    compilation = Compilation(label, read_in_style(source, label, None, []), [], None, listing=[])
    compilation.template()
    return compilation.listing or []


def read_in_style(
    source: str | os.PathLike[str] | bytes,
    label: str,
    house_style: str | os.PathLike[str] | bytes | None,
    findings: list[str],
    style_sheet: str | os.PathLike[str] | None = None,
) -> Parts:
    read = archive.read(source, label)
    links.check(read, label)
    parts = sanitizer.sanitize(read, label, findings)
    sheet = None if style_sheet is None else _house_style(style_sheet, [])
    if house_style is not None:
        house = _house_style(house_style, findings)
        if sheet is not None:
            house_styles.tell_lacking(parts, house, sheet, (label, name_of(house_style)), findings)
        parts = house_styles.lay_over(parts, house, label, name_of(house_style))
    if sheet is not None:
        parts = house_styles.complete(parts, sheet, label, findings)
    return part_graph.prune(parts)


def _house_style(house_style: str | os.PathLike[str] | bytes, findings: list[str]) -> Parts:
    """The parts of a house style; what is wrong with it is said of the house style, not of a template."""
    try:
        parts, found = _sanitized(archive.data_of(house_style), name_of(house_style))
    except DocgenError as error:
        raise type(error)(re.sub("^sjabloon", "huisstijl", str(error))) from error
    except Exception as error:
        raise TemplateError(
            f"huisstijl {name_of(house_style)} is niet te verwerken; open het bestand in Word en sla het opnieuw op"
        ) from error
    findings += [re.sub("^sjabloon", "huisstijl", line) for line in found]
    return dict(parts)


def name_of(house_style: str | os.PathLike[str] | bytes) -> str:
    """What a house style is called."""
    return "huisstijl.docx" if isinstance(house_style, bytes) else Path(house_style).name


@lru_cache(maxsize=4)  # the same house style for every template
def _sanitized(data: bytes, name: str) -> tuple[Parts, list[str]]:
    found: list[str] = []
    read = archive.read(data, name)
    links.check(read, name)
    return sanitizer.sanitize(read, name, found), found


@dataclass
class Compilation:
    """A template while it is compiled: what all its parts share."""

    name: str
    parts: Parts
    findings: list[str]  # what is told and stops nothing
    vocabulary: Vocabulary | None
    is_for_draft: bool = False
    house_style: str = ""  # its name
    is_shipped: bool = False
    filters: CustomFilters = custom_filters.NONE
    ranges: dict[str, tuple[str, Ranges]] = field(
        default_factory=dict
    )  # by part: its source, and what comes in pairs in it
    listing: list[GeneratedCode] | None = None  # of the code, when someone wants to see it

    def __post_init__(self) -> None:
        parts, self.examples = pictures.prepare(self.parts, self.name)
        self.parts = parts = packaging.with_types(parts) if self.examples else parts
        self.elsewhere: dict[str, str] = {}  # the names that the text gives a value, for the parts after it
        self.headings = location.heading_styles(parts[STYLES]) if STYLES in parts else frozenset()
        self.main, self.kinds = relationships.main_part(parts, self.name), relationships.content_types(parts)
        self.filled = [part for part, kind in self.kinds.items() if part in parts and kind.endswith(FILLED)]
        self.known = leftovers.known_words(parts[part].decode() for part in self.filled)
        self.known |= frozenset(self.vocabulary.names.fields) if self.vocabulary else frozenset()
        self.charts = discovery.charts_in(parts, self.name)
        self.look = look.Look(parts.get(STYLES), parts.get(THEME), parts.get(NUMBERING), self.is_shipped)

    def template(self) -> CompiledTemplate:
        """Compile all of it."""
        ordered, parts = self.parts_to_compile(), self.parts
        for part in [part for part in self.filled if part not in ordered and leftovers.may_hold(parts[part])]:
            self._place(self.root_of(part), part)
        compiled = tuple(self._compile_part(part, preprocess.FIRST_IDS * (n + 1)) for n, part in enumerate(ordered))
        self._check_references()
        slots = packaging.slots_for(parts, self.examples)
        made = {*ordered, *(part for chart in self.charts for part in (chart.part, chart.workbook))}
        made |= packaging.made_here(slots)
        return CompiledTemplate(
            self.name,
            {part: archive.deflate(part, data) for part, data in parts.items() if part not in made},
            compiled,
            self.headings,
            {part: relation_ids(parts, part) for part in ordered},
            properties.Slot.of(parts),
            archive.fingerprint({part: sha256(data).digest() for part, data in parts.items()}),
            bool(DEFAULT_HEADER.search(parts[self.main].decode())),
            self.charts,
            tuple(self.findings),
            self.house_style,
            slots,
            self.look.needed(),
            list_look.list_look(parts, self.main),
        )

    def parts_to_compile(self) -> list[str]:
        """The document, every header (for the mark of a draft) and every part with tags; the document first."""
        parts, kinds = self.parts, self.kinds
        tagged = {
            part for part, data in parts.items() if relationships.is_xml(part, data) and holds_tags(data.decode())
        }
        if b"{%" in parts[self.main] and b"noteReference " in parts[self.main]:  # a branch or loop can hold references
            tagged |= {part for part, kind in kinds.items() if kind.endswith(NOTES)}
        headers = {part for part, kind in kinds.items() if kind.endswith(".header+xml")}
        if all(location.is_of_house_style(part) for part in tagged - {properties.CORE}):
            self.findings.append(f"sjabloon {self.name} heeft geen enkele tag; docgen vult er niets in")
        wanted = {self.main, *tagged, *headers, properties.CORE} & set(parts)
        return sorted(wanted, key=lambda part: (part != self.main, part))

    def _compile_part(self, part: str, first_id: int) -> CompiledPart:
        if not self.kinds[part].endswith(FILLED):
            words = relationships.words_for(self.kinds[part].lower(), part)
            raise TemplateError(
                f"{self._file_with(part)} heeft tags in {words}; docgen vult alleen tekst, kop- en voetteksten en noten; haal de tags daar weg"
            )
        root, text = self.root_of(part), self.parts[part].decode()
        filled = holds_tags(text)
        if filled and (found := next(blocks.mismatches(text), None)):
            raise self._fault(part, found.source, found.line, found.message, found.near)
        steps = preprocess.steps_for(root, first_id)
        self._place(root, part)
        self.look.mark(root)
        source = ""
        try:
            source = source_of(root, steps, first_id, filled)
            return self._code_of(part, source, steps)
        except TemplateSyntaxError as error:
            raise self._fault(part, source, error.lineno, message_of(error.message or "")) from error
        except checker.Wrong as wrong:
            raise self._faults(part, source, wrong) from wrong
        except (discovery.Misplaced, soundness.Fault) as fault:
            raise self._fault(part, source, fault.line, str(fault)) from fault
        except SecurityError as error:
            raise TemplateError(f"{self._file_with(part)}, {location.part_name(part)}: {error}") from error
        except (SyntaxError, RecursionError, MemoryError, ValueError) as error:
            raise TemplateError(
                f"{self._file_with(part)}, {location.part_name(part)}: de tags zijn te diep genest of te groot"
            ) from error

    def _code_of(self, part: str, source: str, steps: PostSteps) -> CompiledPart:
        """The code of a part from its source, and what is proven of it."""
        env = environment(False, self.filters)
        tree = env.parse(source)
        every = list(bindings.descendants(tree))
        checker.check(tree, every, env, self.vocabulary, self.elsewhere)
        if part == self.main:
            self.elsewhere = bindings.names_elsewhere(every)
        tree = instrumented(tree, self.filters.functions)
        verdict = self._examine(tree, part, source)
        tree = reference_code.as_filled(tree)
        repeated = "".join(soundness.repeated(tree))
        surely_repeated = "".join(soundness.repeated(tree, once=(nodes.If,)))
        discovery.check_places([chart for chart in self.charts if chart.owner == part], every, surely_repeated, source)
        steps = replace(
            steps,
            has_marked_tables=table_grid.MARKED_TABLE in source,
            can_repeat_drawings="<wp:docPr" in repeated,
            can_repeat_bookmarks="<w:bookmark" in repeated or "<w:perm" in repeated,
            can_empty=soundness.can_be_emptied(tree),
        )
        quick = None if self.is_for_draft else codegen.compile_fast(env, tree)
        code = reference_code.compile_tree(tree, part, self.filters) if quick is None else None
        if self.listing is not None:
            reference = str(env.compile(tree, name=part, raw=True))
            self.listing.append(GeneratedCode(part, reference, codegen.source_of(env, tree)))
        is_header, is_loose = self.kinds[part].endswith(".header+xml"), verdict.ranges.has_loose_notes()
        return CompiledPart(
            part, source, code, is_header, steps, verdict.is_proven, quick, is_loose, verdict.is_odd, self.filters
        )

    def _examine(self, tree: nodes.Template, part: str, source: str) -> soundness.Soundness:
        """What is proven of a part; where it is not as Word writes it, nothing is, and nothing is held against its tags."""
        try:
            verdict = soundness.examine(tree, part, relation_ids(self.parts, part))
        except soundness.Fault:
            if soundness.is_odd(etree.tostring(self.root_of(part), encoding="unicode")):
                return soundness.NOTHING
            raise
        self.ranges[part] = source, verdict.ranges
        soundness.settle_ranges(tree, verdict.ranges)
        return verdict

    def _check_references(self) -> None:
        """A reference in one part to a bookmark of another, that can be absent there, is refused."""
        uncertain = {part: ranges.uncertain_bookmarks() for part, (_, ranges) in self.ranges.items()}
        if not any(uncertain.values()):
            return
        for part in self.filled:
            elsewhere = frozenset().union(*(names for other, names in uncertain.items() if other != part))
            source, ranges = self.ranges.get(part) or ("", soundness.ranges_in(self.parts[part].decode()))
            for message, line in ranges.pointing_at(elsewhere):
                raise self._fault(part, source, line, message)

    def _file_with(self, part: str) -> str:
        return location.file_with(part, self.name, self.house_style)

    def _fault(self, part: str, source: str, line: int, message: str, near: str = "") -> TemplateError:
        where = location.describe(source, line, part, self.headings, near)
        return TemplateError(f"{self._file_with(part)}, {where}: {message}", where, message)

    def _faults(self, part: str, source: str, wrong: checker.Wrong) -> TemplateError:
        lines = [
            f"{location.describe(source, fault.line, part, self.headings, fault.near)}: {fault.message}"
            for fault in wrong.faults[:MOST_TOLD]
        ]
        more = f"; en zo nog {len(wrong.faults) - MOST_TOLD}" if len(wrong.faults) > MOST_TOLD else ""
        return TemplateError(f"{self._file_with(part)}, {'; en '.join(lines)}{more}")

    def _place(self, root: Any, part: str) -> None:
        """Put the tags of a part in place; what looks like a tag and is none is told."""
        preprocess.join_codes(root)
        preprocess.drop_copies(root)
        try:
            doubts = list(placement.place(root, self.known))
        except Misplaced as fault:
            where = location.describe_element(fault.element, part, self.headings, fault.near)
            raise TemplateError(f"{self._file_with(part)}, {where}: {fault}", where, str(fault)) from fault
        for message, element, near in doubts[:MOST_TOLD]:
            where = location.describe_element(element, part, self.headings, near)
            self.findings.append(f"{self._file_with(part)}, {where}: {message}")
        if len(doubts) > MOST_TOLD:
            self.findings.append(
                f"{self._file_with(part)}: zo staan er nog {len(doubts) - MOST_TOLD} in {location.part_name(part)}"
            )

    def root_of(self, part: str) -> Any:
        """A part as docxtpl sees it, without white space between elements (so that a line break is always a value's)."""
        root = relationships.parse(self.parts[part])
        if root.nsmap.get("w", relationships.W[1:-1]) != relationships.W[1:-1] or (
            None in root.nsmap and root.nsmap[None] == relationships.W[1:-1]
        ):
            raise TemplateError(
                f"{self._file_with(part)} is {location.in_words(part)} niet in Word gemaakt; open het in Word en sla het opnieuw op"
            )
        for element in root.iter():
            if element.tail is not None and not element.tail.strip():
                element.tail = None
            if len(element) and element.text is not None and not element.text.strip():
                element.text = None
        return root


def source_of(root: Any, steps: PostSteps, first_id: int, filled: bool) -> str:
    """The source of a part whose tags are in place, one paragraph a line; `filled` when it has tags."""
    xml = DECLARATION + etree.tostring(root, encoding="unicode")
    xml = preprocess.renumber(preprocess.patch(preprocess.strip_unique_ids(xml)) if filled else xml, first_id)
    xml = table_grid.with_marks(xml) if steps.can_change_grids else xml
    return xml.replace("<w:p>", "\n<w:p>").replace("<w:p ", "\n<w:p ")


def relation_ids(parts: Parts, part: str) -> frozenset[str]:
    return frozenset(relation.get("Id", "") for relation in relationships.relations(parts, relationships.rels_of(part)))


def holds_tags(xml: str) -> bool:
    if "{" not in xml:
        return False
    text = location.XML_TAG.sub("", xml)
    return any(mark in xml or mark in text for mark in OPENING)
