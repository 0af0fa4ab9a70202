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
import struct
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from docgen.errors import LimitExceeded
from docgen.system import signals

SECONDS = 15.0
BYTES = 500_000_000  # beside what the process has when the work begins

SIZE = struct.Struct("!Q")  # before each answer of a child
NO_MEMORY = SIZE.pack(0)

T = TypeVar("T")


def run_isolated(work: Callable[[], T], what: str, seconds: float = SECONDS) -> T:
    """Do `work` and return what it returns (which must be plain data), within the limits.

    An exception inside is raised here. Raises `LimitExceeded`, naming `what`, when time or memory ran out.
    """
    (outcome,) = run_each_isolated([(what, work)], seconds)
    if isinstance(outcome, LimitExceeded):
        raise outcome
    return outcome


def run_each_isolated(
    works: Iterable[tuple[str, Callable[[], T]]], seconds: float = SECONDS
) -> Iterator[T | LimitExceeded]:
    """The same for several pieces of work, one after the other in one child process: each within the whole limit.

    A piece that breaks its limit gives `LimitExceeded`, and the others go on in a new child. An exception inside a piece
    is raised here.
    """
    if not hasattr(os, "fork"):
        yield from (work() for _, work in works)
        return
    waiting = list(works)
    while waiting:
        for outcome in _by_child(list(waiting), seconds):
            del waiting[0]
            yield outcome


def _by_child(works: list[tuple[str, Callable[[], T]]], seconds: float) -> Iterator[T | LimitExceeded]:
    """What a child process makes of pieces of work, until one breaks its limit."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = 0
    try:
        with signals.deferred():  # who is asked to stop between the two would leave a child behind
            child = os.fork()
            if child == 0:
                os.close(reading)
                _work_as_child([work for _, work in works], writing, seconds)
            os.close(writing)
        for what, _ in works:
            outcome = _outcome(reading, what, seconds)
            yield outcome
            if isinstance(outcome, LimitExceeded):
                return
    finally:
        os.close(reading)
        if child:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _outcome(reading: int, what: str, seconds: float) -> Any:
    deadline = time.monotonic() + seconds
    answer = _read(reading, SIZE.size, deadline)
    if answer == NO_MEMORY:
        return LimitExceeded(f"{what} vraagt te veel geheugen")
    if answer:
        answer = _read(reading, SIZE.unpack(answer)[0], deadline)
    if answer is None:
        return LimitExceeded(f"{what} duurt langer dan {seconds:g} seconden; het sjabloon vraagt te veel rekenwerk")
    if not answer:
        return LimitExceeded(
            f"bij {what} hield het werk onverwacht op, misschien door te weinig geheugen; probeer het opnieuw"
        )
    result = pickle.loads(answer)
    if isinstance(result, BaseException) and not isinstance(result, LimitExceeded):
        raise result
    return result


def _work_as_child(works: list[Callable[[], Any]], writing: int, seconds: float) -> NoReturn:
    """Do the work, send each result (or the error that stopped it) and end without any cleaning up."""
    with contextlib.suppress(BaseException), os.fdopen(writing, "wb") as stream:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends a child whose parent was killed
        signals.ignore()
        for work in works:
            with deadline(seconds + 2):
                limit_memory()
                answer = _answer(work)
            stream.write(SIZE.pack(len(answer)) + answer)
            stream.flush()
            if not answer:
                break
    os._exit(0)


def _answer(work: Callable[[], Any]) -> bytes:
    try:
        return pickle.dumps(work())
    except MemoryError:
        return b""
    except Exception as error:
        error.add_note(traceback.format_exc())  # a bug keeps its place on the way to the parent
        return pickle.dumps(error)


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


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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


def _read(reading: int, size: int, deadline: float) -> bytes | None:
    """So many bytes of what the child sends, none when it ends; `None` when the deadline came first."""
    pieces: list[bytes] = []
    while size > 0:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([reading], [], [], left)[0]:
            return None
        piece = os.read(reading, min(size, 1 << 20))
        if not piece:
            return b""
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
