"""Whatever a console can show, docgen prints to it: what it cannot show becomes a question mark."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest

from docgen.cli import streams
from tests.conftest import ROOT, SAMPLE

DOCGEN = [sys.executable, "-c", "from docgen.cli.app import run; run()"]


def run(arguments, **surroundings):
    env = {**os.environ, "PYTHONPATH": str(ROOT), **surroundings}
    return subprocess.run([*DOCGEN, *map(str, arguments)], capture_output=True, env=env, cwd=ROOT, check=False)


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    ("surroundings", "encoding"),
    [(ASCII, "ascii"), ({"PYTHONIOENCODING": "ascii"}, "ascii"), ({"PYTHONIOENCODING": "cp1252"}, "cp1252")],
    ids=["a locale without letters", "ascii", "Windows"],
)
@pytest.mark.parametrize(
    "arguments", [["check", SAMPLE], ["fields", "raadsvoorstel"], ["rendr"]], ids=lambda one: one[0]
)
def test_a_console_that_knows_few_letters_gets_question_marks(arguments, surroundings, encoding):
    done = run(arguments, **surroundings)
    said = (done.stdout + done.stderr).decode(encoding)
    plain = run(arguments, PYTHONIOENCODING="utf-8")
    assert (done.returncode, "Traceback" in said, said != "") == (plain.returncode, False, True)
    expected = (plain.stdout + plain.stderr).decode().encode(encoding, "replace").decode(encoding)
    assert arguments[0] == "fields" or said == expected


def test_a_name_that_the_system_cannot_hold_is_refused_with_what_to_set(tmp_path):
    (tmp_path / "lijst.csv").write_text("partner.naam\nGGD Café →\n", "utf-8")
    asked = [ROOT / "tests" / "dossiers" / "minimaal-overeenkomst.yaml", "-d", "overeenkomst", "--workers", 1]
    asked += ["--partners", tmp_path / "lijst.csv", "--name", "{partner.naam}", "--out", tmp_path / "uit"]
    done = run(["batch", *asked], **ASCII)
    assert done.returncode == 1 and b"zelf mis" not in done.stderr
    assert b"(U+00E9); begin de opdracht met LC_ALL=C.UTF-8" in done.stderr
    assert run(["batch", *asked], **ASCII | {"LC_ALL": "C.UTF-8"}).returncode == 0
    assert (tmp_path / "uit" / "GGD Café →.docx").is_file()


def test_a_process_without_streams_prints_to_nobody(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", caught := io.StringIO())
    streams.prepare()
    print("‘→’ \udcff")
    assert sys.stderr is caught
