"""How the documents of a batch stand now: up to date, out of date and why, edited by hand, gone, never made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from docgen.batch import journal as journals
from docgen.batch.planner import EDITED, GONE, NEW, Plan, Planned
from docgen.batch.task import REFUSED, Result
from docgen.documents import overwrite_guard
from docgen.system.files import UNCHANGED

CURRENT, OUTDATED, CHANGED, LOST, NOT_MADE, LEFT, UNKNOWN = (
    "actueel",
    "verouderd",
    "bewerkt",
    "weg",
    "niet gemaakt",
    "niet meer gevraagd",
    "niet na te gaan",
)


BY_REASON = {EDITED: CHANGED, GONE: LOST, NEW: NOT_MADE}


class DocumentStatus(NamedTuple):
    """A document, how it stands and why; `label` is who it is for."""

    file: str
    state: str
    why: str
    label: str = ""


def statuses(plans: Iterable[Plan], folder: Path = Path(), reasons: Iterable[str] = ()) -> list[DocumentStatus]:
    """How every document of a folder stands; its plans were carried out without writing, so that it is sure. `reasons` say of
    each order that could not be planned again why: the documents that no other order asks for cannot be looked at.
    """
    found = [standing for plan in plans for standing in _of(plan)]
    asked = {one.file for one in found if one.state != LEFT}
    refused = [one for one in found if not one.file]
    why = "; ".join(dict.fromkeys([*reasons, *(one.why or f"{one.label} heeft fouten" for one in refused)]))
    known = journals.read(folder / journals.WORK / journals.NAME).entries if why else {}
    found = [one for one in dict.fromkeys(found) if one.state != LEFT or not (why or one.file in asked)]
    unsure = [DocumentStatus(file, UNKNOWN, why) for file in known if file not in asked and (folder / file).exists()]
    return [*(one for one in found if one.file or not unsure), *unsure]


def _of(plan: Plan) -> Iterator[DocumentStatus]:
    yield from (_standing(one, one.outcome) for one in plan.planned if one.outcome is not None)
    yield from (DocumentStatus(name, LEFT, "") for name in plan.left)


def _standing(one: Planned, outcome: Result) -> DocumentStatus:
    state = next((state for reason, state in BY_REASON.items() if reason in one.why), "")
    why = "; ".join(reason for reason in one.why if reason not in BY_REASON)
    if outcome.state == overwrite_guard.EDITED:
        state, why = CHANGED, ""
    if not one.shared:
        state = NOT_MADE
    if state == NOT_MADE:
        why = outcome.fault
    elif not state:
        state = CURRENT if outcome.state == UNCHANGED else OUTDATED
    if outcome.state == REFUSED and state in (LOST, OUTDATED):
        why = "; ".join(filter(None, [why, "kan nu niet opnieuw: zie docgen batch --dry-run"]))
    return DocumentStatus(one.task.file, state, "" if state == CURRENT else why, one.task.label)
