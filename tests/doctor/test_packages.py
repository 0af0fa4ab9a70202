"""What is said of Python and of the packages."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from docgen.doctor import packages
from docgen.doctor.outcome import GOOD, MIND, WRONG
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def found():
    return {one.subject: one for one in packages.examine()}


def test_python_and_what_docgen_needs_are_named_with_their_versions(found):
    assert platform.python_version() in found["Python"].seen and found["Python"].state == GOOD
    assert "cerberus 1.3" in found["pakketten"].seen and "docxtpl" in found["pakketten"].seen


def test_what_is_not_there_says_what_for_and_how_to_get_it(tmp_path):
    """A Python that sees docgen, what it requires, and nothing else."""
    (tmp_path / "docgen-0.dist-info").mkdir()
    told = "Metadata-Version: 2.1\nName: docgen\nVersion: 0\nRequires-Dist: babel>=2\nRequires-Dist: pikepdf; extra == 'pdf'\n"
    (tmp_path / "docgen-0.dist-info" / "METADATA").write_text(told, encoding="utf-8")
    code = (
        "import sys; sys.path = [*sys.argv[1:], *[p for p in sys.path if 'site-packages' not in p]]\n"
        "from docgen.doctor import packages\n"
        "for one in packages.examine(): print('|'.join(one))\n"
    )
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, tmp_path, ROOT], capture_output=True, text=True, check=True
    )
    lines = run.stdout.splitlines()
    assert f'pikepdf|{MIND}|niet geïnstalleerd; nodig voor: --pdf|pip install "docgen[pdf]"' in lines
    assert f"pakketten|{WRONG}|niet gevonden: babel|pip install babel" in lines
