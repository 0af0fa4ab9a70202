"""`docgen template`: look at a Word template."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("template", options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT …", short_help="Bekijk een sjabloon.")
def command() -> None:
    """Voor wie de Word-sjablonen beheert."""


@command.command("text", options_metavar="[OPTIES]", short_help="Toon een Word-bestand als tekst.")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
def text(file: Path) -> None:
    """Toont een Word-bestand als tekst: een alinea per regel met de naam van het opmaakprofiel, tabellen met streepjes."""
    from docgen.word.plaintext import as_text

    click.echo(as_text(file), nl=False)
