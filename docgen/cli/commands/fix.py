"""`docgen fix`: put right in a dossier what is certain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import options

if TYPE_CHECKING:
    from docgen.diagnostics.problem import Problem
    from docgen.library.library import Library


@click.command("fix", options_metavar="[OPTIES]")
@click.argument("dossier", metavar="DOSSIER", type=click.Path(path_type=Path))
@click.option("--diff", "only_shown", is_flag=True, help="Toon alleen wat er zou veranderen.")
@click.option("--yes", "is_agreed", is_flag=True, help="Schrijf zonder te vragen wat zeker is, en niets anders.")
@options.library
def command(dossier: Path, only_shown: bool, is_agreed: bool, library: Path | None) -> int:
    """Herstelt de schrijfwijze van getallen, bedragen, datums en keuzes, en tekens die niemand ziet; toont eerst het verschil.

    Lijkt een kenmerk of naam op een andere, dan vraagt docgen of u die bedoelt. Wat niet zeker is, blijft staan. Het dossier van
    daarvoor komt ernaast, met .bak erachter. Afsluitcode 0: er zijn geen fouten meer; 1: wel; 2: niet te lezen of te schrijven.
    """
    from docgen.authoring.fixing import fixed
    from docgen.cli import console
    from docgen.diagnostics.levels import LEVELS
    from docgen.errors import OutputError

    if only_shown and is_agreed:
        raise click.UsageError("kies --diff of --yes: met --diff verandert docgen niets")
    opened = console.open_library(library)
    before = _read(dossier)
    text = _decoded(before, dossier)
    asks = not (only_shown or is_agreed)

    def check(changed: str) -> list[Problem]:
        return _findings(changed, dossier, opened)

    made = fixed(text, check, _ask if asks else None)
    left = [one for one in check(made.text) if one.level == LEVELS[0] and not one.accepted]
    if made.text == text:
        click.echo("er is niets dat docgen met zekerheid kan herstellen")
        return _left(left, dossier)
    for line in _difference(text, made.text, dossier):
        click.secho(line, fg={"+": "green", "-": "red"}.get(line[0]))
    if only_shown or not (is_agreed or console.agrees("Zo opslaan?")):
        click.echo("niets opgeslagen")
        return _left(left, dossier)
    if _read(dossier) != before:
        raise OutputError(f"{dossier} is intussen veranderd; probeer het opnieuw")
    kept = _save(dossier, before, made.text)
    count = len(made.done)
    click.echo(
        f"{count} {'melding' if count == 1 else 'meldingen'} hersteld in {dossier}; het dossier van daarvoor is {kept}"
    )
    return _left(left, dossier)


def _read(path: Path) -> bytes:
    from docgen.errors import SourceError

    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path} is niet te lezen; klopt de naam?") from error


def _decoded(data: bytes, path: Path) -> str:
    from docgen.errors import SourceError

    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path} is niet in UTF-8 opgeslagen; zie: docgen check {path}") from error


def _findings(text: str, path: Path, library: Library) -> list[Problem]:
    from docgen.dossier import check, loads

    return check(loads(text.encode(), str(path), library))


def _ask(problem: Problem, there: str, instead: str) -> bool:
    from docgen.cli import console
    from docgen.diagnostics.problem import visible

    click.echo(problem.headline())
    return console.agrees(visible(f"Bedoelt u hier ‘{instead}’ in plaats van ‘{there}’?"))


def _difference(before: str, after: str, path: Path) -> list[str]:
    """The lines that changed, as programs that compare texts show them."""
    from difflib import unified_diff

    from docgen.diagnostics.problem import visible

    lines = unified_diff(before.splitlines(), after.splitlines(), str(path), "hersteld", n=0, lineterm="")
    return [visible(line) for line in lines]


def _save(path: Path, before: bytes, text: str) -> Path:
    """Write the dossier, and what it was beside it under a name that is free."""
    from itertools import count

    from docgen.system import files

    names = (path.with_name(f"{path.name}.bak{number if number > 1 else ''}") for number in count(1))
    kept = next(name for name in names if not name.exists())
    files.write(kept, before)
    files.write(path, text.encode("utf-8"))
    return kept


def _left(found: list[Problem], path: Path) -> int:
    """Say how many mistakes are left; the exit code."""
    if found:
        count = "nog 1 fout" if len(found) == 1 else f"nog {len(found)} fouten"
        click.echo(f"{count}; zie: docgen check {path}")
    return int(bool(found))
