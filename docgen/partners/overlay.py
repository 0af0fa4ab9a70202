"""A row laid over the data of a dossier."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docgen.partners.row import Cell
from docgen.schema.types import FieldPath


def overlay(data: dict[str, Any], cells: Iterable[Cell]) -> dict[str, Any]:
    """The data of a dossier with the cells of a row in it: new where it differs, shared with `data` where it does not."""
    copies: dict[FieldPath, Any] = {(): dict(data)}
    for path, value in cells:
        for depth in range(1, len(path)):
            here = path[:depth]
            if here not in copies:
                around = copies[here[:-1]]
                inside = around[here[-1]] if isinstance(around, list) else around.get(here[-1])
                copies[here] = around[here[-1]] = list(inside) if isinstance(inside, list) else dict(inside or {})
        copies[path[:-1]][path[-1]] = value
    whole: dict[str, Any] = copies[()]
    return whole
