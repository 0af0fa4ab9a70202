"""Where LibreOffice is on this computer, and which one."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from docgen._lazy import regex
from docgen.errors import DocgenError

NAMED = "DOCGEN_SOFFICE"  # where a user says that it is
SECONDS = 60  # to tell its version; the first time on a slow disk takes long
VERSION = regex(r"LibreOffice\s+(\d[\d.]*)")
HOW_TO_GET = {
    "win32": "installeer het van nl.libreoffice.org",
    "darwin": "installeer het van nl.libreoffice.org, of met: brew install --cask libreoffice",
    "linux": "installeer het, bijvoorbeeld met: apt install libreoffice-writer",
}


class OfficeError(DocgenError):
    """LibreOffice is not there, or does not do its work."""


@dataclass(frozen=True)
class Program:
    """LibreOffice: the file to start, and its version ("7.4.7.2")."""

    path: Path
    version: str


def find_program() -> Program:
    """The LibreOffice of this computer. Raises `OfficeError` that says how to get it."""
    named = os.environ.get(NAMED, "")
    for path in [Path(named)] if named else _places():
        if path.is_file() and (version := _version_of(path)):
            return Program(path, version)
    if named:
        raise OfficeError(f"{NAMED} wijst naar {named}; daar staat geen LibreOffice dat start. Verbeter die verwijzing")
    get = HOW_TO_GET.get(sys.platform, HOW_TO_GET["linux"])
    raise OfficeError(
        f"voor PDF en ODT is LibreOffice nodig, en dat is hier niet gevonden; {get}. Al het andere werkt zonder"
    )


def _places() -> Iterator[Path]:
    """Where LibreOffice can be: on the search path, else where its installer puts it."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            yield Path(found)
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432"):
            if folder := os.environ.get(variable):
                yield Path(folder, "LibreOffice", "program", "soffice.com")
    elif sys.platform == "darwin":
        for folder in ("/Applications", str(Path.home() / "Applications")):
            yield Path(folder, "LibreOffice.app", "Contents", "MacOS", "soffice")
    else:
        yield from (Path("/usr/lib/libreoffice/program/soffice"), Path("/snap/bin/libreoffice"))
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


@cache
def _version_of(path: Path) -> str:
    """What a LibreOffice says of itself; empty when it does not start."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        told = subprocess.run(
            [path, "--version"], capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False
        )
        if found := VERSION.search(told.stdout):
            return str(found[1])
    return ""
