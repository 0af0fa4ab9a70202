"""Reading a file with care, and the refusals of the system in Dutch."""

from __future__ import annotations

import stat
from pathlib import Path

from docgen.errors import SourceError


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
