"""`docgen types`: which documents there are."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options


@click.command("types", options_metavar="[OPTIES]")
@options.library
def command(library: Path | None) -> None:
    """Toont de documentsoorten, met het onderdeel van het dossier dat erom vraagt."""

    from docgen.cli import console

    for kind in console.open_library(library).types.values():
        click.echo(f"{click.style(kind.name, bold=True)}  ({kind.title})")
        click.echo(f"    {kind.description}")
        click.echo(f"    vraagt om onderdeel: {kind.section}")
        if kind.variants:
            click.echo(f"    varianten: {', '.join(f'{kind.name}:{variant}' for variant in kind.variants)}")
