"""Footnotes and endnotes after filling: each there as often as it is referred to, and no more."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen._lazy import regex

KINDS = ("footnote", "endnote")
NUMBER = regex(r'(?<=\sw:id=")-?\d+(?=")')


def settle(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The filled parts with a note of its own for each reference; a note that nothing refers to goes."""
    texts = {name: data.decode() for name, data in parts.items()}
    for kind in KINDS:
        place = next((name for name, text in texts.items() if f"<w:{kind}s " in text[:200]), None)
        if place:
            _settle(texts, kind, place)
    return {name: text.encode() for name, text in texts.items()}


def _settle(texts: dict[str, str], kind: str, place: str) -> None:
    note = re.compile(rf"<w:{kind} [^>]*>.*?</w:{kind}>", re.DOTALL)
    known = {NUMBER.findall(found[0])[0]: found[0] for found in note.finditer(texts[place])}
    following = max(map(int, known), default=0) + 1
    used: dict[str, str] = {}

    def referred(reference: re.Match[str]) -> str:
        number = NUMBER.findall(reference[0])[0]
        new = number if number not in used else str(following + len(used))
        used[new] = NUMBER.sub(new, known.get(number, ""), count=1)
        return NUMBER.sub(new, reference[0], count=1)

    for name in [name for name in texts if name != place]:
        texts[name] = re.sub(rf"<w:{kind}Reference [^>]*>", referred, texts[name])
    first = note.search(texts[place])
    if first:
        of_word = [text for text in known.values() if " w:type=" in text.split(">", 1)[0]]  # the line above the notes
        rest = note.sub("", texts[place])
        texts[place] = rest[: first.start()] + "".join([*of_word, *used.values()]) + rest[first.start() :]
