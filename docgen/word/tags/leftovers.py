"""What looks like a tag and is none: half of one, or a field of another program that nobody would fill."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from docgen._lazy import regex
from docgen.word.tags.scanner import BRACKETS_IN_QUOTES, NOT_WHOLE, OF_QUOTES, STRAY, Misplaced

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
WORD = regex(r"\w+")
# { naam }, { naam | datum }, { if … }: a brace lost on both sides
SINGLE = regex(r"(?<!\$)\{\s*(\w+)\b[^{}]{0,200}\}")
ESCAPED = regex(r"\{_[{%]|[}%]_\}")  # how docxtpl writes the brackets themselves
HALF_BLOCK = regex(r"\{\s*%|%\s*\}")
IN_TEXT, NO_LINK = r"(?<![\w.\[!])", r"(?![\w(]|\.\[)"  # what stands around a [ ] that belongs to no word, link or code
OF_FIELDS = "«<{["  # one of these is in what looks like a field
# how other programs write a field
FIELDS = (
    re.compile(r"«\s*[^\W_][\w .-]{0,40}»"),
    re.compile(r"<<\s*[^\W_][\w .-]{0,40}>>"),
    re.compile(r"\$?\{\s*[^\W\d][\w.-]{0,40}\s*\}"),
    re.compile(rf"{IN_TEXT}\[[a-z_][\w.-]{{1,40}}\]{NO_LINK}"),
)
# between single brackets or braces: a few words for who fills it in, of letters, perhaps with a number behind them
WORDS = r"[^\W\d_]+(?:[’'/-][^\W\d_]+)*"
PHRASES = (
    re.compile(rf"{IN_TEXT}\[(?P<words>(?:{WORDS} ){{0,5}}(?:{WORDS}|(?<= )\d{{1,2}}))\]{NO_LINK}"),
    re.compile(rf"(?<![\w{{])\$?\{{ ?(?P<words>(?:{WORDS} ){{1,5}}(?:{WORDS}|(?<= )\d{{1,2}})) ?\}}(?![\w}}])"),
)
SHORTEST = 3  # letters of a phrase: [a] and [De] belong to a quotation or a list
ORDINARY = {  # how what is no field begins
    "sic", "red", "redactie", "noot", "online", "geopend", "geraadpleegd", "bekeken", "accessed", "available", "retrieved", "cit", "zie", "vgl", "enz", "etc",
    "bron", "figuur", "tabel", "cursivering", "hoofdletter", "onleesbaar", "vert",
}  # fmt: skip
OPERATORS = {"if", "is", "in", "and", "or", "not", "else"}
NEARBY = 60
TAGS = regex(r"\{[{%]((?:(?![{%]\}|\}\}).)*)", re.DOTALL)
NO_NAME = regex(r"<[^>]*>|\"[^\"]*\"|'[^']*'")


def known_words(sources: Iterable[str]) -> frozenset[str]:
    """The words that tags in these parts are about, and those that every tag can begin with."""
    tags = (NO_NAME.sub(" ", tag[1]) for source in sources if "{" in source for tag in TAGS.finditer(source))
    return TAG_WORDS.union(*(WORD.findall(tag) for tag in tags))


def may_hold(part: bytes) -> bool:
    """Whether anything in a part can look like a tag."""
    return any(mark in part for mark in (b"{", b"}", b"[", b"&lt;&lt;", "«".encode()))


def look(
    outside: str, text: str, paragraph: Any, known: frozenset[str], tell: Callable[[Misplaced], None]
) -> Iterator[tuple[str, Any, str]]:
    """Yield what looks like a field and is not filled: what to say, the paragraph, text nearby.

    `outside` is the text of a paragraph with its tags blanked out; `known` are words that a tag can be about. What must have
    been a tag goes to `tell`.
    """
    outside = ESCAPED.sub("   ", outside)
    if half := _half_of_tag(outside, text, known):
        near = text[max(0, half.start() - NEARBY) : half.end()] if half[0] in ("}}", "%}", "#}") else half[0]
        remedy = OF_QUOTES if BRACKETS_IN_QUOTES.search(text) else "een tag is {{ … }} of {% … %}, met alle haken"
        tell(Misplaced(f"bij {half[0][:NEARBY]} klopt een tag niet; {remedy}", paragraph, near, NOT_WHOLE))
        return
    for stray in STRAY.finditer(outside):
        yield f"bij {stray[0]} begint geen tag; docgen laat het staan", paragraph, stray[0]
    for field in _fields_in(outside):
        yield f"{field} lijkt een veld, maar docgen vult het niet; een tag is {{{{ … }}}}", paragraph, field


def _fields_in(text: str) -> list[str]:
    """What in a text looks like a field of another program, or for who fills it in by hand."""
    if not any(mark in text for mark in OF_FIELDS):
        return []
    found = {field.start(): field[0] for pattern in FIELDS for field in pattern.finditer(text)}
    for pattern in PHRASES:
        for field in pattern.finditer(text):
            words = field["words"]
            if len(words) >= SHORTEST and not (words.isupper() and "-" in words):  # [ISO-ABC] stands for a book
                found.setdefault(field.start(), field[0])
    return [
        field
        for _, field in sorted(found.items())
        if not (field[0] == "[" and WORD.findall(field)[0].lower() in ORDINARY)
    ]


def _half_of_tag(outside: str, text: str, known: frozenset[str]) -> re.Match[str] | None:
    """Half a tag: a bracket that closes nothing beside what else points at one, or single braces around a known word."""
    stray = STRAY.search(outside)
    if stray and ("{" in text or known & set(WORD.findall(outside))):
        return stray
    if half := HALF_BLOCK.search(outside):
        return half if TAG_WORDS & set(WORD.findall(outside)) else None
    return next((one for one in SINGLE.finditer(outside) if one[1] in known and not _is_phrase(one[0])), None)


def _is_phrase(braced: str) -> bool:
    """Whether words between braces are for a reader and make no tag: "{naam van de partij}"."""
    words = WORD.findall(braced)
    return PHRASES[1].fullmatch(braced) is not None and words[0] not in TAG_WORDS and not OPERATORS & set(words[1:])
