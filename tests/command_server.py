"""Runs docgen's command in a process of its own that need not load everything first.

One process loads what the commands load, once; each command is a fork of it, with arguments, folder, surroundings and
files of its own. It is the real command but for the start of Python, which `test_app` and the tests of faults keep.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIBRARIES = (
    "babel.dates",
    "babel.numbers",
    "cerberus",
    "docxtpl",
    "openpyxl",
    "rich.console",
    "rich.table",
    "rich.progress",
)
SECONDS = 120


class CommandServer:
    """The process that waits for commands."""

    def __init__(self) -> None:
        start = [sys.executable, "-c", "from tests.command_server import serve; serve()"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            start, stdin=pipe, stdout=pipe, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        atexit.register(self.stop)

    def run(self, arguments: list[str], folder: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run one command; raises `subprocess.TimeoutExpired` as a process does."""
        assert self.process.stdin and self.process.stdout
        with tempfile.TemporaryDirectory(prefix="docgen-command-") as streams:
            Path(streams, "0").write_bytes(given)
            variables = {**os.environ, "PYTHONPATH": str(ROOT)}
            print(json.dumps([arguments, str(folder), variables, streams]), file=self.process.stdin, flush=True)
            code = json.loads(self.process.stdout.readline())
            if code is None:
                raise subprocess.TimeoutExpired(arguments, SECONDS)
            out, err = (Path(streams, name).read_bytes() for name in "12")
        return subprocess.CompletedProcess(arguments, code, out, err)

    def stop(self) -> None:
        """End it and wait for its end."""
        self.process.communicate()


def serve() -> None:
    """Load, then carry out every command that comes in and answer with its exit code."""
    import docgen

    for module in pkgutil.walk_packages(docgen.__path__, "docgen."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in LIBRARIES:
        importlib.import_module(name)
    gc.freeze()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _carry_out(*json.loads(line))
        print(json.dumps(_exit_code(child)), flush=True)


def _exit_code(child: int) -> int | None:
    signal.sigtimedwait({signal.SIGCHLD}, SECONDS)
    done, status = os.waitpid(child, os.WNOHANG)
    if done:
        return os.waitstatus_to_exitcode(status)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return None


def _carry_out(arguments: list[str], folder: str, variables: dict[str, str], streams: str) -> None:
    """Be the command, until its end."""
    code = 1
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        for number, flags in enumerate((os.O_RDONLY, os.O_WRONLY | os.O_CREAT, os.O_WRONLY | os.O_CREAT)):
            os.dup2(os.open(f"{streams}/{number}", flags), number)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - what was read ahead is of another
        os.environ.clear()
        os.environ.update(variables)
        os.chdir(folder)
        sys.argv = ["-c", *arguments]
        code = _called()
    finally:
        with contextlib.suppress(BaseException):
            threading._shutdown()  # type: ignore[attr-defined]
            atexit._run_exitfuncs()
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _called() -> int:
    from docgen.cli.app import run

    try:
        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0
