"""The letters of a CSV file that is no UTF-8: those of Windows, unless they then stand where no name can have them."""

from __future__ import annotations

from docgen._lazy import regex
from docgen.errors import SourceError

WINDOWS = "cp1252"
CODE_PAGES = {WINDOWS: "Windows", "cp850": "MS-DOS", "mac_roman": "Mac"}
LONGEST = 40  # characters of a word that are shown, to each side
LINE_END = regex(r"\r\n?|\n")
BETWEEN_WORDS = regex(r'[\s;,|"]')
AGAIN = "sla de lijst op als .xlsx of als CSV UTF-8, in het programma waar de namen goed te lezen zijn"
LOWER, CAPITAL = "a-zß-öø-ÿœ", "A-ZÀ-ÖØ-ÞŒŠŸ"
LETTER = f"{LOWER}{CAPITAL}"
# where a character that is no ASCII can stand in a Dutch or western European text; anywhere else it is odd
PLACES = (
    r"[ß-öø-ÿœ](?![A-Z]{2})",  # Café, but not CAFéS
    rf"(?<![{LETTER}])[À-ÂÄ-ÔÖØ-ÞŒŠ](?![A-Z][a-z]|[nst]\b)(?=[{LETTER}.])",  # Élan, É. Dubois
    r"(?<=[A-ZÀ-ÖØ-Þ])[À-ÖØ-ÞŒŸ](?![a-z]{2})",  # CAFÉ, CAFÉs
    r"(?<!\w)[ÀØ](?!\w)",
    "[’´\N{NO-BREAK SPACE}\N{SOFT HYPHEN}]",
    r"(?<!\w)[‘“](?=\w)",
    r"(?<=\S)”(?!\w)",
    r"(?<!\w)„(?=\w[^\n]{0,1000}[”“])",
    r"(?<!\w)‚(?=\w[^\n]{0,1000}[’‘])",
    rf"(?<![{LETTER}])[–—]|[–—](?![{LETTER}])|(?<=[{LETTER}]{{2}})[–—](?=[{LETTER}]{{2}})",  # noord–zuid
    r"(?<!\d )…(?![\w-])",
    rf"(?<![{LETTER}])[€£¥¢ƒ](?![{LETTER}])",
    rf"(?<![{LETTER}])[°½¼¾±×÷·•§¶µ¡¿«‹]",
    rf"[°²³¹®™©ªº†»›](?![{LETTER}])",
    rf"(?:(?<=\d)|(?<=\d ))‰(?![{LETTER}])",
)
ODD = regex(rf"(?=[^\x00-\x7f])(?!{'|'.join(PLACES)}).")


def decode_windows(data: bytes, name: str) -> str:
    """The text of bytes that are no UTF-8, as Windows saves it. Raises `SourceError` where that makes an odd word."""
    text = data.decode(WINDOWS, "replace")
    odd = ODD.search(text)
    if odd is None:
        return text
    line = len(LINE_END.findall(text, 0, odd.start())) + 1
    likely = " of ".join(_readings(data, *_word_around(text, odd.start()))) or "een teken dat nergens bij past"
    raise SourceError(
        f"partnerlijst {name} is geen UTF-8, en het is niet zeker welke letters er staan: op regel {line} {likely}; {AGAIN}"
    )


def _word_around(text: str, at: int) -> tuple[int, int]:
    """Where the word with this character begins and ends; every character was one byte."""
    first = max(0, at - LONGEST)
    start = max((found.end() for found in BETWEEN_WORDS.finditer(text, first, at)), default=first)
    end = BETWEEN_WORDS.search(text, at, at + LONGEST)
    return start, end.start() if end else at + LONGEST


def _readings(data: bytes, start: int, end: int) -> list[str]:
    """A word as Windows reads it, and as the old code pages do in which it is not odd."""
    readings = []
    for code_page, program in CODE_PAGES.items():
        word = data[start:end].decode(code_page, "replace")
        around = data[max(0, start - 1) : end + 1].decode(code_page, "replace")
        if "\ufffd" not in word and (code_page == WINDOWS or not ODD.search(around)):
            readings.append(f"‘{word}’ ({program})")
    return readings
