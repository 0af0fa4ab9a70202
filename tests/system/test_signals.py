"""Who asks a process to stop is heard once, and not in the middle of what must be finished."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests.conftest import ROOT

ASKED = """
import os, signal, sys
from docgen.system import signals as ending
def ask(): os.kill(os.getpid(), int(sys.argv[1]))
ending.install_handlers()
"""
ENDINGS = [(signal.SIGINT, "KeyboardInterrupt"), (signal.SIGTERM, "Terminated"), (signal.SIGHUP, "Terminated")]


def said(code: str, sign: int, **how) -> str:
    command = [sys.executable, "-c", ASKED + code, str(int(sign))]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=True, **how).stdout


@pytest.mark.parametrize(("sign", "name"), ENDINGS)
def test_who_asks_again_does_not_disturb_the_stopping(sign, name):
    code = """
try:
    ask()
except BaseException as error:
    ask()
    print(type(error).__name__)
"""
    assert said(code, sign) == f"{name}\n"


@pytest.mark.parametrize(("sign", "name"), ENDINGS)
def test_what_must_be_finished_is_finished_first(sign, name):
    code = """
try:
    with ending.deferred():
        ask()
        ask()
        print("klaar")
    print("en verder")
except BaseException as error:
    print(type(error).__name__)
"""
    assert said(code, sign) == f"klaar\n{name}\n"


@pytest.mark.parametrize(("sign", "_name"), ENDINGS)
def test_what_was_ignored_before_stays_ignored(sign, _name):
    code = """
with ending.deferred():
    ask()
ask()
print("gaat door")
"""
    assert said(code, sign, preexec_fn=lambda: signal.signal(sign, signal.SIG_IGN)) == "gaat door\n"
