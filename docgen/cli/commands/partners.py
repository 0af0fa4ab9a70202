"""`docgen partners`: a list of partners to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options


@click.group("partners", options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT …")
def command() -> None:
    """Voor een document per partner: een lijst in Excel met één rij voor elke partner."""


@command.command("template", options_metavar="[OPTIES]", short_help="Maak een lege lijst in Excel om in te vullen.")
@click.argument("dossier", metavar="DOSSIER")
@click.option(
    "-o",
    "--out",
    type=options.FILE,
    default=Path("partners.xlsx"),
    metavar="BESTAND",
    help="Naam van de nieuwe lijst. Zonder: partners.xlsx.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="VELD",
    help="Veld van het dossier dat per partner verschilt, zoals overeenkomst.ingang. Mag vaker.",
)
@options.library
def template(dossier: str, out: Path, columns: tuple[str, ...], library: Path | None) -> int:
    """Maakt een lijst om in te vullen: een kolom voor elk gegeven van een partner, met uitleg en keuzelijsten.

    Met --column komen er velden van het dossier bij, zoals overeenkomst.ingang of partijen[welzijn].naam. Een bestand
    dat er al staat, blijft zoals het is.
    """
    from docgen.cli import console
    from docgen.diagnostics.problem import visible
    from docgen.dossier import load
    from docgen.partners.form import make_form

    opened = console.open_library(library)
    make_form(load(dossier, opened), opened, columns, out)
    click.echo(f"{'gemaakt':<12} {visible(str(out))}")
    click.echo("\nVul op het blad Partners één rij in voor elke partner; het blad Uitleg legt uit hoe.")
    return 0
