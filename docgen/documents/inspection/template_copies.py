"""Copies of a template that docgen writes for its owner: never over the template, nor over a file in which somebody worked."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from docgen.documents.overwrite_guard import open_mark
from docgen.errors import OutputError, TemplateError
from docgen.opc import archive
from docgen.opc.archive import Parts
from docgen.system import files
from docgen.system.files import MADE, RENEWED, UNCHANGED
from docgen.word import properties
from docgen.word.inspection.annotation import annotated
from docgen.word.inspection.remark import Remark

KIND = "sjablooncontrole"  # what an annotated copy says that it is
ANOTHER = "kies een andere naam"


def write_annotated(source: Path, path: Path, found: Iterable[Remark]) -> str:
    """Write a copy of a template with a comment at each finding: made, renewed or unchanged.

    Raises `TemplateError` when it cannot be read, and `OutputError` when the file may not be written or is not as docgen made it.
    """
    parts = annotated(archive.read(source), source.name, found)
    try:
        sealed = _sealed(parts)
    except SyntaxError as error:
        raise TemplateError(
            f"sjabloon {source.name} is beschadigd in zijn eigenschappen ({properties.PART}); "
            "open het in Word en sla het opnieuw op"
        ) from error
    return _write(source, path, sealed, can_renew=True)


def write_copy(source: Path, path: Path, parts: Parts) -> str:
    """Write a changed copy of a template where no other file is: made or unchanged. Raises `OutputError`."""
    entries = [archive.deflate(name, parts[name]) for name in archive.in_writing_order(tuple(parts))]
    return _write(source, path, archive.assemble(entries), can_renew=False)


def refuse_source(source: Path, path: Path) -> None:
    """Raise `OutputError` when a copy would come in the place of what it is a copy of."""
    is_source = False
    with contextlib.suppress(OSError):  # one that is not there, or cannot be, is no other
        is_source = path.samefile(source)
    if is_source:
        raise OutputError(f"{path} is het sjabloon zelf; {ANOTHER}")


def _write(source: Path, path: Path, data: bytes, can_renew: bool) -> str:
    outcome = MADE
    if os.path.lexists(path):
        refuse_source(source, path)
        outcome = _judged(path, data, can_renew)
    if outcome != UNCHANGED:
        files.write(path, data)
    return outcome


def _judged(path: Path, data: bytes, can_renew: bool) -> str:
    """What writing over a file will be: renewed or unchanged."""
    if path.is_symlink() or not path.is_file():
        raise OutputError(f"{path} bestaat al en is geen gewoon bestand; {ANOTHER}")
    there = files.read_bytes(path, archive.MAX_FILE + 1, "")
    if there == data:
        return UNCHANGED
    if not can_renew:
        raise OutputError(f"{path} bestaat al; {ANOTHER}")
    if not _is_ours(there):
        raise OutputError(
            f"{path} bestaat al, en is niet (meer) zoals docgen het maakte; {ANOTHER}, want er kan in gewerkt zijn"
        )
    if mark := open_mark(path):
        raise OutputError(f"{path} is nog geopend; sluit het eerst (of haal {mark.name} weg als dat niet zo is)")
    return RENEWED


def _is_ours(data: bytes) -> bool:
    try:
        parts = archive.read(data)
    except TemplateError:
        return False
    return properties.read_from(parts).get("soort") == KIND and properties.is_untouched(parts)


def _sealed(parts: Parts) -> bytes:
    """A copy that shows whether it was changed after docgen made it."""
    entries = {name: archive.deflate(name, data) for name, data in parts.items()}
    entries |= properties.Slot.of(parts).sealed(entries, {"docgen.soort": KIND})
    return archive.assemble(entries[name] for name in archive.in_writing_order(tuple(entries)))
