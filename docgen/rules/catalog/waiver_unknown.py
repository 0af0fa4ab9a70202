"""
Een afwijking noemt een regel die niet bestaat of die niet te accepteren is.

Een tikfout in de code zou betekenen dat u denkt iets te hebben geaccepteerd, terwijl dat niet zo is. Ook zijn er regels
die het papier zelf bewaken, zoals de nummering van beslispunten; daarvan valt niet af te wijken. Hetzelfde geldt voor
fouten in de vorm van het dossier. Bron: pas toe of leg uit, toegepast op onze eigen regels.

Herstel: verbeter de code; die staat tussen [ ] achter de melding. Kan de melding niet worden geaccepteerd, haal de
afwijking dan weg en los de melding op.
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.diagnostics.finding import Finding
from docgen.diagnostics.suggest import did_you_mean

CODE = "AFW-03"
LEVEL = "fout"
ANCHOR = "Kwaliteit"

WHERE = "de code van een regel staat tussen [ ] achter de melding"


def finding(index: int, code: str, known: Iterable[str], fixed: bool) -> Finding:
    """What to say about a waiver of a rule that does not exist, or of one that is `fixed`."""
    message = f"van regel {code} kunt u niet afwijken" if fixed else f"regel ‘{code}’ bestaat niet"
    hint = "los de melding op en haal de afwijking weg" if fixed else did_you_mean(code, known) or WHERE
    return Finding(("afwijkingen", index, "regel"), message, about=code, hint=hint)
