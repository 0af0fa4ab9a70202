"""The page of the house style in another document: paper, margins, what goes with them, headers and footers.

A section of a document takes the page of the last section of the house style that lies the same way; when none does, that
of its last section, on its side when it has to.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree

from docgen.opc import relationships
from docgen.opc.archive import Parts
from docgen.opc.relationships import W
from docgen.word.style import carry, language, layout, settings
from docgen.word.style.header import fit_header, fit_own_header
from docgen.word.style.style_sheet import STYLES, Widths, order, put_in_order
from docgen.word.style.text_area import MEASURE, TextArea, is_landscape, measure, twips

REFERENCES = (f"{W}headerReference", f"{W}footerReference")
OF_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
IDENTITY = f"{OF_RELATIONS}id"
REPLACED = tuple(
    f"{W}{name}" for name in ("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "rtlGutter")
)
IN_TWIPS = (f"{W}pgSz", f"{W}pgMar")  # which some programs write with a fraction
NUMBERS, START = f"{W}pgNumType", f"{W}start"
FIRST, COLUMNS = f"{W}titlePg", f"{W}cols"
DEFAULT, FIRST_PAGE, EVEN = "default", "first", "even"
# the order of the schema (EG_SectPrContents); references come before
IN_SECTION = order(
    "headerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote "
    "titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
) | {f"{W}footerReference": 0}


Reference = tuple[str, str]  # of a header or footer: its tag, and on which pages


class Model(NamedTuple):
    """A section of a house style; with the headers and footers that it has, or takes from the section before it, by part."""

    section: Any
    parts: dict[Reference, tuple[str, str]]  # the name of the part, and the type of its relation
    area: TextArea


class Pages:
    """The sections of a document, which get the pages of a house style."""

    def __init__(self, parts: Parts, house: Parts, name: str, prefix: str) -> None:
        self.main, self.house, self.prefix = relationships.main_part(parts, name), house, prefix
        self.root = relationships.parse(parts[self.main])
        self.sections = _sections(self.root) or [etree.SubElement(self.root.find(f"{W}body"), f"{W}sectPr")]
        self.before = [measure(section) for section in self.sections]
        models = _models(house)
        self.models = [_model_for(section, models) for section in self.sections] if models else []
        for section, model in zip(self.sections, self.models, strict=False):
            _set_page(section, model.section)
        if any(settings.is_on(model.section.find(FIRST)) for model in (*models[:1], *self.models[:1])):
            _put(self.sections[0], self.root.makeelement(FIRST))
        self.after = [measure(section) for section in self.sections]

    @property
    def widths(self) -> Widths:
        """The widths that the styles of the document have to fit."""
        narrowest = min(range(len(self.after)), key=lambda number: self.after[number].width)
        column = min(area.column for area in self.after)
        return Widths(self.before[narrowest].width, self.after[narrowest].width, column)

    def finish(self, parts: Parts, own_styles: bytes) -> None:
        """Put headers, footers and text in their place. `parts` have the styles of the document now, `own_styles` are those
        it had."""
        has_headers = any(model.parts for model in self.models)
        settings.set_look(parts, self.house, (*settings.OF_PAGES, *[settings.EVEN_PAGES] * has_headers))
        has_even = has_headers and settings.has_even_pages(self.house)
        self._fit_own_headers(parts, own_styles)
        taken: dict[tuple[str, int, int], str] = {}
        for section, model, area in zip(self.sections, self.models, self.after, strict=False):
            tags = {tag for tag, _ in model.parts}
            for old in [one for one in section if one.tag in tags]:
                section.remove(old)
            for (tag, pages), (source, kind) in model.parts.items():
                key = source, model.area.width, area.width
                taken[key] = taken.get(key) or self._take_header(parts, source, kind, model.area.width, area.width)
                section.append(section.makeelement(tag, {f"{W}type": pages, IDENTITY: taken[key]}))
            _repeat_own(section, set(REFERENCES) - tags, has_even)
            put_in_order(section, IN_SECTION)
        layout.lay_out(self.root.find(f"{W}body"), self.before, self.after)
        parts[self.main] = relationships.to_bytes(self.root)

    def _fit_own_headers(self, parts: Parts, own_styles: bytes) -> None:
        """Lay out the headers and footers that the house style has none for, each made for the first section that names it."""
        rels, own = relationships.rels_of(self.main), dict(parts)
        relations = {one["Id"]: one for one in relationships.relations(parts, rels)}
        firsts: dict[str, int] = {}
        fitted: dict[tuple[str, int], str] = {}
        for number, reference in self._kept_references():
            relation = relations.get(reference.get(IDENTITY))
            source = relationships.target_of(rels, relation["Target"]) if relation else ""
            if relation is None or source not in own:
                continue
            first = firsts.setdefault(source, number)
            room = self.after[number].width
            part = (
                source if room == self.after[first].width else carry.copy(parts, own, source, f"{self.prefix}{room}_")
            )
            if (source, room) not in fitted:
                parts[part] = fit_own_header(own[source], parts[STYLES], own_styles, self.before[first].width, room)
                fitted[source, room] = (
                    reference.get(IDENTITY)
                    if part == source
                    else carry.relate(parts, self.main, part, relation["Type"])
                )
            reference.set(IDENTITY, fitted[source, room])

    def _kept_references(self) -> Iterator[tuple[int, Any]]:
        """The references to headers and footers that stay, with the number of their section."""
        for number, model in enumerate(self.models):
            tags = set(REFERENCES) - {tag for tag, _ in model.parts}
            yield from ((number, one) for one in self.sections[number] if one.tag in tags)

    def _take_header(self, parts: Parts, source: str, kind: str, made_for: int, room: int) -> str:
        """Copy a header of the house style with all it needs, for a text of that width; return the id of its relation."""
        prefix = self.prefix if made_for == room else f"{self.prefix}{room - made_for}_"
        is_new = posixpath.join(posixpath.dirname(source), prefix + posixpath.basename(source)) not in parts
        copied = carry.copy(parts, self.house, source, prefix)
        if is_new:
            data = language.in_ours(parts[copied], language.default_languages(self.house[STYLES]))
            parts[copied] = fit_header(data, parts[STYLES], self.house[STYLES], made_for, room)
        return carry.relate(parts, self.main, copied, kind)


def _sections(root: Any) -> list[Any]:
    return [one for one in root.iter(f"{W}sectPr") if one.getparent().tag != f"{W}sectPrChange"]


def _models(house: Parts) -> list[Model]:
    main = relationships.main_part(house, "huisstijl.docx")
    rels = relationships.rels_of(main)
    targets = {one["Id"]: one for one in relationships.relations(house, rels) if not one["Target"].startswith("#")}
    found: list[Model] = []
    parts: dict[Reference, tuple[str, str]] = {}
    for section in _sections(relationships.parse(house[main])):
        named = [one for one in section if one.tag in REFERENCES and one.get(IDENTITY) in targets]
        for one in named:
            relation = targets[one.get(IDENTITY)]
            parts[one.tag, one.get(f"{W}type", DEFAULT)] = (
                relationships.target_of(rels, relation["Target"]),
                relation["Type"],
            )
        found.append(Model(section, dict(parts), measure(section)))
    return found


def _model_for(section: Any, models: list[Model]) -> Model:
    alike = [model for model in models if is_landscape(model.section) == is_landscape(section)]
    return (alike or models)[-1]


def _set_page(section: Any, model: Any) -> None:
    is_turned = is_landscape(section) and not is_landscape(model)
    for setting in [one for one in model if one.tag in REPLACED]:
        if setting.tag != COLUMNS or _has_columns(setting):
            _put(section, setting)
    size = section.find(f"{W}pgSz")
    if is_turned and size is not None:
        wide, high = size.get(f"{W}w", ""), size.get(f"{W}h", "")
        size.attrib.update({f"{W}w": high, f"{W}h": wide, f"{W}orient": "landscape"})


def _has_columns(columns: Any) -> bool:
    return len(columns) > 1 or columns.get(f"{W}num", "1") != "1"


def _put(section: Any, setting: Any) -> None:
    """Set a setting of a section as another has it, without relations of its own; where a count begins stays as it was."""
    new = deepcopy(setting)
    starts = [old.get(START) for old in section.findall(setting.tag) if setting.tag == NUMBERS]
    if setting.tag == NUMBERS:
        new.attrib.pop(START, None)
    for start in filter(None, starts):
        new.set(START, start)
    for old in section.findall(setting.tag):
        section.remove(old)
    for name, value in new.attrib.items() if setting.tag in IN_TWIPS else ():
        new.set(name, str(twips(value)) if MEASURE.fullmatch(value) else value)
    for element in new.iter():
        for name in [name for name in element.attrib if name.startswith(OF_RELATIONS)]:
            del element.attrib[name]
    section.append(new)


def _repeat_own(section: Any, tags: Iterable[str], has_even: bool) -> None:
    """Let headers and footers that a section keeps stand on its first and even pages too, when these have their own now."""
    wanted = [FIRST_PAGE] * settings.is_on(section.find(FIRST)) + [EVEN] * has_even
    for tag in tags:
        own = {one.get(f"{W}type", DEFAULT): one for one in section if one.tag == tag}
        for pages in wanted if DEFAULT in own else ():
            if pages not in own:
                new = deepcopy(own[DEFAULT])
                new.set(f"{W}type", pages)
                section.append(new)
