"""A finished document held to what a program can see of its accessibility (EN 301 549, WCAG 2.1 AA): `docgen render --strict`.

What only a person can see stands in `FOR_PEOPLE`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.levels import LEVELS
from docgen.opc import archive
from docgen.opc.archive import Parts
from docgen.opc.relationships import W, content_types, main_part, parse
from docgen.word.inspection import accessibility, layout
from docgen.word.inspection.accessibility import Noted
from docgen.word.inspection.places import Place, Places, number_of, part_called
from docgen.word.inspection.remark import Remark, remark
from docgen.word.tags.location import heading_styles
from docgen.word.xml.style_chain import style_chain

FAULT = LEVELS[0]
STYLES, CORE = "word/styles.xml", "docProps/core.xml"
OF_PAGES = (".main+xml", ".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml")
COUNTED = (  # what keeps a reader out; the rest of what is noted only makes a document harder to keep
    "opmaak-alt", "opmaak-kopniveau", "opmaak-kop", "opmaak-tabelkop", "opmaak-samengevoegd", "opmaak-taal", "opmaak-wit",
)  # fmt: skip
IN_TEXT = ("opmaak-kop", "opmaak-kopniveau")  # what is no matter of headers and footers
TYPED_ITEM = regex(
    r"^\s*(?:\d{1,2}[.)](?!\d)|[a-z][.)]|[•●▪·]|[-–]\s)\s*\S"
)  # not 2.1, which names a point of a decision
BARE = regex(r"^\s*(?:https?://\S+|www\.\S+|hier|klik hier|link|lees meer|meer)\s*[.:]?\s*$", 2)
COLOUR = regex(r"^[0-9A-Fa-f]{6}$")
LEAST, LEAST_LARGE = 4.5, 3.0  # WCAG 2.1, 1.4.3
LARGE, LARGE_BOLD = 36, 28  # half points
WHITE = "FFFFFF"
OFF = ("0", "false", "off", "none")
FOR_PEOPLE = (
    "een mens kijkt nog na: of de beschrijving van beelden en grafieken vertelt wat er te zien is, of de volgorde van lezen klopt, "
    "en of de taal duidelijk is"
)


def judge(data: bytes) -> list[Remark]:
    """What keeps a reader out of a finished document, in reading order."""
    parts = archive.read(data, "document")
    main = main_part(parts, "document")
    styles = parse(parts[STYLES])
    headings = heading_styles(parts[STYLES])
    found = [*_title(parts)]
    kinds = content_types(parts)
    ordered = [main, *sorted(name for name in parts if name != main and kinds.get(name, "").endswith(OF_PAGES))]
    for rank, name in enumerate(ordered):
        root = parse(parts[name])
        places = Places(root, name, headings, part_called(name, ""))
        noted = [(number_of(one.element, places.numbers), one) for one in _notes(root, styles)]
        for number, one in sorted(noted, key=lambda pair: pair[0]):
            if name == main or one.code not in IN_TEXT:
                found.append(remark(places.at(number), one.code, FAULT, one.message, rank))
    return found


def _notes(root: Any, styles: Any) -> Iterator[Noted]:
    for notes in (accessibility.notes, layout.notes):
        yield from (one for one in notes(root, styles) if one.code in COUNTED)
    yield from layout.typed_numbers(root, TYPED_ITEM)
    known = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    yield from _links(root)
    yield from _contrast(root, known)


def _title(parts: Parts) -> Iterator[Remark]:
    root = parse(parts[CORE]) if CORE in parts else None
    title = None if root is None else root.find("{*}title")
    if title is None or not (title.text or "").strip():
        message = "het document heeft geen titel in zijn eigenschappen; geef het sjabloon er een (Bestand, Info, Titel)"
        yield remark(Place("", -1, ""), "opmaak-titel", FAULT, message)


def _links(root: Any) -> Iterator[Noted]:
    for link in root.iter(f"{W}hyperlink"):
        words = "".join(one.text or "" for one in link.iter(f"{W}t"))
        if BARE.match(words):
            message = f"de tekst van deze link (‘{words.strip()[:60]}’) zegt niet waar hij heen gaat; schrijf in het dossier [waar het over gaat](adres)"
            yield Noted(link, "opmaak-link", FAULT, message)


def _contrast(root: Any, styles: dict[str, Any]) -> Iterator[Noted]:
    told: set[tuple[str, str]] = set()
    for run in root.iter(f"{W}r"):
        if not "".join(one.text or "" for one in run.iter(f"{W}t")).strip():
            continue
        chain = [*_looks(run, styles)]
        colour, fill = _value(chain, "color", "val"), _fill(run, chain)
        if not (COLOUR.match(colour) and COLOUR.match(fill)) or (colour, fill) in told:
            continue
        size = int(_value(chain, "sz", "val") or 0)
        bold = next((look.find(f"{W}b") for look in chain if look.find(f"{W}b") is not None), None)
        is_bold = bold is not None and bold.get(f"{W}val", "1") not in OFF
        least = LEAST_LARGE if size >= (LARGE_BOLD if is_bold else LARGE) else LEAST
        if (ratio := contrast(colour, fill)) < least:
            told.add((colour, fill))
            message = (
                f"letters in #{colour} op #{fill} zijn slecht te lezen (contrast {ratio:.1f}, ten minste {least:g}); "
                "kies in het sjabloon of de huisstijl een donkerder kleur letter, of een lichter vlak"
            )
            yield Noted(run, "opmaak-contrast", FAULT, message)


def _looks(run: Any, styles: dict[str, Any]) -> Iterator[Any]:
    """What says how a run looks, the nearest first: itself, its style, the style of its paragraph."""
    own = run.find(f"{W}rPr")
    if own is not None:
        yield own
        named = own.find(f"{W}rStyle")
        yield from _of_styles(named, styles)
    paragraph = next(run.iterancestors(f"{W}p"), None)
    named = None if paragraph is None else paragraph.find(f"{W}pPr/{W}pStyle")
    default = next(
        (
            key
            for key, style in styles.items()
            if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph"
        ),
        "",
    )
    yield from _of_styles(named, styles, default)


def _of_styles(named: Any, styles: dict[str, Any], default: str = "") -> Iterator[Any]:
    key = default if named is None else named.get(f"{W}val", "")
    for style in style_chain(key, styles):
        if (look := style.find(f"{W}rPr")) is not None:
            yield look


def _value(looks: list[Any], name: str, key: str) -> str:
    found = (look.find(f"{W}{name}") for look in looks)
    return next((str(one.get(f"{W}{key}", "")) for one in found if one is not None), "")


def _fill(run: Any, looks: list[Any]) -> str:
    """The colour behind a run: its own, that of its paragraph, of its cell; else the paper."""
    paragraph = next(run.iterancestors(f"{W}p"), None)
    cell = next(run.iterancestors(f"{W}tc"), None)
    shades = [look.find(f"{W}shd") for look in looks]
    shades += [paragraph.find(f"{W}pPr/{W}shd")] if paragraph is not None else []
    shades += [cell.find(f"{W}tcPr/{W}shd")] if cell is not None else []
    fills = (str(one.get(f"{W}fill", "")) for one in shades if one is not None)
    return next((fill for fill in fills if COLOUR.match(fill)), WHITE if cell is None else _table_fill(cell))


def _table_fill(cell: Any) -> str:
    """The colour of a cell without one of its own: not known where a table style may give one."""
    table = next(cell.iterancestors(f"{W}tbl"), None)
    return "" if table is not None and table.find(f"{W}tblPr/{W}tblStyle") is not None else WHITE


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.1, contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    values = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in values)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
