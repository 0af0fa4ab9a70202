"""`docgen check`: what is wrong in a dossier, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from docgen.cli import options
from docgen.diagnostics.levels import LEVELS

if TYPE_CHECKING:
    from docgen.diagnostics.problem import Problem
    from docgen.library.library import Library

FORMS = ("text", "json", "sarif", "github")


class Wanted(NamedTuple):
    """Which findings to show: from this level on, without these codes, and only what is new since an earlier version."""

    level: str
    excluded: set[str]
    since: Path | None


@click.command("check", options_metavar="[OPTIES]")
@click.argument("dossiers", metavar="DOSSIER…", nargs=-1, required=True)
@options.document
@options.form(FORMS, "Vorm van de meldingen: text, json, sarif (voor andere programma’s) of github.")
@options.level
@click.option(
    "--select",
    multiple=True,
    metavar="REGEL",
    help="Alleen deze regels: een code (FIN-03), groep (FIN) of anker (Financiën). Mag vaker. Zie docgen rules.",
)
@click.option("--ignore", multiple=True, metavar="REGEL", help="Deze regels niet. Mag vaker.")
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="DOSSIER",
    help="Toon alleen wat nieuw is sinds deze eerdere versie van het dossier.",
)
@click.option("--watch", is_flag=True, help="Controleer opnieuw zodra u een dossier opslaat. Stop met Ctrl-C.")
@options.library
def command(
    dossiers: tuple[str, ...],
    documents: tuple[str, ...],
    form: str,
    level: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    since: Path | None,
    watch: bool,
    library: Path | None,
) -> int:
    """Controleert dossiers en toont alle meldingen, met regel, kolom en wat u kunt doen.

    Met - leest docgen van de standaardinvoer. Afsluitcode 0: geen fouten; 1: fouten; 2: niet te lezen. Met --since tellen
    alleen nieuwe meldingen.
    """
    from docgen.documents.gate import gate
    from docgen.rules.selection import excluded_codes

    if since and len(dossiers) > 1:
        raise click.UsageError("--since vergelijkt één dossier; geef er één")
    wanted = Wanted(level or LEVELS[-1], excluded_codes(select, ignore), since)
    if watch:
        from docgen.cli.watch import at_each_save

        at_each_save(lambda: _check_all(dossiers, documents, form, wanted, library), dossiers, library)
    found, unread = _check_all(dossiers, documents, form, wanted, library)
    counted = [problem for problem in found if not problem.accepted] if level else gate(found).stopping
    return 2 if unread else int(bool(counted))


def _check_all(
    dossiers: tuple[str, ...],
    documents: tuple[str, ...],
    form: str,
    wanted: Wanted,
    library: Path | None,
) -> tuple[list[Problem], bool]:
    from docgen.cli import console
    from docgen.diagnostics.earlier import new_since
    from docgen.diagnostics.problem import at_least, visible
    from docgen.diagnostics.remainder import remainder
    from docgen.errors import SourceError

    opened = console.open_library(library)
    found: list[Problem] = []
    every: list[Problem] = []
    unread: list[str] = []
    hidden = 0
    for name in dossiers:
        try:
            problems = _problems_of(name, documents, opened)
            earlier = _problems_of(str(wanted.since), documents, opened) if wanted.since else []
        except SourceError as error:
            hint = f"; een documentsoort noemt u met -d {name}" if name in opened.types else ""
            unread.append(f"{error}{hint}")
            continue
        shown = new_since(earlier, problems)
        found += [problem for problem in at_least(wanted.level, shown) if problem.code not in wanted.excluded]
        hidden += len(problems)
        every += problems
    console.findings(found, form, len(dossiers) - len(unread), hidden - len(found), remainder(every))
    for fault in unread:
        click.echo(f"docgen: {visible(fault)}", err=True)
    return found, bool(unread)


def _problems_of(name: str, documents: tuple[str, ...], library: Library) -> list[Problem]:
    from docgen.documents.request import requests_for
    from docgen.dossier import check, load

    dossier = load(name, library)
    return check(dossier, [request.kind for request in requests_for(dossier, documents)] if documents else None)
