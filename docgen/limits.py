"""A wall around work on what others made: a limit on time and, where the system has it, on memory."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from typing import Any

from docgen.errors import RenderError

SECONDS = 15
BYTES = 1_200_000_000


@contextlib.contextmanager
def within_time(what: str, seconds: float = SECONDS) -> Iterator[None]:
    """Raise `RenderError` when the work inside takes longer; `what` is named in the message.

    Needs the main thread and a system with interval timers; elsewhere the budget of the sandbox is the only wall.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: Any) -> None:
        raise RenderError(f"{what} duurt langer dan {seconds:g} seconden; het sjabloon vraagt te veel rekenwerk")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def limit_memory() -> None:
    """Let this process have at most `BYTES` of memory, where the system can hold it to that (not on Windows)."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or soft > BYTES:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (BYTES, hard))
