"""
Een onderdeel stopt, maar er is nog een taak of een bedrag voor.

Onder `interventie.onderdelen` staat wat er met elk onderdeel gebeurt. Een onderdeel dat stopt en toch uren of geld houdt, loopt gewoon door, en de raad
of een partner leest twee verhalen. Deze regel zoekt alle woorden van het onderdeel in de namen van taken en van posten met geld binnen de horizon. Een
taak of post voor het afronden zelf meldt zij niet. Bron: Loket Gezond Leven, Borg uw project (welke onderdelen gaan door?).

Herstel: haal de taak of de post weg, of zet het oordeel op aanpassen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import cost_items, horizon_years, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.sentences import main_words

CODE = "KAF-02"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

WINDS_UP = re.compile(r"afbouw|afrond|afsluit|afscheid|be[eë]indig|stop|overdra", re.IGNORECASE)
Path = tuple[Any, ...]


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    parts = section(dossier, "interventie").get("onderdelen") or ()
    stopped = [(row, main_words(row["naam"])) for row in parts if row["oordeel"] == "stoppen" and row["naam"]]
    for path, kind, row in _going_on(dossier) if stopped else ():
        words = main_words(row["naam"])
        part = next((part for part, own in stopped if own and own <= words), None)
        if part and not WINDS_UP.search(row["naam"]):
            yield Finding(
                (*path, "naam"),
                f"{part['naam']} stopt, maar {kind} {row['id']} gaat door",
                about=row["id"],
                hint=f"haal {row['id']} weg of zet oordeel: aanpassen",
            )


def _going_on(dossier: CompleteDossier) -> Iterator[tuple[Path, str, TableRow]]:
    """The tasks, and the cost items with money in the horizon, with their places."""
    within = horizon_years(dossier)
    for i, row in enumerate(dossier["taken"]):
        if row["id"] and row["naam"]:
            yield ("taken", i), "taak", row
    for i, row in enumerate(cost_items(dossier)):
        if (
            row["id"]
            and row["naam"]
            and any(row["bedragen"][year] for year in within if year in (row["bedragen"] or ()))
        ):
            yield ("begroting", "posten", i), "post", row
