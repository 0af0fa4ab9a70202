"""Every tag of a part by itself, and the blocks that tags open and close: all that is wrong, and the part without it.

What is wrong is mended in the copy that is looked at further, so that a fault is told once and not what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError

from docgen._lazy import regex
from docgen.word.tags.messages import message_of
from docgen.word.tags.scanner import Tag, Unclosed, tags_in

OF_TAG, OF_BLOCK = "tag", "tag-blok"  # the codes
WORD = regex(r"\{%[-+]?\s*(\w+)")
BOUND = regex(r"\{%[-+]?\s*(?:for\s+([\w\s,]+?)\s+in\b|set\s+([\w\s,]+?)\s*(?:=|%\})|macro\s+(\w+))")
ASSIGNED = regex(r"\{%[-+]?\s*set\s[^%]*=")
OPENING = ("if", "for", "macro", "call", "filter", "with", "block", "set")
# how a block is closed to read its opening tag by itself, and what stands for a tag that is wrong
AROUND = {word: ("", f"{{% end{word} %}}") for word in OPENING} | {"elif": ("{% if 1 %}", "{% endif %}")}
INSTEAD = {"if": "{% if true %}", "elif": "{% elif true %}", "for": "{% for _ in [] %}"}
MIDDLE = {"else": ("if", "for"), "elif": ("if",)}


class TagFault(NamedTuple):
    """What is wrong, the line of the part it stands on, the tag, and the code of such a fault."""

    message: str
    line: int
    near: str
    code: str


class Read(NamedTuple):
    """What is wrong in the tags of a part, the part without that, and names of which nothing can be said any more."""

    faults: list[TagFault]
    source: str
    unsure: frozenset[str]


class _Placed(NamedTuple):
    tag: Tag
    line: int
    start: int
    word: str  # "" when it prints


def read_tags(source: str, env: Any) -> Read:
    """Read a part, one paragraph a line, of which each tag stands in one text."""
    reading = _Reading()
    for placed in _tags(source):
        reading.read(placed, _wrong(placed.tag.text, placed.word, env))
    for left in reversed(reading.open):
        reading.close(left, len(source))
    faults = sorted(reading.faults, key=lambda one: one.line)
    return Read(faults, _changed(source, reading.changes), frozenset(reading.unsure))


class _Reading:
    """One walk over the tags of a part."""

    def __init__(self) -> None:
        self.faults: list[TagFault] = []
        self.changes: list[tuple[int, int, str]] = []  # from, to, instead
        self.unsure: set[str] = set()
        self.open: list[_Placed] = []

    def read(self, placed: _Placed, wrong: str) -> None:
        """One tag, with what is wrong in it by itself."""
        if wrong:
            self._drop(placed, wrong, INSTEAD.get(placed.word, ""), OF_TAG)
        elif placed.word in MIDDLE:
            self._go_on(placed, MIDDLE[placed.word])
        elif _is_end(placed.word):
            self._end(placed, placed.word.removeprefix("end"))
        if placed.word in OPENING and not ASSIGNED.match(placed.tag.text) and (not wrong or placed.word in INSTEAD):
            self.open.append(placed)

    def close(self, opened: _Placed, at: int) -> None:
        """End a block that nothing ends."""
        message = f"deze tag is niet gesloten: ‘end{opened.word}’ ontbreekt"
        self.faults.append(TagFault(message, opened.line, opened.tag.text, OF_BLOCK))
        self.changes.append((at, at, f"{{% end{opened.word} %}}"))

    def _go_on(self, placed: _Placed, openers: tuple[str, ...]) -> None:
        if not self.open or self.open[-1].word not in openers:
            self._drop(placed, f"‘{placed.word}’ staat niet tussen ‘{openers[0]}’ en ‘end{openers[0]}’")

    def _end(self, placed: _Placed, opener: str) -> None:
        if opener not in [one.word for one in self.open]:
            self._drop(placed, f"de tag ‘{placed.word}’ hoort bij een begin dat ontbreekt")
            return
        while self.open[-1].word != opener:
            self.close(self.open.pop(), placed.start)
        self.open.pop()

    def _drop(self, placed: _Placed, message: str, instead: str = "", code: str = OF_BLOCK) -> None:
        self.faults.append(TagFault(message, placed.line, placed.tag.text, code))
        self.changes.append((placed.start, placed.start + len(placed.tag.text), instead))
        self.unsure.update(_names_bound(placed.tag.text))


def _is_end(word: str) -> bool:
    return word.startswith("end") and word.removeprefix("end") in OPENING


def _tags(source: str) -> Iterator[_Placed]:
    line, at = 1, 0
    for text in source.split("\n"):
        try:
            found = list(tags_in(text)) if "{" in text else []
        except Unclosed:  # placed already: what is left is text
            found = []
        for tag in found:
            if tag.is_comment:
                continue
            word = "" if tag.is_printing else _word(tag.text)
            if word not in ("raw", "endraw"):
                yield _Placed(tag, line, at + tag.start, word)
        line, at = line + 1, at + len(text) + 1


def _word(tag: str) -> str:
    found = WORD.match(tag)
    return found[1] if found else ""


def _wrong(tag: str, word: str, env: Any) -> str:
    """What is wrong in one tag, read by itself; "" when nothing is."""
    if word == "else" or _is_end(word):
        return ""
    before, after = AROUND.get(word, ("", ""))
    if word == "set" and ASSIGNED.match(tag):
        after = ""
    try:
        env.parse(f"{before}{tag}{after}")
    except TemplateSyntaxError as error:
        return message_of(error.message or "")
    return ""


def _names_bound(tag: str) -> list[str]:
    found = BOUND.match(tag)
    names = next(filter(None, found.groups()), "") if found else ""
    return [name.strip() for name in names.split(",") if name.strip()]


def _changed(source: str, changes: list[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, instead in sorted(changes, key=lambda one: (one[0], one[1])):
        pieces += [source[at:start], instead]
        at = max(at, end)
    return "".join([*pieces, source[at:]])
