"""What a disk of others refuses without harm (a network share), or only for a moment (Word, OneDrive, a virus scanner)."""

from __future__ import annotations

import contextlib
import errno
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

SECONDS = 2.0  # in which what holds a file for a moment lets go
FIRST_PAUSE, LONGEST_PAUSE = 0.02, 0.25
NOT_OFFERED = {
    errno.EINVAL,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.EPERM,
    errno.EACCES,
    errno.ENOSYS,
    errno.ENOLCK,
    errno.ENOTTY,
    errno.EBADF,
    errno.EISDIR,
}
HELD = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}
FULL = {errno.ENOSPC, errno.EDQUOT}

T = TypeVar("T")


@contextlib.contextmanager
def may_be_refused() -> Iterator[None]:
    """Do what makes a file safer or neater, where the disk offers it: without it the file is as whole."""
    try:
        yield
    except OSError as error:
        if error.errno not in NOT_OFFERED:
            raise


def patiently(action: Callable[[], T], seconds: float = SECONDS) -> T:
    """Do something to a file that another program may hold for a moment; raises what the system says after so long."""
    until, pause = time.monotonic() + seconds, FIRST_PAUSE
    while True:
        try:
            return action()
        except OSError as error:
            is_held = isinstance(error, PermissionError) or error.errno in HELD
            if not is_held or time.monotonic() + pause > until:
                raise
        time.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
