"""Findings as comments of Word: each at its paragraph, those of before gone, those of people kept, nothing else changed."""

from __future__ import annotations

import io
import re

from docx import Document

from docgen.opc import archive
from docgen.opc.archive import Parts
from docgen.word.inspection.annotation import annotated
from docgen.word.inspector import inspect
from tests.word_files import changed, zipped

TEXTS = ("{{ a. }}", "Zomaar tekst", "{% if b %}ja")


def template(*texts):
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    data = io.BytesIO()
    document.save(data)
    return document, data.getvalue()


def faults(data):
    return [one for one in inspect(data, "brief.docx") if one.level == "fout"]


def with_comments(data) -> Parts:
    return annotated(archive.read(data), "brief.docx", faults(data))


def opened(parts):
    return Document(io.BytesIO(zipped(parts)))


def comments(document):
    return [(one.author, one.text) for one in document.comments]


def test_each_finding_is_a_comment_at_its_paragraph_with_what_to_do():
    found = opened(with_comments(template(*TEXTS)[1]))
    told = [text for _, text in comments(found)]
    assert {author for author, _ in comments(found)} == {"docgen"}
    assert told[0].startswith("Fout: ") and "[tag]" in told[0]
    assert "‘endif’ ontbreekt [tag-blok]\nWat u kunt doen: zet waar" in told[1]
    marked = [one.text for one in found.paragraphs if one._p.xpath(".//w:commentReference")]
    assert marked == [TEXTS[0], TEXTS[2]]


def test_no_other_part_changes_and_the_text_neither():
    data = template(*TEXTS)[1]
    before, after = archive.read(data), with_comments(data)
    touched = {name for name in after if after[name] != before.get(name)}
    assert touched == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"}
    assert [one.text for one in opened(after).paragraphs] == list(TEXTS)


def test_what_is_mended_has_no_comment_the_next_time_and_the_comments_of_people_stay():
    document, _ = template(*TEXTS)
    document.add_comment(document.paragraphs[1].runs, text="Klopt dit?", author="Marijke", initials="M")
    data = io.BytesIO()
    document.save(data)
    first = zipped(with_comments(data.getvalue()))
    assert len(comments(Document(io.BytesIO(first)))) == 3
    mended = changed(first, "word/document.xml", lambda xml: xml.replace("{{ a. }}", "{{ a }}"))
    again = opened(with_comments(mended))
    assert [author for author, _ in comments(again)] == ["Marijke", "docgen"]
    ids = {one.comment_id for one in again.comments}
    body = again.element.body
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert {int(one) for one in body.xpath(f".//w:{name}/@w:id")} == ids


def test_with_the_comments_of_docgen_the_same_is_found_and_those_of_a_person_are_told():
    data = template(*TEXTS)[1]
    copy = zipped(with_comments(data))
    assert inspect(copy, "brief.docx") == inspect(data, "brief.docx")
    theirs = changed(copy, "word/comments.xml", lambda xml: xml.replace('author="docgen"', 'author="Marijke"', 1))
    assert any("de opmerkingen" in one.message for one in inspect(theirs, "brief.docx"))


def test_what_stands_in_a_header_is_told_at_the_first_paragraph_with_its_place():
    document, _ = template("Eerste", "Tweede")
    document.sections[0].header.paragraphs[0].text = "{{ a. }}"
    data = io.BytesIO()
    document.save(data)
    found = opened(with_comments(data.getvalue()))
    ((_, text),) = comments(found)
    assert text.startswith("Fout: in de koptekst, bij ‘{{ a. }}’: ")
    assert [one.text for one in found.paragraphs if one._p.xpath(".//w:commentReference")] == ["Eerste"]


def test_a_list_of_parts_with_a_prefix_is_written_as_word_does():
    def prefixed(xml):
        return re.sub(r"<(/?)(\w+)", r"<\1t:\2", xml).replace("xmlns=", "xmlns:t=")

    data = changed(template(*TEXTS)[1], "[Content_Types].xml", prefixed)
    assert b"<Types " in with_comments(data)["[Content_Types].xml"]
    assert len(comments(opened(with_comments(data)))) == 2


def test_an_answer_to_a_comment_of_docgen_stands_by_itself_when_that_is_gone():
    first = with_comments(template(*TEXTS)[1])
    w14, w15 = (f"http://schemas.microsoft.com/office/word/{year}/wordml" for year in (2010, 2012))
    answer = f'<w:comment w:id="9" w:author="Marijke"><w:p w14:paraId="0000000B" xmlns:w14="{w14}"><w:r><w:t>Gedaan</w:t></w:r></w:p></w:comment>'
    xml = first["word/comments.xml"].decode().replace("<w:p>", f'<w:p w14:paraId="0000000A" xmlns:w14="{w14}">', 1)
    first["word/comments.xml"] = xml.replace("</w:comments>", f"{answer}</w:comments>").encode()
    first["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="0000000A"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/></w15:commentsEx>'
    ).encode()
    rels = first["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    first["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", f'<Relationship Id="rIdX" Type="{kind}" Target="commentsExtended.xml"/></Relationships>'
    ).encode()
    again = annotated(first, "brief.docx", [])
    assert comments(opened(again)) == [("Marijke", "Gedaan")]
    assert b"0000000A" not in again["word/commentsExtended.xml"] and b"0000000B" in again["word/commentsExtended.xml"]
