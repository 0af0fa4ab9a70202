"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.diagnostics.levels import LEVELS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from docgen.documents.copies import Copies

FILE = click.Path(path_type=Path)


def type_names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The document types whose name begins so, for the completion of a shell."""
    from click.shell_completion import CompletionItem

    from docgen.library.library import open_library

    types = open_library().types.values()
    return [CompletionItem(kind.name, help=kind.title) for kind in types if kind.name.startswith(incomplete)]


library = click.option(
    "--library",
    type=FILE,
    metavar="MAP",
    help="Eigen map met ‘schemas’, ‘templates’ of ‘checklists’; gaat voor die van docgen.",
)
document = click.option(
    "-d",
    "--document",
    "documents",
    multiple=True,
    metavar="SOORT",
    shell_complete=type_names,
    help="Documentsoort, bijvoorbeeld raadsvoorstel of overdracht:bestuur. Mag vaker. Zonder: alles wat het dossier vraagt.",
)
out = click.option(
    "-o",
    "--out",
    type=FILE,
    default=Path(),
    metavar="MAP",
    help="Map voor de documenten. Zonder: de huidige map.",
)
draft = click.option("--draft", is_flag=True, help="Maak een concept, ook als er nog gegevens ontbreken.")
overwrite = click.option("--overwrite", is_flag=True, help="Vervang ook een document dat na het maken is veranderd.")
house_style = click.option(
    "--house-style",
    type=FILE,
    metavar="BESTAND",
    help="Eigen huisstijl: een .docx waarvan de opmaak wordt overgenomen.",
)
PDF_LEVELS = ("1a", "2b", "3b")
pdf = click.option(
    "--pdf", is_flag=True, help="Maak naast elk document een toegankelijke PDF (PDF/A en PDF/UA). Vraagt LibreOffice."
)
pdfa = click.option(
    "--pdfa",
    type=click.Choice(PDF_LEVELS),
    metavar="NIVEAU",
    help="Maak de PDF als PDF/A-1a, -2b of -3b (1a, 2b of 3b). Zonder: 2b.",
)
odt = click.option(
    "--odt", is_flag=True, help="Maak naast elk document een ODT (OpenDocument), om te bewerken. Vraagt LibreOffice."
)
level = click.option(
    "--level",
    type=click.Choice(LEVELS),
    metavar="NIVEAU",
    help="Toon alleen dit niveau en zwaarder (fout, waarschuwing of advies); de afsluitcode is 1 als er iets te tonen is.",
)


def form(forms: Sequence[str], help_text: str) -> Callable[[Any], Any]:
    """The option --format of a command that can also write for another program."""
    kind = click.Choice(forms)
    return click.option("--format", "form", type=kind, default="text", metavar="VORM", help=help_text)


def copies(command: Any) -> Any:
    """The options that ask for copies of documents in other forms: `pdf`, `pdfa` and `odt`."""
    return pdf(pdfa(odt(command)))


def asked_copies(pdf: bool, pdfa: str | None, odt: bool) -> tuple[str, ...]:
    """The copies that those ask for, as an `Order` names them: "pdf/2b", "odt"."""
    return (*([f"pdf/{pdfa or '2b'}"] if pdf or pdfa else []), *(["odt"] if odt else []))


def find_copies(asked: Sequence[str]) -> Copies | None:
    """What makes those. Raises `DocgenError` when it is not installed."""
    if not asked:
        return None  # most commands make none, and load nothing for it
    from docgen.documents.copies import find_copies

    return find_copies(asked)
