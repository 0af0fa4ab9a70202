"""`docgen render`: the documents of a dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options

if TYPE_CHECKING:
    from docgen.batch.order import Order
    from docgen.diagnostics.problem import Problem
    from docgen.documents.copies import Copies, WrittenCopy
    from docgen.documents.production import WrittenDocument
    from docgen.documents.request import DocumentRequest
    from docgen.dossier import Dossier
    from docgen.errors import DocgenError


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
@click.option(
    "--strict",
    is_flag=True,
    help="Schrijf geen document dat een belemmering heeft voor wie het laat voorlezen of slecht ziet.",
)
@options.house_style
@options.library
@options.copies
def command(
    dossier: str,
    documents: tuple[str, ...],
    roles: tuple[str, ...],
    compare: Path | None,
    out: Path,
    draft: bool,
    overwrite: bool,
    strict: bool,
    house_style: Path | None,
    library: Path | None,
    pdf: bool,
    pdfa: str | None,
    odt: bool,
) -> int:
    """Controleert een dossier en maakt de Word-documenten die het vraagt.

    Een document dat na het maken in Word is veranderd, blijft staan; de andere worden bijgewerkt. Met - leest docgen het
    dossier van de standaardinvoer. Afsluitcode 0: gemaakt; 1: fouten in het dossier, een bewerkt document is ouder dan
    het dossier, of met --strict een document met een belemmering; 2: niet te maken.
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
        copies=options.asked_copies(pdf, pdfa, odt),
    )
    return _write(order, read, requests, before, options.find_copies(order.copies), strict)


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
    from docgen.diagnostics.folding import summary
    from docgen.diagnostics.problem import visible
    from docgen.documents.concern import concerning
    from docgen.documents.gate import gate
    from docgen.dossier import check

    problems = check(read, [request.kind for request in requests] if is_named else None)
    verdict = gate(problems, requests, draft)
    if verdict.stopping:
        is_more = len(problems) > len(verdict.stopping)
        _refuse(verdict.stopping, f"; alle meldingen: docgen check {visible(read.name)}" if is_more else "")
    else:
        about = concerning(read, requests, verdict.shown)
        console.problems(about, err=True)
        if others := [problem for problem in verdict.shown if problem not in about]:
            click.echo(
                f"docgen: verder {summary(others)}, over andere documenten; alle: docgen check {visible(read.name)}",
                err=True,
            )
    return bool(verdict.stopping)


def _refuse(faults: list[Problem], also: str = "") -> None:
    from docgen.cli import console
    from docgen.diagnostics.folding import summary

    console.problems(faults, err=True)
    click.echo(f"docgen: {summary(faults)}; er is niets gemaakt{also}", err=True)


def _write(
    order: Order,
    read: Dossier,
    requests: list[DocumentRequest],
    before: Dossier | None,
    copies: Copies | None,
    strict: bool,
) -> int:
    """Write the documents and their copies, tell and note what came of each; the exit code."""
    from docgen.cli import console
    from docgen.documents.production import PartlyWritten, write_documents

    house = Path(order.house_style) if order.house_style else None
    stopped = None
    try:
        written = write_documents(
            read,
            requests,
            Path(order.out),
            draft=order.draft,
            overwrite=order.overwrite,
            house_style=house,
            earlier=before,
            strict=strict,
        )
    except PartlyWritten as error:
        stopped, written = error, error.written
        console.problems(stopped.problems, err=True)
    _tell(written)
    if strict:
        from docgen.word.inspection.finished import FOR_PEOPLE

        console.notices([FOR_PEOPLE])
    written, faults = _write_copies(written, copies, order.overwrite) if copies else (written, [])
    _note(order, read, written)
    if stopped and not stopped.is_outdated:
        raise stopped
    return _end([*([stopped] if stopped else []), *faults])


def _write_copies(
    written: Sequence[WrittenDocument], copies: Copies, overwrite: bool
) -> tuple[list[WrittenDocument], list[DocgenError]]:
    """Make a PDF or ODT of each document; the documents as they are now, and what went wrong."""
    from docgen.documents.copies import write_copies

    done = write_copies([document.path for document in written], copies, overwrite=overwrite)
    _show([copy for copy in done if not copy.fault])
    shas = {copy.path.stem: copy.renumbered for copy in done if copy.renumbered}
    now = [replace(document, sha=shas.get(document.path.stem, document.sha)) for document in written]
    return now, [copy.fault for copy in done if copy.fault]


def _end(faults: Sequence[DocgenError]) -> int:
    """Tell what went wrong; the exit code: 1 when something is only older than what was edited in it, else 2."""
    from docgen.diagnostics.problem import visible
    from docgen.documents.overwrite_guard import EditedError
    from docgen.documents.production import PartlyWritten

    for fault in faults:
        click.echo(f"docgen: {visible(str(fault))}", err=True)
    is_outdated = all(isinstance(fault, (PartlyWritten, EditedError)) for fault in faults)
    return (1 if is_outdated else 2) if faults else 0


def _tell(written: Sequence[WrittenDocument]) -> None:
    """What was written, and what is worth knowing of its template."""
    from docgen.cli import console

    console.notices(line for document in written for line in document.findings)
    _show(written)


def _note(order: Order, read: Dossier, written: Sequence[WrittenDocument]) -> None:
    """Note what was written, so that `docgen status` knows it."""
    from docgen.batch.rendered import note_rendered
    from docgen.cli import console

    if why := note_rendered(order, read, written):
        console.notices([f"docgen status kent deze documenten niet: {why}"])


def _show(written: Sequence[WrittenDocument | WrittenCopy]) -> None:
    from docgen.diagnostics.problem import visible

    width = max([12, *(len(document.outcome) for document in written)])
    for document in written:
        click.echo(f"{document.outcome:<{width}} {visible(str(document.path))}")
        for path in getattr(document, "missing", ()):
            click.echo(f"{'':<{width}} ontbreekt: {path}")
