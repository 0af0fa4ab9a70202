"""A numbered list in a loop: Word goes on numbering where the pass before stopped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from docgen._lazy import regex
from docgen.diagnostics.levels import LEVELS
from docgen.opc.relationships import W
from docgen.word.inspection.accessibility import CONTROL, Noted, level_of
from docgen.word.inspection.places import text_of
from docgen.word.xml.style_chain import style_chain

ADVICE = LEVELS[2]
BLOCK = regex(r"\{%[-+]?\s*(?:(?:p|tr|tc)\s+)?(for|endfor|if|endif)\b")
UNNUMBERED = ("bullet", "none")
MESSAGE = (
    "deze genummerde lijst begint in de volgende herhaling niet opnieuw bij 1, maar telt door; kies opsommingstekens, of maak er een "
    "lijst met meer niveaus van met wat erboven staat op niveau 1 en deze regels op niveau 2"
)


class _Item(NamedTuple):
    """A paragraph of a list: which list, its level in it, and whether it shows a number and nothing before it."""

    list: str
    level: int
    is_numbered: bool


class _Pass:
    """What the body of a loop has had so far."""

    def __init__(self) -> None:
        self.has_text = False  # that is no item
        self.items: list[_Item] = []
        self.is_next = False  # the paragraph before is an item
        self.conditions = 0  # open ones: what they hold may be there in one pass only


def notes(root: Any, styles: Any, numbering: Any) -> Iterator[Noted]:
    """Every list that would have to begin anew in each pass of a loop around it, once, where that is first seen."""
    known = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    formats = _formats(numbering)
    around, told = list[_Pass](), set[str]()
    for paragraph in root.iter(f"{W}p"):
        words = text_of(paragraph)
        for block in BLOCK.finditer(words):
            _open_or_close(block[1], around)
        if CONTROL.match(words) or not words.strip() or not around:
            around = _apart(around)
            continue
        item, is_heading = _item(paragraph, known, formats), bool(level_of(paragraph, known))
        if item and item.is_numbered and not is_heading and item.list not in told and _goes_on(item, around):
            told.add(item.list)
            yield Noted(paragraph, "opmaak-lijst", ADVICE, MESSAGE)
        for one in around:
            one.has_text = one.has_text or is_heading or not (item and item.is_numbered)
            one.is_next = bool(item and item.is_numbered) and not is_heading
            one.items += [item] if item else []


def _open_or_close(word: str, around: list[_Pass]) -> None:
    if word == "for":
        around.append(_Pass())
    elif word == "endfor":
        del around[-1:]
    elif around:
        around[-1].conditions += 1 if word == "if" else -1


def _apart(around: list[_Pass]) -> list[_Pass]:
    for one in around:
        one.is_next = False
    return around


def _goes_on(item: _Item, around: list[_Pass]) -> bool:
    """Whether a list holds more than one item in a pass, so that it is the list of that pass and not one list of all passes."""

    def is_under_another(one: _Pass) -> bool:
        return any(other.list == item.list and other.level < item.level for other in one.items)

    inner, outer = around[-1], around[:-1]
    if is_under_another(inner) or any(map(is_under_another, outer)):
        return False
    return (inner.is_next and inner.items[-1] == item) or any(one.has_text and not one.conditions for one in outer)


def _item(paragraph: Any, styles: Mapping[str, Any], formats: Mapping[tuple[str, int], str]) -> _Item | None:
    """The list of a paragraph, its own or that of its style; `None` when it is in none."""
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    chain = style_chain(named.get(f"{W}val"), styles) if named is not None else ()
    looks = [look for one in (paragraph, *chain) if (look := one.find(f"{W}pPr/{W}numPr")) is not None]
    of = next((one.find(f"{W}numId").get(f"{W}val", "") for one in looks if one.find(f"{W}numId") is not None), "")
    level = next((one.find(f"{W}ilvl").get(f"{W}val", "") for one in looks if one.find(f"{W}ilvl") is not None), "0")
    number = int(level) if level.isdigit() else 0
    return _Item(of, number, formats.get((of, number), "none") not in UNNUMBERED) if of else None


def _formats(numbering: Any) -> dict[tuple[str, int], str]:
    """How each level of each list is numbered."""
    if numbering is None:
        return {}
    levels = {
        (one.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl", "0"))): _format(level)
        for one in numbering.iter(f"{W}abstractNum")
        for level in one.iter(f"{W}lvl")
        if level.get(f"{W}ilvl", "0").isdigit()
    }
    lists = {
        one.get(f"{W}numId", ""): based.get(f"{W}val")
        for one in numbering.iter(f"{W}num")
        if (based := one.find(f"{W}abstractNumId")) is not None
    }
    return {(key, level): shown for key, of in lists.items() for (base, level), shown in levels.items() if base == of}


def _format(level: Any) -> str:
    """How a level is numbered; not at all when it begins with a word, as a caption does: "Tabel 1"."""
    shown, text = level.find(f"{W}numFmt"), level.find(f"{W}lvlText")
    is_caption = text is not None and not text.get(f"{W}val", "").startswith("%")
    return "none" if shown is None or is_caption else str(shown.get(f"{W}val", "decimal"))
