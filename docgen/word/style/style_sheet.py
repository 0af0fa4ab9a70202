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

from docgen._lazy import regex
from docgen.opc.relationships import W, parse, to_bytes
from docgen.word.style import headings, language, tab_stops
from docgen.word.style.tab_stops import Stop
from docgen.word.style.theme import NO_THEME, Theme, write_out

STYLES = "word/styles.xml"
# how a text names a style, by its id
REFERENCE = regex(rb"""<w:(?:pStyle|rStyle|tblStyle)\s[^>]*?w:val\s*=\s*["']([^"']+)["']""")
IDENTITY = regex(rb"""\sw:styleId\s*=\s*["']([^"']+)["']""")
UNNAMED = frozenset(("normal", "default paragraph font", "normal table", "no list"))  # Word makes these itself
ON_THE_PAGE = ("header", "footer")  # the others stand in a column of the text
VALUE, STYLE, STYLE_ID, PARAGRAPH, NUMBERED = f"{W}val", f"{W}style", f"{W}styleId", f"{W}pPr", f"{W}numPr"
NUMBER = f"{PARAGRAPH}/{NUMBERED}/{W}numId"
BASED_ON, NEXT, LINK = f"{W}basedOn", f"{W}next", f"{W}link"


def order(names: str) -> dict[str, int]:
    """The place of each element among its like."""
    return {f"{W}{name}": number for number, name in enumerate(names.split())}


# the order of the schema: CT_Styles, CT_Style, CT_PPrGeneral
IN_STYLES = order("docDefaults latentStyles style")
IN_STYLE = order(
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
IN_PARAGRAPH = order(
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


def restyled(own: bytes, house: bytes, widths: Widths, theme: Theme = NO_THEME) -> bytes:
    """The styles of a template with the look of those of a house style and its theme; numbering stays the template's own."""
    styles, look = parse(own), parse(language.in_ours(house, language.default_languages(house)))
    mine, theirs = by_name(styles), by_name(look)
    stops = {name: tab_stops.stops_of(style.find(PARAGRAPH)) for name, style in mine.items()}
    same_id = _ids_there(mine, theirs)
    for tag in (f"{W}docDefaults", f"{W}latentStyles"):
        _replace_child(styles, look.find(tag))
    language.set_default(styles)
    headings.follow(look, theirs.get(headings.HEADING), [style for name, style in mine.items() if name not in theirs])
    for name, style in theirs.items():
        _adopt(styles, mine.get(name), style, same_id)
    for name, style in (mine | theirs).items():
        _fit_tabs(style, name, stops.get(name), widths)
    headings.unstretch(by_name(styles))
    write_out(styles, theme)
    return _in_order(styles)


def by_name(styles: Any) -> dict[str, Any]:
    """The styles of a sheet by their name in small letters."""
    named = ((style.find(f"{W}name"), style) for style in styles.iterfind(STYLE))
    return {name.get(VALUE).lower(): style for name, style in named if name is not None and name.get(VALUE)}


def _replace_child(styles: Any, new: Any) -> None:
    old = styles.find(new.tag) if new is not None else None
    if old is not None:
        styles.replace(old, new)
    elif new is not None:
        styles.insert(0, new)


def _adopt(styles: Any, old: Any, new: Any, same_id: Mapping[str, str]) -> None:
    """Take a style of another sheet in the place of `old`, or as a new one."""
    _rename(new, same_id)
    _keep_numbering(old, new)
    if old is None:
        styles.append(new)
    else:
        styles.replace(old, new)


def _rename(style: Any, same_id: Mapping[str, str]) -> None:
    """Call a style and those it refers to as the document calls the ones of their names."""
    style.set(STYLE_ID, same_id.get(style.get(STYLE_ID), style.get(STYLE_ID)))
    for reference in style.iterchildren(BASED_ON, NEXT, LINK):
        reference.set(VALUE, same_id.get(reference.get(VALUE), reference.get(VALUE)))


def _keep_numbering(old: Any, new: Any) -> None:
    """Numbering is structure: it stays as the template has it, or absent."""
    properties, kept = new.find(PARAGRAPH), None if old is None else old.find(f"{PARAGRAPH}/{NUMBERED}")
    for number in properties.findall(NUMBERED) if properties is not None else ():
        properties.remove(number)
    if kept is not None and properties is None:
        properties = new.makeelement(PARAGRAPH)
        new.append(properties)
    if kept is not None:
        properties.append(deepcopy(kept))


def _ids_there(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, str]:
    """The id of each of their styles in a document with mine: that of the one of its name, else one that is free."""
    taken = {style.get(STYLE_ID) for style in mine.values()}
    there: dict[str, str] = {}
    for name, style in theirs.items():
        key = style.get(STYLE_ID)
        there[key] = mine[name].get(STYLE_ID) if name in mine else _free(key, taken)
        taken.add(there[key])
    return there


def _free(identity: str, taken: Collection[str]) -> str:
    return next(key for number in count(1) if (key := f"{identity}{number if number > 1 else ''}") not in taken)


def _fit_tabs(style: Any, name: str, before: Mapping[int, Stop] | None, widths: Widths) -> None:
    """Lay out the tabs of a style. Those that a house style has as the template had them are no choice of its own: they
    were made for the text of the template."""
    properties = style.find(PARAGRAPH)
    if properties is None or properties.find(tab_stops.TABS) is None:
        return
    room = widths.page if name in ON_THE_PAGE else widths.column
    is_same = tab_stops.stops_of(properties) == before
    tab_stops.fit(properties, widths.made_for if is_same else room, room)


def _in_order(styles: Any) -> bytes:
    for style in styles.iterfind(STYLE):
        put_in_order(style, IN_STYLE)
        properties = style.find(PARAGRAPH)
        if properties is not None:
            put_in_order(properties, IN_PARAGRAPH)
    put_in_order(styles, IN_STYLES)
    return to_bytes(styles)


def put_in_order(element: Any, order: Mapping[str, int]) -> None:
    """Sort the children of an element as the schema has them; what it does not name comes last."""
    children = list(element)
    ranks = [order.get(child.tag, len(order)) for child in children]
    if ranks != sorted(ranks):
        element[:] = [child for _, child in sorted(zip(ranks, children, strict=True), key=lambda pair: pair[0])]


# ------------------------------------------------------------------------------------------------------------ lacking


def used_in(texts: Iterable[bytes]) -> set[str]:
    """The ids of the styles that parts name."""
    return {identity.decode() for text in texts for identity in REFERENCE.findall(text)}


@lru_cache(maxsize=4)  # the same house style for every template
def lacking(house: bytes, sheet: bytes) -> tuple[str, ...]:
    """The names of the styles in a sheet that a house style does not have."""
    known = _names_in(house) | UNNAMED
    return tuple(_name_of(style) for name, style in by_name(parse(sheet)).items() if name not in known)


def only_in(own: bytes, others: tuple[bytes, ...], used: Collection[str]) -> list[str]:
    """The names of the styles that are used, and that other sheets do not have."""
    known = UNNAMED.union(*(_names_in(one) for one in others))
    return [
        _name_of(style)
        for name, style in by_name(parse(own)).items()
        if name not in known and style.get(STYLE_ID) in used
    ]


@lru_cache(maxsize=4)
def _names_in(styles: bytes) -> frozenset[str]:
    return frozenset(by_name(parse(styles)))


def _name_of(style: Any) -> str:
    return str(style.find(f"{W}name").get(VALUE))


def missing(own: bytes, sheet: bytes, used: Collection[str]) -> list[str]:
    """The ids of the styles in `sheet` that are used and not there, and of what these build on."""
    absent = set(used) - {identity.decode() for identity in IDENTITY.findall(own)}
    if not absent:
        return []
    mine, theirs = by_name(parse(own)), by_name(parse(sheet))
    wanted = {style.get(STYLE_ID): style for name, style in theirs.items() if name not in mine}
    return _with_bases([key for key in wanted if key in absent], wanted)


def _with_bases(keys: Iterable[str], styles: Mapping[str, Any]) -> list[str]:
    """The ids with those of the styles they build on, in the order of the sheet."""
    found, waiting = set[str](), list(keys)
    while waiting:
        key = waiting.pop()
        if key in styles and key not in found:
            found.add(key)
            waiting += [one.get(VALUE) for one in styles[key].iterchildren(BASED_ON, LINK)]
    return [key for key in styles if key in found]


def names_of(sheet: bytes, ids: Collection[str]) -> list[str]:
    """The names of styles by their ids."""
    return [_name_of(style) for style in _styles(parse(sheet), ids)]


def numbers_of(sheet: bytes, ids: Collection[str]) -> list[str]:
    """The numbers of the lists that styles are in."""
    found = (style.find(NUMBER) for style in _styles(parse(sheet), ids))
    return [number.get(VALUE) for number in found if number is not None]


def _styles(sheet: Any, ids: Collection[str]) -> list[Any]:
    return [style for style in by_name(sheet).values() if style.get(STYLE_ID) in ids]


def with_styles(
    own: bytes, sheet: bytes, ids: Collection[str], numbers: Mapping[str, str], theme: Theme = NO_THEME
) -> bytes:
    """Styles with those of another sheet by their ids, in the lists that have these numbers here."""
    styles, look = parse(own), parse(sheet)
    same_id = _ids_there(by_name(styles), by_name(look))
    for style in _styles(look, ids):
        number = style.find(NUMBER)
        if number is not None:
            number.set(VALUE, numbers.get(number.get(VALUE), "0"))
        _rename(style, same_id)
        styles.append(style)
    _drop_next(styles)
    write_out(styles, theme)
    return _in_order(styles)


def _drop_next(styles: Any) -> None:
    """Drop what names as the next style one that is not there."""
    known = {style.get(STYLE_ID) for style in styles.iterfind(STYLE)}
    for following in styles.findall(f"{STYLE}/{NEXT}"):
        if following.get(VALUE) not in known:
            following.getparent().remove(following)
