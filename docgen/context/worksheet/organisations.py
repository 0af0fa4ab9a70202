"""Block 2: whether the organisations stand behind it, work by it and laid it down."""

from __future__ import annotations

from docgen.context.worksheet.answer import NOTHING, Answer, beside, known, pieces, sentences
from docgen.domain.agreement.signatures import nobody_bound
from docgen.domain.names import party_names
from docgen.domain.proven import has_happened, has_signed, is_in_force, is_recent
from docgen.domain.queries import reference_date, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import enumeration, in_words, long_date

WORKING_LEVELS = ("uitvoering", "tijd_en_geld")  # of the groups: colleagues and their managers


def has_attitude(group: TableRow) -> bool:
    """Whether is known what a group thinks."""
    return group["houding"] not in (None, "onbekend")


def backing(dossier: CompleteDossier) -> Answer:
    """Do colleagues and managers stand behind lasting use?"""
    groups = [row for row in dossier["draagvlak"] if row["niveau"] in WORKING_LEVELS and has_attitude(row)]
    told = [f"{row['groep']}: {row['houding']}{_last_contact(row)}" for row in groups]
    recent = {row["niveau"] for row in groups if is_recent(dossier, row["laatste_contact"], "contact_max_maanden")}
    return Answer(sentences(pieces(told)), len(recent) == len(WORKING_LEVELS))


def _last_contact(group: TableRow) -> str:
    day = group["laatste_contact"]
    return f", laatste contact {long_date(day)}" if day else ""


def embedded(dossier: CompleteDossier) -> Answer:
    """Is the approach part of a way of working, existing or new?"""
    ways = section(dossier, "interventie").get("ingebed_in") or []
    return Answer(sentences(f"de aanpak zit in {enumeration(ways)}")) if ways else NOTHING


def agreed(dossier: CompleteDossier) -> Answer:
    """Did those who lead lay it down formally?"""
    agreement, parties = section(dossier, "overeenkomst"), dossier["partijen"]
    today, end = reference_date(dossier), agreement.get("einde")
    signed = [party for party in parties if has_signed(dossier, party)]
    if not agreement or not parties:
        return NOTHING
    if today and end and end < today:
        return known(f"de overeenkomst gold tot en met {long_date(end)}")
    if not signed:
        return known(nobody_bound(dossier))
    last = max(party["getekend_op"] for party in signed)
    told = f"getekend: {len(signed)} van {len(parties)} partijen, het laatst op {long_date(last)}"
    if len(signed) < len(parties):
        return Answer(sentences(f"deels {told}"))
    unknown = [party["naam"] for party in parties if not party["bevoegdheid"]]
    return Answer(sentences(told, f"de bevoegdheid is nog niet bekend van {enumeration(unknown)}" if unknown else ""))


def in_plans(dossier: CompleteDossier) -> Answer:
    """Does it also stand in policy and annual plans?"""
    names = party_names(dossier)
    plans = [row for row in dossier["verankering"] if is_in_force(dossier, row)]
    if not plans:
        return known(unproven_plans(dossier, dossier["verankering"]))
    there = {row["partij"] for row in plans}
    parties = [party for party in dossier["partijen"] if party["id"]]
    left = [party["naam"] for party in parties if party["id"] not in there]
    how_many = (
        ("beide" if len(parties) == 2 else f"alle {in_words(len(parties))}")
        if not left
        else f"{len(parties) - len(left)} van {len(parties)}"
    )
    told = [beside(row["document"], names.get(row["partij"])) for row in plans]
    return Answer(
        sentences(f"ja, bij {how_many} partijen: {pieces(told)}", f"nog niet: {enumeration(left)}" if left else "")
    )


def unproven_plans(dossier: CompleteDossier, plans: list[TableRow]) -> str:
    """The plans that have it according to the dossier, with what is missing to be sure."""
    names = party_names(dossier)
    told = [
        beside(row["document"], names.get(row["partij"]), _lacking(dossier, row))
        for row in plans
        if row["status"] == "opgenomen" and not is_in_force(dossier, row)
    ]
    return f"opgenomen in {pieces(told)}" if told else ""


def _lacking(dossier: CompleteDossier, plan: TableRow) -> str:
    if not plan["vindplaats"]:
        return "vindplaats onbekend"
    if not has_happened(dossier, plan["vastgesteld"]):
        return "nog niet vastgesteld" if plan["vastgesteld"] else "dag van vaststelling onbekend"
    return f"gold tot en met {long_date(plan['geldig_tot'])}"
