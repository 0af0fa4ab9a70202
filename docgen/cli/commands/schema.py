"""`docgen schema`: the fields of a dossier as a JSON Schema, for an editor."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options


@click.command("schema", options_metavar="[OPTIES]")
@click.argument("kinds", metavar="[SOORT]…", nargs=-1, shell_complete=options.type_names)
@options.library
def command(kinds: tuple[str, ...], library: Path | None) -> None:
    """Toont het JSON Schema van een dossier. Een editor geeft daarmee uitleg en meldingen terwijl u typt.

    Met een SOORT vraagt het schema altijd wat dat document nodig heeft; zonder vraagt het wat de onderdelen van het
    dossier nodig hebben. docgen new zet het schema al naast een nieuw dossier, als dossier.schema.json.
    """
    from docgen.authoring.json_schema import as_text, json_schema
    from docgen.cli import console

    opened = console.open_library(library)
    click.echo(as_text(json_schema(opened, [opened.type_named(name) for name in kinds])), nl=False)
