"""What stands on paper of a point: by the fields, held back by what the rules find, with what the writer answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from docgen.diagnostics.finding import Finding
from docgen.domain.proven import is_recent
from docgen.domain.queries import section
from docgen.domain.scorecard.points import ALWAYS, BY_NUMBER, findings_on, limit, verdict
from docgen.domain.scorecard.verdict import GREEN, GREY, ORANGE, RED, STATES, best, joined, role_name, worst
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import long_date, without_full_stop

WHOLE = "hele aanpak"  # the column when a dossier names no neighbourhoods
MOST_MESSAGES = 3


class Outcome(NamedTuple):
    """A point of a neighbourhood: its state, what it would be without an answer, the line of the dossier (with what holds it
    back), and what the writer says."""

    state: str
    unanswered: str
    line: str
    said: str


class Idle(NamedTuple):
    """An answer that changes nothing: its place, its point, what the dossier says already, and how it could count."""

    place: int
    nr: str
    states: list[str]
    remedy: str


def neighbourhoods(dossier: CompleteDossier) -> list[str]:
    """The columns of the borgingscheck."""
    return list(section(dossier, "dossier").get("wijken") or []) or [WHOLE]


def outcome(dossier: CompleteDossier, nr: str, wijk: str, found: Iterable[Finding] = ()) -> Outcome:
    """A point of a neighbourhood, when these are the findings of the rules."""
    point = BY_NUMBER[nr]
    own = findings_on(dossier, point, found)
    by_fields = verdict(dossier, nr, None if wijk == WHOLE else wijk, tuple(one for one in own if one.accepted))
    ceiling = GREEN if by_fields.state == GREY else limit(own)
    unanswered = by_fields.state if by_fields.state == GREY else worst(by_fields.state, ceiling)
    line = joined(by_fields.line, *(_messages(own, ceiling) if unanswered != by_fields.state else ()))
    given = answer_to(dossier, nr, wijk)
    if given is None:
        return Outcome(unanswered, unanswered, line, "")
    row = given[1]
    said = _said(dossier, row)
    if row["stand"] == GREY:
        return Outcome(unanswered if nr in ALWAYS else GREY, unanswered, line, said)
    highest = worst(ceiling, row["stand"] if is_proven(dossier, row) else worst(row["stand"], ORANGE))
    state = worst(unanswered, row["stand"]) if row["stand"] != GREEN else unanswered
    if point.is_proof and not by_fields.is_denied and ceiling != RED:
        state = best(state, highest)
    return Outcome(state, unanswered, line, said)


def _messages(own: Sequence[Finding], ceiling: str) -> Iterator[str]:
    """What holds a point back: of its findings the ones that count most."""
    grave = [one for one in own if not one.accepted] if ceiling == RED else own
    yield from (one.message + (" (geaccepteerd)" if one.accepted else "") for one in grave[:MOST_MESSAGES])
    if (more := len(grave) - MOST_MESSAGES) > 0:
        yield f"en nog {more} {'bevinding' if more == 1 else 'bevindingen'}"


def answer_to(dossier: CompleteDossier, nr: str, wijk: str) -> tuple[int, TableRow] | None:
    """What the writer says of a point, and where: for this neighbourhood, else for all. Half an answer (in a draft) is none."""
    rows = [(i, row) for i, row in enumerate(_answers(dossier)) if row["punt"] == nr and row["stand"]]
    own = (pair for pair in rows if pair[1]["wijk"] == wijk)
    return next(own, None) or next((pair for pair in rows if not pair[1]["wijk"]), None)


def _answers(dossier: CompleteDossier) -> list[TableRow]:
    return section(dossier, "borgingscheck").get("antwoorden") or []


def is_proven(dossier: CompleteDossier, row: TableRow) -> bool:
    """Whether an answer says who confirms it, and on what recent day."""
    return bool(row["wie"]) and is_recent(dossier, row["datum"], "contact_max_maanden")


def _said(dossier: CompleteDossier, row: TableRow) -> str:
    """What the writer says, by whom and on what day."""
    text = without_full_stop(row["toelichting"] or "")
    who = f"volgens {role_name(dossier, row['wie'])}" if row["wie"] else ""
    told = ", ".join(filter(None, [who, long_date(row["datum"]) if row["datum"] else ""]))
    grey = "niet van toepassing" if row["stand"] == GREY else ""
    return ": ".join(filter(None, [told, grey, text]))


def idle_answers(dossier: CompleteDossier, found: Sequence[Finding]) -> Iterator[Idle]:
    """The answers that change nothing, for no neighbourhood."""
    columns = neighbourhoods(dossier)
    for i, row in enumerate(_answers(dossier)):
        nr, stand = row["punt"], row["stand"]
        if nr not in BY_NUMBER or not stand or (stand == GREY and nr in ALWAYS):
            continue
        mine = [wijk for wijk in columns if (given := answer_to(dossier, nr, wijk)) and given[0] == i]
        outcomes = [outcome(dossier, nr, wijk, found) for wijk in mine]
        if all(one.state == one.unanswered for one in outcomes):
            said = list(dict.fromkeys(one.unanswered for one in outcomes))
            yield Idle(i, nr, said, _remedy(dossier, row, said))


def _remedy(dossier: CompleteDossier, row: TableRow, said: Sequence[str]) -> str:
    if row["stand"] not in STATES or any(worst(state, row["stand"]) == row["stand"] for state in said):
        return "haal het antwoord weg"
    if BY_NUMBER[row["punt"]].is_proof and not is_proven(dossier, row):
        return "vul bij het antwoord datum en wie in, of zet het bewijs in het dossier zelf"
    return "zet het bewijs in het dossier zelf; dit antwoord kan het punt niet beter maken"
