"""Properties of a paragraph or run as text: one put in, replaced or taken out, in the order that Word's schema has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docgen._lazy import regex

CHILD = regex(r"<([\w:]+)(?:\s[^<>]*)?(?:/>|(?<!/)>.*?</\1>)", re.DOTALL)


def order(names: str) -> dict[str, int]:
    """The place of each property among its like."""
    return {name: place for place, name in enumerate(names.split())}


OF_PARAGRAPH = order(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
OF_RUN = order(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
ORDERS = {"pPr": OF_PARAGRAPH, "rPr": OF_RUN}


def children(properties: str) -> dict[str, str]:
    """The properties in `<w:pPr>…</w:pPr>` or `<w:rPr>…</w:rPr>`, by name without `w:`."""
    inside = properties[properties.find(">") + 1 : properties.rfind("</")]
    return {found[1].removeprefix("w:"): found[0] for found in CHILD.finditer(inside)}


def changed(kind: str, properties: str, new: Mapping[str, str]) -> str:
    """Properties with others in them; one that becomes an empty text is taken out."""
    kept = {name: one for name, one in {**children(properties), **new}.items() if one}
    places = ORDERS[kind]
    ordered = sorted(kept, key=lambda name: places.get(name, len(places)))
    return f"<w:{kind}>{''.join(kept[name] for name in ordered)}</w:{kind}>" if kept else ""
