"""The rules as a page to read: docs/regels.md is made of their docstrings and the table of levels."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from docgen.diagnostics.codes import MEANINGS
from docgen.diagnostics.suggest import did_you_mean
from docgen.errors import DocgenError
from docgen.rules.registry import EXPLAINED, Explained, find
from docgen.rules.severity import SILENT, TABLE, levels_of

ANCHORS = ("Draagvlak", "Kwaliteit", "Financiën")
# what a kind of finding means, for the table of levels
KINDS = {
    "": "",
    "leeg": "als het hele onderdeel nog ontbreekt",
    "open": "als het nog niet is ingevuld",
    "vervanger": "als alleen de vervanger ontbreekt",
    "meer": "als meer dan één rol trekker is",
    "gevolgen": "als alleen de gevolgen van het eigenaarschap ontbreken",
    "krap": "als het besluit op tijd valt, maar binnen de doorlooptijd",
    "veel": "boven de hoogste grens",
    "baten": "als alleen de baten ontbreken",
    "getekend": "als nog niet elke partij heeft getekend",
    "gemeente": "bij de gemeente",
    "partij": "als de lijst er is, maar niet compleet",
    "gepland": "als het plan er is, maar de aanpak er nog niet in staat",
    "jaar": "als meer dan het hele jaar op is",
    "laat": "als de laatste dag voorbij is",
    "naamloos": "als er wel een reserve staat, maar geen naam",
    "argument": "als een beslispunt geen argument heeft",
    "voorstel": "als de bronnen het besluit van de raad al volgen",
    "dag": "als alleen de dag ontbreekt",
    "oud": "in een dossier zonder indeling: 2, alles in één regel",
    "onbekend": "als achter bijlage een titel staat die er niet is",
    "commissie": "als de commissie vóór het college vergadert",
    "ingang": "als de overeenkomst ingaat voordat de raad besluit",
    "partijen": "bij een partij",
    "vroeg": "als de overeenkomst alleen eerder begint",
    "prijspeil": "bij het prijspeil",
    "kring": "als bronnen elkaar overnemen",
    "lang": "als een incidentele bron elk jaar een bedrag heeft",
    "soort": "als alleen de soort van de post niet past",
    "buiten": "als het jaar buiten de horizon valt",
    "vreemd": "als een bedrag in de tekst bij geen bron hoort",
}
WIDEST = max(map(len, KINDS.values()))
INTRODUCTION = """\
# De regels van docgen

docgen kijkt of een dossier klopt en of er iets is vergeten dat de aanpak laat voortbestaan. Elke melding heeft een code;
hier staat per code wat er mis is, waarom dat telt en hoe u het herstelt.

Een **fout** moet u verbeteren, een **waarschuwing** moet u bekijken, een **advies** helpt u verder. Hoe zwaar een melding
weegt, hangt af van de status van het dossier. Wat zichzelf tegenspreekt, weegt altijd even zwaar. Wat er nog niet is, is in
een concept advies. Staat er geen status, dan is het dossier een concept.

Wilt u een melding bewust accepteren, voeg dan een regel toe onder `afwijkingen`. Die geldt alleen voor wat u noemt: een
onderdeel, jaren of een hoogste bedrag. De melding blijft zichtbaar, met uw reden erbij.

Deze bladzijde wordt gemaakt uit de regels zelf; verander haar niet met de hand.
"""


def handbook() -> str:
    """The whole page, in Dutch, as Markdown."""
    parts = [INTRODUCTION]
    for anchor in ANCHORS:
        parts.append(f"## {anchor}\n")
        parts += [_chapter(rule) for rule in EXPLAINED if anchor == rule.ANCHOR]
    return "\n".join(parts)


def title_of(rule: Explained) -> str:
    """What a rule finds, in one line."""
    return _parts(rule)[0]


def explanation(code: str, width: int = 100) -> str:
    """A code explained on a terminal. Raises `DocgenError` with a suggestion when it does not exist."""
    rule = find(code)
    if rule is None and code.lower() in MEANINGS:
        return f"{code.lower()}: {MEANINGS[code.lower()]}"
    if rule is None:
        hint = did_you_mean(code, [*(rule.CODE for rule in EXPLAINED), *MEANINGS]) or "zie docgen rules"
        raise DocgenError(f"code ‘{code}’ bestaat niet; {hint}")
    title, text = _parts(rule)
    paragraphs = [fill(" ".join(part.split()), width) for part in text.split("\n\n")]
    rows = [
        f"  {when:<{WIDEST}}  {levels[0] if len(set(levels)) == 1 else ' / '.join(levels)}"
        for when, levels in _rows(rule)
    ]
    weight = "\n".join(["Hoe zwaar (in een concept / ter besluitvorming / vastgesteld):", *rows])
    return "\n\n".join([f"{rule.CODE}: {title} ({rule.ANCHOR})", *paragraphs, weight])


def _parts(rule: Explained) -> tuple[str, str]:
    title, _, text = (rule.__doc__ or "").strip().partition("\n\n")
    return title.rstrip("."), text


def _chapter(rule: Explained) -> str:
    title, text = _parts(rule)
    return f"### {rule.CODE}: {title}\n\n{_levels(rule)}\n\n{text}\n"


def _levels(rule: Explained) -> str:
    """The levels of a rule as a table, a row for each kind of finding."""
    lines = ["| wanneer | concept | ter besluitvorming | vastgesteld |", "| --- | --- | --- | --- |"]
    return "\n".join([*lines, *(f"| {when} | {' | '.join(levels)} |" for when, levels in _rows(rule))])


def _rows(rule: Explained) -> Iterator[tuple[str, list[str]]]:
    """For each kind of finding when it is given and its level at each status."""
    kinds = dict.fromkeys(["", *(kind for code, kind in TABLE if code == rule.CODE)])
    for kind in kinds:
        row = levels_of(rule, kind)
        levels = [row.concept, row.ter_besluitvorming, row.vastgesteld]
        when = KINDS[kind] or ("altijd" if len(kinds) == 1 else "meestal")
        yield when, ["geen melding" if level == SILENT else level for level in levels]
        if row.overeenkomst:
            yield "als u de overeenkomst vraagt", [row.overeenkomst] * 3
