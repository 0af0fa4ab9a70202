"""A compiled template and what it makes: fill the tags, do what docxtpl does afterwards, prove, put the zip together.

The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from docgen.errors import LimitExceeded, RenderError
from docgen.opc import archive
from docgen.opc.archive import ZipEntry
from docgen.system import reference
from docgen.system.log import Log
from docgen.text.markdown import marked_text
from docgen.word import properties
from docgen.word.docxtpl_names import INSTEAD
from docgen.word.fast import runtime
from docgen.word.richtext import additions
from docgen.word.richtext.list_look import ListLook
from docgen.word.structure import wellformed
from docgen.word.tags import location
from docgen.word.typesetting import typesetter
from docgen.word.values import rich_text
from docgen.word.values.custom_filters import NONE, CustomFilters
from docgen.word.values.picture_values import relation_of
from docgen.word.values.render_state import CURRENT, RenderState
from docgen.word.xml import notes, postprocess

if TYPE_CHECKING:
    from docgen.word.charts.chart import Chart  # loaded when there is one
    from docgen.word.pictures.packaging import PictureSlot
    from docgen.word.richtext.text_blocks import Placed


LOG = Log(__name__)
DRAFT, MARKS_BETWEEN = "CONCEPT", " · "


@dataclass(frozen=True)
class CompiledPart:
    """A part with tags: its source (a paragraph a line), the code Jinja made of it when it was needed at once, the plain
    code when there is some, and what to do afterwards."""

    name: str
    source: str
    code: Any
    is_header: bool
    steps: postprocess.PostSteps
    is_proven: bool  # well-formed and sound whatever ordinary text comes
    plain: Any = None
    has_loose_notes: bool = False  # a condition can leave notes away, or a loop repeat them
    is_odd: bool = False  # it came from Word with elements where they do not belong
    filters: CustomFilters = NONE  # of the caller

    @cached_property
    def fill(self) -> runtime.Fill:
        """What the plain code does."""
        return runtime.load(self.plain, self.filters)


@dataclass(frozen=True)
class Rendered:
    """A finished document, in a draft the paths of what was missing, the SHA-256 of what is in it apart from what
    docgen writes into it about itself, and what the owner of its template should know."""

    data: bytes
    missing: tuple[str, ...] = ()
    content: str = ""
    findings: tuple[str, ...] = ()


Memory = dict[
    str, Any
]  # by part what it gave for other data, as the fast path keeps it; for who renders rows of the same dossier


@dataclass(frozen=True)
class CompiledTemplate:
    """A template ready to render. `render` may be called from any number of threads."""

    name: str
    fixed: Mapping[str, ZipEntry]
    parts: tuple[CompiledPart, ...]
    headings: frozenset[str]
    relations: Mapping[str, frozenset[str]]
    custom: properties.Slot
    digest: str
    has_header: bool
    charts: tuple[Chart, ...] = ()
    findings: tuple[str, ...] = ()  # what the template's owner should know: a Dutch line each; they stop nothing
    house_style: str = ""  # the name of the file that was laid over it
    pictures: tuple[PictureSlot, ...] = ()
    look: typesetter.Look | None = None  # what its pages ask for, when there is a table or a table of contents to set
    lists: ListLook = field(default_factory=ListLook)  # what lists and links of running texts become
    _bound: dict[tuple[str, bool], Any] = field(default_factory=dict, repr=False)
    _core: dict[bool, tuple[bytes, ZipEntry]] = field(default_factory=dict, repr=False)

    def render(self, context: Mapping[str, Any], *, draft: bool = False) -> bytes:
        """Fill the template and return the bytes of a .docx.

        Every value that a tag asks for must be there: else `RenderError` names the place and the value. With `draft`
        such a value shows as "[ontbreekt: pad]" and the document is marked CONCEPT.
        """
        return self.render_with(context, draft=draft).data

    def __getattr__(self, name: str) -> Any:
        """Only asked for what is not there: a method of docxtpl is refused by name."""
        instead = INSTEAD.get(name)
        raise AttributeError(f"docgen has no {name}; {instead}" if instead else f"CompiledTemplate has no {name!r}")

    def undeclared_variables(self, context: Iterable[str] = ()) -> set[str]:
        """The names that its tags ask for and do not give a value themselves, without those in `context`."""
        from docgen.word.jinja import renderer

        return set().union(*(renderer.undeclared(part.source, part.filters) for part in self.parts)) - set(context)

    def render_with(
        self,
        context: Mapping[str, Any],
        *,
        draft: bool = False,
        custom: Mapping[str, str] | None = None,
        kept: Memory | None = None,
        marks: Sequence[str] = (),
        sections: Sequence[Sequence[str]] = (),
        blocks: Sequence[Placed] = (),
    ) -> Rendered:
        """The same, with custom document properties to write and a report of what a draft misses; `kept` is what parts gave
        for other data that nobody changed since, and that share with these what is the same. `marks` are words for the top
        of every page, CONCEPT for a draft without any. `blocks` are texts before or after `sections`, which are known by their
        headings."""
        marks = marks or ((DRAFT,) if draft else ())
        state = RenderState(context, draft, MARKS_BETWEEN.join(marks), blocks=tuple(blocks), sections=tuple(sections))
        token = CURRENT.set(state)
        try:
            filled = {part.name: self._fill_part(part, context, state, kept) for part in self.parts}
        finally:
            CURRENT.reset(token)
        if any(part.has_loose_notes for part in self.parts):
            filled = notes.settle(filled)
        if properties.CORE in filled:
            filled[properties.CORE] = properties.of_dossier(filled[properties.CORE], context, marks)
        entries = dict(self.fixed) | {
            name: self._deflate(name, data, custom is not None) for name, data in filled.items()
        }
        for chart in self.charts:
            entries |= chart.entries(filled[chart.owner], state, self.name)
        for slot in self.pictures:
            entries |= slot.entries(filled[slot.part].decode(), state.pictures)
        if state.links or state.lists or state.has_breaks:
            entries |= additions.added(entries, self.parts[0].name, self.lists, state)
        content = ""
        if custom is not None:
            content = archive.fingerprint({name: entry.digest for name, entry in entries.items()})
            kinds = additions.with_kind if state.lists and not self.lists.part else None
            entries |= self.custom.sealed(entries, {**custom, properties.ORIGINAL: content}, kinds)
        ordered = [entries[name] for name in archive.in_writing_order(tuple(entries))]
        return Rendered(archive.assemble(ordered), tuple(state.paths), content, self.findings)

    def _deflate(self, name: str, data: bytes, digested: bool) -> ZipEntry:
        """A filled part compressed; the properties of one document are mostly those of the next."""
        if name != properties.CORE:
            return archive.deflate(name, data, small=False, digested=digested)
        last = self._core.get(digested)
        if last is None or last[0] != data:
            last = self._core[digested] = data, archive.deflate(name, data, small=False, digested=digested)
        return last[1]

    def _fill_part(
        self, part: CompiledPart, context: Mapping[str, Any], state: RenderState, kept: Memory | None
    ) -> bytes:
        filled = self._filled(part, context, state, kept)
        filled = self._typesetter.typeset(filled) if self.look else filled
        takes_mark = part.is_header or (not self.has_header and part.name == self.parts[0].name)
        return postprocess.with_mark(filled.decode(), state.mark).encode() if state.mark and takes_mark else filled

    @cached_property
    def _typesetter(self) -> typesetter.Typesetter:
        return typesetter.Typesetter(self.look or typesetter.NO_LOOK)

    def _filled(self, part: CompiledPart, context: Mapping[str, Any], state: RenderState, kept: Memory | None) -> bytes:
        state.needs_care, state.is_rich = state.draft, False
        is_fast = part.plain is not None and not state.draft and not reference.IS_FORCED
        plain = self._by_plain_code(part, context, kept) if is_fast else None
        has_blocks = bool(state.blocks) and part.name == self.parts[0].name
        if plain is not None and part.is_proven and not state.needs_care and not has_blocks:
            ready = postprocess.postprocess_plain(part.steps, plain)
            if ready is not None:
                return ready
        LOG.debug(
            "%s, %s: by %s",
            self.name,
            part.name,
            "the reference path" if plain is None else "the fast path, then mended",
        )
        text = self._by_jinja(part, context, state) if plain is None else plain.decode()
        if has_blocks:
            text, state.needs_care, state.is_rich = self._with_blocks(part, text, state), True, True
        return self._finish(part, text, context, state).encode()

    def _by_plain_code(self, part: CompiledPart, context: Mapping[str, Any], kept: Memory | None) -> bytes | None:
        memory = runtime.KEPT_NOT if kept is None else kept.setdefault(part.name, runtime.Kept())
        return runtime.run(part.fill, context, memory)

    def _finish(self, part: CompiledPart, text: str, context: Mapping[str, Any], state: RenderState) -> str:
        """A filled part with the steps and the proof that it still needs."""
        is_proven = part.is_proven and not reference.IS_FORCED
        careful = state.needs_care or not is_proven
        try:
            if careful:
                wellformed.check_characters(text)
                text = self._written_out(part, text, state)
            text = postprocess.postprocess(part.steps, text, careful)
            if state.draft and state.paths:
                text = postprocess.with_gaps_in_runs(text)
            if careful:
                added = frozenset((*map(relation_of, state.pictures), *state.links.get(part.name, {}).values()))
                wellformed.check_part(part.name, text, self.relations.get(part.name, frozenset()) | added)
            if (state.is_rich or not is_proven) and not part.is_odd:
                wellformed.check_content(text)
        except wellformed.Unsound as fault:
            raise RenderError(self._unsound(part, context, fault)) from fault
        except (SyntaxError, ValueError, OverflowError, AttributeError) as error:  # lxml's is a SyntaxError
            raise RenderError(f"{self._file_with(part)}, {location.in_words(part.name)}: {wellformed.TORN}") from error
        return text

    def _with_blocks(self, part: CompiledPart, text: str, state: RenderState) -> str:
        """The text of a document with a writer's own texts at their places."""
        from docgen.word.richtext import text_blocks  # few dossiers have any

        try:
            return text_blocks.inserted(text, part.source, state.sections, state.blocks, self.lists)
        except text_blocks.Unplaced as fault:
            wanted = " of ".join(f"‘{heading}’" for heading in state.sections[fault.placed.section])
            raise RenderError(
                f"{self._file_with(part)} heeft geen kop {wanted}; daardoor is er geen plaats voor {fault.placed.path}; "
                "zet die kop in het sjabloon, of kies een andere plaats"
            ) from None

    def _written_out(self, part: CompiledPart, text: str, state: RenderState) -> str:
        """A part with its running texts as paragraphs, lists and links."""
        if state.is_rich and rich_text.LINKED.search(text):
            text = rich_text.with_relations(text, state.links.setdefault(part.name, {}))
        state.has_breaks = state.has_breaks or marked_text.BREAK in text or postprocess.has_breaks(text)
        if marked_text.OPEN not in text:
            return text
        from docgen.word.richtext import paragraphs  # few documents have marks

        return paragraphs.write_out(text, part.name, self.lists, state)

    def _file_with(self, part: CompiledPart) -> str:
        return location.file_with(part.name, self.name, self.house_style)

    def _unsound(self, part: CompiledPart, context: Mapping[str, Any], fault: wellformed.Unsound) -> str:
        culprit = wellformed.field_with(fault.character, context) if fault.character else ""
        return f"{self._file_with(part)}, {location.in_words(part.name)}: {fault.message}{f'; het staat in ‘{culprit}’' if culprit else ''}"

    def _reference_code(self, part: CompiledPart) -> Any:
        from docgen.word.jinja import reference_code

        try:
            relations = self.relations.get(part.name, frozenset())
            return reference_code.code_for(part.source, part.name, relations, part.filters)
        except (SyntaxError, RecursionError, MemoryError, ValueError) as error:
            raise RenderError(
                f"{self._file_with(part)}, {location.part_name(part.name)}: de tags zijn te diep genest of te groot"
            ) from error

    def _by_jinja(self, part: CompiledPart, context: Mapping[str, Any], state: RenderState) -> str:
        from docgen.word.jinja import renderer  # here, as most documents do without

        state.needs_care, state.is_rich = state.draft, False
        key = (part.name, state.draft)
        if key not in self._bound:
            self._bound[key] = renderer.bound(part.code or self._reference_code(part), state.draft, part.filters)
        try:
            return renderer.fill(self._bound[key], context)
        except renderer.TagError as fault:
            where = location.describe(part.source, fault.line, part.name, self.headings, fault.near)
            message = renderer.of_own_name(fault, part.source, self.parts[0].source, context) or str(fault)
            kind = LimitExceeded if isinstance(fault.__cause__, MemoryError) else RenderError
            raise kind(f"{self._file_with(part)}, {where}: {message}") from fault.__cause__
