"""Reading a file with care, and the refusals of the system in Dutch."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from docgen.errors import OutputError, SourceError


def read_bytes(path: Path, limit: int, what: str) -> bytes:
    """Read at most `limit` bytes of an ordinary file; never waits on a pipe. `what` names it in a message."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            kind = "een map" if path.is_dir() else "geen gewoon bestand"
            raise SourceError(f"{what} {path} is {kind}; geef de naam van een bestand")
        with path.open("rb") as file:
            return file.read(limit)
    except (OSError, ValueError) as error:
        close = _close_to(path) if isinstance(error, FileNotFoundError) else ""
        raise SourceError(f"{what} {path} is niet te lezen: {reason(error)}{close}") from error


def _close_to(path: Path) -> str:
    """A file in the same folder whose name resembles the one that is not there."""
    from difflib import get_close_matches  # only when something is wrong

    try:
        names = [found.name for found in path.parent.iterdir() if found.is_file()]
    except OSError:
        return ""
    close = get_close_matches(path.name, names, n=1, cutoff=0.7)
    return f"; bedoel je ‘{path.with_name(close[0])}’?" if close else ""


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


MADE, RENEWED, UNCHANGED = "gemaakt", "vernieuwd", "ongewijzigd"


def digest(data: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return sha256(data).hexdigest()


def size_and_time(path: Path) -> tuple[int, int]:
    """The size of a file in bytes and its time of change in nanoseconds; zeros when it is not there."""
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    return state.st_size, state.st_mtime_ns


def write(path: Path, data: bytes | Iterable[bytes], through: Path | None = None) -> None:
    """Write a file so that a reader sees the old one or the new one whole, also after a crash. Raises `OutputError`.

    `data` may come in pieces, so that a large file is nowhere whole in memory.
    `through` is the folder on the same disk in which the file is made before it gets its name; without it beside the
    file itself.
    """
    temporary = (through or path.parent) / f".{path.name[:80]}.{os.urandom(6).hex()}.tmp"
    try:
        try:
            _write_new(temporary, [data] if isinstance(data, bytes) else data)
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


def _write_new(path: Path, pieces: Iterable[bytes]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.writelines(pieces)
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
