"""`docgen template`: look at a Word template."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("template", options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT …")
def command() -> None:
    """Voor wie de Word-sjablonen beheert."""


@command.command("text", options_metavar="[OPTIES]", short_help="Toon een Word-bestand als tekst.")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
def text(file: Path) -> None:
    """Toont een Word-bestand als tekst: een alinea per regel met de naam van het opmaakprofiel, tabellen met streepjes."""
    from docgen.word.plaintext import as_text

    click.echo(as_text(file), nl=False)


@command.command("code", options_metavar="[OPTIES]", short_help="Toon de code die docgen van een sjabloon maakt.")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option("--reference", is_flag=True, help="De code van Jinja, ook waar docgen snellere code heeft.")
def code(file: Path, reference: bool) -> None:
    """Toont per onderdeel van een sjabloon de Python-code waarmee docgen het vult. Voor wie aan docgen zelf werkt."""
    from docgen.word.compiler import generated_code

    for part in generated_code(file):
        path = "reference" if reference or not part.fast else "fast"
        click.echo(f"# {part.part}, {path} path\n\n{getattr(part, path).strip()}\n")
