"""Waiting for a dossier to be saved: the only module that knows watchfiles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from docgen.diagnostics.problem import visible
from docgen.errors import DocgenError

PICTURES = (".jpg", ".jpeg", ".png")


def at_each_save(look: Callable[[], object], dossiers: tuple[str, ...], library: Path | None) -> None:
    """Look now and after every change of one of the files, until Ctrl-C; what fails half-way does not end it."""
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
    folders |= {below for folder in folders - own for below in folder.iterdir() if _has_pictures(below)}
    look()
    for changes in watch(*folders, recursive=False):
        changed = {Path(path).resolve() for _, path in changes}
        if changed & files or any(path.parent in own or _is_picture(path) for path in changed):
            click.clear()
            try:
                look()
            except DocgenError as error:  # a schema that is only half saved, for instance
                click.echo(f"docgen: {visible(str(error))}", err=True)


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in PICTURES


def _has_pictures(folder: Path) -> bool:
    """Whether a folder beside a dossier holds pictures, which it may name."""
    try:
        return folder.is_dir() and any(map(_is_picture, folder.iterdir()))
    except OSError:  # a folder of someone else
        return False
