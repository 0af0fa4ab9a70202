"""
Een nieuwe reserve is niet ingesteld, of raakt leeg.

De raad stelt een bestemmingsreserve in voordat er iets in kan, en er kan niet meer uit dan erin zit. Deze regel kijkt naar rijen onder
`begroting: reserves:` met `nieuw: true`: wat bronnen er tot en met een jaar aan onttrekken, en of een beslispunt ze noemt als er een
onderdeel `raadsvoorstel` is. Bron: Besluit begroting en verantwoording (BBV), bestemmingsreserves; begrotingen van gemeenten.

Herstel: verhoog `toevoegingen`, verlaag wat eruit komt, of noem het kenmerk van de reserve bij `reserves` van een beslispunt.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from docgen.diagnostics.finding import Finding
from docgen.domain.cost_division import cents
from docgen.domain.queries import asked_names, council_party, counts, funding_sources, section
from docgen.domain.reserves import reserve_names
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import amounts_in_words

CODE = "GEM-20"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    asked, has_proposal = asked_names(dossier), bool(section(dossier, "raadsvoorstel"))
    for i, row in enumerate(section(dossier, "begroting").get("reserves") or []):
        if not row.get("nieuw"):
            continue
        if year := _first_empty_year(dossier, row):
            message = f"uit {row['naam']} wordt tot en met {year} meer gehaald dan erin zit"
            yield Finding(
                ("begroting", "reserves", i),
                message,
                about=row["id"],
                year=year,
                hint="verhoog toevoegingen, of verlaag wat eruit komt",
            )
        if has_proposal and row["id"] not in asked:
            message = f"geen beslispunt stelt {row['naam']} in"
            filled = f", met in de tekst {amounts_in_words(row['toevoegingen'])}" if row["toevoegingen"] else ""
            hint = f"zet bij een beslispunt reserves: [{row['id']}]{filled}"
            yield Finding(("begroting", "reserves", i), message, about=row["id"], hint=hint)


def _first_empty_year(dossier: CompleteDossier, row: TableRow) -> int | None:
    """The first year by whose end more is drawn than was added."""
    names, owner = reserve_names(dossier), row.get("partij") or council_party(dossier)
    name = names.get(row["id"], row["naam"])
    drawing = [one for one in funding_sources(dossier) if one["partij"] == owner and names.get(one["id"]) == name]
    added = {"bedragen": row["toevoegingen"] if counts(row) else {}}
    years = sorted({year for one in (*drawing, added) for year in one["bedragen"] or ()})
    left = accumulate(cents(added, year) - sum(cents(one, year) for one in drawing) for year in years)
    return next((year for year, amount in zip(years, left, strict=True) if amount < 0), None)
