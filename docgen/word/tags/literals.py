"""The texts between quotes in a tag: Word curls the quotes that delimit them, and what stands between is printed as written.

docxtpl straightens every quote in a tag, so the curled ones pass it under another character (`disguise`); afterwards each
tag gets straight quotes around its literals, and nothing changes inside (`settled`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen._lazy import regex
from docgen.text.characters import HARD_SPACES, HIDDEN

CURLED = {"‘": "\ufde0", "’": "\ufde1", "“": "\ufde2", "”": "\ufde3"}  # what docxtpl changes -> what no text has
ENTITIES = {"&#8216;": "'", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}  # in this order
FAMILIES = {'"': '"“”„‟″〝〞«»', "'": "'‘’‚‛′´`‹›"}  # the straight quote -> all that may stand for it
STRAIGHT = {mark: straight for straight, marks in FAMILIES.items() for mark in marks}
QUOTE = regex(f"[{re.escape(''.join(STRAIGHT))}]")
ODD_QUOTE = regex(f"[{re.escape(''.join(mark for mark in STRAIGHT if mark not in FAMILIES))}]")
TAG = regex(r"(?<=\{[{%])(.*?)(?=[}%]\})")
AFTER = regex(r"\s*(?:$|[)\]},|:=!<>+*/%~.\[-]|(?:if|else|in|not|and|or|is|recursive)\b)|\s+[\"'“”„«‘’‚]")
UNSEEN = f"{HIDDEN}\u200c\u200d\u202a-\u202e\u2066-\u2069"
STRANGE = regex(f"[{UNSEEN}{HARD_SPACES}]")
OUTSIDE = regex(rf"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|([{UNSEEN}]+)|[{HARD_SPACES}]""", re.DOTALL)
KIND = regex(rf"(\{{[{{%#])[{UNSEEN}]*(tr|tc|p|r)[{UNSEEN}]*[ {HARD_SPACES}]")


def disguise(xml: str) -> str:
    """A part in which docxtpl finds no quote to change, and no odd space after the letter that says what a tag takes."""
    return _exchange(KIND.sub(r"\1\2 ", xml), CURLED)


def settle(xml: str) -> str:
    """A part as docxtpl prepared it, every literal in a tag between straight quotes and all else as it was."""
    seen = _exchange(xml, {hidden: quote for quote, hidden in CURLED.items()})
    return TAG.sub(lambda tag: _clean(_delimit(_exchange(tag[0], ENTITIES))), seen)


def _exchange(xml: str, characters: Mapping[str, str]) -> str:
    for old, new in characters.items():  # many times faster than to translate
        xml = xml.replace(old, new)
    return xml


def _delimit(tag: str) -> str:
    """The inside of a tag with straight quotes around its literals; with straight quotes only when that does not work out."""
    if not ODD_QUOTE.search(tag):
        return tag
    found = _rest(tag, 0, {})
    return "".join(STRAIGHT.get(character, character) for character in tag) if found is None else found


def _rest(tag: str, start: int, known: dict[int, str | None]) -> str | None:
    """The rest of a tag; `None` when a literal in it is not closed."""
    if start not in known:
        known[start] = _first(tag, start, known)
    return known[start]


def _first(tag: str, start: int, known: dict[int, str | None]) -> str | None:
    opening = QUOTE.search(tag, start)
    if not opening:
        return tag[start:]
    straight = STRAIGHT[opening[0]]
    for end in range(opening.end(), len(tag)):
        if STRAIGHT.get(tag[end]) == straight and not _is_escaped(tag, end) and AFTER.match(tag, end + 1):
            after = _rest(tag, end + 1, known)
            if after is not None:
                return tag[start : opening.start()] + _literal(tag[opening.end() : end], straight) + after
    return None


def _is_escaped(tag: str, at: int) -> bool:
    before = tag[:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _literal(text: str, straight: str) -> str:
    """A text between straight quotes, its own kept."""
    other = "'" if straight == '"' else '"'
    if straight not in text or other in text:
        return straight + re.sub(rf"(?<!\\){straight}", rf"\\{straight}", text) + straight
    return other + text + other


def _clean(tag: str) -> str:
    """A tag without what nobody sees: outside its literals only."""
    if not STRANGE.search(tag):
        return tag
    return OUTSIDE.sub(lambda found: found[1] or ("" if found[2] else " "), tag)
