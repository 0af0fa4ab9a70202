"""Tags in the address of a link."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError, TemplateError
from docgen.word.compiler import compile_template
from tests.word_files import changed, document, parts_of, with_relation, zipped


def with_link(address: str) -> bytes:
    """A document with a link to an address, as Word makes it."""
    made = with_relation(document("Zie [link]"), "hyperlink", address, True, key="rIdLink")
    link = '<w:hyperlink r:id="rIdLink" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>de website</w:t></w:r></w:hyperlink>'
    return changed(made, "word/document.xml", lambda xml: xml.replace("</w:p>", f"{link}</w:p>", 1))


@pytest.mark.parametrize(
    "address",
    ["https://x.nl/%7B%7B%20pad%20%7D%7D", "%7B%7Burl%7D%7D", "https://x.nl/{{ pad }}", "https://x.nl/%257B%257Bpad%257D%257D", "https://x.nl/?a=%7b%25 if x %25%7d",],
)  # fmt: skip
def test_a_tag_in_the_address_of_a_link_is_refused_with_the_text_of_the_link(address):
    with pytest.raises(
        TemplateError, match=r"de koppeling ‘de website’ heeft een tag in haar adres .*zet de tag in de tekst"
    ):
        compile_template(with_link(address))


@pytest.mark.parametrize("address", ["https://x.nl/%7Bid%7D", "https://x.nl/a%20b?x=%7B%7D%7B", "mailto:a@x.nl"])
def test_a_brace_in_the_address_of_a_link_is_no_tag(address):
    assert compile_template(with_link(address)).parts


def test_an_encoded_tag_in_a_field_with_a_link_is_refused():
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://x.nl/%7B%7Bpad%7D%7D"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    made = changed(document("Zie"), "word/document.xml", lambda xml: xml.replace("</w:p>", f"{field}</w:p>", 1))
    with pytest.raises(TemplateError, match=r"heeft een tag in haar adres \(HYPERLINK .*\{\{pad\}\}"):
        compile_template(made)


def test_nothing_is_refused_that_is_no_fault_of_a_template():
    with pytest.raises(DocgenError, match="bestaat niet"):
        compile_template("nergens.docx")
    assert parts_of(zipped(parts_of(document("x")))).keys() == parts_of(document("x")).keys()
