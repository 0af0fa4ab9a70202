"""Block 4a and 4b: the other conditions, recognition, and whether policy and politics support it."""

from __future__ import annotations

from datetime import date

from docgen.context.worksheet.answer import NOTHING, Answer, beside, falls_away, known, pieces, sentences
from docgen.context.worksheet.organisations import has_attitude, unproven_plans
from docgen.domain.names import organs_in_sentences, role_names
from docgen.domain.organs import is_council, organ_in_sentence
from docgen.domain.proven import has_happened, is_in_force, is_taken
from docgen.domain.queries import municipalities, reference_date, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date, without_full_stop

ARRANGED = {"ja": "geregeld", "deels": "deels geregeld", "nee": "nog niet geregeld"}
BODIES = ("college", "raad")
NOT_IMPORTANT = "erkenning is niet van belang"


def others(dossier: CompleteDossier) -> Answer:
    """Which other conditions matter?"""
    rows = section(dossier, "interventie").get("randvoorwaarden") or []
    told = [_condition(dossier, row) for row in rows if row["tekst"]]
    return Answer(sentences(*told), any(row["geregeld"] for row in rows))


def _condition(dossier: CompleteDossier, row: TableRow) -> str:
    state = f": {ARRANGED[row['geregeld']]}" if row["geregeld"] else ""
    text = f"{without_full_stop(row['tekst'])}{state}"
    return beside(text, role_names(dossier).get(row["rol"]), _until(row["uiterlijk"]))


def _until(day: date | None) -> str:
    return f"uiterlijk {long_date(day)}" if day else ""


def _recognition(dossier: CompleteDossier) -> TableRow:
    plan: TableRow = section(dossier, "interventie").get("erkenning") or {}
    return plan


def importance(dossier: CompleteDossier) -> Answer:
    """Does national recognition matter?"""
    text = sentences(_recognition(dossier).get("van_belang"))
    return Answer(text, bool(text))


def requirements(dossier: CompleteDossier) -> Answer:
    """What does it take?"""
    plan = _recognition(dossier)
    if plan.get("van_belang") == "nee":
        return falls_away(NOT_IMPORTANT)
    level, action, state = (without_full_stop(plan.get(name) or "") for name in ("niveau", "actie", "status"))
    about = f"voor {level}: {action}" if level and action else f"het gaat om {level}" if level else action
    return Answer(sentences(about, f"stand: {state}" if state else ""), bool(level and action))


def process(dossier: CompleteDossier) -> Answer:
    """Which steps, by whom and when?"""
    plan = _recognition(dossier)
    if plan.get("van_belang") == "nee":
        return falls_away(NOT_IMPORTANT)
    action, role = without_full_stop(plan.get("actie") or ""), role_names(dossier).get(plan.get("rol") or "")
    if not action:
        return NOTHING
    return Answer(sentences(beside(action, role, _until(plan["uiterlijk"]))), bool(role and plan["uiterlijk"]))


def policy(dossier: CompleteDossier) -> Answer:
    """Does it fit the policy that is there?"""
    own = municipalities(dossier)
    rows = [row for row in dossier["verankering"] if row["soort"] == "beleid" and row["partij"] in own]
    told = [f"{row['document']}, {row['vindplaats']}" for row in rows if is_in_force(dossier, row)]
    return Answer(sentences(f"ja: {pieces(told)}")) if told else known(unproven_plans(dossier, rows))


def board_support(dossier: CompleteDossier) -> Answer:
    """Is there enough support of executive and council?"""
    groups = {body: [row for row in _groups(dossier, body) if has_attitude(row)] for body in BODIES}
    told = dict.fromkeys(f"{row['groep']}: {row['houding']}" for rows in groups.values() for row in rows)
    decided = council_decision(dossier)
    return Answer(sentences(pieces(told), decided), all(groups.values()) or bool(decided))


def _groups(dossier: CompleteDossier, body: str) -> list[TableRow]:
    return [row for row in dossier["draagvlak"] if body in (row["organen"] or ())]


def public_board_support(dossier: CompleteDossier) -> Answer:
    """The same for everybody: only what was decided, never what anybody thinks."""
    decided = council_decision(dossier)
    return Answer(sentences(decided), bool(decided))


def council_decision(dossier: CompleteDossier) -> str:
    """What the council decided on the money, if it did."""
    days = {
        (source["besluit"] or {}).get("datum")
        for source in dossier["financiering"]
        if is_council((source["besluit"] or {}).get("orgaan"))
    }
    taken = [
        row
        for row in dossier["besluitvorming"]
        if row["niveau"] == "besluit" and is_taken(dossier, row) and is_council(row["orgaan"]) and row["datum"] in days
    ]
    last = max(taken, key=lambda row: row["datum"], default=None)
    return f"{_organ(dossier, last)} besloot op {long_date(last['datum'])}: {last['besluit']}" if last else ""


def exploring(dossier: CompleteDossier) -> Answer:
    """With which municipalities or administrators did we talk, and which decision comes?"""
    spoken = [row for body in BODIES if (row := _last_spoken(dossier, body))]
    told = dict.fromkeys(f"{row['groep']}, {long_date(row['laatste_contact'])}" for row in spoken)
    return Answer(sentences(pieces(told), next_decision(dossier)), bool(spoken))


def _last_spoken(dossier: CompleteDossier, body: str) -> TableRow | None:
    rows = [row for row in _groups(dossier, body) if has_happened(dossier, row["laatste_contact"])]
    return max(rows, key=lambda row: row["laatste_contact"], default=None)


def public_exploring(dossier: CompleteDossier) -> Answer:
    """The same for everybody: only which decision comes."""
    text = sentences(next_decision(dossier))
    return Answer(text, bool(text))


def next_decision(dossier: CompleteDossier) -> str:
    """The first decision of a board or council that is planned and not past."""
    today = reference_date(dossier)
    rows = [
        row
        for row in dossier["besluitvorming"]
        if row["niveau"] == "besluit"
        and row["status"] == "gepland"
        and row["datum"]
        and not (today and row["datum"] < today)
    ]
    first = min(rows, key=lambda row: row["datum"], default=None)
    return f"volgend besluit: {_organ(dossier, first)}, {long_date(first['datum'])}" if first else ""


def _organ(dossier: CompleteDossier, decision: TableRow) -> str:
    """Who decides, as it stands in a sentence."""
    return organs_in_sentences(dossier).get(decision["orgaan"]) or organ_in_sentence(decision["orgaan"])
