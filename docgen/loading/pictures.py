"""The picture files that a dossier names: read, and put in the data where their name stands; what is wrong with one is told there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from docgen.loading.loaded_data import LoadedData
from docgen.pictures.errors import InvalidPicture
from docgen.pictures.picture_file import Open
from docgen.schema.field import Field
from docgen.schema.types import FieldPath

CODE = "beeld"


def attach(loaded: LoadedData, root: Field, open_picture: Open) -> None:
    """Read every picture that loaded data name, and put it there; what cannot be read is a problem at its line."""
    for path in [path for path in loaded.value_nodes if path and path[-1] in _names(root)]:
        field, name = root.at(path), _value_at(loaded.data, path)
        if field is None or not field.is_picture or not isinstance(name, str):
            continue
        try:
            found = open_picture(name)
        except InvalidPicture as fault:
            loaded.add(loaded.value_nodes[path], path, CODE, fault.message, fault.hint)
            continue
        _value_at(loaded.data, path[:-1])[path[-1]] = loaded.pictures[path] = found


def _value_at(data: Any, path: FieldPath) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


@lru_cache(maxsize=8)
def _names(root: Field) -> frozenset[str]:
    """What the fields for a picture are called."""
    return frozenset(_picture_names(root, ""))


def _picture_names(field: Field, name: str) -> Iterator[str]:
    if field.is_picture:
        yield name
    for inner, child in field.children.items():
        yield from _picture_names(child, inner)
    for one in (field.row, field.value):
        if one is not None:
            yield from _picture_names(one, name)
