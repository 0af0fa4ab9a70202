"""The table of contents of a document: entries that are right and lead to their headings, before Word has seen it."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.dossier import load, loads
from docgen.word.compiler import compile_template
from tests.conftest import DOSSIERS, ROOT, SAMPLE
from tests.word_files import changed, document, parts_of

LONG = ["overeenkomst", "borgingsplan", "overdracht"]
OTHER = ROOT / "samples" / "alcoholbeleid-wolderwaard.yaml"
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-{}" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Oud hoofdstuk</w:t></w:r></w:p>'
    '<w:p><w:hyperlink w:anchor="_Toc1"><w:r><w:t>Nog een oud hoofdstuk</w:t></w:r></w:hyperlink></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def xml_of(data: bytes) -> str:
    return parts_of(data)["word/document.xml"].decode()


def entries(xml: str) -> list[tuple[str, str]]:
    """The bookmark and the text of each entry."""
    links = re.findall(r'<w:hyperlink w:anchor="(_TocKop\d+)"[^>]*>(.*?)</w:hyperlink>', xml)
    return [(anchor, text_of(inside)) for anchor, inside in links]


def text_of(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml.replace("<w:tab/>", " "))


def heading_at(xml: str, bookmark: str) -> str:
    """The text of the paragraph in which a bookmark stands."""
    at = xml.index(f'w:name="{bookmark}"')
    return text_of(xml[xml.rindex("<w:p>", 0, at) : xml.index("</w:p>", at)])


def own(*texts: str, levels: int = 3) -> bytes:
    made = document("inhoud", *texts)
    return changed(
        made,
        "word/document.xml",
        lambda xml: re.sub(
            r"<w:p>(?:(?!</w:p>).)*inhoud</w:t></w:r></w:p>", lambda _: FIELD.format(levels), xml, count=1
        ),
    )


@pytest.mark.parametrize("name", LONG)
def test_a_long_document_says_what_is_in_it_and_every_entry_leads_to_its_heading(name):
    xml = xml_of(render(load(SAMPLE), name))
    found = entries(xml)
    assert len(found) >= 15
    for anchor, text in found:
        assert text.endswith(heading_at(xml, anchor)) and xml.count(f'w:name="{anchor}"') == 1


def test_articles_and_annexes_have_the_numbers_that_word_gives_them():
    texts = [text for _, text in entries(xml_of(render(load(SAMPLE), "overeenkomst")))]
    assert texts[:4] == ["Partijen", "Overwegingen", "Afspraken", "Artikel 1 Begrippen"]
    articles = [text for text in texts if text.startswith("Artikel")]
    assert [text.split()[1] for text in articles] == [str(number) for number in range(1, len(articles) + 1)]
    assert "Bijlage 1 Functies en taken" in texts and texts.index("Bijlage 1 Functies en taken") > texts.index(
        articles[-1]
    )


def test_other_data_have_other_entries():
    one, two = ([text for _, text in entries(xml_of(render(load(path), "overeenkomst")))] for path in (SAMPLE, OTHER))
    assert one != two


def test_word_makes_the_table_anew_and_nothing_else():
    xml = xml_of(render(load(SAMPLE), "borgingsplan"))
    assert (
        xml.count('w:dirty="true"') == 1
        and '<w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> TOC' in xml
    )
    assert b"updateFields" not in parts_of(render(load(SAMPLE), "borgingsplan"))["word/settings.xml"]


@pytest.mark.parametrize("name", ["raadsbesluit", "voortgang", "overdracht:bestuur"])
def test_a_short_document_has_none(name):
    xml = xml_of(render(load(SAMPLE), name))
    assert "TOC " not in xml and "Inhoud<" not in xml


def test_a_short_agreement_has_none_either():
    xml = xml_of(render(loads((DOSSIERS / "minimaal-borgingsplan.yaml").read_bytes()), "borgingsplan"))
    assert "TOC " not in xml and "Inhoud<" not in xml and "docgen contents" not in xml


def test_the_table_of_an_own_template_gets_the_headings_that_are_there():
    template = own("# Inleiding", "{{ tekst }}", "# Over {{ tekst }}")
    xml = xml_of(compile_template(template).render({"tekst": "R&D"}))
    assert [text for _, text in entries(xml)] == ["Inleiding", "Over R&amp;D"]
    assert "Oud hoofdstuk" not in xml and "oud hoofdstuk" not in xml
    assert xml.count('"begin"') == xml.count('"end"') == 1


def test_a_heading_that_falls_away_has_no_entry_and_one_in_a_loop_has_one_each_time():
    template = own("{%p if a %}", "# Alleen dan", "{%p endif %}", "{%p for n in namen %}", "# {{ n }}", "{%p endfor %}")
    found = entries(xml_of(compile_template(template).render({"a": False, "namen": ["een", "twee"]})))
    assert [text for _, text in found] == ["een", "twee"] and len({anchor for anchor, _ in found}) == 2


def test_a_table_without_headings_stays_a_field():
    xml = xml_of(compile_template(own("gewone tekst {{ a }}")).render({"a": "x"}))
    assert entries(xml) == [] and xml.count('"begin"') == xml.count('"end"') == 1


def test_a_condition_around_a_table_keeps_it_or_takes_it_away():
    template = changed(
        own("# Kop"),
        "word/document.xml",
        lambda xml: xml.replace("<w:body>", "<w:body><w:p><w:r><w:t>{%p if a %}</w:t></w:r></w:p>", 1).replace(
            '"end"/></w:r></w:p>', '"end"/></w:r></w:p><w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>', 1
        ),
    )
    made = compile_template(template)
    assert len(entries(xml_of(made.render({"a": True})))) == 1
    assert "TOC" not in xml_of(made.render({"a": False}))


def test_a_document_with_a_table_of_contents_is_sound(validator_errors, tmp_path):
    path = tmp_path / "uit.docx"
    path.write_bytes(render(load(SAMPLE), "overeenkomst"))
    assert validator_errors(path) == []
