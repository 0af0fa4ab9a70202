"""How wide a text is in a font, whether that font is there or not.

Each font of Word that is often used has a free one that is as wide, or is compared with one; another counts as a wide one.
All in twentieths of a point.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from docgen._lazy import regex

SANS, SERIF, CARLITO = "Liberation Sans", "Liberation Serif", "Carlito"
LIKE = {  # a font by its name in small letters -> the free one, and how many times as wide
    "calibri": (CARLITO, 1.0), "carlito": (CARLITO, 1.0), "calibri light": (CARLITO, 1.0),
    "arial": (SANS, 1.0), "helvetica": (SANS, 1.0), "liberation sans": (SANS, 1.0), "arial narrow": (SANS, 0.82),
    "times new roman": (SERIF, 1.0), "times": (SERIF, 1.0), "liberation serif": (SERIF, 1.0), "garamond": (SERIF, 1.0),
    "cambria": (SERIF, 1.1), "georgia": (SERIF, 1.17), "palatino linotype": (SERIF, 1.12), "book antiqua": (SERIF, 1.12),
    "verdana": (SANS, 1.19), "tahoma": (SANS, 1.03), "trebuchet ms": (SANS, 1.02), "segoe ui": (SANS, 1.04),
    "aptos": (SANS, 1.02), "corbel": (CARLITO, 1.04), "candara": (CARLITO, 1.06), "century gothic": (SANS, 1.12),
    "open sans": (SANS, 1.06), "source sans pro": (SANS, 0.96), "roboto": (SANS, 1.02), "lato": (SANS, 1.0),
    "courier new": (SANS, 1.2), "consolas": (SANS, 1.1), "fira sans": (SANS, 1.04), "rijksoverheidsanstext": (SANS, 1.0),
}  # fmt: skip
UNKNOWN = (SANS, 1.1)
AT_RIGHT = ("right", "end")  # how Word says so
WIDE, EMPTY = 1000, frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # a sign that no face has; signs without a width
BREAKS = regex("[ \t\u00ad\u200b\u2002\u2003\u2009]+|(?<=[-–—‐])(?=\\w)")  # where Word may begin a new line
SELDOM = frozenset("\t\u00ad\u200b\u2002\u2003\u2009-–—‐")  # what of these is no ordinary space
ADDRESS = (
    "@"  # an address stays on one line where there is room: a hyphen at the end of a line could be read as its own
)
MOST_WORDS = 20_000  # that are remembered of a face
SLACK = 1.03  # programs round each character, and some leave room for the slant of the last of an italic text


class Font(NamedTuple):
    """What a text is set in: a font by its name, its size in half points, and whether it is bold."""

    name: str
    half_points: int
    is_bold: bool = False


class TextStyle(NamedTuple):
    """The font of a paragraph, how much narrower it is than its cell, and whether its text stands at the right."""

    font: Font
    indent: int = 0
    is_at_right: bool = False


class Extent(NamedTuple):
    """How wide a text is on one line, and its longest word."""

    line: int
    word: int


def extent(text: str, font: Font) -> Extent:
    """How wide a text is."""
    face, factor = _scale(font)
    if SELDOM.isdisjoint(text):
        words = [face[word] for word in text.split(" ")]
        if len(words) == 1:
            whole = round(words[0] * factor)
            return Extent(whole, whole)
        return Extent(round((sum(words) + face[" "] * (len(words) - 1)) * factor), round(max(words) * factor))
    return Extent(
        round(face[text] * factor),
        round(max(face[word] for word in (text.split(" ") if ADDRESS in text else BREAKS.split(text))) * factor),
    )


@lru_cache(maxsize=64)
def _scale(font: Font) -> tuple[_Words, float]:
    """The widths of words in thousandths of the size of a font, and what those come to."""
    face, factor = LIKE.get(font.name.lower(), UNKNOWN)
    return _words(face + (" Bold" if font.is_bold else "")), factor * SLACK * font.half_points * 10 / 1000


class _Widths(dict[str, int]):
    """Widths by character; what the face does not have is as wide as its size, so that it surely fits."""

    def __missing__(self, character: str) -> int:
        self[character] = width = 0 if character in EMPTY else WIDE
        return width


class _Words(dict[str, int]):
    """Widths by word."""

    def __init__(self, characters: _Widths) -> None:
        self._width_of = characters.__getitem__

    def __missing__(self, word: str) -> int:
        if len(self) > MOST_WORDS:
            self.clear()
        self[word] = width = sum(map(self._width_of, word))
        return width


@lru_cache(maxsize=8)
def _words(face: str) -> _Words:
    from docgen.word.typesetting.advances import ADVANCES  # only where something is measured

    return _Words(_Widths({character: width for width, found in ADVANCES[face].items() for character in found}))
