"""What is said of folders, of what is kept and of the terminal."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from docgen.doctor import computer
from docgen.doctor.outcome import GOOD, MIND
from tests.conftest import ROOT


def outcomes(folder):
    return {one.subject: one for one in computer.examine(folder)}


def test_a_folder_that_can_be_written_is_good_and_stays_empty(tmp_path):
    assert outcomes(tmp_path)["deze map"].state == GOOD
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told_with_a_remedy(tmp_path):
    found = outcomes(tmp_path / "weg")["deze map"]
    assert (found.state, found.remedy) == (
        MIND,
        "kies met --out een andere map",
    ) and "niet te beschrijven" in found.seen


def test_that_nothing_is_kept_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("DOCGEN_CACHE", "0")
    assert "uitgezet met DOCGEN_CACHE=0" in outcomes(tmp_path)["bewaarde sjablonen"].seen


def test_a_folder_that_is_synchronised_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("OneDrive", str(tmp_path))
    assert outcomes(tmp_path / "map")["gedeelde map"].state == MIND
    monkeypatch.setenv("OneDrive", str(tmp_path / "elders"))
    assert "gedeelde map" not in outcomes(tmp_path)


@pytest.mark.parametrize(("language", "state"), [("C.UTF-8", GOOD), ("C", MIND)])
def test_a_terminal_that_cannot_show_a_euro_sign_is_told(tmp_path, language, state):
    code = "import sys; from pathlib import Path; from docgen.doctor import computer\nfor one in computer.examine(Path(sys.argv[1])): print('|'.join(one).encode('ascii', 'replace').decode())"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": language, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    run = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True, env=env)
    assert f"terminal|{state}|" in run.stdout and f"taalinstelling|{state}|" in run.stdout
