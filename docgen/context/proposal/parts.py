"""What a council proposal tells, in the words and rows in which it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from docgen.domain.goals import goals
from docgen.domain.memo import memoized
from docgen.domain.names import roles_in_sentences, sources_in_sentences
from docgen.domain.organs import is_council
from docgen.domain.proven import taken_decisions
from docgen.domain.queries import asked_names, by_id, council_party, funding_sources, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import capital, enumeration, long_date, number, percentage, without_full_stop
from docgen.text.markdown.marked_text import with_each

MOST_REASONS, FEWER_REASONS = 3, 2
MOST_GOALS, FEWER_GOALS = 5, 3
FIRST_MILESTONES = 3
AUTHORITIES = {"budgetrecht": "het", "kaderstelling": "de", "controle": "de"}
EVALUATED = {
    "extern": "Een externe partij evalueert de aanpak in {}.",
    "intern": "Wij evalueren de aanpak zelf in {}.",
    None: "Wij evalueren de aanpak in {}.",
}


def reasons(dossier: CompleteDossier, is_moved: bool) -> tuple[list[str], list[str]]:
    """Why to go on: what stands in the proposal, and what does not fit."""
    told = dossier["waarom_doorgaan"]
    most = FEWER_REASONS if is_moved else MOST_REASONS
    return told[:most], told[most:]


def goal_rows(dossier: CompleteDossier, is_moved: bool) -> tuple[list[TableRow], list[TableRow]]:
    """The goals, those of the borging last, with how they stand in words: what stands in the proposal, and what does not fit."""
    rows = [_goal(row) for row in sorted(goals(dossier), key=lambda row: row["soort"] == "borging")]
    most = FEWER_GOALS if is_moved else MOST_GOALS
    return rows[:most], rows[most:]


def _goal(row: TableRow) -> TableRow:
    """A goal with its stand (the last measurement, else the start) and target as they are printed."""
    start, last = row["nulmeting"] or {}, row["meting"]
    begin = _measured(row, start.get("waarde"), str(start["jaar"]) if start.get("jaar") else None)
    now = _measured(row, last["waarde"], long_date(last["datum"])) if last else begin
    return row | {"nu": now, "bij_de_start": begin, "streven": _measured(row, row["streefwaarde"], None)}


def _measured(row: TableRow, value: Any, when: str | None) -> str | None:
    if value is None:
        return None
    shown = percentage(value) if row["eenheid"] == "%" else number(value)
    return f"{shown} ({when})" if when else shown


@memoized
def is_measured(dossier: CompleteDossier) -> bool:
    """Whether a dossier says of any goal how it is measured."""
    told = ("bron", "frequentie", "rol", "metingen")
    return any(row[name] for row in dossier["doelen"] for name in told)


@memoized
def successes(dossier: CompleteDossier) -> list[TableRow]:
    """What went well until the meeting of the council."""
    day = section(dossier, "raadsvoorstel").get("raadsvergadering")
    return [row for row in dossier["successen"] if not row["datum"] or not day or row["datum"] <= day]


def has_results(dossier: CompleteDossier) -> bool:
    """Whether there is something to show of what was reached so far."""
    return bool(
        section(dossier, "interventie").get("onderdelen")
        or successes(dossier)
        or section(dossier, "voortgang").get("bewijs")
        or section(dossier, "monitoring").get("verhalen")
    )


@memoized
def milestones(dossier: CompleteDossier) -> list[TableRow]:
    """What comes after the meeting of the council: the first three milestones and the last; a review is not the council's."""
    day = section(dossier, "raadsvoorstel").get("raadsvergadering")
    rows = [row for row in dossier["mijlpalen"] if row["datum"] and (not day or row["datum"] > day)]
    rows = [row for row in rows if "review" not in (row["tekst"] or "").casefold()]
    rows.sort(key=lambda row: row["datum"])
    return rows if len(rows) <= FIRST_MILESTONES else [*rows[:FIRST_MILESTONES], rows[-1]]


@memoized
def occasion(dossier: CompleteDossier) -> str:
    """What ends before the money that is asked begins, and so why the council is asked now."""
    asked, known = asked_names(dossier), by_id(funding_sources(dossier))
    ending: dict[str, int] = {}
    for source in known.values():
        later = [known[name] for name in source["vervolg"] or () if name in known and name in asked]
        first = min((year for row in later for year, amount in (row["bedragen"] or {}).items() if amount), default=None)
        if source["einde"] and first and source["einde"].year < first:
            ending[
                f"{capital(sources_in_sentences(dossier)[source['id']])} loopt tot en met {long_date(source['einde'])}"
            ] = first
    if not ending:
        return ""
    year = min(ending.values())
    return f"{enumeration(ending)}. Daarom vragen wij de raad nu om een besluit over de jaren vanaf {year}."


@memoized
def policy(dossier: CompleteDossier) -> list[str]:
    """The papers of the municipality in which the approach stands already, each as it stands in a sentence."""
    own = council_party(dossier)
    return [
        f"‘{row['document']}’" + (f", {row['vindplaats']}" if row["vindplaats"] else "")
        for row in dossier["verankering"]
        if row["partij"] == own and row["status"] != "gepland" and row["document"]
    ]


@memoized
def decided_by_council(dossier: CompleteDossier) -> list[TableRow]:
    """What a council decided before, in order of date."""
    day = section(dossier, "raadsvoorstel").get("raadsvergadering")
    taken = [row for row in taken_decisions(dossier) if not day or row["datum"] < day]
    return [row for row in taken if is_council(row["orgaan"])]


@memoized
def decision_points(dossier: CompleteDossier) -> list[TableRow]:
    """The decision points of the council proposal, each with its own arguments and counter-arguments."""
    proposal = dossier["raadsvoorstel"] or {}
    return [
        punt
        | {
            "argumenten": _belonging_to(punt, proposal.get("argumenten")),
            "kanttekeningen": _belonging_to(punt, proposal.get("kanttekeningen")),
        }
        for punt in proposal.get("beslispunten") or []
    ]


def _belonging_to(punt: TableRow, notes: list[TableRow] | None) -> list[TableRow]:
    own = [note for note in notes or [] if (note["nr"] or "").split(".")[0] == str(punt["nr"])]
    return sorted(own, key=lambda note: int(note["nr"].split(".")[1]))


def points(dossier: CompleteDossier, places: dict[str, str]) -> list[TableRow]:
    """The decision points with their arguments and drawbacks; a text that names an annex by its title names it by its number."""

    def numbered(notes: list[TableRow]) -> list[TableRow]:
        return [row | {name: _with_places(row[name], places) for name in ("kop", "tekst")} for row in notes]

    rows = decision_points(dossier)
    return [
        row | {"argumenten": numbered(row["argumenten"]), "kanttekeningen": numbered(row["kanttekeningen"])}
        for row in rows
    ]


def _with_places(text: str | None, places: dict[str, str]) -> str | None:
    for title, place in places.items():
        if text and title in text:
            text = with_each(text, partial(_with_place, title, place))
    return text


def _with_place(title: str, place: str, text: str) -> str:
    return text.replace(f"Bijlage {title}", capital(place)).replace(f"bijlage {title}", place)


def what_follows(dossier: CompleteDossier, exclusions: str | None) -> Iterator[str]:
    """Who carries it out, what it may decide itself, who evaluates, and where is told what is left out."""
    leader = next((row["id"] for row in dossier["rollen"] if row["trekker"]), None)
    if who := roles_in_sentences(dossier).get(
        section(dossier, "interventie").get("uitvoerend_eigenaar") or leader or ""
    ):
        yield f"De uitvoering is de taak van {without_full_stop(who)}."
    if room := section(dossier, "flexibiliteit").get("ruimte"):
        yield f"{capital(without_full_stop(room))}."
    yield from evaluations(dossier)
    if exclusions:
        yield f"{capital(exclusions)} noemt wat niet bij de aanpak hoort."


def evaluations(dossier: CompleteDossier) -> Iterator[str]:
    """Who evaluates in which years."""
    rows = section(dossier, "monitoring").get("evaluaties") or []
    for kind, sentence in EVALUATED.items():
        years = [row["jaar"] for row in rows if row["soort"] == kind and row["jaar"]]
        if years:
            yield sentence.format(enumeration(map(str, sorted(years))))


def authority(dossier: CompleteDossier) -> str | None:
    """What of the council the proposal falls under, each with its article: "het budgetrecht en de kaderstelling"."""
    told: str | None = section(dossier, "raadsvoorstel").get("soort_bevoegdheid")
    for word, article in AUTHORITIES.items():
        told = re.sub(rf"(?<!het )(?<!de )\b{word}\b", f"{article} {word}", told) if told else told
    return without_full_stop(told) if told else None


def committee(dossier: CompleteDossier) -> str | None:
    """What the committee is called, without that word: "Samenleving"."""
    name: str | None = (section(dossier, "raadsvoorstel").get("commissie") or {}).get("naam")
    return re.sub(r"^(de )?(raads)?commissie\b (voor )?", "", name, flags=re.IGNORECASE) or name if name else None
