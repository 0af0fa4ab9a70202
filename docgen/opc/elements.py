"""An element of XML: its name without the namespace, and how it is taken out without what stands around it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=4096)
def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def remove(element: Any) -> None:
    """Take an element out; the text after it stays."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    if parent is None:
        return
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
