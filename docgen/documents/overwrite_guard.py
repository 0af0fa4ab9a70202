"""Writing a document whole or not at all, and never over something that a person changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.errors import OutputError, TemplateError
from docgen.opc import archive
from docgen.opc.archive import Parts
from docgen.system.files import MADE, RENEWED, UNCHANGED, digest, reason
from docgen.word import properties

EDITED = "bewerkt, verder actueel"
OR_OVERWRITE = "of gebruik --overwrite om het te vervangen"


class EditedError(OutputError):
    """A document was edited by hand, and docgen would now make another than it did then."""


def plan_write(
    path: Path, data: bytes, *, overwrite: bool = False, protected: Iterable[Path] = (), former_sha: str = ""
) -> str:
    """What writing `data` to `path` will be: made, renewed, unchanged; or nothing, as somebody edited what stands there and
    docgen would make the same as it did then.

    Raises `OutputError` when something stands there that docgen did not make or that is a document of another kind, and
    `EditedError` when it was edited and is older than what docgen would make now, unless `overwrite` allows it; `former_sha` is the SHA-256 of the file as docgen made it,
    where that is known. A `protected` file (a template, a dossier) is never written over.
    """
    there = what_stands(path, protected)
    if there is None:
        return MADE
    if there == data:
        return UNCHANGED
    if not overwrite and (judged := _judge_other(path, there, data, former_sha)) != RENEWED:
        return judged
    refuse_open(path)
    return RENEWED


def what_stands(path: Path, protected: Iterable[Path] = ()) -> bytes | None:
    """The file that has this name; nothing when there is none. Raises `OutputError` when it is no ordinary file, or a
    `protected` one."""
    if not os.path.lexists(path):
        return None
    if any(other.exists() and path.exists() and path.samefile(other) for other in protected):
        raise OutputError(f"{path} is een bestand waaruit docgen leest; kies met --out een andere map")
    if path.is_symlink() or not path.is_file():
        kind = "een snelkoppeling" if path.is_symlink() else "geen gewoon bestand"
        raise OutputError(f"{path} is {kind}; docgen schrijft daar niet overheen. Haal het weg of kies een andere map")
    return _read(path)


def refuse_open(path: Path) -> None:
    """Raise `OutputError` when a program has a document open."""
    if mark := open_mark(path):
        raise OutputError(
            f"{path} is nog geopend; sluit het document eerst (of haal {mark.name} weg als dat niet zo is)"
        )


def open_mark(path: Path) -> Path | None:
    """The hidden file with which Word or LibreOffice says that it has a document open."""
    marks = (f"~${path.name[2:]}", f"~${path.name[1:]}", f"~${path.name}", f".~lock.{path.name}#")
    return next((mark for mark in map(path.with_name, marks) if os.path.lexists(mark)), None)


def is_as_made(path: Path, sha: str) -> bool:
    """Whether a file is there and has this SHA-256."""
    return bool(sha) and path.is_file() and sha_of(path) == sha


def sha_of(path: Path) -> str:
    """The SHA-256 of a file. Raises `OutputError` when it cannot be read."""
    return digest(_read(path))


def sha_when_made(path: Path, made_of: Mapping[str, str]) -> str:
    """The SHA-256 of a document when it is exactly as docgen made it, of this (`soort`, `dossier`, `sjabloon`); else ""."""
    try:
        data = _read(path) if path.is_file() else b""
    except OutputError:
        return ""
    parts = _parts_of(data)
    about = properties.read_from(parts)
    is_made = all(about.get(name) == value for name, value in made_of.items()) and properties.is_untouched(parts)
    return digest(data) if is_made else ""


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path} is niet te lezen: {reason(error)}") from error


def _judge_other(path: Path, there: bytes, data: bytes, former_sha: str) -> str:
    """What renewing would be: the same document has nothing to renew, not even when it was edited. Else raise `OutputError`."""
    parts = _parts_of(there)
    old = properties.read_from(parts)
    new = properties.read_of(data) if old else {}
    is_ours = (former_sha and digest(there) == former_sha) or properties.is_untouched(parts)
    if not old or (not is_ours and old.get("soort") != new.get("soort")):
        raise OutputError(
            f"{path} is niet door docgen gemaakt, of een ander document geworden; bewaar het onder een andere naam, {OR_OVERWRITE}"
        )
    if old.get("soort") != new.get("soort"):
        kinds = f"{old.get('soort', '')}, niet {new.get('soort', '')}"
        raise OutputError(f"{path} is een ander document ({kinds}); kies met --out een andere map, {OR_OVERWRITE}")
    is_same = old.get("origineel") == new.get("origineel")
    if is_ours:
        return UNCHANGED if is_same else RENEWED
    if not is_same:
        raise EditedError(
            f"{path} is veranderd nadat docgen het maakte, en nu ouder dan het dossier of het sjabloon; "
            f"bewaar het onder een andere naam, {OR_OVERWRITE}"
        )
    return EDITED


def _parts_of(data: bytes) -> Parts:
    """The parts of a document; none when it is no document at all."""
    try:
        return archive.read(data)
    except TemplateError:
        return {}
