"""`docgen diff`: what changed between two versions of a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options

if TYPE_CHECKING:
    from docgen.dossier import Dossier
    from docgen.library.library import Library
    from docgen.versions.wording import Told

FORMS = ("text", "json")


@click.command("diff", options_metavar="[OPTIES]")
@click.argument("before", metavar="OUD", type=click.Path(path_type=Path))
@click.argument("now", metavar="NIEUW", type=click.Path(path_type=Path))
@options.form(FORMS, "text, of json voor andere programma’s.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Schrijf de verschillen als tabellen in een nieuw Word-bestand (.docx).",
)
@options.library
def command(before: Path, now: Path, form: str, out: Path | None, library: Path | None) -> int:
    """Toont alles wat er veranderd is tussen twee versies van een dossier, in zinnen, per onderwerp.

    Een rij die alleen een ander kenmerk kreeg, wordt herkend. Afsluitcode 0: vergeleken; 1: een versie heeft fouten; 2: niet te lezen.
    """
    from docgen.cli import console
    from docgen.diagnostics.problem import visible
    from docgen.documents.gate import gate
    from docgen.dossier import load
    from docgen.versions.changes import changes
    from docgen.versions.wording import Names, told

    if out:
        _check_out(out)
    opened = console.open_library(library)
    old, new = load(before, opened), load(now, opened)
    if wrong := [*gate(old.loaded.problems).stopping, *gate(new.loaded.problems).stopping]:
        console.problems(wrong)
        click.echo("docgen: de versies zijn niet vergeleken: eerst deze fouten", err=True)
        return 1
    found = told(changes(old.data, new.data, opened.schema.root), Names(old.data, new.data))
    if form == "json":
        from json import dumps

        click.echo(dumps([one._asdict() for one in found], ensure_ascii=False, indent=2))
    else:
        for line in _lines(found):
            click.echo(visible(line))
    if out:
        _write(out, found, old, new, opened)
    return 0


def _lines(found: list[Told]) -> list[str]:
    from itertools import groupby

    if not found:
        return ["geen verschillen"]
    lines: list[str] = []
    for subject, rows in groupby(found, key=lambda one: one.subject):
        lines += [subject, *(f"- {' '.join(one.sentence.split())}" for one in rows), ""]
    count = len({one.subject for one in found})
    total = f"{len(found)} {'verschil' if len(found) == 1 else 'verschillen'}"
    return [*lines, f"{total} in {count} {'onderwerp' if count == 1 else 'onderwerpen'}"]


def _check_out(out: Path) -> None:
    """Refuse a place where no new Word file can come. Raises `OutputError`."""
    from docgen.errors import OutputError

    if out.suffix.lower() != ".docx":
        raise OutputError(f"{out} is geen .docx; kies een naam die eindigt op .docx")
    if out.exists():
        raise OutputError(f"{out} bestaat al; kies een andere naam of haal dat bestand eerst weg")


def _write(out: Path, found: list[Told], old: Dossier, new: Dossier, opened: Library) -> None:
    from docgen.errors import DocgenError
    from docgen.system import files
    from docgen.versions.word_table import word_table

    about = new.data.get("dossier") or {}
    versions = [str((one.data.get("dossier") or {}).get("versie") or "") for one in (old, new)]
    are_told = all(versions) and versions[0] != versions[1]
    first, last = (f"versie {one}" for one in versions) if are_told else (Path(one.name).name for one in (old, new))
    title = f"Wat er veranderd is in {about.get('titel') or Path(new.name).stem}"
    subtitle = f"Van {first} naar {last}"
    if opened.style_sheet is None:
        raise DocgenError("templates/huisstijl.docx van docgen ontbreekt; installeer docgen opnieuw")
    files.write(out, word_table(found, title, subtitle, opened.style_sheet))
    click.echo(f"gemaakt      {out}", err=True)
