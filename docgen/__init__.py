"""One validated YAML dossier becomes the formal Word documents of a Dutch municipal programme.

The functions of the library; each is imported only when it is used::

    dossier = docgen.load("samples/wijkkracht-spoordijk.yaml")
    problems = docgen.check(dossier)
    data = docgen.render(dossier, "raadsvoorstel")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen._lazy import importer
from docgen._version import __version__

if TYPE_CHECKING:
    from docgen.diagnostics.problem import Problem
    from docgen.documents.production import render, write_documents
    from docgen.dossier import Dossier, check, load, loads
    from docgen.errors import DocgenError
    from docgen.word.compiler import compile_template

__all__ = [
    "DocgenError",
    "Dossier",
    "Problem",
    "__version__",
    "check",
    "compile_template",
    "load",
    "loads",
    "render",
    "write_documents",
]

HOMES = {
    "DocgenError": "docgen.errors",
    "Dossier": "docgen.dossier",
    "Problem": "docgen.diagnostics.problem",
    "check": "docgen.dossier",
    "compile_template": "docgen.word.compiler",
    "load": "docgen.dossier",
    "loads": "docgen.dossier",
    "render": "docgen.documents.production",
    "write_documents": "docgen.documents.production",
}
__getattr__ = importer(__name__, HOMES)
