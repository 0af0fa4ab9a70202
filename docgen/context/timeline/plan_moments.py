"""When it is decided, changed, done, discussed and measured: the moments of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.context.timeline.moment import DONE, FACT, OPEN, UNTOLD, Moment
from docgen.domain import proven
from docgen.domain.goals import REACHED
from docgen.domain.goals import goals as standing_goals
from docgen.domain.names import role_names
from docgen.domain.organs import COLLEGE, COUNCIL, is_same_organ
from docgen.domain.queries import ENDED, REFUSED, by_id, cost_items, reference_date, section
from docgen.domain.types import CompleteDossier
from docgen.rules import handbook, registry
from docgen.text.dutch import capital, enumeration, without_full_stop

STAFF_HANDOVER = "overdracht_medewerker"  # kind of a milestone
EVALUATIONS = {"extern": "externe evaluatie", "intern": "interne evaluatie"}


def last_day_for_extension(dossier: CompleteDossier) -> Iterator[Moment]:
    """The last day to decide on an extension of the agreement."""
    day = (section(dossier, "overeenkomst").get("verlenging") or {}).get("uiterlijk")
    if day:
        yield Moment("uiterste dag", day, "voor een besluit over verlenging van de overeenkomst", OPEN)


def decisions(dossier: CompleteDossier) -> Iterator[Moment]:
    """The decisions of the dossier, with who decides and how it stands; one that says it was taken later is planned."""
    for row in dossier["besluitvorming"]:
        taken = proven.is_taken(dossier, row)
        status = "gepland" if row["status"] == proven.TAKEN and reference_date(dossier) and not taken else row["status"]
        told = f" ({status})" if status else ""
        over = taken or row["status"] == REFUSED
        if row["datum"]:
            text = f"{row['orgaan']}: {without_full_stop(row['besluit'] or '')}{told}"
            yield Moment("besluit", row["datum"], text, DONE if over else OPEN)


def proposal_days(dossier: CompleteDossier) -> Iterator[Moment]:
    """The days on which college and council deal with the proposal, unless a decision of that day stands there already."""
    proposal = section(dossier, "raadsvoorstel")
    subject = without_full_stop(proposal.get("onderwerp") or "")
    days = (
        (COLLEGE, proposal.get("collegebesluit"), f"college: raadsvoorstel {subject} (gepland)"),
        (COUNCIL, proposal.get("raadsvergadering"), f"gemeenteraad: {subject} (gepland)"),
    )
    known = [(row["orgaan"], row["datum"]) for row in dossier["besluitvorming"]]
    asked = [one["besluit"] or {} for one in proven.uncertain_sources(dossier)]
    known += [(row.get("orgaan"), row.get("datum")) for row in asked]
    for organ, day, text in days:
        is_told = any(its_day == day and is_same_organ(organ, name) for name, its_day in known)
        if day and not is_told and not proven.has_happened(dossier, day):
            yield Moment("besluit", day, text, OPEN)


def changes(dossier: CompleteDossier) -> Iterator[Moment]:
    """Elections and people who leave."""
    for row in section(dossier, "dossier").get("wissels") or []:
        yield Moment("wissel", row["datum"], row["omschrijving"] or row["soort"])


def handovers(dossier: CompleteDossier) -> Iterator[Moment]:
    """The days on which roles are handed over, those of one day together."""
    handover, names = section(dossier, "overdracht"), role_names(dossier)
    days: dict[str, date | None] = {handover["rol"]: handover.get("datum")} if handover.get("rol") else {}
    for row in handover.get("per_rol") or []:
        days[row["rol"]] = row["datum"] or handover.get("datum")
    told_there = {row["datum"] for row in dossier["mijlpalen"] if row["soort"] == STAFF_HANDOVER}
    for day in sorted({day for day in days.values() if day} - told_there):
        told = enumeration(names.get(role, role) for role, its_day in days.items() if its_day == day)
        yield Moment("overdracht", day, f"van {told}")


def milestones(dossier: CompleteDossier) -> Iterator[Moment]:
    """The milestones; one that was reported as done says so, and one that is a handover is shown as that."""
    names = role_names(dossier)
    for row in dossier["mijlpalen"]:
        done = proven.has_happened(dossier, row["gereed_op"])
        text = f"{without_full_stop(row['tekst'])} (klaar)" if done and row["tekst"] else row["tekst"]
        if row["datum"]:
            kind = "overdracht" if row["soort"] == STAFF_HANDOVER else "mijlpaal"
            yield Moment(kind, row["datum"], text, DONE if done else UNTOLD, names.get(row["rol"]))


def term(dossier: CompleteDossier) -> Iterator[Moment]:
    """The first and the last day of the agreement."""
    agreement = section(dossier, "overeenkomst")
    for name, text in (("ingang", "gaat in"), ("einde", "stopt")):
        if agreement.get(name):
            yield Moment("overeenkomst", agreement[name], text)


def goals(dossier: CompleteDossier) -> Iterator[Moment]:
    """The last day of every goal of the borging itself."""
    names = role_names(dossier)
    for row in standing_goals(dossier):
        if row["soort"] == "borging" and row["uiterlijk"]:
            state = DONE if row["stand"] == REACHED else OPEN
            yield Moment("doel", row["uiterlijk"], row["tekst"], state, names.get(row["rol"]))


def conditions(dossier: CompleteDossier) -> Iterator[Moment]:
    """The last day of what else is needed, and of national recognition when that matters."""
    approach, names = section(dossier, "interventie"), role_names(dossier)
    recognition = approach.get("erkenning") or {}
    if recognition.get("uiterlijk") and recognition["van_belang"] != "nee":
        text = recognition["actie"] or recognition["niveau"] or "uiterste dag"
        yield Moment("erkenning", recognition["uiterlijk"], text, OPEN, names.get(recognition["rol"]))
    for row in approach.get("randvoorwaarden") or []:
        if row["uiterlijk"]:
            state = DONE if row["geregeld"] == "ja" else OPEN
            yield Moment("voorwaarde", row["uiterlijk"], row["tekst"], state, names.get(row["rol"]))


def reviews(dossier: CompleteDossier) -> Iterator[Moment]:
    """The reviews of the agreements; one that was held says so."""
    names = role_names(dossier)
    for row in section(dossier, "monitoring").get("reviews") or []:
        held = proven.has_happened(dossier, row["gehouden_op"])
        text = f"{without_full_stop(row['onderwerp'])} (gehouden)" if held and row["onderwerp"] else row["onderwerp"]
        if row["datum"]:
            yield Moment("review", row["datum"], text, DONE if held else UNTOLD, names.get(row["rol"]))


def evaluations(dossier: CompleteDossier) -> Iterator[Moment]:
    """The years of evaluation, with the cost item that pays it when its name says something else."""
    items = by_id(cost_items(dossier))
    for row in section(dossier, "monitoring").get("evaluaties") or []:
        word = EVALUATIONS.get(row["soort"], "evaluatie")
        item = (items.get(row["post"]) or {}).get("naam") or ""
        text = f"({item})" if item and item.casefold() != word else ""
        if row["jaar"]:
            yield Moment("evaluatie", None, text, FACT, None, row["jaar"], word)


def actions(dossier: CompleteDossier) -> Iterator[Moment]:
    """What is still to be done to keep the approach."""
    names = role_names(dossier)
    for row in dossier["acties"]:
        if row["uiterlijk"] and row["status"] not in ENDED:
            yield Moment("actie", row["uiterlijk"], row["tekst"], OPEN, names.get(row["rol"]))


def waivers(dossier: CompleteDossier) -> Iterator[Moment]:
    """The last day on which a finding is accepted; findings of one rule and day once."""
    for code, day in dict.fromkeys((row["regel"], row["geldig_tot"]) for row in dossier["afwijkingen"]):
        if day:
            yield Moment("afwijking", day, f"{_in_words(code)}vervalt")


def _in_words(code: str | None) -> str:
    rule = registry.find(code) if code else None
    return f"‘{capital(handbook.title_of(rule))}’ " if rule else ""
