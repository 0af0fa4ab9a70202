"""XML as text with the place of every element, so that a change leaves all the rest byte for byte as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from docgen._lazy import regex

TOKEN = regex(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"""|<(?P<end>/?)(?P<name>[^\s/>]+)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*?)(?P<empty>/?)>""",
    re.DOTALL,
)


@dataclass(slots=True)
class XmlSpan:
    """An element: its name with prefix, its attributes as text, and where it stands."""

    name: str
    attributes: str
    start: int
    end: int = 0
    close: int = 0  # where its end tag begins
    children: list[XmlSpan] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[XmlSpan]:
        """The elements below with one of these names, or all of them."""
        for child in self.children:
            if not names or child.name in names:
                yield child
            yield from child.all(*names)

    def own(self, *names: str) -> list[XmlSpan]:
        """The children with one of these names."""
        return [child for child in self.children if child.name in names]

    def number(self, name: str) -> int:
        """The `val` of the child of this name, 0 when there is none."""
        found = [re.search(r"""\bval\s*=\s*["'](\d{1,9})["']""", child.attributes) for child in self.own(name)]
        return int(found[0][1]) if found and found[0] else 0


def spans_of(text: str) -> XmlSpan:
    """The root of a well-formed part, with all below it."""
    above = [XmlSpan("", "", 0)]
    for token in TOKEN.finditer(text):
        if token["name"] is None:
            continue
        if token["end"]:
            piece = above.pop()
            piece.close, piece.end = token.start(), token.end()
            continue
        piece = XmlSpan(token["name"], token["attributes"], token.start(), token.end(), token.end())
        above[-1].children.append(piece)
        if not token["empty"]:
            above.append(piece)
    return above[0].children[0]


Cut = tuple[int, int, str]  # from, to, and the name of what comes there instead ("" is nothing)
Slots = tuple[tuple[str, str], ...]  # text, and the name of what follows it


def slots(text: str, start: int, end: int, cuts: Iterable[Cut]) -> Slots:
    """A stretch of text with holes for the cuts in it; a cut inside another one counts for nothing."""
    found: list[tuple[str, str]] = []
    at = start
    for begin, stop, name in sorted(cuts):
        if at <= begin < end:
            found.append((text[at:begin], name))
            at = stop
    return (*found, (text[at:end], ""))


def fill_slots(shape: Slots, filling: Mapping[str, str]) -> str:
    """The text of a mould with its holes filled."""
    return "".join(text + filling.get(name, "") for text, name in shape)
