"""All that is looked at, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.doctor import computer, conversion, packages
from docgen.doctor.outcome import Outcome


def examine(folder: Path, house_style: Path | None) -> Iterator[Outcome]:
    """What docgen needs of this computer; `folder` is where it works, `house_style` the Word file that says which fonts, when there is one."""
    yield from packages.examine()
    yield from computer.examine(folder)
    if house_style:
        yield from conversion.examine(house_style)
