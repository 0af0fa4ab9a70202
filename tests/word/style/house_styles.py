"""House styles as an organisation makes them: docgen's own with another page, and one from an empty document."""

from __future__ import annotations

import io

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor

from tests.conftest import ROOT
from tests.word.markup import PIXEL
from tests.word_files import saved

OWN = ROOT / "templates" / "huisstijl.docx"


def element(tag: str, **attributes: str):
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def set_page(section, width: float, height: float, left: float, right: float) -> None:
    """Paper and margins in centimetres."""
    section.page_width, section.page_height = Cm(width), Cm(height)
    section.left_margin, section.right_margin = Cm(left), Cm(right)
    section.top_margin = section.bottom_margin = Cm(2)
    if width > height:
        section._sectPr.find(qn("w:pgSz")).set(qn("w:orient"), "landscape")


def on_other_paper(width: float, height: float, left: float, right: float) -> bytes:
    """Docgen's house style with nothing changed but the page."""
    house = Document(OWN)
    set_page(house.sections[0], width, height, left, right)
    return saved(house)


def letterhead() -> bytes:
    """A house style from an empty document: a logo on the first page, even pages with a header of their own, a border, line
    numbers, two columns, page numbers on the right; in English, as its program was."""
    house = Document()
    section = house.sections[0]
    set_page(section, 21, 29.7, 4, 3)
    section.different_first_page_header_footer = house.settings.odd_and_even_pages_header_footer = True
    section.first_page_header.paragraphs[0].add_run("Briefhoofd").add_picture(io.BytesIO(PIXEL), width=Cm(4))
    section.header.paragraphs[0].text = "Oneven\t\tGemeente Merenbroek"
    section.even_page_header.paragraphs[0].text = "Even\t\tGemeente Merenbroek"
    for footer in (section.footer, section.even_page_footer, section.first_page_footer):
        number = element("fldSimple", instr=" PAGE ")
        footer.paragraphs[0].add_run("Voet\t\tpagina ")
        footer.paragraphs[0]._p.append(number)
    borders = element("pgBorders", offsetFrom="page")
    borders.append(element("top", val="single", sz="8", space="24", color="B41E3C"))
    section._sectPr.find(qn("w:pgMar")).addnext(borders)
    borders.addnext(element("lnNumType", countBy="5"))
    return saved(house)


PAGES = {
    "A5 on its side": (21, 14.8, 2, 2),
    "Letter": (21.59, 27.94, 1.5, 1.5),
    "A4 with wide margins": (21, 29.7, 4, 3),
}


def in_fonts(text: str, heading: str, colour: str) -> bytes:
    """A house style as one makes it in Word: fonts and a colour set in the styles of Word itself, and a theme that knows nothing of it."""
    house = Document()
    for name, font in (("Normal", text), ("Heading 1", heading), ("Title", heading)):
        style = house.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        style.font.name = font
        if font == heading:
            style.font.color.rgb = RGBColor.from_string(colour)
    return saved(house)
