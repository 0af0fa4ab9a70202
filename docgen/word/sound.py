"""What can be proven of a part when it is compiled, whatever values come: so that a document need not be parsed again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.parsers import expat

from jinja2 import nodes

from docgen.word import proof

HOLE = "\ue000"  # a value: fine in text and in an attribute, not in a name
PIECE = "<piece/>"  # what a loop or condition puts in, proven by itself
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


class _Unprovable(Exception):
    pass


def is_proven(tree: nodes.Template, name: str, relations: frozenset[str]) -> bool:
    """Whether every filling of a part is well-formed, with unique ids and relations that exist, as long as values
    are ordinary text: each body of a loop or condition is then a balanced piece in a place for pieces."""
    filled = "".join(_told(output) for output in tree.find_all(nodes.Output))
    try:
        proof.check_part(name, _flat(tree.body), relations)
        proof.check_names(filled, relations)
    except (_Unprovable, proof.Unsound):
        return False
    return not FILLED_ID.search(filled)


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


def _flat(body: Iterable[nodes.Node]) -> str:
    """A body as text, with a mark for each value and for each loop or condition."""
    return "".join(_told(node) for node in body)


def _told(node: nodes.Node) -> str:
    if isinstance(node, nodes.Output):
        return "".join(part.data if isinstance(part, nodes.TemplateData) else HOLE for part in node.nodes)
    if isinstance(node, nodes.Assign):
        return ""
    if isinstance(node, nodes.For):
        return _piece([node.body, node.else_])
    if isinstance(node, nodes.If):
        return _piece([node.body, *(branch.body for branch in node.elif_), node.else_])
    raise _Unprovable


def _piece(bodies: Iterable[list[nodes.Node]]) -> str:
    texts = [_flat(body) for body in bodies]
    if not any(TAG_CHARACTERS.search(text) for text in texts):
        return HOLE
    for text in texts:
        try:
            expat.ParserCreate().Parse(f"<piece>{text}</piece>".encode(), True)
        except expat.ExpatError as error:
            raise _Unprovable from error
    return PIECE
