"""`docgen status`: how the documents in a folder stand."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options

COLOURS = {
    "actueel": "green",
    "verouderd": "yellow",
    "bewerkt": "cyan",
    "weg": "red",
    "niet gemaakt": "red",
    "niet na te gaan": "yellow",
}


@click.command("status", options_metavar="[OPTIES]")
@click.argument("folder", metavar="MAP", type=options.FILE)
@click.option("--all", "everything", is_flag=True, help="Toon ook de documenten die kloppen.")
def command(folder: Path, everything: bool) -> int:
    """Vergelijkt de documenten in een map met hun dossier, lijst en sjabloon, en schrijft niets.

    Toont per document wat er veranderde, wat met de hand is bewerkt, wat weg is en wat nog niet is gemaakt.
    Afsluitcode 0: alles klopt; 1: niet alles klopt; 2: in deze map maakte docgen nog niets.
    """
    from collections import Counter

    from docgen.batch.document_status import CURRENT
    from docgen.batch.executors.runner import look_again
    from docgen.cli import batch_console, console
    from docgen.diagnostics.problem import visible

    found, plans, reasons = look_again(folder, batch_console.preview)
    for plan in plans:
        batch_console.tell_bugs(plan)
    if not plans and not found:
        click.echo(f"docgen: {visible('; '.join(reasons))}", err=True)
        return 1
    width = max([len(one.state) for one in found], default=0)
    counted, shown = Counter(one.state for one in found), Counter[str]()
    for one in found:
        shown[one.state] += 1
        state = click.style(f"{one.state:<{width}}", fg=COLOURS.get(one.state))
        if everything or (one.state != CURRENT and shown[one.state] <= batch_console.MOST_NAMED):
            click.echo(f"{state}  {visible(one.file or one.label)}{visible(f'  ({one.why})') if one.why else ''}")
        elif one.state != CURRENT and shown[one.state] == counted[one.state]:
            console.rest(counted[one.state] - batch_console.MOST_NAMED, f"{state}  ", "; toon ze met --all")
    click.echo(", ".join(f"{count} {state}" for state, count in counted.most_common()) or "geen documenten")
    return batch_console.BUG if any(plan.bugs for plan in plans) else int(set(counted) != {CURRENT})
