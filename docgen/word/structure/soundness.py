"""What can be proven of a part when it is compiled, whatever values come: so that a document need not be looked at again.

The parsed template is walked as if every branch were taken and every loop ran once. A branch or loop that leaves the same
elements open as it found fits wherever it is taken, as often as it is; then every filling fits when this one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from jinja2 import nodes

from docgen._lazy import regex
from docgen.word.structure import wellformed
from docgen.word.structure.content_model import RICH, Misfit, Walker, place_called
from docgen.word.structure.ranges import Ranges
from docgen.word.tags.scanner import NEW_LINE
from docgen.word.xml.postprocess import PASS

HOLE = "\ufdd3"  # a value: fine in text and in an attribute, not in a name
MOST_PRINTED = 1_000  # macros and blocks with elements of Word, those that others print too
FILLED_ID = regex(rf'<(?:wp:docPr|w:bookmarkStart) [^>]*?\b(?:id|name)="[^"]*{HOLE}')  # a value may repeat an id
OF_DATA = f' r:embed="{HOLE}"'  # a picture of the data: its relation is made with it
TAG_CHARACTERS = regex('[<>"]')
STORY = regex(r"<w:(?:hdr|ftr|txbxContent|footnote|endnote|comment)\b")
# what a filling can leave without what it must hold -> where in the text of a template that shows
TORN = {  # what is looked for comes first: so a text is searched for it, and not looked at sign by sign
    "row": re.compile(r"</w:tr>(?<!</w:tc></w:tr>)"),
    "table": re.compile(r"</w:tblGrid>(?!<w:tr[ >])|<w:tblGrid/>(?!<w:tr[ >])"),
    "cell": re.compile(r"</w:tc>(?<!</w:p></w:tc>)(?<!<w:p/></w:tc>)"),
    "story": re.compile(r"(?<!</w:p>)(?<!<w:p/>)</w:(?:hdr|ftr|txbxContent|footnote|endnote|comment)>"),
}


class Fault(Exception):
    """What is wrong in every filling, or in one that can come: what to say, and the line of the part."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Soundness:
    """What holds for every filling of a part."""

    is_proven: bool  # sound as long as values are ordinary text
    is_odd: bool  # not as Word's schema has it before any tag is filled
    ranges: Ranges  # the bookmarks, notes and fields in it, with the branch each stands in


NOTHING = Soundness(False, True, Ranges())


def examine(tree: nodes.Template, name: str, relations: frozenset[str]) -> Soundness:
    """What can be said of a parsed part. Raises `Fault` for what can never be right."""
    walk = _Walk(tree)
    walk.run(tree.body)
    walk.flush()
    is_proven = not (walk.walker.open or walk.is_doubtful)
    filled = "".join(_flat(tree.body))
    walk.ranges.compare_with(filled)
    for message, line in walk.ranges.faults():
        raise Fault(message, line)
    try:
        wellformed.check_names(filled.replace(OF_DATA, ""), relations)
    except wellformed.Unsound:
        is_proven = False
    return Soundness(is_proven and not FILLED_ID.search(filled), False, walk.ranges)


def is_odd(xml: str) -> bool:
    """Whether a part as it came from Word is not as Word's own schema has it: then nothing can be held against its tags."""
    ranges, is_whole = _read_ranges(xml)
    return not is_whole or next(ranges.faults(), None) is not None


def ranges_in(xml: str) -> Ranges:
    """What comes in pairs in a part without tags."""
    return _read_ranges(xml)[0]


def _read_ranges(xml: str) -> tuple[Ranges, bool]:
    """What comes in pairs as far as it can be read, and whether that is all."""
    ranges = Ranges()
    try:
        Walker(ranges.see, ranges.hear).feed(xml)
    except Misfit:
        return ranges, False
    return ranges, True


def settle_ranges(tree: nodes.Template, ranges: Ranges) -> None:
    """Drop the bookmarks that can lose a half, and mark the passes of loops that repeat what is pointed at; in place."""
    if numbers := ranges.cut_bookmarks():
        half = re.compile(rf'<w:bookmark(?:Start|End)\b[^>]*?w:id="(?:{"|".join(map(re.escape, numbers))})"[^>]*/>')
        for text in texts_in(tree):
            text.data = half.sub("", text.data)
    loops = ranges.paired_loops()
    repeating: Iterable[Any] = tree.find_all((nodes.For, nodes.Macro, nodes.AssignBlock)) if loops else ()
    for loop in repeating:
        if id(loop) in loops:
            begin, end = (nodes.Output([nodes.TemplateData(mark)], lineno=loop.lineno) for mark in PASS)
            loop.body = [begin, *loop.body, end]


class _Weight(NamedTuple):
    """What a statement puts into the text."""

    has_elements: bool
    is_printing: bool  # anything but white space


class _Walk:
    """One way through a template."""

    def __init__(self, tree: nodes.Template) -> None:
        self.ranges = Ranges()
        self.walker = Walker(self.ranges.see, self.ranges.hear)
        self.waiting: list[tuple[str, int]] = []  # text that was met since the last branch, and the line it begins on
        self.weights: dict[int, _Weight] = {}
        self.named: dict[str, Any] = {}  # macros and blocks, by the name that prints them
        self.is_doubtful = False
        self._weigh(tree)
        self.markup = {name for name, one in self.named.items() if self.weights[id(one)].has_elements}
        self.printing: list[tuple[int, tuple[str, ...]]] = []  # what is being printed now, and where
        self.printed = 0

    def run(self, body: Iterable[nodes.Node]) -> None:
        """Go through a body."""
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    self._print(part)
            elif self.weights[id(node)].has_elements or self._prints_markup(node):
                self._enter(node)
            else:
                self._wait(HOLE if self.weights[id(node)].is_printing else "", node.lineno)

    def _weigh(self, node: nodes.Node) -> _Weight:
        """What a statement and those in it put into the text."""
        if isinstance(node, nodes.TemplateData):
            return _Weight(bool(TAG_CHARACTERS.search(node.data)), bool(node.data.replace(NEW_LINE, "").strip()))
        if isinstance(node, nodes.Expr):
            return _Weight(_is_rich(node), True)
        inside = [self._weigh(child) for child in _inside(node)]
        weight = _Weight(any(one.has_elements for one in inside), any(one.is_printing for one in inside))
        self.weights[id(node)] = weight
        if isinstance(node, nodes.Macro):
            self.named[node.name] = node
        elif isinstance(node, nodes.AssignBlock) and isinstance(node.target, nodes.Name):
            self.named[node.target.name] = node
        elif isinstance(node, nodes.FilterBlock):
            self.is_doubtful = True  # a filter can tear what was printed inside
        return weight

    def flush(self) -> None:
        """Feed what was met to the walker."""
        text = "".join(piece for piece, _ in self.waiting)
        lines, self.waiting = _Lines(self.waiting), []
        self.ranges.line = lambda: lines.at(self.walker.at)
        try:
            self.walker.feed(text)
        except Misfit as fault:
            raise Fault(str(fault), lines.at(fault.at)) from fault

    def _wait(self, text: str, line: int) -> None:
        if text:
            self.waiting.append((text, line))

    def _print(self, part: nodes.Node) -> None:
        if isinstance(part, nodes.TemplateData):
            self._wait(part.data.replace(NEW_LINE, "\n"), part.lineno)
            return
        source = self._printed_source(part)
        if source is not None and source in self.markup:
            self._inline(self.named[source])
            return
        self.is_doubtful = self.is_doubtful or self._prints_markup(part)
        self._wait(RICH if _is_rich(part) else HOLE, part.lineno)

    def _printed_source(self, part: nodes.Node) -> str | None:
        """The macro or block that a tag prints as it is."""
        named = part.node if isinstance(part, nodes.Filter) and _is_rich(part) else part
        named = named.node if isinstance(named, nodes.Call) else named
        return named.name if isinstance(named, nodes.Name) else None

    def _prints_markup(self, node: nodes.Node) -> bool:
        """Whether a macro or block with elements of Word can be printed in a node."""
        if not self.markup:
            return False
        own = {node.name} if isinstance(node, nodes.Name) else set()
        return bool(self.markup & (own | {name.name for name in node.find_all(nodes.Name)}))

    def _inline(self, source: Any) -> None:
        """Go through a macro or block where it is printed; one that prints itself fits there when it fits here."""
        self.flush()
        place = (id(source), self.walker.state())
        if place in self.printing:
            return
        self.printed += 1
        if self.printed > MOST_PRINTED:
            raise Fault("de macro’s in dit sjabloon roepen elkaar te vaak aan; maak er minder", source.lineno)
        self.printing.append(place)
        self.ranges.enter(("for", id(source), 0))  # it can be printed more than once, or not at all
        self.run(source.body)
        self.flush()
        self.ranges.leave(source.lineno)
        self.printing.pop()

    def _enter(self, node: nodes.Node) -> None:
        """A node that holds elements of Word."""
        self.flush()
        if isinstance(node, nodes.If):
            tests = (node.test, *(branch.test for branch in node.elif_))
            bodies = [node.body, *(branch.body for branch in node.elif_), node.else_]
            for number, body in enumerate(bodies):
                self._branch(body, ("if", tests, number), node)
        elif isinstance(node, nodes.For):
            self._branch(node.body, ("for", id(node), 0), node)
            self._branch(node.else_, ("for", id(node), 1), node)
        elif isinstance(node, (nodes.With, nodes.Block)):
            self.run(node.body)
        elif isinstance(node, nodes.FilterBlock):
            raise Fault("een filter kan niet om hele alinea’s heen staan; zet het in de tags zelf, met |", node.lineno)
        elif not isinstance(node, (nodes.Macro, nodes.AssignBlock, nodes.Assign)):  # these print where they are used
            self.is_doubtful = True

    def _branch(self, body: list[nodes.Node], step: Any, node: nodes.Node) -> None:
        """A body that may be skipped or repeated: it leaves open what it found open."""
        before, begun = self.walker.state(), list(self.walker.begun)
        self.ranges.enter(step)
        self.run(body)
        self.flush()
        after = self.walker.state()
        self.ranges.leave(node.lineno)
        if before != after:
            begin, end = place_called(before), place_called(after)
            where = (
                f"begint in {begin} en eindigt in {end}"
                if begin != end
                else "eindigt op een andere plek dan waar zij begint"
            )
            message = f"deze herhaling of voorwaarde {where}; zet begin en eind in dezelfde alinea, cel of rij"
            raise Fault(message, node.lineno)
        self.walker.begun = [was or now for was, now in zip(begun, self.walker.begun, strict=True)]


def _is_rich(node: nodes.Node) -> bool:
    """Whether a tag prints what brings its own elements."""
    return isinstance(node, nodes.Filter) and node.name == "_rich"


def _inside(node: nodes.Node) -> Iterator[nodes.Node]:
    """What a statement puts into the text, and the statements in it; not what it asks."""
    if isinstance(node, nodes.Output):
        yield from node.nodes
        return
    for name in ("body", "elif_", "else_"):
        yield from getattr(node, name, ())


class _Lines:
    """The line of a place in text that came in pieces; quick as long as the places come in order."""

    def __init__(self, pieces: list[tuple[str, int]]) -> None:
        self.pieces = pieces
        self._restart()

    def _restart(self) -> None:
        self.number = self.start = self.counted = self.breaks = 0  # the piece, where it begins, line breaks up to where

    def at(self, place: int) -> int:
        """The line of a place."""
        if place < self.start + self.counted:
            self._restart()
        while self.number < len(self.pieces) and place >= self.start + len(self.pieces[self.number][0]):
            self.start += len(self.pieces[self.number][0])
            self.number, self.counted, self.breaks = self.number + 1, 0, 0
        if self.number == len(self.pieces):
            return self.pieces[-1][1] if self.pieces else 0
        text, line = self.pieces[self.number]
        self.breaks += text.count("\n", self.counted, place - self.start)
        self.counted = place - self.start
        return line + self.breaks


def can_be_emptied(tree: nodes.Template) -> tuple[str, ...]:
    """What a filling can leave empty: a cell or story without a paragraph, a row without cells, a table without rows."""
    texts = [text.data for text in texts_in(tree)]
    found = [what for what, sign in TORN.items() if any(sign.search(text) for text in texts)]
    taking = next((what for what in found if what in ("row", "table")), None)  # it goes, with all that may hang on it
    has_stories = any(STORY.search(text) for text in texts)
    after = tuple(TORN)[tuple(TORN).index(taking) :] if taking else tuple(found)
    return after if has_stories else tuple(what for what in after if what != "story")


REPEATING = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.FilterBlock)


def repeated(node: nodes.Node, inside: bool = False, once: tuple[type[nodes.Node], ...] = ()) -> Iterator[str]:
    """The text that a loop, macro or the like can put in more than once. What stands in a loop under one of `once`, such as a
    condition, counts as put in once."""
    for child in _inside(node):
        if isinstance(child, nodes.TemplateData):
            if inside:
                yield child.data
        elif not isinstance(child, nodes.Expr):
            again = isinstance(child, REPEATING) or (inside and not isinstance(child, once))
            yield from repeated(child, again, once)


def texts_in(node: nodes.Node) -> Iterator[nodes.TemplateData]:
    """All text of a template, in order."""
    for child in _inside(node):
        if isinstance(child, nodes.TemplateData):
            yield child
        elif not isinstance(child, nodes.Expr):
            yield from texts_in(child)


def _flat(body: Iterable[nodes.Node]) -> Iterator[str]:
    """All text of a body in order, with a hole for each value."""
    for node in body:
        if isinstance(node, nodes.TemplateData):
            yield node.data
        elif isinstance(node, nodes.Expr):
            yield HOLE
        else:
            yield from _flat(_inside(node))
