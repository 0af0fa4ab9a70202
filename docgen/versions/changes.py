"""Every difference between two versions of a dossier, field by field, as the schema knows the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from docgen.schema.field import ANYTHING, Field
from docgen.versions.row_matching import order_changed, pairs

Path = tuple[Any, ...]
CHANGED, ADDED, GONE, RENAMED, MOVED = "veranderd", "nieuw", "vervallen", "hernoemd", "verplaatst"


class Change(NamedTuple):
    """One thing that is different. `path` is where it stands now (where it stood, when it is gone) and `fields` the fields along
    it; `rows` are the rows it stands in, from the outside in, as they are now. `kind` is one of the words above."""

    path: Path
    fields: tuple[Field, ...]
    rows: tuple[Any, ...]
    kind: str
    before: Any
    now: Any


def changes(before: Mapping[str, Any], now: Mapping[str, Any], root: Field) -> list[Change]:
    """What differs between the data of two dossiers; an id that was only renamed is told once, and not at each reference to it."""
    renamed = dict(_renamed(before, now, root))
    return list(_Comparison(renamed).of(before, now, root, (), (root,), ()))


def _renamed(before: Any, now: Any, field: Field, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, str], str]]:
    """Of every row with another id than before: the dotted path of its list with the old id, and the new one."""
    for name, child in field.children.items():
        was, today = ((one or {}).get(name) if isinstance(one, dict) else None for one in (before, now))
        here = (*path, name)
        if child.kind == "dict":
            yield from _renamed(was, today, child, here)
        elif isinstance(was, list) and isinstance(today, list) and child.row and "id" in child.row.children:
            for one in pairs(was, today, child):
                if one.before is not None and one.now is not None:
                    old, new = was[one.before].get("id"), today[one.now].get("id")
                    if old and new and old != new:
                        yield (".".join(here), old), new


class _Comparison:
    """Two versions held beside each other."""

    def __init__(self, renamed: Mapping[tuple[str, str], str]) -> None:
        self._renamed = renamed

    def of(
        self, before: Any, now: Any, field: Field, path: Path, fields: tuple[Field, ...], rows: tuple[Any, ...]
    ) -> Iterator[Change]:
        """The differences between two values of a field."""
        if before == now or self._is_same_reference(before, now, field):
            return
        if (
            before is None
            or now is None
            or (isinstance(before, dict), isinstance(before, list))
            != (
                isinstance(now, dict),
                isinstance(now, list),
            )
        ):
            yield Change(path, fields, rows, _kind(before, now), before, now)
        elif isinstance(now, list):
            yield from self._of_lists(before, now, field, path, fields, rows)
        elif isinstance(now, dict):
            before = {self._today(name, field.key): value for name, value in before.items()}
            names = [*now, *(name for name in before if name not in now)]
            for name in names:
                child = field.below(name) or ANYTHING
                yield from self.of(before.get(name), now.get(name), child, (*path, name), (*fields, child), rows)
        else:
            is_id = bool(path) and path[-1] == "id" and bool(rows)
            yield Change(path, fields, rows, RENAMED if is_id else CHANGED, before, now)

    def _of_lists(
        self,
        before: list[Any],
        now: list[Any],
        field: Field,
        path: Path,
        fields: tuple[Field, ...],
        rows: tuple[Any, ...],
    ) -> Iterator[Change]:
        row = field.row or ANYTHING
        before = [self._today(one, row) for one in before]
        found = pairs(before, now, field)
        for one in found:
            was = None if one.before is None else before[one.before]
            today = None if one.now is None else now[one.now]
            at = one.now if one.now is not None else one.before
            here = (*rows, today if today is not None else was)
            yield from self.of(was, today, row, (*path, at), (*fields, row), here)
        if order_changed(found):
            yield Change(path, fields, rows, MOVED, before, now)

    def _is_same_reference(self, before: Any, now: Any, field: Field) -> bool:
        return field.reference != "" and now is not None and self._today(before, field) == now

    def _today(self, value: Any, field: Field | None) -> Any:
        """What an id of the earlier version is today."""
        known = field is not None and field.reference and isinstance(value, str)
        return self._renamed.get((field.reference, value), value) if known and field else value


def _kind(before: Any, now: Any) -> str:
    return ADDED if before is None else GONE if now is None else CHANGED
