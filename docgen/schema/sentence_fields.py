"""The fields whose text comes to stand in a sentence, each with its path and its frame (`meta.zin`)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.schema.field import Field
from docgen.text.sentence_frame import FramedField, FramedFields


def sentence_fields(root: Field) -> FramedFields:
    """All fields with a frame, by the part of the dossier in which they stand."""
    return FramedFields({name: tuple(_in(child, ())) for name, child in root.children.items()})


def _in(field: Field, path: tuple[str | None, ...]) -> Iterator[FramedField]:
    if field.frame:
        items = (None,) if field.kind == "list" else ()
        yield FramedField((*path, *items), field.frame, bool(field.reference))
    for name, child in field.children.items():
        yield from _in(child, (*path, name))
    if field.row:
        yield from _in(field.row, (*path, None))
