"""The command `docgen`: parses, calls, prints and exits; knows nothing about dossiers.

Commands are imported only when they are used, so that `docgen --help` loads nothing but click.
"""

from __future__ import annotations

import contextlib
import gc
import sys
from importlib import import_module
from typing import Any

import click

from docgen._version import __version__
from docgen.cli import localization, streams
from docgen.errors import DocgenError
from docgen.system import signals
from docgen.system.log import Log

LOG = Log(__name__)
DONE, MISTAKES, CANNOT_RUN, INTERRUPTED, TERMINATED = 0, 1, 2, 130, 143
COMMANDS = {  # with what each is for, so that the overview imports none of them
    "new": "Begin een nieuw dossier.",
    "check": "Controleer een dossier en toon wat eraan schort.",
    "fix": "Herstel in een dossier wat zeker is.",
    "diff": "Toon wat er veranderd is tussen twee versies van een dossier.",
    "render": "Maak de Word-documenten van een dossier.",
    "preview": "Bekijk de bladzijden van de documenten van een dossier.",
    "batch": "Maak een document voor elke partner of partij.",
    "status": "Toon welke documenten niet meer kloppen met hun dossier.",
    "types": "Toon de documentsoorten.",
    "fields": "Toon de velden van een document.",
    "rules": "Toon de regels waaraan docgen een dossier toetst.",
    "explain": "Leg een melding uit: wat, waarom en hoe te herstellen.",
    "schema": "Toon het JSON Schema van een dossier, voor uw editor.",
    "template": "Controleer of bekijk een sjabloon.",
    "partners": "Maak een lijst voor partners.",
    "doctor": "Kijk of deze computer alles heeft wat docgen gebruikt.",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Opdrachten"):
            formatter.write_dl(list(COMMANDS.items()))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"docgen.cli.commands.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args[:1] == ["help"]:
            click.echo(ctx.get_help())
            ctx.exit()
        if args and args[0].lower() in COMMANDS:
            args = [args[0].lower(), *args[1:]]
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, n=1)
            hint = f"bedoel je ‘{close[0]}’?" if close else f"kies uit {', '.join(COMMANDS)}"
            ctx.fail(f"opdracht ‘{args[0]}’ bestaat niet; {hint}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT …",
    epilog="Begin met: docgen new raadsvoorstel -o dossier.yaml. Meer over een opdracht: docgen check --help.",
)
@click.version_option(__version__, "-V", "--version", message="docgen %(version)s", help="Toon de versie.")
@click.option("--debug", is_flag=True, help="Toon wat docgen onderweg doet, en bij een fout waar zij vandaan komt.")
def docgen(debug: bool) -> None:
    """Maakt van één dossier (YAML) de formele Word-documenten van een gemeentelijk programma."""
    if debug:
        import logging

        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s", stream=sys.stderr)


def run() -> None:
    """Run the command line and exit: 0 done, 1 mistakes in a dossier, 2 cannot run, 130 or 143 interrupted."""
    gc.set_threshold(50_000)  # a short process: looking for cycles less often is worth a twentieth of its time
    localization.speak_dutch()
    streams.prepare()
    signals.install_handlers()
    code = _exit_code()
    try:
        sys.stdout.flush()
    except OSError as error:
        code = _lost_output(error, code)
    except (KeyboardInterrupt, signals.Terminated):  # nobody read it
        code = INTERRUPTED
    signals.ignore()
    sys.exit(code)


def _exit_code() -> int:
    try:
        result = docgen.main(standalone_mode=False)
        return result if isinstance(result, int) else DONE
    except DocgenError as error:
        LOG.debug("stopped by", trace=True)
        return _complain(str(error))
    except click.ClickException as error:
        error.show()
        return CANNOT_RUN
    except (click.Abort, KeyboardInterrupt):
        return _complain("afgebroken; er is niets half geschreven", INTERRUPTED)
    except signals.Terminated:
        return _complain("gestopt; er is niets half geschreven", TERMINATED)
    except MemoryError:
        return _complain("er is niet genoeg geheugen voor dit dossier of sjabloon")
    except OSError as error:
        return _lost_output(error, CANNOT_RUN)
    except Exception:  # a bug, which is no mistake in a dossier
        import traceback  # only when something is wrong

        traceback.print_exc()
        return CANNOT_RUN


def _complain(message: str, code: int = CANNOT_RUN) -> int:
    from docgen.diagnostics.problem import visible

    with contextlib.suppress(OSError):
        click.echo(f"docgen: {visible(message)}", err=True)
    return code


def _lost_output(error: OSError, code: int) -> int:
    """Whoever read our output went away, or the place it went to is full."""
    sys.stdout = streams.nowhere()
    if isinstance(error, BrokenPipeError):
        return code or MISTAKES
    from docgen.system.files import reason

    return _complain(f"de uitvoer is niet te schrijven: {reason(error)}")
