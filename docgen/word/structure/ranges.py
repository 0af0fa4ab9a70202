"""What comes in pairs in a part: fields, bookmarks and what points at them, protected ranges, notes and their references.

Each is whole or absent, in whatever branch of the template it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from docgen._lazy import regex
from docgen.word.xml.field_references import OF_CONTENTS, pointers_in

BranchPath = tuple[Any, ...]  # the branches and loops around something, from the outside in
ATTRIBUTE = regex(r'\sw:(id|name|anchor|instr|fldCharType|val)="([^"]*)"')
BOOKMARK_START = regex(r"<w:bookmarkStart\b[^>]*")
NOTES = ("w:footnoteReference", "w:endnoteReference")

CUT = (
    "{} begint en eindigt niet in dezelfde herhaling of voorwaarde; zet begin en eind er allebei in, of allebei buiten"
)
ASTRAY = "deze verwijzing gaat naar ‘{}’, en dat kan wegvallen met een voorwaarde of herhaling; zet de verwijzing daar ook in, of schrijf de tekst zelf"


class Mark(NamedTuple):
    """Something that belongs to something else: a name or number, the branches it stands in, and its line."""

    name: str
    path: BranchPath
    line: int
    number: str = ""


class Ranges:
    """What was seen on a way through a template."""

    def __init__(self) -> None:
        self.line: Callable[[], int] = lambda: 0  # of what is seen now
        self.path: BranchPath = ()
        self.fields: list[str] = []  # the codes of the fields that are open
        self.depths: list[int] = []
        self.cut_fields: list[int] = []  # the lines of fields that begin in one branch and end in another
        self.starts: dict[str, list[Mark]] = {"bookmark": [], "perm": []}
        self.ends: dict[str, list[Mark]] = {"bookmark": [], "perm": []}
        self.pointing: list[Mark] = []
        self.notes: list[Mark] = []
        self.never_printed: frozenset[str] = frozenset()  # bookmarks in a macro that nothing calls, in small letters

    def enter(self, step: Any) -> None:
        """A branch or loop begins."""
        self.path = (*self.path, step)
        self.depths.append(len(self.fields))

    def leave(self, line: int) -> None:
        """It ends: every field that began in it has ended, and none of before. `line` is where it began."""
        if self.depths.pop() != len(self.fields):
            self.cut_fields.append(line)
        self.path = self.path[:-1]

    def see(self, name: str, attributes: str) -> None:
        """An element."""
        if name not in SEEN:
            return
        own = dict(ATTRIBUTE.findall(attributes))
        if name == "w:fldChar":
            self._field(own.get("fldCharType", ""))
        elif name == "w:fldSimple":
            self._point(own.get("instr", ""))
        elif name == "w:hyperlink" and not own.get("anchor", OF_CONTENTS).startswith(OF_CONTENTS):
            self.pointing.append(Mark(own["anchor"], self.path, self.line()))
        elif name in NOTES:
            self.notes.append(Mark(name, self.path, self.line(), own.get("id", "")))
        elif name.endswith(("Start", "End")):
            kind = "bookmark" if "bookmark" in name else "perm"
            to = self.starts if name.endswith("Start") else self.ends
            to[kind].append(Mark(own.get("name", ""), self.path, self.line(), own.get("id", "")))

    def compare_with(self, markup: str) -> None:
        """All the text of a template, also of what is never printed."""
        names = {dict(ATTRIBUTE.findall(start)).get("name", "").lower() for start in BOOKMARK_START.findall(markup)}
        self.never_printed = frozenset(names - self._places().keys())

    def hear(self, code: str) -> None:
        """A piece of the code of a field."""
        if self.fields:
            self.fields[-1] += code

    def _field(self, what: str) -> None:
        if what == "begin":
            self.fields.append("")
        elif not self.fields or len(self.fields) <= (self.depths[-1] if self.depths else 0):
            self.cut_fields.append(self.line())
        elif what == "end":
            self._point(self.fields.pop())

    def _point(self, code: str) -> None:
        for pointer in pointers_in(code):
            self.pointing.append(Mark(pointer.name, self.path, self.line()))

    def faults(self) -> Iterator[tuple[str, int]]:
        """What is cut, or points at what can be absent: in words, and its line."""
        if self.cut_fields or self.fields:
            yield CUT.format("een veld (zoals een inhoudsopgave, verwijzing of datum)"), next(iter(self.cut_fields), 0)
        protected = self._cut("perm")
        for mark in self.starts["perm"] + self.ends["perm"]:
            if mark.number in protected:
                yield CUT.format("een gebied dat bewerkt mag worden"), mark.line
        yield from self._astray()

    def _astray(self) -> Iterator[tuple[str, int]]:
        places, cut = self._places(), self._cut("bookmark")
        for pointer in self.pointing:
            mark = places.get(pointer.name.lower())
            if mark is None:
                if pointer.name.lower() in self.never_printed:
                    yield ASTRAY.format(pointer.name), pointer.line
            elif mark.number in cut:
                yield CUT.format(f"de bladwijzer ‘{mark.name}’, waarnaar wordt verwezen,"), mark.line
            elif mark.path != pointer.path[: len(mark.path)]:
                yield ASTRAY.format(mark.name), pointer.line

    def _places(self) -> dict[str, Mark]:
        return {mark.name.lower(): mark for mark in self.starts["bookmark"]}

    def uncertain_bookmarks(self) -> frozenset[str]:
        """The bookmarks (in small letters) that can be absent from a document."""
        cut = self._cut("bookmark")
        return self.never_printed | {name for name, mark in self._places().items() if mark.path or mark.number in cut}

    def pointing_at(self, bookmarks: frozenset[str]) -> Iterator[tuple[str, int]]:
        """What points from here at bookmarks of other parts: in words, and its line."""
        own = self._places()
        for pointer in self.pointing:
            if pointer.name.lower() in bookmarks and pointer.name.lower() not in own:
                yield ASTRAY.format(pointer.name), pointer.line

    def _cut(self, kind: str) -> set[str]:
        """The numbers of ranges that begin and end in other branches, or of which one half is gone."""
        starts = {mark.number: mark.path for mark in self.starts[kind]}
        ends = {mark.number: mark.path for mark in self.ends[kind]}
        return {number for number in starts.keys() | ends.keys() if starts.get(number) != ends.get(number)}

    def cut_bookmarks(self) -> frozenset[str]:
        """The numbers of bookmarks of which one half can be there without the other; nothing points at them."""
        return frozenset(self._cut("bookmark"))

    def paired_loops(self) -> frozenset[int]:
        """The loops (by `id`) that repeat a bookmark together with what points at it."""
        pointed = {mark.name.lower() for mark in self.pointing}
        marks = [mark for mark in self.starts["bookmark"] if mark.name.lower() in pointed]
        return frozenset(step[1] for mark in marks for step in mark.path if step[0] == "for")

    def has_loose_notes(self) -> bool:
        """Whether a note can be left away or be repeated."""
        return any(mark.path for mark in self.notes)


SEEN = {
    *("w:fldChar", "w:fldSimple", "w:hyperlink", "w:bookmarkStart", "w:bookmarkEnd", "w:permStart", "w:permEnd"),
    *NOTES,
}
