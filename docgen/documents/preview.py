"""How documents look, as pictures of their pages or as one PDF; nothing to keep, so no Word file is left."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.documents.overwrite_guard import what_stands
from docgen.documents.production import write_documents
from docgen.documents.request import DocumentRequest
from docgen.dossier import Dossier
from docgen.errors import OutputError
from docgen.office import pages, pdf
from docgen.office.conversion import Conversion
from docgen.office.program import OfficeError
from docgen.system import files

ALL = "voorbeeld.pdf"


@dataclass(frozen=True)
class Previewed:
    """A document that was drawn: how many pages it has, and which of them are other than they were (from 1)."""

    name: str
    count: int
    changed: tuple[int, ...]


def draw(
    dossier: Dossier,
    requests: Sequence[DocumentRequest],
    folder: Path,
    conversion: Conversion,
    *,
    draft: bool = False,
    house_style: Path | None = None,
) -> list[Previewed]:
    """Draw the pages of documents into a folder, a PNG each; pages of before that are no more there go.

    Raises `OutputError` when a file of somebody else has such a name.
    """
    drawn = []
    files.make_folder(folder)
    for name, data in _pdfs(dossier, requests, conversion, draft, house_style):
        made = [*pages.as_png(data)]
        changed = [number for number, page in enumerate(made, 1) if _put(folder / _page(name, number), page)]
        for left in folder.glob(f"{name}-[0-9][0-9]*.png"):
            if left.name not in {_page(name, number) for number in range(1, len(made) + 1)} and _is_ours(left):
                left.unlink()
        drawn.append(Previewed(name, len(made), tuple(changed)))
    return drawn


def join(
    dossier: Dossier,
    requests: Sequence[DocumentRequest],
    folder: Path,
    conversion: Conversion,
    *,
    draft: bool = False,
    house_style: Path | None = None,
) -> Path:
    """All documents as one PDF in a folder. Raises `OutputError` when a file of somebody else has its name."""
    files.make_folder(folder)
    path = folder / ALL
    there = what_stands(path)
    if there is not None and not pdf.is_untouched(there):
        raise OutputError(f"{path} is niet door docgen gemaakt; kies met --out een andere map")
    made = _pdfs(dossier, requests, conversion, draft, house_style)
    files.write(path, pdf.joined([data for _, data in made], {"soort": "voorbeeld"}))
    return path


def _page(name: str, number: int) -> str:
    return f"{name}-{number:02}.png"


def _is_ours(path: Path) -> bool:
    there = what_stands(path)
    return there is not None and pages.is_ours(there)


def _put(path: Path, page: bytes) -> bool:
    """Write a page; whether it is other than it was."""
    there = what_stands(path)
    if there == page:
        return False
    if there is not None and not pages.is_ours(there):
        raise OutputError(f"{path} is niet door docgen gemaakt; kies met --out een andere map")
    files.write(path, page)
    return True


def _pdfs(
    dossier: Dossier, requests: Sequence[DocumentRequest], conversion: Conversion, draft: bool, house_style: Path | None
) -> list[tuple[str, bytes]]:
    """Each document, by the name of its file, as LibreOffice makes a PDF of it."""
    with tempfile.TemporaryDirectory(dir=conversion.folder) as temporary:
        written = write_documents(dossier, requests, Path(temporary), draft=draft, house_style=house_style)
        done = {one.document: one for one in conversion.convert([one.path for one in written], pdf.target("2b"))}
        if faults := [f"{one.document.name}: {one.fault}" for one in done.values() if one.fault]:
            raise OfficeError("; ".join(faults))
        return [(one.path.stem.removesuffix("-concept"), done[one.path].data) for one in written]
