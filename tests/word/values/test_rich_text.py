"""Rich text of docxtpl, in the order that the schema of Word wants."""

from __future__ import annotations

import pytest
from docxtpl import RichText
from lxml import etree

from docgen.errors import RenderError
from docgen.opc.relationships import W
from docgen.word.compiler import compile_template
from docgen.word.values.rich_text import in_order, is_rich
from tests.word.by_docxtpl import assert_same_as_docxtpl, by_docxtpl
from tests.word.markup import render
from tests.word_files import OFFICE, document, parts_of, text_of


def test_rich_text_goes_through_the_same_door():
    rich = RichText("rood & vet", bold=True)
    rich.add(" gewoon")
    template = document("voor {{r rijk }} na")
    assert_same_as_docxtpl(template, {"rijk": rich})


def test_where_docxtpl_breaks_the_schema_we_keep_it_and_the_same_text(validator_errors, tmp_path):
    rich = RichText(
        "a", color="FF0000", italic=True, bold=True, size=20, highlight="FFFF00", underline=True, font="Arial"
    )
    template = document("{{r rijk }}", table=[["{% cellbg 'FF0000' %}rood", "{% colspan 2 %}breed", "x"]])
    ours, theirs = render(template, rijk=rich), by_docxtpl(template, {"rijk": rich})
    assert text_of(ours) == text_of(theirs)
    (tmp_path / "a.docx").write_bytes(ours)
    assert validator_errors(tmp_path / "a.docx") == []


def test_the_properties_of_a_run_come_in_the_order_of_the_schema_and_shading_gets_its_kind():
    class RichTextParagraph:
        def __str__(self):
            return '<w:r><w:rPr><w:shd w:fill="FF0000"/><w:color w:val="00FF00"/><w:b/></w:rPr><w:t>x</w:t></w:r>'

    assert str(in_order(RichTextParagraph())) == (
        '<w:r><w:rPr><w:b/><w:color w:val="00FF00"/><w:shd w:val="clear" w:fill="FF0000"/></w:rPr><w:t>x</w:t></w:r>'
    )


def test_only_rich_text_is_shown_as_markup_and_a_text_stays_a_text():
    assert is_rich(RichText("x")) and not is_rich("<w:rPr><w:u/><w:b/></w:rPr>")
    assert in_order("<w:rPr><w:u/><w:b/></w:rPr>") == "<w:rPr><w:u/><w:b/></w:rPr>"


# ---------------------------------------------------------------------------------------------- links in rich text


def linked(address: str) -> RichText:
    rich = RichText("zie ")
    rich.add("de <site>", url_id=address)
    return rich


def test_a_link_in_rich_text_leads_to_its_address_in_the_text_and_in_a_header(validator_errors, tmp_path):
    made = render(
        document("{{r a }} {{r b }} {{r a }}", header="{{r b }}"),
        a=linked("https://a.nl/?x=1&y=2"),
        b=linked("mailto:b@c.nl"),
    )
    parts = parts_of(made)
    header = next(part for part in parts if part.startswith("word/header") and b"hyperlink" in parts[part])
    for part, addresses in (
        ("word/document.xml", 2 * ["https://a.nl/?x=1&y=2"] + ["mailto:b@c.nl"]),
        (header, ["mailto:b@c.nl"]),
    ):
        rels = etree.fromstring(parts[part.replace("word/", "word/_rels/") + ".rels"])
        targets = {one.get("Id"): (one.get("Target"), one.get("TargetMode")) for one in rels}
        used = [targets[one.get(f"{{{OFFICE}}}id")] for one in etree.fromstring(parts[part]).iter(f"{W}hyperlink")]
        assert sorted(used) == [(address, "External") for address in addresses]
    assert "zie de <site>" in text_of(made)
    (tmp_path / "a.docx").write_bytes(made)
    assert validator_errors(tmp_path / "a.docx") == []


@pytest.mark.parametrize(
    "address",
    [
        "rId6",
        "javascript:alert(1)",
        "file:///etc/passwd",
        r"https:\\host\x",
        'https://a" r:id="rId1',
        "https://a b",
        "\\\\host\\x",
        "",
    ],
)
def test_a_link_to_anything_but_an_address_of_the_web_or_of_mail_is_refused(address):
    template = compile_template(document("{{r rijk }}"))
    if not address:  # docxtpl makes no link of it
        assert "hyperlink" not in parts_of(template.render({"rijk": linked(address)}))["word/document.xml"].decode()
        return
    with pytest.raises(RenderError, match="heeft hier als url_id"):
        template.render({"rijk": linked(address)})


# ------------------------------------------------------------------------------------ what only docxtpl can print


@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}", "{{p x }}", "{{ x ~ 'a' }}"])
@pytest.mark.parametrize("kind", ["InlineImage", "Subdoc"])
def test_what_only_docxtpl_can_print_is_refused_by_name(kind, tag):
    value = type(kind, (), {"__html__": lambda self: "<w:r/>"})()
    with pytest.raises(RenderError, match=f"‘x’ is een {kind} van docxtpl, die docgen niet kent; zet "):
        compile_template(document(tag)).render({"x": value})
