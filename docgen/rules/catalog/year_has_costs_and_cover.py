"""
In een jaar is er geld zonder kosten, of kosten zonder geld.

Meer dekking dan kosten is bijna altijd een vergeten post, een verkeerd jaar of een nul te veel, en een raad of fonds vraagt het terug. Deze regel vergelijkt
per jaar van de horizon alle dekking met alle kosten; een verschil tot € 1 of een duizendste telt niet. Buiten de horizon meldt zij alleen jaren met
het een zonder het ander, als advies. Jaren na de horizon meldt HOR-02 al. Zonder kosten of zonder dekking in het hele dossier zwijgt zij. Bron: Werkblad 4,
blok financiën; Gemeentewet, het artikel over de begroting.

Herstel: zet de kosten van dat jaar onder `begroting.posten`, verlaag de bron, of haal het jaar weg.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.diagnostics.finding import Finding
from docgen.domain.consistency.surplus import Surplus, remedy, surpluses
from docgen.domain.queries import cost_items, counts, funding_sources, horizon_years, per_year, to_cents
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro
from docgen.text.numbers import as_written

CODE = "FIN-13"
LEVEL = "waarschuwing"
ANCHOR = "Financiën"

TEN = 10


def check(dossier: CompleteDossier) -> Iterator[Finding]:
    for one in surpluses(dossier):
        yield _too_much(dossier, one) if one.costs else _without_costs(dossier, one)
    yield from _without_cover(dossier)


def _without_costs(dossier: CompleteDossier, one: Surplus) -> Finding:
    return Finding(
        ("financiering", one.place, "bedragen", one.year),
        f"in {one.year} is er {euro(one.cover)} dekking en er zijn geen kosten",
        "" if one.year in horizon_years(dossier) else "buiten",
        about=one.source["id"] or "",
        year=one.year,
        amount=one.amount,
        hint=f"zet de kosten van {one.year} onder begroting.posten, of haal {one.year} weg",
    )


def _too_much(dossier: CompleteDossier, one: Surplus) -> Finding:
    typed = _typed_tenfold(dossier, one)
    place, row = typed or (one.place, one.source)
    path, meant = (
        ("financiering", place, "bedragen", one.year),
        to_cents(row["bedragen"][one.year] / TEN) if typed else None,
    )
    lower = f"schrijf {one.year}: {as_written(meant)}" if meant else f"verlaag {row['bron'] or row['id'] or 'een bron'}"
    return Finding(
        path,
        f"overschot in {one.year}: {euro(one.amount)} (kosten {euro(one.costs)}, dekking {euro(one.cover)})",
        about=row["id"] or "",
        year=one.year,
        amount=one.amount,
        hint=lower if typed else remedy(dossier, one.year, lower),
        remedy=((path, meant),) if meant else (),
    )


def _typed_tenfold(dossier: CompleteDossier, one: Surplus) -> tuple[int, TableRow] | None:
    """The only source that explains a surplus by a nought too many, to the euro."""
    found = [
        (i, row)
        for i, row in enumerate(dossier["financiering"])
        if counts(row) and abs(one.amount - (row["bedragen"] or {}).get(one.year, Decimal(0)) * 9 / TEN) <= 1
    ]
    return found[0] if len(found) == 1 else None


def _without_cover(dossier: CompleteDossier) -> Iterator[Finding]:
    """The years outside the horizon, but for those after it, that have costs and no cover."""
    within = horizon_years(dossier)
    years = range(within.start) if within else range(9999)
    cover = per_year(funding_sources(dossier), range(9999))
    for year, cost in per_year(cost_items(dossier), years).items() if any(cover.values()) else ():
        if cost and not cover.get(year):
            place, row = max(enumerate(cost_items(dossier)), key=lambda one: (one[1]["bedragen"] or {}).get(year, 0))
            yield Finding(
                ("begroting", "posten", place, "bedragen", year),
                f"in {year} zijn er {euro(cost)} kosten en er is geen dekking",
                "buiten",
                about=row["id"] or "",
                year=year,
                amount=cost,
                hint=f"vul {year} aan bij een bron onder financiering, of haal {year} weg",
            )
