"""How the documents of a batch stand now: up to date, out of date and why, edited by hand, gone, never made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from docgen.batch import journal as journals
from docgen.batch.planner import EDITED, GONE, NEW, Plan, Planned
from docgen.batch.task import REFUSED, Result
from docgen.documents import overwrite_guard
from docgen.errors import OutputError
from docgen.system.files import MADE, RENEWED, UNCHANGED

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


OF_COPIES = {
    MADE: (CURRENT, ""),
    RENEWED: (OUTDATED, "het Word-document is veranderd"),
    overwrite_guard.EDITED: (CHANGED, ""),
    "": (NOT_MADE, ""),
}


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
    found = [standing for plan in plans for standing in _of(plan, folder)]
    asked = {one.file for one in found if one.state != LEFT}
    refused = [one for one in found if not one.file]
    why = "; ".join(dict.fromkeys([*reasons, *(one.why or f"{one.label} heeft fouten" for one in refused)]))
    known = journals.read(folder / journals.WORK / journals.NAME).entries if why else {}
    found = [one for one in dict.fromkeys(found) if one.state != LEFT or not (why or one.file in asked)]
    unsure = [DocumentStatus(file, UNKNOWN, why) for file in known if file not in asked and (folder / file).exists()]
    return [*(one for one in found if one.file or not unsure), *unsure]


def _of(plan: Plan, folder: Path) -> Iterator[DocumentStatus]:
    for one in plan.planned:
        if one.outcome is not None:
            yield _standing(one, one.outcome)
            yield from _of_copies(folder / one.task.file, plan.order.copies, one.task.label)
    yield from (DocumentStatus(name, LEFT, "") for name in plan.left)


def _of_copies(document: Path, asked: Sequence[str], label: str) -> Iterator[DocumentStatus]:
    """How the PDF and ODT beside a document stand; nothing when the document itself is not there."""
    if not asked or not document.is_file():
        return
    from docgen.documents import copies

    for suffix in copies.suffixes_of(asked):
        name = document.with_suffix(suffix).name
        try:
            state, why = OF_COPIES[copies.standing_of(document, suffix)]
        except OutputError as error:
            state, why = UNKNOWN, str(error)
        yield DocumentStatus(name, state, why, label)


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
