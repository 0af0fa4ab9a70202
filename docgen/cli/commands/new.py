"""`docgen new`: begin a dossier."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options


@click.command("new", options_metavar="[OPTIES]")
@click.argument("types", metavar="[SOORT]…", nargs=-1, shell_complete=options.type_names)
@click.option(
    "-o",
    "--out",
    type=options.FILE,
    default=Path("dossier.yaml"),
    metavar="BESTAND",
    help="Naam van het nieuwe dossier. Zonder: dossier.yaml.",
)
@click.option(
    "--from",
    "sample",
    metavar="VOORBEELD",
    help="Begin met een voorbeeld: wijkkracht-spoordijk, alcoholbeleid-wolderwaard, wandelmaatjes-ggd, "
    "buurtprogramma-lijnbaan of voorbeeld-met-gebreken.",
)
@click.option("--all", "is_whole", is_flag=True, help="Schrijf ook elk veld uit dat kan wachten.")
@options.library
def command(types: tuple[str, ...], out: Path, sample: str | None, is_whole: bool, library: Path | None) -> int:
    """Maakt een dossier om in te vullen, met wat de genoemde documenten nodig hebben, in de volgorde waarin u werkt.

    Bij elk veld staat uitleg, en of het verplicht of aanbevolen is. Wat kan wachten, staat er als één regel met een #
    ervoor; met --all staat alles er open bij. Noemt u geen documenten, dan is het dossier voor alle documenten.

    Naast het dossier komt dossier.schema.json, zodat een editor kan helpen bij het invullen. Een bestand dat er al
    staat, blijft zoals het is.
    """
    from docgen.authoring.new_dossier import begin
    from docgen.cli import console
    from docgen.diagnostics.problem import visible

    for path, outcome in begin(console.open_library(library), types, out, sample, is_whole):
        click.echo(f"{outcome:<12} {visible(str(path))}")
    own = f" --library {library}" if library else ""
    click.echo(f"\nVul het dossier in en kijk wat er nog ontbreekt met: docgen check {visible(f'{out}{own}')}")
    return 0
