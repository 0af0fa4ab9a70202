"""
Dit kon docgen niet nagaan.

Een controle die iets mist, kan niets vinden; wie dan geen melding ziet, denkt dat het klopt. Daarom noemt deze melding het veld dat ontbreekt en wat
docgen zonder dat veld niet nagaat. Zij zwijgt als er niets na te gaan is, en telt pas als waarschuwing als het dossier ter besluitvorming ligt of is vastgesteld.
U kunt haar niet accepteren: vul het veld in. Bron: eigen ervaring met dossiers.

Herstel: vul het veld in dat de melding noemt.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.diagnostics.finding import Finding
from docgen.text.dutch import all_or_some, counted

CODE = "NAG-01"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

MOST_NAMED = 3


def finding(path: tuple[str | int, ...], without: str, looks_at: Sequence[str], hint: str) -> Finding:
    """What is not looked at without a field."""
    what = all_or_some(looks_at, MOST_NAMED)
    message = f"zonder {without} gaat docgen {counted(len(looks_at), 'ding', 'dingen')} niet na: {what}"
    return Finding(path, message, hint=hint)


def on_paper(found: Finding) -> str:
    """What a report says of it: only that the years of the arrangements are not known; the rest is for who writes."""
    if found.path != ("dossier", "horizon"):
        return ""
    _, semicolon, short = found.message.partition("; ")
    return f"er is geen horizon; daarom staat nergens voor welke jaren de afspraken gelden{semicolon}{short}"
