"""`docgen doctor`: whether this computer has what docgen uses."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options

if TYPE_CHECKING:
    from docgen.doctor.outcome import Outcome

INDENT = 28
COLOURS = {"goed": "green", "let op": "yellow", "fout": "red"}


@click.command("doctor", options_metavar="[OPTIES]")
@options.house_style
@options.library
@click.option("--json", "as_json", is_flag=True, help="Schrijf de uitkomst als JSON, voor een ander programma.")
def command(house_style: Path | None, library: Path | None, as_json: bool) -> int:
    """Kijkt of deze computer heeft wat docgen gebruikt: Python en pakketten, LibreOffice, lettertypen, mappen, terminal.

    Afsluitcode 0: docgen werkt, ook als iets niet kan (let op); 1: docgen werkt hier niet goed (fout).
    """
    from docgen.cli import console
    from docgen.doctor.examination import examine
    from docgen.doctor.outcome import WRONG

    opened = console.open_library(library)
    asked = house_style or opened.house_style or opened.style_sheet
    found = []
    for one in examine(Path.cwd(), asked):
        found.append(one)
        if not as_json:
            _show(one)
    if as_json:
        import json

        click.echo(json.dumps([one._asdict() for one in found], ensure_ascii=False, indent=2))
    return int(any(one.state == WRONG for one in found))


def _show(one: Outcome) -> None:
    from docgen.diagnostics.problem import visible

    state = click.style(f"{one.state:<6}", fg=COLOURS[one.state])
    width = max(40, shutil.get_terminal_size().columns - INDENT)
    lines = textwrap.wrap(visible(one.seen), width, break_long_words=False, break_on_hyphens=False)
    click.echo(f"{state}  {one.subject:<18}  {lines[0]}")
    tip = textwrap.wrap(f"tip: {visible(one.remedy)}", width, break_on_hyphens=False) if one.remedy else []
    for line in (*lines[1:], *tip):
        click.echo(f"{'':<{INDENT}}{line}")
