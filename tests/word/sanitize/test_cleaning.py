"""What comes in with a Word file of others and is in no document: dropped and told, or refused with what to do in Word."""

from __future__ import annotations

import re

import pytest

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.conftest import SAMPLE
from tests.fetching import holding, picture, related, shape, with_png
from tests.word.sanitize.verdict import findings
from tests.word_files import blank, changed, document, parts_of, saved, text_of, with_relation

pytestmark = pytest.mark.slow  # many templates are compiled


# ---------------------------------------------------------------------------------------------- parts that are missing


def test_a_reference_to_a_header_that_is_missing_goes_with_it():
    data = related(document("x"), "header", "header9.xml", "")
    data = changed(
        data,
        "word/document.xml",
        lambda xml: re.sub(r"(<w:sectPr[^>]*>)", r'\1<w:headerReference w:type="default" r:id="rIdF"/>', xml),
    )
    assert any(
        line.startswith("een koptekst waarnaar in de tekst wordt verwezen, ontbreekt") for line in findings(data)
    )
    assert b"headerReference" not in parts_of(compile_template(data).render({}))["word/document.xml"]


@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
@pytest.mark.parametrize(
    "xml", [picture('<a:blip r:embed="rIdF"/>'), shape('<v:imagedata r:id="rIdF" o:title="beeld"/>')]
)
def test_a_picture_that_is_missing_is_left_out_and_named(xml, mode):
    data = related(holding(xml), "image", "NULL", mode)
    assert any(line.startswith("een afbeelding (‘beeld’) in de tekst ontbreekt") for line in findings(data))
    left = parts_of(compile_template(data).render({}))["word/document.xml"]
    assert b"rIdF" not in left and b"<w:drawing" not in left and b"<w:pict" not in left


def test_a_drawing_that_shows_text_too_stays_when_its_picture_is_missing():
    box = '<v:imagedata r:id="rIdF"/><v:textbox><w:txbxContent><w:p><w:r><w:t>blijft</w:t></w:r></w:p></w:txbxContent></v:textbox>'
    data = related(holding(shape(box)), "image", "NULL", "")
    assert "blijft" in text_of(compile_template(data).render({}))


# ------------------------------------------------------------------------------------------------ people and machines


@pytest.mark.parametrize(
    "path",
    [
        "C:\\Users\\jansen\\logo.png",
        "\\\\server\\jansen\\logo.png",
        "file:///home/jansen/logo.png",
        "/Users/jansen/logo.png",
    ],
)
def test_the_name_of_a_picture_does_not_say_where_it_came_from(path):
    xml = picture('<a:blip r:embed="rIdP"/>').replace('name="beeld"', f'name="{path}" descr="{path}"')
    left = parts_of(compile_template(with_png(holding(xml))).render({}))["word/document.xml"]
    assert b"jansen" not in left and b'descr="logo.png"' in left


def test_who_may_change_a_part_of_the_text_is_not_in_a_document():
    data = holding('<w:permStart w:id="1" w:ed="GEMEENTE\\jansen"/>')
    assert b"jansen" not in parts_of(compile_template(data).render({}))["word/document.xml"]


# ---------------------------------------------------------------------------------------------------------- the screens


def library_with(folder, data: bytes, name: str = "raadsbesluit"):
    (folder / "bieb" / "templates").mkdir(parents=True)
    (folder / "bieb" / "templates" / f"{name}.docx").write_bytes(data)
    return folder / "bieb"


def test_what_a_template_lost_is_shown_once_and_stops_nothing(docgen, tmp_path):
    library = library_with(tmp_path, written_by_jansen_for_sample())
    done = docgen("render", SAMPLE, "-d", "raadsbesluit", "--library", library, "--out", "uit")
    line = "let op: sjabloon raadsbesluit.docx: docgen laat de opmerkingen weg"
    assert done.code == 0 and done.err.count(line) == 1 and "opmerkingen" not in done.out


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_batch_shows_it_once(docgen, tmp_path, more):
    library = library_with(tmp_path, written_by_jansen_for_sample(), "jaarplan")
    done = docgen("batch", SAMPLE, "-d", "jaarplan", "--per", "partij", "--library", library, "--out", "uit", *more)
    assert done.code == 0 and done.err.count("docgen laat de opmerkingen weg") == 1


def written_by_jansen_for_sample() -> bytes:
    made = blank()
    run = made.add_paragraph().add_run("{{ organisatie.naam }}")
    made.add_comment([run], text="nakijken", author="Jansen")
    return saved(made)


def test_an_address_may_only_stand_where_a_reader_clicks_it():
    picture = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rIdExtra"/></w:drawing></w:r></w:p>'
    data = with_relation(document("x"), "hyperlink", "https://www.example.org/a.png")
    with pytest.raises(TemplateError, match="haalt een afbeelding"):
        compile_template(changed(data, "word/document.xml", lambda xml: xml.replace("</w:p>", picture, 1)))
    for address in ("javascript:alert(1)", "file:///c:/x", "\\\\server\\x"):
        template = compile_template(with_relation(document("x"), "hyperlink", address))
        assert any(f"een koppeling naar ‘{address}’" in line for line in template.findings)
        assert address.encode() not in parts_of(template.render({}))["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    "xml",
    [
        '<v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://127.0.0.1:9/x.png"/>',
        "<w:altChunk/>",
        '<w:fldSimple w:instr="&#73;NCLUDEPICTURE http://x"/>',
        "<w:instrText>{{ 'INCLUDE' }}PICTURE x</w:instrText>",
        "<w:instrText>INCLUDE<!-- x -->PICTURE x</w:instrText>",
        '<w:fldSimple w:instr="{{ v }}"/>',
    ],
)
def test_xml_that_fetches_or_lets_a_value_fetch_is_refused(xml):
    with pytest.raises(TemplateError):
        compile_template(
            changed(
                document("x"), "word/document.xml", lambda text: text.replace("</w:p>", f"<w:r>{xml}</w:r></w:p>", 1)
            )
        )
