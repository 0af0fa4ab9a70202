"""Tags that open and close a block, in pairs: {%p if %} takes its paragraph and so must its end; a plain {% endif %} in
another paragraph would leave half a paragraph behind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docgen._lazy import regex
from docgen.word.tags.location import XML_TAG
from docgen.word.tags.scanner import TAKING_END_RAW, TAKING_RAW

OPENING = ("if", "for", "macro", "call", "filter", "with", "block", "set")
MIDDLE = ("else", "elif")
TAKING = regex(r"\{%[-+]?\s*(?:tr|tc|p)\s", re.IGNORECASE)
PARAGRAPH = regex(r"<w:p([ >])")
STATEMENT = regex(r"\{%[-+]?\s*(?:((?i:tr|tc|p|r))(?=\s+[^\s}%#]))?\s*(\w+)(.*?)%\}", re.DOTALL)
RAW = regex(r"\{%-?\s*raw\b.*?endraw\s*-?%\}|\{#.*?#\}", re.DOTALL)
TAKES = {
    "tr": "de hele rij",
    "tc": "de hele cel",
    "p": "de hele alinea",
    "r": "een tekstdeel",
    "": "niets om zich heen",
}


class Statement(NamedTuple):
    """A tag of a block: what it takes with it, its word, and the line of the part on which it stands."""

    kind: str
    word: str
    line: int


class Mismatch(NamedTuple):
    """A block whose tags do not take the same with them."""

    message: str
    source: str  # the part, one paragraph a line
    line: int
    near: str


def mismatches(xml: str) -> Iterator[Mismatch]:
    """The blocks of a part that are opened in one way and go on or end in another."""
    if not TAKING.search(XML_TAG.sub("", xml)):
        return
    source = PARAGRAPH.sub(r"\n<w:p\1", xml.replace("\n", " "))
    open_ones: list[Statement] = []
    for tag in _statements(source):
        if tag.word in OPENING:
            open_ones.append(tag)
            continue
        first = open_ones[-1] if open_ones else None
        if first is None or tag.word not in (f"end{first.word}", *MIDDLE):
            return  # not in pairs: Jinja says where
        if tag.kind != first.kind and tag.line != first.line:
            yield _message(first, tag, source)
        if tag.word not in MIDDLE:
            open_ones.pop()


def _statements(source: str) -> Iterator[Statement]:
    is_raw = False
    for number, line in enumerate(source.split("\n"), 1):
        if "%" not in line:
            continue
        text = XML_TAG.sub("", line)
        is_raw = bool(TAKING_RAW.search(text)) or (is_raw and not TAKING_END_RAW.search(text))
        for kind, word, rest in STATEMENT.findall("" if is_raw else RAW.sub("", text)):
            is_block = word in OPENING and (word != "set" or "=" not in rest)
            if is_block or word in MIDDLE or word.removeprefix("end") in OPENING:
                yield Statement(kind.lower(), word, number)


def _message(first: Statement, tag: Statement, source: str) -> Mismatch:
    opening, other = (_as_tag(one.kind, one.word) for one in (first, tag))
    same = _as_tag(first.kind, tag.word)
    odd = tag if tag.word in MIDDLE and not tag.kind else first  # the tag to change
    return Mismatch(
        f"{opening} neemt {TAKES[first.kind]} mee, maar {other} {TAKES[tag.kind]}; schrijf {same}, in een eigen "
        f"{'alinea' if first.kind == 'p' else 'rij' if first.kind == 'tr' else 'cel' if first.kind == 'tc' else 'tag'}",
        source,
        odd.line,
        odd.word,
    )


def _as_tag(kind: str, word: str) -> str:
    return f"{{%{kind} {word} %}}" if word.startswith(("end", "else")) else f"{{%{kind} {word} … %}}"
