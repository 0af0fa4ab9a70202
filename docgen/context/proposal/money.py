"""What a council proposal says of money beside its tables: no amount that stands in one is told again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from docgen.context.municipal.budget import proposal_budget
from docgen.domain import proven
from docgen.domain.municipal_books import temporary_for_lasting, unmatched
from docgen.domain.names import sources_in_sentences
from docgen.domain.queries import (
    CERTAIN,
    asked_names,
    cost_items,
    funding_sources,
    horizon_years,
    per_year,
    section,
    table_years,
)
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import capital, enumeration, euro, long_date, without_full_stop, years_in_words

ZERO = Decimal(0)


def notes(dossier: CompleteDossier) -> list[str]:
    """What must be known to read the table of the budget; without one, of the costs."""
    budget, organisation = proposal_budget(dossier), section(dossier, "organisatie")
    about_tax = [sentence(tax)] if (tax := section(dossier, "begroting").get("btw")) else []
    if budget:
        return [*budget["noten"][:1], *about_tax, *budget["noten"][1:]]
    home = [
        organisation.get("begrotingsprogramma"),
        organisation.get("taakveld") and f"taakveld {organisation['taakveld']}",
    ]
    told = ", ".join(filter(None, home))
    return [*([f"De kosten horen bij {told}."] if told and cost_items(dossier) else []), *about_tax]


def sentence(text: str) -> str:
    """A text of the writer as a sentence of its own."""
    return f"{capital(without_full_stop(text))}."


def sentences(dossier: CompleteDossier, place: str | None) -> Iterator[str]:
    """What is added to the table of the budget, and what the whole programme costs."""
    budget, changes = proposal_budget(dossier), section(dossier, "raadsvoorstel").get("begrotingswijziging")
    if budget:
        yield from budget["aanvullingen"]
    elif changes is not None:
        yield (
            "Met dit voorstel stelt de raad een begrotingswijziging vast."
            if changes
            else ("De raad stelt met dit voorstel geen begrotingswijziging vast.")
        )
    years = [*horizon_years(dossier)] or table_years(dossier)
    if cost_items(dossier) and years:
        when = f"{years[0]} tot en met {years[-1]} samen" if years[1:] else str(years[0])
        where = f"; {place} noemt de kosten en de dekking per jaar" if place else ""
        yield f"Het hele programma kost in {when} {euro(sum(per_year(cost_items(dossier), years).values(), ZERO))}{where}."


def covered(dossier: CompleteDossier) -> Iterator[str]:
    """Whether the costs are covered, and whether temporary money pays what goes on."""
    costs, sources, years = cost_items(dossier), funding_sources(dossier), table_years(dossier)
    if not costs or not sources:
        return
    needed, given = per_year(costs, years), per_year(sources, years)
    if missing := [year for year, amount in needed.items() if amount > given.get(year, ZERO)]:
        yield f"{capital(years_in_words(missing))} zijn niet alle kosten gedekt."
    elif homeless := [year for year in years if unmatched(dossier, year)]:
        yield f"Voor een deel van de kosten {years_in_words(homeless)} is geen bron genoemd die ze mag betalen."
    elif any(_is_open(dossier, row) and any((row["bedragen"] or {}).values()) for row in sources):
        yield "De kosten zijn gedekt als ook doorgaat wat nog niet zeker is."
    else:
        yield "De kosten zijn gedekt."
    if temporary := temporary_for_lasting(dossier):
        yield f"{capital(years_in_words(temporary))} betaalt tijdelijk geld een deel van de structurele kosten."


def _is_open(dossier: CompleteDossier, source: TableRow) -> bool:
    """Whether it is not certain that a source pays, also because the proposal asks for it."""
    return source["status"] not in CERTAIN or source["id"] in asked_names(dossier)


def follow_ups(dossier: CompleteDossier) -> Iterator[str]:
    """Where the money comes from when a temporary source ends, whether that is decided, and for which costs nothing is."""
    known = sources_in_sentences(dossier)
    for source in funding_sources(dossier):
        later, left = proven.follow_ups(dossier, source), proven.without_follow_up(dossier, source)
        if source["einde"] and (later or left):
            told = [f"{capital(known[source['id']])} loopt tot en met {long_date(source['einde'])}."]
            names = enumeration(known[one["id"]] for one in later)
            if any(_is_open(dossier, one) for one in later):
                told.append(f"Daarna moet het geld komen uit {names}; daarover is nog niet besloten.")
            elif later:
                told.append(f"Daarna komt het geld uit {names}.")
            if left:
                told.append(f"Voor {_quoted(left)} staat geen vervolg.")
            yield " ".join(told)


def _quoted(items: list[TableRow]) -> str:
    return enumeration(f"‘{item['naam']}’" for item in items)
