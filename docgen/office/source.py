"""What a PDF or ODT needs of the Word file that it is made of, and whether that may be given to LibreOffice at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.errors import SourceError, TemplateError
from docgen.opc import archive
from docgen.opc.archive import Parts
from docgen.opc.relationships import main_part, parse
from docgen.system import files

CORE = "docProps/core.xml"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
LINK = "/hyperlink"  # how the type of a relation ends that nothing is fetched for


@dataclass(frozen=True)
class Source:
    """A Word file: its bytes and their SHA-256, what its properties say (empty where nothing), and the alternative text of
    each chart in the order of the text."""

    data: bytes
    sha: str
    title: str
    subject: str
    maker: str
    day: str  # "2027-03-15T00:00:00Z"
    charts: tuple[str, ...]
    has_contents: bool  # whether it has a table of contents

    @classmethod
    def nameless(cls, title: str) -> Source:
        """What is said of something that comes of no Word file."""
        return cls(b"", "", title, "", "", "", (), False)


def read(path: Path) -> Source:
    """What is asked of a Word file. Raises `SourceError` when it is none, or something would be fetched from elsewhere."""
    name, data = str(path), files.read_bytes(path, archive.MAX_FILE + 1, "document")
    try:
        parts = archive.read(data, name)
        root = parse(parts[CORE]) if CORE in parts else None
        main = main_part(parts, name)
        text = parse(parts[main])
        outside = next(_fetched(parts), "")
    except (TemplateError, SyntaxError) as error:
        why = str(error).replace("sjabloon ", "", 1) if isinstance(error, TemplateError) else f"{name} is beschadigd"
        raise SourceError(why) from error
    if outside:
        raise SourceError(
            f"{name} haalt iets van buiten het document ({outside}); neem dat in Word op in het document zelf"
        )
    title, subject, maker, day = (_property(root, each) for each in ("title", "subject", "creator", "created"))
    return Source(data, files.digest(data), title, subject, maker, day, tuple(_charts(text)), b" TOC " in parts[main])


def _property(root: Any, name: str) -> str:
    found = root.find(f"{{*}}{name}") if root is not None else None
    return "".join(found.itertext()).strip() if found is not None else ""


def _charts(text: Any) -> Iterator[str]:
    for drawing in text.iter(f"{DRAWING}inline", f"{DRAWING}anchor"):
        if drawing.find(f".//{{{CHART}}}chart") is not None:
            yield drawing.find(f"{DRAWING}docPr").get("descr", "")


def _fetched(parts: Parts) -> Iterator[str]:
    """The addresses that a program would follow on opening."""
    for name, data in parts.items():
        if name.endswith(".rels") and b"External" in data:
            for relation in parse(data):
                if relation.get("TargetMode") == "External" and not relation.get("Type", "").endswith(LINK):
                    yield str(relation.get("Target", ""))
