"""A wall around work on what others made: a limit on time and memory that holds whatever the work does.

The work is done in a child process that is ended when it takes too long: one long operation inside Python's own C code
cannot be interrupted in any other way. Where the system cannot fork (Windows) the budget of the sandbox is the only wall.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from docgen.errors import RenderError
from docgen.system import signals

SECONDS = 15.0
BYTES = 500_000_000  # beside what the process has when the work begins

T = TypeVar("T")


def run_isolated(work: Callable[[], T], what: str, seconds: float = SECONDS) -> T:
    """Do `work` and return what it returns (which must be plain data), within the limits.

    An exception inside is raised here. Raises `RenderError`, naming `what`, when time or memory ran out.
    """
    if not hasattr(os, "fork"):
        return work()
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_as_child(work, writing, seconds)
    os.close(writing)
    try:
        answer = _read_all(reading, time.monotonic() + seconds)
    finally:
        os.close(reading)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    if answer is None:
        raise RenderError(f"{what} duurt langer dan {seconds:g} seconden; het sjabloon vraagt te veel rekenwerk")
    if not answer:
        raise RenderError(f"{what} vraagt te veel geheugen")
    result: Any = pickle.loads(answer)
    if isinstance(result, BaseException):
        raise result
    return result  # type: ignore[no-any-return]


def _work_as_child(work: Callable[[], Any], writing: int, seconds: float) -> NoReturn:
    """Do the work, send the result (or the error that stopped it) and end without any cleaning up."""
    with contextlib.suppress(BaseException):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends a child whose parent was killed
        signal.setitimer(signal.ITIMER_REAL, seconds + 2)
        signals.ignore()
        limit_memory()
        try:
            answer = pickle.dumps(work())
        except MemoryError:
            answer = b""
        except Exception as error:
            error.add_note(traceback.format_exc())  # a bug keeps its place on the way to the parent
            answer = pickle.dumps(error)
        with os.fdopen(writing, "wb") as stream:
            stream.write(answer)
    os._exit(0)


@contextlib.contextmanager
def deadline(seconds: float = SECONDS) -> Iterator[None]:
    """End this process when the work inside takes longer; for a process that works for another one."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def limit_memory() -> None:
    """Let this process use no more than `BYTES` beside what it has, where the system can."""
    if not hasattr(os, "fork"):
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_address_space() + BYTES, hard))


def _address_space() -> int:
    """The bytes of memory this process has mapped already, 0 where the system does not tell."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def _read_all(reading: int, deadline: float) -> bytes | None:
    """Everything the child sends until it closes its end; `None` when the deadline came first."""
    pieces: list[bytes] = []
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([reading], [], [], left)[0]:
            return None
        piece = os.read(reading, 1 << 20)
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
