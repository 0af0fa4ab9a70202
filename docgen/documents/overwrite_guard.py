"""Writing a document whole or not at all, and never over something that a person changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from docgen.errors import OutputError, TemplateError
from docgen.opc import archive
from docgen.system.files import MADE, RENEWED, UNCHANGED, digest, reason
from docgen.word import properties


def plan_write(
    path: Path, data: bytes, *, overwrite: bool = False, protected: Iterable[Path] = (), former_sha: str = ""
) -> str:
    """What writing `data` to `path` will be: made, renewed or unchanged.

    Raises `OutputError` when something stands there that docgen did not make, that was changed since, or that is a
    document of another kind, unless `overwrite` allows it; `former_sha` is the SHA-256 of the file as docgen made it,
    where that is known. A `protected` file (a template, a dossier) is never written over.
    """
    if not os.path.lexists(path):
        return MADE
    if any(other.exists() and path.exists() and path.samefile(other) for other in protected):
        raise OutputError(f"{path} is een bestand waaruit docgen leest; kies met --out een andere map")
    if path.is_symlink() or not path.is_file():
        kind = "een snelkoppeling" if path.is_symlink() else "geen gewoon bestand"
        raise OutputError(f"{path} is {kind}; docgen schrijft daar niet overheen. Haal het weg of kies een andere map")
    there = _read(path)
    if there == data:
        return UNCHANGED
    if not overwrite:
        _refuse_other(path, there, data, former_sha)
    if mark := open_mark(path):
        raise OutputError(
            f"{path} is nog geopend; sluit het document eerst (of haal {mark.name} weg als dat niet zo is)"
        )
    return RENEWED


def open_mark(path: Path) -> Path | None:
    """The hidden file with which Word or LibreOffice says that it has a document open."""
    marks = (f"~${path.name[2:]}", f"~${path.name[1:]}", f"~${path.name}", f".~lock.{path.name}#")
    return next((mark for mark in map(path.with_name, marks) if os.path.lexists(mark)), None)


def is_as_made(path: Path, sha: str) -> bool:
    """Whether a file is there and has this SHA-256."""
    return bool(sha) and path.is_file() and digest(_read(path)) == sha


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path} is niet te lezen: {reason(error)}") from error


def _refuse_other(path: Path, there: bytes, data: bytes, former_sha: str) -> None:
    """Raise `OutputError` when what stands there is not the same document as docgen made it."""
    if not (former_sha and digest(there) == former_sha) and not _is_ours(there):
        raise OutputError(
            f"{path} is veranderd nadat docgen het maakte, of is niet door docgen gemaakt; "
            "bewaar het onder een andere naam, of gebruik --overwrite om het te vervangen"
        )
    kind, new = properties.kind_of(there), properties.kind_of(data)
    if kind != new:
        raise OutputError(
            f"{path} is een ander document ({kind}, niet {new}); kies met --out een andere map, of gebruik --overwrite "
            "om het te vervangen"
        )


def _is_ours(data: bytes) -> bool:
    try:
        return properties.is_untouched(archive.read(data))
    except TemplateError:
        return False
