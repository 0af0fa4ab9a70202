"""How serious a finding is: the words for it, the most serious first."""

from __future__ import annotations

LEVELS = ("fout", "waarschuwing", "advies")
PLURALS = {"fout": "fouten", "waarschuwing": "waarschuwingen", "advies": "adviezen"}
