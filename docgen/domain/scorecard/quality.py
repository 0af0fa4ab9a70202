"""Kwaliteit: the points K1 to K8."""

from __future__ import annotations

from collections import Counter
from datetime import date

from docgen.domain.goals import OUTDATED, UNMEASURED, goals
from docgen.domain.proven import active_roles, has_happened, has_signed, is_recent, years_to_judge
from docgen.domain.queries import reference_date, section
from docgen.domain.scorecard.commitment import signatures
from docgen.domain.scorecard.verdict import (
    GREEN,
    RED,
    Verdict,
    active_ids,
    denied,
    is_other_active,
    joined,
    judged,
    listed,
    quoted,
    role_name,
    share,
    share_of,
)
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import NO_BREAK_SPACE as NBSP
from docgen.text.dutch import enumeration, long_date, number, without_full_stop

KINDS = ("gedachtegoed", "werkwijze", "beleid")
REVIEW = "max_review_maanden"


def objects(dossier: CompleteDossier) -> Verdict:
    """K1: something of every kind is to be kept."""
    found = Counter(row["soort"] for row in section(dossier, "interventie").get("wat_borgen") or [])
    there, absent = ([kind for kind in KINDS if bool(found[kind]) is is_there] for is_there in (True, False))
    if not there:
        return Verdict(RED, "er staat nog niet wat moet blijven")
    line = enumeration(f"{found[kind]}{NBSP}×{NBSP}{kind}" for kind in there)
    return judged(joined(line, f"nog niet: {enumeration(absent)}" if absent else ""), green=not absent, orange=True)


def handbook(dossier: CompleteDossier) -> Verdict:
    """K2: a handbook of recent date, with a place, and an active role that keeps it up."""
    book: TableRow = section(dossier, "interventie").get("handboek") or {}
    if not book:
        return Verdict(RED, "er is nog geen handboek")
    current = is_recent(dossier, book["datum"], "handboek_max_maanden")
    kept = book["onderhoud"] in active_ids(dossier)
    version = f" {book['versie']}" if book["versie"] else ""
    day = f" van {long_date(book['datum'])}" if book["datum"] else ""
    line = f"{book['titel']}{version}{day}"
    line += f", te vinden in {book['locatie']}" if book["locatie"] else ""
    line += f", bijgehouden door {role_name(dossier, book['onderhoud'])}" if kept else ""
    old = "ouder dan is afgesproken" if has_happened(dossier, book["datum"]) and not current else ""
    lacking = joined(
        old if book["datum"] else "zonder datum",
        "" if book["locatie"] else "zonder vindplaats",
        "" if kept else "er is niemand die het nu bijhoudt",
    )
    return judged(joined(line, lacking), green=bool(current and book["locatie"] and kept), orange=True)


def deputies(dossier: CompleteDossier) -> Verdict:
    """K3: every core task has another active role that could take over the work."""
    core = [taak for taak in dossier["taken"] if taak["kerntaak"]]
    if not core:
        return Verdict(RED, "er staat nog niet wat de kerntaken zijn")
    covered = [taak for taak in core if is_other_active(dossier, taak["vervanger"], taak["eigenaar"])]
    trained = [taak for taak in covered if has_happened(dossier, taak["vervanger_ingewerkt_op"])]
    line = f"vervanger: {share_of(len(covered), len(core), 'kerntaak', 'kerntaken')}; ingewerkt: {share(len(trained), len(core))}"
    return judged(line, green=len(trained) == len(core), orange=len(covered) == len(core))


def settling_in(dossier: CompleteDossier) -> Verdict:
    """K4: there is a way to settle in new people, and everybody is; who left has handed over."""
    ways = [row for row in dossier["communicatie"] if row["nieuwe_medewerkers"] and row["middel"]]
    way = next((row for row in ways if row["rol"] in active_ids(dossier)), None)
    roles = [rol for rol in active_roles(dossier) if rol["uren"]]
    ready = sum(has_happened(dossier, rol["ingewerkt_op"]) for rol in roles)
    done, missed = _handovers(dossier)
    line = joined(
        f"inwerken: {way['middel']}, door {role_name(dossier, way['rol'])}"
        if way
        else "voor inwerken is nog niets geregeld",
        f"ingewerkt {share_of(ready, len(roles), 'rol', 'rollen')}" if roles else "",
        *(f"overdracht{_of(dossier, row)}: klaar op {long_date(row['gereed_op'])}" for row in done),
        *(f"overdracht na de functiewissel van {long_date(day)} is nog niet klaar" for day in missed),
    )
    if missed:
        return denied(line)
    return judged(line, green=bool(way and roles) and ready == len(roles), orange=bool(way))


def _of(dossier: CompleteDossier, row: TableRow) -> str:
    return f" {role_name(dossier, row['rol'])}" if row["rol"] else ""


def _handovers(dossier: CompleteDossier) -> tuple[list[TableRow], list[date]]:
    """The finished handovers of the changes of function so far, each its own, and the changes without one."""
    changes = section(dossier, "dossier").get("wissels") or []
    days = sorted(
        row["datum"] for row in changes if row["soort"] == "functiewissel" and has_happened(dossier, row["datum"])
    )
    finished = [row for row in dossier["mijlpalen"] if row["soort"] == "overdracht_medewerker"]
    finished = sorted(
        (row for row in finished if has_happened(dossier, row["gereed_op"])), key=lambda row: row["gereed_op"]
    )
    done, missed, before = list[TableRow](), list[date](), date.min
    for day in days:
        own = next((row for row in finished if row not in done and row["gereed_op"] >= before), None)
        if own is None:
            missed.append(day)
        else:
            done.append(own)
        before = day
    return done, missed


NEEDED = {
    "indicator": "een indicator",
    "eenheid": "een eenheid",
    "nulmeting": "een nulmeting met een jaar",
    "streefwaarde": "een streefwaarde",
    "uiterlijk": "een uiterste datum",
    "bron": "een bron",
    "rol": "iemand die meet",
    "frequentie": "hoe vaak",
}
KEEPS = ("behoud", "gelijk", "stabiel", "blijf", "niet lager", "niet hoger", "niet minder", "niet meer")


def measurable_goals(dossier: CompleteDossier) -> Verdict:
    """K5: all goals can be measured, and one of them is about the anchoring itself."""
    rows = dossier["doelen"]
    if not rows:
        return Verdict(RED, "er zijn nog geen doelen")
    lacking = [(doel, _lacks(dossier, doel)) for doel in rows]
    full = [doel for doel, lacks in lacking if not lacks]
    own = sum(doel["soort"] == "borging" for doel in full)
    told = [f"‘{without_full_stop(doel['tekst'] or '')}’: {enumeration(lacks)}" for doel, lacks in lacking if lacks]
    line = joined(
        f"{share_of(len(full), len(rows), 'doel', 'doelen')} volledig, waarvan {number(own)} over de borging zelf",
        f"mist: {listed(told)}" if told else "",
    )
    return judged(line, green=not told and own > 0, orange=bool(full))


def _lacks(dossier: CompleteDossier, doel: TableRow) -> list[str]:
    """What a goal needs to be measured and does not have."""
    start = doel["nulmeting"] or {}
    has = {name: doel[name] not in (None, "") for name in NEEDED}
    has["nulmeting"] = start.get("waarde") is not None and start.get("jaar") is not None
    has["rol"] = doel["rol"] in active_ids(dossier)
    absent = [told for name, told in NEEDED.items() if not has[name]]
    stays = start.get("waarde") is not None and start.get("waarde") == doel["streefwaarde"]
    return absent + (["een streefwaarde die anders is dan de nulmeting"] if stays and not _is_kept(doel) else [])


def _is_kept(doel: TableRow) -> bool:
    """Whether a goal says that a figure is to stay as it is."""
    words = f"{doel['tekst'] or ''} {doel['indicator'] or ''}".casefold()
    return any(word in words for word in KEEPS)


def adjusting(dossier: CompleteDossier) -> Verdict:
    """K6: there was measuring, discussing, and it is agreed what happens when a goal is missed."""
    rows, plan, years = goals(dossier), section(dossier, "monitoring"), years_to_judge(dossier)
    measured = [
        doel["meting"]["datum"] for doel in rows if doel["meting"] and has_happened(dossier, doel["meting"]["datum"])
    ]
    stale = [doel["tekst"] for doel in rows if doel["stand"] == OUTDATED or _is_overdue(dossier, doel)]
    reviews = plan.get("reviews") or []
    held = [row for row in reviews if is_recent(dossier, row["gehouden_op"], REVIEW)]
    planned = [row["datum"] for row in reviews if row["datum"] and row["datum"].year in years]
    judged_again = any(row["jaar"] in years for row in plan.get("evaluaties") or [])
    agreed = bool(plan.get("bijsturen"))
    last = f", het laatst {long_date(max(measured))}" if measured else ""
    line = joined(
        f"gemeten: {share_of(len(measured), len(rows), 'doel', 'doelen')}{last}"
        if rows
        else "er zijn nog geen doelen om te meten",
        f"al te lang niet gemeten: {quoted(without_full_stop(text or '') for text in stale)}" if stale else "",
        _reviewing(dossier, held, [row["datum"] for row in reviews if row["datum"]]),
        "" if judged_again else "er is geen evaluatie gepland",
        "bijsturen is afgesproken" if agreed else "over bijsturen is nog niets afgesproken",
    )
    recent = any(is_recent(dossier, day, REVIEW) for day in measured)
    complete = recent and not stale and bool(held) and agreed and judged_again
    return judged(line, green=complete, orange=agreed and bool(measured or planned))


def _is_overdue(dossier: CompleteDossier, doel: TableRow) -> bool:
    """Whether nothing was measured while the last day of a goal is past, or a year in which it had a target."""
    day = reference_date(dossier)
    if day is None or doel["stand"] != UNMEASURED:
        return False
    ends = [date(year, 12, 31) for year in doel["tussen"] or {}]
    return any(end < day for end in (*ends, doel["uiterlijk"]) if end)


def _reviewing(dossier: CompleteDossier, held: list[TableRow], planned: list[date]) -> str:
    if held:
        last = max(held, key=lambda row: row["gehouden_op"])
        outcome = f" ({without_full_stop(last['uitkomst'])})" if last["uitkomst"] else ""
        return f"review gehouden: {long_date(last['gehouden_op'])}{outcome}"
    ahead = min((day for day in planned if not has_happened(dossier, day)), default=None)
    return "review gehouden: nog niet" + (f", de eerste is op {long_date(ahead)}" if ahead else "")


def exclusions(dossier: CompleteDossier) -> Verdict:
    """K7: what is left out says who does it, and the parties signed for that."""
    rows = dossier["uitsluitingen"]
    if not rows:
        return Verdict(RED, "er staat nog niet wat erbuiten valt")
    known = sum(bool(row["wie_wel"]) for row in rows)
    nobody = sum((row["wie_wel"] or "").strip().casefold() == NOBODY for row in rows)
    signed = signatures(dossier).state == GREEN
    count = f"{len(rows)} {'punt' if len(rows) == 1 else 'punten'}, {known - nobody} met wie het wel doet"
    line = joined(
        count,
        f"{nobody} die niemand doet" if nobody else "",
        "de overeenkomst is getekend" if signed else _signing(dossier),
    )
    return judged(line, green=signed and known == len(rows), orange=True)


def _signing(dossier: CompleteDossier) -> str:
    """That the agreement does not bind all parties yet, or that none has signed."""
    signed = [has_signed(dossier, party) for party in dossier["partijen"]]
    if not any(signed):
        return "de overeenkomst is nog niet getekend"
    what = "getekend en geldt niet" if all(signed) else "nog niet door alle partijen getekend"
    return f"de overeenkomst is {what}"


NOBODY = "geen"  # does what falls outside
VERDICTS = ("doorgaan", "aanpassen", "stoppen")


def parts(dossier: CompleteDossier) -> Verdict:
    """K8: every part of the approach goes on, changes or stops, with a reason."""
    rows = section(dossier, "interventie").get("onderdelen") or []
    if not rows:
        return Verdict(RED, "er staan nog geen onderdelen van de aanpak")
    found = Counter(row["oordeel"] for row in rows if row["oordeel"])
    loose = [row["naam"] for row in rows if row["oordeel"] and not row["bewijs"]]
    open_ones = [row["naam"] for row in rows if not row["oordeel"]]
    line = joined(
        ", ".join(f"{verdict} {found[verdict]}" for verdict in VERDICTS),
        f"zonder bewijs: {quoted(loose)}" if loose else "",
        f"nog geen keuze: {quoted(open_ones)}" if open_ones else "",
    )
    return judged(line, green=not loose and not open_ones, orange=len(loose) + len(open_ones) < len(rows))
