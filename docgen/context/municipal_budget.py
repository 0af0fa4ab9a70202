"""What the programme means for the budget of a municipality: the table per year, the sentences above it and the notes under it.

Amounts in the table are texts without a euro sign: "−197.540", "–" for nothing. Inside a table a row is `som`, `waarvan` or plain.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from docgen.context.money import YEARS_PER_TABLE, amounts_in_words
from docgen.context.people import split_evenly
from docgen.domain import municipal_books
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
    STRUCTURAL,
    TEMPORARY,
    UNCOVERED,
    WITHOUT_COST,
    Books,
    books,
    budget_years,
    council_party,
)
from docgen.domain.names import party_names, whole_dossier
from docgen.domain.queries import CERTAIN, cost_items, horizon_years, municipalities, section, setting
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import NO_BREAK_SPACE, enumeration, euro

MINUS, NOTHING = "\N{MINUS SIGN}", "–"
SUM, PART, PLAIN = "som", "waarvan", "gewoon"
OWN_COSTS = {
    KNOWN_STAFF: "Eigen personeel, al in de begroting",
    NEW_STAFF: "Eigen personeel, nieuw of tijdelijk",
    OTHER_COSTS: "Andere eigen kosten",
    IN_KIND_FOR_OTHERS: "Eigen inzet in natura voor posten van anderen",
}
OTHER = {SHARED: "Gedeelde kosten die de gemeente betaalt", WITHOUT_COST: "Budget zonder kostenpost"}
STATES = {
    DECIDED: "waarvan al besloten",
    ASKED: "waarvan gevraagd aan de raad",
    OPEN: "waarvan nog te besluiten",
    UNCOVERED: "waarvan nog geen dekking",
}
ASKED_HERE = "waarvan met dit voorstel gevraagd"
OVERHEAD = "De uren van eigen medewerkers zijn gerekend met overhead; in de begroting staat overhead apart."
ESTIMATED = "Hoe deze bedragen over de partijen zijn verdeeld, is naar rato berekend."

Amounts = dict[int, int]  # cents by year


class _Table:
    """The budget of one municipality in all years, for one document."""

    def __init__(self, dossier: CompleteDossier, party: str, is_proposal: bool = False) -> None:
        self.dossier, self.party, self.is_proposal = dossier, party, is_proposal
        self.asked = _asked(dossier) if is_proposal else None
        known, horizon = budget_years(dossier), horizon_years(dossier)
        before = [year for year in known if horizon and year < horizon[0]]
        self.before = [year for year in before if books(dossier, party, year, self.asked).costs.total()]
        self.years = [year for year in known if year in self.before or year not in before]
        self.books: dict[int, Books] = {year: books(dossier, party, year, self.asked) for year in self.years}
        self.sources = {row["id"]: row for row in dossier["financiering"]}

    def per_year(self, measure: Callable[[Books], int]) -> Amounts:
        """What is measured, by year."""
        return {year: measure(own) for year, own in self.books.items()}

    def rows(self) -> Iterator[tuple[str | None, str, Amounts]]:
        """Label, kind and cents by year of every row, in order; rows without any amount too. What has no name has no label."""
        yield from self._cost_rows()
        yield from self._sum("Lasten", lambda own, nature: own.total(own.costs, nature))
        for name, row in self.sources.items():
            unsure = "" if row["status"] in CERTAIN else ", nog niet zeker"
            label = f"{row['bron']}{unsure}" if row["bron"] else None
            yield label, PLAIN, self.per_year(lambda own, name=name: _of(own.income, name))  # type: ignore[misc]
        if any(self.per_year(lambda own: own.total(own.income)).values()):
            yield from self._sum("Baten", lambda own, nature: own.total(own.income, nature))
        yield "Saldo (baten min lasten)", SUM, self.per_year(lambda own: own.saldo)
        yield from self._reserve_rows()
        label = "Saldo na reserves (saldo plus onttrekkingen min toevoegingen)"
        yield from self._sum(label, lambda own, nature: own.after_reserves(nature))
        yield "Ten laste van de algemene middelen", SUM, self.per_year(lambda own: own.means.total())
        for state, words in STATES.items():
            told = ASKED_HERE if self.is_proposal and state == ASKED else words
            yield told, PART, self.per_year(lambda own, state=state: own.means[state])  # type: ignore[misc]

    def _cost_rows(self) -> Iterator[tuple[str | None, str, Amounts]]:
        names = party_names(self.dossier)
        labels: dict[Any, str] = {**OWN_COSTS}
        labels |= {(CONTRIBUTION, party): f"Bijdrage aan {name or party}" for party, name in names.items()}
        for row, words in (labels | OTHER).items():
            yield words, PLAIN, self.per_year(lambda own, row=row: _of(own.costs, row))  # type: ignore[misc]

    def _reserve_rows(self) -> Iterator[tuple[str | None, str, Amounts]]:
        drawn = dict.fromkeys(name for own in self.books.values() for name, _ in own.draws)
        for name in drawn:
            words = f"Onttrekking reserve: {name}{self._decision_on(name)}"
            yield words, PLAIN, self.per_year(lambda own, name=name: _of(own.draws, name))  # type: ignore[misc]
        for name in dict.fromkeys(name for own in self.books.values() for name in own.additions):
            yield f"Toevoeging reserve: {name}", PLAIN, self.per_year(lambda own, name=name: own.additions[name])  # type: ignore[misc]

    def _decision_on(self, reserve: str) -> str:
        """The decision points of the proposal that draw on a reserve."""
        if not self.is_proposal:
            return ""
        drawing = {name for name, row in self.sources.items() if municipal_books.reserve_of(row) == reserve}
        points = [str(point["nr"]) for point in _points(self.dossier) if drawing & {*(point["financiering"] or [])}]
        return f" (beslispunt {enumeration(points)})" if points else ""

    def _sum(self, label: str, measure: Callable[[Books, str], int]) -> Iterator[tuple[str | None, str, Amounts]]:
        yield label, SUM, self.per_year(lambda own: measure(own, ""))
        parts = {nature: self.per_year(lambda own, n=nature: measure(own, n)) for nature in (STRUCTURAL, TEMPORARY)}  # type: ignore[misc]
        if all(any(amounts.values()) for amounts in parts.values()):
            yield from ((f"waarvan {nature}", PART, amounts) for nature, amounts in parts.items())

    def as_data(self) -> TableRow:
        """The table as a template gets it."""
        rows = [row for row in self.rows() if row[1] == SUM or any(row[2].values())]
        digits = 2 if any(amount % 100 for _, _, amounts in rows for amount in amounts.values()) else 0
        return {
            "partij": self.party,
            "naam": party_names(self.dossier).get(self.party, self.party),
            "jaren": self.years,
            "blokken": split_evenly(self.years, YEARS_PER_TABLE),
            "koppen": {year: f"{year}{' (ter vergelijking)' if year in self.before else ''}" for year in self.years},
            "regels": [_row(label, kind, amounts, digits) for label, kind, amounts in rows],
            "zinnen": list(self.sentences()),
            "noten": list(self.notes()),
        } | ({"wijziging": self.change()} if self.is_proposal else {})

    def sentences(self) -> Iterator[str]:
        """What the table says, in sentences."""
        means = self.per_year(lambda own: own.means.total())
        asked, undecided = self.per_year(lambda own: own.means[ASKED]), self._undecided()
        yield from self._ending_money(means)
        if any(asked.values()):
            yield self._what_is_asked(asked)
        elif not any(undecided.values()):
            yield self._within_budget()
        if any(undecided.values()):
            total = _euro(sum(undecided.values()))
            yield f"Over {total} van wat de gemeente betaalt, is nog niet besloten: {_in_words(undecided)}."
        for year, own in self.books.items():
            for (name, _), amount in own.draws.items():
                if amount:
                    yield f"In {year} komt {_euro(amount)} uit de {_inside_a_sentence(name)}."

    def _called(self, source: str) -> str:
        return str(self.sources[source]["bron"] or source)

    def _undecided(self) -> Amounts:
        return self.per_year(lambda own: own.means[OPEN] + own.means[UNCOVERED])

    def _ending_money(self, means: Amounts) -> Iterator[str]:
        for year in self.years[:-1]:
            for (name, nature), amount in self.books[year].income.items():
                stops = nature == TEMPORARY and amount and not _of(self.books[year + 1].income, name)
                if stops and means[year + 1] > means[year] and self._goes_on(name, year):
                    yield (
                        f"‘{self._called(name)}’ brengt tot en met {year} geld in de gemeentebegroting ({_euro(amount)}) en stopt "
                        f"dan. Wat de gemeente uit algemene middelen betaalt, gaat van {_euro(means[year])} in {year} naar "
                        f"{_euro(means[year + 1])} in {year + 1}."
                    )

    def _goes_on(self, source: str, year: int) -> bool:
        """Whether a cost that a source pays in a year is there in the next year too."""
        divided = municipal_books.division(self.dossier, year)
        paid = {divided.items[item].id for (one, item) in divided.paid if divided.sources[one].id == source}
        return any((post["bedragen"] or {}).get(year + 1) for post in cost_items(self.dossier) if post["id"] in paid)

    def _what_is_asked(self, asked: Amounts) -> str:
        year = next(year for year, amount in asked.items() if amount)
        own = self.books[year]
        costs, decided = own.costs.total(), own.means[DECIDED]
        told = f"Van de lasten van {_euro(costs)} in {year} staat {_euro(own.budgeted)} al in de begroting."
        if not own.budgeted:
            told = f"De lasten van {_euro(costs)} in {year} staan nog niet in de begroting."
        if own.budgeted < decided:
            told = f"Over {_euro(decided)} van de lasten van {_euro(costs)} in {year} is al besloten. {told}"
        return f"{told} De raad wordt gevraagd om {_in_words(asked)}."

    def _within_budget(self) -> str:
        costs = _in_words(self.per_year(lambda own: own.costs.total()))
        is_budgeted = all(own.budgeted == own.means.total() for own in self.books.values())
        end = "Dit stuk vraagt geen geld van de raad."
        if is_budgeted:
            return f"De lasten van de gemeente ({costs}) staan al in de begroting. {end}"
        return f"Over de lasten van de gemeente ({costs}) is al besloten. {end}"

    def notes(self) -> Iterator[str]:
        """What must be known to read the table rightly."""
        every = list(self.books.values())
        if any(_of(own.costs, row) for own in every for row in (KNOWN_STAFF, NEW_STAFF)):
            yield OVERHEAD
        for name in dict.fromkeys(name for own in every for name, amount in own.unknown.items() if amount):
            amounts = self.per_year(lambda own, name=name: own.unknown[name])  # type: ignore[misc]
            yield (
                f"Van {_in_words(amounts)} ({self._called(name)}) is niet bekend door wiens begroting het loopt. Het telt hier "
                "niet mee. Loopt het door de gemeente, dan zijn lasten en baten even veel hoger en blijft het saldo gelijk."
            )
        for name in dict.fromkeys(name for own in every for name, amount in own.unspent.items() if amount):
            amounts = self.per_year(lambda own, name=name: own.unspent[name])  # type: ignore[misc]
            yield f"Van {self._called(name)} heeft {_in_words(amounts)} geen kosten in dit dossier; dat telt niet mee als bate."
        if any(own.is_estimated for own in every):
            yield ESTIMATED
        if price := section(self.dossier, "begroting").get("prijspeil"):
            yield f"De bedragen zijn in prijzen van {price}; prijscompensatie komt erbij."

    def change(self) -> TableRow | None:
        """What changes in a budget that was adopted already: in the year of the meeting, and in the next once that was."""
        day = section(self.dossier, "raadsvoorstel").get("raadsvergadering")
        if not day:
            return None
        last = day.year + (day.month >= setting(self.dossier, "begroting_vastgesteld_maand"))
        not_yet = {
            row["id"]
            for row in self.sources.values()
            if _comes_in(row, self.party) and row.get("in_begroting") is False
        }
        only = frozenset({*(self.asked or ()), *not_yet})
        found = {year: books(self.dossier, self.party, year, self.asked, only) for year in range(day.year, last + 1)}
        rows = [(label, {year: measure(own) for year, own in found.items()}) for label, measure in CHANGES.items()]
        changed = [year for year in found if any(amounts[year] for _, amounts in rows)]
        if not changed:
            return None
        rows = [(label, {year: amounts[year] for year in changed}) for label, amounts in rows]
        digits = 2 if any(amount % 100 for _, amounts in rows for amount in amounts.values()) else 0
        return {
            "jaren": changed,
            "regels": [_row(label, PLAIN, amounts, digits) for label, amounts in rows if any(amounts.values())],
        }


CHANGES: dict[str, Callable[[Books], int]] = {
    "Lasten": lambda own: own.costs.total(),
    "Baten": lambda own: own.income.total(),
    "Saldo (baten min lasten)": lambda own: own.saldo,
    "Onttrekkingen aan reserves": lambda own: own.draws.total(),
    "Toevoegingen aan reserves": lambda own: own.additions.total(),
    "Saldo na reserves": lambda own: own.after_reserves(),
}


@memoized
def budgets(dossier: CompleteDossier) -> list[TableRow]:
    """What the programme means for the budget of every municipality that is a party, also of whose council decides on a
    proposal; none without costs. The same for a part of the dossier: a budget is of the whole."""
    dossier = whole_dossier(dossier)
    council = council_party(dossier) if dossier.get("raadsvoorstel") else None
    found = municipalities(dossier) | ({council} if council else set())
    tables = [_Table(dossier, party["id"]) for party in dossier["partijen"] if party["id"] in found]
    return [table.as_data() for table in tables if any(own.costs.total() for own in table.books.values())]


@memoized
def proposal_budget(dossier: CompleteDossier) -> TableRow | None:
    """The same for the municipality whose council is asked to decide, with what the proposal asks."""
    dossier = whole_dossier(dossier)
    party = council_party(dossier)
    table = _Table(dossier, party, is_proposal=True) if party and dossier.get("raadsvoorstel") else None
    return table.as_data() if table and any(own.costs.total() for own in table.books.values()) else None


def _inside_a_sentence(name: str) -> str:
    """A name without its capital, unless that belongs to it: ‘de algemene reserve’, ‘de WMO-reserve’."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _points(dossier: CompleteDossier) -> list[TableRow]:
    return section(dossier, "raadsvoorstel").get("beslispunten") or []


def _asked(dossier: CompleteDossier) -> frozenset[str]:
    """The sources and reserves that a decision point of the proposal names."""
    points = _points(dossier)
    return frozenset(name for point in points for key in ("financiering", "reserves") for name in point.get(key) or ())


def _comes_in(row: TableRow, party: str) -> bool:
    return row["partij"] != party and row.get("via") == party


def _of(rows: Counter[Any], name: Any) -> int:
    return sum(amount for key, amount in rows.items() if key[0] == name)


def _row(label: str | None, kind: str, amounts: Amounts, digits: int) -> TableRow:
    return {
        "naam": label,
        "soort": kind,
        "bedragen": {year: Decimal(amount) / 100 for year, amount in amounts.items()},
        "cellen": {year: _cell(amount, digits) for year, amount in amounts.items()},
    }


def _cell(amount: int, digits: int) -> str:
    if not amount:
        return NOTHING
    shown = euro(Decimal(abs(amount)) / 100, cents=bool(digits)).removeprefix(f"€{NO_BREAK_SPACE}")
    return f"{MINUS if amount < 0 else ''}{shown}"


def _euro(amount: int) -> str:
    return euro(Decimal(amount) / 100)


def _in_words(amounts: Amounts) -> str:
    return amounts_in_words({year: Decimal(amount) / 100 for year, amount in amounts.items()})
