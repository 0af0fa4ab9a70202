"""What the table of a municipal budget says, in the sentences above it, and what must be known to read it, in the notes under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from docgen.domain.cost_division import cents
from docgen.domain.council_proposal import adopted_years, budget_change, points_that_change
from docgen.domain.municipal_books import (
    ASKED,
    DECIDED,
    KNOWN_STAFF,
    NEW_STAFF,
    OPEN,
    UNCOVERED,
    Amounts,
    PartyBudget,
    division,
    is_booked_on_cost,
)
from docgen.domain.names import party_names
from docgen.domain.queries import CERTAIN, TEMPORARY, cost_items, council_party, municipalities, section
from docgen.domain.reserves import filled_reserves
from docgen.text.dutch import amounts_in_words, capital, enumeration, euro, in_words, long_date

OVERHEAD = "De uren van eigen medewerkers zijn gerekend met overhead; in de begroting staat overhead apart."
MOST_NAMED = 5
JOINT = "gemeenschappelijke regeling"  # in the kind of a party
ESTIMATED = "Hoe deze bedragen over de partijen zijn verdeeld, is naar rato berekend."


def sentences(budget: PartyBudget) -> Iterator[str]:
    """All that is said above the table."""
    yield from main_sentences(budget)
    yield from additions(budget)


def main_sentences(budget: PartyBudget) -> Iterator[str]:
    """What ends, what is asked or that nothing is, and what is not decided on."""
    asked = budget.per_year(lambda own: own.means[ASKED])
    undecided = budget.per_year(lambda own: own.means[OPEN] + own.means[UNCOVERED])
    yield from _ending_money(budget)
    if any(asked.values()):
        yield _what_is_asked(budget, asked)
    elif not any(undecided.values()):
        yield _within_budget(budget)
    if any(undecided.values()):
        yield _what_is_undecided({year: amount for year, amount in undecided.items() if amount})


def additions(budget: PartyBudget) -> Iterator[str]:
    """What partners put in, what comes from a reserve, and what changes in a budget that was adopted."""
    yield from _of_partners(budget)
    yield from _draws(budget)
    yield from _change_of_budget(budget, any(own.means[ASKED] for own in budget.books.values()))


def _draws(budget: PartyBudget) -> Iterator[str]:
    """What comes from a reserve; outside the proposal that asks for it, also that it is not decided yet."""
    for year, own in budget.books.items():
        undecided = {one.reserve for one in division(budget.dossier, year).sources if one.status not in CERTAIN}
        for (reserve, _), amount in own.draws.items():
            if amount:
                rest = ", als daartoe wordt besloten" if budget.asked is None and reserve in undecided else ""
                yield f"In {year} komt {_euro(amount)} uit de {_inside_a_sentence(reserve)}{rest}."


def _change_of_budget(budget: PartyBudget, is_asked: bool) -> Iterator[str]:
    """Of a proposal: which decision point changes a budget that was adopted, or where the amounts go instead."""
    adopted = adopted_years(budget.dossier)
    if budget.asked is None or not adopted:
        return
    changed = budget_change(budget.dossier)
    for year in changed:
        points = enumeration(str(point["nr"]) for point in points_that_change(budget.dossier, year))
        yield (
            f"De raad wijzigt met beslispunt {points} de begroting {year}."
            if points
            else (f"De begroting {year} verandert door dit voorstel.")
        )
    if is_asked and not changed:
        yield (
            f"De begroting {adopted[-1]} wijzigt niet; de bedragen gaan mee in de programmabegroting {adopted[-1] + 1} en de "
            "meerjarenraming."
        )


def _of_partners(budget: PartyBudget) -> Iterator[str]:
    """What other parties pay or do themselves, and what they pay to the municipality."""
    names, partners = (
        party_names(budget.dossier),
        {party["id"] for party in budget.dossier["partijen"]} - {budget.party},
    )
    through = {year: Counter[str]() for year in budget.years}
    apart = {year: Counter[str]() for year in budget.years}
    unsure = {True: Counter[int](), False: Counter[int]()}  # by year: of what comes through the budget, and of the rest
    for year in budget.years:
        divided = division(budget.dossier, year)
        for (payer, item), amount in divided.paid.items():
            source = divided.sources[payer]
            if source.payer in partners and amount:
                is_here = not source.is_in_kind and is_booked_on_cost(budget.party, source, divided.items[item])
                (through if is_here else apart)[year][source.payer] += amount
                unsure[is_here][year] += 0 if source.status in CERTAIN else amount
    if who := _named(names, through):
        told = _in_words({year: found.total() for year, found in through.items()})
        rest = f", waarvan nog niet zeker {_in_words(unsure[True])}" if unsure[True].total() else ""
        yield f"De gemeente ontvangt de bijdragen van {who} ({told}{rest}) en betaalt daarmee kosten van het programma."
    if who := _named(names, apart):
        totals = {year: found.total() for year, found in apart.items()}
        yearly = {amount for year, amount in totals.items() if year not in budget.before}
        payers = {party for found in apart.values() for party in found}
        told, verb = _in_words(totals), "zetten" if len(payers) > 1 else "zet"
        if budget.asked is not None and len(yearly) == 1 and len(payers) > 1:
            who, told = "de andere partijen", f"{_euro(yearly.pop())} per jaar"
        rest = f" (waarvan nog niet zeker {_in_words(unsure[False])})" if unsure[False].total() else ""
        yield capital(f"{who} {verb} zelf {told} in{rest}; dat staat niet in {_whose(budget)}.")


def _whose(budget: PartyBudget) -> str:
    """The budget that a table is of, by name when the dossier has more of them."""
    if len(municipalities(budget.dossier)) < 2:
        return "de gemeentebegroting"
    return f"de begroting van de {party_names(budget.dossier).get(budget.party) or budget.party}"


def _named(names: dict[str, str], amounts: dict[int, Counter[str]]) -> str:
    """The parties with an amount in some year, in the order of the dossier; of many how many."""
    found = {party for counted in amounts.values() for party in counted}
    called = [name or party for party, name in names.items() if party in found]
    return enumeration(called) if len(called) <= MOST_NAMED else f"{in_words(len(called))} andere partijen"


def _ending_money(budget: PartyBudget) -> Iterator[str]:
    """Temporary money of others that stops, while what it paid goes on and is paid from the general means."""
    means = budget.per_year(lambda own: own.means.total())
    for year in budget.years[:-1]:
        for (source, nature), amount in budget.books[year].income.items():
            stops = nature == TEMPORARY and amount and not budget.of(lambda own: own.income, source)[year + 1]
            if stops and means[year + 1] > means[year] and _goes_on(budget, source, year):
                yield (
                    f"‘{_called(budget, source)}’ brengt tot en met {year} geld in de gemeentebegroting ({_euro(amount)}) en stopt "
                    f"dan. Wat de gemeente uit algemene middelen betaalt, gaat van {_euro(means[year])} in {year} naar "
                    f"{_euro(means[year + 1])} in {year + 1}."
                )


def _goes_on(budget: PartyBudget, source: str, year: int) -> bool:
    """Whether a cost that a source pays in a year is there in the next year too."""
    divided = division(budget.dossier, year)
    paid = {divided.items[item].id for (one, item) in divided.paid if divided.sources[one].id == source}
    return any((post["bedragen"] or {}).get(year + 1) for post in cost_items(budget.dossier) if post["id"] in paid)


def _what_is_asked(budget: PartyBudget, asked: Amounts) -> str:
    year = next(year for year, amount in asked.items() if amount)
    own = budget.books[year]
    costs, decided, known = _euro(own.costs.total()), own.means[DECIDED], own.budgeted + own.budgeted_income
    told = f"Van de lasten van {costs} in {year} staat {_euro(known)} al in de begroting."
    if not known:
        told = f"De lasten van {costs} in {year} staan nog niet in de begroting."
    if own.budgeted < decided:
        told = f"Over {_euro(decided)} van de lasten van {costs} in {year} is al besloten. {told}"
    return " ".join([f"{told} De raad wordt gevraagd om {_in_words(asked)}.", *_asked_for_reserves(budget)])


def _asked_for_reserves(budget: PartyBudget) -> Iterator[str]:
    """What of that goes into a reserve that the proposal fills: its decision point, not that of the money, names it."""
    names = budget.asked or frozenset()
    for row in filled_reserves(budget.dossier):
        amounts = {year: cents({"bedragen": row["toevoegingen"]}, year) for year in budget.years}
        if row["partij"] == budget.party and row["id"] in names and any(amounts.values()):
            yield f"Daarvan gaat {_in_words(amounts)} naar de {_inside_a_sentence(row['naam'] or row['id'])}."


def _what_is_undecided(undecided: Amounts) -> str:
    total = _euro(sum(undecided.values()))
    if len(undecided) == 1:
        return f"Over {total} van wat de gemeente in {next(iter(undecided))} betaalt, is nog niet besloten."
    return f"Over {total} van wat de gemeente betaalt, is nog niet besloten: {_in_words(undecided)}."


def _within_budget(budget: PartyBudget) -> str:
    costs = _in_words(budget.per_year(lambda own: own.costs.total()))
    is_budgeted = all(own.budgeted == own.means.total() for own in budget.books.values())
    end = "Dit stuk vraagt geen geld van de raad."
    if is_budgeted:
        return f"De lasten van de gemeente ({costs}) staan al in de begroting. {end}"
    return f"Over de lasten van de gemeente ({costs}) is al besloten. {end}"


def notes(budget: PartyBudget) -> Iterator[str]:
    """What must be known to read the table rightly."""
    if {KNOWN_STAFF, NEW_STAFF} & {*budget.names(lambda own: own.costs)}:
        yield OVERHEAD
    for source in budget.names(lambda own: own.unknown):
        amounts = _in_words(budget.of(lambda own: own.unknown, source))
        yield (
            f"Van {amounts} (‘{_called(budget, source)}’) is niet bekend door wiens begroting het loopt. Het telt hier niet mee. "
            "Loopt het door de gemeente, dan zijn lasten en baten even veel hoger en blijft het saldo gelijk."
        )
    for source in budget.names(lambda own: own.unspent):
        amounts = _in_words(budget.of(lambda own: own.unspent, source))
        yield (
            f"Voor {amounts} van ‘{_called(budget, source)}’ staan geen kosten in dit dossier; dat geld telt niet mee als bate."
        )
    if any(own.is_estimated for own in budget.books.values()):
        yield ESTIMATED
    yield from _decided_reserves(budget)
    yield from _joint_bodies(budget)
    if home := _programme(budget):
        yield home
    if price := section(budget.dossier, "begroting").get("prijspeil"):
        yield f"De bedragen zijn in prijzen van {price}; prijscompensatie komt erbij."


def _decided_reserves(budget: PartyBudget) -> Iterator[str]:
    """Who decides on filling a reserve, when and where, as far as the dossier says it."""
    for row in filled_reserves(budget.dossier):
        decision = row.get("besluit") or {}
        if row["partij"] == budget.party and decision.get("orgaan"):
            when = f", {long_date(decision['datum'])}" if decision.get("datum") else ""
            where = f" ({decision['document']})" if decision.get("document") else ""
            yield f"Besluit over de {_inside_a_sentence(row['naam'] or row['id'])}: {decision['orgaan']}{when}{where}."


def _joint_bodies(budget: PartyBudget) -> Iterator[str]:
    """Parties to whose own budget the municipality contributes every year already, such as a GGD."""
    paying = {source.payer for year in budget.years for source in division(budget.dossier, year).sources}
    for party in budget.dossier["partijen"]:
        if JOINT in (party["soort"] or "").casefold() and party["id"] in paying:
            yield (
                f"{capital(str(party['naam'] or party['id']))} betaalt haar deel uit de eigen begroting; de gemeente draagt daaraan al bij met "
                "haar jaarlijkse bijdrage aan die gemeenschappelijke regeling."
            )


def _programme(budget: PartyBudget) -> str:
    """The programme and taakveld in the budget of the municipality that the dossier is of."""
    about = section(budget.dossier, "organisatie")
    parts = [about.get("begrotingsprogramma"), about.get("taakveld") and f"taakveld {about['taakveld']}"]
    told = ", ".join(filter(None, parts))
    return f"Deze bedragen horen bij {told}." if told and budget.party == council_party(budget.dossier) else ""


def _called(budget: PartyBudget, source: str) -> str:
    return str(budget.sources[source]["bron"] or source)


def _inside_a_sentence(name: str) -> str:
    """A name without its capital, unless that belongs to it: ‘de algemene reserve’, ‘de WMO-reserve’."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _euro(amount: int) -> str:
    return euro(Decimal(amount) / 100)


def _in_words(amounts: Amounts) -> str:
    return amounts_in_words({year: Decimal(amount) / 100 for year, amount in amounts.items()})
