"""The annexes of the agreement: their keys in order with their titles."""

from __future__ import annotations

ANNEX_TITLES = {
    "functies": "Functies en taken",
    "uren": "Uren",
    "geld": "Geld",
    "doelen": "Doelen en meting",
    "gegevens": "Persoonsgegevens",
    "planning": "Planning en besluiten",
    "kennis": "Kennis en communicatie",
}
