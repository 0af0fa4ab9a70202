"""Folders, what is kept for a next time, the terminal, and what is particular to Windows."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from docgen.doctor.outcome import GOOD, MIND, Outcome
from docgen.errors import OutputError
from docgen.system import files, store

SYNCHRONISED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # variables of Windows that name such a folder
SHOWN = "€ ‘’ – ë ✓"


def examine(folder: Path) -> Iterator[Outcome]:
    """What docgen needs of the folder in which it works, and of the terminal."""
    yield _writing(folder)
    yield _keeping()
    yield from _terminal()
    if sys.platform == "win32":
        yield _long_paths()
    yield from _synchronised(folder)


def _writing(folder: Path) -> Outcome:
    probe = folder / f".docgen-{os.urandom(6).hex()}.tmp"
    try:
        files.write(probe, b"docgen")
        probe.unlink()
    except (OutputError, OSError) as error:
        why = str(error).rpartition(": ")[2]
        return Outcome("deze map", MIND, f"{folder} is niet te beschrijven: {why}", "kies met --out een andere map")
    return Outcome("deze map", GOOD, f"{folder} is te beschrijven")


def _keeping() -> Outcome:
    """Whether compiled templates are kept, proved by keeping something."""
    name, content = "doctor", os.urandom(16)
    store.save(name, content)
    if store.load(name) == content:
        return Outcome("bewaarde sjablonen", GOOD, "sjablonen worden bewaard; een volgende keer gaat het sneller")
    why = "uitgezet met DOCGEN_CACHE=0" if os.environ.get(store.SWITCH) == "0" else "er is geen map die alleen van u is"
    return Outcome("bewaarde sjablonen", MIND, f"niets wordt bewaard ({why}); alles werkt, maar trager")


def _terminal() -> Iterator[Outcome]:
    encoding = getattr(sys.stdout, "encoding", None) or "onbekend"
    remedy = "" if _can_show(encoding) else "zet PYTHONUTF8=1 in de omgeving"
    yield Outcome("terminal", MIND if remedy else GOOD, f"tekens als {encoding}", remedy)
    system = locale.getpreferredencoding(False)
    can_name = sys.getfilesystemencoding().lower().startswith("utf")
    yield Outcome(
        "taalinstelling",
        GOOD if can_name else MIND,
        f"bestandsnamen als {sys.getfilesystemencoding()}, tekst als {system}",
        "" if can_name else "begin opdrachten met LC_ALL=C.UTF-8, anders zijn namen met ë of é niet te schrijven",
    )


def _can_show(encoding: str) -> bool:
    try:
        return bool(SHOWN.encode(encoding))
    except (LookupError, UnicodeEncodeError):
        return False


def _long_paths() -> Outcome:
    import winreg  # type: ignore[import-not-found, unused-ignore]

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:  # type: ignore[attr-defined, unused-ignore]
            is_on = winreg.QueryValueEx(key, "LongPathsEnabled")[0] == 1  # type: ignore[attr-defined, unused-ignore]
    except OSError:
        is_on = False
    if is_on:
        return Outcome("lange paden", GOOD, "Windows laat paden van meer dan 260 tekens toe")
    return Outcome(
        "lange paden", MIND, "Windows weigert paden van meer dan 260 tekens", "kies een map met een kort pad voor --out"
    )


def _synchronised(folder: Path) -> Iterator[Outcome]:
    for name in SYNCHRONISED:
        place = os.environ.get(name)
        if place and folder.resolve().is_relative_to(Path(place).resolve()):
            yield Outcome(
                "gedeelde map",
                MIND,
                f"deze map wordt gesynchroniseerd ({name}); een bestand kan even bezet zijn",
                "maak grote aantallen in een map op de eigen schijf, en verplaats ze daarna",
            )
            return
