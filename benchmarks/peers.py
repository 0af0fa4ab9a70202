"""The other programs, each in an environment of its own under `benchmarks/.peers`: `make peers`, or on demand.

What cannot be installed or run is named as absent with the reason, and is never an error.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.agreement import CONDITIONS, LISTS, SENTENCE
from benchmarks.languages import DOCXTPL, Carbone, Language, MailMerge, Mustache

HERE = Path(__file__).parent
HOME = HERE / ".peers"
PATIENCE = 300  # seconds for one installation


class Absent(Exception):
    """A program that is not there; the message is the reason."""


@dataclass(frozen=True)
class Way:
    """One way to make the agreement: what it is called, how its worker starts, and its tag language."""

    title: str
    way: str
    packages: tuple[str, ...] = ()  # to install; none: docgen's own environment has it
    node: bool = False
    tags: Language = field(default_factory=lambda: DOCXTPL)
    count: int = 4  # documents a run

    @property
    def home(self) -> Path:
        """The environment of this way alone."""
        return HOME / self.packages[0]

    def command(self) -> list[str]:
        """How to start its worker, after installing it when needed. Raises `Absent`."""
        if self.node:
            _install(
                self.home, ["npm", "install", "--prefix", str(self.home), "--no-audit", "--no-fund", *self.packages]
            )
            return ["node", str(HERE / "worker.js"), self.way]
        if not self.packages:
            return [sys.executable, str(HERE / "worker.py"), self.way]
        python = str(self.home / "bin" / "python")
        _install(
            self.home,
            [sys.executable, "-m", "venv", str(self.home)],
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *self.packages],
        )
        return [python, str(HERE / "worker.py"), self.way]

    def environment(self) -> dict[str, str]:
        """The environment variables of its worker."""
        return {**os.environ, "NODE_PATH": str(self.home / "node_modules")} if self.node else dict(os.environ)

    def data(self, context: dict[str, Any]) -> dict[str, Any]:
        """The same data, in the form this program can read."""
        if self.tags is DOCXTPL:
            return context
        flat = {f"partner_{key}": value for key, value in context["partner"].items()}
        lists = {f"{name}_lijst": [{"regel": text} for text in context[f"{name}_lijst"]] for name, _ in LISTS}
        said = (
            {name: SENTENCE if context[name] else "" for name in CONDITIONS} if isinstance(self.tags, MailMerge) else {}
        )
        return {name: value for name, value in context.items() if name != "partner"} | flat | lists | said


WAYS = (
    Way("docgen, isal", "docgen-isal", count=60),
    Way("docgen, standard library", "docgen", count=60),
    Way("floor, isal", "floor-isal", count=60),
    Way("floor, standard library", "floor", count=60),
    Way("docxtpl", "docxtpl"),
    Way("rust-docxtpl", "docxtpl", ("rust-docxtpl",)),
    Way("docx-mailmerge2", "mailmerge", ("docx-mailmerge2",), tags=MailMerge()),
    Way("docxtemplater", "docxtemplater", ("docxtemplater", "pizzip"), node=True, tags=Mustache(), count=8),
    Way("easy-template-x", "easy-template-x", ("easy-template-x",), node=True, tags=Mustache(), count=8),
    Way("carbone", "carbone", ("carbone",), node=True, tags=Carbone(), count=8),
)


def _install(home: Path, *commands: Sequence[str]) -> None:
    """Run what installs a program, once; `ready` in its folder says that it is done."""
    if (home / "ready").exists():
        return
    home.mkdir(parents=True, exist_ok=True)
    for command in commands:
        try:
            subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE)
        except FileNotFoundError as error:
            raise Absent(f"{command[0]} is not installed") from error
        except subprocess.TimeoutExpired as error:
            raise Absent(f"installing takes longer than {PATIENCE} s") from error
        except subprocess.CalledProcessError as error:
            lines = [line for line in error.stderr.splitlines() if line.strip()] or [str(error)]
            raise Absent(f"cannot be installed: {lines[-1].strip()[:100]}") from error
    (home / "ready").touch()


def main() -> None:
    """Install all that can be installed."""
    for way in WAYS:
        try:
            way.command()
        except Absent as reason:
            print(f"{way.title}: {reason}")


if __name__ == "__main__":
    main()
