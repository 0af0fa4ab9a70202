"""Writing a document whole or not at all, and never over something that a person changed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from docgen.errors import OutputError, TemplateError
from docgen.opc import archive
from docgen.system.files import reason
from docgen.word import properties

MADE, RENEWED, UNCHANGED = "gemaakt", "vernieuwd", "ongewijzigd"


def outcome_of(
    path: Path, data: bytes, *, overwrite: bool = False, protected: Iterable[Path] = (), made: str = ""
) -> str:
    """What writing `data` to `path` will be: made, renewed or unchanged.

    Raises `OutputError` when something stands there that docgen did not make, that was changed since, or that is a
    document of another kind, unless `overwrite` allows it; `made` is the SHA-256 of the file as docgen made it, where
    that is known. A `protected`
    file (a template, a dossier) is never written over.
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
        _refuse_other(path, there, data, made)
    if mark := open_mark(path):
        raise OutputError(
            f"{path} is nog geopend; sluit het document eerst (of haal {mark.name} weg als dat niet zo is)"
        )
    return RENEWED


def open_mark(path: Path) -> Path | None:
    """The hidden file with which Word or LibreOffice says that it has a document open."""
    marks = (f"~${path.name[2:]}", f"~${path.name[1:]}", f"~${path.name}", f".~lock.{path.name}#")
    return next((mark for mark in map(path.with_name, marks) if os.path.lexists(mark)), None)


def digest(data: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return sha256(data).hexdigest()


def is_as_made(path: Path, sha: str) -> bool:
    """Whether a file is there and has this SHA-256."""
    return bool(sha) and path.is_file() and digest(_read(path)) == sha


def stamp(path: Path) -> tuple[int, int]:
    """The size of a file in bytes and its time of change in nanoseconds; zeros when it is not there."""
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    return state.st_size, state.st_mtime_ns


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path} is niet te lezen: {reason(error)}") from error


def _refuse_other(path: Path, there: bytes, data: bytes, made: str) -> None:
    """Raise `OutputError` when what stands there is not the same document as docgen made it."""
    if not (made and digest(there) == made) and not _is_ours(there):
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


def write(path: Path, data: bytes, through: Path | None = None) -> None:
    """Write a file so that a reader sees the old one or the new one whole, also after a crash. Raises `OutputError`.

    `through` is the folder on the same disk in which the file is made before it gets its name; without it beside the
    file itself.
    """
    temporary = (through or path.parent) / f".{path.name[:80]}.{os.urandom(6).hex()}.tmp"
    try:
        try:
            _write_new(temporary, data)
            if path.exists():
                temporary.chmod(path.stat().st_mode & 0o777)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except FileNotFoundError as error:
        raise OutputError(f"{path} is niet te schrijven: de map is er niet meer") from error
    except OSError as error:
        raise OutputError(f"{path} is niet te schrijven: {reason(error)}") from error


def _write_new(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def refuse_file(folder: Path) -> None:
    """Raise `OutputError` when something else than a folder has the name of the output folder."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is een bestand, geen map; kies met --out een andere map")


def make_folder(folder: Path) -> None:
    """Make the output folder when it is not there. Raises `OutputError`."""
    refuse_file(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"map {folder} is niet te maken: {reason(error)}") from error
