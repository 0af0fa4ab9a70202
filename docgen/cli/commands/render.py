"""`docgen render`: the documents of a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options

if TYPE_CHECKING:
    from docgen.documents.production import WrittenDocument


@click.command("render", options_metavar="[OPTIES]", short_help="Maak de Word-documenten van een dossier.")
@click.argument("dossier", metavar="DOSSIER")
@options.document
@click.option("--role", "roles", multiple=True, metavar="ROL", help="Maak de overdracht voor deze rol. Mag vaker.")
@click.option(
    "--compare",
    type=options.FILE,
    metavar="DOSSIER",
    help="Eerdere versie van het dossier: het document laat zien wat er veranderd is.",
)
@options.out
@options.draft
@options.overwrite
@options.house_style
@options.library
def command(
    dossier: str,
    documents: tuple[str, ...],
    roles: tuple[str, ...],
    compare: Path | None,
    out: Path,
    draft: bool,
    overwrite: bool,
    house_style: Path | None,
    library: Path | None,
) -> int:
    """Controleert een dossier en maakt de Word-documenten die het vraagt.

    Een document dat na het maken in Word is veranderd, blijft staan; de andere worden bijgewerkt. Met - leest docgen het
    dossier van de standaardinvoer. Afsluitcode 0: gemaakt; 1: fouten in het dossier, of een bewerkt document is ouder dan
    het dossier; 2: niet te maken.
    """
    from docgen.cli import console
    from docgen.diagnostics.problem import summary, visible
    from docgen.documents.gate import gate
    from docgen.documents.previous_version import load_previous
    from docgen.documents.production import PartlyWritten, write_documents
    from docgen.documents.request import requests_for
    from docgen.dossier import check, load
    from docgen.errors import DocgenError

    read = load(dossier, console.open_library(library))
    try:
        requests = requests_for(read, documents, roles)
    except DocgenError:
        if documents or not (faults := gate(check(read, [])).stopping):
            raise
        console.problems(faults, err=True)  # what is asked for may stand there, and be misread
        click.echo(f"docgen: {summary(faults)}; er is niets gemaakt", err=True)
        return 1
    before = load_previous(compare, read, requests) if compare else None
    problems = check(read, [request.kind for request in requests] if documents else None)
    verdict = gate(problems, requests, draft)
    console.problems(verdict.stopping or verdict.shown, err=True)
    if stopping := verdict.stopping:
        also = f"; alle meldingen: docgen check {visible(dossier)}" if len(problems) > len(stopping) else ""
        click.echo(f"docgen: {summary(stopping)}; er is niets gemaakt{also}", err=True)
        return 1
    try:
        written = write_documents(
            read, requests, out, draft=draft, overwrite=overwrite, house_style=house_style, earlier=before
        )
    except PartlyWritten as stopped:
        _show(stopped.written)
        if not stopped.is_outdated:
            raise
        click.echo(f"docgen: {visible(str(stopped))}", err=True)
        return 1
    _show(written)
    return 0


def _show(written: Sequence[WrittenDocument]) -> None:
    """What was written, and what is worth knowing of its template."""
    from docgen.cli import console
    from docgen.diagnostics.problem import visible

    console.notices(line for document in written for line in document.findings)
    width = max([12, *(len(document.outcome) for document in written)])
    for document in written:
        click.echo(f"{document.outcome:<{width}} {visible(str(document.path))}")
        for path in document.missing:
            click.echo(f"{'':<{width}} ontbreekt: {path}")
