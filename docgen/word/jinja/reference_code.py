"""The code by which Jinja fills a part: made at once where the fast path does not cover the part, else when it is needed."""

from __future__ import annotations

import contextlib
import warnings
from types import CodeType
from typing import Any

from jinja2 import nodes

from docgen.word.jinja.metering import instrumented
from docgen.word.jinja.renderer import SOURCE_NAME, environment
from docgen.word.structure import soundness
from docgen.word.tags.scanner import NEW_LINE, unhide
from docgen.word.values.custom_filters import NONE, CustomFilters

ESCAPED_TAGS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}


def code_for(source: str, part: str, relations: frozenset[str], custom: CustomFilters = NONE) -> CodeType:
    """The code of a part that was compiled before, from its source; `relations` are the ids of its relations, `custom` the
    filters of a caller."""
    tree = instrumented(environment(draft=False).parse(source), custom.functions)
    with contextlib.suppress(soundness.Fault):  # it is not as Word writes it, and so nothing was held against it
        soundness.settle_ranges(tree, soundness.examine(tree, part, relations).ranges)
    return compile_tree(as_filled(tree), part, custom)


def as_filled(tree: nodes.Template) -> nodes.Template:
    """The tree with its texts as they are in a document: without what stood there for the tags; in place."""
    for text in soundness.texts_in(tree):
        data = text.data.replace(NEW_LINE, "").replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")
        data = unhide(data)
        for escaped, meant in ESCAPED_TAGS.items():
            data = data.replace(escaped, meant)
        text.data = data
    return tree


def compile_tree(tree: nodes.Template, part: str, custom: CustomFilters = NONE) -> CodeType:
    """The code that Jinja makes of a tree. Raises what Jinja and Python raise when that cannot be."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # Python's English about a tag that is odd but allowed
        code: Any = environment(False, custom).compile(tree, name=part, filename=SOURCE_NAME)
    return code  # type: ignore[no-any-return]
