"""A header or footer of the house style in another document: its styles by name, its tabs to the margin of wider paper."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lxml import etree

from docgen.opc import relationships
from docgen.opc.relationships import W

STYLE, NAME, ID, VALUE = f"{W}style", f"{W}name", f"{W}styleId", f"{W}val"
STYLED = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
PARSER = etree.XMLParser(remove_blank_text=True, resolve_entities=False)


def parse(data: bytes) -> Any:
    """Parse a part without the white space between its elements."""
    return etree.fromstring(data, PARSER)


def fit_header(data: bytes, styles: bytes, house_styles: bytes, wider: int) -> bytes:
    """The bytes of a header: `styles` are those of the document, `house_styles` those it came with, `wider` is how much
    wider the paper is, in twentieths of a point."""
    same = _other_ids(styles, house_styles)
    if same:
        root = parse(data)
        for reference in root.iter(*STYLED):
            reference.set(VALUE, same.get(reference.get(VALUE), reference.get(VALUE)))
        data = relationships.to_bytes(root)
    if not wider:
        return data
    from docgen.word.style import tabs  # python-docx, for the few sections on wider paper

    return tabs.fit_tabs(data, styles, wider)


@lru_cache(maxsize=4)  # all headers of a template have the same styles
def _other_ids(styles: bytes, house_styles: bytes) -> dict[str, str]:
    """The ids that styles of the same name have in the document, where they are others; nobody may change it."""
    names = {name: identity for identity, name in _names(styles).items()}
    return {
        identity: names[name]
        for identity, name in _names(house_styles).items()
        if names.get(name, identity) != identity
    }


@lru_cache(maxsize=4)  # the same house style for every template
def _names(styles: bytes) -> dict[str, str]:
    """The names of styles by their id, in small letters."""
    found = {style.get(ID): style.find(NAME) for style in parse(styles).iterchildren(STYLE)}
    return {key: name.attrib[VALUE].lower() for key, name in found.items() if name is not None and name.attrib[VALUE]}
