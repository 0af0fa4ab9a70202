"""How findings look on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

import click

from docgen.problem import Problem

MOST_SHOWN = 100
COLOURS = {"fout": "red", "waarschuwing": "yellow", "advies": "cyan"}


def problems(found: Iterable[Problem], err: bool = False) -> None:
    """Print findings one by one; colours appear on a terminal only."""
    found = list(found)
    for problem in found[:MOST_SHOWN]:
        head, *rest = str(problem).split("\n")
        level = f" {problem.level}: "
        head = head.replace(level, f" {click.style(problem.level, fg=COLOURS[problem.level], bold=True)}: ", 1)
        click.echo(
            "\n".join([head, *(click.style(line, dim=True) if " | " in line else line for line in rest)]), err=err
        )
    if len(found) > MOST_SHOWN:
        click.echo(f"… en nog {len(found) - MOST_SHOWN} meldingen", err=err)
