"""Tags that take the place of what they stand in: {%p …%} of its paragraph, {%tr …%} of its row, {%tc …%} of its cell.
What else stands there would vanish without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.word.parts import W

PLACES = {
    "p": ("de alinea", "zet de tag in een eigen alinea"),
    "tr": ("de rij", "zet de tag in een eigen rij"),
    "tc": ("de cel", "zet de tag in een eigen cel"),
}
TAKING = {kind: re.compile(rf"\{{[{{%#]{kind}\s.*?[}}%#]\}}", re.DOTALL) for kind in PLACES}
PICTURES = ("drawing", "pict", "object")
NEARBY = 60


def crowded(root: Any) -> Iterator[str]:
    """What a template would lose: a Dutch line for every tag that does not stand alone."""
    for kind, (place, remedy) in PLACES.items():
        for element in root.iter(f"{W}{kind}"):
            inside = list(_own(element, f"{W}{kind}"))
            text = "".join(one.text or "" for one in inside if one.tag == f"{W}t")
            tag = TAKING[kind].search(text) if "{" in text else None
            if tag is None:
                continue
            left = " ".join(TAKING[kind].sub(" ", text).split())
            if left or any(one.tag != f"{W}t" for one in inside):
                lost = f"‘{left[:NEARBY]}’" if left else "een afbeelding"
                yield f"naast {tag[0][:NEARBY]} staat in {place} ook {lost}, en dat zou verdwijnen; {remedy}"


def _own(element: Any, name: str) -> Iterator[Any]:
    """The texts and pictures of an element that are in no inner element of the same kind."""
    wanted = [f"{W}t", *(f"{W}{picture}" for picture in PICTURES)]
    for one in element.iter(*wanted):
        if next(one.iterancestors(name)) is element:
            yield one
