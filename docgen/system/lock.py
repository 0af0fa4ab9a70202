"""One batch at a time in a folder: a lock that the system takes away when the process that has it ends, however."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from docgen.errors import OutputError
from docgen.system.files import reason

SECONDS = 3.0  # how long to wait for the workers of a batch that was just killed


@contextlib.contextmanager
def locked(file: Path, folder: Path) -> Iterator[None]:
    """Hold the lock of a folder. Raises `OutputError` when another batch has it."""
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError as error:
        raise OutputError(f"{file} is niet te maken: {reason(error)}") from error
    try:
        deadline = time.monotonic() + SECONDS
        while not _taken(handle):
            if time.monotonic() > deadline:
                raise OutputError(f"in {folder} is al een batch bezig; wacht tot die klaar is of kies een andere map")
            time.sleep(0.05)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
