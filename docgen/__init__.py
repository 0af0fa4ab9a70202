"""One validated YAML dossier becomes the formal Word documents of a Dutch municipal programme.

The three functions of the library; each is imported only when it is used::

    dossier = docgen.load("samples/wijkkracht-spoordijk.yaml")
    problems = docgen.check(dossier)
    data = docgen.render(dossier, "raadsvoorstel")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docgen.dossier import check, load
    from docgen.produce import render

__version__ = "0.1.0"
__all__ = ["check", "load", "render"]

HOMES = {"check": "docgen.dossier", "load": "docgen.dossier", "render": "docgen.produce"}


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'docgen' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(HOMES[name]), name)
