"""The command line. `run` is the entry point; it catches an interruption before anything is imported."""

from __future__ import annotations

import sys


def run() -> None:
    """Run `docgen` and exit."""
    try:
        from docgen.cli.main import run as run_commands

        run_commands()
    except KeyboardInterrupt:
        sys.stderr.write("docgen: afgebroken\n")
        sys.exit(130)
