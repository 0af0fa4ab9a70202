"""`docgen template`: look at a Word template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options, own_templates
from docgen.cli.commands.check import FORMS
from docgen.diagnostics.levels import LEVELS

if TYPE_CHECKING:
    from docgen.word.inspection.remark import Remark


@click.group("template", options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT …")
def command() -> None:
    """Voor wie de Word-sjablonen beheert."""


@command.command("check", options_metavar="[OPTIES]", short_help="Controleer sjablonen, zonder dossier.")
@click.argument("files", metavar="BESTAND…", nargs=-1, required=True, type=options.FILE)
@click.option(
    "-d",
    "--document",
    "asked",
    metavar="SOORT",
    shell_complete=options.type_names,
    help="Documentsoort waar de sjablonen voor zijn, bijvoorbeeld raadsvoorstel. Zonder: de naam van elk bestand.",
)
@options.form(FORMS, "Vorm van de meldingen: text, json, sarif (voor andere programma’s) of github.")
@options.level
@click.option(
    "--annotate",
    "copy",
    metavar="BESTAND",
    type=options.FILE,
    help="Maak ook een kopie van het sjabloon met bij elke melding een opmerking van Word.",
)
@click.option(
    "--try",
    "is_trial",
    is_flag=True,
    help="Maak het document ook, met het kleinste en het grootste dossier dat kan en met de voorbeelden.",
)
@options.library
def check(
    files: tuple[Path, ...],
    asked: str | None,
    form: str,
    level: str | None,
    copy: Path | None,
    is_trial: bool,
    library: Path | None,
) -> int:
    """Controleert Word-sjablonen en toont alles wat eraan schort, met de plaats en wat u kunt doen.

    De documentsoort is de naam van het bestand, of noemt u met -d: daarvan hangt af welke velden er zijn. Afsluitcode 0: geen
    fouten; 1: fouten; 2: niet te lezen.
    """
    from docgen.cli import console
    from docgen.diagnostics.problem import at_least, visible
    from docgen.documents.inspection.template_check import check_templates

    if copy and len(files) > 1:
        raise click.UsageError("met --annotate controleert u één sjabloon tegelijk")
    opened = console.open_library(library)
    found = check_templates(files, asked, opened, is_trial)
    shown = at_least(level or LEVELS[-1], found.problems)
    hidden = len(found.problems) - len(shown)
    console.findings(shown, form, len(files) - len(found.unread), hidden, found.unchecked, ("sjabloon", "sjablonen"))
    for fault in found.unread:
        click.echo(f"docgen: {visible(fault)}", err=True)
    if copy and not found.unread:
        _annotate(files[0], copy, found.to_annotate(level))
    counted = shown if level else at_least(LEVELS[0], found.problems)
    return 2 if found.unread else int(bool(counted))


def _annotate(template: Path, copy: Path, found: list[Remark]) -> None:
    """Write the copy with comments, and tell what came of it."""
    from docgen.diagnostics.problem import visible
    from docgen.documents.inspection.template_check import NO_TEMPLATE
    from docgen.documents.inspection.template_copies import write_annotated

    if any(one.code == NO_TEMPLATE for one in found):
        click.echo(f"docgen: er is geen kopie met opmerkingen: {visible(str(template))} is niet te lezen", err=True)
        return
    outcome = write_annotated(template, copy, found)
    count = "1 opmerking" if len(found) == 1 else f"{len(found)} opmerkingen"
    click.echo(f"{outcome} {visible(str(copy))} met {count}", err=True)


@command.command("text", options_metavar="[OPTIES]", short_help="Toon een Word-bestand als tekst.")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
def text(file: Path) -> None:
    """Toont een Word-bestand als tekst: een alinea per regel met de naam van het opmaakprofiel, tabellen met streepjes."""
    from docgen.word.plaintext import as_text

    click.echo(as_text(file), nl=False)


@command.command("code", options_metavar="[OPTIES]", short_help="Toon de code die docgen van een sjabloon maakt.")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
@click.option("--reference", is_flag=True, help="De code van Jinja, ook waar docgen snellere code heeft.")
def code(file: Path, reference: bool) -> None:
    """Toont per onderdeel van een sjabloon de Python-code waarmee docgen het vult. Voor wie aan docgen zelf werkt."""
    from docgen.word.compiler import generated_code

    for part in generated_code(file):
        path = "reference" if reference or not part.fast else "fast"
        click.echo(f"# {part.part}, {path} path\n\n{getattr(part, path).strip()}\n")


@command.command("fix", options_metavar="[OPTIES]", short_help="Herstel in een sjabloon wat zeker is.")
@click.argument("file", metavar="BESTAND", type=options.FILE)
@click.option("-o", "--out", metavar="NIEUW", required=True, type=options.FILE, help="Het nieuwe sjabloon.")
@click.option(
    "-d",
    "--document",
    "asked",
    metavar="SOORT",
    shell_complete=options.type_names,
    help="Documentsoort waar het sjabloon voor is. Zonder: de naam van het bestand.",
)
@options.library
def fix(file: Path, out: Path, asked: str | None, library: Path | None) -> int:
    """Maakt een nieuw sjabloon waarin hersteld is wat maar op één manier bedoeld kan zijn, en toont wat er veranderde.

    Haken die missen of los staan, aanhalingstekens van Word, wat niemand ziet, tags die Word in stukken sneed, en de koprij van een
    tabel. Wat niet zeker is, blijft staan. Het oude sjabloon verandert niet. Afsluitcode 0: er zijn geen fouten meer; 1: wel;
    2: niet te lezen of te schrijven.
    """
    from docgen.cli import console
    from docgen.diagnostics.problem import visible
    from docgen.documents.inspection import template_copies
    from docgen.documents.inspection.template_check import fix_template

    template_copies.refuse_source(file, out)
    made = fix_template(file, asked, console.open_library(library))
    for line in [*made.done, *made.difference]:
        click.secho(visible(line), fg={"+": "green", "-": "red"}.get(line[0]))
    if not made.parts:
        click.echo("er is niets dat docgen met zekerheid kan herstellen; er is niets geschreven")
    else:
        outcome = template_copies.write_copy(file, out, made.parts)
        click.echo(f"{outcome} {visible(str(out))}{made.unchecked}")
    if made.faults:
        console.problems(made.faults)
    return int(bool(made.faults))


for part in (own_templates.fields, own_templates.new, own_templates.preview, own_templates.diff):
    command.add_command(part)
