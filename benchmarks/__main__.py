"""All figures as tables: `make bench`; with `--markdown` as they stand in the README."""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime
from functools import partial

from benchmarks import cold, everything, render, rows


def main() -> None:
    """Measure everything, one thing after the other."""
    markdown = "--markdown" in sys.argv
    print(f"{datetime.now(UTC):%Y-%m-%d}, {machine()}. Only ratios within one run mean something.\n")
    tables = (render.table, partial(render.table, is_large=True), everything.table, rows.table, cold.table)
    for measured in tables:
        table = measured()
        print(table.as_markdown() if markdown else table.as_text(), flush=True)


def machine() -> str:
    """The class of this machine, in a few words."""
    return f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
