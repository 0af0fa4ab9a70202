"""
Een beslispunt over een reserve noemt haar niet bij naam.

De raad besluit per reserve, bij naam, over wat eraan wordt onttrokken of toegevoegd. Deze regel kijkt naar beslispunten met een
bron van de gemeente die uit een reserve komt, of met `reserves`. Hoofdletters en lidwoorden doen er niet toe, en de naam van de
gemeente zelf mag ontbreken. Bron: Gemeentewet (budgetrecht); vraag en antwoord van de VNG over reserves.

Herstel: schrijf de naam van de reserve in het beslispunt, zoals zij in de nota reserves staat.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics.finding import Finding
from docgen.domain.names import party_names
from docgen.domain.queries import council_party, proposal_points
from docgen.domain.reserves import reserve_names, words_of
from docgen.domain.types import CompleteDossier

CODE = "GEM-04"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    names = reserve_names(dossier)
    own = {*words_of(party_names(dossier).get(council_party(dossier) or "") or "")}
    for i, point in enumerate(proposal_points(dossier)):
        if point["nr"] is None:  # in a draft: that it lacks its number is what there is to tell
            continue
        said = words_of(point["tekst"] or "")
        about = dict.fromkeys(names.get(name) for key in ("financiering", "reserves") for name in point.get(key) or ())
        for name in filter(None, about):
            words = words_of(name)
            if not (_stands_in(words, said) or _stands_in([word for word in words if word not in own], said)):
                yield Finding(
                    ("raadsvoorstel", "beslispunten", i, "tekst"),
                    f"beslispunt {point['nr']} noemt de reserve niet bij naam: {name}",
                    about=str(point["nr"]),
                    hint=f"schrijf erin: {name}",
                )


def _stands_in(words: list[str], text: list[str]) -> bool:
    return bool(words) and any(text[start : start + len(words)] == words for start in range(len(text)))
