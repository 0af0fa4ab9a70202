"""A dossier of which parts could not be read: who looks at one of those is stopped, so that no rule judges what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from docgen.domain.types import CompleteDossier

Path = tuple[Any, ...]
T = TypeVar("T")


class NotRead(Exception):
    """Somebody looked at what could not be read, at `path`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class PartialDict(dict[Any, Any]):
    """A part with fields that could not be read: each field by itself may be looked at, all of them together not."""

    def __init__(self, fields: dict[Any, Any]) -> None:
        super().__init__(fields)
        self.hidden: dict[Any, Path] = {}

    def __getitem__(self, name: Any) -> Any:
        self._look(name)
        return super().__getitem__(name)

    def get(self, name: Any, default: Any = None) -> Any:
        self._look(name)
        return super().get(name, default)

    def __contains__(self, name: Any) -> bool:
        self._look(name)
        return super().__contains__(name)

    def copy(self) -> PartialDict:
        copied = PartialDict(dict(dict.items(self)))
        copied.hidden = dict(self.hidden)
        return copied

    def _look(self, name: Any) -> None:
        if name in self.hidden:
            raise NotRead(self.hidden[name])

    def _look_at_all(self) -> None:
        for path in self.hidden.values():
            raise NotRead(path)

    def __iter__(self) -> Iterator[Any]:
        self._look_at_all()
        return super().__iter__()

    def __len__(self) -> int:
        self._look_at_all()
        return super().__len__()

    def __bool__(self) -> bool:
        return any(name not in self.hidden for name in super().__iter__()) or len(self) > 0

    def __eq__(self, other: object) -> bool:
        self._look_at_all()
        return super().__eq__(other)

    __hash__ = None

    def keys(self) -> Any:
        self._look_at_all()
        return super().keys()

    def values(self) -> Any:
        self._look_at_all()
        return super().values()

    def items(self) -> Any:
        self._look_at_all()
        return super().items()


class PartialList(list[Any]):
    """A list of which a row could not be read: nobody may look at it."""

    def __init__(self, rows: Iterable[Any], path: Path) -> None:
        super().__init__(rows)
        self.path = path

    def _all(self, *_: Any) -> Any:
        raise NotRead(self.path)

    __iter__ = __len__ = __getitem__ = __contains__ = __eq__ = __reversed__ = copy = _all
    __hash__ = None

    def __bool__(self) -> bool:
        return super().__len__() > 0


def without(dossier: CompleteDossier, unread: Iterable[Path]) -> dict[Any, Any]:
    """The same dossier in which these paths cannot be looked at; what holds them is copied. The empty path is not for here."""
    partial: dict[Any, Any] = PartialDict(dict(dossier))
    own: dict[Path, Any] = {(): partial}
    for path in unread:
        _hide(own, path)
    return partial


def _hide(own: dict[Path, Any], path: Path) -> None:
    for depth, step in enumerate(path):
        holder = own[path[:depth]]
        if isinstance(holder, PartialList):
            return
        inside = dict.get(holder, step) if isinstance(holder, PartialDict) else None
        if isinstance(holder, list) and isinstance(step, int) and step < len(holder):
            inside = holder[step]
        if depth + 1 == len(path) or not isinstance(inside, dict | list):
            _close(own, path[:depth], step, path)
            return
        here = path[: depth + 1]
        if here not in own:
            own[here] = PartialDict(inside) if isinstance(inside, dict) else list(inside)
            _put(holder, step, own[here])


def _close(own: dict[Path, Any], at: Path, step: Any, path: Path) -> None:
    """No one looks at a field, or, where it is a row, at the list that holds it."""
    holder = own[at]
    if isinstance(holder, PartialDict):
        holder.hidden.setdefault(step, path)
    else:
        own[at] = PartialList(holder, path)
        _put(own[at[:-1]], at[-1], own[at])


def _put(holder: Any, step: Any, part: Any) -> None:
    if isinstance(holder, PartialDict):
        dict.__setitem__(holder, step, part)
    else:
        holder[step] = part


def as_far_as_read(found: Iterator[T], stopped: list[Path]) -> Iterator[T]:
    """What is found until somebody looks at what could not be read; then that path is added to those in `stopped`."""
    try:
        yield from found
    except NotRead as one:
        stopped.append(one.path)
