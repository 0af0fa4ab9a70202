"""One validated YAML dossier becomes the formal Word documents of a Dutch municipal programme.

The three functions of the library; each is imported only when it is used::

    dossier = docgen.load("samples/wijkkracht-spoordijk.yaml")
    problems = docgen.check(dossier)
    data = docgen.render(dossier, "raadsvoorstel")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen._version import __version__

if TYPE_CHECKING:
    from docgen.documents.production import render
    from docgen.dossier import check, load

__all__ = ["__version__", "check", "load", "render"]

HOMES = {"check": "docgen.dossier", "load": "docgen.dossier", "render": "docgen.documents.production"}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'docgen' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(HOMES[name]), name)
