"""White space control ({%- … -%}): a tag with a dash at the edge of its text is joined to the text before or behind it, as
docxtpl does it, when there is nothing but white and the edges of paragraphs between; elsewhere it takes the white beside it.

What would vanish with the edges is refused, with its place. (docxtpl joins from wherever the dash stands, and takes the text
between with it.)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from docgen.opc.relationships import W
from docgen.word.tags.scanner import Misplaced, Tag, Unclosed, hide, tags_in

BEFORE, BEHIND = "\ufdd5", "\ufdd6"  # where a text is joined to the one before it, or behind it
JOINTS = {
    BEFORE: re.compile(rf"</w:t>(?:(?!</w:t>).)*?{BEFORE}", re.DOTALL),
    BEHIND: re.compile(rf"{BEHIND}(?:(?!<w:t[ >]).)*?<w:t(?: [^>]*)?(?<!/)>", re.DOTALL),
}
TEXT, PARAGRAPH = f"{W}t", f"{W}p"
LOOKS = (f"{W}pPr", f"{W}rPr")
GOES = {TEXT, PARAGRAPH, f"{W}r", f"{W}br", f"{W}proofErr", f"{W}lastRenderedPageBreak"}


def settle(root: Any, tell: Callable[[Misplaced], None]) -> None:
    """Say at every dash what it takes with it; what would vanish goes to `tell`."""
    dashed = [one for one in root.iter() if one.text and ("{%-" in one.text or "-%}" in one.text)]
    if not dashed:
        return
    order = [one for one in root.iter() if isinstance(one.tag, str)]
    texts = [n for n, one in enumerate(order) if one.tag == TEXT and one.text]
    for one in [one for one in dashed if one.tag != TEXT]:
        one.text = _without_dashes(one.text, False, False)[0]
    is_joined = False  # the text before this one to this one
    for before, at, behind in zip([-1, *texts], texts, [*texts[1:], -1], strict=False):
        one = order[at]
        text, joins_before, joins_behind = _without_dashes(one.text, before >= 0, behind >= 0)
        if joins_before and not is_joined:
            _check(order, before, at, at, tell)
        if joins_behind:
            _check(order, at, behind, at, tell)
        one.text = f"{BEFORE * (joins_before and not is_joined)}{text}{BEHIND * joins_behind}"
        is_joined = joins_behind


def joined(xml: str) -> str:
    """A part with its texts joined."""
    for mark, joint in JOINTS.items():
        xml = joint.sub("", xml) if mark in xml else xml
    return xml


def _without_dashes(text: str, has_before: bool, has_behind: bool) -> tuple[str, bool, bool]:
    """A text whose tags have no dash, and whether it is joined to the text before and behind it."""
    if "{%-" not in text and "-%}" not in text:
        return text, False, False
    pieces: list[str] = []
    at, joins_before, is_stripped = 0, False, False
    with suppress(Unclosed):  # raw text that ends in another text
        for tag in tags_in(text):
            data, is_dashed = text[at : tag.start], tag.text.startswith("{%-")
            joins_before = joins_before or (is_dashed and has_before and not text[: tag.start].strip())
            data = data.rstrip() if is_dashed else data
            pieces += [data.lstrip() if is_stripped else data, _plain(tag)]
            at, is_stripped = tag.end, tag.text.endswith("-%}")
    rest = text[at:]
    joins_behind = is_stripped and has_behind and not rest.strip()
    return "".join([*pieces, rest.lstrip() if is_stripped else rest]), joins_before, joins_behind


def _plain(tag: Tag) -> str:
    if tag.is_comment:
        return f"{{#{hide(tag.text[2:-2])}#}}"
    text = f"{{%{tag.text[3:]}" if tag.text.startswith("{%-") else tag.text
    return f"{text[:-3]}%}}" if text.endswith("-%}") else text


def _check(order: list[Any], first: int, last: int, dashed: int, tell: Callable[[Misplaced], None]) -> None:
    """Two texts can be joined when nothing between them is lost by it."""
    begin, end = order[first], order[last]
    around = set(end.iterancestors())
    edges = (*order[first:last], *begin.iterancestors())
    is_lost = any(map(_shows, order[first + 1 : last])) or any(
        (one.tail or "").strip() for one in edges if one not in around
    )
    if is_lost or _story(begin) is not _story(end):
        element = order[dashed]
        message = (
            "het streepje in een tag met {%- of -%} haalt meer weg dan wit; haal het streepje weg, of zet de tag apart"
        )
        tell(Misplaced(message, element, element.text.strip()))


def _story(text: Any) -> Any:
    """What holds the paragraph of a text."""
    return next((one.getparent() for one in text.iterancestors(PARAGRAPH)), None)


def _shows(one: Any) -> bool:
    """Whether an element is more than the edge of a paragraph or run, a look, or a break of a line."""
    if one.tag == f"{W}sectPr":
        return True
    if any(above.tag in LOOKS for above in (one, *one.iterancestors())):
        return False
    return one.tag not in GOES or one.get(f"{W}type") in ("page", "column") or bool((one.text or "").strip())
