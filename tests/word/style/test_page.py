"""The page of a house style under every document: nothing runs past its text, and what goes with a page comes along."""

from __future__ import annotations

import re
import subprocess

import pytest
from docx.oxml.ns import qn

from docgen.documents.production import render
from docgen.opc.relationships import W, parse, relations, target_of
from docgen.word.compiler import compile_template
from docgen.word.style import tab_stops
from docgen.word.style.layout import DRAWING
from docgen.word.style.text_area import is_landscape, measure
from tests.word.markup import PIXEL
from tests.word.style.house_styles import PAGES, letterhead, on_other_paper
from tests.word_files import changed, document, parts_of, with_part, with_relation

MAIN, RELS = "word/document.xml", "word/_rels/document.xml.rels"


def sections_of(parts):
    return list(parse(parts[MAIN]).iter(f"{W}sectPr"))


def blocks_of(parts):
    """Every block of the text with its section."""
    waiting = []
    for block in parse(parts[MAIN]).find(f"{W}body"):
        waiting.append(block)
        for section in block.iter(f"{W}sectPr"):
            yield from ((one, section) for one in waiting)
            waiting = []


def headers_of(parts, section):
    """The headers and footers of a section by tag and kind of page."""
    targets = {one["Id"]: target_of(RELS, one["Target"]) for one in relations(parts, RELS)}
    found = [one for one in section if one.tag.endswith("Reference")]
    return {
        (one.tag.removeprefix(W).removesuffix("Reference"), one.get(f"{W}type")): targets[one.get(qn("r:id"))]
        for one in found
    }


def stops_in(parts, part):
    """The stops of every paragraph of a header that has a tab."""
    styles = {one.get(f"{W}styleId"): one for one in parse(parts["word/styles.xml"]).iter(f"{W}style")}
    for paragraph in parse(parts[part]).iter(f"{W}p"):
        if paragraph.find(f"{W}r/{W}tab") is not None:
            style = tab_stops.inherited(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), styles)
            yield tab_stops.without_cleared(style | tab_stops.stops_of(paragraph.find(f"{W}pPr")))


@pytest.fixture(scope="module")
def dressed(sample, tmp_path_factory):
    """A document in one of the house styles."""
    folder, made = tmp_path_factory.mktemp("huis"), {}

    def make(name, page):
        path = folder / f"{page}.docx"
        path.write_bytes(on_other_paper(*PAGES[page]) if page in PAGES else letterhead())
        if (name, page) not in made:
            made[name, page] = render(sample, name, house_style=path)
        return made[name, page]

    return make


@pytest.mark.slow
@pytest.mark.parametrize("page", [*PAGES, "letterhead"])
@pytest.mark.parametrize("name", ["borgingsplan", "overeenkomst"])
def test_nothing_runs_past_the_text(dressed, name, page, validator_errors, tmp_path):
    data = dressed(name, page)
    parts = parts_of(data)
    filled = []
    for block, section in blocks_of(parts):
        room = measure(section).column
        grids = [sum(int(column.get(f"{W}w")) for column in grid) for grid in block.iter(f"{W}tblGrid")]
        assert all(width <= room for width in grids)
        filled += [width / room for width in grids]
        assert all(int(one.find(f"{DRAWING}extent").get("cx")) <= room * 635 for one in block.iter(f"{DRAWING}inline"))
    for section in sections_of(parts):
        room, headers = measure(section).width, headers_of(parts, section)
        ends = [max(stops) for part in headers.values() for stops in stops_in(parts, part)]
        assert ends and all(end == room for end in ends)
    assert sorted(filled)[len(filled) // 3] > 0.99  # most tables fill the width, as in docgen's own house style
    (tmp_path / "a.docx").write_bytes(data)
    assert validator_errors(tmp_path / "a.docx") == []


@pytest.mark.slow
def test_a_page_on_its_side_has_the_paper_of_the_house_style_on_its_side(dressed):
    sizes = [
        (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient"))
        for size in parse(parts_of(dressed("geldstromenkaart", "Letter"))[MAIN]).iter(f"{W}pgSz")
    ]
    assert sizes[:2] == [("12240", "15840", None), ("15840", "12240", "landscape")]
    assert all(map(is_landscape, sections_of(parts_of(dressed("geldstromenkaart", "A5 on its side")))))


@pytest.mark.slow
def test_what_goes_with_a_page_comes_along(dressed):
    parts = parts_of(dressed("borgingsplan", "letterhead"))
    first, *rest = sections_of(parts)
    assert first.find(f"{W}titlePg") is not None and all(one.find(f"{W}titlePg") is None for one in rest)
    for section in (first, *rest):
        assert section.find(f"{W}pgBorders/{W}top").get(f"{W}color") == "B41E3C"
        assert section.find(f"{W}lnNumType").get(f"{W}countBy") == "5"
        shown = {(kind, pages) for kind, pages in headers_of(parts, section)}
        assert shown == {(kind, pages) for kind in ("header", "footer") for pages in ("default", "first", "even")}
    assert b"<w:evenAndOddHeaders/>" in parts["word/settings.xml"]


@pytest.mark.slow
def test_a_caption_stays_with_its_table_and_the_heading_of_contents_is_no_chapter_whatever_the_house_style(dressed):
    parts = parts_of(dressed("overdracht", "letterhead"))
    names = {
        one.get(f"{W}styleId"): one.find(f"{W}name").get(f"{W}val")
        for one in parse(parts["word/styles.xml"]).iter(f"{W}style")
    }
    looks = [(names[one.get(f"{W}val")].lower(), one.getparent()) for one in parse(parts[MAIN]).iter(f"{W}pStyle")]
    captions = [look for name, look in looks if name == "caption"]
    assert len(captions) > 5 and all(look.find(f"{W}keepNext") is not None for look in captions)
    (contents,) = [look for name, look in looks if name == "toc heading"]
    assert contents.find(f"{W}numPr/{W}numId").get(f"{W}val") == "0"


@pytest.mark.slow
def test_a_program_in_english_makes_no_document_english(dressed):
    parts = parts_of(dressed("raadsbesluit", "letterhead"))
    languages = set(re.findall(rb'<w:lang [^>]*?w:val="([^"]*)"', b"".join(parts.values())))
    assert languages == {b"nl-NL"}


@pytest.mark.slow
@pytest.mark.parametrize("page", ["A5 on its side", "letterhead"])
def test_on_paper_every_word_stands_between_the_margins_and_every_page_has_its_number(dressed, page, office, tmp_path):
    path = tmp_path / f"{page.replace(' ', '-')}.docx"
    path.write_bytes(dressed("borgingsplan", page))
    (pdf,) = office.pdf(path)
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    *_, right = PAGES.get(page, PAGES["A4 with wide margins"])
    for number, paper in enumerate(boxes.split("<page ")[1:], 1):
        wide = float(re.search(r'width="([\d.]+)"', paper)[1])
        margin = right / 2.54 * 72
        ends = [float(end) for end in re.findall(r'xMax="([\d.]+)"', paper)]
        assert max(ends) <= wide - margin + 2, f"page {number}"
        assert re.search(rf">pagina</word>\s*<word[^>]*>{number}</word>", paper), f"page {number}"


def house_with(change, part=MAIN, header="Kop van het huis"):
    return changed(document("x", header=header), part, change)


def in_section(xml: str):
    """A change that puts this in the section of a file."""
    return lambda text: text.replace("</w:sectPr>", f"{xml}</w:sectPr>")


def section_with(house: bytes, template: bytes):
    parts = parts_of(compile_template(template, "brief.docx", house_style=house).render({"naam": "A"}))
    return parts, sections_of(parts)[-1]


def test_columns_follow_and_those_of_a_template_stay_when_the_house_style_has_one():
    two = lambda text: re.sub(r"<w:cols[^>]*/>", '<w:cols w:num="2" w:space="300"/>', text)
    plain = document("{{ naam }}")
    _, section = section_with(house_with(two), plain)
    assert section.find(f"{W}cols").get(f"{W}num") == "2"
    _, section = section_with(document("x"), changed(plain, MAIN, two))
    assert section.find(f"{W}cols").get(f"{W}num") == "2"


def test_the_way_of_numbering_pages_follows_and_where_it_begins_does_not():
    _, section = section_with(
        house_with(in_section('<w:pgNumType w:fmt="upperRoman" w:start="9"/>')), document("{{ naam }}")
    )
    numbers = section.find(f"{W}pgNumType")
    assert numbers.get(f"{W}fmt") == "upperRoman" and numbers.get(f"{W}start") is None


def test_a_house_style_without_footers_leaves_those_of_a_template_on_first_and_even_pages_too():
    from docx import Document

    from tests.word_files import saved

    own = Document()
    own.add_paragraph("{{ naam }}")
    own.sections[0].footer.paragraphs[0].text = "Pagina"
    on = lambda text: text.replace("<w:compat", "<w:evenAndOddHeaders/><w:compat", 1)
    house = changed(house_with(in_section("<w:titlePg/>")), "word/settings.xml", on)
    parts, section = section_with(house, saved(own))
    found = headers_of(parts, section)
    assert {pages for kind, pages in found if kind == "footer"} == {"default", "first", "even"}
    assert all(b"Pagina" in parts[part] for (kind, _), part in found.items() if kind == "footer")
    assert b"Kop van het huis" in parts[found["header", "default"]]


def test_a_section_has_the_headers_of_the_one_before_it_when_it_has_none():
    def with_a_second(text: str) -> str:
        section = re.search(r"<w:sectPr.*?</w:sectPr>", text, re.DOTALL)[0]
        bare = re.sub(r"<w:headerReference[^>]*/>", "", section)
        return text.replace(section, f"<w:p><w:pPr>{section}</w:pPr></w:p>{bare}")

    parts, section = section_with(house_with(with_a_second), document("{{ naam }}"))
    assert b"Kop van het huis" in parts[headers_of(parts, section)["header", "default"]]


def test_a_template_with_a_table_and_no_section_is_laid_out_as_word_would_show_it():
    bare = changed(
        document("{{ naam }}"), MAIN, lambda text: re.sub(r"<w:sectPr.*?</w:sectPr>", "", text, flags=re.DOTALL)
    )
    _, section = section_with(house_with(str), bare)
    assert section.find(f"{W}pgSz") is not None


def test_a_border_brings_no_relation_of_another_file():
    border = '<w:pgBorders><w:top w:val="custom" w:sz="4" r:id="rIdRand"/></w:pgBorders>'
    house = with_relation(house_with(in_section(border)), "image", "media/rand.png", external=False, key="rIdRand")
    _, section = section_with(with_part(house, "word/media/rand.png", PIXEL), document("{{ naam }}"))
    assert set(section.find(f"{W}pgBorders/{W}top").attrib) == {f"{W}val", f"{W}sz"}


def test_a_document_of_docgen_as_a_template_gets_the_headers_of_another_house_style():
    first = compile_template(document("{{ naam }}"), "a.docx", house_style=house_with(str, header="Kop van vroeger"))
    template = changed(first.render({"naam": "x"}), MAIN, lambda text: text.replace(">x<", ">{{ naam }}<"))
    parts, section = section_with(house_with(str), template)
    assert b"Kop van het huis" in parts[headers_of(parts, section)["header", "default"]]
    assert not any(b"Kop van vroeger" in data for data in parts.values())


@pytest.mark.slow
def test_headers_that_a_template_keeps_end_at_the_margin_of_each_of_their_pages(sample, tmp_path):
    bare = lambda text: re.sub(r"<w:(header|footer)Reference[^>]*/>", "", text)
    path = tmp_path / "kaal.docx"
    path.write_bytes(changed(on_other_paper(*PAGES["A4 with wide margins"]), MAIN, bare))
    parts = parts_of(render(sample, "geldstromenkaart", house_style=path))
    widths = set()
    for section in sections_of(parts):
        for part in headers_of(parts, section).values():
            assert all(max(stops) == measure(section).width for stops in stops_in(parts, part))
            widths.add(measure(section).width)
    assert len(widths) == 2


def test_measures_with_a_fraction_become_whole():
    fraction = lambda text: re.sub(r'w:w="(\d+)" w:h="(\d+)"', r'w:w="\1.0" w:h="\2.4"', text)
    _, section = section_with(house_with(fraction), document("{{ naam }}"))
    size = section.find(f"{W}pgSz")
    assert size.get(f"{W}w").isdigit() and size.get(f"{W}h").isdigit()
