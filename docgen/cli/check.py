"""`docgen check`: what is wrong in a dossier, and where."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options


@click.command("check", options_metavar="[OPTIES]", short_help="Controleer een dossier en toon wat eraan schort.")
@click.argument("dossiers", metavar="DOSSIER…", nargs=-1, required=True)
@options.document
@options.library
def command(dossiers: tuple[str, ...], documents: tuple[str, ...], library: Path | None) -> int:
    """Controleert dossiers en toont alle meldingen, met regel, kolom en wat u kunt doen.

    Met - leest docgen van de standaardinvoer. Afsluitcode 0: geen fouten; 1: fouten; 2: niet te lezen.
    """
    from docgen.cli import show
    from docgen.doctypes import open_library
    from docgen.dossier import blocking, check, load
    from docgen.errors import SourceError
    from docgen.jobs import jobs_for
    from docgen.problem import Problem, summary, visible

    opened = open_library(library)
    found: list[Problem] = []
    unread: list[SourceError] = []
    for name in dossiers:
        try:
            dossier = load(name, opened)
        except SourceError as error:
            unread.append(error)
            continue
        kinds = [job.kind for job in jobs_for(dossier, documents)] if documents else None
        problems = check(dossier, kinds)
        show.problems(problems)
        found += problems
    count = len(dossiers) - len(unread)
    if count:
        click.echo(f"{summary(found)} in {count} {'dossier' if count == 1 else 'dossiers'}")
    for fault in unread:
        click.echo(f"docgen: {visible(str(fault))}", err=True)
    return 2 if unread else 1 if blocking(found) else 0
