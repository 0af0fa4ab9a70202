"""How this process is asked to stop, and what puts that off."""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Callable, Iterator
from typing import Any

SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
PATIENCE = 5.0  # seconds in which asking again is the same wish


class Terminated(BaseException):
    """The process was asked to stop by another."""


def install_handlers() -> None:
    """Have whoever asks this process to stop raise `KeyboardInterrupt` or `Terminated`; asking again does not disturb
    the stopping. What was ignored before (as nohup does) stays so."""
    asked: list[float] = []

    def end(number: int, _frame: Any) -> None:
        now = time.monotonic()
        if asked and now - asked[-1] < PATIENCE:
            return
        asked.append(now)
        raise KeyboardInterrupt if number == signal.SIGINT else Terminated

    _replace(end, [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN])


def ignore() -> None:
    """Hear no one who asks this process to stop: it ends already, or with the one that began it."""
    _replace(signal.SIG_IGN, SIGNALS)


@contextlib.contextmanager
def deferred() -> Iterator[None]:
    """Hear who asks this process to stop only after the work inside."""
    import threading  # here, as only who begins or stops another process needs it

    late: list[int] = []
    before: dict[int, Any] = {}
    if threading.current_thread() is threading.main_thread():
        before = {number: handler for number in SIGNALS if callable(handler := signal.getsignal(number))}
    _replace(lambda number, _frame: late.append(number), before)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in late[:1]:
        signal.raise_signal(number)


def _replace(handler: Callable[[int, Any], Any] | signal.Handlers, numbers: Any) -> None:
    for number in numbers:
        signal.signal(number, handler)
