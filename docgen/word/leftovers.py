"""What looks like a tag and is none: half of one, or a field of another program that nobody would fill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docgen.word.tags import STRAY, Misplaced

TAG_WORDS = frozenset(
    [
        "if",
        "elif",
        "else",
        "endif",
        "for",
        "endfor",
        "set",
        "endset",
        "macro",
        "endmacro",
        "call",
        "endcall",
        "filter",
        "endfilter",
        "with",
        "endwith",
        "raw",
        "endraw",
    ]
)
WORD = re.compile(r"\w+")
# { naam }, { naam | datum }, { if … }: a brace lost on both sides
SINGLE = re.compile(r"(?<!\$)\{\s*(\w+)\b[^{}]{0,200}\}")
ESCAPED = re.compile(r"\{_[{%]|[}%]_\}")  # how docxtpl writes the brackets themselves
HALF_BLOCK = re.compile(r"\{\s*%|%\s*\}")
# how other programs write a field
FIELDS = (
    re.compile(r"«\s*[^\W_][\w .-]{0,40}»"),
    re.compile(r"<<\s*[^\W_][\w .-]{0,40}>>"),
    re.compile(r"\$?\{\s*[^\W\d][\w.-]{0,40}\s*\}"),
    re.compile(r"\[[a-z_][\w.-]{1,40}\]"),
)
ORDINARY = {"[sic]", "[red]", "[noot]"}
NEARBY = 60
TAGS = re.compile(r"\{[{%]((?:(?![{%]\}|\}\}).)*)", re.DOTALL)
NO_NAME = re.compile(r"<[^>]*>|\"[^\"]*\"|'[^']*'")


def known_words(sources: Iterable[str]) -> frozenset[str]:
    """The words that tags in these parts are about, and those that every tag can begin with."""
    tags = (NO_NAME.sub(" ", tag[1]) for source in sources if "{" in source for tag in TAGS.finditer(source))
    return TAG_WORDS.union(*(WORD.findall(tag) for tag in tags))


def may_hold(part: bytes) -> bool:
    """Whether anything in a part can look like a tag."""
    return any(mark in part for mark in (b"{", b"}", b"[", b"&lt;&lt;", "«".encode()))


def look(outside: str, text: str, paragraph: Any, known: frozenset[str]) -> Iterator[tuple[str, Any, str]]:
    """Yield what looks like a field and is not filled: what to say, the paragraph, text nearby.

    `outside` is the text of a paragraph with its tags blanked out; `known` are words that a tag can be about. Raises
    `Misplaced` for what must have been a tag.
    """
    outside = ESCAPED.sub("   ", outside)
    if half := _half_of_tag(outside, text, known):
        near = text[max(0, half.start() - NEARBY) : half.end()] if half[0] in ("}}", "%}", "#}") else half[0]
        raise Misplaced(
            f"bij {half[0][:NEARBY]} klopt een tag niet; een tag is {{{{ … }}}} of {{% … %}}, met alle haken",
            paragraph,
            near,
        )
    for stray in STRAY.finditer(outside):
        yield f"bij {stray[0]} begint geen tag; docgen laat het staan", paragraph, stray[0]
    for pattern in FIELDS:
        for field in pattern.finditer(outside):
            if field[0].lower() not in ORDINARY:
                yield (
                    f"{field[0]} lijkt een veld, maar docgen vult het niet; een tag is {{{{ … }}}}",
                    paragraph,
                    field[0],
                )


def _half_of_tag(outside: str, text: str, known: frozenset[str]) -> re.Match[str] | None:
    """Half a tag: a bracket that closes nothing beside what else points at one, or single braces around a known word."""
    stray = STRAY.search(outside)
    if stray and ("{" in text or known & set(WORD.findall(outside))):
        return stray
    if half := HALF_BLOCK.search(outside):
        return half if TAG_WORDS & set(WORD.findall(outside)) else None
    return next((single for single in SINGLE.finditer(outside) if single[1] in known), None)
