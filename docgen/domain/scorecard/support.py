"""Draagvlak, who is behind it: the points D1, D2, D3, D5 and D7."""

from __future__ import annotations

from datetime import date

from docgen.domain.proven import (
    active_roles,
    has_happened,
    is_recent,
    is_taken,
    working_roles,
    years_to_judge,
)
from docgen.domain.queries import section
from docgen.domain.scorecard.verdict import (
    RED,
    Verdict,
    active_ids,
    dated,
    denied,
    is_other_active,
    joined,
    judged,
    listed,
    quoted,
    role_name,
    share_of,
)
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import hours, in_words, long_date

CONTACT = "contact_max_maanden"
NOBODY = "er staat nog geen groep bewoners in het dossier"


def leader(dossier: CompleteDossier) -> Verdict:
    """D1: one active leader with hours, and another active role that stands in."""
    leaders = [rol for rol in active_roles(dossier) if rol["trekker"]]
    if not leaders:
        return Verdict(RED, "de aanpak heeft nu geen trekker")
    if len(leaders) > 1:
        names = listed(rol["naam"] for rol in leaders)
        return Verdict(RED, f"er zijn {in_words(len(leaders))} trekkers: {names}")
    (rol,) = leaders
    stands_in = is_other_active(dossier, rol["vervanger"], rol["id"])
    time = f"{hours(rol['uren'])} per jaar" if rol["uren"] else "zonder uren"
    deputy = f"vervanger {role_name(dossier, rol['vervanger'])}" if stands_in else "nog geen vervanger die meedoet"
    return judged(f"{rol['naam']}, {time}; {deputy}", green=bool(rol["uren"]) and stands_in, orange=True)


def residents(dossier: CompleteDossier, wijk: str | None) -> Verdict:
    """D2, of one neighbourhood: a group of residents with recent contact, and a seat where it is decided."""
    known = [
        row for row in dossier["draagvlak"] if row["niveau"] == "wijk" and (not wijk or row["wijk"] in (wijk, None))
    ]
    recent = [row for row in known if is_recent(dossier, row["laatste_contact"], CONTACT)]
    seated = [row for row in recent if row["aan_tafel"] == "stuurgroep"]
    if not recent:
        return Verdict(RED, _no_contact(dossier, known))
    row = max(seated or recent, key=lambda row: row["laatste_contact"])
    where = "in de stuurgroep" if seated else "wel gesproken, niet in de stuurgroep"
    line = f"{row['groep']}: {where}; laatste contact {long_date(row['laatste_contact'])}"
    return judged(line, green=bool(seated), orange=True)


def _no_contact(dossier: CompleteDossier, known: list[TableRow]) -> str:
    past = [row for row in known if has_happened(dossier, row["laatste_contact"])]
    if not known:
        return NOBODY
    last = max(past, key=lambda row: row["laatste_contact"], default=None)
    return (
        f"laatste contact met {dated(last['groep'], last, 'laatste_contact')}"
        if last
        else (f"met {listed(row['groep'] for row in known)} staat nog geen gesprek")
    )


def professionals(dossier: CompleteDossier) -> Verdict:
    """D3: every task has an active owner, who works is settled in, and the working arrangements are decided."""
    orphans = [taak["naam"] for taak in dossier["taken"] if taak["eigenaar"] not in active_ids(dossier)]
    if orphans:
        return denied(f"zonder eigenaar die nu meedoet: {quoted(orphans)}")
    roles = working_roles(dossier)
    ready = sum(has_happened(dossier, rol["ingewerkt_op"]) for rol in roles)
    taken = [row for row in dossier["besluitvorming"] if row["niveau"] == "uitvoering" and is_taken(dossier, row)]
    last = max(taken, key=lambda row: row["datum"], default=None)
    arranged = f"werkafspraken: {dated(last['orgaan'], last)}" if last else "over werkafspraken is nog niet besloten"
    line = joined(
        arranged,
        f"ingewerkt: {share_of(ready, len(roles), 'rol', 'rollen')}" if roles else "er zijn nog geen rollen met uren",
    )
    complete = bool(last and roles and dossier["taken"]) and ready == len(roles)
    return judged(line, green=complete, orange=bool(last or ready))


ORGANS = {"college": "het college", "raad": "de raad"}


def board(dossier: CompleteDossier) -> Verdict:
    """D5: college and council were both spoken to since the last election, and the next one is prepared."""
    since = _last_election(dossier)
    rows = [row for row in dossier["draagvlak"] if is_recent(dossier, row["laatste_contact"], CONTACT)]
    rows = [row for row in rows if not since or row["laatste_contact"] > since]
    spoken = {
        organ: max(own, key=lambda row: row["laatste_contact"])
        for organ in ORGANS
        if (own := [row for row in rows if organ in (row["organen"] or ())])
    }
    vague = [row for row in rows if row["niveau"] == "bestuur" and not row["organen"]]
    open_ones = _elections_without_handover(dossier)
    told = _talks(spoken)
    if vague and not spoken:
        last = max(vague, key=lambda row: row["laatste_contact"])
        told = [f"{dated(last['groep'], last, 'laatste_contact')}; er staat niet bij of dit college of raad is"]
    else:
        told += [_silence(dossier, organ, since) for organ in ORGANS if organ not in spoken]
    told += [f"voor de verkiezing van {long_date(day)} staat geen overdracht" for day in open_ones]
    complete = len(spoken) == len(ORGANS) and not open_ones
    return judged(joined(*told), green=complete, orange=bool(spoken or vague))


def _talks(spoken: dict[str, TableRow]) -> list[str]:
    """With whom was spoken, one group for two organs once: "college: wethouder, 2 maart 2027"."""
    same = len(spoken) > 1 and len({id(row) for row in spoken.values()}) == 1
    names = {" en ".join(spoken): next(iter(spoken.values()))} if same else spoken
    return [f"{name}: {dated(row['groep'], row, 'laatste_contact')}" for name, row in names.items()]


def _silence(dossier: CompleteDossier, organ: str, since: date | None) -> str:
    """That there was no talk with an organ since the last one, or since the day from which one counts."""
    days = [row["laatste_contact"] for row in dossier["draagvlak"] if organ in (row["organen"] or ())]
    last = max((day for day in days if has_happened(dossier, day)), default=since)
    return (
        f"met {ORGANS[organ]} staat geen gesprek sinds {long_date(last)}"
        if last
        else (f"met {ORGANS[organ]} staat geen gesprek")
    )


def _elections(dossier: CompleteDossier) -> list[date]:
    changes = section(dossier, "dossier").get("wissels") or []
    return sorted(row["datum"] for row in changes if row["soort"] == "verkiezing" and row["datum"])


def _last_election(dossier: CompleteDossier) -> date | None:
    return max((day for day in _elections(dossier) if has_happened(dossier, day)), default=None)


def _elections_without_handover(dossier: CompleteDossier) -> list[date]:
    """The elections still to come in the years to judge with no handover to a board between the one before and that day."""
    ready = [row["datum"] for row in dossier["mijlpalen"] if row["soort"] == "overdracht_bestuur" and row["datum"]]
    found, before = [], date.min
    for day in _elections(dossier):
        if day.year in years_to_judge(dossier) and not any(before <= made < day for made in ready):
            found.append(day)
        before = day
    return found


def successes(dossier: CompleteDossier) -> Verdict:
    """D7: a recent success was shared, and one was celebrated."""
    recent = [row for row in dossier["successen"] if is_recent(dossier, row["datum"], "succes_max_maanden")]
    shared, celebrated = ([row for row in recent if row[field]] for field in ("gedeeld_via", "gevierd_met"))
    if not shared and not celebrated:
        past = [row["datum"] for row in dossier["successen"] if has_happened(dossier, row["datum"])]
        since = f"; het laatste succes is van {long_date(max(past))}" if past else ""
        return Verdict(RED, f"er staat geen succes dat pas is gedeeld of gevierd{since}")
    both = [row for row in shared if row in celebrated]
    rows = [both or shared, [] if both else celebrated]
    told = [_success(max(some, key=lambda row: row["datum"])) for some in rows if some]
    lacking = "" if celebrated else "nog niet gevierd"
    return judged(
        joined(*told, lacking if shared else "nog niet gedeeld"), green=bool(shared and celebrated), orange=bool(shared)
    )


def _success(row: TableRow) -> str:
    shared = f", gedeeld via {row['gedeeld_via']}" if row["gedeeld_via"] else ""
    celebrated = f", gevierd met {row['gevierd_met']}" if row["gevierd_met"] else ""
    return f"{row['tekst'].rstrip('. ')} ({long_date(row['datum'])}){shared}{celebrated}"
