"""Shared parts of the tests: real dossiers, real Word files, the real programs that open them."""

from __future__ import annotations

import atexit
import gc
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

from docgen.dossier import load
from docgen.library.library import open_library
from docgen.rules.registry import find
from tests.command_server import CommandServer
from tests.limits import write_dossier_at_the_limits

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "wijkkracht-spoordijk.yaml"
DOSSIERS = ROOT / "tests" / "dossiers"
TYPES = (
    "borgingscheck",
    "borgingsplan",
    "geldstromenkaart",
    "jaarplan",
    "overdracht",
    "overeenkomst",
    "raadsbesluit",
    "raadsvoorstel",
    "voortgang",
)
REQUIRED = os.environ.get("DOCGEN_TOOLS_REQUIRED") == "1"
ACCEPT = os.environ.get("DOCGEN_ACCEPT") == "1"
# fixtures of which the use says what a test costs or needs -> the marker of such a test
MARKED_BY = {
    "office": "office",
    "validator_errors": "slow",
    "sarif_errors": "slow",
    "editor": "slow",
    "differences": "slow",
    "wheel": "slow",
    "docgen": "slow",
}
REAL_COMMANDS = "test_app"  # the file of which the tests run real commands
COMMANDS = ROOT / "tests" / "cli"  # the tests here run commands and are no less quick for it

if "PYTEST_XDIST_WORKER" not in os.environ:  # a worker has the surroundings of the process that started it
    # templates are compiled once for all tests and the processes they start; the tests of the cache have their own
    os.environ["DOCGEN_CACHE"] = tempfile.mkdtemp(prefix="docgen-tests-")
    atexit.register(shutil.rmtree, os.environ["DOCGEN_CACHE"], ignore_errors=True)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # nor is a module compiled for every process, as for no user
    signal.signal(signal.SIGINT, signal.default_int_handler)  # who starts tests in the background has both ignored
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use a fixture of which the cost or the need is known."""
    for item in items:
        for name in MARKED_BY.keys() & set(getattr(item, "fixturenames", ())):
            if name != "docgen" or COMMANDS not in item.path.parents:
                item.add_marker(MARKED_BY[name])


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A whole file is no name of a test: every worker makes it anew, with another time in it."""
    return argname if isinstance(val, bytes) and len(val) > 200 else None


def pytest_collection_finish() -> None:
    """Keep what pytest knows of thousands of tests out of every collection of garbage: those took a third of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if not found:
        reason = f"{name} is not installed"
        pytest.fail(f"{reason}, and DOCGEN_TOOLS_REQUIRED=1") if REQUIRED else pytest.skip(reason)
    return found


class Office:
    """LibreOffice, one conversion at a time, with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def pdf(self, *documents: Path) -> list[Path]:
        return self.converted("pdf", *documents)

    def converted(self, kind: str, *documents: Path) -> list[Path]:
        subprocess.run(
            [
                _tool("soffice"),
                f"-env:UserInstallation=file://{self.folder}/profile",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(self.folder),
                *map(str, documents),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return [self.folder / f"{document.stem}.{kind}" for document in documents]

    def text(self, pdf: Path, order: str = "-layout") -> str:
        return subprocess.run(
            [_tool("pdftotext"), order, str(pdf), "-"], check=True, capture_output=True, text=True
        ).stdout


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    _tool("soffice")
    return Office(tmp_path_factory.mktemp("office"))


def _itself(program: str) -> str:
    """The program that a script of Node only passes its arguments to, where it can be found; else the script."""
    around = Path(program).resolve().parents
    beside = (path for folder in around[:4] for path in folder.glob("ooxml-validator-*/ooxml-validator"))
    return next((str(path) for path in beside if os.access(path, os.X_OK)), program)


@pytest.fixture(scope="session")
def validator_errors():
    """A function that gives the errors the Open XML SDK finds in a .docx."""
    program = _itself(_tool("ooxml-validator"))
    env = {**os.environ, "DOTNET_TieredPGO": "0"}  # it ends long before it would have paid

    def errors(document: Path) -> list[str]:
        done = subprocess.run(
            [program, str(document)], capture_output=True, text=True, timeout=120, check=False, env=env
        )
        return [f"{e['description']} {e['path']}" for e in json.loads(done.stdout)["errors"]]

    return errors


@pytest.fixture
def sarif_errors(tmp_path: Path):
    """A function that gives what the reference validator of SARIF finds wrong in a text."""
    program = _tool("sarif-multitool")

    def errors(text: str) -> list[str]:
        (tmp_path / "findings.sarif").write_text(text, encoding="utf-8")
        done = subprocess.run(
            [program, "validate", "findings.sarif"],
            env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
            cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
        assert "Analysis completed successfully" in done.stdout
        return [line for line in done.stdout.splitlines() if ": error " in line]

    return errors


@pytest.fixture(scope="session")
def library():
    return open_library()


@pytest.fixture(scope="session")
def sample(library):
    return load(SAMPLE, library)


@pytest.fixture(scope="session")
def at_the_limits(tmp_path_factory: pytest.TempPathFactory, library):
    """20 parties, 200 tasks, long words and 12 years."""
    path = tmp_path_factory.mktemp("limits") / "grenzen.yaml"
    write_dossier_at_the_limits(path)
    return load(path, library)


class Run:
    """What a command did."""

    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8", "replace")
        self.err = done.stderr.decode("utf-8", "replace")


@cache
def command_server() -> CommandServer:
    """What all tests of a worker run their commands with."""
    return CommandServer()


@pytest.fixture
def docgen(tmp_path: Path, request: pytest.FixtureRequest):
    """Run the real command in an empty folder; for the tests of commands with all that happens at the start of Python."""
    return docgen_in(tmp_path, afresh=request.path.stem == REAL_COMMANDS)


def docgen_in(folder: Path, afresh: bool = False):
    """What runs the real command in a folder."""

    def run(*arguments: object, stdin: bytes = b"", cwd: Path = folder, env: dict[str, str] | None = None) -> Run:
        given = list(map(str, arguments))
        if not afresh and env is None:
            return Run(command_server().run(given, cwd, stdin))
        command = [sys.executable, "-c", "from docgen.cli.app import run; run()", *given]
        variables = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
        return Run(
            subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=variables, timeout=120, check=False)
        )

    return run


def about_shape(problems):
    """The findings that no rule of borging gave."""
    return [problem for problem in problems if find(problem.code) is None]


def compare_with_snapshot(name: str, text: str) -> None:
    """Compare with tests/snapshots/NAME; `make accept` writes it anew."""
    path = ROOT / "tests" / "snapshots" / name
    if ACCEPT:
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{name} has no snapshot yet: run make accept and read it"
    assert text == path.read_text(encoding="utf-8")
