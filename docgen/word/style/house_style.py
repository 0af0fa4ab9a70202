"""House style: the look of one Word file laid over another.

What the house style gives: styles, default fonts and language, theme, page size and margins, headers and footers with
their logo. What the template keeps: its text, its numbering and which style each paragraph has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.errors import TemplateError
from docgen.opc import relationships
from docgen.opc.archive import Parts
from docgen.text.dutch import enumeration
from docgen.word.charts import lettering
from docgen.word.style import carry, numbering, settings, style_sheet, theme
from docgen.word.style.page import Pages
from docgen.word.style.style_sheet import STYLES
from docgen.word.style.theme import Theme
from docgen.word.xml import fonts

THEME = "word/theme/theme1.xml"
SHARED = {THEME: "theme", "word/fontTable.xml": "fontTable"}  # and how a document relates to it
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def complete(parts: Parts, sheet: Parts, name: str, findings: list[str]) -> Parts:
    """Return `parts` with the styles that they use and do not have, from `sheet`; these are told."""
    if STYLES not in parts:
        return parts
    own, look = parts[STYLES], sheet[STYLES]
    missing = style_sheet.missing(own, look, style_sheet.used_in(_texts(parts)))
    if not missing:
        return parts
    findings.append(
        f"sjabloon {name} mist {_named(style_sheet.names_of(look, missing))}; docgen neemt die over uit zijn eigen huisstijl. "
        "Wilt u een andere opmaak, maak ze dan in Word in dit sjabloon"
    )
    done, lists = dict(parts), style_sheet.numbers_of(look, missing)
    main = relationships.main_part(parts, name)
    numbers = numbering.take_over(done, sheet, lists, missing, main)
    if THEME not in done and THEME in sheet:
        carry.put(done, sheet, THEME, THEME, carry.free_prefix(parts))
        carry.relate(done, main, THEME, f"{RELATION}/{SHARED[THEME]}")
    colours = theme.read_theme(done[THEME]) if THEME in done else theme.NO_THEME
    done[STYLES] = style_sheet.with_styles(own, look, missing, numbers, colours)
    return done


def _texts(parts: Parts) -> Iterator[bytes]:
    return (data for part, data in parts.items() if part.endswith(".xml") and part not in (STYLES, numbering.PART))


def tell_lacking(parts: Parts, house: Parts, sheet: Parts, names: tuple[str, str], findings: list[str]) -> None:
    """Tell which styles of `sheet` the house style does not have, in the same sentence for every template; and which it does
    not have of those that this template made and uses. The names are those of the template and the house style."""
    if STYLES not in house or STYLES not in parts or house[STYLES] == sheet[STYLES]:
        return
    template, name = names
    lacking = style_sheet.lacking(house[STYLES], sheet[STYLES])
    own = style_sheet.only_in(parts[STYLES], (house[STYLES], sheet[STYLES]), style_sheet.used_in(_texts(parts)))
    if own:
        findings.append(
            f"huisstijl {name} mist {_named(own)} van sjabloon {template}; docgen houdt daarvoor de opmaak van het sjabloon"
        )
    if lacking:
        findings.append(
            f"huisstijl {name} mist {_named(lacking)}; docgen houdt daarvoor de opmaak van het sjabloon. "
            "Kopieer ze uit templates/huisstijl.docx van docgen als u die opmaak wilt veranderen"
        )


def _named(styles: Sequence[str]) -> str:
    names = enumeration([f"‘{style}’" for style in styles])
    return f"het opmaakprofiel {names}" if len(styles) == 1 else f"de opmaakprofielen {names}"


def lay_over(parts: Parts, house: Parts, name: str, house_name: str = "huisstijl.docx") -> Parts:
    """Return `parts` with the look of `house`; the names are for messages."""
    for whose, of in ((f"sjabloon {name}", parts), (f"huisstijl {house_name}", house)):
        if STYLES not in of:
            raise TemplateError(f"{whose} heeft geen opmaakprofielen; open het bestand in Word en sla het opnieuw op")
    dressed = dict(parts)
    prefix = carry.free_prefix(parts)
    pages = Pages(parts, house, name, prefix)
    look = _take_shared(dressed, house, pages.main, prefix)
    dressed[STYLES] = style_sheet.restyled(parts[STYLES], house[STYLES], pages.widths, look)
    dressed |= lettering.in_font(dressed, fonts.font_of_text(dressed[STYLES], dressed.get(THEME)))
    settings.set_look(dressed, house, settings.OF_COLOURS if THEME in house else ())
    pages.finish(dressed, parts[STYLES])
    for part in [part for part in dressed if part.endswith(".xml") and part != STYLES]:
        dressed[part] = theme.written_out(dressed[part], look)
    return dressed


def _take_shared(parts: Parts, house: Parts, main: str, prefix: str) -> Theme:
    """Take over the theme and the fonts of a house style, of which a file has one each; return the theme."""
    for part, kind in SHARED.items():
        is_new = part not in parts
        if part in house:
            carry.put(parts, house, part, part, prefix)
        if part in house and is_new:
            carry.relate(parts, main, part, f"{RELATION}/{kind}")
    return theme.read_theme(parts[THEME]) if THEME in house else theme.NO_THEME
