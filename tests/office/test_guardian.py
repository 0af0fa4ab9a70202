"""Nothing of LibreOffice stays when docgen is killed, and when it is asked to stop."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.documents.production import render
from tests.conftest import ROOT

pytestmark = pytest.mark.faults
CODE = """
import sys
from pathlib import Path
from docgen.office import odt
from docgen.office.conversion import Conversion
from docgen.office.program import Program
with Conversion(Program(Path(sys.argv[1]), "0")) as conversion:
    print(conversion.folder, flush=True)
    list(conversion.convert([Path(sys.argv[2])], odt.TARGET))
"""


def running(word):
    """The processes whose command line has a word."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if word in (folder / "cmdline").read_text(encoding="utf-8", errors="replace"):
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def until(condition, seconds=20):
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.05)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at the processes of Linux")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_when_docgen_is_ended_neither_libreoffice_nor_its_folder_stays(sample, tmp_path, how):
    """A program in the place of LibreOffice runs, with a child, as long as nobody ends it."""
    slow, document = tmp_path / "soffice", tmp_path / "besluit.docx"
    slow.write_text(f"#!{sys.executable}\nimport os, time\nos.fork()\ntime.sleep(600)\n", encoding="utf-8")
    slow.chmod(0o755)
    document.write_bytes(render(sample, "raadsbesluit"))
    parent = subprocess.Popen(
        [sys.executable, "-c", CODE, slow, document], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    folder = Path(parent.stdout.readline().strip())
    until(lambda: len(running(str(slow))) >= 3)  # who asked, the program and its child
    parent.send_signal(how)
    parent.wait(timeout=20)
    until(lambda: not folder.exists() and not running(str(slow)))
