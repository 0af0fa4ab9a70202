"""`docgen explain`: what a finding means, why it matters and how to repair it."""

from __future__ import annotations

import click


@click.command("explain", options_metavar="[OPTIES]")
@click.argument("codes", metavar="CODE…", nargs=-1, required=True)
def command(codes: tuple[str, ...]) -> None:
    """Legt een melding uit. De code staat achter de melding tussen haken, bijvoorbeeld FIN-03 of onbekend."""
    import shutil

    from docgen.rules.handbook import explanation

    width = max(60, min(shutil.get_terminal_size((100, 25)).columns, 100))
    texts = [explanation(code, width) for code in codes]  # all of them, or none when a code does not exist
    click.echo("\n\n".join(texts))
