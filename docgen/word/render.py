"""A compiled template and what it makes: fill the tags, do what docxtpl does afterwards, prove, put the zip together.

The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from jinja2 import Template
from jinja2.exceptions import SecurityError

from docgen.errors import DocgenError, RenderError
from docgen.word import after, package, place, proof, properties
from docgen.word.chart import Chart
from docgen.word.missing import ASKED, Asked, MissingValue, NotPrintable
from docgen.word.package import Entry
from docgen.word.sandbox import BUDGET, MAX_TEXT, REMOVED_GLOBALS, Budget, TooMuch, make_environment

MANY = 1000  # pieces of text between two looks at the size
SOURCE_NAME = "<sjabloon>"  # the file name of compiled tags, to find their lines in a traceback


@dataclass(frozen=True)
class CompiledPart:
    """A part with tags: its source (a paragraph a line), the code Jinja made of it, and what to do afterwards."""

    name: str
    source: str
    code: Any
    is_header: bool
    steps: after.Steps
    proven: bool  # well-formed and sound whatever ordinary text comes

    def bound(self, env: Any) -> Template:
        return Template.from_code(env, self.code, dict(env.globals))


@dataclass(frozen=True)
class Rendered:
    """A finished document, in a draft the paths of what was missing, and the SHA-256 of what is in it apart from
    what docgen writes into it about itself."""

    data: bytes
    missing: tuple[str, ...] = ()
    content: str = ""


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to render. `render` may be called from any number of threads."""

    name: str
    fixed: Mapping[str, Entry]
    parts: tuple[CompiledPart, ...]
    headings: frozenset[str]
    relations: Mapping[str, frozenset[str]]
    custom: properties.Slot
    digest: str
    has_header: bool
    charts: tuple[Chart, ...] = ()
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
            texts = {part.name: self._filled(part, context, asked) for part in self.parts}
        finally:
            ASKED.reset(token)
        entries = dict(self.fixed) | {
            name: package.deflate(name, text.encode(), small=False, digested=custom is not None)
            for name, text in texts.items()
        }
        for chart in self.charts:
            entries |= chart.entries(texts[chart.owner], asked, self.name)
        content = ""
        if custom is not None:
            content = package.fingerprint({name: entry.digest for name, entry in entries.items()})
            entries |= self.custom.sealed(entries, custom)
        ordered = [entries[name] for name in package.in_writing_order(tuple(entries))]
        return Rendered(package.assemble(ordered), tuple(asked.paths), content)

    def _filled(self, part: CompiledPart, context: Mapping[str, Any], asked: Asked) -> str:
        asked.odd = asked.draft
        text = self._rendered(part, context, asked.draft)
        careful = asked.odd or not part.proven
        try:
            if careful:
                proof.check_characters(text)
            text = after.apply(part.steps, text, careful)
            if asked.draft and (part.is_header or (not self.has_header and part.name == self.parts[0].name)):
                text = after.with_draft_mark(text)
            if careful:
                proof.check_part(part.name, text, self.relations.get(part.name, frozenset()))
        except proof.Unsound as fault:
            raise RenderError(self._unsound(part, context, fault)) from fault
        except (SyntaxError, ValueError, OverflowError, AttributeError) as error:  # lxml's is a SyntaxError
            raise RenderError(f"sjabloon {self.name} ({part.name}): {proof.TORN}") from error
        return text

    def _unsound(self, part: CompiledPart, context: Mapping[str, Any], fault: proof.Unsound) -> str:
        culprit = proof.field_with(fault.character, context) if fault.character else ""
        return f"sjabloon {self.name} ({part.name}): {fault.message}{f'; het staat in ‘{culprit}’' if culprit else ''}"

    def _rendered(self, part: CompiledPart, context: Mapping[str, Any], draft: bool) -> str:
        template = self._template(part, draft)
        token = BUDGET.set(Budget())
        try:
            pieces: list[str] = []
            size, coming = 0, template.root_render_func(template.new_context(dict(context)))
            while chunk := list(islice(coming, MANY)):
                size += sum(map(len, chunk))
                if size > MAX_TEXT:
                    raise TooMuch
                pieces += chunk
            return "".join(pieces)
        except DocgenError:
            raise
        except Exception as error:  # whatever a tag of others does wrong is a fault of the template, with a place
            raise RenderError(self._explained(part, template, error)) from error
        finally:
            BUDGET.reset(token)

    def _template(self, part: CompiledPart, draft: bool) -> Template:
        key = (part.name, draft)
        if key not in self._bound:
            self._bound[key] = part.bound(environment(draft))
        return self._bound[key]

    def _explained(self, part: CompiledPart, template: Template, error: BaseException) -> str:
        line = _line_of(template, error)
        near = str(error).rsplit(".", 1)[-1] if isinstance(error, MissingValue) else ""
        where = place.describe(part.source, line, part.name, self.headings, near)
        return f"sjabloon {self.name}, {where}: {_fault(error)}"


@cache
def environment(draft: bool) -> Any:
    """The one environment for final documents, and the one for drafts."""
    return make_environment(draft)


def _line_of(template: Template, error: BaseException) -> int:
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == SOURCE_NAME:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


# what stopped a template -> what to say; the first that fits
FAULTS: list[tuple[type[BaseException], str]] = [
    (MissingValue, "‘{}’ ontbreekt in het dossier; vul het in, of maak een concept met --draft"),
    (NotPrintable, "{}"),
    (TooMuch, "{}"),
    (SecurityError, "‘{}’ is in een sjabloon niet toegestaan"),
    (RecursionError, "een macro roept zichzelf eindeloos aan"),
    (MemoryError, "het sjabloon vraagt te veel rekenwerk of geheugen"),
    (ZeroDivisionError, "hier wordt door nul gedeeld"),
    (Exception, "deze bewerking lukt niet met de waarde uit het dossier"),
]


def _fault(error: BaseException) -> str:
    if isinstance(error, MissingValue) and str(error).split(".")[0] in REMOVED_GLOBALS:
        return f"‘{error}’ bestaat niet in een sjabloon van docgen"
    return next(message for kind, message in FAULTS if isinstance(error, kind)).format(error)
