"""What a rule needs before it can find anything: the table, and what could not be looked at in a dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.domain.consistency.personnel import (
    known_cost,
    lacking_numbers,
    personnel_costs,
    roles_of_parties,
    roles_without_number,
)
from docgen.domain.delivery.agreed import STAFF
from docgen.domain.names import party_names_in_sentences
from docgen.domain.proven import years_to_judge
from docgen.domain.queries import (
    CERTAIN,
    TEMPORARY,
    asked_names,
    by_id,
    cost_items,
    council_party,
    counts,
    funding_sources,
    horizon,
    horizon_years,
    municipalities,
    per_year,
    reference_date,
    section,
)
from docgen.domain.types import CompleteDossier, TableRow
from docgen.rules.catalog import could_not_look
from docgen.rules.registry import Explained
from docgen.text.dutch import counted, enumeration, euro, rounded


class Need(NamedTuple):
    """A rule that is silent without a field, what it looks at, and the parts that hold something for it to look at: all of
    them, of which "a|b" is either and "!a" is what is not there."""

    code: str
    looks_at: str
    parts: tuple[str, ...] = ()


COSTS, MONEY, BOTH = "begroting.posten", "financiering", "begroting.posten|financiering"

HORIZON = (
    Need("FIN-01", "of elk jaar is gedekt", (COSTS,)),
    Need("FIN-02", "of tijdelijk geld een vervolg heeft", (COSTS, MONEY)),
    Need("UUR-03", "of de uren bij de begroting passen", ("rollen", COSTS)),
    Need("HOR-01", "of de afspraken lang genoeg gelden"),
    Need("HOR-02", "of de bedragen in de goede jaren staan", (BOTH,)),
    Need("FIN-04", "of het geld zeker genoeg is", (COSTS, MONEY)),
    Need("FIN-05", "of vaste kosten vast geld hebben", (COSTS, MONEY)),
    Need("FIN-06", "of er geld is voor onderhoud en evaluatie", (COSTS,)),
    Need("FIN-07", "of het geld over meer bronnen is verdeeld", (COSTS, MONEY)),
    Need("FIN-09", "of een vaste post of bron geen jaar overslaat", (BOTH,)),
    Need("FIN-13", "of er meer geld is dan kosten", (COSTS, MONEY)),
    Need("FIN-15", "of bronnen passen bij wat zij dekken", (COSTS, MONEY)),
    Need("FIN-16", "of een bron heet zoals zij loopt", (MONEY,)),
    Need("FIN-17", "of een vervolg het geld echt overneemt", (MONEY,)),
    Need("GEM-15", "of de gemeente al haar geld uitgeeft", (COSTS, MONEY)),
    Need("WIS-01", "of een wissel een overdracht heeft", ("dossier.wissels",)),
    Need("JAA-01", "of het jaarplan over die jaren gaat", ("jaarplan.jaar",)),
    Need(
        "MON-03",
        "of reviews en evaluaties op tijd zijn",
        ("monitoring.reviews|monitoring.evaluaties", "!overeenkomst.einde"),
    ),
    Need("REA-06", "of is gemeld over de goede jaren", ("realisatie",)),
    Need("OVK-04", "of er op tijd een review is", ("overeenkomst",)),
    Need("OVK-07", "of de overeenkomst bij de jaren van de bedragen past", ("overeenkomst",)),
    Need("AFW-05", "of een afwijking niet te lang geldt", ("afwijkingen",)),
    Need("MON-01", "of er in die jaren een evaluatie is", ("monitoring.evaluaties",)),
    Need("KAF-02", "of een onderdeel dat stopt niets meer kost", ("interventie.onderdelen", COSTS)),
    Need("GEM-06", "of een reserve geen vaste lasten betaalt", (COSTS, MONEY)),
    Need("GEM-08", "of over een bijdrage aan anderen is besloten", (COSTS, MONEY)),
)
REFERENCE_DATE = (
    Need("DAT-01", "of wat gebeurd heet ook voorbij is", ("besluitvorming|successen",)),
    Need("BSL-02", "of een gepland besluit nog moet komen", ("besluitvorming",)),
    Need("FIN-11", "of over zeker geld al is besloten", (MONEY,)),
    Need("FIN-12", "of gevraagd geld nog open is", (MONEY,)),
    Need("VER-02", "of een vastgesteld stuk er al is", ("verankering",)),
    Need("COM-01", "of een succes nog vers is", ("successen",)),
    Need("KEN-02", "of het handboek nog actueel is", ("interventie.handboek",)),
    Need("DRG-02", "of het contact met een groep nog vers is", ("draagvlak",)),
    Need("ACT-01", "of een actie te laat is", ("acties",)),
    Need("RVS-08", "of het geld al zeker is voordat de raad vergadert", ("raadsvoorstel", MONEY)),
    Need("REA-01", "of genoeg is geleverd", ("realisatie",)),
    Need("REA-03", "of op tijd is gemeld wat is geleverd", ("realisatie",)),
    Need("AFW-01", "of een afwijking is verlopen", ("afwijkingen",)),
)
MUNICIPALITY = (
    Need("POL-01", "of de aanpak in beleid van de gemeente staat", ("verankering",)),
    Need("OVK-09", "of een partij mag tekenen zoals er staat", ("overeenkomst", "partijen")),
    Need("GEM-06", "of een reserve geen vaste lasten betaalt", (COSTS, MONEY)),
    Need("GEM-07", "of geld van anderen wordt uitgegeven", (COSTS, MONEY)),
    Need("GEM-08", "of over een bijdrage aan anderen is besloten", (COSTS, MONEY)),
)
MEETING = (
    Need("RVS-04", "of er een begroting te wijzigen is", (COSTS,)),
    Need("RVS-06", "of de stappen van het voorstel op volgorde staan"),
    Need("RVS-07", "of bronnen op deze vergadering wachten", (MONEY,)),
)
NUMBERS = {"uren": "aantal uren", "tarief": "tarief"}


def blind_spots(dossier: CompleteDossier) -> Iterator[tuple[Explained, Finding]]:
    """What could not be looked at, each with the rule that says so: one for a field that lacks, in the order of the dossier."""
    for one in (
        *_of_the_dossier(dossier),
        *_of_the_proposal(dossier),
        *_of_the_handbook(dossier),
        *_of_the_core_tasks(dossier),
        *_of_the_first_year(dossier),
        *_of_parties(dossier),
        *_of_rows(dossier),
    ):
        yield could_not_look, one


def _of_the_dossier(dossier: CompleteDossier) -> Iterator[Finding]:
    lacks = (
        (horizon(dossier), "horizon", "voeg onder dossier toe: horizon: met begin en einde", HORIZON),
        (reference_date(dossier), "peildatum", "voeg onder dossier toe: peildatum: met de dag van vandaag", REFERENCE_DATE),
        (municipalities(dossier) or council_party(dossier), "gemeente",
         "voeg onder dossier toe: gemeente: met het kenmerk van een partij", MUNICIPALITY),
    )  # fmt: skip
    for there, name, hint, needs in lacks:
        if not there and (looks_at := _unseen(dossier, needs)):
            one = could_not_look.finding(("dossier", name), f"dossier.{name}", looks_at, hint)
            yield one._replace(message=one.message + _short(dossier)) if needs is HORIZON else one


def _short(dossier: CompleteDossier) -> str:
    """What can be seen without a horizon: the years with an amount in which costs are higher than the money."""
    years = years_to_judge(dossier)
    costs, money = per_year(cost_items(dossier), years), per_year(funding_sources(dossier), years)
    short = [str(year) for year, cost in costs.items() if cost > money.get(year, 0)]
    return f"; in {enumeration(short)} is de dekking lager dan de kosten" if short else ""


def _of_the_proposal(dossier: CompleteDossier) -> Iterator[Finding]:
    proposal = dossier["raadsvoorstel"]
    if proposal and not proposal["raadsvergadering"] and (looks_at := _unseen(dossier, MEETING)):
        path, hint = ("raadsvoorstel", "raadsvergadering"), "vul onder raadsvoorstel raadsvergadering in: de dag"
        yield could_not_look.finding(path, "raadsvoorstel.raadsvergadering", looks_at, hint)


def _unseen(dossier: CompleteDossier, needs: tuple[Need, ...]) -> list[str]:
    return [
        need.looks_at
        for need in needs
        if all(any(_is_there(dossier, name) for name in part.split("|")) for part in need.parts)
    ]


def _is_there(dossier: CompleteDossier, name: str) -> bool:
    return not _part(dossier, name[1:]) if name.startswith("!") else bool(_part(dossier, name))


def _part(dossier: CompleteDossier, name: str) -> Any:
    found: Any = dossier
    for step in name.split("."):
        found = (found or {}).get(step)
    return found


def _of_parties(dossier: CompleteDossier) -> Iterator[Finding]:
    """The parties whose hours cannot be held to the budget: a role lacks a number, and what is known is not yet too much."""
    names, roles = party_names_in_sentences(dossier), roles_of_parties(dossier)
    places = {id(rol): i for i, rol in enumerate(dossier["rollen"])}
    open_years: defaultdict[str, list[int]] = defaultdict(list)
    for party, year in personnel_costs(dossier):
        if roles_without_number(roles.get(party, []), year):
            open_years[party].append(year)
    for party, years in open_years.items():
        year = years[0]
        lacking = roles_without_number(roles[party], year)
        fields = dict.fromkeys(field for rol in lacking for field in lacking_numbers(rol))
        known, budgeted = rounded(known_cost(roles[party], year), 2), personnel_costs(dossier)[party, year][0]
        if known > budgeted:
            continue  # told already
        who = enumeration(dict.fromkeys(rol["naam"] or rol["id"] or "een rol" for rol in lacking))
        field = lacking_numbers(lacking[0])[0]
        yield Finding(
            ("rollen", places[id(lacking[0])], field),
            f"van {names.get(party, party)} zijn uren en begroting niet vergeleken: bij {who} ontbreekt "
            f"{enumeration(NUMBERS[one] for one in fields)}; wat wel bekend is kost {euro(known)}, begroot is {euro(budgeted)}",
            about=party,
            hint=f"vul {' en '.join(fields)} in{', of zet sturend: true of vrijwillig: true' if known == budgeted else ''}",
        )


class RowNeed(NamedTuple):
    """A field of the rows of a part without which a rule does not see them, what it looks at, and of which rows."""

    code: str
    part: str
    field: str
    looks_at: str
    is_looked_at: Callable[[CompleteDossier, TableRow], bool]


ROWS = (
    RowNeed("UUR-03", COSTS, "soort", "of uren en personeelskosten bij elkaar passen",
            lambda dossier, row: bool(dossier["rollen"])),
    RowNeed("UUR-03", COSTS, "partij", "of uren en personeelskosten bij elkaar passen",
            lambda dossier, row: bool(dossier["rollen"]) and row["soort"] == STAFF),
    RowNeed("FIN-02", MONEY, "voor", "of kosten doorlopen als dat geld stopt",
            lambda dossier, row: bool(cost_items(dossier)) and _stops(dossier, row) and not row["vervolg"]),
    RowNeed("RVS-02", MONEY, "besluit.orgaan", "of dat geld in een beslispunt staat",
            lambda dossier, row: row["status"] == "gevraagd" and row["partij"] in municipalities(dossier)
            and row["id"] not in asked_names(dossier) and bool(dossier["raadsvoorstel"])),
    RowNeed("FIN-03", MONEY, "einde", "of het besluit over het vervolg op tijd is",
            lambda dossier, row: row["aard"] == TEMPORARY and counts(row) and bool(row["vervolg"])),
    RowNeed("NAT-01", MONEY, "vorm", "of een toezegging in natura op papier staat",
            lambda dossier, row: row["status"] in CERTAIN and not (row["besluit"] or {}).get("document")
            and not (dossier["overeenkomst"] and row["partij"] in by_id(dossier["partijen"]))),
    RowNeed("COM-01", "successen", "datum", "of een succes nog vers is",
            lambda dossier, row: reference_date(dossier) is not None),
    RowNeed("DRG-02", "draagvlak", "laatste_contact", "of het tijd is voor contact",
            lambda dossier, row: reference_date(dossier) is not None),
    RowNeed("POL-01", "verankering", "soort", "of de aanpak in beleid van de gemeente staat",
            lambda dossier, row: row["partij"] in municipalities(dossier)),
)  # fmt: skip


def _stops(dossier: CompleteDossier, row: TableRow) -> bool:
    """Whether temporary money ends before the horizon does."""
    period = horizon(dossier)
    return bool(row["aard"] == TEMPORARY and counts(row) and period and row["einde"] and row["einde"] < period.einde)


def _of_the_handbook(dossier: CompleteDossier) -> Iterator[Finding]:
    handbook = section(dossier, "interventie").get("handboek")
    if handbook and not handbook.get("datum") and reference_date(dossier):
        where, looks_at = ("interventie", "handboek", "datum"), ["of het handboek nog actueel is"]
        yield could_not_look.finding(where, ".".join(where), looks_at, "vul onder handboek in: datum: met een dag")


def _of_the_core_tasks(dossier: CompleteDossier) -> Iterator[Finding]:
    tasks = dossier["taken"]
    if tasks and all(row["kerntaak"] is None for row in tasks):
        message = (
            "bij geen enkele taak staat kerntaak; docgen gaat niet na of belangrijk werk doorgaat als iemand uitvalt"
        )
        yield Finding(("taken", 0, "kerntaak"), message, hint="vul bij elke taak kerntaak in: true of false")


def _of_the_first_year(dossier: CompleteDossier) -> Iterator[Finding]:
    """The year on which certainty and spread of the money are judged."""
    first, sources = horizon_years(dossier)[:1], funding_sources(dossier)
    if first and any(row["bedragen"] for row in sources) and not any(per_year(sources, first).values()):
        message = f"in {first[0]} heeft geen enkele bron een bedrag; docgen gaat niet na of het geld zeker en gespreid genoeg is"
        yield Finding((MONEY,), message, year=first[0], hint=f"vul {first[0]} in bij een bron")


def _of_rows(dossier: CompleteDossier) -> Iterator[Finding]:
    for need in ROWS:
        rows: list[TableRow] = _part(dossier, need.part) or []
        lacking = [i for i, row in enumerate(rows) if not _part(row, need.field) and need.is_looked_at(dossier, row)]
        if lacking:
            where = (*need.part.split("."), lacking[0], *need.field.split("."))
            many = counted(len(lacking), "rij", "rijen")
            message = f"bij {many} onder {need.part} ontbreekt {need.field}; docgen gaat niet na {need.looks_at}"
            yield Finding(where, message, hint=f"vul {need.field} in")
