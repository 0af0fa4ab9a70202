"""YAML text to nodes with their positions: the only module that knows PyYAML.

A scalar stays raw text here; `schema` reads it as the field it stands in says. That is why `nee`, `01234567` and
`12:30` never turn into something else.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from docgen.errors import SourceError
from docgen.problem import Problem

MAX_BYTES = 5_000_000
MAX_DEPTH = 40
MAX_NODES = 400_000
MAX_ALIASED = 50_000
STANDARD_INPUT = "-"
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
MOJIBAKE = re.compile("Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|â€[\x80-\xbf™œ“”˜¦]")


class Node:
    """A YAML value of one of three kinds: "text" (raw, in `text`), "list" (`items`) or "map" (`pairs`)."""

    __slots__ = ("column", "flow", "items", "kind", "line", "pairs", "plain", "size", "text", "width")

    def __init__(self, kind: str, mark: Any, end: Any, text: str = "", plain: bool = False) -> None:
        self.kind = kind
        self.line: int = mark.line + 1
        self.column: int = mark.column + 1
        self.width: int = max(1, end.column - mark.column) if end.line == mark.line else 1
        self.text = text
        self.plain = plain  # text without quotes
        self.flow = False  # a list or map between brackets
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
        return parse(sys.stdin.buffer.read(MAX_BYTES + 1), "standaardinvoer")
    return parse(read_bytes(Path(path), MAX_BYTES + 1, "dossier"), str(path))


def read_bytes(path: Path, limit: int, what: str) -> bytes:
    """Read at most `limit` bytes of an ordinary file; never waits on a pipe. `what` names it in a message."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            kind = "een map" if path.is_dir() else "geen gewoon bestand"
            raise SourceError(f"{what} {path} is {kind}; geef de naam van een bestand")
        with path.open("rb") as file:
            return file.read(limit)
    except (OSError, ValueError) as error:
        raise SourceError(f"{what} {path} is niet te lezen: {reason(error)}") from error


REASONS = {
    "FileNotFoundError": "het bestand bestaat niet; controleer de naam en de map",
    "PermissionError": "geen toestemming, of het bestand is in gebruik door een ander programma",
    "IsADirectoryError": "dit is een map",
    "NotADirectoryError": "een deel van het pad is geen map",
    "FileExistsError": "er staat al iets met deze naam",
}
NUMBERED_REASONS = {
    28: "de schijf is vol",
    27: "het bestand wordt te groot",
    30: "de schijf is alleen-lezen",
    36: "de naam is te lang",
    122: "de schijfruimte is op",
}


def reason(error: Exception) -> str:
    """Say in Dutch why a file operation failed."""
    number = getattr(error, "errno", None)
    known = NUMBERED_REASONS.get(number) if number else None
    return known or REASONS.get(type(error).__name__, "het besturingssysteem weigert het")


def parse(data: bytes, name: str) -> Source:
    """Turn the bytes of a YAML file into nodes; whatever is wrong with them is in `problems`."""
    source = Source(name)
    try:
        source.lines = data[:MAX_BYTES].decode("cp1252", "replace").splitlines()  # until we know better
        text = _decode(data)
        source.lines = text.split("\n")
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
    encoding = BYTE_ORDER_MARKS.get(data[:2], "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_unicode(data, error) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


class _Mark:
    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column


def _mark_at(text: str, index: int) -> _Mark:
    return _Mark(text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1)


def _not_unicode(data: bytes, error: UnicodeDecodeError) -> _Stop:
    before = data[: error.start].decode("utf-8-sig", "replace").replace("\r\n", "\n")
    word = data[max(0, error.start - 12) : error.start + 12].decode("cp1252", "replace").split("\n")[0]
    return _Stop(
        _mark_at(before, len(before)),
        f"het bestand is niet in UTF-8 opgeslagen; bij ‘{word.strip()}’ staat een teken uit een oude codering",
        "open het bestand en kies bij Opslaan als de codering UTF-8",
        "codering",
    )


def _check_characters(text: str) -> None:
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
    try:
        return _Composer(text).root()
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text) from error
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
        if self.top is None or (self.top.kind == "text" and self.top.plain and self.top.text in ("", "~", "null")):
            raise _Stop(None, "het bestand is leeg", "schrijf een dossier, zie samples/", "leeg")
        return self.top

    def scalar(self, event: Any) -> None:
        plain = not event.style
        if event.tag and event.tag not in ("!", "tag:yaml.org,2002:str"):
            raise self._tagged(event)
        node = Node("text", event.start_mark, event.end_mark, event.value, plain and not event.tag)
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

    def end(self, _event: Any) -> None:
        node, anchor = self.stack.pop()
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
        elif self.pending[-1] is None:
            self.pending[-1] = node
        else:
            parent.pairs.append((self.pending[-1], node))
            self.pending[-1] = None


HANDLERS: dict[str, Any] = {
    "ScalarEvent": _Composer.scalar,
    "SequenceStartEvent": _Composer.begin,
    "MappingStartEvent": _Composer.begin,
    "SequenceEndEvent": _Composer.end,
    "MappingEndEvent": _Composer.end,
    "AliasEvent": _Composer.alias,
}

# PyYAML's words (part of problem or context) -> message, remedy, whether the place where it began is the better one
SYNTAX: list[tuple[str, str, str, bool]] = [
    ("found character '\\t'", "hier staat een tab; YAML springt in met spaties", "vervang de tab door spaties", False),
    (
        "cannot start any token",
        "een waarde mag niet met dit teken beginnen",
        "zet de waarde tussen aanhalingstekens: '…'",
        False,
    ),
    (
        "mapping values are not allowed",
        "hier staat nog een dubbele punt met een spatie in dezelfde waarde, of de regel springt verkeerd in",
        "zet de waarde tussen aanhalingstekens: '…'",
        False,
    ),
    (
        "found unexpected end of stream",
        "dit aanhalingsteken wordt niet gesloten",
        "zet een aanhalingsteken aan het eind, of verdubbel een apostrof: '’s ochtends' of '''s-Gravenhage'",
        True,
    ),
    (
        "found unknown escape character",
        "na een \\ staat hier een teken dat niet kan",
        "gebruik enkele aanhalingstekens: '…'",
        False,
    ),
    (
        "did not find expected ',' or ']'",
        "deze lijst tussen [ ] klopt niet: er mist een komma of ]",
        "zet tekst met een komma of dubbele punt tussen aanhalingstekens",
        True,
    ),
    (
        "did not find expected ',' or '}'",
        "deze waarden tussen { } kloppen niet: er mist een komma of }",
        "zet tekst met een komma of dubbele punt tussen aanhalingstekens",
        True,
    ),
    (
        "did not find expected '-' indicator",
        "deze lijst klopt niet: elk punt begint met een streepje op dezelfde diepte",
        "laat alle streepjes recht onder elkaar beginnen",
        False,
    ),
    (
        "did not find expected key",
        "de inspringing klopt hier niet, of er mist een dubbele punt",
        "laat de namen recht onder elkaar beginnen",
        False,
    ),
    ("could not find expected ':'", "hier mist een dubbele punt met een spatie erachter", "schrijf naam: waarde", True),
    (
        "block sequence entries are not allowed",
        "een streepje kan hier niet staan",
        "zet het streepje op een nieuwe regel",
        False,
    ),
    (
        "found undefined tag handle",
        "een waarde mag niet met ! beginnen",
        "zet de waarde tussen aanhalingstekens: '…'",
        False,
    ),
    (
        "while scanning an alias",
        "een waarde mag niet met * beginnen",
        "zet de waarde tussen aanhalingstekens: '…'",
        False,
    ),
    (
        "while scanning an anchor",
        "een waarde mag niet met & beginnen",
        "zet de waarde tussen aanhalingstekens: '…'",
        False,
    ),
    (
        "while scanning a block scalar",
        "na | of > mag op deze regel niets meer staan",
        "zet de tekst op de volgende regel, ingesprongen",
        False,
    ),
    (
        "while scanning a directive",
        "een regel mag niet met % beginnen",
        "zet de waarde tussen aanhalingstekens: '…'",
        False,
    ),
]


def _tab_before(mark: Any, text: str) -> _Mark | None:
    """The place of a tab in the indentation of the line at fault, or of the line before it."""
    lines = text.split("\n")
    for number in (mark.line, mark.line - 1) if mark else ():
        indent = re.match(r"[ \t]*", lines[number])[0] if 0 <= number < len(lines) else ""  # type: ignore[index]
        if "\t" in indent:
            return _Mark(number, indent.index("\t"))
    return None


def _explained(error: yaml.MarkedYAMLError, text: str) -> _Stop:
    words = f"{error.context or ''} {error.problem or ''}"
    tab = _tab_before(error.problem_mark, text)
    if tab:
        return _Stop(tab, "hier staat een tab; YAML springt in met spaties", "vervang de tab door spaties")
    for part, message, hint, at_start in SYNTAX:
        if part in words:
            mark = (at_start and error.context_mark) or error.problem_mark or error.context_mark
            return _Stop(mark, message, hint)
    mark = error.problem_mark or error.context_mark
    return _Stop(mark, "hier is de YAML niet te volgen", "controleer inspringing, dubbele punten en aanhalingstekens")
