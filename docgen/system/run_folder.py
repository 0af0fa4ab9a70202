"""A folder through which files are written while something runs (`files.write`, `through`): once it is closed, who still
wants to write through it cannot, wherever that process is."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

from docgen.system import files

PREFIX = "bezig-"
SECONDS = 5.0  # to take away what a process elsewhere still has open


def make(parent: Path) -> Path:
    """A new folder inside `parent`, those of who was killed taken away. Raises `OutputError`."""
    for left in parent.glob(f"{PREFIX}*"):
        close(left)
    folder = parent / f"{PREFIX}{os.urandom(6).hex()}"
    files.make_folder(folder)
    return folder


def close(folder: Path) -> None:
    """Take a folder away with all that is unfinished in it."""
    until = time.monotonic() + SECONDS
    while folder.is_dir() and not folder.is_symlink() and time.monotonic() < until:
        with contextlib.suppress(OSError):
            for unfinished in folder.iterdir():
                unfinished.unlink(missing_ok=True)
            folder.rmdir()
            return
        time.sleep(0.02)
