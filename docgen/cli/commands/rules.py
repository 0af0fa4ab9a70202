"""`docgen rules`: what docgen looks at beyond the shape of a dossier."""

from __future__ import annotations

import click


@click.command("rules", options_metavar="[OPTIES]")
def command() -> None:
    """Toont de regels per anker: code, hoe zwaar de melding weegt in een vastgesteld dossier, en waar de regel over gaat.

    Meer over één regel: docgen explain FIN-03.
    """
    from docgen.cli.console import COLOURS
    from docgen.rules.handbook import ANCHORS, title_of
    from docgen.rules.registry import EXPLAINED

    for anchor in ANCHORS:
        click.secho(anchor, bold=True)
        for rule in EXPLAINED:
            if anchor == rule.ANCHOR:
                level = click.style(f"{rule.LEVEL:<12}", fg=COLOURS[rule.LEVEL])
                click.echo(f"  {rule.CODE:<8}{level}  {title_of(rule)}")
        click.echo()
