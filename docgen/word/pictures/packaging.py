"""The pictures that a finished part shows, in the file: each once, with a relation from every part that shows it.

Of an example nothing stays in a document that does not show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from docgen._lazy import regex
from docgen.opc import archive, relationships
from docgen.opc.archive import CONTENT_TYPES, Parts, ZipEntry
from docgen.opc.relationships import rels_of
from docgen.pictures.picture import Picture
from docgen.word.values.picture_values import relation_of

if TYPE_CHECKING:
    from docgen.word.pictures.discovery import Examples  # only who compiles reads XML

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
ROW = regex(r"<Relationship (?P<inside>[^>]*)/>")
ID, TARGET = regex(r'\bId="([^"]*)"'), regex(r'\bTarget="([^"]*)"')
END = "</Relationships>"
KINDS = ("png", "jpeg")


@dataclass(frozen=True)
class PictureSlot:
    """The relations of a part that shows pictures of the data: those that always stay, and those of the examples."""

    part: str
    rels: str
    examples: Mapping[str, str]  # the row of an example by its id
    media: Mapping[str, ZipEntry]  # the file of an example by its id, where nothing else shows it

    def entries(self, text: str, shown: Iterable[Picture]) -> dict[str, ZipEntry]:
        """The relations and pictures for a finished part with this text; `shown` are all pictures of the document."""
        used = {relation_of(picture): picture for picture in shown if f'"{relation_of(picture)}"' in text}
        kept = {key: row for key, row in self.examples.items() if f'r:embed="{key}"' in text}
        rows = [*kept.values(), *(_row(key, used[key]) for key in sorted(used))]
        rels = rels_of(self.part)
        made = archive.deflate(rels, self.rels.replace(END, "".join(rows) + END).encode(), small=False)
        files = [_entry(picture) for picture in used.values()] + [self.media[key] for key in kept if key in self.media]
        return {rels: made} | {entry.name: entry for entry in files}


def _name(picture: Picture) -> str:
    return f"media/{relation_of(picture)}.{picture.kind}"


def _row(key: str, picture: Picture) -> str:
    return f'<Relationship Id="{key}" Type="{KIND}" Target="{_name(picture)}"/>'


@lru_cache(maxsize=64)  # in a batch many documents show the same pictures
def _entry(picture: Picture) -> ZipEntry:
    return archive.deflate(f"word/{_name(picture)}", picture.data, small=False)


# ------------------------------------------------------------------------------------------------ when it is compiled


def slots_for(parts: Parts, examples: Examples) -> tuple[PictureSlot, ...]:
    """What is needed to put pictures in a document, for every part that can show one."""
    others = [
        relationships.target_of(rels, row.get("Target", ""))
        for rels in parts
        if rels.endswith(".rels")
        for row in relationships.relations(parts, rels)
        if row.get("Id", "") not in examples.get(relationships.source_of(rels), ())
    ]
    return tuple(_slot(parts, part, keys, frozenset(others)) for part, keys in sorted(examples.items()))


def _slot(parts: Parts, part: str, keys: frozenset[str], others: frozenset[str]) -> PictureSlot:
    rels = rels_of(part)
    text = parts[rels].decode()
    rows = {found[1]: row[0] for row in ROW.finditer(text) if (found := ID.search(row["inside"])) and found[1] in keys}
    for row in rows.values():
        text = text.replace(row, "", 1)
    targets = {
        key: relationships.target_of(rels, found[1]) for key, row in rows.items() if (found := TARGET.search(row))
    }
    media = {
        key: archive.deflate(name, parts[name]) for key, name in targets.items() if name in parts and name not in others
    }
    return PictureSlot(part, text, rows, media)


def made_here(slots: Iterable[PictureSlot]) -> set[str]:
    """The parts that each document gets anew, or not at all."""
    return {rels_of(slot.part) for slot in slots} | {entry.name for slot in slots for entry in slot.media.values()}


def with_types(parts: Parts) -> Parts:
    """The parts with a content type for every picture that can come."""
    text = parts[CONTENT_TYPES].decode()
    known = text.lower()
    rows = "".join(
        f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
        for kind in KINDS
        if f'extension="{kind}"' not in known
    )
    start = text.index(">", text.index("<Types")) + 1
    return {**parts, CONTENT_TYPES: f"{text[:start]}{rows}{text[start:]}".encode()}
