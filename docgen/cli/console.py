"""How findings look on a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.diagnostics.folding import Folded, alike, in_one_line, others_in_one_line, summary
from docgen.diagnostics.levels import LEVELS
from docgen.diagnostics.problem import Problem, visible
from docgen.rules.catalog import could_not_look
from docgen.text.dutch import number
from docgen.validation.structure import MISSING

if TYPE_CHECKING:
    from docgen.library.library import Library

MOST_SHOWN = 100
MOST_UNSEEN = 5  # of what could not be looked at
COLOURS = {"fout": "red", "waarschuwing": "yellow", "advies": "cyan", "geaccepteerd": "green"}


def findings(
    found: list[Problem],
    form: str,
    files: int,
    hidden: int = 0,
    unchecked: str = "",
    kind: tuple[str, str] = ("dossier", "dossiers"),
) -> None:
    """Print the findings about so many files of a kind, in the form asked for; `hidden` were left out on request, and
    `unchecked` says what could not be looked at."""
    if form == "text":
        problems(found)
        if files:
            more = f" ({hidden} {'melding' if hidden == 1 else 'meldingen'} niet getoond)" if hidden else ""
            click.echo(f"{summary(found)} in {files} {kind[files != 1]}{more}{unchecked}")
        return
    from docgen.diagnostics.formats import FORMATS
    from docgen.rules.registry import EXPLAINED

    text = FORMATS[form](found, {rule.CODE: rule.__doc__ or "" for rule in EXPLAINED})
    if text:
        click.echo(text)


def problems(found: Iterable[Problem], err: bool = False) -> None:
    """Print findings per file: mistakes with their source line, what says the same and what follows, then what is still to fill
    in as a list."""
    folded = Folded(found)
    unseen = [problem for problem in folded.alone if problem.code == could_not_look.CODE][MOST_UNSEEN:]
    same = alike(problem for problem in folded.alone if problem not in unseen)
    found = list(same)
    shown = found[:MOST_SHOWN]
    files = {problem.file for problem in found}
    for name, of_file in groupby(shown, key=lambda problem: problem.file):
        rows = list(of_file)
        if len(files) > 1:
            click.secho(f"{visible(name)}\n", bold=True, underline=True, err=err)
        for problem in rows:
            if problem.code != MISSING:
                follow = [one for each in (problem, *same[problem]) for one in folded.under(each)]
                also = [others_in_one_line(problem, same[problem])] if same[problem] else []
                also += [in_one_line(follow)] if follow else []
                more = "".join(f"\n      {visible(line)}" for line in also)
                click.echo(_with_colour(problem) + more + ("\n" if _is_grave(problem) else ""), err=err)
        if any(not _is_grave(problem) for problem in rows):
            click.echo(err=err)
        todo = [one for problem in rows if problem.code == MISSING for one in (problem, *same[problem])]
        if todo:
            click.echo("\n".join(_to_do(name, todo)) + "\n", err=err)
    rest(len(unseen), "", " keer dat docgen iets niet kon nagaan; docgen check --format json noemt ze alle\n", err)
    left = found[MOST_SHOWN:]
    rest(sum(1 + len(same[one]) + len(folded.under(one)) for one in left), "", " meldingen\n", err)


def rest(count: int, before: str = "", after: str = "", err: bool = False) -> None:
    """Say how many there are beside those that were shown, when there are more."""
    if count > 0:
        click.echo(f"{before}… en nog {number(count)}{after}", err=err)


def notices(lines: Iterable[str]) -> None:
    """Print what somebody should know and what stops nothing, each line once."""
    for line in dict.fromkeys(lines):
        click.echo(f"{click.style('let op', fg=COLOURS['waarschuwing'], bold=True)}: {visible(line)}", err=True)


def agrees(question: str) -> bool:
    """Ask a question; only what begins with j (or y) is a yes, and no answer at all is a no."""
    try:
        answer = click.prompt(f"{question} [j/N]", default="n", show_default=False)
    except click.Abort:
        click.echo()
        return False
    return str(answer).strip()[:1].lower() in ("j", "y")


def open_library(folder: Path | None) -> Library:
    """The library asked for; what docgen does not use of it is told. Raises `DocgenError` when it is not usable."""
    from docgen.library import library

    opened = library.open_library(folder)
    notices(opened.unused)
    return opened


def _is_grave(problem: Problem) -> bool:
    """Whether something needs repair now, and not only attention."""
    return problem.level != LEVELS[-1] and not problem.accepted


def _with_colour(problem: Problem) -> str:
    """A mistake with its source line; what needs no repair now without it."""
    head, *rest = str(problem if _is_grave(problem) else replace(problem, text="")).split("\n")
    level = "geaccepteerd" if problem.accepted else problem.level
    head = head.replace(f" {level}: ", f" {click.style(level, fg=COLOURS[level], bold=True)}: ", 1)
    return "\n".join([head, *(click.style(line, dim=True) if " | " in line else line for line in rest)])


def _to_do(name: str, missing: list[Problem]) -> Iterator[str]:
    yield click.style(f"Nog in te vullen in {visible(name)} ({len(missing)}):", bold=True)
    width = max(40, min(shutil.get_terminal_size((100, 25)).columns, 120))
    widest = max(len(str(problem.line)) for problem in missing)
    for problem in missing:
        place = f"regel {problem.line:<{widest}}" if problem.line else " " * (widest + 6)
        lead = f"  [ ] {place}  "
        text = f"{problem.path}: {problem.message} {problem.hint[:1].upper()}{problem.hint[1:]}"
        yield click.wrap_text(visible(text), width, initial_indent=lead, subsequent_indent=" " * len(lead))
