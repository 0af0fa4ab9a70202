"""`docgen fields`: what a document asks of a dossier, field by field."""

from __future__ import annotations

import os
from pathlib import Path

import click

from docgen.cli import options

WIDEST_PATH = 28  # a longer one breaks before its last name


@click.command("fields", options_metavar="[OPTIES]")
@click.argument("types", metavar="SOORT…", nargs=-1, required=True, shell_complete=options.type_names)
@options.library
def command(types: tuple[str, ...], library: Path | None) -> None:
    """Toont alle velden van een dossier waar een document om vraagt: soort, verplicht, betekenis en voorbeeld."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from docgen.authoring.fields import fields, text_blocks
    from docgen.cli import console

    opened = console.open_library(library)
    screen = Console(markup=False, highlight=False, emoji=False)
    if not screen.is_terminal and "COLUMNS" not in os.environ:
        screen.width = 1000
    table = Table("veld", "soort", "verplicht", "betekenis", "voorbeeld", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"  # never cut off
    table.columns[0].min_width = WIDEST_PATH
    kinds = [opened.type_named(name) for name in types]
    for field in (*fields(opened, kinds), *text_blocks(opened, kinds)):
        head, dot, name = field.path.rpartition(".")
        is_long = screen.width < 200 and len(field.path) > WIDEST_PATH
        path = f"{head}\n  {dot}{name}" if is_long else field.path
        table.add_row(
            path, field.kind, field.required, field.field.help, field.field.example, style="" if dot else "bold"
        )
    screen.print(table)
