"""The command line, run as a user runs it."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import docgen as api
from docgen._version import __version__
from tests.conftest import ROOT, SAMPLE

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|error|missing|invalid|no such|help|show|version|the|file|directory|try)\b",
    re.IGNORECASE,
)


def without_names(text: str) -> str:
    """Drop what is English by agreement: names of commands, options and files."""
    return re.sub(r"--?[\w-]+|\S*/\S*|\b(docgen|check|render|types|template|text|draft)\b|'[^']*'", "", text)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rendr"], "opdracht ‘rendr’ bestaat niet; bedoel je ‘render’?"),
        (["render", "x.yaml", "--ot", "y"], "Optie --ot bestaat niet."),
        (["render"], "Er ontbreekt 'DOSSIER"),
        (
            ["render", str(SAMPLE), "-d", "raadsvorstel"],
            "documentsoort ‘raadsvorstel’ bestaat niet; bedoel je ‘raadsvoorstel’?",
        ),
        (["render", str(SAMPLE), "-d", "overdracht:raad"], "heeft geen variant ‘raad’; er is: medewerker, bestuur"),
        (["render", str(SAMPLE), "--library", "weg"], "bibliotheek weg bestaat niet"),
        (["render", str(SAMPLE), "--house-style", "weg.docx"], "weg.docx is niet te lezen: het bestand bestaat niet"),
        (["render", "weg.yaml"], "weg.yaml is niet te lezen: het bestand bestaat niet"),
        (["check"], "Er ontbreekt 'DOSSIER"),
    ],
)
def test_what_cannot_run_ends_with_two_and_one_dutch_line(arguments, message, docgen):
    done = docgen(*arguments)
    assert done.code == 2 and message in done.err and "Traceback" not in done.err
    assert not ENGLISH.search(without_names(done.err)), done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["render", "--help"],
        ["types", "--help"],
        ["schema", "--help"],
        ["template", "--help"],
        ["template", "text", "--help"],
        ["types"],
    ],
)
def test_help_is_dutch(arguments, docgen):
    done = docgen(*arguments)
    assert done.code == 0 and not ENGLISH.search(without_names(done.out)), ENGLISH.findall(without_names(done.out))


def test_version(docgen):
    assert docgen("--version").out == f"docgen {__version__}\n"


@pytest.mark.parametrize("target", ["head", "full"])
def test_output_that_nobody_takes_gives_no_traceback(target):
    command = f"{sys.executable} -c 'from docgen.cli.app import run; run()' types"
    line = f"{command} | head -1" if target == "head" else f"{command} > /dev/full"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr
    assert target == "head" or (done.returncode == 2 and "uitvoer" in done.stderr)


def test_the_library_offers_load_check_and_render():
    dossier = api.load(SAMPLE)
    assert {problem.level for problem in api.check(dossier) if not problem.accepted} == {"advies"}
    assert api.render(dossier, "raadsbesluit")[:2] == b"PK"
    with pytest.raises(AttributeError):
        _ = api.nergens


def test_help_is_an_order_too_and_says_how_to_begin(docgen):
    assert docgen("help").out == docgen("--help").out
    assert "Begin met: docgen new raadsvoorstel -o dossier.yaml" in docgen("--help").out


def test_the_overview_tells_of_every_command_what_it_is_for_and_loads_none():
    named = {path.stem for path in (ROOT / "docgen" / "cli" / "commands").glob("*.py")} - {"__init__"}
    code = (
        "import sys; sys.argv = ['docgen', '--help']\n"
        "from docgen.cli.app import COMMANDS, docgen\n"
        "docgen.main(standalone_mode=False)\n"
        "print(*COMMANDS, sep='\\n', file=sys.stderr)\n"
        "print(*(name for name in sys.modules if name.startswith('docgen.cli.commands')), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    *commands, loaded = done.stderr.splitlines()
    assert set(commands) == named and loaded == ""
    told = dict(
        line.strip().split(maxsplit=1)
        for line in done.stdout.partition("Opdrachten:")[2].splitlines()[1 : 1 + len(commands)]
    )
    assert list(told) == commands and all(what.endswith(".") for what in told.values())


def test_debug_shows_what_docgen_does_on_the_way_and_where_an_error_came_from(docgen, tmp_path):
    done = docgen("--debug", "render", SAMPLE, "-d", "raadsbesluit", "--out", tmp_path / "uit")
    assert done.code == 0 and "docgen.word.cache: " in done.err and "raadsbesluit.docx" in done.err
    wrong = docgen("--debug", "render", "weg.yaml")
    assert wrong.code == 2 and "Traceback" in wrong.err and "docgen: dossier weg.yaml is niet te lezen" in wrong.err
    assert "Traceback" not in docgen("render", "weg.yaml").err


def test_a_bug_is_a_traceback_and_ends_with_two_which_is_no_mistake_in_a_dossier():
    code = "import click\nfrom docgen.cli.app import run\nclick.echo = None\nrun()"
    done = subprocess.run(
        [sys.executable, "-c", code, "explain", "FIN-01"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2 and done.stderr.startswith("Traceback") and "TypeError" in done.stderr
