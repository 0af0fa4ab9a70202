"""What is said of a point: its state, and the line that a report prints; with the words that all points share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from docgen.domain.memo import memoized
from docgen.domain.names import party_names, role_names
from docgen.domain.proven import active_roles
from docgen.domain.queries import by_id
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import NO_BREAK_SPACE as NBSP
from docgen.text.dutch import enumeration, long_date, some_of

GREEN, ORANGE, RED, GREY = "groen", "oranje", "rood", "grijs"
STATES = (GREEN, ORANGE, RED)  # from good to bad; grey is none of them
MOST_NAMED = 8


class Verdict(NamedTuple):
    """The state of a point by the fields of a dossier and its line. `is_denied`: a fact says no, so that no answer of the
    writer makes it better."""

    state: str
    line: str
    is_denied: bool = False


Judge = Callable[[CompleteDossier], Verdict]


def judged(line: str, *, green: bool, orange: bool) -> Verdict:
    """The first that holds: green, orange, else red."""
    return Verdict(GREEN if green else ORANGE if orange else RED, line)


def denied(line: str) -> Verdict:
    """Red by a fact."""
    return Verdict(RED, line, is_denied=True)


def worst(*states: str) -> str:
    """The least good of states; grey does not count."""
    return max((state for state in states if state in STATES), key=STATES.index, default=GREY)


def best(*states: str) -> str:
    """The best of states; grey does not count."""
    return min((state for state in states if state in STATES), key=STATES.index, default=GREY)


def joined(*pieces: str) -> str:
    """The pieces that say something, as one line."""
    return "; ".join(filter(None, pieces))


def share(count: int, whole: int) -> str:
    """So many of the whole: "6 van 10"."""
    return f"{count}{NBSP}van{NBSP}{whole}"


def share_of(count: int, whole: int, one: str, many: str) -> str:
    """So many of the whole, with what is counted: "1 van 6 partijen"."""
    return f"{share(count, whole)} {one if whole == 1 else many}"


def listed(names: Iterable[str]) -> str:
    """Names in a sentence; of a long list the first ones, and how many more."""
    told = list(dict.fromkeys(names))
    return enumeration(told) if len(told) <= MOST_NAMED else some_of(told, MOST_NAMED)


def quoted(names: Iterable[str]) -> str:
    """Names that may hold a comma or "en", in a sentence."""
    return listed(f"‘{name}’" for name in names)


def party_name(dossier: CompleteDossier, party: str | None) -> str:
    """What a party is called."""
    return party_names(dossier).get(party or "", party or "")


def role_name(dossier: CompleteDossier, role: str | None) -> str:
    """What a role is called; of a function that is no role its own words."""
    return role_names(dossier).get(role or "", role or "")


def not_yet(dossier: CompleteDossier, parties: Sequence[str]) -> str:
    """The parties that still have to."""
    return f"nog niet: {listed(party_name(dossier, party) for party in parties)}" if parties else ""


def dated(text: str, row: TableRow, day: str = "datum") -> str:
    """A name with its day behind it: "wethouder, 2 maart 2027"."""
    return f"{text}, {long_date(row[day])}"


@memoized
def active_ids(dossier: CompleteDossier) -> frozenset[str]:
    """The ids of the roles that take part on the reference date."""
    return frozenset(by_id(active_roles(dossier)))


def is_other_active(dossier: CompleteDossier, deputy: str | None, than: str | None) -> bool:
    """Whether a deputy is another role, that takes part."""
    return bool(deputy and deputy != than and deputy in active_ids(dossier))
