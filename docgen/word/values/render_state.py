"""What one render asked for in vain or printed that is more than ordinary text; and where in the data something stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from docgen._lazy import regex

MAX_SEARCHED = 200_000
NOT_ORDINARY = regex("[\x00-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass
class RenderState:
    """What one render asked for in vain, and the data in which it asked."""

    data: Mapping[str, Any]
    draft: bool = False
    mark: str = ""  # for the top of every page
    needs_care: bool = (
        False  # a value was printed that is more than ordinary text: breaks, rich text, forbidden characters
    )
    is_rich: bool = False  # a value was printed that brings its own markup
    paths: list[str] = field(default_factory=list)
    pictures: list[Any] = field(default_factory=list)  # that were shown, each time
    read_pictures: dict[Any, Any] = field(default_factory=dict)  # that were no file of a dossier, by what was given
    links: dict[str, dict[str, str]] = field(
        default_factory=dict
    )  # of running texts: by part the relation of each address
    lists: list[tuple[str, int, int]] = field(default_factory=list)  # the form of each, its level and its first number
    blocks: tuple[Any, ...] = ()  # texts of a writer before or after a section
    sections: tuple[Any, ...] = ()  # the headings of each
    has_breaks: bool = False  # a value has a line break of the writer

    def note(self, path: str) -> str:
        """Remember a missing path and return what a draft shows for it."""
        if path not in self.paths:
            self.paths.append(path)
        return f"[ontbreekt: {path}]"


CURRENT: ContextVar[RenderState] = ContextVar("asked")


def require_care() -> None:
    """Remember that what is printed needs the careful way."""
    state = CURRENT.get(None)
    if state:
        state.needs_care = True


def require_rich_care() -> None:
    """Remember that what is printed brings its own markup."""
    state = CURRENT.get(None)
    if state:
        state.needs_care = state.is_rich = True


def path_to(wanted: Any, data: Mapping[str, Any]) -> str | None:
    """Where a dict or list stands in the data, by identity."""
    for count, (path, value) in enumerate(walk(data)):
        if value is wanted:
            return path
        if count > MAX_SEARCHED:
            break
    return None


def walk(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield path and value of everything at the top and of every dict and list below, level by level."""
    level: list[tuple[str, Any]] = [(str(name), value) for name, value in data.items()]
    while level:
        yield from level
        below: list[tuple[str, Any]] = []
        for path, value in level:
            if isinstance(value, Mapping):
                below += [(f"{path}.{name}", inner) for name, inner in value.items()]
            elif isinstance(value, (list, tuple)):
                below += [(f"{path}[{_label(inner, i)}]", inner) for i, inner in enumerate(value)]
        level = [(path, value) for path, value in below if isinstance(value, (Mapping, list, tuple))]


def _label(value: Any, index: int) -> Any:
    known = value.get("id") if isinstance(value, Mapping) else None
    return known if isinstance(known, str) else index + 1
