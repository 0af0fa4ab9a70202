"""Draagvlak, what was promised: the points D4, D6 and D8."""

from __future__ import annotations

from docgen.domain import proven
from docgen.domain.agreement.signatures import nobody_bound
from docgen.domain.names import OUTSIDE
from docgen.domain.proven import (
    certain_sources,
    has_happened,
    has_signed,
    is_granted,
    is_in_force,
    is_taken,
    working_roles,
    years_to_judge,
)
from docgen.domain.queries import IN_KIND, cost_items, has_section, reference_date, section
from docgen.domain.scorecard.verdict import (
    RED,
    Verdict,
    joined,
    judged,
    listed,
    not_yet,
    party_name,
    share_of,
)
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import NO_BREAK_SPACE as NBSP
from docgen.text.dutch import hours, in_words, long_date, number

PARTIES = ("partij", "partijen")


def promised_hours(dossier: CompleteDossier) -> Verdict:
    """D4: every party whose people work has promised that: by a signature, a decision, or its own money."""
    per_party: dict[str, list[TableRow]] = {}
    for rol in working_roles(dossier):
        per_party.setdefault(rol["partij"], []).append(rol)
    if not per_party:
        return Verdict(RED, "er zijn nog geen rollen met uren")
    bound = [party for party in per_party if _has_promised(dossier, party)]
    given, whole = (sum(rol["uren"] for party in some for rol in per_party[party]) for some in (bound, per_party))
    loose = _loose_decision(dossier)
    line = joined(
        f"{number(given)}{NBSP}van{NBSP}{hours(whole)} toegezegd, door {share_of(len(bound), len(per_party), *PARTIES)}",
        f"het besluit van {loose['orgaan']} ({long_date(loose['datum'])}) noemt geen partijen"
        if loose and len(bound) < len(per_party)
        else "",
        not_yet(dossier, [party for party in per_party if party not in bound]),
    )
    return judged(line, green=len(bound) == len(per_party), orange=bool(bound or loose))


def _loose_decision(dossier: CompleteDossier) -> TableRow | None:
    """A decision on time and money that does not say whom it binds."""
    taken = (row for row in dossier["besluitvorming"] if row["niveau"] == "tijd_en_geld" and is_taken(dossier, row))
    return next((row for row in taken if not row["partijen"]), None)


def _has_promised(dossier: CompleteDossier, party: str) -> bool:
    signed = any(row["id"] == party and has_signed(dossier, row) for row in dossier["partijen"])
    decided = any(
        row["niveau"] == "tijd_en_geld" and party in (row["partijen"] or ()) and is_taken(dossier, row)
        for row in dossier["besluitvorming"]
    )
    return signed or decided or _pays_its_people(dossier, party)


def _pays_its_people(dossier: CompleteDossier, party: str) -> bool:
    """Whether a party decided on money in kind that pays all of its people in the first year to judge."""
    for year in years_to_judge(dossier)[:1]:
        staff = {
            post["id"]: amount
            for post in cost_items(dossier)
            if post["soort"] == "personeel"
            and post["partij"] == party
            and (amount := (post["bedragen"] or {}).get(year))
        }
        own = [
            bron
            for bron in certain_sources(dossier)
            if bron["partij"] == party != OUTSIDE and bron["vorm"] == IN_KIND and is_granted(dossier, bron)
        ]
        paid = {post for bron in own for post in bron["voor"] or ()}
        money = sum((bron["bedragen"] or {}).get(year, 0) for bron in own if staff.keys() & set(bron["voor"] or ()))
        return bool(staff) and staff.keys() <= paid and money >= sum(staff.values())
    return False


def plans(dossier: CompleteDossier) -> Verdict:
    """D6: every party has the approach in a plan that is in force; among these policy, and a yearly plan or budget."""
    rows, parties = dossier["verankering"], [partij["id"] for partij in dossier["partijen"]]
    valid = [row for row in rows if is_in_force(dossier, row)]
    there = [row for row in rows if row["status"] == "opgenomen"]
    kinds = {row["soort"] for row in valid}
    lacking = [party for party in parties if party not in {row["partij"] for row in valid}]
    told = [f"{_plan(dossier, row)} ({row['vindplaats']}, {long_date(row['vastgesteld'])})" for row in valid]
    unproven = [f"{_plan(dossier, row)} ({_flaw(dossier, row)})" for row in there if row not in valid]
    nobody = f"nog bij geen van de {in_words(len(parties))} partijen aantoonbaar vastgesteld"
    line = joined(
        f"vastgesteld: {listed(told)}" if told else "" if there else "de aanpak staat nog in geen enkel plan",
        f"opgenomen: {listed(unproven)}" if unproven else "",
        "" if lacking or "beleid" in kinds else "er is nog geen beleidsplan bij",
        "" if lacking or kinds & {"jaarplan", "begroting"} else "er is nog geen jaarplan of begroting bij",
        nobody if there and not valid and len(parties) > 1 else not_yet(dossier, lacking) if there else "",
    )
    complete = bool(parties) and not lacking and "beleid" in kinds and bool(kinds & {"jaarplan", "begroting"})
    return judged(line, green=complete, orange=bool(there))


def _plan(dossier: CompleteDossier, row: TableRow) -> str:
    return f"{row['document']} van {party_name(dossier, row['partij'])}"


def _flaw(dossier: CompleteDossier, row: TableRow) -> str:
    """Why a plan in which the approach stands proves nothing."""
    if not row["vindplaats"]:
        return "zonder vindplaats"
    if not row["vastgesteld"]:
        return "zonder dag van vaststellen"
    if not has_happened(dossier, row["vastgesteld"]):
        return f"vast te stellen op {long_date(row['vastgesteld'])}"
    return f"geldig tot en met {long_date(row['geldig_tot'])}"


def signatures(dossier: CompleteDossier) -> Verdict:
    """D8: an agreement that has not ended, signed by all parties on a level that decides, with the authority to do so."""
    parties, today = dossier["partijen"], reference_date(dossier)
    if not has_section(dossier, "overeenkomst") or not parties:
        return Verdict(RED, "er is nog geen overeenkomst tussen partijen")
    end = section(dossier, "overeenkomst").get("einde")
    below = [partij["naam"] for partij in parties if partij["niveau"] and partij["niveau"] not in proven.DECIDING]
    signed = [partij for partij in parties if has_signed(dossier, partij)]
    is_over = bool(today and end and end < today)
    if signed:
        last = max(partij["getekend_op"] for partij in signed)
        line = f"getekend: {share_of(len(signed), len(parties), *PARTIES)}, het laatst op {long_date(last)}"
    else:
        line = joined(nobody_bound(dossier), _planned_signing(dossier))
    unsure = [partij["naam"] for partij in signed if not partij["bevoegdheid"]]
    line = joined(
        line,
        f"de overeenkomst liep tot en met {long_date(end)}" if is_over and end else "",
        f"niet op beslisniveau: {listed(below)}" if below else "",
        f"zonder bevoegdheid: {listed(unsure)}" if unsure else "",
    )
    complete = len(signed) == len(parties) and not unsure and not is_over and not below
    return judged(line, green=complete, orange=bool(signed) and not is_over and not below)


def _planned_signing(dossier: CompleteDossier) -> str:
    """The first day on which signing is planned, when a decision or milestone says so."""
    rows = [(row["besluit"], row["datum"]) for row in dossier["besluitvorming"]]
    rows += [(row["tekst"], row["datum"]) for row in dossier["mijlpalen"]]
    days = [
        day for text, day in rows if day and "overeenkomst" in (text or "").casefold() and "teken" in text.casefold()
    ]
    return (
        f"gepland {long_date(min(ahead))}" if (ahead := [day for day in days if not has_happened(dossier, day)]) else ""
    )
