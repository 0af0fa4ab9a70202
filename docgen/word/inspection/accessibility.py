"""What keeps a reader from finding the way: with a screen reader, with the navigation pane of Word, in a PDF with tags.

The rules are those of EN 301 549 (WCAG 2.1 AA) that a template can be held to: text alternatives (1.1.1), headings and tables by
their structure (1.3.1), the language (3.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from docgen._lazy import regex
from docgen.diagnostics.levels import LEVELS
from docgen.opc.relationships import W
from docgen.word.inspection.places import text_of
from docgen.word.xml.style_chain import style_chain

WARNING, ADVICE = LEVELS[1], LEVELS[2]
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
OFF = ("0", "false", "off", "none")
DUTCH = "nl"
CONTROL = regex(r"^\s*(?:\{[%#].*?[%#]\}\s*)+$")
MOST_WORDS = 12  # of what can be a heading


class Noted(NamedTuple):
    """What is noted about an element: its code, how grave it is, and what to say."""

    element: Any
    code: str
    level: str
    message: str


def notes(root: Any, styles: Any) -> Iterator[Noted]:
    """All that is noted in a part; `styles` is the root of its style sheet."""
    known = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    yield from _pictures(root)
    yield from _headings(root, known)
    yield from _tables(root)
    yield from _language(root, styles)


def _pictures(root: Any) -> Iterator[Noted]:
    for one in root.iter(DRAWING):
        is_decorative = any(mark.get("val", "1") not in OFF for mark in one.iter(DECORATIVE))
        if not (one.get("descr") or one.get("title") or is_decorative):
            message = (
                "deze afbeelding heeft geen tekst voor wie haar niet ziet; klik met rechts op de afbeelding, kies "
                "Alternatieve tekst bewerken, en schrijf in een zin wat zij laat zien"
            )
            yield Noted(one, "opmaak-alt", WARNING, message)


def level_of(paragraph: Any, styles: dict[str, Any]) -> int:
    """The level of a heading, from 1; 0 for other text."""
    look = paragraph.find(f"{W}pPr")
    own = None if look is None else look.find(f"{W}outlineLvl")
    named = None if look is None else look.find(f"{W}pStyle")
    chain = style_chain(named.get(f"{W}val"), styles) if named is not None else ()
    levels = [own, *(style.find(f"{W}pPr/{W}outlineLvl") for style in chain)]
    value = next((one.get(f"{W}val", "") for one in levels if one is not None), "")
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0


def _headings(root: Any, styles: dict[str, Any]) -> Iterator[Noted]:
    before = 0
    for paragraph in root.iter(f"{W}p"):
        words = text_of(paragraph).strip()
        if not words or CONTROL.match(words):
            continue
        level = level_of(paragraph, styles)
        if level > before + 1 and before:
            message = f"na een kop van niveau {before} komt er een van niveau {level}; kies niveau {before + 1}, of zet er een kop tussen"
            yield Noted(paragraph, "opmaak-kopniveau", WARNING, message)
        before = level or before
        if not level and _looks_like_heading(paragraph, words):
            message = (
                "deze vette regel lijkt een kop, maar is gewone tekst; geef hem in Word een opmaakprofiel, zoals Kop 2"
            )
            yield Noted(paragraph, "opmaak-kop", ADVICE, message)


def _looks_like_heading(paragraph: Any, words: str) -> bool:
    """A short line of its own in bold, outside a table, with no sign behind it that goes with a sentence."""
    look = paragraph.find(f"{W}pPr/{W}pStyle")
    if look is not None and look.get(f"{W}val", "").lower() not in ("normal", "standaard"):
        return False
    runs = [run for run in paragraph.iter(f"{W}r") if "".join(run.itertext()).strip()]
    return (
        bool(runs)
        and len(words.split()) <= MOST_WORDS
        and words[-1] not in ".,:;"
        and all(_is_bold(run) for run in runs)
        and next(paragraph.iterancestors(f"{W}tc", f"{W}txbxContent"), None) is None
    )


def _is_bold(run: Any) -> bool:
    bold = run.find(f"{W}rPr/{W}b")
    return bold is not None and bold.get(f"{W}val", "1") not in OFF


def unmarked_headings(root: Any) -> Iterator[Any]:
    """The first row of every table where that is not marked as its heading."""
    for row in _first_rows(root):
        mark = row.find(f"{W}trPr/{W}tblHeader")
        if mark is None or mark.get(f"{W}val", "1") in OFF:
            yield row


def _first_rows(root: Any) -> Iterator[Any]:
    """The first row of every table but those with a single row or column, which are there for the layout."""
    for table in root.iter(f"{W}tbl"):
        rows = [row for row in table.iterfind(f"{W}tr") if not CONTROL.match("".join(row.itertext()))]
        if len(rows) > 1 and len(list(rows[0].iterfind(f"{W}tc"))) > 1:
            yield rows[0]


def _tables(root: Any) -> Iterator[Noted]:
    for row in unmarked_headings(root):
        message = "de eerste rij van deze tabel is niet als kop gemerkt; selecteer haar en kies Tabelindeling, Veldnamenrijen herhalen"
        yield Noted(row, "opmaak-tabelkop", WARNING, message)
    for row in _first_rows(root):
        merged = [
            cell
            for cell in row.iterfind(f"{W}tc")
            if cell.find(f"{W}tcPr/{W}vMerge") is not None or _span(cell) not in ("", "1")
        ]
        if merged:
            message = "in de kop van deze tabel zijn cellen samengevoegd, en dan is niet voor te lezen welke kop bij welke kolom hoort; splits ze"
            yield Noted(merged[0], "opmaak-samengevoegd", ADVICE, message)


def _span(cell: Any) -> str:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return "" if span is None else str(span.get(f"{W}val", ""))


def _language(root: Any, styles: Any) -> Iterator[Noted]:
    """The language of the text as a whole, and pieces in another: what a screen reader pronounces wrong."""
    if not root.tag.endswith("}document"):
        return
    usual = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    language = "" if usual is None else usual.get(f"{W}val", "")
    remedy = "selecteer alles (Ctrl-A) en kies Controleren, Taal, Controletaal instellen: Nederlands, als standaard"
    if not language.lower().startswith(DUTCH):
        said = f"staat op {language}" if language else "heeft geen taal"
        yield Noted(root, "opmaak-taal", WARNING, f"de tekst {said}, en wordt zo voorgelezen; {remedy}")
        return
    for run in root.iter(f"{W}r"):
        own = run.find(f"{W}rPr/{W}lang")
        other = "" if own is None else own.get(f"{W}val", "")
        if other and not other.lower().startswith(DUTCH) and "".join(run.itertext()).strip():
            message = f"een stuk tekst staat op {other}; {remedy}"
            yield Noted(run, "opmaak-taal", ADVICE, message)
            return
