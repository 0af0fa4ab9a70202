"""Writing a document whole or not at all, and never over something that a person changed."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from docgen.disk import reason
from docgen.errors import OutputError, TemplateError
from docgen.word import package, properties

MADE, RENEWED, UNCHANGED = "gemaakt", "vernieuwd", "ongewijzigd"


def outcome_of(path: Path, data: bytes, *, overwrite: bool = False, protected: Iterable[Path] = ()) -> str:
    """What writing `data` to `path` will be: made, renewed or unchanged.

    Raises `OutputError` when something stands there that docgen did not make, or that was changed since, unless
    `overwrite` allows it. A `protected` file (a template, a dossier) is never written over.
    """
    if not os.path.lexists(path):
        return MADE
    if any(other.exists() and path.exists() and path.samefile(other) for other in protected):
        raise OutputError(f"{path} is een bestand waaruit docgen leest; kies met --out een andere map")
    if path.is_symlink() or not path.is_file():
        kind = "een snelkoppeling" if path.is_symlink() else "geen gewoon bestand"
        raise OutputError(f"{path} is {kind}; docgen schrijft daar niet overheen. Haal het weg of kies een andere map")
    if _same(path, data):
        return UNCHANGED
    if not overwrite and not _is_ours(path):
        raise OutputError(
            f"{path} is veranderd nadat docgen het maakte, of is niet door docgen gemaakt; "
            "bewaar het onder een andere naam, of gebruik --overwrite om het te vervangen"
        )
    return RENEWED


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError as error:
        raise OutputError(f"{path} is niet te lezen: {reason(error)}") from error


def _is_ours(path: Path) -> bool:
    try:
        return properties.is_untouched(package.read(path.read_bytes()))
    except (TemplateError, OSError):
        return False


def write(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one whole, also after a crash. Raises `OutputError`."""
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(6)}.tmp")
    try:
        try:
            _write_new(temporary, data)
            if path.exists():
                temporary.chmod(path.stat().st_mode & 0o777)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(path.parent)
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


def make_folder(folder: Path) -> None:
    """Make the output folder when it is not there. Raises `OutputError`."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is een bestand, geen map; kies met --out een andere map")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"map {folder} is niet te maken: {reason(error)}") from error
