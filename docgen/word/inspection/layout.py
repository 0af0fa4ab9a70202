"""What an author did by hand that Word, a house style or a later edit will undo: typed numbers, empty lines, other fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen._lazy import regex
from docgen.diagnostics.levels import LEVELS
from docgen.opc.relationships import W
from docgen.word.inspection.accessibility import CONTROL, Noted
from docgen.word.inspection.places import text_of

WARNING, ADVICE = LEVELS[1], LEVELS[2]
TYPED_NUMBER = regex(r"^\s*(?:\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[a-z][.)]|[•●▪·]|[-–]\s)\s*\S")
TODAY = regex(r"^\s*(?:DATE|TIME|PRINTDATE|SAVEDATE)\b", 2)  # without regard to capitals
FONTS = ("ascii", "hAnsi")
BY_HAND = {"sz": "lettergrootte", "color": "kleur", "highlight": "markering", "u": "onderstreping"}
PLAIN = ("auto", "none")


def notes(root: Any, styles: Any) -> Iterator[Noted]:
    """All that is noted in a part; `styles` is the root of its style sheet."""
    yield from typed_numbers(root, TYPED_NUMBER)
    yield from _empty_lines(root)
    yield from _fonts(root, styles)
    yield from _by_hand(root)
    yield from _days(root)


def typed_numbers(root: Any, typed: re.Pattern[str]) -> Iterator[Noted]:
    """Two paragraphs in a row that begin with a number or bullet that was `typed`."""
    before: Any = None
    for paragraph in root.iter(f"{W}p"):
        words = text_of(paragraph)
        if CONTROL.match(words) and "{" in words:
            continue
        is_typed = (
            typed.match(words) is not None
            and paragraph.find(f"{W}pPr/{W}numPr") is None
            and next(paragraph.iterancestors(f"{W}tc"), None) is None
        )
        if is_typed and before is not None and before.getparent() is paragraph.getparent():
            message = "nummers of streepjes zijn hier getypt en lopen niet mee als er een regel bij komt of wegvalt; haal ze weg en kies in Word een lijst"
            yield Noted(before, "opmaak-nummer", ADVICE, message)
            return
        before = paragraph if is_typed else None


def _empty_lines(root: Any) -> Iterator[Noted]:
    """Two empty paragraphs in a row: they stand for white space, and stay when what is around them falls away."""
    for paragraph in root.iter(f"{W}p"):
        following = paragraph.getnext()
        if following is not None and following.tag == f"{W}p" and _is_empty(paragraph) and _is_empty(following):
            message = "lege alinea’s maken hier witruimte, en blijven staan als de tekst eromheen wegvalt; haal ze weg en geef de alinea ervoor of erna afstand (Alinea, Afstand)"
            yield Noted(paragraph, "opmaak-wit", ADVICE, message)
            return


def _is_empty(paragraph: Any) -> bool:
    shown = (f"{W}t", f"{W}drawing", f"{W}pict", f"{W}object", f"{W}br", f"{W}fldChar", f"{W}sectPr", f"{W}sym")
    return next(paragraph.iter(*shown), None) is None


def _fonts(root: Any, styles: Any) -> Iterator[Noted]:
    """A font of a piece of text that no style has."""
    known = {font for one in styles.iter(f"{W}rFonts") for font in _named(one)}
    told: set[str] = set()
    for one in root.iter(f"{W}rFonts"):
        run = one.getparent().getparent()
        if run is None or run.tag != f"{W}r" or not text_of_run(run).strip():
            continue
        for font in sorted(_named(one) - known - told):
            told.add(font)
            message = f"deze tekst heeft een eigen lettertype ({font}) dat in geen opmaakprofiel staat; selecteer de tekst en druk op Ctrl-spatie, dan volgt hij de huisstijl"
            yield Noted(run, "opmaak-lettertype", ADVICE, message)


def _by_hand(root: Any) -> Iterator[Noted]:
    """Text with a size, colour or marking of its own: the first of each, with how often."""
    runs = [run for run in root.iter(f"{W}r") if text_of_run(run).strip() and not CONTROL.match(text_of_run(run))]
    for name, words in BY_HAND.items():
        found = [
            run
            for run in runs
            if (one := run.find(f"{W}rPr/{W}{name}")) is not None and one.get(f"{W}val") not in PLAIN
        ]
        if found:
            more = f", en {len(found) - 1} andere ook" if len(found) > 1 else ""
            message = f"deze tekst heeft een eigen {words}{more}, en volgt de huisstijl dan niet; selecteer de tekst en druk op Ctrl-spatie, of geef haar een opmaakprofiel"
            yield Noted(found[0], "opmaak-los", ADVICE, message)


def _named(fonts: Any) -> set[str]:
    return {name for key in FONTS if (name := fonts.get(f"{W}{key}"))}


def text_of_run(run: Any) -> str:
    """The text of a run."""
    return "".join(one.text or "" for one in run.iter(f"{W}t"))


def _days(root: Any) -> Iterator[Noted]:
    """A field that shows the day on which somebody opens the document."""
    codes = [(one, one.text or "") for one in root.iter(f"{W}instrText")]
    codes += [(one, one.get(f"{W}instr", "")) for one in root.iter(f"{W}fldSimple")]
    for element, code in codes:
        if TODAY.match(code):
            message = "deze datum is die van de dag waarop iemand het document opent, en verandert dus; neem een datum uit het dossier, zoals {{ dossier.peildatum | datum }}, of typ haar"
            yield Noted(element, "opmaak-datum", WARNING, message)
