"""`docgen template fields`, `new`, `preview` and `diff`: for who makes a template of their own; part of `commands/template`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from docgen.cli import options

UNBOUND = 120  # columns where there is no screen
DOCUMENT = click.option(
    "-d",
    "--document",
    "asked",
    metavar="SOORT",
    shell_complete=options.type_names,
    help="Documentsoort waar het sjabloon voor is. Zonder: waar het mee begon, of de naam van het bestand.",
)
TYPE = click.argument("name", metavar="SOORT", shell_complete=options.type_names)


@click.command("fields", options_metavar="[OPTIES]", short_help="Toon wat een sjabloon van een soort kan noemen.")
@TYPE
@click.argument("word", metavar="[ZOEKWOORD]", required=False, default="")
@click.option(
    "--docx", "sheet", type=options.FILE, metavar="BESTAND", help="Schrijf een spiekbrief die zelf een sjabloon is."
)
@click.option(
    "--json-schema", "as_schema", is_flag=True, help="Toon de namen als JSON Schema, voor andere programma’s."
)
@options.library
def fields(name: str, word: str, sheet: Path | None, as_schema: bool, library: Path | None) -> int:
    """Toont elk veld, elke lijst en elk filter met wat het betekent, een voorbeeld en de tag om te kopiëren.

    Met een ZOEKWOORD alleen wat daarmee te maken heeft, bijvoorbeeld: docgen template fields jaarplan uren.
    """
    import json

    from docgen.cli import console, field_list
    from docgen.documents.own_templates.names import template_names
    from docgen.documents.own_templates.names_schema import names_schema
    from docgen.documents.own_templates.sample_data import sample_values
    from docgen.errors import DocgenError
    from docgen.word.typecheck import meanings

    opened = console.open_library(library)
    kind = opened.type_named(name)
    if as_schema:
        click.echo(json.dumps(names_schema(kind, opened), ensure_ascii=False, indent=1))
        return 0
    names = template_names(kind, opened, sample_values(kind, opened))
    if sheet:
        from docgen.documents.own_templates.cheat_sheet import cheat_sheet
        from docgen.documents.own_templates.start import write_new

        write_new(sheet, cheat_sheet(kind, opened, names))
        click.echo(f"gemaakt      {sheet}\n\nOpen de spiekbrief in Word en kopieer rijen of tabellen naar uw sjabloon.")
        return 0
    looked_for = word.casefold()
    found = [one for one in names if looked_for in f"{one.path} {one.meaning} {one.title}".casefold()]
    filters = [(one, meanings.USES[one], told) for one, told in meanings.FILTERS.items()]
    tests = [(f"is {one}", "", told) for one, told in meanings.TESTS.items()]
    filters, tests = ([row for row in rows if looked_for in " ".join(row).casefold()] for rows in (filters, tests))
    if not (found or filters or tests):
        raise DocgenError(
            f"in een sjabloon van {kind.name} gaat niets over ‘{word}’; probeer een ander of korter woord"
        )
    width = shutil.get_terminal_size((UNBOUND, 25)).columns
    shown = list(field_list.lines(found, width))
    for title, rows in (("Filters", filters), ("Toetsen", tests)):
        if rows:
            shown += [click.style(title, bold=True), *field_list.table(rows, width), ""]
    click.echo("\n".join(shown).rstrip())
    return 0


@click.command("new", options_metavar="[OPTIES]", short_help="Begin een eigen sjabloon met dat van docgen.")
@TYPE
@click.option(
    "-o", "--out", type=options.FILE, metavar="BESTAND", help="Naam van het nieuwe sjabloon. Zonder: SOORT.docx."
)
@options.library
def new(name: str, out: Path | None, library: Path | None) -> int:
    """Maakt een eigen sjabloon: dat van docgen, met de huisstijl erin, om in Word te veranderen.

    Het onthoudt van welke versie het begon, zodat docgen template diff later toont wat er bij docgen veranderde. Een bestand
    dat er al staat, blijft zoals het is.
    """
    from docgen.cli import console
    from docgen.diagnostics.problem import visible
    from docgen.documents.own_templates.start import begun_template, check_new, write_new

    opened = console.open_library(library)
    kind = opened.type_named(name)
    path = out or Path(f"{kind.name}.docx")
    check_new(path)
    write_new(path, begun_template(kind, opened))
    shown = visible(str(path))
    click.echo(f"gemaakt      {shown}\n")
    click.echo(f"""Zo gaat u verder:
  1. Verander het in Word. Wat tussen {{{{ }}}} en {{% %}} staat, vult docgen in.
     Wat u kunt noemen:        docgen template fields {kind.name}
  2. Controleer het:           docgen template check {shown} -d {kind.name}
  3. Kijk hoe het wordt:       docgen template preview {shown}
  4. Zet het als templates/{kind.name}.docx in een eigen map en gebruik die:
                               docgen render dossier.yaml --library MAP
  5. Na een nieuwe docgen:     docgen template diff {shown}""")
    return 0


@click.command("preview", options_metavar="[OPTIES]", short_help="Vul een sjabloon met een voorbeeld.")
@click.argument("file", metavar="BESTAND", type=options.FILE)
@click.argument("dossier", metavar="[DOSSIER]", type=options.FILE, required=False)
@DOCUMENT
@click.option(
    "-o", "--out", type=options.FILE, metavar="MAP", help="Map voor het voorbeeld. Zonder: BESTAND-voorbeeld."
)
@options.library
def preview(file: Path, dossier: Path | None, asked: str | None, out: Path | None, library: Path | None) -> int:
    """Vult een sjabloon met een voorbeeld van docgen, of met uw dossier, en schrijft het als Word-bestand.

    Staat LibreOffice op deze computer, dan ook als PDF en met een plaatje van elke bladzijde.
    """
    from docgen.cli import console
    from docgen.diagnostics.problem import visible
    from docgen.documents.own_templates.preview import kind_of_template, preview, write_preview
    from docgen.documents.production import DossierError
    from docgen.dossier import load

    opened = console.open_library(library)
    kind = kind_of_template(file, asked, opened)
    read = load(dossier, opened) if dossier else None
    try:
        filled = preview(file, kind, opened, read)
    except DossierError as error:
        console.problems(error.problems, err=True)
        click.echo(f"docgen: {error}", err=True)
        return 1
    shown = write_preview(filled.data, out or file.with_name(f"{file.stem}-voorbeeld"))
    for path in shown.paths:
        click.echo(f"gemaakt      {visible(str(path))}")
    click.echo(f"\nGevuld met {visible(filled.dossier)}.")
    if shown.missing:
        console.notices([f"niet alles is gemaakt: {shown.missing}"])
    return 0


@click.command("diff", options_metavar="[OPTIES]", short_help="Toon wat er verschilt tussen twee sjablonen.")
@click.argument("old", metavar="BESTAND", type=options.FILE)
@click.argument("new", metavar="[NIEUWER]", type=options.FILE, required=False)
@options.form(("text", "json"), "Vorm: text of json.")
@options.library
def diff(old: Path, new: Path | None, form: str, library: Path | None) -> int:
    """Toont welke velden, herhalingen, voorwaarden en teksten erbij kwamen, weg zijn of veranderden.

    Met één BESTAND dat met docgen template new begon: wat er sindsdien in het sjabloon van docgen veranderde en in het uwe nog
    niet. Afsluitcode 0: geen verschil; 1: wel.
    """
    import json
    from dataclasses import asdict

    from docgen.cli import console
    from docgen.diagnostics.problem import visible
    from docgen.documents.own_templates.comparison import differences, since_it_began
    from docgen.documents.own_templates.start import read_template

    if new:
        found = differences(read_template(old), read_template(new))
        head = "Geen verschil."
    else:
        found = since_it_began(old, console.open_library(library))
        head = "U hoeft niets over te nemen: het sjabloon van docgen is niet veranderd sinds het uwe begon."
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
        return int(bool(found))
    for one in found:
        click.echo(f"{one.how:<9}  {one.what:<10}  {visible(one.text)}")
        if one.was:
            click.echo(f"{'was':>9}  {'':<10}  {visible(one.was)}")
    if not found:
        click.echo(head)
    return int(bool(found))
