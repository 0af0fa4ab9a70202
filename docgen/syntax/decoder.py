"""Bytes to text: which kind of file it is, how its letters were saved, and characters that no document may hold."""

from __future__ import annotations

import re
from codecs import register_error

from docgen._lazy import regex
from docgen.syntax.errors import Position, SyntaxStop
from docgen.text.characters import BYTE_ORDER_MARKS, HARD_SPACES, HIDDEN, ILLEGAL

MAX_BYTES = 5_000_000
LINE_BREAK = regex("[\n\x85\u2028\u2029]")  # what YAML counts as the end of a line
HARD_INDENT = regex(f"^ *(?:- *)?[{HARD_SPACES}\u200b\ufeff]", re.MULTILINE)
MARKS = regex("^\ufeff+", re.MULTILINE)  # byte order marks: of the file, and of what was pasted or joined into it
ODD_BREAKS = {"\x85": "U+0085", "\u2028": "U+2028", "\u2029": "U+2029"}
# how a file begins -> what it is
KINDS: list[tuple[bytes, str]] = [
    (rb"PK\x03\x04", "een Word-, Excel- of zip-bestand"),
    (rb"PK\x05\x06|PK\x07\x08", "een zip-bestand"),
    (rb"\xd0\xcf\x11\xe0", "een oud Word- of Excel-bestand"),
    (rb"%PDF", "een PDF-bestand"),
    (rb"\{\\rtf", "een tekst met opmaak (rtf)"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\x00\x00|II\*\x00|MM\x00\*", "een plaatje"),
    (rb"\x1f\x8b|Rar!|7z\xbc\xaf", "een ingepakt bestand"),
    (rb"(?i)\s*<(!doctype html|html|head|body)", "een webpagina"),
    (rb"\s*<\?xml", "een XML-bestand"),
    (rb"SQLite format", "een database"),
]
OLD_CODE = "docgen-windows-1252"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


register_error(OLD_CODE, _as_windows)


def decode(data: bytes) -> str:
    """The text in the bytes of a file, lines ending in a line feed. Raises `SyntaxStop`."""
    if len(data) > MAX_BYTES:
        raise SyntaxStop(
            None, f"het bestand is groter dan {MAX_BYTES // 1_000_000} MB", "splits het dossier", "te-groot"
        )
    kind = next((kind for start, kind in KINDS if re.match(start, data, re.DOTALL)), "")
    if kind:
        raise SyntaxStop(
            None, f"dit is {kind}, geen dossier", "geef het dossier zelf: een tekstbestand (.yaml)", "soort"
        )
    encoding = BYTE_ORDER_MARKS.get(data[:2], "utf-8-sig")
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")) or (encoding == "utf-8-sig" and _every_other_is_nul(data)):
        message = "het bestand is opgeslagen als UTF-16 of UTF-32 zonder kenmerk"
        raise SyntaxStop(None, message, "kies bij Opslaan als de codering UTF-8", "codering")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_unicode(error) from error
    return MARKS.sub("", _line_feeds(text))


def rough_lines(data: bytes) -> list[str]:
    """The lines of a file of which the letters cannot be read, good enough to show."""
    return LINE_BREAK.split(_line_feeds(_as_well_as_can_be(data[:MAX_BYTES])))


def odd_line_ends(data: bytes) -> list[int]:
    """The numbers of the lines that end in a way that nobody sees."""
    ends = LINE_BREAK.finditer(_line_feeds(_as_well_as_can_be(data[:MAX_BYTES])))
    return [number for number, end in enumerate(ends, 1) if end.group() in ODD_BREAKS]


def _as_well_as_can_be(data: bytes) -> str:
    """The text of bytes of which a part is not UTF-8: that part as Windows-1252."""
    return data.decode("utf-8-sig", OLD_CODE)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _every_other_is_nul(data: bytes) -> bool:
    start = data[:400]
    return any(len(half) > 1 and half.count(0) > 0.7 * len(half) for half in (start[::2], start[1::2]))


def _mark_at(text: str, index: int) -> Position:
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(text, 0, index))]
    return Position(len(starts) - 1, index - starts[-1])


def _not_unicode(error: UnicodeDecodeError) -> SyntaxStop:
    data = error.object  # without the byte order mark
    if error.encoding != "utf-8":
        hint = "open het bestand en kies bij Opslaan als de codering UTF-8"
        return SyntaxStop(None, "het bestand is afgebroken of niet goed in UTF-16 opgeslagen", hint, "codering")
    before = _line_feeds(data[: error.start].decode("utf-8", "replace"))
    after = _as_well_as_can_be(data[error.start : error.start + 30])
    word = re.split(r"\s", before[-30:])[-1] + re.split(r"\s", after)[0]
    return SyntaxStop(
        _mark_at(before, len(before)),
        f"het bestand is niet in UTF-8 opgeslagen; in ‘{word}’ staat een teken uit een oude codering",
        "open het bestand en kies bij Opslaan als de codering UTF-8",
        "codering",
    )


def check_characters(text: str) -> None:
    """Raises `SyntaxStop` at the first character that cannot be in a dossier."""
    hard = HARD_INDENT.search(text)
    if hard:
        raise SyntaxStop(_mark_at(text, hard.end() - 1), *_about_indent(hard.group()[-1]), "teken")
    found = ILLEGAL.search(text)
    if found:
        message = f"hier staat een onzichtbaar teken (U+{ord(found.group()):04X}) dat niet in een document mag"
        hint = "verwijder het teken; is dit wel een tekstbestand?"
        raise SyntaxStop(_mark_at(text, found.start()), message, hint, "teken")


def _about_indent(character: str) -> tuple[str, str]:
    """What is wrong with a character before the first word of a line, and the remedy."""
    if character in HIDDEN:
        message = f"voor het eerste woord van deze regel staat een onzichtbaar teken (U+{ord(character):04X})"
        return message, "haal het weg: verwijder alles wat voor dat woord staat en typ dat opnieuw"
    return "deze regel springt in met een harde spatie, zoals bij plakken uit Word", "vervang die door gewone spaties"


def invisible_line_break(text: str, line: int) -> SyntaxStop | None:
    """The end of a line that nobody sees, just before a line (from 1) where the text is no YAML."""
    breaks = list(LINE_BREAK.finditer(text))[: line - 1]
    found = breaks[-1] if breaks else None
    if not found or found.group() not in ODD_BREAKS:
        return None
    message = f"hier staat een onzichtbaar regeleinde ({ODD_BREAKS[found.group()]})"
    hint = "haal het weg: typ de woorden eromheen opnieuw"
    return SyntaxStop(_mark_at(text, found.start()), message, hint, "teken")
