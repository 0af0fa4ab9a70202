"""What a writer's text is in a Dutch sentence: a sentence of its own or a part, and a function with its article.

A text counts as a sentence when one of the verbs stands outside its subordinate parts, or when it was written as one, with a
capital and a full stop. The reverse does not hold: a text without a verb of the list can be a sentence all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from docgen.text.characters import plain_words

VERBS = frozenset({
    "is", "wordt", "werd", "heeft", "had", "kan", "mag", "moet", "zal", "wil", "gaat", "komt", "krijgt", "blijft",
    "doet", "maakt", "geeft", "neemt", "beslist", "stemt", "betaalt", "huurt", "verzekert", "beheert", "gebruikt", "stijgt", "daalt", "draagt",
    "houdt", "zorgt", "vervalt", "stopt", "staat", "ligt", "geldt", "spreekt", "kiest", "hoort", "noemt", "legt", "vraagt", "telt",
    "kent", "rondt", "vertelt", "verschuift", "begint", "verkoopt", "vindt", "raakt", "bereikt", "betekent", "hoeft", "bewaart", "dekt", "deelt",
    "zijn", "worden", "hebben", "kunnen", "mogen", "moeten", "zullen", "willen",
})  # fmt: skip
# up to the next comma, semicolon or stop
OPENS_CLAUSE = frozenset({
    "die", "dat", "als", "wat", "wie", "hoe", "nadat", "voordat", "zodat", "omdat", "tenzij", "zoals", "zover", "terwijl",
    "totdat",
})  # fmt: skip
# up to the end of the sentence
OPENS_REST = frozenset({
    "waarin", "waarbij", "waardoor", "waarmee",
})  # fmt: skip
# there "zijn" is no verb
BEFORE_HIS = frozenset({
    "en", "of", "van", "met", "in", "voor", "door", "bij", "aan", "op", "naar", "over", "uit", "tot",
    "onder", "tussen", "binnen", "buiten", "zonder", "om", "na", "per", "tegen", "volgens",
})  # fmt: skip
GROUPS = frozenset({
    "partijen", "gemeenten", "ondertekenaars", "leden", "bewoners",
})  # fmt: skip
VERBS_OF_GROUPS = frozenset({
    "stemmen", "beslissen", "betalen", "besluiten", "kiezen",
})  # fmt: skip
WORD_OR_MARK = re.compile(r"[^\W\d_][\w’'-]*|[.,;:!?]")
WITH_HET = ("hoofd", "team", "secretariaat", "bureau", "bestuur", "college", "loket", "panel", "lid")
ARTICLES = ("de", "het", "een", "haar", "zijn")
LAWS = frozenset(
    {
        "wmo",
        "wlz",
        "wpg",
        "wvggz",
        "awb",
        "avg",
        "woo",
        "zvw",
        "alcoholwet",
        "jeugdwet",
        "omgevingswet",
        "participatiewet",
    }
)
PREPOSITIONS = BEFORE_HIS - {"en", "of"}
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*\Z")


def is_sentence(text: str) -> bool:
    """Whether a text surely stands by itself."""
    return (text[:1].isupper() and text.rstrip().endswith(".")) or has_main_verb(text)


def has_main_verb(text: str) -> bool:
    """Whether a verb of the list stands outside the subordinate parts of a text."""
    until, before = "", ""
    for word in WORD_OR_MARK.findall(text.casefold()):
        if until:
            until = "" if word in until else until
        elif word in OPENS_CLAUSE:
            until = ".,;"
        elif word in OPENS_REST:
            until = "."
        elif _is_verb(word, before):
            return True
        before = word
    return False


def _is_verb(word: str, before: str) -> bool:
    if word == "zijn":
        return bool(before) and before not in BEFORE_HIS
    return word in VERBS or (word in VERBS_OF_GROUPS and before in GROUPS)


def with_article(function: str, names: Collection[str] = ()) -> str:
    """A function in a sentence: "Functionaris gegevensbescherming" becomes "de functionaris gegevensbescherming"."""
    first = first_word(function).casefold()
    if not first:
        return function
    shown = small(function, names)
    return shown if first in ARTICLES else f"{'het' if first.endswith(WITH_HET) else 'de'} {shown}"


def small(text: str, names: Collection[str] = ()) -> str:
    """A text that goes on in a sentence: its first letter small, unless its first word is an abbreviation, a law or one of
    the names (without capitals)."""
    first = first_word(text)
    stem = first.split("-")[0].casefold()
    keeps = any(letter.isupper() for letter in first[1:]) or stem in LAWS or stem in names
    return text if keeps else text[:1].lower() + text[1:]


def name_in_sentence(name: str) -> str:
    """A name inside a sentence: "De wijkaanpak" becomes "de wijkaanpak"; one without an article stays as it is."""
    return small(name) if first_word(name).casefold() in ARTICLES else name


def without_brackets(text: str) -> str:
    """A name without the remark in brackets at its end: "Wijkcoördinator (trekker)" is "Wijkcoördinator"."""
    return IN_BRACKETS.sub("", text) or text


def first_word(text: str) -> str:
    """The first word of a text, if it has one."""
    return next(iter(text.split(maxsplit=1)), "")


def has_word(text: str, word: str) -> bool:
    """Whether a text has this word as a whole, whatever its capitals."""
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))


def main_words(text: str | None) -> frozenset[str]:
    """The words by which people know a name: without capitals, signs, articles and prepositions."""
    return frozenset(plain_words(text or "").split()) - PREPOSITIONS - {"de", "het", "een"}
