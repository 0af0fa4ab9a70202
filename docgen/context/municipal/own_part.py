"""The money of one party in the year of its annual plan, and the costs that parties make together with who pays them.

The same books as those of a municipality, in the words of a partner. The parts of all parties and the shared costs once add up
to the costs of the programme.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from docgen.context.municipal.budget_rows import PART, PLAIN, SUM, Row
from docgen.context.municipal.plan_year import beside_each_other, plan_years
from docgen.domain.cost_division import DIRECT, Source, cents
from docgen.domain.memo import memoized
from docgen.domain.municipal_books import (
    ASKED,
    CONTRIBUTION,
    DECIDED,
    IN_KIND_FOR_OTHERS,
    KNOWN_STAFF,
    NEW_STAFF,
    OPEN,
    OTHER_COSTS,
    SHARED,
    UNCOVERED,
    WITHOUT_COST,
    Books,
    PartyBudget,
    division,
)
from docgen.domain.names import OUTSIDE, party_names, viewer, whole_dossier
from docgen.domain.queries import cost_items, municipalities, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import euro

OWN_COSTS = (KNOWN_STAFF, NEW_STAFF, OTHER_COSTS)
Payers = Counter[tuple[str, str]]  # cents by party and source; the party is `OUTSIDE` for money that goes through none


@memoized
def own_part(dossier: CompleteDossier) -> TableRow | None:
    """What a part of an annual plan says of money: what is of this party, what of others and what is shared; the books of
    a party that is no municipality. Nothing in a plan of the whole."""
    seen_by, year = viewer(dossier), section(dossier, "jaarplan").get("jaar")
    if not seen_by or not year:
        return None
    whole, party = whole_dossier(dossier), seen_by["id"]
    own, of_all = Counter[str | None](), _cost_by_maker(whole, year)
    own.update(of_all)
    shared = shared_costs(whole, year)
    budget = PartyBudget(whole, party, years=plan_years(whole, party, year))
    known = budget.has_costs and party not in municipalities(whole)
    return {
        "totaal": Decimal(of_all.total()) / 100,
        "eigen": Decimal(own[party]) / 100,
        "anderen": Decimal(of_all.total() - own[party] - own[None]) / 100,
        "gedeeld": shared,
        "gedeeld_totaal": Decimal(own[None]) / 100,
        "gedeeld_eigen": sum((one["bedrag"] for row in shared for one in row["betalers"] if one["partij"] == party), Decimal(0)),
        "boek": beside_each_other(list(_rows(budget)), budget.years) if known else None,
        "noten": list(_notes(budget, own[party], year)) if known else [],
    }  # fmt: skip


def _cost_by_maker(dossier: CompleteDossier, year: int) -> Counter[str | None]:
    found = Counter[str | None]()
    for post in cost_items(dossier):
        found[post["partij"]] += cents(post, year)
    return found


def shared_costs(dossier: CompleteDossier, year: int) -> list[TableRow]:
    """Every cost that no party makes alone, with who pays how much of it; what nobody pays stands last."""
    divided, names = division(dossier, year), party_names(dossier)
    sources = {row["id"]: row["bron"] for row in dossier["financiering"]}
    found = []
    for place, (item, post) in enumerate(zip(divided.items, cost_items(dossier), strict=True)):
        if item.maker is not None or not cents(post, year):
            continue
        payers: Payers = Counter()
        for (source, paid_item), amount in divided.paid.items():
            if paid_item == place and amount:
                payer = payer_of_shared(divided.sources[source])
                payers[payer, divided.sources[source].id if payer == OUTSIDE else ""] += amount
        paying = [
            {
                "partij": payer,
                "naam": f"{sources[source]}, niet via een partij" if payer == OUTSIDE else names.get(payer) or payer,
                "bedrag": Decimal(amount) / 100,
            }
            for (payer, source), amount in payers.items()
        ]
        if left := divided.need[place]:
            paying.append({"partij": None, "naam": "nog niemand", "bedrag": Decimal(left) / 100})
        is_guess = place in divided.in_proportion and len(paying) > 1
        whole = Decimal(cents(post, year)) / 100
        found.append({"naam": post["naam"], "bedrag": whole, "betalers": paying, "naar_rato": is_guess})
    return found


def payer_of_shared(source: Source) -> str:
    """The party in whose budget a shared cost stands: the one through whom the money goes, else who pays it."""
    goes_through = not source.is_in_kind and source.through not in (None, DIRECT)
    return source.through or source.payer if goes_through else source.payer


def _rows(budget: PartyBudget) -> Iterator[Row]:
    """What the party makes, gives and pays, and where that comes from; both sums are equal."""
    rows = [*_costs(budget), *_origins(budget)]
    yield from (row for row in rows if row.kind == SUM or any(row.amounts.values()))


def _costs(budget: PartyBudget) -> Iterator[Row]:
    def of(*names: object) -> dict[int, int]:
        return budget.per_year(lambda own: sum(amount for (row, _), amount in own.costs.items() if row in names))

    yield Row("Eigen kosten", PLAIN, of(*OWN_COSTS))
    for party, name in party_names(budget.dossier).items():
        yield Row(f"Bijdrage aan {name or party}", PLAIN, of((CONTRIBUTION, party)))
    yield Row("Eigen inzet in natura voor kosten van anderen", PLAIN, of(IN_KIND_FOR_OTHERS))
    yield Row("Deel van de gedeelde kosten", PLAIN, of(SHARED))
    yield Row("Geld dat nog bij geen kosten hoort", PLAIN, of(WITHOUT_COST))
    yield Row("Kosten en bijdragen", SUM, budget.per_year(lambda own: own.costs.total()))


def _origins(budget: PartyBudget) -> Iterator[Row]:
    for name, source in budget.sources.items():
        called = f"Ontvangen: {source['bron']}" if source["bron"] else None
        yield Row(called, PLAIN, budget.of(lambda own: own.income, name))
    yield Row("Eigen geld en uren", PLAIN, budget.per_year(_own_money))
    yield Row("waarvan nog niet zeker", PART, budget.per_year(lambda own: own.means[ASKED] + own.means[OPEN]))
    yield Row("Nog geen dekking", PLAIN, budget.per_year(lambda own: own.means[UNCOVERED]))
    total = budget.per_year(lambda own: own.income.total() + _own_money(own) + own.means[UNCOVERED])
    yield Row("Waar dit van komt", SUM, total)


def _own_money(own: Books) -> int:
    return own.means[DECIDED] + own.means[ASKED] + own.means[OPEN] + own.draws.total() - own.additions.total()


def _notes(budget: PartyBudget, posts: int, year: int) -> Iterator[str]:
    own = sum(amount for (row, _), amount in budget.books[year].costs.items() if row in OWN_COSTS)
    if posts > own:
        yield f"Van de eigen kosten in {year} leveren anderen {euro(Decimal(posts - own) / 100)} in natura; dat staat niet in deze tabel."
