"""The language of a document: that of its dossier, whatever the default of the program in which its house style was made."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from docgen._lazy import regex
from docgen.opc import relationships
from docgen.opc.relationships import W

LANGUAGE = "nl-NL"  # the only one that a dossier can have
SET = regex(rb"""(<w:lang\s[^>]*?w:val\s*=\s*["'])([^"']*)""")


@lru_cache(maxsize=4)  # the same house style for every template
def default_languages(styles: bytes) -> frozenset[str]:
    """The languages that a text has where nobody chose one: by its defaults, and by its standard style."""
    root: Any = relationships.parse(styles)
    standard = [style for style in root.iterfind(f"{W}style") if style.get(f"{W}default") in ("1", "true", "on")]
    found = [
        root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"),
        *(one.find(f"{W}rPr/{W}lang") for one in standard),
    ]
    return frozenset(one.get(f"{W}val", "") for one in found if one is not None) - {LANGUAGE}


def in_ours(data: bytes, defaults: Collection[str]) -> bytes:
    """A part with the language of the dossier where it has one of these; a language that somebody chose stays."""

    def ours(found: re.Match[bytes]) -> bytes:
        return found[1] + (LANGUAGE.encode() if found[2].decode() in defaults else found[2])

    return SET.sub(ours, data) if defaults else data


def set_default(styles: Any) -> None:
    """Let styles say the language of the dossier, which a text has else from the settings of who opens it."""
    place = styles
    for name in ("docDefaults", "rPrDefault", "rPr"):
        inner = place.find(f"{W}{name}")
        if inner is None:
            inner = place.makeelement(f"{W}{name}")
            place.insert(0, inner)
        place = inner
    spoken = place.find(f"{W}lang")
    if spoken is None:
        spoken = place.makeelement(f"{W}lang")
        place.append(spoken)
    spoken.set(f"{W}val", LANGUAGE)
