"""Where the code of a field names a bookmark (ECMA-376 part 1, §17.16.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from docgen._lazy import regex

# a code as it stands in XML: a quotation mark in an attribute is an entity
TOKEN = regex(r'\\(?P<switch>.)|(?:"|&quot;)(?P<text>.*?)(?:"|&quot;|$)|(?P<word>\w+)|(?P<sign>=)', re.DOTALL)
BY_NAME = frozenset(("REF", "PAGEREF", "NOTEREF", "FTNREF"))  # what they take is a bookmark
IN_FORMULA = frozenset(("=", "IF", "COMPARE", "SET"))  # any word in it that is no text can be one
BEHIND_SWITCH = {"HYPERLINK": "l", "TOC": "b", "TOA": "b", "INDEX": "b", "XE": "r"}
OTHERS = frozenset(  # that name none
    [
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "STYLEREF",
        "TC",
        "TA",
        "TITLE",
        "SUBJECT",
        "AUTHOR",
        "KEYWORDS",
        "COMMENTS",
        "LASTSAVEDBY",
        "CREATEDATE",
        "SAVEDATE",
        "PRINTDATE",
        "EDITTIME",
        "REVNUM",
        "NUMCHARS",
        "NUMWORDS",
        "FILENAME",
        "FILESIZE",
        "TEMPLATE",
        "INFO",
        "DOCPROPERTY",
        "DOCVARIABLE",
        "USERNAME",
        "USERINITIALS",
        "USERADDRESS",
        "DATE",
        "TIME",
        "SYMBOL",
        "EQ",
        "QUOTE",
        "LISTNUM",
        "AUTONUM",
        "AUTONUMLGL",
        "AUTONUMOUT",
        "BIBLIOGRAPHY",
        "CITATION",
        "ADDIN",
        "ADVANCE",
        "PRIVATE",
        "FORMTEXT",
        "FORMCHECKBOX",
        "FORMDROPDOWN",
        "BARCODE",
        "DISPLAYBARCODE",
        "BIDIOUTLINE",
        "SHAPE",
        "AUTOTEXT",
        "AUTOTEXTLIST",
        "GLOSSARY",
    ]
)
IN_CONTENTS = frozenset(("PAGEREF", "HYPERLINK"))  # how a table of contents names its headings
OF_CONTENTS = "_Toc"  # Word makes these bookmarks anew with the table


class Pointer(NamedTuple):
    """The name of a bookmark in a code, and where it stands."""

    name: str
    start: int
    end: int


def pointers_in(code: str) -> Iterator[Pointer]:
    """Every word of a field's code that is a bookmark when there is one of that name."""
    kind, nth, switch = "", 0, ""
    for token in TOKEN.finditer(code):
        group = token.lastgroup or ""
        name, nth = token[group], nth + 1
        if nth == 1:
            kind = name.upper()
            if group == "word" and not _is_kind(kind):
                yield Pointer(name, *token.span(group))  # the name of a bookmark is a field by itself
        elif group == "switch":
            switch = name.lower()
        else:
            if _names_bookmark(kind, nth, switch, is_text=group == "text") and not _is_of_contents(name, kind):
                yield Pointer(name, *token.span(group))
            switch = ""


def _is_kind(word: str) -> bool:
    return word in BY_NAME or word in IN_FORMULA or word in BEHIND_SWITCH or word in OTHERS or word == "SEQ"


def _names_bookmark(kind: str, nth: int, switch: str, *, is_text: bool) -> bool:
    if kind in BEHIND_SWITCH:
        return switch == BEHIND_SWITCH[kind]
    return kind in BY_NAME or (kind == "SEQ" and nth > 2) or (kind in IN_FORMULA and not is_text)


def _is_of_contents(name: str, kind: str) -> bool:
    return kind in IN_CONTENTS and name.startswith(OF_CONTENTS)
