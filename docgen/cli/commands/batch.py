"""`docgen batch`: a document for each of many."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import options


@click.command("batch", options_metavar="[OPTIES]")
@click.argument("dossiers", metavar="DOSSIER…", nargs=-1, required=True)
@options.document
@click.option(
    "--partners",
    type=options.FILE,
    metavar="LIJST",
    help="Lijst met partners (.xlsx, .csv of .yaml): een document per rij.",
)
@click.option(
    "--per",
    type=click.Choice(["partij", "rol"]),
    metavar="partij|rol",
    help="Een document per partij, gezien vanuit die partij; of per rol, zoals de overdracht.",
)
@options.out
@click.option("--name", default="", metavar="PATROON", help="Bestandsnaam, bijvoorbeeld '{partner.naam} - {type}'.")
@click.option("--dry-run", is_flag=True, help="Toon wat er zou gebeuren en schrijf niets.")
@click.option("--fail-fast", is_flag=True, help="Stop bij het eerste document dat niet lukt.")
@click.option(
    "--workers",
    type=click.IntRange(1, 256),
    metavar="AANTAL",
    help="Hoeveel processen tegelijk. Zonder: zoveel als de computer aankan.",
)
@click.option(
    "--executor",
    default="",
    metavar="ADRES",
    help="Verdeel het werk over een Dask-cluster: dask://host:8786, of tls://host:8786.",
)
@options.draft
@options.overwrite
@options.house_style
@options.library
@options.copies
def command(
    dossiers: tuple[str, ...],
    documents: tuple[str, ...],
    partners: Path | None,
    per: str | None,
    out: Path,
    name: str,
    dry_run: bool,
    fail_fast: bool,
    workers: int | None,
    executor: str,
    draft: bool,
    overwrite: bool,
    house_style: Path | None,
    library: Path | None,
    pdf: bool,
    pdfa: str | None,
    odt: bool,
) -> int:
    """Maakt in één keer veel documenten: één per rij van een lijst, per partij, per rol of per dossier.

    Een document dat niet lukt, houdt de andere niet tegen. Geef dezelfde opdracht opnieuw na een onderbreking of een
    wijziging: docgen maakt alleen wat nog niet klopt. Afsluitcode 0: alles is er; 1: sommige documenten zijn geweigerd;
    2: niet te maken, of docgen gaat zelf mis.
    """
    from docgen.batch.executors.runner import RunOptions
    from docgen.batch.order import Order
    from docgen.cli import batch_console

    order = Order(
        dossiers, documents, str(out), per or "", str(partners or ""), name, str(library or ""),
        str(house_style or ""), draft, overwrite, options.asked_copies(pdf, pdfa, odt),
    )  # fmt: skip
    run_options = RunOptions(workers or 0, executor, fail_fast)
    if dry_run:
        return batch_console.dry_run(order, run_options)
    return batch_console.run(order, run_options, options.find_copies(order.copies))
