"""What in a dossier proves a point of the borgingscheck: one short Dutch fact, or "" when there is nothing."""

from __future__ import annotations

from decimal import Decimal

from docgen.domain import queries
from docgen.domain.names import OUTSIDE
from docgen.domain.queries import by_id, cost_items, funding_sources, horizon_years, is_idea, per_year, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text import dutch
from docgen.text.dutch import NO_BREAK_SPACE as NBSP
from docgen.text.dutch import enumeration, euro, long_date

KINDS = ("gedachtegoed", "werkwijze", "beleid")


def _share(count: int, whole: int, what: str) -> str:
    return f"{what}: {count}{NBSP}van{NBSP}{whole}" if whole else ""


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""


def leader(dossier: CompleteDossier) -> str:
    """Who leads and who stands in."""
    roles = by_id(dossier["rollen"])
    trekker = next((rol for rol in dossier["rollen"] if rol["trekker"]), None)
    deputy = roles.get(trekker["vervanger"]) if trekker else None
    return (
        f"{trekker['naam']}, vervanger {deputy['naam']}" if trekker and deputy else trekker["naam"] if trekker else ""
    )


def residents(dossier: CompleteDossier) -> str:
    """Groups of residents that are involved."""
    groups = [rij["groep"] for rij in dossier["draagvlak"] if rij["niveau"] == "wijk" and rij["groep"]]
    return f"in beeld: {enumeration(groups)}" if groups else ""


def owners(dossier: CompleteDossier) -> str:
    """Tasks with an owner."""
    owned = sum(bool(taak["eigenaar"]) for taak in dossier["taken"])
    return _share(owned, len(dossier["taken"]), "taken met een eigenaar")


def hours(dossier: CompleteDossier) -> str:
    """Paid hours a year that parties committed."""
    given = [rol for rol in dossier["rollen"] if rol["uren"] and not rol["vrijwillig"]]
    parties = {rol["partij"] for rol in given}
    total = dutch.hours(sum(rol["uren"] for rol in given))
    decided = "" if _is_decided(dossier) else "; er is nog geen besluit over tijd en geld genomen"
    return f"{total} per jaar van {_number(len(parties), 'partij', 'partijen')}{decided}" if given else ""


def _is_decided(dossier: CompleteDossier) -> bool:
    return any(row["niveau"] == "tijd_en_geld" and row["status"] == "genomen" for row in dossier["besluitvorming"])


def hours_grade(dossier: CompleteDossier) -> str:
    """Green when a decision on time and money was taken."""
    return "groen" if _is_decided(dossier) else "oranje"


def board_contact(dossier: CompleteDossier) -> str:
    """The last contact with the board or council."""
    dated = [rij for rij in dossier["draagvlak"] if rij["niveau"] == "bestuur" and rij["laatste_contact"]]
    last = max(dated, key=lambda rij: rij["laatste_contact"], default=None)
    return f"laatste contact met {last['groep']}: {long_date(last['laatste_contact'])}" if last else ""


def plans(dossier: CompleteDossier) -> str:
    """Plans in which the approach stands."""
    rows = dossier["verankering"]
    return _share(sum(rij["status"] == "opgenomen" for rij in rows), len(rows), "plannen die de aanpak noemen")


def successes(dossier: CompleteDossier) -> str:
    """Successes that were shared."""
    shared = [succes for succes in dossier["successen"] if succes["gedeeld_via"]]
    return f"{_number(len(shared), 'succes', 'successen')} gedeeld" if shared else ""


def signatures(dossier: CompleteDossier) -> str:
    """Parties that signed."""
    signed = sum(bool(partij["getekend_op"]) for partij in dossier["partijen"])
    there = bool(section(dossier, "overeenkomst"))
    return _share(signed, len(dossier["partijen"]), "partijen die hebben getekend") if there else ""


def objects(dossier: CompleteDossier) -> str:
    """What is to be kept, by kind."""
    rows = section(dossier, "interventie").get("wat_borgen") or []
    counts = {kind: sum(rij["soort"] == kind for rij in rows) for kind in KINDS}
    return enumeration([f"{count}{NBSP}×{NBSP}{kind}" for kind, count in counts.items()]) if rows else ""


def objects_grade(dossier: CompleteDossier) -> str:
    """Green when every kind is there."""
    kinds = {rij["soort"] for rij in section(dossier, "interventie").get("wat_borgen") or []}
    return "groen" if kinds >= set(KINDS) else "oranje" if kinds else "rood"


def handbook(dossier: CompleteDossier) -> str:
    """The handbook, its version and place."""
    book: TableRow = section(dossier, "interventie").get("handboek") or {}
    version = f" {book['versie']}" if book.get("versie") else ""
    place = f", te vinden in {book['locatie']}" if book.get("locatie") else ""
    return f"{book['titel']}{version}{place}" if book else ""


def deputies(dossier: CompleteDossier) -> str:
    """Core tasks with a deputy."""
    core = [taak for taak in dossier["taken"] if taak["kerntaak"]]
    return _share(sum(bool(taak["vervanger"]) for taak in core), len(core), "kerntaken met een vervanger")


def handovers(dossier: CompleteDossier) -> str:
    """Planned handovers."""
    planned = [mijlpaal for mijlpaal in dossier["mijlpalen"] if (mijlpaal["soort"] or "").startswith("overdracht")]
    return f"{_number(len(planned), 'overdracht', 'overdrachten')} gepland" if planned else ""


def goals(dossier: CompleteDossier) -> str:
    """Goals with a figure and a date."""
    measured = sum(doel["streefwaarde"] is not None and bool(doel["uiterlijk"]) for doel in dossier["doelen"])
    return _share(measured, len(dossier["doelen"]), "doelen met een streefwaarde en een datum")


def reviews(dossier: CompleteDossier) -> str:
    """Planned reviews and evaluations."""
    plan = section(dossier, "monitoring")
    both = [
        _number(len(plan.get("reviews") or []), "review", "reviews"),
        _number(len(plan.get("evaluaties") or []), "evaluatie", "evaluaties"),
    ]
    return f"{enumeration(filter(None, both))} gepland" if any(both) else ""


def exclusions(dossier: CompleteDossier) -> str:
    """What is left out on purpose."""
    count = len(dossier["uitsluitingen"])
    return f"{_number(count, 'punt valt', 'punten vallen')} er bewust buiten" if count else ""


def parts(dossier: CompleteDossier) -> str:
    """Parts of the approach that were judged."""
    rows = section(dossier, "interventie").get("onderdelen") or []
    return _share(sum(bool(rij["oordeel"]) for rij in rows), len(rows), "onderdelen met een oordeel")


def balance(dossier: CompleteDossier) -> str:
    """Costs and cover over the horizon."""
    tables, within = (cost_items(dossier), funding_sources(dossier)), horizon_years(dossier)
    costs, money = (sum(per_year(rows, within).values(), Decimal(0)) for rows in tables)
    return f"kosten {euro(costs)}, dekking {euro(money)}" if costs and money else ""


def lasting(dossier: CompleteDossier) -> str:
    """Lasting costs and money in the first year."""
    within = horizon_years(dossier)
    costs, money = (
        per_year(queries.structural(rows), within) for rows in (cost_items(dossier), funding_sources(dossier))
    )
    first = next(iter(costs), None)
    return (
        f"in {first}: vaste kosten {euro(costs[first])}, vast geld {euro(money.get(first, Decimal(0)))}"
        if first
        else ""
    )


def temporary(dossier: CompleteDossier) -> str:
    """Temporary money with a successor."""
    sources = [bron for bron in funding_sources(dossier) if bron["aard"] == "incidenteel"]
    followed = sum(bool(bron["vervolg"]) for bron in sources)
    if not dossier["financiering"]:
        return ""
    if not sources:
        return "er is geen tijdelijk geld"
    told = _number(followed, "tijdelijke bron heeft een vervolg", "tijdelijke bronnen hebben een vervolg")
    return told or "geen tijdelijke bron betaalt vaste kosten die doorlopen"


def upkeep(dossier: CompleteDossier) -> str:
    """Money for upkeep and evaluation over the horizon."""
    within = horizon_years(dossier)
    told = []
    for kind in ("onderhoud", "evaluatie"):
        items = [post for post in cost_items(dossier) if post["soort"] == kind]
        amount = sum(per_year(items, within).values(), Decimal(0))
        told += [f"{kind} {euro(amount)}"] if amount else []
    return enumeration(told)


def flows(dossier: CompleteDossier) -> str:
    """Sources that say what they pay."""
    sources = dossier["financiering"]
    return _share(sum(bool(bron["voor"]) for bron in sources), len(sources), "bronnen die hun posten noemen")


def flows_grade(dossier: CompleteDossier) -> str:
    """Green when every source says what it pays."""
    told = [bool(bron["voor"]) for bron in dossier["financiering"]]
    return "groen" if told and all(told) else "oranje" if any(told) else "rood"


def funders(dossier: CompleteDossier) -> str:
    """How many parties pay; one alone proves nothing."""
    parties = {bron["partij"] if bron["partij"] != OUTSIDE else bron["bron"] for bron in funding_sources(dossier)}
    return f"{len(parties)} financiers dragen bij" if len(parties) > 1 else ""


def benefits(dossier: CompleteDossier) -> str:
    """Whether the added value is named."""
    about = section(dossier, "interventie")
    return "benoemd en uitgedrukt in baten" if about.get("baten") else "benoemd" if about.get("meerwaarde") else ""


def candidates(dossier: CompleteDossier) -> str:
    """Possible funders: who was spoken to, and who is still only an idea."""
    spoken = [
        f"{bron['bron']} ({long_date(bron['gesprek'])})"
        for bron in dossier["financiering"]
        if bron["gesprek"] and bron["bron"]
    ]
    ideas = [bron["bron"] for bron in dossier["financiering"] if _is_bare_idea(bron) and bron["bron"]]
    told = [
        f"gesproken met {enumeration(spoken)}" if spoken else "",
        f"nog een idee: {enumeration(ideas)}" if ideas else "",
    ]
    return "; ".join(filter(None, told))


def _is_bare_idea(bron: TableRow) -> bool:
    return is_idea(bron) and not bron["gesprek"]


def candidates_grade(dossier: CompleteDossier) -> str:
    """Green when someone was spoken to; an idea alone is a beginning."""
    if any(bron["gesprek"] for bron in dossier["financiering"]):
        return "groen"
    return "oranje" if any(_is_bare_idea(bron) for bron in dossier["financiering"]) else "rood"
