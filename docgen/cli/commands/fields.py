"""`docgen fields`: what a document asks of a dossier, field by field."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options

if TYPE_CHECKING:
    from docgen.authoring.fields import FieldInfo

ROOM_FOR_TABLE = 120  # columns; on a narrower screen words would be cut, and fields stand below each other
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
    from docgen.cli import console, field_list

    opened = console.open_library(library)
    screen = Console(markup=False, highlight=False, emoji=False)
    if not screen.is_terminal and "COLUMNS" not in os.environ:
        screen.width = 1000
    kinds = [opened.type_named(name) for name in types]
    found = [*fields(opened, kinds), *text_blocks(opened, kinds)]
    if screen.width < ROOM_FOR_TABLE:
        rows = ((field.path, _in_brackets(field.kind, field.required), _in_words(field)) for field in found)
        click.echo("\n".join(field_list.table(rows, screen.width)))
        return
    table = Table("veld", "soort", "verplicht", "betekenis", "voorbeeld", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"  # never cut off
    table.columns[0].min_width = WIDEST_PATH
    for field in found:
        head, dot, name = field.path.rpartition(".")
        is_long = screen.width < 200 and len(field.path) > WIDEST_PATH
        path = f"{head}\n  {dot}{name}" if is_long else field.path
        table.add_row(
            path, field.kind, field.required, field.field.help, field.field.example, style="" if dot else "bold"
        )
    screen.print(table)


def _in_brackets(kind: str, required: str) -> str:
    return f"({kind}{f'; verplicht: {required}' if required else ''})"


def _in_words(field: FieldInfo) -> str:
    example = f"Bijvoorbeeld: {field.field.example}" if field.field.example else ""
    return " ".join(filter(None, (field.field.help, example)))
