"""House style: the look of one Word file laid over another.

What the house style gives: styles, default fonts and language, theme, page size and margins, headers and footers with
their logo. What the template keeps: its text, its numbering and which style each paragraph has.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from docgen.errors import TemplateError
from docgen.opc import relationships
from docgen.opc.archive import Parts
from docgen.word.style import carry, numbering, style_sheet
from docgen.word.style.header import fit_header

STYLES = "word/styles.xml"
THEME = "word/theme/theme1.xml"
FONTS = "word/fontTable.xml"
PREFIX = carry.PREFIX
REFERENCES = ("headerReference", "footerReference")
PAGE_SETTINGS = ("pgSz", "pgMar")


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


def lay_over(parts: Parts, house: Parts, name: str) -> Parts:
    """Return `parts` with the look of `house`; `name` is the template's, for messages."""
    for whose, of in ((f"sjabloon {name}", parts), ("de huisstijl", house)):
        if STYLES not in of:
            raise TemplateError(f"{whose} heeft geen opmaakprofielen; open het bestand in Word en sla het opnieuw op")
    dressed = dict(parts)
    dressed[STYLES] = style_sheet.restyled(parts[STYLES], house[STYLES])
    for shared in (THEME, FONTS):
        if shared in parts and shared in house:
            dressed[shared] = house[shared]
    return _with_page(dressed, house, name)


# ------------------------------------------------------------------------------------------ page, headers and footers


def _with_page(parts: Parts, house: Parts, name: str) -> Parts:
    main, house_main = relationships.main_part(parts, name), relationships.main_part(house, "huisstijl.docx")
    root: Any = parse_xml(parts[main])
    look: Any = parse_xml(house[house_main])
    sections, models = root.xpath("//w:sectPr"), look.xpath("//w:sectPr")
    if not models:
        return parts
    if not sections:
        sections = [root.body.get_or_add_sectPr()]
    dressed = dict(parts)
    model = models[-1]
    taken: dict[int, list[Any]] = {}
    for section in sections:
        wider = _width(section) - _width(model) if section.orientation == WD_ORIENTATION.LANDSCAPE else 0
        if wider not in taken:
            taken[wider] = _take_headers(dressed, house, (main, house_main), model, wider)
        _dress_section(section, model, taken[wider])
    dressed[main] = relationships.to_bytes(root)
    return dressed


def _width(section: Any) -> int:
    """The width of the paper in twentieths of a point."""
    size = section.find(qn("w:pgSz"))
    return int(size.get(qn("w:w"))) if size is not None and str(size.get(qn("w:w"))).isdigit() else 0


def _dress_section(section: Any, model: Any, references: list[Any]) -> None:
    landscape = section.orientation == WD_ORIENTATION.LANDSCAPE
    for tag in REFERENCES if references else ():
        for old in section.findall(qn(f"w:{tag}")):
            section.remove(old)
    for reference in reversed(references):
        section.insert(0, deepcopy(reference))
    for tag in PAGE_SETTINGS:
        new, old = model.find(qn(f"w:{tag}")), section.find(qn(f"w:{tag}"))
        if new is None or (landscape and tag == "pgSz"):
            continue
        if old is not None:
            section.replace(old, deepcopy(new))
        else:
            section.insert(len(references) + PAGE_SETTINGS.index(tag), deepcopy(new))


def _take_headers(parts: Parts, house: Parts, mains: tuple[str, str], model: Any, wider: int) -> list[Any]:
    """Copy the headers and footers of the house style with all they need, for paper that is so much `wider` than that of
    the house style; return the references to them."""
    main, house_main = mains
    targets = {r.get("Id"): r for r in relationships.relations(house, relationships.rels_of(house_main))}
    found: list[Any] = []
    prefix = f"{PREFIX}{wider}_" if wider else PREFIX
    for reference in [child for child in model if child.tag in {qn(f"w:{tag}") for tag in REFERENCES}]:
        relation = targets.get(reference.get(qn("r:id")))
        if relation is None or relation.get("Target", "").startswith("#"):
            continue
        source = relationships.target_of(relationships.rels_of(house_main), relation.get("Target", ""))
        copied = carry.copy(parts, house, source, prefix)
        parts[copied] = fit_header(parts[copied], parts[STYLES], house[STYLES], wider)
        new = deepcopy(reference)
        new.set(qn("r:id"), carry.relate(parts, main, copied, relation.get("Type", "")))
        found.append(new)
    return found
