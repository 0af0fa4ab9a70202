"""`docgen preview`: how the documents of a dossier look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options

if TYPE_CHECKING:
    from docgen.documents.preview import Previewed
    from docgen.office.conversion import Conversion


@click.command("preview", options_metavar="[OPTIES]")
@click.argument("dossier", metavar="DOSSIER")
@options.document
@click.option(
    "-o", "--out", type=options.FILE, default=Path("voorbeeld"), metavar="MAP",
    help="Map voor de bladzijden. Zonder: voorbeeld.",
)  # fmt: skip
@click.option("--pdf", is_flag=True, help="Eén PDF met alle documenten, in plaats van een beeld per bladzijde.")
@click.option("--open", "is_opened", is_flag=True, help="Open daarna de PDF of de map.")
@click.option(
    "--watch",
    is_flag=True,
    help="Opnieuw bij elke keer dat u opslaat: dossier, sjabloon of huisstijl. Stop met Ctrl-C.",
)
@options.house_style
@options.library
def command(
    dossier: str,
    documents: tuple[str, ...],
    out: Path,
    pdf: bool,
    is_opened: bool,
    watch: bool,
    house_style: Path | None,
    library: Path | None,
) -> int:
    """Laat zien hoe de documenten eruitzien: een beeld (PNG) per bladzijde, of één PDF. Vraagt LibreOffice.

    Heeft het dossier nog fouten, dan ziet u het concept. Er wordt geen Word-document bewaard: dat doet docgen render.
    Afsluitcode 0: gelukt; 2: niet te maken.
    """
    from docgen.cli.watch import at_each_save
    from docgen.office import pages
    from docgen.office import pdf as library_of_pdf
    from docgen.office.conversion import Conversion
    from docgen.office.program import find_program

    (library_of_pdf if pdf else pages).check_library()
    with Conversion(find_program()) as conversion:

        def look() -> None:
            _look(dossier, documents, out, pdf, house_style, library, conversion)

        if watch:
            at_each_save(look, (dossier, *([str(house_style)] if house_style else [])), library)
            return 0
        look()
    if is_opened:
        click.launch(str(out / "voorbeeld.pdf" if pdf else out))
    return 0


def _look(
    dossier: str, documents: tuple[str, ...], out: Path, pdf: bool, house_style: Path | None, library: Path | None,
    conversion: Conversion,
) -> None:  # fmt: skip
    """Draw the documents as the dossier is now, and tell what became other."""
    from docgen.cli import console
    from docgen.diagnostics.folding import summary
    from docgen.diagnostics.problem import visible
    from docgen.documents import preview
    from docgen.documents.gate import gate
    from docgen.documents.request import requests_for
    from docgen.dossier import check, load

    read = load(dossier, console.open_library(library))
    requests = requests_for(read, documents)
    stopping = gate(check(read, [request.kind for request in requests]), requests, False).stopping
    if stopping:
        click.echo(
            f"docgen: {summary(stopping)}; u ziet het concept. Alle meldingen: docgen check {visible(read.name)}",
            err=True,
        )
    if pdf:
        path = preview.join(read, requests, out, conversion, draft=bool(stopping), house_style=house_style)
        click.echo(f"gemaakt      {visible(str(path))}")
        return
    for one in preview.draw(read, requests, out, conversion, draft=bool(stopping), house_style=house_style):
        click.echo(f"{_told(one):<44} {visible(str(out / one.name))}-01.png")


def _told(one: Previewed) -> str:
    """What became other in a document."""
    from docgen.text.dutch import some_of

    whole = f"{one.count} bladzijde{'n' * (one.count > 1)}"
    if not one.changed:
        return f"{whole}, ongewijzigd"
    if len(one.changed) == one.count:
        return f"{whole}, getekend"
    numbers = some_of([str(number) for number in one.changed], 4)
    return f"{whole}, anders: {numbers}"
