"""What can be proven of a part when it is compiled, whatever values come: so that a document need not be looked at again.

The parsed template is walked as if every branch were taken and every loop ran once. A branch or loop that leaves the same
elements open as it found fits wherever it is taken, as often as it is; then every filling fits when this one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from docgen.word import proof
from docgen.word.after import PASS
from docgen.word.content_model import RICH, Misfit, Walker, place_called
from docgen.word.ranges import Ranges
from docgen.word.tags import NEW_LINE

HOLE = "\ufdd3"  # a value: fine in text and in an attribute, not in a name
MOST_NESTED = 20  # macros that print each other
FILLED_ID = re.compile(rf'<(?:wp:docPr|w:bookmarkStart) [^>]*?\b(?:id|name)="[^"]*{HOLE}')  # a value may repeat an id
TAG_CHARACTERS = re.compile('[<>"]')
STORY = re.compile(r"<w:(?:hdr|ftr|txbxContent|footnote|endnote|comment)\b")
# what a filling can leave without what it must hold -> where in the text of a template that shows
TORN = {
    "row": re.compile(r"(?<!</w:tc>)</w:tr>"),
    "table": re.compile(r"</w:tblGrid>(?!<w:tr[ >])|<w:tblGrid/>(?!<w:tr[ >])"),
    "cell": re.compile(r"(?<!</w:p>)(?<!<w:p/>)</w:tc>"),
    "story": re.compile(r"(?<!</w:p>)(?<!<w:p/>)</w:(?:hdr|ftr|txbxContent|footnote|endnote|comment)>"),
}


class Fault(Exception):
    """What is wrong in every filling, or in one that can come: what to say, and the line of the part."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class _Unprovable(Exception):
    pass


@dataclass(frozen=True)
class Verdict:
    """What holds for every filling of a part."""

    is_proven: bool  # sound as long as values are ordinary text
    is_odd: bool  # not as Word's schema has it before any tag is filled
    ranges: Ranges  # the bookmarks, notes and fields in it, with the branch each stands in


NOTHING = Verdict(False, True, Ranges())


def examine(tree: nodes.Template, name: str, relations: frozenset[str]) -> Verdict:
    """What can be said of a parsed part. Raises `Fault` for what can never be right."""
    walk = _Walk(tree)
    try:
        walk.run(tree.body)
        walk.flush()
        is_proven = not walk.walker.open and not walk.is_doubtful
    except _Unprovable:
        is_proven = False
    for message, line in walk.ranges.faults():
        raise Fault(message, line)
    filled = "".join(_flat(tree.body))
    try:
        proof.check_names(filled, relations)
    except proof.Unsound:
        is_proven = False
    return Verdict(is_proven and not FILLED_ID.search(filled), False, walk.ranges)


def is_odd(xml: str) -> bool:
    """Whether a part as it came from Word is not as Word's own schema has it: then nothing can be held against its tags."""
    ranges = Ranges()
    try:
        Walker(ranges.see, ranges.hear).feed(xml)
    except Misfit:
        return True
    return next(ranges.faults(), None) is not None


def settle_ranges(tree: nodes.Template, ranges: Ranges) -> None:
    """Drop the bookmarks that can lose a half, and mark the passes of loops that repeat what is pointed at; in place."""
    if numbers := ranges.cut_bookmarks():
        half = re.compile(rf'<w:bookmark(?:Start|End)\b[^>]*?w:id="(?:{"|".join(map(re.escape, numbers))})"[^>]*/>')
        for text in tree.find_all(nodes.TemplateData):
            text.data = half.sub("", text.data)
    loops = ranges.paired_loops()
    for loop in [loop for loop in tree.find_all(nodes.For) if id(loop) in loops]:
        begin, end = (nodes.Output([nodes.TemplateData(mark)], lineno=loop.lineno) for mark in PASS)
        loop.body = [begin, *loop.body, end]


class _Walk:
    """One way through a template."""

    def __init__(self, tree: nodes.Template) -> None:
        self.ranges = Ranges()
        self.walker = Walker(self.ranges.see, self.ranges.hear)
        self.waiting: list[tuple[str, int]] = []  # text that was met since the last branch, and the line it begins on
        self.macros: dict[str, Any] = {macro.name: macro for macro in tree.find_all(nodes.Macro)}
        blocks = [block for block in tree.find_all(nodes.AssignBlock) if isinstance(block.target, nodes.Name)]
        self.blocks: dict[str, Any] = {getattr(block.target, "name", ""): block for block in blocks}
        self.markup = {name for name, one in (self.macros | self.blocks).items() if _has_markup(one)}
        self.depth = 0
        self.is_doubtful = False

    def run(self, body: Iterable[nodes.Node]) -> None:
        """Go through a body."""
        for node in body:
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    self._print(part)
            elif self._holds_elements(node):
                self._enter(node)
            else:
                self._wait(HOLE if _prints(node) else "", node.lineno)

    def _holds_elements(self, node: nodes.Node) -> bool:
        is_rich = any(map(_is_rich, node.find_all(nodes.Filter)))
        return is_rich or _has_markup(node) or self._prints_markup(node)

    def flush(self) -> None:
        """Feed what was met to the walker."""
        text = "".join(piece for piece, _ in self.waiting)
        waiting, self.waiting = self.waiting, []
        self.ranges.line = lambda: _line_at(waiting, self.walker.at)
        try:
            self.walker.feed(text)
        except Misfit as fault:
            raise Fault(str(fault), _line_at(waiting, fault.at)) from fault

    def _wait(self, text: str, line: int) -> None:
        if text:
            self.waiting.append((text, line))

    def _print(self, part: nodes.Node) -> None:
        if isinstance(part, nodes.TemplateData):
            self._wait(part.data.replace(NEW_LINE, "\n"), part.lineno)
            return
        source = self._printed_source(part)
        if source is not None and source in self.markup:
            self._inline((self.macros | self.blocks)[source])
            return
        self.is_doubtful = self.is_doubtful or self._prints_markup(part)
        self._wait(RICH if _is_rich(part) else HOLE, part.lineno)

    def _printed_source(self, part: nodes.Node) -> str | None:
        """The macro or block that a tag prints as it is."""
        named = part.node if isinstance(part, nodes.Call) else part
        return named.name if isinstance(named, nodes.Name) else None

    def _prints_markup(self, node: nodes.Node) -> bool:
        """Whether a macro or block with elements of Word can be printed in a node."""
        names = {name.name for name in node.find_all(nodes.Name)} | (
            {node.name} if isinstance(node, nodes.Name) else set()
        )
        return bool(self.markup & names)

    def _inline(self, source: Any) -> None:
        self.depth += 1
        if self.depth > MOST_NESTED:
            raise _Unprovable
        self.run(source.body)
        self.depth -= 1

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


def _prints(node: nodes.Node) -> bool:
    """Whether a node puts anything but white space into the text."""
    parts = [part for output in node.find_all(nodes.Output) for part in output.nodes]
    return any(not isinstance(part, nodes.TemplateData) or part.data.replace(NEW_LINE, "").strip() for part in parts)


def _has_markup(node: nodes.Node) -> bool:
    return any(TAG_CHARACTERS.search(text) for text in _data(node))


def _line_at(waiting: list[tuple[str, int]], at: int) -> int:
    line = 0
    for text, line in waiting:
        if at < len(text):
            return line + text.count("\n", 0, at)
        at -= len(text)
    return line


def torn(tree: nodes.Template) -> tuple[str, ...]:
    """What a filling can leave empty: a cell or story without a paragraph, a row without cells, a table without rows."""
    texts = list(_data(tree))
    found = [what for what, sign in TORN.items() if any(sign.search(text) for text in texts)]
    taking = next((what for what in found if what in ("row", "table")), None)  # it goes, with all that may hang on it
    has_stories = any(STORY.search(text) for text in texts)
    after = tuple(TORN)[tuple(TORN).index(taking) :] if taking else tuple(found)
    return after if has_stories else tuple(what for what in after if what != "story")


REPEATING = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.AssignBlock, nodes.FilterBlock)


def repeated(node: nodes.Node, inside: bool = False) -> Iterator[str]:
    """The text that a loop, macro or the like can put in more than once."""
    for child in node.iter_child_nodes():
        if inside and isinstance(child, nodes.TemplateData):
            yield child.data
        yield from repeated(child, inside or isinstance(child, REPEATING))


def _data(node: nodes.Node) -> Iterator[str]:
    return (data.data for data in node.find_all(nodes.TemplateData))


def _flat(body: Iterable[nodes.Node]) -> Iterator[str]:
    """All text of a body in order, with a hole for each value."""
    for node in body:
        if isinstance(node, nodes.TemplateData):
            yield node.data
        elif isinstance(node, nodes.Expr):
            yield HOLE
        else:
            yield from _flat(node.iter_child_nodes())
