"""`docgen render`: the documents of a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options

if TYPE_CHECKING:
    from docgen.batch.order import Order
    from docgen.diagnostics.problem import Problem
    from docgen.documents.production import WrittenDocument
    from docgen.documents.request import DocumentRequest
    from docgen.dossier import Dossier


@click.command("render", options_metavar="[OPTIES]")
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
    from docgen.batch.order import Order
    from docgen.cli import console
    from docgen.documents.previous_version import load_previous
    from docgen.dossier import load

    read = load(dossier, console.open_library(library))
    requests = _requests(read, documents, roles)
    if requests is None:
        return 1
    before = load_previous(compare, read, requests) if compare else None
    if _is_stopped(read, requests, bool(documents), draft):
        return 1
    asked = tuple(request.name for request in requests) if roles else documents
    order = Order(
        (dossier,),
        asked,
        str(out),
        library=str(library or ""),
        house_style=str(house_style or ""),
        draft=draft,
        overwrite=overwrite,
    )
    return _write(order, read, requests, before)


def _requests(read: Dossier, documents: tuple[str, ...], roles: tuple[str, ...]) -> list[DocumentRequest] | None:
    """The documents asked for; none when that cannot be seen because of mistakes in the dossier, which are told."""
    from docgen.documents.gate import gate
    from docgen.documents.request import requests_for
    from docgen.dossier import check
    from docgen.errors import DocgenError

    try:
        return requests_for(read, documents, roles)
    except DocgenError:
        if documents or not (faults := gate(check(read, [])).stopping):
            raise
        _refuse(faults)  # what is asked for may stand there, and be misread
        return None


def _is_stopped(read: Dossier, requests: list[DocumentRequest], is_named: bool, draft: bool) -> bool:
    """Tell what is wrong in the dossier, and whether that stops the documents."""
    from docgen.cli import console
    from docgen.diagnostics.problem import visible
    from docgen.documents.gate import gate
    from docgen.dossier import check

    problems = check(read, [request.kind for request in requests] if is_named else None)
    verdict = gate(problems, requests, draft)
    if verdict.stopping:
        is_more = len(problems) > len(verdict.stopping)
        _refuse(verdict.stopping, f"; alle meldingen: docgen check {visible(read.name)}" if is_more else "")
    else:
        console.problems(verdict.shown, err=True)
    return bool(verdict.stopping)


def _refuse(faults: list[Problem], also: str = "") -> None:
    from docgen.cli import console
    from docgen.diagnostics.folding import summary

    console.problems(faults, err=True)
    click.echo(f"docgen: {summary(faults)}; er is niets gemaakt{also}", err=True)


def _write(order: Order, read: Dossier, requests: list[DocumentRequest], before: Dossier | None) -> int:
    """Write the documents, tell and note what came of each; the exit code."""
    from docgen.diagnostics.problem import visible
    from docgen.documents.production import PartlyWritten, write_documents

    house = Path(order.house_style) if order.house_style else None
    try:
        written = write_documents(
            read,
            requests,
            Path(order.out),
            draft=order.draft,
            overwrite=order.overwrite,
            house_style=house,
            earlier=before,
        )
    except PartlyWritten as stopped:
        _tell(order, read, stopped.written)
        if not stopped.is_outdated:
            raise
        click.echo(f"docgen: {visible(str(stopped))}", err=True)
        return 1
    _tell(order, read, written)
    return 0


def _tell(order: Order, read: Dossier, written: Sequence[WrittenDocument]) -> None:
    """What was written, and what is worth knowing of its template; `docgen status` will know it too."""
    from docgen.batch.rendered import note_rendered
    from docgen.cli import console

    console.notices(line for document in written for line in document.findings)
    _show(written)
    if why := note_rendered(order, read, written):
        console.notices([f"docgen status kent deze documenten niet: {why}"])


def _show(written: Sequence[WrittenDocument]) -> None:
    from docgen.diagnostics.problem import visible

    width = max([12, *(len(document.outcome) for document in written)])
    for document in written:
        click.echo(f"{document.outcome:<{width}} {visible(str(document.path))}")
        for path in document.missing:
            click.echo(f"{'':<{width}} ontbreekt: {path}")
