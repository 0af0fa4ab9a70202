"""A batch as a process of its own, which a test can disturb."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import DOSSIERS, ROOT

SMALL = DOSSIERS / "minimaal-overeenkomst.yaml"
DOCGEN = [sys.executable, "-c", "from docgen.cli.app import run; run()"]
ROWS = 200  # in chunks of 12: a dozen are done or being done wherever a batch is disturbed


def write_list(folder: Path, rows: int = ROWS) -> None:
    lines = [f"Partner {number:05};Stad {number};directeur {number}\n" for number in range(rows)]
    (folder / "lijst.csv").write_text(
        "partner.naam;partner.plaats;partner.ondertekenaar\n" + "".join(lines), encoding="utf-8"
    )


def command(*more: str, out: str = "uit") -> list[str]:
    given = [
        "--partners",
        "lijst.csv",
        "-d",
        "overeenkomst",
        "--name",
        "{partner.naam}",
        "--out",
        out,
        "--workers",
        "2",
    ]
    return [*DOCGEN, "batch", str(SMALL), *given, *more]


def start(folder: Path, *more: str, **how) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)} | how.pop("env", {})
    pipe = subprocess.PIPE
    return subprocess.Popen(command(*more), cwd=folder, env=env, stdout=pipe, stderr=pipe, text=True, **how)


def batch(folder: Path, *more: str, **how) -> tuple[int, str, str]:
    process = start(folder, *more, **how)
    out, err = process.communicate(timeout=240)
    assert "Traceback" not in err, err
    return process.returncode, out, err


def documents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "uit").glob("*.docx")}


def wait_for(folder: Path, count: int, process: subprocess.Popen[str]) -> None:
    """Wait until so many documents are there."""
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        if (folder / "uit").is_dir() and sum(path.suffix == ".docx" for path in (folder / "uit").iterdir()) >= count:
            return
        time.sleep(0.005)


def assert_tidy(folder: Path, names: set[str]) -> None:
    """Nothing is there but the documents, the reports and what docgen keeps."""
    assert {path.name for path in (folder / "uit").iterdir()} == names | {".docgen", "verslag.json", "verslag.xlsx"}
    assert {path.name for path in (folder / "uit" / ".docgen").iterdir()} == {"journaal.jsonl", "slot"}
