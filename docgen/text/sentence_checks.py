"""What reads wrong when a text stands in its sentence: each check is a row of `CHECKS`, with its code, message and remedy.

What is no fault for certain is left alone: a text without a verb of the list may be a good sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from docgen._lazy import regex
from docgen.text.dutch import WORDS, without_full_stop
from docgen.text.sentence_frame import SLOT, SentenceFrame
from docgen.text.sentences import LAWS, first_word, has_main_verb

INSIDE = ("G", "B", "F")
MOST_INSIDE, MOST_ALONE, LONGEST_SHOWN, LONGEST_NAMED = 160, 400, 90, 40
DETERMINERS = frozenset({
    "de", "het", "een", "deze", "dit", "die", "dat", "haar", "zijn", "hun", "elk", "elke", "ieder", "iedere", "alle", "beide", "geen",
    "niemand", "iedereen", "partijen", "artikel", "artikelen", "burgemeester",
})  # fmt: skip
MANNERS = frozenset({
    "aan", "achter", "als", "bij", "binnen", "boven", "buiten", "conform", "door", "gedurende", "in", "krachtens", "langs", "met", "na",
    "naar", "naast", "om", "omstreeks", "onder", "op", "over", "per", "rond", "rondom", "sinds", "te", "tegen", "ten", "ter", "tijdens", "tot",
    "tussen", "uit", "van", "vanaf", "vanuit", "via", "volgens", "voor", "vóór", "voorafgaand", "wegens", "zonder",
    "schriftelijk", "mondeling", "digitaal", "jaarlijks", "halfjaarlijks", "maandelijks", "wekelijks", "dagelijks", "elk", "elke", "ieder", "iedere",
    "alleen", "uitsluitend", "altijd", "steeds", "telkens", "unaniem", "eens", "eenmaal", "tweemaal", "driemaal", "minstens", "ongeveer",
    "uiterlijk", "zodra", "wanneer", "zolang", "zo", "samen", "doorlopend", "direct",
})  # fmt: skip
WRITTEN_NOTICE = regex(r"schriftelijk\s+(?:besluit|akkoord|bericht)\b", re.IGNORECASE)
LISTED = regex(r"(?m)^\s*(?:[-•*–]|\d{1,2}[.)])\s+\S")
CLOSING = regex(r"[;:,!?]\s*\Z")
WE = regex(r"\b(?:wij|we|ons|onze)\b", re.IGNORECASE)
TYPED_ANNEX = regex(r"\bbijlagen?\s+\d+(?:\s*(?:,|en|tot en met)\s*\d+)*", re.IGNORECASE)
NAMED_ANNEX = regex(r"\bbijlage\s+‘?([A-Z][\w’'-]*(?:\s+(?:en\s+)?[\w’'-]+){0,4})")
NUMERALS = frozenset(WORDS)


class Trouble(NamedTuple):
    """What a check finds: its code, what is wrong, and the remedy."""

    code: str
    message: str
    hint: str


class Read(NamedTuple):
    """A text with its frame and its form there, and the words that may begin with a capital."""

    text: str
    frame: SentenceFrame
    form: str
    names: Collection[str]
    is_row: bool  # an item of a list, or in a row of one

    @property
    def sentence(self) -> str:
        """The sentence as it reads with the text, cut short when that is long."""
        bare = " ".join(without_full_stop(self.text).split())
        return self.frame.frame.replace(SLOT, bare if len(bare) <= LONGEST_SHOWN else f"{bare[:LONGEST_SHOWN]}…")

    @property
    def shown(self) -> str:
        """The text itself between quotes, as the subject of a message."""
        bare = " ".join(self.text.split())
        return f"‘{bare if len(bare) <= LONGEST_NAMED else f'{bare[:LONGEST_NAMED]}…'}’"

    @property
    def first(self) -> str:
        """The first word, without marks around it."""
        return first_word(self.text).strip("‘’“”\"'(),;:.")


def troubles(text: str, frame: SentenceFrame, names: Collection[str], is_row: bool = False) -> list[Trouble]:
    """All that reads wrong in a text; `names` are the words, without capitals, that keep theirs."""
    read = Read(text, frame, frame.form_of(text), names, is_row)
    return [trouble for check in CHECKS if (trouble := check(read))]


def _begins_with_capital(read: Read) -> Trouble | None:
    first = read.first
    stem = first.split("-")[0].casefold()
    is_name = stem in read.names or first.casefold() in read.names or stem in LAWS or any(map(str.isupper, first[1:]))
    if read.form not in INSIDE or read.frame.is_first or not first[:1].isupper() or is_name:
        return None
    return Trouble("ZIN-01", f"{read.shown} komt midden in een zin: ‘{read.sentence}’", "begin met een kleine letter")


def _ends_with_mark(read: Read) -> Trouble | None:
    found = CLOSING.search(read.text) if read.form in INSIDE else None
    if not found:
        return None
    mark = found[0].strip()
    return Trouble(
        "ZIN-02", f"{read.shown} komt midden in een zin en eindigt op ‘{mark}’", f"haal ‘{mark}’ aan het eind weg"
    )


def _lacks_article(read: Read) -> Trouble | None:
    first = read.first
    is_open = read.form == "G" and not read.frame.is_list and not read.frame.is_first and first[:1].islower()
    if not is_open or first in DETERMINERS or first in NUMERALS or first in read.names or has_main_verb(read.text):
        return None
    return Trouble("ZIN-03", f"{read.shown} mist een lidwoord: ‘{read.sentence}’", "zet er de, het of een voor")


def _is_sentence(read: Read) -> Trouble | None:
    if read.form not in (*INSIDE, "N") or not has_main_verb(read.text):
        return None
    message = f"{read.shown} is een hele zin, maar komt midden in een zin: ‘{read.sentence}’"
    return Trouble("ZIN-04", message, f"schrijf bijvoorbeeld ‘{read.frame.example}’")


def _is_no_manner(read: Read) -> Trouble | None:
    first = read.first.casefold()
    if read.form != "B" or has_main_verb(read.text):
        return None
    is_one = first in MANNERS or first in NUMERALS or first[:1].isdigit()
    if is_one and not WRITTEN_NOTICE.match(read.text.strip()):
        return None
    return Trouble(
        "ZIN-05", f"{read.shown} past niet in ‘{read.sentence}’", "begin met bijvoorbeeld met, bij, in of elke"
    )


def _is_too_long(read: Read) -> Trouble | None:
    text, is_alone = read.text.strip(), read.form == "Z"
    most = MOST_ALONE if is_alone else MOST_INSIDE
    is_split = not is_alone and ("\n\n" in text or bool(LISTED.search(text)))
    if len(text) <= most and not is_split:
        return None
    why = f"is te lang voor één zin ({len(text)} tekens)" if len(text) > most else "is meer dan één zin"
    return Trouble("ZIN-06", f"{read.shown} {why}", "maak er hele zinnen van of splits het")


def _has_semicolon(read: Read) -> Trouble | None:
    is_item = read.frame.item_form in ("G", "GZ") and read.is_row and (read.frame.is_list or read.frame.is_first)
    if not is_item or ";" not in read.text.rstrip("; \n"):
        return None
    return Trouble("ZIN-07", f"{read.shown} heeft een puntkomma in een lijst", "maak er twee punten van, of een komma")


def _says_we(read: Read) -> Trouble | None:
    if read.frame.item_form != "Z" or not WE.search(read.text):
        return None
    return we_in(read.text)


def we_in(text: str) -> Trouble | None:
    """A text of an agreement in which nobody can know who "we" is."""
    found = WE.search(text)
    if not found:
        return None
    message = f"in de overeenkomst is niet duidelijk wie ‘{found[0].lower()}’ is"
    return Trouble("ZIN-09", message, "schrijf partijen of de naam")


CHECKS: tuple[Callable[[Read], Trouble | None], ...] = (
    _begins_with_capital,
    _ends_with_mark,
    _lacks_article,
    _is_sentence,
    _is_no_manner,
    _is_too_long,
    _has_semicolon,
    _says_we,
)


def typed_annex(text: str) -> str:
    """A number of an annex that was typed: "bijlage 4"; empty when there is none."""
    found = TYPED_ANNEX.search(text)
    return found[0] if found else ""


def unknown_annex(text: str, titles: Collection[str]) -> str:
    """What stands behind "bijlage" and begins with a capital but is no title of an annex; empty when there is none."""
    for found in NAMED_ANNEX.finditer(text):
        if not any(found[1].casefold().startswith(title.casefold()) for title in titles):
            return found[1]
    return ""


def core_is_a_group(text: str) -> bool:
    """Whether a text goes on with "waarin" before any verb: "Wijkaanpak waarin een team …"."""
    before = re.split(r"\bwaarin\b", text, maxsplit=1, flags=re.IGNORECASE)
    return len(before) == 2 and not has_main_verb(before[0])


def names_article_last(text: str) -> bool:
    """Whether an article of a law stands behind the law: "Gemeentewet artikel 189"."""
    return bool(re.search(r"\bartikel(?:en)?\b", text, re.IGNORECASE)) and not re.match(
        r"\s*(?:de\s+)?artikel", text, re.IGNORECASE
    )
