"""How far a batch is: a bar on a terminal, ten lines elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from docgen.cli.progress_bar import progress
from tests.conftest import ROOT


@pytest.mark.slow
def test_on_a_terminal_a_bar_shows_the_rate_and_the_time_left(folder):
    folder.write_list(*(f"P{number};Stad;directeur;Titel" for number in range(60)))
    order = ["batch", "dossier.yaml", "--partners", "lijst.csv", "-d", "overeenkomst", "--out", "uit", "--workers", "1"]
    program = (
        "import os, pty, sys\n"
        "shown = []\n"
        "def read(fd):\n    shown.append(os.read(fd, 4096))\n    return shown[-1]\n"
        "code = pty.spawn([sys.executable, '-c', 'from docgen.cli.app import run; run()', *sys.argv[1:]], read, lambda fd: b'')\n"
        "sys.exit(os.waitstatus_to_exitcode(code))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *order], cwd=folder.path, capture_output=True, timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "90", "TERM": "xterm"}, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", done.stdout.decode("utf-8", "replace"))
    assert done.returncode == 0, shown
    assert re.search(r"documenten .* \d+/60 \d+ per seconde \d:\d\d:\d\d", shown) and "60 gemaakt" in shown


def said(capsys, total, chunk):
    """What is said of so many documents in chunks of that size, where there is no terminal."""
    with progress(total) as on_progress:
        for start in range(0, total, chunk):
            on_progress(min(chunk, total - start))
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err.splitlines()


def test_without_a_terminal_there_is_a_line_for_every_tenth(capsys):
    assert said(capsys, 200, 1) == [f"{number} van 200 documenten" for number in range(20, 201, 20)]


def test_a_chunk_larger_than_a_tenth_has_one_line(capsys):
    assert said(capsys, 100, 50) == ["50 van 100 documenten", "100 van 100 documenten"]


def test_of_ten_documents_nothing_is_said(capsys):
    assert said(capsys, 10, 1) == []
