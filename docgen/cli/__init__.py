"""The command line: parse, call, print, exit. `run` is the entry point; it catches an interruption before anything is imported.

Not here: any decision about dossiers or documents. What a batch prints is here, what it does is in `batch/`.
Begin with `app`; each command is a module in `commands`.
"""

from __future__ import annotations

import sys


def run() -> None:
    """Run `docgen` and exit."""
    try:
        from docgen.cli.app import run as run_commands

        run_commands()
    except KeyboardInterrupt:
        sys.stderr.write("docgen: afgebroken\n")
        sys.exit(130)
