"""One batch at a time in a folder: a lock that the system takes away when the process that has it ends, however.

On a disk that knows no such lock (some network shares) a file that only one process can make does its work. That stays
when its process is killed; who meets it is told whose it is, and to take it away.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from docgen.errors import OutputError
from docgen.system.files import reason
from docgen.system.foreign_disk import patiently

SECONDS = 3.0  # how long to wait for the workers of a batch that was just killed
TAKEN = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
HOLDER = ".bezet"  # behind the name of a lock: the file that stands for it
LONGEST_HOLDER = 300  # bytes
BUSY = "in {} is al een batch bezig; wacht tot die klaar is of kies een andere map"


@contextlib.contextmanager
def locked(file: Path, folder: Path) -> Iterator[None]:
    """Hold the lock of a folder. Raises `OutputError` when another batch has it."""
    handle = _open(file, os.O_RDWR | os.O_CREAT)
    try:
        with contextlib.nullcontext() if _wait_for(handle, folder) else _held(file.with_suffix(HOLDER), folder):
            yield
    finally:
        os.close(handle)


def _open(file: Path, flags: int) -> int:
    try:
        return os.open(file, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except FileExistsError:
        raise
    except OSError as error:
        raise OutputError(f"{file} is niet te maken: {reason(error)}") from error


def _wait_for(handle: int, folder: Path) -> bool:
    """Take the lock as soon as it is free; `False` when the disk knows no locks. Raises `OutputError`."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() <= deadline:
        try:
            _take(handle)
            return True
        except OSError as error:
            if error.errno not in TAKEN:
                return False
        time.sleep(0.05)
    raise OutputError(BUSY.format(folder))


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def _held(holder: Path, folder: Path) -> Iterator[None]:
    """Hold a folder by a file that was not there. Raises `OutputError` when it was."""
    try:
        handle = _open(holder, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    except FileExistsError as error:
        raise OutputError(_about(holder, folder)) from error
    try:
        with contextlib.suppress(OSError), os.fdopen(handle, "wb") as file:
            file.write(f"{os.getpid()} {socket.gethostname()}".encode())
        yield
    finally:
        with contextlib.suppress(OSError):
            patiently(lambda: holder.unlink(missing_ok=True))


def _about(holder: Path, folder: Path) -> str:
    """Whose batch holds a folder, and what to do."""
    process, _, computer = _read(holder).partition(" ")
    if computer == socket.gethostname() and process.isdecimal() and not _is_running(int(process)):
        return f"in {folder} staat het slot nog van een batch die is afgebroken; haal {holder} weg en geef dezelfde opdracht opnieuw"
    where = f" (op computer {computer})" if computer else ""
    return f"{BUSY.format(folder)}. Is die batch{where} afgebroken, haal dan {holder} weg"


def _read(holder: Path) -> str:
    try:
        with holder.open("rb") as file:
            return file.read(LONGEST_HOLDER).decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _is_running(process: int) -> bool:
    """Whether a process of this computer is there; where that cannot be asked without harm, it may be."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
