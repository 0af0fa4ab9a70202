"""LibreOffice: where it is, whether it converts, which fonts and which hyphenation it has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.doctor.outcome import GOOD, MIND, Outcome
from docgen.errors import DocgenError, TemplateError
from docgen.office import pdf
from docgen.office.conversion import Conversion, Converted
from docgen.office.program import Program, find_program
from docgen.opc import archive
from docgen.opc.relationships import parse

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SAME_WIDTH = {  # free fonts in which a text is as wide as in the other, so that pages end where they would
    "calibri": "carlito",
    "cambria": "caladea",
    "arial": "liberationsans",
    "timesnewroman": "liberationserif",
    "couriernew": "liberationmono",
}
HYPHENATION = "hyph_nl_NL.dic"


def examine(house_style: Path) -> Iterator[Outcome]:
    """What LibreOffice does with the house style."""
    try:
        program = find_program()
    except DocgenError as error:
        found, _, remedy = str(error).partition("; ")
        yield Outcome("LibreOffice", MIND, found, remedy)
        return
    yield Outcome("LibreOffice", GOOD, f"{program.version} in {program.path}")
    try:
        with Conversion(program) as conversion:
            (done,) = conversion.convert([house_style], pdf.target("2b"))
    except DocgenError as error:
        yield Outcome("omzetten", MIND, str(error), "start LibreOffice zelf eens, of installeer het opnieuw")
        return
    if done.fault:
        yield Outcome("omzetten", MIND, f"{house_style.name}: {done.fault}", "installeer LibreOffice opnieuw")
        return
    yield Outcome("omzetten", GOOD, f"{house_style.name} is omgezet naar PDF")
    yield from _fonts(house_style, done)
    yield _hyphenation(program)


def _fonts(house_style: Path, done: Converted) -> Iterator[Outcome]:
    """The fonts that a house style asks for, and what LibreOffice used."""
    try:
        pdf.check_library()
    except DocgenError:
        yield Outcome("lettertypen", MIND, "niet na te gaan zonder pikepdf", 'pip install "docgen[pdf]"')
        return
    used = {_bare(name): name for name in pdf.fonts_of(done.data)}
    wanted = _wanted(house_style)
    strange = [name for name in wanted if _bare(name) not in used]
    alike = {name: used[SAME_WIDTH[_bare(name)]] for name in strange if SAME_WIDTH.get(_bare(name)) in used}
    if not strange:
        yield Outcome("lettertypen", GOOD, f"{' en '.join(wanted) or 'geen'} van de huisstijl")
    elif len(alike) == len(strange):
        instead = " en ".join(f"{other} voor {name}" for name, other in alike.items())
        yield Outcome("lettertypen", GOOD, f"in de PDF staat {instead}: even breed, dus met dezelfde bladzijden")
    else:
        yield Outcome(
            "lettertypen",
            MIND,
            f"van de huisstijl niet gevonden: {', '.join(strange)}; in de PDF staat {', '.join(used.values()) or 'niets'}",
            "installeer het lettertype op deze computer; in Word verandert er niets",
        )


def _wanted(house_style: Path) -> list[str]:
    """The fonts of headings and of text, as the theme of a Word file names them."""
    try:
        parts = archive.read(house_style)
    except TemplateError:
        return []
    theme: Any = next((parse(data) for name, data in sorted(parts.items()) if name.startswith("word/theme/")), None)
    if theme is None:
        return []
    found = (theme.find(f".//{DRAWING}{kind}/{DRAWING}latin") for kind in ("majorFont", "minorFont"))
    return list(dict.fromkeys(str(one.get("typeface")) for one in found if one is not None and one.get("typeface")))


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()


def _hyphenation(program: Program) -> Outcome:
    """Whether LibreOffice can break Dutch words."""
    root = program.path.resolve().parent.parent
    places = [Path("/usr/share/hyphen"), Path("/usr/share/myspell"), *root.glob("share/extensions/dict-nl")]
    places += root.glob("Resources/extensions/dict-nl")
    if any((place / HYPHENATION).is_file() for place in places):
        return Outcome("afbreken", GOOD, "Nederlandse woorden worden in de PDF afgebroken")
    return Outcome(
        "afbreken",
        MIND,
        "het Nederlandse afbreekwoordenboek is niet gevonden; in de PDF blijven woorden heel",
        "installeer het taalpakket Nederlands van LibreOffice (Debian en Ubuntu: apt install hyphen-nl)",
    )
