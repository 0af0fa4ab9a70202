"""The style sheet of a Word file: the styles of one laid over another, and styles that one lacks taken from another.

Styles are matched by name, which Word keeps in English in every language ("heading 1"), so a template and a house style
from a Dutch and an English Word fit together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from functools import lru_cache
from itertools import count
from typing import Any, NamedTuple

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from docgen._lazy import regex
from docgen.opc import relationships
from docgen.word.style import language, tab_stops
from docgen.word.style.tab_stops import Stop

# how a text names a style, by its id
REFERENCE = regex(rb"""<w:(?:pStyle|rStyle|tblStyle)\s[^>]*?w:val\s*=\s*["']([^"']+)["']""")
IDENTITY = regex(rb"""\sw:styleId\s*=\s*["']([^"']+)["']""")
ON_THE_PAGE = ("header", "footer")  # the others stand in a column of the text
NUMBER = f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}"
UNNAMED = frozenset(("normal", "default paragraph font", "normal table", "no list"))  # Word makes these itself


def _order(names: str) -> dict[str, int]:
    return {qn(f"w:{name}"): number for number, name in enumerate(names.split())}


# the order of the schema: CT_Styles, CT_Style, CT_PPrGeneral
IN_STYLES = _order("docDefaults latentStyles style")
IN_STYLE = _order(
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
IN_PARAGRAPH = _order(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
)


# ---------------------------------------------------------------------------------------------------------- laid over


class Widths(NamedTuple):
    """The width of the text that the styles of a template were made for, that of a page now, and of its narrowest column."""

    made_for: int
    page: int
    column: int


def restyled(own: bytes, house: bytes, widths: Widths) -> bytes:
    """The styles of a template with the look of those of a house style; numbering stays the template's own."""
    styles: Any = parse_xml(own)
    look: Any = parse_xml(language.in_ours(house, language.default_languages(house)))
    mine, theirs = by_name(styles), by_name(look)
    stops = {name: tab_stops.stops_of(style.pPr) for name, style in mine.items()}
    same_id = _ids_there(mine, theirs)
    for tag in ("w:docDefaults", "w:latentStyles"):
        _replace_child(styles, look.find(qn(tag)), tag)
    language.set_default(styles)
    for name, style in theirs.items():
        _adopt(styles, mine.get(name), deepcopy(style), same_id)
    for name, style in by_name(styles).items():
        _fit_tabs(style, stops.get(name), widths)
    return _in_order(styles)


def _fit_tabs(style: Any, before: Mapping[int, Stop] | None, widths: Widths) -> None:
    """Lay out the tabs of a style. Those that a house style has as the template had them are no choice of its own: they
    were made for the text of the template."""
    if style.pPr is None or style.pPr.tabs is None:
        return
    room = widths.page if style.name_val.lower() in ON_THE_PAGE else widths.column
    is_same = tab_stops.stops_of(style.pPr) == before
    tab_stops.fit(style.pPr, widths.made_for if is_same else room, room)


def by_name(styles: Any) -> dict[str, Any]:
    """The styles of a sheet by their name in small letters."""
    return {style.name_val.lower(): style for style in styles.style_lst if style.name_val}


def _ids_there(mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, str]:
    """The id of each of their styles in a document with mine: that of the one of its name, else one that is free."""
    taken = {style.styleId for style in mine.values()}
    there: dict[str, str] = {}
    for name, style in theirs.items():
        there[style.styleId] = mine[name].styleId if name in mine else _free(style.styleId, taken)
        taken.add(there[style.styleId])
    return there


def _free(identity: str, taken: Collection[str]) -> str:
    return next(key for number in count(1) if (key := f"{identity}{number if number > 1 else ''}") not in taken)


def _in_order(styles: Any) -> bytes:
    for style in styles.style_lst:
        put_in_order(style, IN_STYLE)
        if style.pPr is not None:
            put_in_order(style.pPr, IN_PARAGRAPH)
    put_in_order(styles, IN_STYLES)
    return relationships.to_bytes(styles)


def put_in_order(element: Any, order: dict[str, int]) -> None:
    """Sort the children of an element as the schema has them; what it does not name comes last."""
    children = list(element)
    ranks = [order.get(child.tag, len(order)) for child in children]
    if ranks != sorted(ranks):
        element[:] = [child for _, child in sorted(zip(ranks, children, strict=True), key=lambda pair: pair[0])]


def _replace_child(styles: Any, new: Any, tag: str) -> None:
    old = styles.find(qn(tag))
    if new is None:
        return
    if old is not None:
        styles.replace(old, deepcopy(new))
    else:
        styles.insert(0, deepcopy(new))


def _adopt(styles: Any, old: Any, new: Any, same_id: dict[Any, Any]) -> None:
    _rename(new, same_id)
    _keep_numbering(old, new)
    if old is None:
        styles.append(new)
    else:
        styles.replace(old, new)


def _rename(style: Any, same_id: dict[Any, Any]) -> None:
    """Call a style and those it refers to as the document calls the ones of their names."""
    style.styleId = same_id.get(style.styleId, style.styleId)
    for reference in style.xpath("w:basedOn | w:next | w:link"):
        reference.set(qn("w:val"), same_id.get(reference.get(qn("w:val")), reference.get(qn("w:val"))))


def _keep_numbering(old: Any, new: Any) -> None:
    """Numbering is structure: it stays as the template has it, or absent."""
    if new.pPr is not None:
        new.pPr._remove_numPr()
    if old is not None and old.pPr is not None and old.pPr.numPr is not None:
        new.get_or_add_pPr()._insert_numPr(deepcopy(old.pPr.numPr))


# ------------------------------------------------------------------------------------------------------------ lacking


def used_in(texts: Iterable[bytes]) -> set[str]:
    """The ids of the styles that parts name."""
    return {identity.decode() for text in texts for identity in REFERENCE.findall(text)}


@lru_cache(maxsize=4)  # the same house style for every template
def lacking(house: bytes, sheet: bytes) -> tuple[str, ...]:
    """The names of the styles in a sheet that a house style does not have."""
    known = by_name(parse_xml(house)).keys() | UNNAMED
    return tuple(style.name_val for name, style in by_name(parse_xml(sheet)).items() if name not in known)


def missing(own: bytes, sheet: bytes, used: Collection[str]) -> list[str]:
    """The ids of the styles in `sheet` that are used and not there, and of what these build on."""
    absent = set(used) - {identity.decode() for identity in IDENTITY.findall(own)}
    if not absent:
        return []
    mine, theirs = by_name(parse_xml(own)), by_name(parse_xml(sheet))
    wanted = {style.styleId: style for name, style in theirs.items() if name not in mine}
    return _with_bases([key for key in wanted if key in absent], wanted)


def names_of(sheet: bytes, ids: Collection[str]) -> list[str]:
    """The names of styles by their ids."""
    return [style.name_val for style in by_name(parse_xml(sheet)).values() if style.styleId in ids]


def numbers_of(sheet: bytes, ids: Collection[str]) -> list[str]:
    """The numbers of the lists that styles are in."""
    found = (style.find(NUMBER) for style in by_name(parse_xml(sheet)).values() if style.styleId in ids)
    return [number.get(qn("w:val")) for number in found if number is not None]


def with_styles(own: bytes, sheet: bytes, ids: Collection[str], numbers: Mapping[str, str]) -> bytes:
    """Styles with those of another sheet by their ids, in the lists that have these numbers here."""
    styles: Any = parse_xml(own)
    theirs = by_name(parse_xml(sheet))
    same_id = _ids_there(by_name(styles), theirs)
    for style in [style for style in theirs.values() if style.styleId in ids]:
        number = style.find(NUMBER)
        if number is not None:
            number.set(qn("w:val"), numbers.get(number.get(qn("w:val")), "0"))
        _rename(style, same_id)
        styles.append(style)
    _drop_next(styles)
    return _in_order(styles)


def _drop_next(styles: Any) -> None:
    """Drop what names as the next style one that is not there."""
    known = {style.styleId for style in styles.style_lst}
    for following in styles.xpath("w:style/w:next"):
        if following.get(qn("w:val")) not in known:
            following.getparent().remove(following)


def _with_bases(keys: Iterable[str], styles: dict[str, Any]) -> list[str]:
    """The ids with those of the styles they build on, in the order of the sheet."""
    found, waiting = set[str](), list(keys)
    while waiting:
        key = waiting.pop()
        if key in styles and key not in found:
            found.add(key)
            waiting += [one.get(qn("w:val")) for one in styles[key].xpath("w:basedOn | w:link")]
    return [key for key in styles if key in found]
