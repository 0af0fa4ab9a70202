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
from docgen.batch.journal import WORK, Journal, JournalEntry
from docgen.batch.order import Order
from docgen.batch.planner import GONE, NEW, Plan, make_plan
from docgen.batch.scheduler import Executor, Queue
from docgen.batch.task import REFUSED, Result, Task
from docgen.documents import overwrite_guard
from docgen.documents.overwrite_guard import EDITED
from docgen.errors import DocgenError, OutputError
from docgen.system import files, run_folder
from docgen.system.files import MADE, RENEWED
from docgen.system.lock import locked
from docgen.system.log import Log
from docgen.text.dutch import number

LOG = Log(__name__)
BUG_LOG = "fout.log"
MOST_BUGS, LONGEST_TRACE = 20, 20_000
TAKEN_AWAY = (
    "is gemaakt maar staat er niet meer; geef dezelfde opdracht opnieuw, en laat de map met rust tot ze klaar is"
)


class WorkersLost(DocgenError):
    """Nobody is left to do the work; what was done until then is in the plan."""

    def __init__(self, plan: Plan) -> None:
        done = sum(one.outcome is not None and one.outcome.state != REFUSED for one in plan.planned)
        super().__init__(
            f"de werkers zijn niet meer te bereiken; {number(done)} van de {number(len(plan.planned))} documenten zijn er. "
            "Geef dezelfde opdracht opnieuw voor de rest"
        )


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
    with open_journal(plan.order, plan.journal) as journal, _run_folder(journal.path.parent) as folder:
        if journal.lines != plan.journal.lines:
            plan = make_plan(plan.order, journal)
        plan.journal, plan.config = journal, replace(plan.config, run_folder=folder.name)
        if not plan.is_blocked:
            journal.note_order(plan.order.for_journal())
            for fingerprint in {one.shared.dossier for one in plan.planned if one.shared}:
                journal.note_dossier(fingerprint, plan.fields[fingerprint])
        yield plan


def _tidy(work: Path) -> None:
    """Take away what a batch that was killed had not finished."""
    with contextlib.suppress(OSError):  # what stays, the next batch takes away
        for left in work.glob(".*.tmp"):
            with contextlib.suppress(OSError):
                left.unlink()


@contextlib.contextmanager
def _run_folder(work: Path) -> Iterator[Path]:
    """The folder through which workers write: no worker, wherever it is, writes after the lock is free."""
    folder = run_folder.make(work)
    try:
        yield folder
    finally:
        run_folder.close(folder)


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
        _end(plan, queue, executor)
        if plan.config.is_writing:
            _look_for_made(plan)
        raise WorkersLost(plan) from error
    except BaseException:
        _end(plan, queue, executor)
        raise
    _end(plan, queue, executor)


def _end(plan: Plan, queue: Queue, executor: Executor) -> None:
    """Stop the workers, for good, and see what they did until then."""
    executor.stop()
    for outcomes in queue.late_results():
        _note(plan, outcomes)
    if plan.config.run_folder:
        run_folder.close(Path(plan.order.out, WORK, plan.config.run_folder))
    if plan.config.is_writing:
        _look_for_gone(plan)


def _look_for_made(plan: Plan) -> None:
    """Find the documents that workers made before they were lost, and of which they could tell nothing any more."""
    for one in plan.planned:
        if one.outcome or not one.shared or not (NEW in one.why or GONE in one.why or one.task.known[0]):
            continue
        path = Path(plan.order.out, one.task.file)
        made_of = {"soort": one.task.request, "dossier": one.shared.dossier, "sjabloon": one.shared.template}
        sha = overwrite_guard.sha_when_made(path, made_of)
        if sha and sha != one.task.known[0]:
            one.outcome = Result(one.task.number, RENEWED if one.task.known[0] else MADE, sha)


def _look_for_gone(plan: Plan) -> None:
    """Refuse what was made and has been taken away since."""
    made = {one.task.file: one for one in plan.planned if one.outcome and one.outcome.state in (MADE, RENEWED)}
    with contextlib.suppress(OSError), os.scandir(plan.order.out) as there:
        for file in there:
            made.pop(file.name, None)
    for one in made.values():
        path = Path(plan.order.out, one.task.file)
        if one.outcome and not path.exists():
            one.outcome = Result(one.task.number, REFUSED, found=one.outcome.found, fault=f"{path} {TAKEN_AWAY}")


def _note(plan: Plan, outcomes: list[Result]) -> None:
    """Put outcomes in the plan and the journal; the plan keeps only what the report tells, and what is alike once."""
    of = [(plan.planned[outcome.number - 1], outcome) for outcome in outcomes]
    if plan.config.is_writing:
        plan.journal.note(
            JournalEntry(one.task.file, made.sha, made.content, made.size, made.changed, one.fingerprint, made.found)
            for one, made in of
            if made.state not in (EDITED, REFUSED) and one.fingerprint
        )
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
