"""What a batch shows on a terminal: its plan, its progress and what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.batch.executors.runner import USUAL, RunOptions, carry_out, make_copies
from docgen.batch.order import Order
from docgen.batch.planner import Plan
from docgen.batch.report import write_reports
from docgen.batch.session import WorkersLost, bug_log, open_session, plan_batch
from docgen.batch.summary import Reported, counts, faults, tally
from docgen.batch.task import REFUSED, STATES
from docgen.cli import console
from docgen.cli.progress_bar import progress
from docgen.diagnostics.folding import summary
from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem, visible
from docgen.errors import DocgenError, OutputError
from docgen.system.files import MADE, RENEWED
from docgen.text.dutch import number, some_of

if TYPE_CHECKING:
    from docgen.documents.copies import Copies

MOST_NAMED, MOST_REASONS, MOST_LABELS = 20, 5, 3
# what the screen says of documents, and whether it stopped them; the rest is in the report
TOLD = {LEVELS[0]: True, LEVELS[1]: False}
WOULD = {MADE: "maken", RENEWED: "vernieuwen"}  # what a trial says
BUG = 2  # the exit code when docgen itself is at fault


def run(order: Order, options: RunOptions, copies: Copies | None = None) -> int:
    """Make the documents of an order and their copies, and tell what came of it; the exit code."""
    plan = plan_batch(order)
    if _is_blocked(plan):
        return 1
    console.notices(plan.findings)
    with open_session(plan) as plan:
        if plan.is_blocked:  # since just now
            return int(_is_blocked(plan))
        try:
            _carry_out(plan, options)
        except WorkersLost:
            _write_report(plan)
            raise
        except BaseException as stopped:
            if not isinstance(stopped, DocgenError):
                click.echo(f"{_sums(plan)}; dezelfde opdracht maakt de rest", err=True)
            raise
        _tell(plan)
        code = _write_copies(plan, copies, options.workers) if copies else 0
        return max(code, _write_report(plan), BUG if plan.bugs else 0)


def preview(order: Order, options: RunOptions = USUAL) -> Plan:
    """A plan carried out without writing, unless something is wrong that stops all; that is told."""
    plan = plan_batch(order)
    plan.config = plan.config.dry()
    if not _is_blocked(plan):
        _carry_out(plan, options)
    return plan


def dry_run(order: Order, options: RunOptions) -> int:
    """Tell what an order would make, renew, leave alone and refuse; nothing is written."""
    plan = preview(order, options)
    if plan.is_blocked:
        return 1
    console.notices(plan.findings)
    for state in (state for state in STATES if state != REFUSED):
        of = [one for one in plan.planned if one.outcome and one.outcome.state == state]
        will = f"zou {WOULD[state]}" if state in WOULD else state
        for one in of[:MOST_NAMED]:
            why = f"  ({'; '.join(one.why)})" if one.why else ""
            click.echo(f"{will:<14} {visible(one.task.file)}{visible(why)}")
        console.rest(len(of) - MOST_NAMED, f"{will:<14} ")
    _tell(plan)
    click.echo("dit was een proef; er is niets geschreven")
    return BUG if plan.bugs else int(plan.has_refused)


def _is_blocked(plan: Plan) -> bool:
    """Tell what is wrong with the list or with the dossier beside it, and whether that stops everything."""
    console.problems([*plan.stopping, *plan.problems], err=True)
    for clash in plan.clashes[:MOST_NAMED]:
        click.echo(f"docgen: {visible(clash)}", err=True)
    console.rest(len(plan.clashes) - MOST_NAMED, "docgen: ", " keer hetzelfde bestand", err=True)
    if plan.is_blocked:
        found = f"{summary(plan.stopping)}; " if plan.stopping else ""
        click.echo(f"docgen: {found}er is niets gemaakt", err=True)
    return plan.is_blocked


def _carry_out(plan: Plan, options: RunOptions) -> None:
    if tasks := plan.to_do():
        with progress(len(tasks)) as on_progress:
            carry_out(plan, options, lambda results: on_progress(len(results)))


def _write_copies(plan: Plan, copies: Copies, workers: int) -> int:
    """Make the copies of the documents and tell what came of them; the exit code."""
    made = [one for one in plan.planned if one.outcome and one.outcome.state != REFUSED]
    with progress(len(made) * len(copies.suffixes)) as on_progress:
        done = make_copies(plan, copies, workers, lambda _copy: on_progress(1))
    faults = [str(copy.fault) for copy in done if copy.fault]
    for fault in faults[:MOST_NAMED]:
        click.echo(f"docgen: {visible(fault)}", err=True)
    console.rest(len(faults) - MOST_NAMED, "docgen: ", " andere bestanden zijn niet gemaakt", err=True)
    for suffix in copies.suffixes:
        counted = Counter(copy.outcome or "niet gemaakt" for copy in done if copy.path.suffix == suffix)
        told = ", ".join(f"{number(count)} {state}" for state, count in counted.items())
        click.echo(f"{suffix[1:].upper()}: {told or 'geen'}")
    return int(bool(faults))


def _sums(plan: Plan) -> str:
    told = [_counted(plan, state, count) for state, count in counts(plan).items()]
    left = sum(one.outcome is None for one in plan.planned)
    return ", ".join([*told, *([f"{number(left)} niet gemaakt"] if left else [])]) or "0 documenten"


def _counted(plan: Plan, state: str, count: int) -> str:
    would = WOULD.get(state, "") if not plan.config.is_writing else ""
    return f"zou {number(count)} {would}" if would else f"{number(count)} {state}"


def _tell(plan: Plan) -> None:
    """What stopped documents, what is worth knowing of them, and how many there are of each state."""
    console.notices(plan.left_out)
    told = set(plan.problems)
    tallied = {problem: of for problem, of in tally(Reported(plan)).items() if problem not in told}
    for level, is_stopping in TOLD.items():
        found = [_with_labels(plan, problem, of) for problem, of in tallied.items() if problem.level == level]
        console.problems(found[:MOST_NAMED], err=is_stopping)
        console.rest(len(found) - MOST_NAMED, "", " meldingen; zie het verslag\n", err=is_stopping)
    stopped = list(faults(plan).items())
    for fault, labels in stopped[:MOST_NAMED]:
        click.echo(f"docgen: {visible(some_of(labels, MOST_LABELS))}: {visible(fault)}", err=True)
    console.rest(len(stopped) - MOST_NAMED, "", " redenen; zie het verslag", err=True)
    tell_bugs(plan)
    documents = "document" if len(plan.planned) == 1 else "documenten"
    click.echo(f"{_sums(plan)} (van {number(len(plan.planned))} {documents})")
    if plan.rows_left_out:
        click.echo(_rows_left_out(plan))
    _tell_changes(plan)


def _tell_changes(plan: Plan) -> None:
    """Why documents were renewed, and which are no longer asked for."""
    renewed = Counter("; ".join(one.why) for one in plan.planned if one.outcome and one.outcome.state == RENEWED)
    for why, count in renewed.most_common(MOST_REASONS):
        click.echo(f"  {_counted(plan, RENEWED, count)} om: {visible(why)}")
    if plan.left:
        one = len(plan.left) == 1
        words = "eerder gemaakt document hoort" if one else "eerder gemaakte documenten horen"
        click.echo(
            f"{number(len(plan.left))} {words} niet meer bij deze opdracht: {visible(some_of(plan.left, MOST_LABELS))}"
        )


def tell_bugs(plan: Plan) -> None:
    """Say where a bug of docgen itself is told of, when documents met one."""
    log = bug_log(plan)
    if plan.bugs and plan.config.is_writing and log.is_file():
        click.echo(f"docgen: hier ging docgen zelf mis; meld dit met {visible(str(log))}, daarin staat waar", err=True)
    elif plan.bugs:
        click.echo("docgen: hier ging docgen zelf mis; docgen --debug … toont waar. Meld dit daarmee", err=True)


def _rows_left_out(plan: Plan) -> str:
    """How many rows of the list are no partner, by reason."""
    reasons = Counter(row.why for row in plan.rows_left_out)
    rows = "rij" if len(plan.rows_left_out) == 1 else "rijen"
    told = ", ".join(f"{number(count)} {why}" for why, count in reasons.items())
    return f"{number(len(plan.rows_left_out))} {rows} van de lijst weggelaten: {told}"


def _with_labels(plan: Plan, problem: Problem, labels: list[str]) -> Problem:
    """A finding that says of which documents it is, where its place does not."""
    is_in_list = bool(plan.order.partners) and problem.file.startswith(plan.order.partners)
    if is_in_list or problem.file in labels:
        return problem
    return replace(problem, message=f"{problem.message} (bij {some_of(labels, MOST_LABELS)})")


def _write_report(plan: Plan) -> int:
    journal = plan.journal
    try:
        written = write_reports(plan, journal, Path(plan.order.out))
    except OutputError as error:
        click.echo(f"docgen: het verslag is niet geschreven: {error}", err=True)
        return 1
    click.echo(f"verslag: {visible(' en '.join(map(str, written)))}")
    if journal.broken:
        work = journal.path.parent
        why = journal.broken if work.is_dir() else f"de map {work} is er niet meer"
        click.echo(
            f"docgen: het journaal is niet te schrijven: {why}; een volgende keer kijkt docgen alles na", err=True
        )
        return 1
    return int(plan.has_refused)
