"""A process beside docgen that starts LibreOffice, and takes it and its folder away when docgen is gone, however it went.

Run as a script with the folder as its argument. A line on standard input is a command as JSON, to be run; an empty line
ends what runs. After each command it writes a line with the exit code. When standard input ends all is taken away.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

IS_POSIX = os.name == "posix"


def start(command: list[str], folder: str) -> subprocess.Popen[bytes]:
    """Start a program in a group of its own, so that all it starts can be ended with it."""
    group = 0 if IS_POSIX else getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    with Path(folder, "log").open("ab") as log:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            cwd=folder, start_new_session=IS_POSIX, creationflags=group,
        )  # fmt: skip


def end(running: subprocess.Popen[bytes] | None) -> None:
    """End a program and all that it started."""
    if running is None:
        return
    with contextlib.suppress(OSError):
        if IS_POSIX:
            os.killpg(running.pid, signal.SIGKILL)
        elif running.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(running.pid)], capture_output=True, check=False)
    running.wait()


def tell(running: subprocess.Popen[bytes]) -> None:
    """Write how a program ended, when it does."""
    code = running.wait()
    with contextlib.suppress(OSError, ValueError):
        print(code, flush=True)


def take_away(folder: str) -> None:
    """Remove a folder; a program that was just ended may hold a file of it for a moment."""
    for _ in range(50):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.lexists(folder):
            return
        time.sleep(0.1)


def main(folder: str) -> None:
    """Do what is asked until nobody asks any more."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # who is asked to stop closes standard input
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    running = None
    try:
        for line in sys.stdin:
            if not line.strip():
                end(running)
                continue
            running = start(json.loads(line), folder)
            threading.Thread(target=tell, args=(running,), daemon=True).start()
    finally:
        end(running)
        take_away(folder)


if __name__ == "__main__":
    main(sys.argv[1])
