"""How far a batch is: a bar with the rate and the time left on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import click

STEPS = 10  # lines where there is no terminal
OnProgress = Callable[[int], None]  # how many are ready since the last time


@contextmanager
def progress(total: int) -> Iterator[OnProgress]:
    """A bar with the rate and the time left on a terminal, a line now and then elsewhere."""
    if not sys.stderr.isatty():
        yield _lines(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("documenten"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", style="dim"),
    )
    with Progress(
        *columns, TimeRemainingColumn(), console=Console(stderr=True), auto_refresh=False, transient=True
    ) as bar:
        task = bar.add_task("", total=total, rate="")

        def on_progress(count: int) -> None:
            bar.advance(task, count)
            speed = bar.tasks[0].speed
            bar.update(task, rate=f"{speed:.0f} per seconde" if speed else "")
            bar.refresh()

        yield on_progress


def _lines(total: int) -> OnProgress:
    done, next_line = 0, total / STEPS

    def on_progress(count: int) -> None:
        nonlocal done, next_line
        done += count
        if done >= next_line and total > STEPS:
            with suppress(OSError):  # nobody may be reading
                click.echo(f"{done} van {total} documenten", err=True)
            next_line = done + total / STEPS

    return on_progress
