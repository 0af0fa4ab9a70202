"""A Word template, compiled once and rendered many times.

`compile_template` takes any docxtpl template: its tags are prepared by docxtpl's own `patch_xml` and compiled by Jinja;
every part without a tag is deflated once. `CompiledTemplate.render` fills the tags, does what docxtpl does after
rendering, proves the parts sound and puts the zip together: the same input gives the same bytes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from lxml import etree

from docgen.errors import DocgenError, RenderError, TemplateError
from docgen.word import after, package, place, proof, properties, safety, style
from docgen.word import parts as opc
from docgen.word.missing import ASKED, Asked, MissingValue, NotPrintable
from docgen.word.package import Entry, Parts
from docgen.word.sandbox import BUDGET, MAX_TEXT, REMOVED_GLOBALS, Budget, TooMuch, make_environment, metered

OPENING = ("{{", "{%", "{#")
LEFTOVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
ESCAPED_TAGS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
INSIDE_TAG = re.compile(r"(?<=\{[{%])(.*?)(?=[}%]\})")
QUOTES = str.maketrans({"„": '"', "″": '"', "«": '"', "»": '"', "‚": "'", "′": "'", "´": "'", "`": "'"})
FILLED = (
    ".main+xml",
    ".header+xml",
    ".footer+xml",
    ".footnotes+xml",
    ".endnotes+xml",
    ".comments+xml",
    ".core-properties+xml",
)
STYLES = "word/styles.xml"
SOURCE_NAME = "<sjabloon>"
DEFAULT_HEADER = re.compile(r'<w:headerReference [^>]*w:type="default"')
REVISION = re.compile(r"<w:(?:ins|del|moveFrom|moveTo) ")


@dataclass(frozen=True)
class _Part:
    """A part with tags: its source (a paragraph a line), the code Jinja made of it, and what to do afterwards."""

    name: str
    source: str
    code: Any
    is_header: bool
    steps: after.Steps

    def bound(self, env: Any) -> Template:
        return Template.from_code(env, self.code, dict(env.globals))


@dataclass(frozen=True)
class Rendered:
    """A finished document, and in a draft the paths of what was missing."""

    data: bytes
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to render. `render` may be called from any number of threads."""

    name: str
    fixed: Mapping[str, Entry]
    parts: tuple[_Part, ...]
    headings: frozenset[str]
    relations: Mapping[str, frozenset[str]]
    custom: properties.Slot
    digest: str
    has_header: bool
    _bound: dict[tuple[str, bool], Template] = field(default_factory=dict, repr=False)

    def render(self, context: Mapping[str, Any], *, draft: bool = False) -> bytes:
        """Fill the template and return the bytes of a .docx.

        Every value that a tag asks for must be there: else `RenderError` names the place and the value. With `draft`
        such a value shows as "[ontbreekt: pad]" and the document is marked CONCEPT.
        """
        return self.render_with(context, draft=draft).data

    def render_with(
        self, context: Mapping[str, Any], *, draft: bool = False, custom: Mapping[str, str] | None = None
    ) -> Rendered:
        """The same, with custom document properties to write and a report of what a draft misses."""
        asked = Asked(context, draft)
        token = ASKED.set(asked)
        try:
            texts = {part.name: self._filled(part, context, draft) for part in self.parts}
        finally:
            ASKED.reset(token)
        entries = dict(self.fixed) | {name: package.deflate(name, text.encode()) for name, text in texts.items()}
        if custom is not None:
            entries |= self.custom.sealed(entries, custom)
        ordered = [entries[name] for name in package.in_writing_order(entries)]
        return Rendered(package.assemble(ordered), tuple(asked.paths))

    def _filled(self, part: _Part, context: Mapping[str, Any], draft: bool) -> str:
        text = self._rendered(part, context, draft)
        try:
            proof.check_characters(text)
            text = after.apply(part.steps, text)
            if draft and (part.is_header or (not self.has_header and part.name == self.parts[0].name)):
                text = after.with_draft_mark(text)
            proof.check_part(part.name, text, self.relations.get(part.name, frozenset()))
        except proof.Unsound as fault:
            raise RenderError(self._unsound(part, context, fault)) from fault
        except (etree.XMLSyntaxError, ValueError, OverflowError, AttributeError) as error:
            raise RenderError(f"sjabloon {self.name} ({part.name}): {proof.TORN}") from error
        return text

    def _unsound(self, part: _Part, context: Mapping[str, Any], fault: proof.Unsound) -> str:
        culprit = proof.field_with(fault.character, context) if fault.character else ""
        return f"sjabloon {self.name} ({part.name}): {fault.message}{f'; het staat in ‘{culprit}’' if culprit else ''}"

    def _rendered(self, part: _Part, context: Mapping[str, Any], draft: bool) -> str:
        template = self._template(part, draft)
        token = BUDGET.set(Budget())
        try:
            pieces, size = [], 0
            for piece in template.root_render_func(template.new_context(dict(context))):
                size += len(piece)
                if size > MAX_TEXT:
                    raise TooMuch
                pieces.append(piece)
            return "".join(pieces)
        except DocgenError:
            raise
        except Exception as error:  # whatever a tag of others does wrong is a fault of the template, with a place
            raise RenderError(self._explained(part, template, error)) from error
        finally:
            BUDGET.reset(token)

    def _template(self, part: _Part, draft: bool) -> Template:
        key = (part.name, draft)
        if key not in self._bound:
            self._bound[key] = part.bound(_environment(draft))
        return self._bound[key]

    def _explained(self, part: _Part, template: Template, error: BaseException) -> str:
        line = _line_of(template, error)
        near = str(error).rsplit(".", 1)[-1] if isinstance(error, MissingValue) else ""
        where = place.describe(part.source, line, part.name, self.headings, near)
        return f"sjabloon {self.name}, {where}: {_fault(error)}"

    @cached_property
    def names(self) -> list[str]:
        """The names of all parts of a document made with this template."""
        return package.in_writing_order([*self.fixed, *(part.name for part in self.parts)])


_ENVIRONMENTS: dict[bool, Any] = {}


def _environment(draft: bool) -> Any:
    if draft not in _ENVIRONMENTS:
        _ENVIRONMENTS[draft] = make_environment(draft)
    return _ENVIRONMENTS[draft]


def _line_of(template: Template, error: BaseException) -> int:
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == SOURCE_NAME:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def _fault(error: BaseException) -> str:
    if isinstance(error, MissingValue):
        if str(error).split(".")[0] in REMOVED_GLOBALS:
            return f"‘{error}’ bestaat niet in een sjabloon van docgen"
        return f"‘{error}’ ontbreekt in het dossier; vul het in, of maak een concept met --draft"
    if isinstance(error, NotPrintable):
        return str(error)
    if isinstance(error, TooMuch):
        return str(error)
    if isinstance(error, SecurityError):
        return f"‘{error}’ is in een sjabloon niet toegestaan"
    if isinstance(error, RecursionError):
        return "een macro roept zichzelf eindeloos aan"
    if isinstance(error, MemoryError):
        return "het sjabloon vraagt te veel rekenwerk of geheugen"
    if isinstance(error, ZeroDivisionError):
        return "hier wordt door nul gedeeld"
    return "deze bewerking lukt niet met de waarde uit het dossier"


# ------------------------------------------------------------------------------------------------------ compilation


def compile_template(
    source: str | os.PathLike[str] | bytes,
    name: str | None = None,
    house_style: str | os.PathLike[str] | bytes | None = None,
) -> CompiledTemplate:
    """Compile a .docx with docxtpl tags (a path or its bytes).

    `name` is what messages call it; `house_style` is a .docx whose look is laid over it. Raises `TemplateError` when
    the file is unsafe or damaged, or when a tag is wrong, with the place of the fault.
    """
    label = name or ("sjabloon.docx" if isinstance(source, bytes) else Path(source).name)
    try:
        return _compile(_dressed(source, label, house_style), label)
    except DocgenError:
        raise
    except Exception as error:  # a file of others can be odd in more ways than can be listed
        raise TemplateError(f"sjabloon {label} is niet te verwerken; open het in Word en sla het opnieuw op") from error


def _dressed(
    source: str | os.PathLike[str] | bytes, label: str, house_style: str | os.PathLike[str] | bytes | None
) -> Parts:
    parts = safety.made_safe(package.read(source, label), label)
    if house_style is not None:
        house_name = "huisstijl.docx" if isinstance(house_style, bytes) else Path(house_style).name
        parts = style.lay_over(parts, safety.made_safe(package.read(house_style, house_name), house_name), label)
    return parts


def _compile(parts: Parts, name: str) -> CompiledTemplate:
    headings = place.heading_styles(parts[STYLES]) if STYLES in parts else frozenset()
    main, kinds = opc.main_part(parts, name), opc.content_types(parts)
    tagged = {part for part, data in parts.items() if opc.is_xml(part, data) and _holds_tags(data.decode())}
    headers = {part for part, kind in kinds.items() if kind.endswith(".header+xml")}
    ordered = sorted({main, *tagged, *headers}, key=lambda part: (part != main, part))
    compiled = tuple(
        _compile_part(part, kinds[part], parts[part], after.FIRST_IDS * (number + 1), name, headings)
        for number, part in enumerate(ordered)
    )
    fixed = {part: package.deflate(part, data) for part, data in parts.items() if part not in ordered}
    return CompiledTemplate(
        name,
        fixed,
        compiled,
        headings,
        {part: _relation_ids(parts, part) for part in ordered},
        properties.Slot.of(parts),
        package.fingerprint({part: sha256(data).digest() for part, data in parts.items()}),
        bool(DEFAULT_HEADER.search(parts[main].decode())),
    )


def _relation_ids(parts: Parts, part: str) -> frozenset[str]:
    return frozenset(relation.get("Id", "") for relation in opc.relations(parts, opc.rels_of(part)))


def _holds_tags(xml: str) -> bool:
    if "{" not in xml:
        return False
    text = place.TAG.sub("", xml)
    return any(mark in xml or mark in text for mark in OPENING)


def _compile_part(part: str, kind: str, data: bytes, first_id: int, name: str, headings: frozenset[str]) -> _Part:
    if not kind.endswith(FILLED):
        raise TemplateError(
            f"sjabloon {name} heeft tags in {part}; docgen vult alleen tekst, kop- en voetteksten en noten"
        )
    xml = _as_text(data, part, name)
    filled = _holds_tags(xml)
    if filled and REVISION.search(xml):
        raise TemplateError(f"sjabloon {name} heeft bijgehouden wijzigingen in {part}; accepteer of weiger ze in Word")
    steps = after.steps_for(xml, first_id)
    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", _patched(after.without_marks(xml)) if filled else xml)
    env = _environment(False)
    try:
        tree = metered(env.parse(source))
        _check_leftovers(tree, source, part, name, headings)
        for text in tree.find_all(nodes.TemplateData):
            text.data = _settled(text.data)
        code = env.compile(tree, name=part, filename=SOURCE_NAME)
    except TemplateSyntaxError as error:
        where = place.describe(source, error.lineno, part, headings)
        raise TemplateError(f"sjabloon {name}, {where}: {_syntax(error)}") from error
    except SecurityError as error:
        raise TemplateError(f"sjabloon {name} ({part}): {error}") from error
    except (SyntaxError, RecursionError, MemoryError, ValueError) as error:
        raise TemplateError(f"sjabloon {name} ({part}): de tags zijn te diep genest of te groot") from error
    return _Part(part, source, code, kind.endswith(".header+xml"), steps)


def _as_text(data: bytes, part: str, name: str) -> str:
    """A part as docxtpl sees it, without white space between elements (so that a line break is always a value's)."""
    root = opc.parse(data)
    if root.nsmap.get("w", place.W[1:-1]) != place.W[1:-1] or (
        None in root.nsmap and root.nsmap[None] == place.W[1:-1]
    ):
        raise TemplateError(f"sjabloon {name} is niet in Word gemaakt ({part}); open het in Word en sla het opnieuw op")
    for element in root.iter():
        if element.tail is not None and not element.tail.strip():
            element.tail = None
        if len(element) and element.text is not None and not element.text.strip():
            element.text = None
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + etree.tostring(root, encoding="unicode")


def _patched(xml: str) -> str:
    from docxtpl import DocxTemplate

    prepared = str(DocxTemplate.patch_xml(None, xml))
    return INSIDE_TAG.sub(lambda tag: tag[0].translate(QUOTES).replace("&amp;", "&"), prepared)


def _settled(data: str) -> str:
    data = re.sub(r"\n<w:p([ >])", r"<w:p\1", data)
    for escaped, meant in ESCAPED_TAGS.items():
        data = data.replace(escaped, meant)
    return data


def _check_leftovers(tree: nodes.Template, source: str, part: str, name: str, headings: frozenset[str]) -> None:
    if "{% raw" in source:
        return
    for data in tree.find_all(nodes.TemplateData):
        left = LEFTOVER.search(place.TAG.sub("", data.data))
        if left:
            line = next(
                (n for n, text in enumerate(source.split("\n"), 1) if n >= data.lineno and left[0] in text), data.lineno
            )
            where = place.describe(source, line, part, headings, left[0])
            raise TemplateError(
                f"sjabloon {name}, {where}: bij {left[0]} klopt een tag niet; het begin of het eind ontbreekt"
            )


# Jinja's words -> Dutch
SYNTAX: list[tuple[str, str]] = [
    (
        r"Encountered unknown tag '(\w+)'. .*innermost block.*'(\w+)'",
        "‘{0}’ past hier niet: eerst moet ‘{1}’ worden gesloten",
    ),
    (r"Encountered unknown tag '(\w+)'", "de tag ‘{0}’ bestaat niet, of hoort bij een begin dat ontbreekt"),
    (r"Unexpected end of template.*innermost block.*'(\w+)'", "een tag is niet gesloten: ‘end{0}’ ontbreekt"),
    (r"No filter named '(\w+)'", "het filter ‘{0}’ bestaat niet"),
    (r"No test named '(\w+)'", "de toets ‘{0}’ bestaat niet"),
    (r"unexpected char '(.)'", "het teken {0} kan niet in een tag"),
    (r"expected token '(.+?)', got '(.+?)'", "hier verwacht ik {0}, maar er staat {1}"),
    (r"Expected an expression, got '(.+?)'", "hier ontbreekt de naam van een veld"),
]


def _syntax(error: TemplateSyntaxError) -> str:
    message = error.message or ""
    for pattern, dutch in SYNTAX:
        found = re.search(pattern, message, re.DOTALL)
        if found:
            return dutch.format(*found.groups())
    return f"een tag klopt niet ({message})"
