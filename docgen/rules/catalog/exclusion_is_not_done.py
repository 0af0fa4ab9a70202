"""
Wat buiten de samenwerking valt, staat ook bij wat er gebeurt.

Een uitsluiting die met dezelfde woorden als taak, kostenpost of onderdeel in het dossier staat, spreekt het dossier tegen: in de overeenkomst staat
dan dat partijen iets wel en niet doen. Deze regel vergelijkt de woorden zonder lidwoorden en voorzetsels; één gelijk woord is niet genoeg. Bron: Loket
Gezond Leven, Borg uw project (bespreek ook wat erbuiten valt).

Herstel: haal een van beide weg, of zeg in beide wat het verschil is.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.queries import cost_items, section
from docgen.domain.types import CompleteDossier
from docgen.text.dutch import without_full_stop
from docgen.text.sentences import main_words

CODE = "UIT-03"
LEVEL = "waarschuwing"
ANCHOR = "Kwaliteit"

Words = frozenset[str]


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    done = _done(dossier)
    for i, row in enumerate(dossier["uitsluitingen"]):
        text = (row["tekst"] or "").split(";")[0].strip()
        same = _same(main_words(text), done)
        if same:
            yield Finding(
                ("uitsluitingen", i, "tekst"),
                f"‘{without_full_stop(text)}’ valt erbuiten, maar is ook {same}",
                about=row["id"] or "",
                hint="haal een van beide weg, of zeg wat het verschil is",
            )


def _same(words: Words, done: dict[Words, str]) -> str:
    """What is done in the same words, or in at least two of them and all but one."""
    fewer = (words - {word} for word in sorted(words)) if len(words) > 2 else ()
    return next((done[some] for some in (words, *fewer) if some in done), "")


def _done(dossier: CompleteDossier) -> dict[Words, str]:
    """What is done, by the words of its name."""
    parts = [row for row in section(dossier, "interventie").get("onderdelen") or () if row["oordeel"] != "stoppen"]
    rows = [("taak", row) for row in dossier["taken"]] + [("post", row) for row in cost_items(dossier)]
    rows += [("onderdeel", row) for row in parts]
    named = {
        main_words(row["naam"]): f"{kind} {row['id'] or row['naam']}" for kind, row in reversed(rows) if row["naam"]
    }
    return {words: told for words, told in named.items() if words}
