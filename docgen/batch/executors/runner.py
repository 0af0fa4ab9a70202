"""A batch from its order to its report, for the command line and for whoever calls it from Python."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.batch import journal as journals
from docgen.batch.document_status import DocumentStatus, statuses
from docgen.batch.executors.local import Local
from docgen.batch.journal import WORK
from docgen.batch.order import Order, from_journal
from docgen.batch.planner import Plan
from docgen.batch.rendered import note_page_numbers
from docgen.batch.report import write_reports
from docgen.batch.scheduler import Executor
from docgen.batch.session import WorkersLost, execute, open_session, plan_batch
from docgen.batch.task import REFUSED, Result
from docgen.errors import DocgenError
from docgen.system.isolation import processors

if TYPE_CHECKING:
    from docgen.documents.copies import Copies, WrittenCopy

OnProgress = Callable[[list[Result]], None]
FEWEST, MOST = 10, 8  # documents that make one more LibreOffice worth its start, and how many work at a time


@dataclass(frozen=True)
class RunOptions:
    """How a batch is run, apart from what it makes: on how many processes (0: as many as this machine has), or at which
    address of a Dask cluster (`dask://host:8786`); and whether the first document that fails stops the rest."""

    workers: int = 0
    executor: str = ""
    fail_fast: bool = False


USUAL = RunOptions()


def plan(order: Order) -> Plan:
    """What an order would make, under which names, and what is wrong; nothing is made or written.

    Raises `DocgenError` when the order can in no way be carried out.
    """
    return plan_batch(order)


def run(order: Order, options: RunOptions = USUAL, on_progress: OnProgress = lambda _results: None) -> Plan:
    """Make the documents of an order, and its report; the plan with what came of every document (`planned[…].outcome`).

    Of a plan that `is_blocked` nothing is made; `stopping` and `clashes` say why. A document that fails stops no other.
    `on_progress` hears of every chunk that is ready. Raises `DocgenError` (`OutputError` when the folder cannot be
    written, `WorkersLost` when a cluster is gone); the same order again makes the rest.
    """
    copies = _found_copies(order)
    planned = plan_batch(order)
    if planned.is_blocked:
        return planned
    with open_session(planned) as planned:
        if not planned.is_blocked:
            try:
                carry_out(planned, options, on_progress)
            except WorkersLost:
                write_reports(planned, planned.journal, Path(order.out))
                raise
            if copies:
                make_copies(planned, copies, options.workers)
            write_reports(planned, planned.journal, Path(order.out))
        return planned


def preview(order: Order, options: RunOptions = USUAL, on_progress: OnProgress = lambda _results: None) -> Plan:
    """The same without writing anything: what would come of every document."""
    planned = plan_batch(order)
    planned.config = planned.config.dry()
    if not planned.is_blocked:
        carry_out(planned, options, on_progress)
    return planned


def status(folder: str | os.PathLike[str]) -> list[DocumentStatus]:
    """How the documents in the folder of a batch stand: file, state, why, and who it is for; nothing is written.

    A document that is made of what can no longer be read is `niet na te gaan`. Raises `DocgenError` when docgen made
    nothing there.
    """
    return look_again(Path(folder), preview).documents


class Standing(NamedTuple):
    """How documents stand, the plans that tell it, and why an order could not be looked at."""

    documents: list[DocumentStatus]
    plans: list[Plan]
    reasons: list[str]


def look_again(folder: Path, look: Callable[[Order], Plan]) -> Standing:
    """How the documents in a folder stand; `look` carries out an order without writing. Raises `DocgenError`."""
    plans: list[Plan] = []
    reasons: list[str] = []
    for order in kept_orders(folder):
        try:
            planned = look(order)
        except DocgenError as error:  # a dossier or list that is elsewhere now: the others can still be looked at
            reasons.append(str(error))
            continue
        reasons += [*(f"{problem.place}: {problem.message}" for problem in planned.stopping), *planned.clashes]
        plans += [] if planned.is_blocked else [planned]
    return Standing(statuses(plans, folder, reasons), plans, reasons)


def kept_orders(folder: Path) -> list[Order]:
    """The orders of which the journal of a folder tells. Raises `DocgenError` when there is none."""
    kept = journals.read(folder / WORK / journals.NAME).orders
    if not kept:
        raise DocgenError(
            f"in {folder} maakte docgen nog niets; kies de map waarin documenten van docgen render of docgen batch staan"
        )
    return [from_journal(order, str(folder)) for order in kept]


def carry_out(planned: Plan, options: RunOptions, on_progress: OnProgress) -> None:
    """Do the work of a plan."""
    if tasks := planned.to_do():
        executor = _executor(planned, options, len(tasks))
        planned.left_out = [*executor.left_out]
        execute(planned, executor, on_progress, options.fail_fast)


def _found_copies(order: Order) -> Copies | None:
    if not order.copies:
        return None
    from docgen.documents.copies import find_copies

    return find_copies(order.copies)


def make_copies(
    planned: Plan, copies: Copies, workers: int = 0, on_done: Callable[[WrittenCopy], None] = lambda _copy: None
) -> list[WrittenCopy]:
    """Make the PDF and ODT of all documents that a batch made or left as they were; `workers` as in `RunOptions`."""
    from docgen.documents.copies import write_copies

    folder = Path(planned.order.out)
    made = [folder / one.task.file for one in planned.planned if one.outcome and one.outcome.state != REFUSED]
    count = min(workers or processors(), MOST, -(-len(made) // FEWEST)) or 1
    planned.copies = write_copies(made, copies, overwrite=planned.order.overwrite, workers=count, on_done=on_done)
    note_page_numbers(planned.journal, planned.copies)
    return planned.copies


def _executor(planned: Plan, options: RunOptions, count: int) -> Executor:
    if options.executor:
        from docgen.batch.executors.dask import Cluster

        return Cluster(planned.config, options.executor)
    return Local(planned.config, min(options.workers or processors(), count))
