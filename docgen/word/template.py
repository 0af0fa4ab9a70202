"""The former place of `compile_template`, for one release: import it from `docgen.word`."""

from docgen.word.compiler import compile_template

__all__ = ["compile_template"]
