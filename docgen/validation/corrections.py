"""What was meant by a word that a field cannot hold: the same word mended, or more words where one belongs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from docgen._lazy import regex
from docgen.diagnostics.suggest import closest, did_you_mean
from docgen.schema.matching import is_match
from docgen.text.characters import without_invisible
from docgen.text.dutch import enumeration

ENGLISH = {"yes": "ja", "no": "nee", "true": "ja", "false": "nee", "on": "ja", "off": "nee", "j": "ja", "n": "nee"}
TYPE_AGAIN = "er staat een onzichtbaar teken of een harde spatie in; typ ‘{name}’ opnieuw"
ONE = "hier past één {kind}; kies {words}"
EXPLAINED = "schrijf alleen {name}; een toelichting hoort in een ander veld"
PARTLY = regex(r"(?i:\W*(?:deels|gedeeltelijk|grotendeels|half|ten dele|voor een deel|een deel)\b)")
NOT = regex(r"(?i:(?:nog )?(?:niet|geen|nooit)\b)")
FALSE_FRIENDS = {"goedgekeurd"}  # looks like "toegezegd", and says more
TWO_PARTS = "een deel kan hier niet: maak er twee onderdelen van, elk met een eigen keuze"
MOST_WORDS = 8  # a longer text is no choice
LONGEST = 200  # more than this is no slip in an id or a choice
QUARTER, HALF = r"kwartaal|kw|[kq]", r"halfjaar|helft|h"
ORDINALS = ("eerste", "tweede", "derde", "vierde")
PERIOD = regex(
    rf"(?P<n>[1-4]|{'|'.join(ORDINALS)})(?:e|ste|de)?(?P<kind>{QUARTER}|{HALF})|(?P<kind_first>{QUARTER}|{HALF})(?P<n_last>[1-4])"
)
BETWEEN = regex(r"\s*(?:[,;/+&]|\b(?:en|of|en/of)\b|\s[-–—]\s)\s*")


def normalized_to(value: str, pattern: str) -> str:
    """A value in the form that is asked, made of its own letters and digits; empty when that cannot be."""
    if len(value) > LONGEST:
        return ""
    plain = unicodedata.normalize("NFKD", without_invisible(value)).encode("ascii", "ignore").decode()
    joined = re.sub(r"[^\w-]+", "-", re.sub(r"['’.]", "", plain)).strip("-_")
    digits = re.sub(r"(?i)^kvk[-\s:]*|[\s.]", "", plain) if re.search(r"\d", plain) else ""
    for word in (
        digits,
        plain.replace(",", "."),
        plain.rstrip(".,;:"),
        joined,
        joined.lower(),
        plain.lower(),
        period(plain),
    ):
        if is_match(pattern, word):
            return word
    return ""


def period(text: str) -> str:
    """A reporting period in words as a dossier has it: "eerste kwartaal 2028" is 2028-K1; empty when it is none."""
    years = re.findall(r"\b20\d\d\b", text)
    rest = re.sub(r"\b(?:20\d\d|het|de|van|in)\b|[^a-z0-9]", "", text.lower())
    found = PERIOD.fullmatch(rest)
    if len(years) != 1 or not found:
        return ""
    kind, said = found["kind"] or found["kind_first"], found["n"] or found["n_last"]
    number = ORDINALS.index(said) + 1 if said in ORDINALS else int(said)
    if re.fullmatch(QUARTER, kind):
        return f"{years[0]}-K{number}"
    return f"{years[0]}-H{number}" if number <= 2 else ""


def for_pattern(value: str, pattern: str) -> str:
    """The remedy with the mended value, or an empty string."""
    word = normalized_to(value, pattern)
    shown = f'"{word}"' if re.fullmatch(r"[\d.]+", word) else word
    if not word and re.fullmatch(r"[1-9]\d{6}", value) and is_match(pattern, f"0{value}"):
        return f'is de eerste nul weggevallen? schrijf dan "0{value}"'
    return f"schrijf {shown}" if word else ""


def words(text: str) -> list[str]:
    """The words of an enumeration: "middel/groot", "a, b en c"; one when it is none."""
    return [word for word in BETWEEN.split(without_invisible(text)) if word] if len(text) <= LONGEST else [text]


def for_choice(value: object, options: Iterable[object]) -> str:
    """The remedy for a word that is not one of the options."""
    names = [str(option) for option in options]
    seen = without_invisible(str(value))
    if seen in names and seen != value:
        return TYPE_AGAIN.format(name=seen)
    meant = ENGLISH.get(seen.lower(), "")
    if meant in names:
        return f"bedoel je ‘{meant}’?"
    several = for_several(seen, names, "keuze")
    if several or PARTLY.match(seen):
        return several or TWO_PARTS
    if NOT.match(seen) or seen.lower() in FALSE_FRIENDS:
        return ""  # the contrary of what it looks like, or something else
    return _beginning(seen, names) or _more_than_one(seen, names) or did_you_mean(value, names)


def _more_than_one(seen: str, names: list[str]) -> str:
    """The remedy for words that each look like another option: "beschikking ontvangen"."""
    meant = dict.fromkeys(filter(None, (closest(word, names, 0.7) for word in seen.split()[:MOST_WORDS])))
    return ONE.format(kind="keuze", words=enumeration(list(meant), "of")) if len(meant) > 1 else ""


def for_several(text: str, names: Iterable[str] | Mapping[str, str], kind: str) -> str:
    """The remedy for more than one of the names (or names by lower case) in one field; no guess which it should be."""
    named = words(text)
    if len(named) < 2:
        return ""
    by_lower = names if isinstance(names, Mapping) else {name.lower(): name for name in names}
    found = [by_lower.get(word.lower(), "") for word in named]
    known = list(dict.fromkeys(name for name in found if name))
    if text.lower() in by_lower or not known:
        return ""
    if len(known) > 1:
        return ONE.format(kind=kind, words=f"{', '.join(known[:-1])} of {known[-1]}")
    return f"hier past één {kind}; bekend is hiervan alleen {known[0]}" if kind == "kenmerk" else ""


def _beginning(seen: str, names: list[str]) -> str:
    """The only option that begins with the letters; or the option that stands before a remark."""
    if len(seen) > LONGEST:
        return ""
    starts = [name for name in names if seen and name.startswith(seen.lower())]
    if len(starts) == 1:
        return f"bedoel je ‘{starts[0]}’?"
    said = re.match(r"([\w ]+?)\s*(?:\(|,|;|–|-\s|//|#)", seen)
    name = next((name for name in names if said and said[1].lower() == name), "")
    return EXPLAINED.format(name=name) if name and len(seen) > len(name) + 3 else ""
