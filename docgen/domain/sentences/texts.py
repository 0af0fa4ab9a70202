"""All texts of a part of a dossier that are words for a reader: no ids, numbers, addresses and places where something is found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NO_TEXT = frozenset({
    "id", "zaaknummer", "nummer", "nr", "kvk", "tooi", "versie", "locatie", "vindplaats", "bereikbaar", "regel", "object", "agendapunt",
    "taakveld", "begrotingsprogramma",
})  # fmt: skip


def texts_in(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every text in a value, with its path."""
    if isinstance(value, str):
        yield path, value
        return
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        if isinstance(inner, str | dict | list) and step not in NO_TEXT:
            yield from texts_in(inner, (*path, step))
