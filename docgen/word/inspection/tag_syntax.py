"""Every tag of a part by itself, and the blocks that tags open and close: all that is wrong, and the part without it.

What is wrong is mended in the copy that is looked at further, so that a fault is told once and not what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError

from docgen._lazy import regex
from docgen.word.tags.blocks import OPENING
from docgen.word.tags.leftovers import TAG_WORDS
from docgen.word.tags.messages import KINDS, NO_BEGIN, WORDS, message_of
from docgen.word.tags.scanner import HIDDEN, Tag, Unclosed, tags_in

OF_TAG, OF_BLOCK = "tag", "tag-blok"  # the codes
WORD = regex(r"\{%[-+]?\s*(\w+)")
NAME = regex(r"\w+")
ASSIGNED = regex(r"\{%[-+]?\s*set\s[^%]*=")
# how a block is closed to read its opening tag by itself, and what stands for a tag that is wrong
AROUND = {word: ("", f"{{% end{word} %}}") for word in OPENING} | {"elif": ("{% if 1 %}", "{% endif %}")}
INSTEAD = {
    "if": "{% if true %}", "elif": "{% elif true %}", "for": "{% for _x in [] %}", "macro": "{% macro _x() %}", "call": "{% call _x() %}",
    "filter": "{% filter upper %}", "with": "{% with %}", "block": "{% block _x %}", "set": "{% set _x %}",
}  # fmt: skip
MIDDLE = {"else": ("if", "for"), "elif": ("if",)}
OPEN, SHUT = HIDDEN["{"], HIDDEN["}"]
# a statement that lost a bracket: its brackets are hidden, and the tag was told already
BROKEN = regex(rf"(?:{OPEN}%?|%)[-+]?\s*(?:(?:tr|tc|p|r)\s+)?([a-z]+)\b[^<{OPEN}{SHUT}%{{}}]*%?{SHUT}?")


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
    is_broken: bool = False  # told before: it takes part as what it was meant to be


def read_tags(source: str, env: Any) -> Read:
    """Read a part, one paragraph a line, of which each tag stands in one text."""
    reading = _Reading()
    for placed in _tags(source):
        reading.read(placed, "" if placed.is_broken else _wrong(placed.tag.text, placed.word, env))
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
        if wrong or placed.is_broken:
            self._take_as_meant(placed, wrong)
        elif placed.word in MIDDLE:
            self._go_on(placed, MIDDLE[placed.word])
        elif _is_end(placed.word):
            self._end(placed, placed.word.removeprefix("end"))
        elif placed.word in OPENING and not ASSIGNED.match(placed.tag.text):
            self.open.append(placed)

    def _take_as_meant(self, placed: _Placed, wrong: str) -> None:
        """A tag that is wrong, or was: it opens or ends what it was meant to, so that nothing follows from it."""
        word, instead = _meant(placed.word), ""
        opener = word.removeprefix("end")
        if word in OPENING and not ASSIGNED.match(placed.tag.text):
            instead = INSTEAD[word]
            self.open.append(placed._replace(word=word, is_broken=True))
        elif _is_end(word) and any(one.word == opener for one in self.open):
            while self.open[-1].word != opener:
                self.close(self.open.pop(), placed.start)
            self.open.pop()
            instead = f"{{% {word} %}}"
        if wrong:
            self.faults.append(TagFault(wrong, placed.line, placed.tag.text, OF_TAG))
        self._put(placed, instead)
        self.unsure.update(("_x", placed.word.removeprefix("for")))

    def close(self, opened: _Placed, at: int) -> None:
        """End a block that nothing ends."""
        if not opened.is_broken:
            message = f"deze tag is niet gesloten: ‘end{opened.word}’ ontbreekt; zet waar het stuk ophoudt een tag met end{opened.word}, op net zo’n plaats als deze"
            self.faults.append(TagFault(message, opened.line, opened.tag.text, OF_BLOCK))
        self.changes.append((at, at, f"{{% end{opened.word} %}}"))

    def _go_on(self, placed: _Placed, openers: tuple[str, ...]) -> None:
        if not self.open or self.open[-1].word not in openers:
            self._drop(
                placed,
                f"‘{placed.word}’ staat niet tussen ‘{openers[0]}’ en ‘end{openers[0]}’; zet het ertussen, of haal het weg",
            )

    def _end(self, placed: _Placed, opener: str) -> None:
        if opener not in [one.word for one in self.open]:
            self._drop(placed, NO_BEGIN.format(placed.word))
            return
        while self.open[-1].word != opener:
            self.close(self.open.pop(), placed.start)
        self.open.pop()

    def _drop(self, placed: _Placed, message: str) -> None:
        self.faults.append(TagFault(message, placed.line, placed.tag.text, OF_BLOCK))
        self._put(placed, "")

    def _put(self, placed: _Placed, instead: str) -> None:
        self.changes.append((placed.start, placed.start + len(placed.tag.text), instead))
        if not placed.tag.is_printing:  # it may have given any of these names a value
            self.unsure.update(NAME.findall(placed.tag.text))


def _is_end(word: str) -> bool:
    return word.startswith("end") and word.removeprefix("end") in OPENING


def _tags(source: str) -> Iterator[_Placed]:
    line, at = 1, 0
    for text in source.split("\n"):
        try:
            found = list(tags_in(text)) if "{" in text else []
        except Unclosed:  # placed already: what is left is text
            found = []
        placed = [_Placed(tag, line, at + tag.start, _word(tag)) for tag in found if not tag.is_comment]
        for broken in BROKEN.finditer(text) if OPEN in text or SHUT in text else ():
            if OPEN in broken[0] or SHUT in broken[0]:
                tag = Tag(broken.start(), broken.end(), broken[0])
                placed.append(_Placed(tag, line, at + tag.start, broken[1], is_broken=True))
        yield from sorted((one for one in placed if one.word not in ("raw", "endraw")), key=lambda one: one.start)
        line, at = line + 1, at + len(text) + 1


def _word(tag: Tag) -> str:
    found = None if tag.is_printing else WORD.match(tag.text)
    return found[1] if found else ""


def _meant(word: str) -> str:
    """The word of a block that a wrong word must have been; itself when it looks like none."""
    bare = next((word[len(kind) :] for kind in KINDS if word.startswith(kind) and word[len(kind) :] in WORDS), word)
    glued = next((opener for opener in ("for", "set") if bare.startswith(opener)), "")  # forpunt
    return glued or next(iter(get_close_matches(bare.lower(), WORDS, 1, 0.6)), word) if bare not in WORDS else bare


def fault_in(tag: str, env: Any) -> str:
    """What is wrong in one tag with its brackets, read by itself; "" when nothing is."""
    plain = next(tags_in(tag)).plain
    found = WORD.match(plain) if not plain.startswith("{{") else None
    word = found[1] if found else ""
    if not plain.startswith("{%") or word in TAG_WORDS:
        return "" if word in ("raw", "endraw") else _wrong(plain, word, env)
    return f"de tag ‘{word}’ bestaat niet"


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


def _changed(source: str, changes: list[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, instead in sorted(changes, key=lambda one: (one[0], one[1])):
        pieces += [source[at:start], instead]
        at = max(at, end)
    return "".join([*pieces, source[at:]])
