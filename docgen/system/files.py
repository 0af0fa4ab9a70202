"""Reading a file with care, and the refusals of the system in Dutch."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from docgen.errors import DiskFull, OutputError, SourceError
from docgen.system.foreign_disk import FULL, SECONDS, may_be_refused, patiently

LONGEST_PATH, LONGEST_FOLDER = 259, 247  # characters, where Windows is not set to take more
LONGEST_NAME = 255  # bytes
PROBE = 65_536  # bytes: where these do not fit, hardly a document does


def read_bytes(path: Path, limit: int, what: str) -> bytes:
    """Read at most `limit` bytes of an ordinary file; never waits on a pipe. `what` names it in a message."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            kind = "een map" if path.is_dir() else "geen gewoon bestand"
            raise SourceError(f"{what} {path} is {kind}; geef de naam van een bestand")
        with path.open("rb") as file:
            return file.read(limit)
    except (OSError, ValueError) as error:
        is_too_long = sys.platform == "win32" and isinstance(error, FileNotFoundError) and _length(path) > LONGEST_PATH
        close = _close_to(path) if isinstance(error, FileNotFoundError) else ""
        why = _too_long(path) if is_too_long else f"{reason(error)}{close}"
        raise SourceError(f"{what} {path} is niet te lezen: {why}") from error


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
    errno.ENOSPC: "de schijf is vol",
    errno.EFBIG: "het bestand wordt te groot",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.ENAMETOOLONG: "de naam of het pad is te lang; kies een kortere",
    errno.EDQUOT: "de schijfruimte is op",
    errno.EBUSY: "het bestand is in gebruik door een ander programma",
    errno.ETXTBSY: "het bestand is in gebruik door een ander programma",
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
    except (OSError, UnicodeEncodeError):
        return 0, 0
    return state.st_size, state.st_mtime_ns


def write(path: Path, data: bytes | Iterable[bytes], through: Path | None = None) -> None:
    """Write a file so that a reader sees the old one or the new one whole, also after a crash.

    `data` may come in pieces, so that a large file is nowhere whole in memory.
    `through` is the folder on the same disk in which the file is made before it gets its name; without it beside the
    file itself. Raises `OutputError`, and `DiskFull` when it is sure that nothing else can be written either.
    """
    folder = through or path.parent
    temporary = _temporary_in(folder)
    try:
        try:
            _write_new(temporary, [data] if isinstance(data, bytes) else data)
            _keep_mode(path, temporary)
            _give_name(temporary, path)
        except BaseException:
            _discard(temporary)
            raise
        _sync_folder(path.parent)
    except (OSError, UnicodeEncodeError) as error:
        is_full = isinstance(error, OSError) and error.errno in FULL and not _has_room(folder)
        raise (DiskFull if is_full else OutputError)(
            f"{path} is niet te schrijven: {cause(error, path, folder)}"
        ) from error


def _temporary_in(folder: Path) -> Path:
    """A name that no file has, short enough to fit wherever a document fits."""
    return folder / f".{os.urandom(6).hex()}.tmp"


def _write_new(path: Path, pieces: Iterable[bytes]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.writelines(pieces)
        file.flush()
        with may_be_refused():
            os.fsync(file.fileno())


def _keep_mode(path: Path, temporary: Path) -> None:
    """Give a new file the mode of the one that it will replace."""
    if path.exists():
        with may_be_refused():
            temporary.chmod(path.stat().st_mode & 0o777)


_patience = SECONDS


def _give_name(temporary: Path, path: Path) -> None:
    """Put a file in its place. Who waited in vain waits half as long for the next, so that many held files take no hours."""
    global _patience
    try:
        patiently(lambda: temporary.replace(path), _patience)
    except OSError:
        _patience /= 2
        raise
    _patience = SECONDS


def _discard(temporary: Path) -> None:
    """Take away what did not get its name; what remains, the next batch takes away."""
    with contextlib.suppress(OSError, UnicodeEncodeError):
        patiently(lambda: temporary.unlink(missing_ok=True), SECONDS / 4)


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        with may_be_refused():
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _has_room(folder: Path) -> bool:
    """Whether a small file can be written in a folder."""
    probe = _temporary_in(folder)
    try:
        _write_new(probe, [os.urandom(PROBE)])
    except OSError as error:
        return error.errno not in FULL
    finally:
        _discard(probe)
    return True


def cause(error: Exception, path: Path, through: Path | None = None) -> str:
    """Say in Dutch why a file could not be written, with what there is to see of its folders."""
    if isinstance(error, UnicodeEncodeError):
        unknown = f"U+{ord(error.object[error.start]):04X}"
        return f"deze computer kent een teken van de naam niet ({unknown}); begin de opdracht met LC_ALL=C.UTF-8"
    if getattr(error, "errno", None) == errno.ENAMETOOLONG:
        return _too_long(path)
    if not isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return reason(error)
    if not path.parent.is_dir():
        return "de map is er niet meer"
    if through and os.path.lexists(through) and not through.is_dir():
        return f"{through} is geen map meer; haal dat bestand weg en geef dezelfde opdracht opnieuw"
    if through and not through.is_dir():
        return (
            f"de map is er niet meer waarin docgen werkt ({through}); laat haar staan en geef dezelfde opdracht opnieuw"
        )
    longest = max(path, _temporary_in(through or path.parent), key=_length)
    return _too_long(longest) if _length(longest) > LONGEST_PATH else "de map is er niet meer"


def _length(path: Path) -> int:
    return len(str(path.absolute()))


def _too_long(path: Path) -> str:
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        return f"de naam is te lang; er passen {LONGEST_NAME} tekens in"
    more = f"({_length(path)} tekens; tot {LONGEST_FOLDER} past altijd)"
    return f"het pad is te lang {more}; kies een map met een korter pad, of een kortere naam"


def refuse_file(folder: Path) -> None:
    """Raise `OutputError` when something else than a folder has the name of the output folder, or nothing can have it."""
    try:
        is_file = folder.exists() and not folder.is_dir()
    except OSError as error:
        raise OutputError(f"map {folder} is niet te gebruiken: {cause(error, folder)}") from error
    if is_file:
        raise OutputError(f"{folder} is een bestand, geen map; kies met --out een andere map")


def make_folder(folder: Path) -> None:
    """Make the output folder when it is not there. Raises `OutputError`."""
    refuse_file(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        is_too_long = isinstance(error, FileNotFoundError) and _length(folder) > LONGEST_FOLDER
        why = _too_long(folder) if is_too_long else reason(error)
        raise OutputError(f"map {folder} is niet te maken: {why}") from error
