"""The names of a template on a screen: each tag as it is pasted, in the loops that it needs, with what it means beside or below it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from docgen.documents.own_templates.names import TemplateName, in_steps

TAG = 44  # columns for a tag; a longer one has its meaning below it
LEAST = 40


def lines(names: Iterable[TemplateName], width: int) -> Iterator[str]:
    """The lines for a screen of so many columns."""
    for top, group in groupby(names, key=lambda name: name.top):
        yield click.style(top, bold=True)
        for depth, one in in_steps(group):
            indent = "  " * (depth + 1)
            if isinstance(one, str):
                yield from _folded(f"{{%p {one} %}}", width, indent)
            else:
                yield from _name(one, width, indent)
        yield ""


def table(rows: Iterable[tuple[str, str, str]], width: int) -> Iterator[str]:
    """A name, a tag and a meaning in each row."""
    for name, tag, meaning in rows:
        yield from _folded(click.style(name, bold=True) + (f"  {tag}" if tag else ""), width, "  ")
        yield from _folded(meaning, width, "      ", "")


def _name(name: TemplateName, width: int, indent: str) -> Iterator[str]:
    example = f"Bijvoorbeeld: {name.example}" if name.example else ""
    told = " ".join(filter(None, (name.explained, example))) + f" ({name.kind})"
    tag = name.tag or name.path
    room = max(TAG, width // 3)
    if len(indent) + len(tag) < room and width - room > LEAST // 2:
        first, *rest = textwrap.wrap(told, width - room, break_long_words=False, break_on_hyphens=False)
        yield f"{indent}{tag:<{room - len(indent)}}{first}"
        yield from (" " * room + line for line in rest)
    else:
        yield from _folded(tag, width, indent)
        yield from _folded(told, width, f"{indent}    ", "")


def _folded(text: str, width: int, indent: str, hang: str = "  ") -> list[str]:
    """A text in lines of whole words."""
    return textwrap.wrap(
        text, max(width, LEAST), initial_indent=indent, subsequent_indent=f"{indent}{hang}", break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
