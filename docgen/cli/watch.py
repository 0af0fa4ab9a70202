"""Waiting for a dossier to be saved: the only module that knows watchfiles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from docgen.errors import DocgenError


def each_change(dossiers: tuple[str, ...], library: Path | None) -> Iterator[None]:
    """Yield at the start and after every change of one of the files; ends with Ctrl-C."""
    try:
        from watchfiles import watch
    except ImportError as error:
        raise DocgenError("--watch vraagt het pakket watchfiles; installeer docgen[watch]") from error
    files = {Path(name).resolve() for name in dossiers}
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise DocgenError(f"--watch werkt op bestanden; {', '.join(missing)} is er niet")
    own = {path for kind in ("schemas", "templates") if library and (path := library.resolve() / kind).is_dir()}
    # editors save by renaming: the folder is watched, not the file
    folders = {path.parent for path in files} | own
    yield None
    for changes in watch(*folders, recursive=False):
        changed = {Path(path).resolve() for _, path in changes}
        if changed & files or any(path.parent in own for path in changed):
            click.clear()
            yield None
