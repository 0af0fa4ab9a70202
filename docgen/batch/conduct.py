"""Carries out an order: the folder is locked, the plan is made, what it asks is done and remembered."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path

from docgen import files
from docgen.batch import journal as journals
from docgen.batch.journal import Journal
from docgen.batch.lock import locked
from docgen.batch.maker import WORK
from docgen.batch.order import Order
from docgen.batch.plan import Plan
from docgen.batch.run import Executor, Queue
from docgen.batch.unit import REFUSED, Outcome
from docgen.errors import DocgenError, OutputError


@contextlib.contextmanager
def opened(order: Order) -> Iterator[Journal]:
    """The journal of the folder of an order, which no other batch may use meanwhile. Raises `OutputError`."""
    work = Path(order.out) / WORK
    if work.is_symlink():
        raise OutputError(f"{work} is een snelkoppeling; haal haar weg of kies een andere map")
    files.make_folder(work)
    with locked(work / "slot", Path(order.out)):
        _tidy(work)
        journal = journals.read(work / journals.NAME)
        journal.shorten()
        try:
            yield journal
        finally:
            _tidy(work)


def looked_at(order: Order) -> Journal:
    """The same, only to read."""
    folder = Path(order.out)
    if os.path.lexists(folder) and not folder.is_dir():
        raise OutputError(f"{folder} is een bestand, geen map; kies met --out een andere map")
    return journals.read(Path(order.out) / WORK / journals.NAME)


def _tidy(work: Path) -> None:
    """Take away what a batch that was killed had not finished."""
    for left in work.glob(".*.tmp"):
        with contextlib.suppress(OSError):
            left.unlink()


def carry_out(
    plan: Plan,
    executor: Executor,
    journal: Journal | None = None,
    told: Callable[[list[Outcome]], None] = lambda _outcomes: None,
    fail_fast: bool = False,
) -> None:
    """Do what a plan asks and put what came of it in the plan. Without a journal nothing is remembered.

    `told` hears of every chunk that is ready. What interrupts this is raised after the workers have stopped; what
    was made by then is in the plan and the journal.
    """
    queue = Queue(plan.to_do(), executor)
    try:
        for outcomes in queue.all(lambda: fail_fast and plan.has_refused):
            _note(plan, outcomes, journal)
            told(outcomes)
    except CancelledError as error:
        raise DocgenError(
            "de werkers zijn niet meer te bereiken; geef dezelfde opdracht opnieuw voor de rest"
        ) from error
    finally:
        executor.stop()
        for outcomes in queue.finished():
            _note(plan, outcomes, journal)


def _note(plan: Plan, outcomes: list[Outcome], journal: Journal | None) -> None:
    """Put outcomes in the plan and the journal; the plan keeps only what the report tells."""
    of = [(plan.planned[outcome.number - 1], outcome) for outcome in outcomes]
    if journal is not None:
        made = ((one, outcome) for one, outcome in of if outcome.state != REFUSED)
        journal.note((one.unit.file, one.unit.label, outcome, one.traces) for one, outcome in made if one.traces)
    for one, outcome in of:
        one.outcome = outcome._replace(content="")
    plan.has_refused |= any(outcome.state == REFUSED for outcome in outcomes)
