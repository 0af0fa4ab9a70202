"""House style: the look of one Word file laid over another.

What the house style gives: styles, default fonts and language, theme, page size and margins, headers and footers with
their logo. What the template keeps: its text, its numbering and which style each paragraph has.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.errors import TemplateError
from docgen.opc import relationships
from docgen.opc.archive import Parts
from docgen.word.style import carry, numbering, settings, style_sheet
from docgen.word.style.page import Pages

STYLES = "word/styles.xml"
THEME = "word/theme/theme1.xml"
FONTS = "word/fontTable.xml"


def complete(parts: Parts, sheet: Parts, name: str, findings: list[str]) -> Parts:
    """Return `parts` with the styles that they use and do not have, from `sheet`; these are told."""
    if STYLES not in parts:
        return parts
    texts = (data for part, data in parts.items() if part.endswith(".xml") and part != STYLES)
    own, look = parts[STYLES], sheet[STYLES]
    missing = style_sheet.missing(own, look, style_sheet.used_in(texts))
    if not missing:
        return parts
    findings.append(
        f"sjabloon {name} mist {_named(style_sheet.names_of(look, missing))}; docgen neemt die over uit zijn eigen huisstijl. "
        "Wilt u een andere opmaak, maak ze dan in Word in dit sjabloon"
    )
    done, lists = dict(parts), style_sheet.numbers_of(look, missing)
    numbers = numbering.take_over(done, sheet, lists, missing, relationships.main_part(parts, name))
    done[STYLES] = style_sheet.with_styles(own, look, missing, numbers)
    return done


def tell_lacking(house: Parts, sheet: Parts, name: str, findings: list[str]) -> None:
    """Tell which styles of `sheet` the house style does not have; it is the same sentence for every template."""
    lacking = style_sheet.lacking(house[STYLES], sheet[STYLES]) if STYLES in house else ()
    if lacking:
        findings.append(
            f"huisstijl {name} mist {_named(lacking)}; die houden de opmaak van het sjabloon. "
            "Kopieer ze uit templates/huisstijl.docx van docgen als u die opmaak wilt veranderen"
        )


def _named(styles: Sequence[str]) -> str:
    names = [f"‘{style}’" for style in styles]
    both = " en ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"het opmaakprofiel {both}" if len(names) == 1 else f"de opmaakprofielen {both}"


def lay_over(parts: Parts, house: Parts, name: str, house_name: str = "huisstijl.docx") -> Parts:
    """Return `parts` with the look of `house`; the names are for messages."""
    for whose, of in ((f"sjabloon {name}", parts), (f"huisstijl {house_name}", house)):
        if STYLES not in of:
            raise TemplateError(f"{whose} heeft geen opmaakprofielen; open het bestand in Word en sla het opnieuw op")
    dressed = dict(parts)
    prefix = carry.free_prefix(parts)
    pages = Pages(parts, house, name, prefix)
    dressed[STYLES] = style_sheet.restyled(parts[STYLES], house[STYLES], pages.widths)
    for shared in (THEME, FONTS):
        if shared in parts and shared in house:
            carry.put(dressed, house, shared, shared, prefix)
    settings.set_look(dressed, house, settings.OF_COLOURS if THEME in house else ())
    pages.finish(dressed, parts[STYLES])
    return dressed
