"""Python and the packages of docgen."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib import metadata

from docgen import _version
from docgen._lazy import regex
from docgen.doctor.outcome import GOOD, MIND, WRONG, Outcome

OLDEST = (3, 11)
NAME = regex(r"^[\w.-]+")
EXTRAS = {  # what a user would miss
    "pikepdf": ("pdf", "--pdf"),
    "isal": ("fast", "sneller schrijven"),
    "watchfiles": ("watch", "docgen check --watch"),
    "distributed": ("dask", "een batch op meer computers"),
}


def examine() -> Iterator[Outcome]:
    """Python, docgen, what docgen needs and what it can use."""
    version = platform.python_version()
    is_new = sys.version_info >= OLDEST
    remedy = "" if is_new else f"installeer Python {'.'.join(map(str, OLDEST))} of nieuwer, en docgen opnieuw"
    yield Outcome("Python", GOOD if is_new else WRONG, f"{version} in {sys.executable}", remedy)
    yield Outcome("docgen", GOOD, _version.__version__)
    needed = _needed()
    missing = [name for name in needed if not _version_of(name)]
    told = ", ".join(f"{name} {_version_of(name)}" for name in needed if name not in missing)
    if missing:
        yield Outcome("pakketten", WRONG, f"niet gevonden: {', '.join(missing)}", f"pip install {' '.join(missing)}")
    else:
        yield Outcome("pakketten", GOOD, told or "niet na te gaan: docgen is niet met pip geïnstalleerd")
    for name, (extra, use) in EXTRAS.items():
        found = _version_of(name)
        state, seen = (GOOD, found) if found else (MIND, f"niet geïnstalleerd; nodig voor: {use}")
        yield Outcome(name, state, seen, "" if found else f'pip install "docgen[{extra}]"')


def _needed() -> list[str]:
    try:
        asked = metadata.requires("docgen") or []
    except metadata.PackageNotFoundError:
        return []
    names = (NAME.match(one) for one in asked if "extra ==" not in one)
    return [found[0] for found in names if found]


def _version_of(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
