"""YAML text to nodes with their positions: the only module that knows PyYAML.

A scalar stays raw text here; `schema` reads it as the field it stands in says. That is why `nee`, `01234567` and
`12:30` never turn into something else.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

import yaml

from docgen.errors import SourceError
from docgen.syntax.decoder import (
    LINE_BREAK,
    MAX_BYTES,
    check_characters,
    decode,
    invisible_line_break,
    odd_line_ends,
    rough_lines,
)
from docgen.syntax.errors import Position, SyntaxStop
from docgen.syntax.explain.context import QUOTE, LastScalar, Outline, in_quotes, unknown_outline
from docgen.syntax.node import Node
from docgen.syntax.source import DOSSIER, Source, Wording
from docgen.system.files import read_bytes

MAX_DEPTH = 40
MAX_NODES = 400_000
MAX_ALIASED = 50_000
STANDARD_INPUT = "-"
TOO_DEEP = "te-diep"
READ_AHEAD = 3_000  # so many signs may have been read before their values come


def read(path: str | os.PathLike[str], outline: Outline = unknown_outline) -> Source:
    """Read a dossier file (`-`: standard input). Raises `SourceError` when there is no readable file."""
    name = "standaardinvoer" if str(path) == STANDARD_INPUT else str(path)
    return parse(read_text(path), name, outline)


def read_text(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a dossier file (`-`: standard input). Raises `SourceError` when there is no readable file."""
    if str(path) != STANDARD_INPUT:
        return read_bytes(Path(path), MAX_BYTES + 1, "dossier")
    if sys.stdin is None:
        raise SourceError("er is geen standaardinvoer om het dossier uit te lezen")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def parse(
    data: bytes,
    name: str,
    outline: Outline = unknown_outline,
    wording: Wording = DOSSIER,
    merges: bool = False,
) -> Source:
    """Turn the bytes of a YAML file into nodes; whatever is wrong with them is in `problems`.

    `outline` knows which fields there are; that helps to see what a line was meant to be. With `merges` a name may
    be `<<`.
    """
    source = Source(name)
    try:
        source.lines = rough_lines(data)  # until we know better
        text = decode(data)
        source.lines = LINE_BREAK.split(text)
        check_characters(text)
        source.root = compose(text, outline, merges)
    except SyntaxStop as stop:
        message, hint = (
            (stop.message, stop.hint) if wording is DOSSIER else map(wording.words, (stop.message, stop.hint))
        )
        source.joined = odd_line_ends(data)
        source.problems.append(source.problem(stop.line, stop.column, "", stop.code, message, hint, width=stop.width))
    return source


def compose(
    text: str, outline: Outline = unknown_outline, merges: bool = False, anchors: dict[str, Node] | None = None
) -> Node:
    """The nodes of a text; `anchors` are those of the text before it. Raises `SyntaxStop` with the likely cause."""
    composer = _Composer(text, merges, anchors)
    try:
        return composer.root()
    except yaml.MarkedYAMLError as error:
        from docgen.syntax.explain.explainer import explain  # only for a text that is no YAML

        if composer.may_be_too_deep(error):
            _check_depth(text, error)
        cause = explain(error, LINE_BREAK.split(text), composer.last, composer.open_bracket, outline)
        unseen = invisible_line_break(text, cause.line)
        if unseen:
            raise unseen from error
        stop = SyntaxStop(Position(cause.line - 1, cause.column - 1), cause.message, cause.hint)
        mark = error.problem_mark or error.context_mark
        stop.reached = mark.line + 1 if mark else stop.line
        raise stop from error
    except yaml.YAMLError as error:
        raise SyntaxStop(
            None, "het bestand is geen geldige YAML", "controleer inspringing en aanhalingstekens"
        ) from error


def _check_depth(text: str, error: yaml.MarkedYAMLError) -> None:
    """Raises `SyntaxStop` when what stands before the error is too deep: a parser that reads ahead meets its own limit first."""
    mark = error.problem_mark or error.context_mark
    try:
        _Composer(text[: mark.index] if mark else "").root()
    except SyntaxStop as stop:
        if stop.code == TOO_DEEP:
            raise
    except yaml.YAMLError:
        return


class _Composer:
    """Builds nodes from YAML events without recursion, within the limits on depth and size."""

    def __init__(self, text: str, merges: bool = False, anchors: dict[str, Node] | None = None) -> None:
        self.text = text
        self.merges = merges
        self.anchors: dict[str, Node] = {} if anchors is None else anchors
        self.named: list[tuple[str, Node]] = []
        self.used: set[Node] = set()
        self.stack: list[tuple[Node, str | None]] = []
        self.pending: list[Node | None] = []
        self.nodes = 0
        self.aliased = 0
        self.top: Node | None = None
        self._last: tuple[Any, Any, str] | None = None

    def root(self) -> Node:
        documents = 0
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    raise _second(self.text, event.start_mark)
            elif kind in HANDLERS:
                HANDLERS[kind](self, event)
        if self.top is None or (self.top.kind == "text" and self.top.blank):
            raise SyntaxStop(None, "het bestand is leeg", DOSSIER.begin, "leeg")
        for name, node in self.named:
            node.lost = f"&{name}" if node.kind == "text" and node not in self.used else ""
        return self.top

    def may_be_too_deep(self, error: yaml.MarkedYAMLError) -> bool:
        """Whether what the parser read ahead, of which no value has come yet, could pass the limit on depth."""
        mark = error.problem_mark or error.context_mark
        read = self.text[max(0, mark.index - READ_AHEAD) : mark.index] if mark else ""
        ahead = "".join(read.split("\n")[-2:])  # the values of earlier lines have come
        return len(self.stack) + sum(map(ahead.count, "[{-?:")) >= MAX_DEPTH

    @property
    def last(self) -> LastScalar | None:
        """The last value that was read."""
        return _last(*self._last) if self._last else None

    @property
    def open_bracket(self) -> tuple[int, int] | None:
        """The place of the bracket that is still open."""
        return next(((node.line, node.column) for node, _ in reversed(self.stack) if node.flow), None)

    def scalar(self, event: Any) -> None:
        plain = not event.style
        if event.tag and event.tag != "tag:yaml.org,2002:str":
            raise self._refuse_tag(event)
        node = Node("text", event.start_mark, event.end_mark, event.value, plain and not event.tag)
        self._last = event.start_mark, event.end_mark, event.style if event.style in ("'", '"') else ""
        node.blank = node.blank and not event.anchor  # `&co` may be meant as text
        self._add(node, event.anchor)

    def begin(self, event: Any) -> None:
        if event.tag and event.tag not in ("tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"):
            raise self._refuse_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            raise SyntaxStop(event.start_mark, f"te diep genest (meer dan {MAX_DEPTH} niveaus)", code=TOO_DEEP)
        kind = "map" if type(event).__name__ == "MappingStartEvent" else "list"
        node = Node(kind, event.start_mark, event.start_mark)
        node.flow = bool(event.flow_style)
        self.stack.append((node, event.anchor))
        self.pending.append(None)

    def end(self, event: Any) -> None:
        node, anchor = self.stack.pop()
        if node.flow:
            self._last = Position(node.line - 1, node.column - 1), event.end_mark, "["
        self.pending.pop()
        self._add(node, anchor)

    def alias(self, event: Any) -> None:
        node = self.anchors.get(event.anchor)
        if node is None:
            raise self._unknown_alias(event)
        self.used.add(node)
        self.aliased += node.size
        if self.aliased > MAX_ALIASED:
            raise SyntaxStop(event.start_mark, "te veel herhalingen met & en *", "schrijf de waarden uit", "te-groot")
        self._add(node, None)

    def _unknown_alias(self, event: Any) -> SyntaxStop:
        mark, end = event.start_mark, event.end_mark
        lines = [*LINE_BREAK.split(self.text), ""]
        number = min(mark.line, len(lines) - 1) + 1
        if lines[number - 1][end.column :].split(" #")[0].strip(" ,]}"):  # more than a name: *let op* dit
            return SyntaxStop(mark, "een waarde mag niet met * beginnen", in_quotes(lines, number, mark.column + 1))
        hint = "zet de waarde tussen aanhalingstekens als * gewone tekst is"
        return SyntaxStop(mark, f"*{event.anchor} verwijst naar iets dat hiervoor niet is afgerond", hint)

    def _refuse_tag(self, event: Any) -> SyntaxStop:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        if tag == "!":
            return SyntaxStop(event.start_mark, "een waarde mag niet met ! beginnen", QUOTE)
        hint = "haal het weg, of zet de waarde tussen aanhalingstekens als ! gewone tekst is"
        return SyntaxStop(event.start_mark, f"het label {tag} is niet toegestaan", hint)

    def _add(self, node: Node, anchor: str | None) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise SyntaxStop(
                Position(node.line - 1, node.column - 1), "het dossier heeft te veel waarden", code="te-groot"
            )
        if anchor:
            self.anchors[anchor] = node
            self.named.append((anchor, node))
        if not self.stack:
            self.top = node
            return
        parent = self.stack[-1][0]
        parent.size += node.size
        if parent.kind == "list":
            parent.items.append(node)
            parent.blank = parent.blank and node.blank
        elif self.pending[-1] is None:
            self.pending[-1] = node if self.merges else _name(node)
        else:
            parent.pairs.append((self.pending[-1], node))
            parent.blank = parent.blank and node.blank
            self.pending[-1] = None


def _second(text: str, mark: Any) -> SyntaxStop:
    """A line of --- half-way: between two dossiers, or as a rule between two parts of one."""
    if re.search(r"^dossier\s*:", "\n".join(LINE_BREAK.split(text)[mark.line :]), re.MULTILINE):
        hint = "haal de regel met --- weg of maak er twee bestanden van"
        return SyntaxStop(mark, "hier begint een tweede document; een dossier is één document", hint)
    return SyntaxStop(
        mark, "een regel met --- hoort hier niet: een dossier is één document", "haal de regel met --- weg"
    )


def _name(node: Node) -> Node:
    if node.plain and node.text == "<<":
        mark = Position(node.line - 1, node.column - 1)
        raise SyntaxStop(mark, "samenvoegen met << kan niet in een dossier", "schrijf de waarden uit")
    return node


def _last(start: Any, end: Any, style: str) -> LastScalar:
    return LastScalar(start.line + 1, start.column + 1, end.line + 1, end.column + 1, style)


HANDLERS: dict[str, Any] = {
    "ScalarEvent": _Composer.scalar,
    "SequenceStartEvent": _Composer.begin,
    "MappingStartEvent": _Composer.begin,
    "SequenceEndEvent": _Composer.end,
    "MappingEndEvent": _Composer.end,
    "AliasEvent": _Composer.alias,
}
