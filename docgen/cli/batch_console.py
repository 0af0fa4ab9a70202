"""What a batch shows on a terminal: its plan, its progress and what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from docgen.batch.executors.runner import USUAL, RunOptions, carry_out
from docgen.batch.order import Order
from docgen.batch.planner import Plan
from docgen.batch.report import write_reports
from docgen.batch.session import open_session, plan_batch
from docgen.batch.summary import Reported, counts, faults, tally
from docgen.batch.task import REFUSED, STATES
from docgen.cli import console
from docgen.cli.progress_bar import progress
from docgen.diagnostics.problem import Problem, summary, visible
from docgen.errors import DocgenError, OutputError
from docgen.system.files import RENEWED
from docgen.text.dutch import number, some_of

MOST_NAMED, MOST_REASONS, MOST_LABELS = 20, 5, 3


def run(order: Order, options: RunOptions) -> int:
    """Make the documents of an order and tell what came of it; the exit code."""
    plan = plan_batch(order)
    if _is_blocked(plan):
        return 1
    console.notices(plan.findings)
    with open_session(plan) as plan:
        if plan.is_blocked:  # since just now
            return int(_is_blocked(plan))
        try:
            _carry_out(plan, options)
        except BaseException as stopped:
            if not isinstance(stopped, DocgenError):
                click.echo(f"{_sums(plan)}; dezelfde opdracht maakt de rest", err=True)
            raise
        _tell(plan)
        return _write_report(plan)


def preview(order: Order, options: RunOptions = USUAL) -> Plan | None:
    """A plan carried out without writing; `None` when something is wrong that stops all, which is told."""
    plan = plan_batch(order)
    if _is_blocked(plan):
        return None
    plan.config = plan.config.dry()
    _carry_out(plan, options)
    return plan


def dry_run(order: Order, options: RunOptions) -> int:
    """Tell what an order would make, renew, leave alone and refuse; nothing is written."""
    plan = preview(order, options)
    if plan is None:
        return 1
    console.notices(plan.findings)
    for state in (state for state in STATES if state != REFUSED):
        of = [one for one in plan.planned if one.outcome and one.outcome.state == state]
        for one in of[:MOST_NAMED]:
            why = f"  ({'; '.join(one.why)})" if one.why else ""
            click.echo(f"{state:<12} {visible(one.task.file)}{visible(why)}")
        console.rest(len(of) - MOST_NAMED, f"{state:<12} ")
    _tell(plan)
    click.echo("dit was een proef; er is niets geschreven")
    return int(plan.has_refused)


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
            carry_out(plan, options, on_progress)


def _sums(plan: Plan) -> str:
    told = [f"{number(count)} {state}" for state, count in counts(plan).items()]
    left = sum(one.outcome is None for one in plan.planned)
    return ", ".join([*told, *([f"{number(left)} niet gemaakt"] if left else [])]) or "0 documenten"


def _tell(plan: Plan) -> None:
    """What stopped documents, and how many there are of each state."""
    console.notices(plan.left_out)
    grave = [
        _with_labels(plan, problem, of) for problem, of in tally(Reported(plan)).items() if problem.level == "fout"
    ]
    console.problems(grave[:MOST_NAMED], err=True)
    console.rest(len(grave) - MOST_NAMED, "", " meldingen; zie het verslag\n", err=True)
    stopped = list(faults(plan).items())
    for fault, labels in stopped[:MOST_NAMED]:
        click.echo(f"docgen: {visible(some_of(labels, MOST_LABELS))}: {visible(fault)}", err=True)
    console.rest(len(stopped) - MOST_NAMED, "", " redenen; zie het verslag", err=True)
    documents = "document" if len(plan.planned) == 1 else "documenten"
    click.echo(f"{_sums(plan)} (van {number(len(plan.planned))} {documents})")
    renewed = Counter("; ".join(one.why) for one in plan.planned if one.outcome and one.outcome.state == RENEWED)
    for why, count in renewed.most_common(MOST_REASONS):
        click.echo(f"  {number(count)} vernieuwd om: {visible(why)}")
    if plan.left:
        one = len(plan.left) == 1
        words = "eerder gemaakt document hoort" if one else "eerder gemaakte documenten horen"
        click.echo(
            f"{number(len(plan.left))} {words} niet meer bij deze opdracht: {visible(some_of(plan.left, MOST_LABELS))}"
        )


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
        click.echo(
            f"docgen: het journaal is niet te schrijven: {journal.broken}; een volgende keer kijkt docgen alles na",
            err=True,
        )
        return 1
    return int(plan.has_refused)
