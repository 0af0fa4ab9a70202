"""The settings of a document that are part of its look, as the house style has them."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from docgen.opc import relationships
from docgen.opc.archive import Parts
from docgen.opc.relationships import W
from docgen.word.sanitize import settings

EVEN_PAGES = "evenAndOddHeaders"
OFF = ("0", "false", "off")
OF_PAGES = (
    "mirrorMargins",
    "gutterAtTop",
    "alignBordersAndEdges",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
)
OF_COLOURS = ("clrSchemeMapping",)


def set_look(parts: Parts, house: Parts, names: Iterable[str]) -> None:
    """Have these settings in `parts` as `house` has them: with its value, or not at all."""
    if settings.PART not in parts or settings.PART not in house:
        return
    own, theirs = (relationships.parse(of[settings.PART]) for of in (parts, house))
    for name in names:
        for old in own.findall(f"{W}{name}"):
            own.remove(old)
        if (new := theirs.find(f"{W}{name}")) is not None:
            own.insert(settings.place_for(own, name), deepcopy(new))
    parts[settings.PART] = relationships.to_bytes(own)


def is_on(switch: Any) -> bool:
    """Whether a switch of Word is there and on."""
    return switch is not None and switch.get(f"{W}val") not in OFF


def has_even_pages(house: Parts) -> bool:
    """Whether even pages have headers and footers of their own."""
    data = house.get(settings.PART)
    return data is not None and is_on(relationships.parse(data).find(f"{W}{EVEN_PAGES}"))
