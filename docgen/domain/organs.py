"""Which of the organs of a municipality is meant by what a writer calls it, "de gemeenteraad", "college van B en W"; and what an
organ is called in a sentence."""

from __future__ import annotations

import re

from docgen.text.characters import plain_words
from docgen.text.sentences import first_word, small

COLLEGE, COUNCIL = "college", "raad"
PATTERNS = {
    COLLEGE: r"\bcollege\b(?! van bestuur)|\bb en w\b|\bburgemeester en wethouders\b",
    COUNCIL: r"\bgemeenteraad\b|\braad\b(?! van (toezicht|bestuur|commissarissen))",
}
ARTICLES = ("de ", "het ", "een ")
# how the noun ends that an organ is named by -> its article
WITH_HET = (
    "college", "bestuur", "hoofd", "team", "overleg", "bureau", "secretariaat", "fonds", "ministerie", "rijk", "waterschap", "platform",
)  # fmt: skip
WITH_DE = (
    "raad", "groep", "directie", "directies", "minister", "commissie", "afdeling", "vergadering", "burgemeester", "wethouder", "directeur",
    "manager", "voorzitter", "besturen", "raden",
)  # fmt: skip
TEAM = "mt"
MOST_BEFORE = 3  # words at the start among which the noun is: "algemeen bestuur"
B_EN_W = re.compile(r"\b[Bb] ?(?:en|&) ?[Ww]\b")
WHOLE_COLLEGE = "burgemeester en wethouders"


def organ_of(name: str | None) -> str | None:
    """The college or the council of a municipality; another organ, or both at once, is none of them."""
    text = _words(name)
    found = [organ for organ, pattern in PATTERNS.items() if re.search(pattern, text)]
    return found[0] if len(found) == 1 else None


def is_council(name: str | None) -> bool:
    """Whether an organ is the council of a municipality."""
    return organ_of(name) == COUNCIL


def is_own_organ(name: str | None, organ: str) -> bool:
    """Whether that is the college or the council of the dossier: the name says of no municipality that it is its own."""
    return organ_of(name) == organ and not _place(name or "")


def is_own_council(name: str | None) -> bool:
    """Whether that is the council of the dossier."""
    return is_own_organ(name, COUNCIL)


def is_same_organ(one: str | None, other: str | None) -> bool:
    """Whether two names are of one organ: the same words but for an article, or both the college or the council and not
    of two municipalities."""
    if not one or not other:
        return False
    organ, places = organ_of(one), {place for name in (one, other) if (place := _place(name))}
    return _bare(one) == _bare(other) or (organ is not None and organ == organ_of(other) and len(places) < 2)


def _place(name: str) -> str:
    """Of which municipality an organ is, when its name says so: "gemeenteraad van Merenbroek"."""
    _, _, place = _words(name).partition(" van ")
    return (
        "" if place in ("b en w", "burgemeester en wethouders") else place.removeprefix("de ").removeprefix("gemeente ")
    )


def _bare(name: str) -> str:
    text = _words(name)
    return next((text.removeprefix(article) for article in ARTICLES if text.startswith(article)), text)


def _words(name: str | None) -> str:
    return plain_words(name or "")


def organ_in_sentence(name: str) -> str:
    """An organ as it stands in a sentence: "gemeenteraad" is "de gemeenteraad", "College van B en W" "het college van
    burgemeester en wethouders"; a name of which the noun is not known stays as it is."""
    told = B_EN_W.sub(WHOLE_COLLEGE, name.strip())
    if told.casefold() == WHOLE_COLLEGE:
        return f"het college van {WHOLE_COLLEGE}"
    if f"{first_word(told).casefold()} " in ARTICLES:
        return small(told)
    article = _article_of(told)
    return f"{article} {small(told)}" if article else told


def _article_of(name: str) -> str:
    for word in name.casefold().split()[:MOST_BEFORE]:
        if word == TEAM or word.endswith(WITH_HET):
            return "het"
        if word.endswith(WITH_DE):
            return "de"
    return "" if name[:1].isupper() else "de"
