"""The rules as a page to read: docs/regels.md is made of their docstrings and the table of levels."""

from __future__ import annotations

from docgen.rules import EXPLAINED, Explained
from docgen.rules.levels import SILENT, TABLE, Levels, levels_of

ANCHORS = ("Draagvlak", "Kwaliteit", "Financiën")
# what a kind of finding means, for the table of levels
KINDS = {
    "": "",
    "leeg": "als het hele onderdeel nog ontbreekt",
    "open": "als het nog niet is ingevuld",
    "vervanger": "als alleen de vervanger ontbreekt",
    "gevolgen": "als alleen de gevolgen van het eigenaarschap ontbreken",
    "krap": "als het besluit op tijd valt, maar binnen de doorlooptijd",
    "veel": "boven de hoogste grens",
    "baten": "als alleen de baten ontbreken",
    "getekend": "als een partij nog niet heeft getekend",
    "gemeente": "bij de gemeente",
    "gepland": "als het plan er is, maar de aanpak er nog niet in staat",
    "argument": "als een beslispunt geen argument heeft",
}
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


def _chapter(rule: Explained) -> str:
    title, _, text = (rule.__doc__ or "").strip().partition("\n\n")
    return f"### {rule.CODE}: {title.rstrip('.')}\n\n{_levels(rule)}\n\n{text}\n"


def _levels(rule: Explained) -> str:
    """The levels of a rule as a table, a row for each kind of finding."""
    kinds = dict.fromkeys(["", *(kind for code, kind in TABLE if code == rule.CODE)])
    lines = ["| wanneer | concept | ter besluitvorming | vastgesteld |", "| --- | --- | --- | --- |"]
    for kind in kinds:
        row = levels_of(rule, kind)
        lines.append(f"| {KINDS[kind] or ('altijd' if len(kinds) == 1 else 'meestal')} | {_cells(row)} |")
        if row.overeenkomst:
            lines.append(f"| als u de overeenkomst vraagt | {' | '.join([row.overeenkomst] * 3)} |")
    return "\n".join(lines)


def _cells(row: Levels) -> str:
    levels = (row.concept, row.ter_besluitvorming, row.vastgesteld)
    return " | ".join("geen melding" if level == SILENT else level for level in levels)
