"""A copy of a template with what was found in it as comments of Word, each at its paragraph.

The comments of docgen that were there are replaced; those of people stay. Every other part is the same, byte for byte. Word has
no comments in headers, footers and text boxes: what was found there stands at the first paragraph, or at that around the box.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import count
from typing import Any

from lxml import etree

from docgen.errors import TemplateError
from docgen.opc import relationships
from docgen.opc.archive import CONTENT_TYPES, DOCUMENT_RELS, Parts
from docgen.opc.elements import local, remove
from docgen.opc.relationships import RELATIONSHIPS, TYPES, W, parse, to_bytes
from docgen.word.inspection.places import Place, text_of
from docgen.word.inspection.remark import Remark
from docgen.word.sanitize import sanitizer

AUTHOR, INITIALS = "docgen", "dg"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
ANCHORS = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
ABOUT_COMMENTS = ("commentsExtended", "commentsIds", "commentsExtensible")  # parts that name a comment by its paragraph
REMEDY = "Wat u kunt doen: "


def annotated(parts: Parts, name: str, remarks: Iterable[Remark]) -> Parts:
    """The parts of a template, as they came, with a comment for each remark. Raises `TemplateError` when it has no paragraph."""
    main = relationships.main_part(parts, name)
    copy = _with_room(_plainly(parts), main)
    where, root = _comments_of(copy, main), parse(copy[main])
    comments = parse(copy[where])
    _forget(copy, main, root, comments)
    anchors, free = _Anchors(copy, main, name, root), _free_ids(comments)
    for one in remarks:
        paragraph, is_there = anchors.of(one.place)
        key = str(next(free))
        comments.append(_comment(key, one, is_there))
        _mark(paragraph, key)
    return copy | {main: to_bytes(root), where: to_bytes(comments)}


class _Anchors:
    """The paragraphs of the text as it came, for places in the text as docgen reads it."""

    def __init__(self, parts: Parts, main: str, name: str, root: Any) -> None:
        self.paragraphs = list(root.iter(f"{W}p"))
        if not self.paragraphs:
            raise TemplateError(f"sjabloon {name} heeft geen alinea waar een opmerking bij kan staan")
        read = sanitizer.sanitize(dict(parts), name, [])
        self.main = relationships.main_part(read, name)
        self.numbers = _paired([text_of(one) for one in parse(read[self.main]).iter(f"{W}p")], self.paragraphs)

    def of(self, place: Place) -> tuple[Any, bool]:
        """The paragraph for a comment, and whether that is where it is about."""
        number = self.numbers.get(place.paragraph, -1) if place.part == self.main else -1
        paragraph = self.paragraphs[max(number, 0)]
        around = next((box.iterancestors(f"{W}p") for box in paragraph.iterancestors(f"{W}txbxContent")), iter(()))
        outer = next(around, None)
        return (paragraph, number >= 0) if outer is None else (outer, False)


def _paired(read: Sequence[str], paragraphs: Sequence[Any]) -> dict[int, int]:
    """By the number of a paragraph as docgen reads it that of the paragraph as it came."""
    if len(read) == len(paragraphs):
        return {number: number for number in range(len(read))}
    blocks = SequenceMatcher(None, read, [text_of(one) for one in paragraphs], autojunk=False).get_matching_blocks()
    return {one.a + step: one.b + step for one in blocks for step in range(one.size)}


def _mark(paragraph: Any, key: str) -> None:
    """Put a comment on a paragraph, and leave its text as it is."""
    look = paragraph.find(f"{W}pPr")
    begin, end = (etree.Element(name, {f"{W}id": key}) for name in ANCHORS[:2])
    paragraph.insert(0 if look is None else paragraph.index(look) + 1, begin)
    run = etree.Element(f"{W}r")
    etree.SubElement(run, ANCHORS[2], {f"{W}id": key})
    paragraph.extend((end, run))


def _comment(key: str, one: Remark, is_there: bool) -> Any:
    comment = etree.Element(f"{W}comment", {f"{W}id": key, f"{W}author": AUTHOR, f"{W}initials": INITIALS})
    where = "" if is_there or not one.place.where else f"{one.place.where}: "
    lines = [f"{one.level.capitalize()}: {where}{one.message} [{one.code}]", *([REMEDY + one.hint] if one.hint else [])]
    for number, line in enumerate(lines):
        paragraph = etree.SubElement(comment, f"{W}p")
        if not number:
            etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}annotationRef")
        run = etree.SubElement(paragraph, f"{W}r")
        etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}lang", {f"{W}val": "nl-NL"})
        text = etree.SubElement(run, f"{W}t", {SPACE: "preserve"})
        text.text = "".join(sign if sign.isprintable() else " " for sign in line)
    return comment


# ------------------------------------------------------------------------------------------------ the part with comments


def _comments_of(parts: Parts, main: str) -> str:
    """The part with the comments; empty when there is none."""
    rels = relationships.rels_of(main)
    found = (one for one in relationships.relations(parts, rels) if one.get("Type", "").endswith("/comments"))
    targets = (relationships.target_of(rels, one.get("Target", "")) for one in found)
    return next((target for target in targets if target in parts), "")


def _with_room(parts: Parts, main: str) -> Parts:
    """The same parts with one for comments, when it was not there."""
    if _comments_of(parts, main):
        return dict(parts)
    rels = relationships.rels_of(main)
    folder = main.rpartition("/")[0]
    target = next(name for name in _names("comments", ".xml") if f"{folder}/{name}".lstrip("/") not in parts)
    part = f"{folder}/{target}".lstrip("/")
    types = parse(parts[CONTENT_TYPES])
    etree.SubElement(types, f"{TYPES}Override", PartName=f"/{part}", ContentType=CONTENT_TYPE)
    related = parse(parts[rels]) if rels in parts else etree.Element(f"{RELATIONSHIPS}Relationships")
    taken = {one.get("Id") for one in related}
    key = next(name for name in _names("rIdOpmerkingen", "") if name not in taken)
    etree.SubElement(related, f"{RELATIONSHIPS}Relationship", Id=key, Type=KIND, Target=target)
    empty = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    return parts | {CONTENT_TYPES: to_bytes(types), rels: to_bytes(related), part: to_bytes(empty)}


def _plainly(parts: Parts) -> Parts:
    """The same parts, with the lists of parts and relations without a prefix, as Word writes them."""
    copy = dict(parts)
    for part, namespace in ((CONTENT_TYPES, TYPES), (DOCUMENT_RELS, RELATIONSHIPS)):
        root = parse(parts[part])
        if root.prefix:
            plain = etree.Element(root.tag, nsmap={None: namespace[1:-1]})  # type: ignore[dict-item]
            for one in root.iterchildren(f"{namespace}*"):
                etree.SubElement(plain, one.tag, dict(one.attrib))
            copy[part] = to_bytes(plain)
    return copy


def _names(base: str, ending: str) -> Iterable[str]:
    return (f"{base}{number or ''}{ending}" for number in count())


def _free_ids(comments: Any) -> Iterator[int]:
    taken = [int(one.get(f"{W}id")) for one in comments if (one.get(f"{W}id") or "").isdigit()]
    return iter(count(max(taken, default=-1) + 1))


def _forget(parts: Parts, main: str, root: Any, comments: Any) -> None:
    """Take out the comments of docgen from before, with all that names them."""
    ours = [one for one in comments.iter(f"{W}comment") if one.get(f"{W}author") == AUTHOR]
    ids = {one.get(f"{W}id") for one in ours}
    paragraphs = {one.get(PARAGRAPH_ID) for each in ours for one in each.iter(f"{W}p")} - {None}
    for one in ours:
        remove(one)
    for one in [one for one in root.iter(*ANCHORS) if one.get(f"{W}id") in ids]:
        run = one.getparent()
        remove(run if run.tag == f"{W}r" and all(local(each.tag) == "rPr" or each is one for each in run) else one)
    rels = relationships.rels_of(main)
    for relation in relationships.relations(parts, rels):
        part = relationships.target_of(rels, relation.get("Target", ""))
        if relation.get("Type", "").endswith(ABOUT_COMMENTS) and part in parts and paragraphs:
            parts[part] = _without(parse(parts[part]), paragraphs)


def _without(about: Any, paragraphs: set[str]) -> bytes:
    """A part about comments without what it says of those that are gone; an answer to one stands by itself."""
    for one in list(about):
        for name, value in list(one.attrib.items()):
            if value in paragraphs and local(name) == "paraId":
                remove(one)
            elif value in paragraphs and local(name) == "paraIdParent":
                del one.attrib[name]
    return to_bytes(about)
