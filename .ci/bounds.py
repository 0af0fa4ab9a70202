"""Print what docgen and its tests require by setup.cfg; with `lowest`, each at its lower bound."""

from __future__ import annotations

import configparser
import re
import sys
from pathlib import Path

EXTRAS = ("dask", "fast", "pdf", "watch", "test")  # those of which the tests see whether they work


def requirements(lowest: bool) -> list[str]:
    """The lines of a requirements file."""
    config = configparser.ConfigParser()
    config.read(Path(__file__).parent.parent / "setup.cfg", encoding="utf-8")
    parts = [config["options"]["install_requires"], *(config["options.extras_require"][name] for name in EXTRAS)]
    lines = [line for part in parts for line in part.splitlines() if line]
    return [re.sub(r">=([\w.]+).*", r"==\1", line) for line in lines] if lowest else lines


if __name__ == "__main__":
    print("\n".join(requirements("lowest" in sys.argv[1:])))
