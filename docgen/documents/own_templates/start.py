"""A template of the user's own: begun from docgen's, with what it remembers of that in its properties.

Of every line of docgen's template a few signs of its digest are kept, so that later can be told what docgen changed since.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from docgen._version import __version__
from docgen.errors import DocgenError, OutputError, SourceError
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.opc import archive
from docgen.system import files
from docgen.word import properties
from docgen.word.compiler import read_in_style
from docgen.word.plaintext import as_text

KIND, VERSION, LINES = "docgen.begin_soort", "docgen.begin_versie", "docgen.begin_regels_"
SIGNS = 8  # of the digest of a line
ROOM = 240  # signs of a property: Word keeps 255


@dataclass(frozen=True)
class Beginning:
    """From which template of docgen a template began."""

    kind: str
    version: str
    marks: frozenset[str]  # of its lines then


def begun_template(kind: DocumentType, library: Library) -> bytes:
    """The template of a type in its house style, as the start of one's own. Raises `DocgenError` when there is none."""
    if kind.template is None:
        raise DocgenError(f"bij documentsoort ‘{kind.name}’ ontbreekt het sjabloon templates/{kind.name}.docx")
    parts = read_in_style(kind.template, kind.template.name, library.house_style_of(kind), [], library.style_sheet)
    marks = "".join(map(mark_of, as_text(kind.template).splitlines()))
    kept = {f"{LINES}{n}": marks[start : start + ROOM] for n, start in enumerate(range(0, len(marks), ROOM), 1)}
    parts = properties.with_custom(parts, {KIND: kind.name, VERSION: __version__, **kept})
    return archive.assemble(archive.deflate(name, parts[name]) for name in archive.in_writing_order(tuple(parts)))


def mark_of(line: str) -> str:
    """What is kept of a line."""
    return sha256(line.encode()).hexdigest()[:SIGNS]


def beginning_of(path: Path) -> Beginning | None:
    """From which template a file began; nothing when it does not say so."""
    found = {f"docgen.{name}": str(value) for name, value in properties.read_from(archive.read(path)).items()}
    if KIND not in found:
        return None
    numbered = sorted((int(name.removeprefix(LINES)), text) for name, text in found.items() if name.startswith(LINES) and name.removeprefix(LINES).isdecimal())  # fmt: skip
    text = "".join(part for _, part in numbered)
    marks = frozenset(text[at : at + SIGNS] for at in range(0, len(text), SIGNS))
    return Beginning(found[KIND], found.get(VERSION, ""), marks)


def check_new(path: Path) -> None:
    """Raise `OutputError` when a Word file of that name cannot be begun."""
    if path.suffix.lower() != ".docx":
        raise OutputError(f"een sjabloon is een Word-bestand; geef {path} een naam die eindigt op .docx")
    if os.path.lexists(path):
        raise OutputError(f"{path} is er al en blijft zoals het is; kies een andere naam")


def write_new(path: Path, data: bytes) -> None:
    """Write a Word file that is not there yet. Raises `OutputError` when it is, or when its name does not end in .docx."""
    check_new(path)
    files.make_folder(path.parent)
    files.write(path, data)


def read_template(path: Path) -> str:
    """A template as text. Raises `SourceError` or `TemplateError` when it cannot be read."""
    if not path.is_file():
        raise SourceError(f"{path} is er niet, of is geen bestand; kijk of de naam en de map kloppen")
    return as_text(path)
