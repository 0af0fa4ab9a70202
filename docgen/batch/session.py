"""Carries out an order: the folder is locked, the plan is made, what it asks is done and remembered."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path
from sys import intern

from docgen.batch import journal as journals
from docgen.batch.journal import WORK, Journal
from docgen.batch.order import Order
from docgen.batch.planner import Plan, make_plan
from docgen.batch.scheduler import Executor, Queue
from docgen.batch.task import REFUSED, Result, Task
from docgen.documents.overwrite_guard import EDITED
from docgen.errors import DocgenError, OutputError
from docgen.system import files
from docgen.system.files import MADE, RENEWED
from docgen.system.lock import locked
from docgen.system.log import Log

LOG = Log(__name__)
BUG_LOG = "fout.log"
MOST_BUGS, LONGEST_TRACE = 20, 20_000
GONE = "is gemaakt maar staat er niet meer; geef dezelfde opdracht opnieuw, en laat de map met rust tot ze klaar is"


@contextlib.contextmanager
def open_journal(order: Order, known: Journal | None = None) -> Iterator[Journal]:
    """The journal of the folder of an order, which no other batch may use meanwhile; the one that is `known` when nothing
    was written to it since. Raises `OutputError`."""
    work = Path(order.out) / WORK
    if work.is_symlink():
        raise OutputError(f"{work} is een snelkoppeling; haal haar weg of kies een andere map")
    files.make_folder(work)
    with locked(work / "slot", Path(order.out)):
        _tidy(work)
        journal = known if known and known.is_current() else journals.read(work / journals.NAME)
        journal.shorten()
        try:
            yield journal
        finally:
            _tidy(work)


def plan_batch(order: Order) -> Plan:
    """The plan of an order; nothing is written. Raises `DocgenError`."""
    files.refuse_file(Path(order.out))
    return make_plan(order, journals.read(Path(order.out) / WORK / journals.NAME))


@contextlib.contextmanager
def open_session(plan: Plan) -> Iterator[Plan]:
    """The plan with its folder locked and what it is about in the journal; made anew when another batch was first."""
    with open_journal(plan.order, plan.journal) as journal:
        if journal.lines != plan.journal.lines:
            plan = make_plan(plan.order, journal)
        plan.journal = journal
        if not plan.is_blocked:
            journal.note_order(plan.order.for_journal())
            for fingerprint in {one.shared.dossier for one in plan.planned if one.shared}:
                journal.note_dossier(fingerprint, plan.fields[fingerprint])
        yield plan


def _tidy(work: Path) -> None:
    """Take away what a batch that was killed had not finished."""
    for left in work.glob(".*.tmp"):
        with contextlib.suppress(OSError):
            left.unlink()


def execute(
    plan: Plan,
    executor: Executor,
    on_progress: Callable[[list[Result]], None] = lambda _outcomes: None,
    fail_fast: bool = False,
) -> None:
    """Do what a plan asks and put what came of it in the plan and, when its configuration writes, in its journal.

    `on_progress` hears of every chunk that is ready. What interrupts this is raised after the workers have stopped; what
    was made by then is in the plan and the journal.
    """
    queue = Queue(plan.to_do(), executor)
    LOG.debug("%d of %d documents to make, by %d workers", len(plan.to_do()), len(plan.planned), executor.workers)
    if fail_fast and plan.has_refused:
        queue.drop()
    try:
        for outcomes in queue.all():
            _note(plan, outcomes)
            if any(outcome.is_final or (fail_fast and outcome.state == REFUSED) for outcome in outcomes):
                queue.drop()
            on_progress(outcomes)
    except CancelledError as error:
        raise DocgenError(
            "de werkers zijn niet meer te bereiken; geef dezelfde opdracht opnieuw voor de rest"
        ) from error
    finally:
        executor.stop()
        for outcomes in queue.late_results():
            _note(plan, outcomes)
        if plan.config.is_writing:
            _look_for_gone(plan)


def _look_for_gone(plan: Plan) -> None:
    """Refuse what was made and has been taken away since."""
    made = {one.task.file: one for one in plan.planned if one.outcome and one.outcome.state in (MADE, RENEWED)}
    with contextlib.suppress(OSError), os.scandir(plan.order.out) as there:
        for file in there:
            made.pop(file.name, None)
    for one in made.values():
        path = Path(plan.order.out, one.task.file)
        if one.outcome and not path.exists():
            one.outcome = Result(one.task.number, REFUSED, found=one.outcome.found, fault=f"{path} {GONE}")


def _note(plan: Plan, outcomes: list[Result]) -> None:
    """Put outcomes in the plan and the journal; the plan keeps only what the report tells, and what is alike once."""
    of = [(plan.planned[outcome.number - 1], outcome) for outcome in outcomes]
    if plan.config.is_writing:
        made = ((one, outcome) for one, outcome in of if outcome.state not in (EDITED, REFUSED))
        plan.journal.note((one.task.file, outcome, one.fingerprint) for one, outcome in made if one.fingerprint)
    for one, outcome in of:
        found = plan.found.setdefault(outcome.found, outcome.found)
        alike = outcome._replace(number=one.task.number, state=intern(outcome.state), found=found)
        one.outcome = alike._replace(content="", size=0, changed=0, trace="")
        if outcome.trace:
            _note_bug(plan, one.task, outcome.trace)
        if plan.config.is_writing and not found:  # only a finding asks for the cells
            one.task, one.shared = replace(one.task, cells=()), None


def _note_bug(plan: Plan, task: Task, trace: str) -> None:
    """Put a bug that a document met in the plan and its log, the first time that it comes from this place."""
    trace = trace[-LONGEST_TRACE:]
    places = _places(trace)
    if len(plan.bugs) == MOST_BUGS or any(_places(bug) == places for bug in plan.bugs):
        return
    plan.bugs.append(f"{task.label}: {task.file}\n{trace}")
    LOG.debug("a bug at %s", plan.bugs[-1])
    if plan.config.is_writing:
        about = f"docgen {plan.config.version}, Python {sys.version}, {sys.platform}"
        with contextlib.suppress(OutputError):
            files.write(bug_log(plan), "\n\n".join([about, *plan.bugs]).encode("utf-8", "replace"))


def bug_log(plan: Plan) -> Path:
    """The file beside the report with the tracebacks of the last batch that met a bug."""
    return Path(plan.order.out) / WORK / BUG_LOG


def _places(trace: str) -> list[str]:
    return [line for line in trace.splitlines() if line.startswith("  File ")]
