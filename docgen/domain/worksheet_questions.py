"""The help questions of the worksheet (Werkblad 4) by block, in the order of the source; their words stand in the schema of
the borgingsplan."""

from __future__ import annotations

QUESTIONS = {
    "interventie": ("compleet", "wat_precies", "waar"),
    "eigenaar": ("actief", "inhoud_en_uitvoering", "gevolgen"),
    "ondersteuning": (
        "wat_nodig",
        "onder_aandacht",
        "netwerk",
        "materiaal",
        "scholing",
        "invoeren",
        "kwaliteit",
        "bekendheid",
    ),
    "organisaties": ("steun", "ingebed", "afgesproken", "in_plannen"),
    "financien": ("genoeg", "gesprekken", "andere_wegen", "meerwaarde", "baten"),
    "opschaling": ("gewenst", "nodig", "landelijk", "richtlijnen"),
    "erkenning": ("overige", "van_belang", "eisen", "proces"),
    "politiek": ("beleid", "bestuurlijke_steun", "verkenning"),
}
SUPPORT = QUESTIONS["ondersteuning"][1:]  # the kinds of support that a task may give, each a question of its own
