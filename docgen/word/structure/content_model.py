"""Which element may stand in which, for what docgen fills: the part of WordprocessingML that tags can break.

From ECMA-376 part 1, §17 (CT_Body, CT_P, CT_R, CT_Tbl, CT_Row, CT_Tc …). Elements of other namespaces may stand anywhere
but in a text; what an element that is not in the table holds is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from docgen._lazy import regex

RICH = "\ufdd4"  # a value that brings its own elements
# a block of properties is one token: Word wrote it, and no tag stands in it but in an attribute
TOKEN = regex(
    r"<w:(?P<properties>pPr|rPr|tcPr|trPr|tblPr|sdtPr|sectPr)(?: [^<>]*[^/<>])?>.*?</w:(?P=properties)>"
    r"""|<(?P<end>/?)(?P<name>[\w.:-]+)(?P<attributes>(?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(?P<empty>/?)>"""
    r"|<!--.*?-->|<[?!][^>]*>|(?P<text>[^<]+)|(?P<broken><)",
    re.DOTALL,
)
PREFIX = regex(r"\sxmlns:([\w.-]+)=")


def _names(words: str) -> frozenset[str]:
    return frozenset(f"w:{name}" for name in words.split())


ANYWHERE = _names(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd permStart permEnd proofErr ins del moveFrom moveTo"
    " moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd customXmlInsRangeStart customXmlInsRangeEnd"
    " customXmlDelRangeStart customXmlDelRangeEnd customXmlMoveFromRangeStart customXmlMoveFromRangeEnd"
    " customXmlMoveToRangeStart customXmlMoveToRangeEnd sdt customXml"
)
BLOCKS = ANYWHERE | _names("p tbl altChunk")
INLINE = ANYWHERE | _names("r hyperlink fldSimple smartTag dir bdo subDoc")
IN_RUN = _names(
    "rPr t delText instrText delInstrText br tab cr sym noBreakHyphen softHyphen drawing pict object fldChar ruby ptab"
    " footnoteReference endnoteReference commentReference footnoteRef endnoteRef annotationRef separator continuationSeparator"
    " pgNum lastRenderedPageBreak dayShort monthShort yearShort dayLong monthLong yearLong contentPart"
)
IN_TABLE, IN_ROW = ANYWHERE | _names("tblPr tblGrid tr"), ANYWHERE | _names("tblPrEx trPr tc")
CONTENT = {
    "w:document": _names("background body"),
    "w:body": BLOCKS | _names("sectPr"),
    **dict.fromkeys(_names("hdr ftr footnote endnote comment txbxContent docPartBody"), BLOCKS),
    "w:footnotes": _names("footnote"),
    "w:endnotes": _names("endnote"),
    "w:tbl": IN_TABLE,
    "w:tr": IN_ROW,
    "w:tc": BLOCKS | _names("tcPr"),
    "w:p": INLINE | _names("pPr"),
    "w:r": IN_RUN,
    "w:hyperlink": INLINE,
    "w:fldSimple": INLINE | _names("fldData"),
    "w:smartTag": INLINE | _names("smartTagPr"),
    **dict.fromkeys(_names("dir bdo"), INLINE),
    "w:sdt": ANYWHERE | _names("sdtPr sdtEndPr sdtContent"),
    "w:sdtContent": BLOCKS | INLINE | _names("tr tc"),
}
TEXTS = _names("t delText instrText delInstrText fldData")  # these hold text, and no element
NOTES = _names("footnote endnote")  # each stands by itself
FIRST = {"w:p": "w:pPr", "w:r": "w:rPr", "w:tc": "w:tcPr"}  # what can only come before all else in it
# what a reader calls them, in messages
CALLED = {
    "w:body": "de tekst",
    "w:p": "een alinea",
    "w:r": "een alinea",
    "w:t": "de tekst van een alinea",
    "w:tc": "een tabelcel",
    "w:tr": "een tabelrij",
    "w:tbl": "een tabel",
}


class Misfit(Exception):
    """Something stands where Word does not read it: what to say, and where in what was fed."""

    def __init__(self, message: str, at: int = 0) -> None:
        super().__init__(message)
        self.at = at


class Walker:
    """Goes through markup, piece by piece, and knows what is open. `watch` is told of every element with its attributes,
    `hear` of the text in the code of a field."""

    def __init__(
        self, watch: Callable[[str, str], None] | None = None, hear: Callable[[str], None] | None = None
    ) -> None:
        self.open: list[str] = []
        self.begun: list[bool] = []  # whether each of these holds something
        self.prefixes: list[frozenset[str]] = [frozenset({"xml"})]
        self.watch, self.hear = watch, hear
        self.notes = 0  # that were begun
        self.at = 0  # of the element or text that is told

    def feed(self, xml: str) -> None:
        """Go on with a piece. Raises `Misfit` where something does not belong; an unfinished tag is one too."""
        for token in TOKEN.finditer(xml):
            kind = token.lastgroup
            if kind == "text":
                self._text(token)
            elif kind == "properties":
                self._begin(f"w:{token['properties']}", token)
            elif kind == "broken":
                raise Misfit("een tag breekt een element van Word", token.start())
            elif token["end"]:
                self._close(token)
            elif token["name"]:
                self._element(token)

    def _element(self, token: re.Match[str]) -> None:
        name, attributes = token["name"], token["attributes"]
        spaces = self.prefixes[-1]
        if "xmlns:" in attributes:
            spaces = spaces.union(PREFIX.findall(attributes))
        prefix, colon, _ = name.partition(":")
        if colon and prefix not in spaces:
            raise Misfit("een filter of macro verandert de opmaak in plaats van de tekst", token.start())
        self._begin(name, token)
        if self.watch:
            self.at = token.start()
            self.watch(name, attributes)
        self.notes += name in NOTES
        if not token["empty"]:
            self.open.append(name)
            self.begun.append(False)
            self.prefixes.append(spaces)

    def _begin(self, name: str, token: re.Match[str]) -> None:
        """An element begins in the one that is open."""
        if not self.open:
            return
        parent = self.open[-1]
        if parent in TEXTS:
            raise Misfit("hele alinea’s of tekst met opmaak komen hier midden in een tekst", token.start())
        if name.startswith("w:"):
            allowed = CONTENT.get(parent)
            if allowed is not None and name not in allowed:
                raise Misfit(
                    f"{CALLED.get(name, 'dit')} kan niet in {CALLED.get(parent, 'dit onderdeel')} staan", token.start()
                )
            if self.begun[-1] and FIRST.get(parent) == name:
                raise Misfit("de opmaak van een alinea of cel staat niet meer vooraan", token.start())
        self.begun[-1] = True

    def _close(self, token: re.Match[str]) -> None:
        if not self.open or self.open[-1] != token["name"]:
            raise Misfit("begin en eind van een herhaling of voorwaarde passen niet bij elkaar", token.start())
        self.open.pop()
        self.begun.pop()
        self.prefixes.pop()

    def _text(self, token: re.Match[str]) -> None:
        if self.open:
            text = token["text"].strip()
            parent = self.open[-1]
            if text.replace(RICH, "").strip() and parent.startswith("w:") and parent not in TEXTS:
                raise Misfit(
                    f"een waarde komt los in {CALLED.get(parent, 'dit onderdeel')}, buiten een tekst", token.start()
                )
            self.begun[-1] = self.begun[-1] or bool(text)
            if parent == "w:instrText" and self.hear:
                self.hear(token["text"])

    def state(self) -> tuple[str, ...]:
        """What is open, from the outside in."""
        return (*self.open, f"{self.notes}") if NOTES & {*self.open} else tuple(self.open)


def check(xml: str) -> None:
    """Raise `Misfit` when something in a finished part stands where Word does not read it."""
    Walker().feed(xml)


def place_called(stack: Iterable[str]) -> str:
    """The innermost thing that is open, as a reader calls it."""
    return next((CALLED[name] for name in reversed([*stack]) if name in CALLED and name != "w:r"), "de tekst")
