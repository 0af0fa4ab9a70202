"""The fields of Word in a part: which there are, and whether they fetch nothing and ask nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docgen._lazy import regex
from docgen.opc.elements import remove
from docgen.opc.relationships import W
from docgen.word.sanitize import allowlist
from docgen.word.sanitize.cleaning import Part, Report
from docgen.word.tags import location

INNER = "\0"  # stands in an instruction where the result of another field comes
INSTRUCTION = regex(r"\s*(=|[^\s\\\"“”„]*)(.*)", re.DOTALL)
ARGUMENT = regex(r"\\(.)|[\"“”„]([^\"“”„]*)[\"“”„]?|([^\s\\\"“”„]+)", re.DOTALL)
WITH_VALUE = frozenset("lot")  # switches of a link that something follows: bookmark, tip, window
TO_TEXT = "klik erop en druk op Ctrl+Shift+F9, zodat het gewone tekst wordt"


@dataclass
class Field:
    """A field: its instruction, and the elements that make it one (not its result)."""

    instruction: str = ""
    elements: list[Any] = field(default_factory=list)
    is_open: bool = True  # its instruction still goes on

    @property
    def _first(self) -> str:
        return INSTRUCTION.match(self.instruction)[1]  # type: ignore[index]  # it matches everything

    @property
    def name(self) -> str:
        """The first word of the instruction in capitals, without what cannot be seen."""
        return _visible(self._first.split(INNER)[0]).upper()

    @property
    def has_open_name(self) -> bool:
        """Whether another field says what the first word is."""
        return INNER in self._first and self.name not in allowlist.KEPT_FIELDS and not self.is_open

    @property
    def arguments(self) -> list[str]:
        """What follows the name as it is written, without switches and what belongs to them."""
        found: list[str] = []
        switch = ""
        for token in ARGUMENT.finditer(INSTRUCTION.match(self.instruction)[2]):  # type: ignore[index]
            if token[1] is None and switch.lower() not in WITH_VALUE:
                found.append((token[2] if token[2] is not None else token[3]).strip())
            switch = token[1] or ""
        return [argument for argument in found if _visible(argument)]

    @property
    def argument(self) -> str:
        """The first of them."""
        return next(iter(self.arguments), "")


def _visible(text: str) -> str:
    """A text without spaces and what cannot be seen, as whoever follows an address reads it."""
    return allowlist.INVISIBLE.sub("", text)


def fields_of(root: Any) -> list[Field]:
    """All fields of a part, the inner ones too."""
    found: list[Field] = []
    around: list[Field] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText", f"{W}fldSimple", f"{W}t"):
        if element.tag == f"{W}fldSimple":
            _add(around, INNER)
            found.append(Field(element.get(f"{W}instr", ""), [element], False))
        elif element.tag == f"{W}fldChar":
            _mark(element, found, around)
        elif around and around[-1].is_open:
            around[-1].instruction += element.text or ""
            around[-1].elements.append(element)
        elif element.tag != f"{W}t":  # an instruction without a begin
            if not found or found[-1].elements[-1].tag == f"{W}fldChar" or not found[-1].is_open:
                found.append(Field())
            found[-1].instruction += element.text or ""
            found[-1].elements.append(element)
    return found


def _mark(element: Any, found: list[Field], around: list[Field]) -> None:
    kind = element.get(f"{W}fldCharType", "")
    if location.OPENING.search(kind):
        found.append(Field(kind, [element], False))
    if kind == "begin":
        _add(around, INNER)
        around.append(Field(elements=[element]))
        found.append(around[-1])
    elif around:
        around[-1].elements.append(element)
        around[-1].is_open = False
        if kind == "end":
            around.pop()


def _add(around: list[Field], text: str) -> None:
    if around and around[-1].is_open:
        around[-1].instruction += text


def check(part: Part, report: Report) -> bool:
    """Refuse what a field must not do; a link to a place that only its maker has becomes plain text. Whether the part changed."""
    if next(part.root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText", f"{W}fldSimple"), None) is None:
        return False
    fields = fields_of(part.root)
    marks = {mark.get(f"{W}name", "").upper() for mark in part.root.iter(f"{W}bookmarkStart")}
    marks |= {one.argument.upper() for one in fields if one.name in ("SET", "ASK")}
    changed = False
    for one in fields:
        if fault := _fault(one, marks, part.words):
            raise report.refusal(fault)
        if one.name == "HYPERLINK" and not _is_safe_link(one):
            _flatten(one)
            report.tell(
                f"een koppeling naar ‘{_visible(one.argument)[:80]}’ in {part.words} is gewone tekst geworden; alleen adressen met http, https of mailto blijven"
            )
            changed = True
    return changed


def _fault(one: Field, marks: set[str], words: str) -> str:
    name = one.name
    if location.OPENING.search(one.instruction):
        return f"heeft een tag binnen een Word-veld in {words}; zet de tag in gewone tekst"
    if name in allowlist.MERGE_FIELDS:
        called = f"«{one.argument}»" if name == "MERGEFIELD" and one.argument else f"Het samenvoegveld {name}"
        return f"heeft in {words} een samenvoegveld van Afdruk samenvoegen: {called} wordt niet gevuld; vervang het door een tag {{{{ … }}}}"
    if name in allowlist.FETCHING_FIELDS:
        return f"bevat een veld dat een ander bestand ophaalt ({name}) in {words}; {TO_TEXT}, of haal het weg"
    if one.has_open_name and name != "=":
        return f"bevat in {words} een veld waarvan de soort uit een ander veld komt; {TO_TEXT}"
    if not name or name in allowlist.KEPT_FIELDS or name == "=" or name in marks:
        return ""
    return f"bevat in {words} een veld van een soort die docgen niet toelaat ({name[:40]}); {TO_TEXT}, of haal het weg"


def _is_safe_link(one: Field) -> bool:
    """Whether a link leads to a web page, a mail address or a bookmark."""
    return INNER not in one.instruction and all(map(allowlist.SAFE_ADDRESS.match, map(_visible, one.arguments)))


def _flatten(one: Field) -> None:
    """Make a field plain text: its marks and its instruction go, its result stays."""
    for element in one.elements:
        if element.tag != f"{W}fldSimple":
            remove(element)
            continue
        around, at = element.getparent(), element.getparent().index(element)
        for child in reversed(list(element)):
            if child.tag != f"{W}fldData":
                around.insert(at, child)
        remove(element)
