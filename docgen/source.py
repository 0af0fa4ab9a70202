"""YAML text to nodes with their positions: the only module that knows PyYAML.

A scalar stays raw text here; `schema` reads it as the field it stands in says. That is why `nee`, `01234567` and
`12:30` never turn into something else.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from docgen.disk import read_bytes
from docgen.errors import SourceError
from docgen.problem import Problem
from docgen.syntax import Last, explain

MAX_BYTES = 5_000_000
MAX_DEPTH = 40
MAX_NODES = 400_000
MAX_ALIASED = 50_000
STANDARD_INPUT = "-"
EMPTY = {"", "~", "null", "Null", "NULL"}
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
LINE_BREAK = re.compile("[\n\x85\u2028\u2029]")  # what YAML counts as the end of a line
HARD_SPACE = re.compile("^ *(?:- *)?[\u00a0\u2000-\u200b\u202f\ufeff]", re.MULTILINE)
MOJIBAKE = re.compile("Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|â€[\x80-\xbf™œ“”˜¦]")


class Node:
    """A YAML value of one of three kinds: "text" (raw, in `text`), "list" (`items`) or "map" (`pairs`)."""

    __slots__ = ("blank", "column", "end", "flow", "items", "kind", "line", "pairs", "plain", "size", "text", "width")

    def __init__(self, kind: str, mark: Any, end: Any, text: str = "", plain: bool = False) -> None:
        self.kind = kind
        self.line: int = mark.line + 1
        self.column: int = mark.column + 1
        self.width: int = max(1, end.column - mark.column) if end.line == mark.line else 1
        self.end: tuple[int, int] = (end.line + 1, end.column + 1)
        self.text = text
        self.plain = plain  # text without quotes
        self.flow = False  # a list or map between brackets
        self.blank = kind != "text" or (plain and text in EMPTY)  # nothing is filled in here or anywhere below
        self.items: list[Node] = []
        self.pairs: list[tuple[Node, Node]] = []
        self.size = 1  # nodes in it, those behind an alias counted each time


@dataclass
class Source:
    """A dossier file as text and nodes. `root` is `None` when the text is not YAML; `problems` then says why."""

    name: str
    lines: list[str] = field(default_factory=list)
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)

    def problem(
        self,
        line: int,
        column: int,
        path: str,
        code: str,
        message: str,
        hint: str = "",
        width: int = 1,
        level: str = "fout",
    ) -> Problem:
        """Make a finding at a place in this source, with its source line."""
        if line > len(self.lines) > 0:
            line, column = len(self.lines), len(self.lines[-1]) + 1
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(self.name, line, column, path, code, message, level, hint, text, width)


class _Stop(Exception):
    def __init__(self, mark: Any, message: str, hint: str = "", code: str = "yaml", width: int = 1) -> None:
        self.line: int = mark.line + 1 if mark else 0
        self.column: int = mark.column + 1 if mark else 0
        self.message, self.hint, self.code, self.width = message, hint, code, width


def read(path: str | os.PathLike[str]) -> Source:
    """Read a dossier file (`-`: standard input). Raises `SourceError` when there is no readable file."""
    if str(path) == STANDARD_INPUT:
        if sys.stdin is None:
            raise SourceError("er is geen standaardinvoer om het dossier uit te lezen")
        return parse(sys.stdin.buffer.read(MAX_BYTES + 1), "standaardinvoer")
    return parse(read_bytes(Path(path), MAX_BYTES + 1, "dossier"), str(path))


def parse(data: bytes, name: str) -> Source:
    """Turn the bytes of a YAML file into nodes; whatever is wrong with them is in `problems`."""
    source = Source(name)
    try:
        source.lines = data[:MAX_BYTES].decode("cp1252", "replace").splitlines()  # until we know better
        text = _decode(data)
        source.lines = LINE_BREAK.split(text)
        _check_characters(text)
        source.root = _compose(text)
    except _Stop as stop:
        source.problems.append(
            source.problem(stop.line, stop.column, "", stop.code, stop.message, stop.hint, width=stop.width)
        )
    return source


def _decode(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _Stop(None, f"het bestand is groter dan {MAX_BYTES // 1_000_000} MB", "splits het dossier", "te-groot")
    if data.startswith((b"PK", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise _Stop(
            None,
            "dit is een Word-, Excel-, PDF- of zip-bestand, geen dossier",
            "geef het dossier zelf: een tekstbestand (.yaml)",
            "soort",
        )
    encoding = BYTE_ORDER_MARKS.get(data[:2], "utf-8-sig")
    if data[:400].count(0) > len(data[:400]) // 3 and encoding == "utf-8-sig":
        raise _Stop(
            None,
            "het bestand is opgeslagen als UTF-16 zonder kenmerk",
            "kies bij Opslaan als de codering UTF-8",
            "codering",
        )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_unicode(data, error) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Mark:
    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column


def _mark_at(text: str, index: int) -> _Mark:
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(text, 0, index))]
    return _Mark(len(starts) - 1, index - starts[-1])


def _not_unicode(data: bytes, error: UnicodeDecodeError) -> _Stop:
    before = data[: error.start].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    word = data[max(0, error.start - 12) : error.start + 12].decode("cp1252", "replace").split("\n")[0]
    return _Stop(
        _mark_at(before, len(before)),
        f"het bestand is niet in UTF-8 opgeslagen; bij ‘{word.strip()}’ staat een teken uit een oude codering",
        "open het bestand en kies bij Opslaan als de codering UTF-8",
        "codering",
    )


def _check_characters(text: str) -> None:
    hard = HARD_SPACE.search(text)
    if hard:
        raise _Stop(
            _mark_at(text, hard.end() - 1),
            "deze regel springt in met een harde spatie, zoals bij plakken uit Word",
            "vervang die door gewone spaties",
            "teken",
        )
    found = ILLEGAL.search(text)
    if found:
        name = f"U+{ord(found.group()):04X}"
        raise _Stop(
            _mark_at(text, found.start()),
            f"hier staat een onzichtbaar teken ({name}) dat niet in een document mag",
            "verwijder het teken; is dit wel een tekstbestand?",
            "teken",
        )


def _compose(text: str) -> Node:
    composer = _Composer(text)
    try:
        return composer.root()
    except yaml.MarkedYAMLError as error:
        cause = explain(error, LINE_BREAK.split(text), composer.last, composer.opened)
        raise _Stop(_Mark(cause.line - 1, cause.column - 1), cause.message, cause.hint) from error
    except yaml.YAMLError as error:
        raise _Stop(None, "het bestand is geen geldige YAML", "controleer inspringing en aanhalingstekens") from error


class _Composer:
    """Builds nodes from YAML events without recursion, within the limits on depth and size."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.anchors: dict[str, Node] = {}
        self.stack: list[tuple[Node, str | None]] = []
        self.pending: list[Node | None] = []
        self.nodes = 0
        self.aliased = 0
        self.top: Node | None = None
        self.last: Last | None = None

    def root(self) -> Node:
        documents = 0
        for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    raise _Stop(
                        event.start_mark,
                        "hier begint een tweede document; een dossier is één document",
                        "haal de regel met --- weg of maak er twee bestanden van",
                    )
            elif kind in HANDLERS:
                HANDLERS[kind](self, event)
        if self.top is None or (self.top.kind == "text" and self.top.blank):
            raise _Stop(
                None, "het bestand is leeg", "begin met dossier: en organisatie:, zoals in de handleiding", "leeg"
            )
        return self.top

    @property
    def opened(self) -> tuple[int, int] | None:
        """The place of the bracket that is still open."""
        return next(((node.line, node.column) for node, _ in reversed(self.stack) if node.flow), None)

    def scalar(self, event: Any) -> None:
        plain = not event.style
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            raise self._tagged(event)
        node = Node("text", event.start_mark, event.end_mark, event.value, plain and not event.tag)
        self.last = _last(event.start_mark, event.end_mark, event.style if event.style in ("'", '"') else "")
        self._add(node, event.anchor)

    def begin(self, event: Any) -> None:
        if event.tag and event.tag not in ("tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"):
            raise self._tagged(event)
        if len(self.stack) >= MAX_DEPTH:
            raise _Stop(event.start_mark, f"te diep genest (meer dan {MAX_DEPTH} niveaus)", code="te-diep")
        kind = "map" if type(event).__name__ == "MappingStartEvent" else "list"
        node = Node(kind, event.start_mark, event.start_mark)
        node.flow = bool(event.flow_style)
        self.stack.append((node, event.anchor))
        self.pending.append(None)

    def end(self, event: Any) -> None:
        node, anchor = self.stack.pop()
        if node.flow:
            self.last = _last(_Mark(node.line - 1, node.column - 1), event.end_mark, "[")
        self.pending.pop()
        self._add(node, anchor)

    def alias(self, event: Any) -> None:
        node = self.anchors.get(event.anchor)
        if node is None:
            hint = "zet de waarde tussen aanhalingstekens als * gewone tekst is"
            raise _Stop(event.start_mark, f"*{event.anchor} verwijst naar iets dat hiervoor niet is afgerond", hint)
        self.aliased += node.size
        if self.aliased > MAX_ALIASED:
            raise _Stop(event.start_mark, "te veel herhalingen met & en *", "schrijf de waarden uit", "te-groot")
        self._add(node, None)

    def _tagged(self, event: Any) -> _Stop:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        return _Stop(event.start_mark, f"het label {tag} is niet toegestaan", "haal het uitroepteken en het label weg")

    def _add(self, node: Node, anchor: str | None) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _Stop(_Mark(node.line - 1, node.column - 1), "het dossier heeft te veel waarden", code="te-groot")
        if anchor:
            self.anchors[anchor] = node
        if not self.stack:
            self.top = node
            return
        parent = self.stack[-1][0]
        parent.size += node.size
        if parent.kind == "list":
            parent.items.append(node)
            parent.blank = parent.blank and node.blank
        elif self.pending[-1] is None:
            self.pending[-1] = node
        else:
            parent.pairs.append((self.pending[-1], node))
            parent.blank = parent.blank and node.blank
            self.pending[-1] = None


def _last(start: Any, end: Any, style: str) -> Last:
    return Last(start.line + 1, start.column + 1, end.line + 1, end.column + 1, style)


HANDLERS: dict[str, Any] = {
    "ScalarEvent": _Composer.scalar,
    "SequenceStartEvent": _Composer.begin,
    "MappingStartEvent": _Composer.begin,
    "SequenceEndEvent": _Composer.end,
    "MappingEndEvent": _Composer.end,
    "AliasEvent": _Composer.alias,
}
