"""House style laid over the shipped templates."""

from __future__ import annotations

import io
import re

import pytest
from lxml import etree

from docgen.documents.production import render
from docgen.errors import RenderError, SourceError, TemplateError
from docgen.opc.archive import read
from docgen.word.compiler import compile_template
from docgen.word.style.house_style import lay_over
from tests.conftest import ROOT, TYPES
from tests.word.sanitize.odd_files import W, order_of
from tests.word_files import changed, document, parts_of, with_relation, zipped


@pytest.mark.slow
def test_a_house_style_of_ones_own_changes_the_look_of_every_document(sample, tmp_path):
    own = tmp_path / "eigen.docx"
    data = (ROOT / "templates" / "huisstijl.docx").read_bytes()
    data = changed(data, "word/styles.xml", lambda xml: xml.replace("Calibri", "Verdana"))
    own.write_bytes(
        changed(data, "word/header1.xml", lambda xml: xml.replace("organisatie.naam | hoofdletter", "'Eigen kop'"))
    )
    for name in TYPES:
        parts = parts_of(render(sample, name, house_style=own))
        assert b"Verdana" in parts["word/styles.xml"] and b"Calibri" not in parts["word/styles.xml"]
        assert any(b"Eigen kop" in parts[part] for part in parts if part.startswith("word/huisstijl_header"))


def test_a_house_style_from_a_dutch_word_is_matched_by_the_names_of_its_styles(sample, tmp_path):
    own = tmp_path / "eigen.docx"
    data = (ROOT / "templates" / "huisstijl.docx").read_bytes()

    def dutch_ids(xml: str) -> str:
        return re.sub(r'(w:(?:styleId|val))="Heading1"', r'\1="Kop1"', xml).replace("Calibri", "Verdana")

    own.write_bytes(changed(changed(data, "word/styles.xml", dutch_ids), "word/document.xml", dutch_ids))
    styles = parts_of(render(sample, "raadsvoorstel", house_style=own))["word/styles.xml"].decode()
    assert 'w:styleId="Heading1"' in styles and "Kop1" not in styles


def test_the_header_of_a_dutch_word_keeps_its_style(sample, tmp_path):
    own = tmp_path / "eigen.docx"
    data = (ROOT / "templates" / "huisstijl.docx").read_bytes()
    for part in ("word/styles.xml", "word/header1.xml"):
        data = changed(data, part, lambda xml: re.sub(r'(w:(?:styleId|val))="Header"', r'\1="Koptekst"', xml))
    own.write_bytes(data)
    parts = parts_of(render(sample, "raadsvoorstel", house_style=own))
    assert b'<w:pStyle w:val="Header"/>' in parts["word/huisstijl_header1.xml"]
    styles = parts["word/styles.xml"]
    assert b'w:styleId="Header"' in styles and b'w:styleId="Koptekst"' not in styles


def test_a_header_ends_at_the_margin_of_a_page_on_its_side(made):
    from docx import Document
    from docx.enum.section import WD_ORIENTATION

    for section in Document(io.BytesIO(made["geldstromenkaart"])).sections:
        *_, paragraph, _ = section.header.paragraphs  # below what is marked on every page, above the line
        style = [stop.position.twips for stop in paragraph.style.paragraph_format.tab_stops]
        own = [(stop.position.twips, stop.alignment.name) for stop in paragraph.paragraph_format.tab_stops]
        width = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
        if section.orientation == WD_ORIENTATION.LANDSCAPE:
            assert own == [(style[-1], "CLEAR"), (width, "RIGHT")] and width == 14002
        else:
            assert own == [] and style[-1] in (width, 9070)


def test_the_numbers_of_a_template_survive_a_house_style_without_any(sample, tmp_path):
    own = tmp_path / "eigen.docx"
    data = (ROOT / "templates" / "huisstijl.docx").read_bytes()
    own.write_bytes(changed(data, "word/styles.xml", lambda xml: re.sub(r"<w:numPr>.*?</w:numPr>", "", xml)))
    plain = parts_of(render(sample, "overeenkomst"))["word/styles.xml"]
    dressed = parts_of(render(sample, "overeenkomst", house_style=own))["word/styles.xml"]
    assert dressed.count(b"<w:numPr>") == plain.count(b"<w:numPr>") > 5


def test_a_logo_and_a_page_of_an_organisations_own_document_are_taken_over(sample, tmp_path, validator_errors, office):
    from docx import Document
    from docx.shared import Cm

    from tests.word.markup import PIXEL
    from tests.word_files import saved

    house = Document()
    section = house.sections[0]
    section.page_width, section.page_height, section.left_margin = Cm(21), Cm(29.7), Cm(4)
    (tmp_path / "logo.png").write_bytes(PIXEL)
    section.header.paragraphs[0].add_run("Gemeente Merenbroek ").add_picture(str(tmp_path / "logo.png"))
    house.styles["Heading 1"].font.name = "Georgia"
    own = tmp_path / "eigen.docx"
    own.write_bytes(saved(house))
    for name in ("raadsvoorstel", "overeenkomst"):
        data = render(sample, name, house_style=own)
        parts = parts_of(data)
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        assert PIXEL in parts.values() and b"Georgia" in parts["word/styles.xml"]
        assert b'w:left="2268"' in parts["word/document.xml"]
        assert validator_errors(path) == []
    assert "Gemeente Merenbroek" in office.text(office.pdf(path)[0])


@pytest.mark.slow
def test_styles_stay_in_the_order_of_the_schema_whatever_made_them():
    template, house = read(document("x")), read(document("x"))
    mixed = template["word/styles.xml"].decode()
    defaults, latent = (
        re.search(rf"<w:{tag}.*?</w:{tag}>", mixed, re.DOTALL)[0] for tag in ("docDefaults", "latentStyles")
    )
    template["word/styles.xml"] = (
        mixed.replace(latent, "").replace(defaults, "").replace("</w:styles>", f"{defaults}</w:styles>").encode()
    )
    own = '<w:style w:type="paragraph" w:styleId="Eigen"><w:pPr><w:jc w:val="both"/><w:spacing w:after="0"/></w:pPr><w:qFormat/><w:name w:val="Eigen"/></w:style>'
    template["word/styles.xml"] = template["word/styles.xml"].replace(b"</w:styles>", f"{own}</w:styles>".encode())
    done = lay_over(template, house, "brief.docx")["word/styles.xml"]
    assert order_of(done)[:2] == ["docDefaults", "latentStyles"] and set(order_of(done)[2:]) == {"style"}
    eigen = next(style for style in etree.fromstring(done) if style.get(f"{{{W}}}styleId") == "Eigen")
    assert [etree.QName(one).localname for one in eigen.iter()] == ["style", "name", "qFormat", "pPr", "spacing", "jc"]


def headed(header: str) -> bytes:
    return document("x", header=header)


def test_a_fault_in_the_header_of_a_house_style_is_called_by_the_name_of_that_file(tmp_path):
    path = tmp_path / "merenbroek.docx"
    path.write_bytes(headed("{{ organisatie.naam }} {% if %}"))
    with pytest.raises(TemplateError, match=r"^huisstijl merenbroek\.docx, in de koptekst"):
        compile_template(document("{{ naam }}"), "brief.docx", house_style=path)
    with pytest.raises(TemplateError, match=r"^sjabloon brief\.docx, "):
        compile_template(document("{% if %}"), "brief.docx", house_style=headed("Kop"))
    template = compile_template(document("{{ naam }}"), "brief.docx", house_style=headed("{{ adres }}"))
    with pytest.raises(RenderError, match=r"^huisstijl huisstijl\.docx, in de koptekst, .*adres"):
        template.render({"naam": "A"})
    with pytest.raises(RenderError, match=r"^sjabloon brief\.docx, .*naam"):
        template.render({"adres": "B"})


def test_a_house_style_without_styles_is_called_by_its_name(tmp_path):
    path = tmp_path / "merenbroek.docx"
    parts = parts_of(document("x"))
    del parts["word/styles.xml"]
    rels = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = re.sub(r'<Relationship [^>]*?"styles.xml"[^>]*/>', "", rels).encode()
    path.write_bytes(zipped(parts))
    with pytest.raises(TemplateError, match=r"^huisstijl merenbroek\.docx heeft geen opmaakprofielen"):
        compile_template(document("x"), "brief.docx", house_style=path)


def test_a_house_style_that_cannot_be_read_is_no_template(tmp_path):
    with pytest.raises(SourceError, match=r"^huisstijl .*merenbroek\.docx is niet te lezen"):
        compile_template(document("x"), "brief.docx", house_style=tmp_path / "merenbroek.docx")
    with pytest.raises(TemplateError, match=r"^huisstijl huisstijl\.docx is geen Word-bestand"):
        compile_template(document("x"), "brief.docx", house_style=b"tekst")


def test_what_docgen_leaves_out_of_a_house_style_is_told_once_for_all_documents(tmp_path):
    house = with_relation(document("x"), "attachedTemplate", "file:///c:/x.dotm", rels="word/_rels/settings.xml.rels")
    told = [compile_template(document("{{ a }}"), name, house_style=house).findings for name in ("a.docx", "b.docx")]
    line = "huisstijl huisstijl.docx: docgen laat de koppeling met het sjabloonbestand waarop het ooit is gebaseerd weg"
    assert told == [(line,), (line,)]


def dressed_in(house: bytes) -> dict[str, bytes]:
    return parts_of(compile_template(document("{{ naam }}"), "brief.docx", house_style=house).render({"naam": "A"}))


@pytest.mark.parametrize("place", ["defaults", "standard style", "nowhere"])
def test_the_language_of_the_program_that_made_a_house_style_is_not_that_of_a_document(place):
    lang = '<w:lang w:val="en-US"/>'

    def english(xml: str) -> str:
        bare = re.sub(r"<w:lang [^>]*/>", "", xml)
        at = {
            "defaults": r"(<w:rPrDefault>\s*<w:rPr>.*?)(</w:rPr>)",
            "standard style": r'(<w:name w:val="Normal"/>.*?)(</w:style>)',
        }
        added = {"defaults": lang, "standard style": f"<w:rPr>{lang}</w:rPr>"}
        return re.sub(at[place], rf"\1{added[place]}\2", bare, count=1, flags=re.DOTALL) if place in at else bare

    styles = dressed_in(changed(document("x"), "word/styles.xml", english))["word/styles.xml"]
    assert set(re.findall(rb'<w:lang [^>]*w:val="([^"]*)"', styles)) == {b"nl-NL"}
    assert re.search(rb"<w:rPrDefault>.*?<w:lang [^>]*?w:val=\"nl-NL\".*?</w:rPrDefault>", styles, re.DOTALL)


def test_a_header_shows_the_colours_of_its_theme_in_every_program():
    house = headed("Kop")
    (part,) = (name for name in parts_of(house) if re.search(r"/header\d", name))
    coloured = '<w:r><w:rPr><w:color w:val="000000" w:themeColor="accent1"/></w:rPr>'
    parts = dressed_in(changed(house, part, lambda xml: re.sub("<w:r>", coloured, xml, count=1)))
    accent = re.search(rb'<a:accent1>\s*<a:srgbClr val="(\w+)"', parts["word/theme/theme1.xml"])[1]
    header = next(data for name, data in parts.items() if "huisstijl_header" in name)
    assert b'w:val="' + accent + b'" w:themeColor' in header
