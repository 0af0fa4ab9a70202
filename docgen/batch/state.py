"""How the documents of a batch stand now: up to date, out of date and why, edited by hand, gone, never made."""

from __future__ import annotations

from typing import NamedTuple

from docgen.batch.plan import EDITED, GONE, NEW, Plan
from docgen.batch.unit import REFUSED
from docgen.files import UNCHANGED

CURRENT, OUTDATED, CHANGED, LOST, NOT_MADE, LEFT = (
    "actueel",
    "verouderd",
    "bewerkt",
    "weg",
    "niet gemaakt",
    "niet meer gevraagd",
)


class Standing(NamedTuple):
    """A document, how it stands and why; `label` is who it is for."""

    file: str
    state: str
    why: str
    label: str = ""


def standings(plan: Plan) -> list[Standing]:
    """How every document of a plan stands; the plan was carried out without writing, so that it is sure."""
    found = []
    for one in plan.planned:
        outcome, why = one.outcome, "; ".join(one.why)
        if outcome is None:
            continue
        if EDITED in one.why:
            state, why = CHANGED, "; ".join(reason for reason in one.why if reason != EDITED)
        elif GONE in one.why:
            state, why = LOST, "; ".join(reason for reason in one.why if reason != GONE)
        elif NEW in one.why or not one.traces:
            state, why = NOT_MADE, outcome.fault
        else:
            state = CURRENT if outcome.state == UNCHANGED else OUTDATED
        if outcome.state == REFUSED and state not in (CHANGED, NOT_MADE):
            why = "; ".join(filter(None, [why, "kan nu niet opnieuw: zie docgen batch --dry-run"]))
        found.append(Standing(one.unit.file, state, "" if state == CURRENT else why, one.unit.label))
    return found + [Standing(name, LEFT, "") for name in plan.left]
