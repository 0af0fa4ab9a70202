"""`partij: partner` in a dossier beside a list: the partner of each row, who pays, bears a cost or has a role."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from docgen.domain.names import PARTIES, PARTNER
from docgen.schema.field import Field, iter_values
from docgen.validation.references import is_partner


def names_partner(data: dict[str, Any], root: Field) -> bool:
    """Whether data name the partner of a row as a party."""
    return not _is_taken(data) and any(is_partner(value, field) for _, value, field, _ in iter_values(data, root))


def with_own_id(data: dict[str, Any], root: Field, own: str) -> dict[str, Any]:
    """The data in which the partner is named by the id that it has as a party; what names no partner is shared."""
    renamed: dict[str, Any] = data if _is_taken(data) else _renamed(data, root, own)
    return renamed


def _is_taken(data: dict[str, Any]) -> bool:
    """Whether a party has the word itself as its id."""
    return any(isinstance(partij, dict) and partij.get("id") == PARTNER for partij in data.get(PARTIES) or ())


def _renamed(value: Any, field: Field, own: str) -> Any:
    if is_partner(value, field):
        return own
    if not _can_refer(field):
        return value
    if isinstance(value, dict):
        below = {name: _renamed(inside, field.below(name) or field, own) for name, inside in value.items()}
        return below if any(below[name] is not value[name] for name in value) else value
    if isinstance(value, list):
        rows = [_renamed(row, field.each, own) for row in value]
        return rows if any(new is not old for new, old in zip(rows, value, strict=True)) else value
    return value


@lru_cache(maxsize=1_000)
def _can_refer(field: Field) -> bool:
    """Whether a party can be named in a field or somewhere in it."""
    inside = [*field.children.values(), *filter(None, (field.row, field.value))]
    return field.reference == PARTIES or any(map(_can_refer, inside))
