"""Every part and relation on the way into a Word file of others: kept, left out and told, or refused."""

from __future__ import annotations

import io

import pytest
from docx import Document

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.fetching import NAMES, related, typed
from tests.word.markup import render
from tests.word.sanitize.verdict import findings, refusal
from tests.word_files import blank, changed, document, parts_of, saved, text_of, with_part, with_relation, zipped


@pytest.mark.slow
@pytest.mark.parametrize("target", ["NULL", "header9.xml", "../NULL"])
@pytest.mark.parametrize("kind", ["header", "image", "footer", "theme", "onbekend"])
def test_a_relation_to_a_part_that_is_not_there_is_left_out_and_told(kind, target):
    data = related(document("{{ naam }}"), kind, target, "")
    assert any("dat ontbreekt in het bestand, en docgen laat de verwijzing weg" in line for line in findings(data))
    assert target.encode() not in parts_of(compile_template(data).render({"naam": "x"}))["word/_rels/document.xml.rels"]


@pytest.mark.slow
def test_the_small_picture_of_the_first_page_is_left_out_and_told():
    made = Document()
    made.add_paragraph("{{ naam }}")
    assert findings(saved(made)) == ["docgen laat het voorbeeldplaatje weg"]
    assert not any("thumbnail" in part for part in parts_of(compile_template(saved(made)).render({"naam": "x"})))


def with_building_block(text: str) -> bytes:
    xml = f"<w:glossaryDocument {NAMES}><w:docParts><w:docPart><w:docPartBody><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
    data = typed(
        with_part(document("{{ naam }}"), "word/glossary/document.xml", xml.encode()),
        "word/glossary/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml",
    )
    return related(data, "glossaryDocument", "glossary/document.xml", "")


@pytest.mark.slow
def test_building_blocks_are_left_out_and_told_and_refused_when_a_tag_is_in_them():
    assert any("bouwstenen" in line for line in findings(with_building_block("Klik hier")))
    assert not any(
        "glossary" in part for part in parts_of(compile_template(with_building_block("x")).render({"naam": "x"}))
    )
    assert "tag in een bouwsteen of plaatsaanduiding (‘{{ plaats }}’)" in refusal(with_building_block("{{ plaats }}"))


@pytest.mark.slow
@pytest.mark.parametrize(
    "address", ["https://example.org/{{ pad }}", "https://example.org/%7B%7Bpad%7D%7D", "{% if a %}x"]
)
def test_a_tag_in_the_address_of_a_link_is_refused(address):
    assert "een koppeling met een tag in het adres" in refusal(related(document("x"), "hyperlink", address))


ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "lol">]>'


@pytest.mark.parametrize(
    "part",
    [
        "word/document.xml",
        "docProps/core.xml",
        "word/styles.xml",
        "_rels/.rels",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_every_part_and_encoding(part, encoding):
    parts = parts_of(document("x"))
    body = parts[part].decode().split("?>", 1)[1]
    parts[part] = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITY}{body}'.encode(encoding)
    with pytest.raises(TemplateError, match="DOCTYPE"):
        compile_template(zipped(parts))


def test_a_part_in_utf_16_without_a_doctype_is_read():
    parts = parts_of(document("{{ naam }}"))
    body = parts["word/document.xml"].decode().split("?>", 1)[1]
    parts["word/document.xml"] = f'<?xml version="1.0" encoding="UTF-16"?>{body}'.encode("utf-16")
    assert text_of(compile_template(zipped(parts)).render({"naam": "é"})) == "é"


@pytest.mark.parametrize("kind", ["oleObject", "aFChunk", "subDocument", "frame", "settings"])
def test_what_would_be_fetched_from_elsewhere_is_refused(kind):
    with pytest.raises(TemplateError, match=r"sjabloon brief\.docx"):
        compile_template(with_relation(document("x"), kind, "http://127.0.0.1:9/x"), "brief.docx")


@pytest.mark.parametrize("rels", ["word/_rels/settings.xml.rels", "word/_rels/document.xml.rels"])
def test_the_template_a_file_was_based_on_is_left_out_and_told(rels):
    template = compile_template(
        with_relation(document("x"), "attachedTemplate", "file:///c:/jansen/x.dotm", rels=rels), "brief.docx"
    )
    assert (
        "sjabloon brief.docx: docgen laat de koppeling met het sjabloonbestand waarop het ooit is gebaseerd weg"
        in template.findings
    )
    assert not any(b"jansen" in data for data in parts_of(template.render({})).values())


def test_a_hyperlink_is_kept():
    data = with_relation(document("x"), "hyperlink", "https://www.example.org")
    assert b"www.example.org" in parts_of(compile_template(data).render({}))["word/_rels/document.xml.rels"]


def test_macros_are_refused():
    with pytest.raises(TemplateError, match="macro"):
        compile_template(with_part(document("x"), "word/vbaProject.bin", b"\xd0\xcf\x11\xe0"))
    with pytest.raises(TemplateError, match="macro"):
        compile_template(
            changed(
                document("x"),
                "[Content_Types].xml",
                lambda t: t.replace("wordprocessingml.document.main", "x").replace(
                    "application/vnd.openxmlformats-officedocument.x",
                    "application/vnd.ms-word.document.macroEnabled.main",
                ),
            )
        )


def test_a_dotx_of_a_secretariat_becomes_a_docx():
    data = changed(
        document("{{ naam }}"), "[Content_Types].xml", lambda xml: xml.replace("document.main+xml", "template.main+xml")
    )
    made = render(data, naam="ja")
    assert Document(io.BytesIO(made)).paragraphs[0].text == "ja"


def test_comments_of_a_template_never_reach_a_document():
    made = blank()
    run = made.add_paragraph().add_run("{{ naam }}")
    made.add_comment([run], text="intern: nog nakijken", author="A")
    template = compile_template(saved(made), "brief.docx")
    parts = parts_of(template.render({"naam": "Gezond"}))
    assert "sjabloon brief.docx: docgen laat de opmerkingen weg" in template.findings
    assert not any(b"comment" in data.lower() or b"nakijken" in data for data in parts.values())
