"""The template engine: a Word template compiled once, rendered many times.

Not here: dossiers and rules; a template gets a mapping of names. The rooms inside stand in order: `values`, `tags`, `xml`, `structure`, `fast`, `jinja`,
`charts`, `style`, `sanitize`, `typecheck`; what stands beside this text puts them together.
Begin with `compiler`, then `renderer`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen._lazy import importer

if TYPE_CHECKING:
    from docgen.word.compiler import compile_template
    from docgen.word.renderer import CompiledTemplate

__all__ = ["CompiledTemplate", "compile_template"]

__getattr__ = importer(
    __name__, {"CompiledTemplate": "docgen.word.renderer", "compile_template": "docgen.word.compiler"}
)
