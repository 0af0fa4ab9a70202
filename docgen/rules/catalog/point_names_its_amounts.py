"""
De bedragen in een beslispunt zijn niet die van zijn bronnen.

De raad stelt vast wat er in het beslispunt staat, niet wat in de tabel staat. Noemt een beslispunt bronnen of reserves, dan hoort elk
bedrag per jaar dat zij samen zijn, in de tekst te staan, en hoort een bedrag van € 1.000 of meer in de tekst bij die bronnen. Deze regel
kijkt naar de jaren van de horizon. Bron: beoordelingskaart voor raadsleden; Gemeentewet (budgetrecht).

Herstel: schrijf in het beslispunt het bedrag van elk jaar, of verbeter `bedragen` of `financiering`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.council_proposal import proposal_points
from docgen.domain.queries import by_id, horizon_years, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro

AMOUNT = re.compile(r"€\s*(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?(?:\s*(miljoen|mln|duizend))?")
LARGER = {"miljoen": 1_000_000, "mln": 1_000_000, "duizend": 1_000}
SMALLEST = 1000  # euros: a smaller amount may be about something else

CODE = "GEM-10"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    sources = {name: row["bedragen"] or {} for name, row in by_id(dossier["financiering"]).items()}
    filled = by_id(section(dossier, "begroting").get("reserves") or [])
    sources |= {name: row["toevoegingen"] or {} for name, row in filled.items()}
    for i, point in enumerate(proposal_points(dossier)):
        named = dict.fromkeys(name for key in ("financiering", "reserves") for name in point.get(key) or ())
        rows = [sources[name] for name in named if name in sources]
        if rows:
            yield from _check_point(point, rows, horizon_years(dossier), ("raadsvoorstel", "beslispunten", i, "tekst"))


def _check_point(
    point: TableRow, rows: list[dict[int, Decimal]], within: range, where: tuple[str | int, ...]
) -> Iterator[Finding]:
    years = sorted({year for row in rows for year in row})
    sums = {year: sum((row.get(year, Decimal(0)) for row in rows), Decimal(0)) for year in years}
    told = {*_amounts(point["tekst"] or "")}
    asked: dict[Decimal, int] = {}
    for year, amount in sums.items():
        if amount and (not within or year in within):
            asked.setdefault(amount, year)
    for amount, year in asked.items():
        if amount not in told:
            message = f"beslispunt {point['nr']} noemt {euro(amount)} voor {year} niet; zijn bronnen vragen dat wel"
            hint = f"schrijf in het beslispunt: {euro(amount)} in {year}"
            yield Finding(where, message, about=str(point["nr"]), year=year, amount=amount, hint=hint)
    own = {*sums.values(), sum(sums.values())}
    own |= {amount for row in rows for amount in (*row.values(), sum(row.values()))}
    for amount in sorted(told - own):
        if amount >= SMALLEST:
            message = f"beslispunt {point['nr']} noemt {euro(amount)}; dat bedrag komt in zijn bronnen niet voor"
            hint = "verbeter het bedrag, of noem bij financiering de bron"
            yield Finding(where, message, kind="vreemd", about=str(point["nr"]), amount=amount, hint=hint)


def _amounts(text: str) -> Iterator[Decimal]:
    for whole, cents, larger in AMOUNT.findall(text):
        yield Decimal(f"{whole.replace('.', '')}.{cents or 0}") * LARGER.get(larger, 1)
