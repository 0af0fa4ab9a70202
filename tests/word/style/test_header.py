"""A header of the house style in another document: its styles by their names there, its tabs to the margin of its paper."""

from __future__ import annotations

from docx.oxml.ns import nsdecls

from docgen.opc.relationships import W, parse
from docgen.word.style.header import fit_header


def styles(**names: str) -> bytes:
    """Styles by id, each with its name; tabs of a header at 4000 in the middle and 8000 on the right."""
    tabs = '<w:pPr><w:tabs><w:tab w:val="center" w:pos="4000"/><w:tab w:val="right" w:pos="8000"/></w:tabs></w:pPr>'
    made = (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{tabs if name == "header" else ""}</w:style>'
        for identity, name in names.items()
    )
    return f"<w:styles {nsdecls('w')}>{''.join(made)}</w:styles>".encode()


def header(style: str, inner: str = "<w:r><w:tab/><w:t>kop</w:t></w:r>") -> bytes:
    return f'<w:hdr {nsdecls("w")}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p></w:hdr>'.encode()


def stops(data: bytes) -> list[tuple[str, str]]:
    found = parse(data).iterfind(f".//{W}tabs/{W}tab")
    return [(stop.get(f"{W}val"), stop.get(f"{W}pos")) for stop in found]


def test_a_header_that_fits_stays_byte_for_byte():
    same = styles(Header="header")
    assert fit_header(header("Header"), same, same, 8000, 8000) == header("Header")


def test_a_style_is_called_as_the_document_calls_the_one_of_that_name():
    made = fit_header(
        header("Koptekst"), styles(Header="header", X="Eigen"), styles(Koptekst="Header", X="Eigen"), 8000, 8000
    )
    assert b'<w:pStyle w:val="Header"/>' in made and b"Koptekst" not in made


def test_a_style_that_the_document_does_not_have_keeps_its_name():
    made = fit_header(header("Eigen"), styles(Header="header"), styles(Koptekst="header", Eigen="Eigen"), 8000, 8000)
    assert b'<w:pStyle w:val="Eigen"/>' in made


def test_on_wider_paper_a_tab_moves_to_the_middle_and_to_the_margin():
    own = styles(Header="header")
    assert stops(fit_header(header("Header"), own, own, 8000, 9000)) == [
        ("clear", "4000"),
        ("center", "4500"),
        ("clear", "8000"),
        ("right", "9000"),
    ]


def test_a_paragraph_without_a_tab_or_with_one_on_the_left_stays():
    own = styles(Header="header", Gewoon="Gewoon")
    assert stops(fit_header(header("Header", "<w:r><w:t>kop</w:t></w:r>"), own, own, 8000, 9000)) == []
    left = b'<w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs>'
    data = header("Gewoon").replace(b'"Gewoon"/>', b'"Gewoon"/>' + left)
    assert stops(fit_header(data, own, own, 8000, 9000)) == [("left", "700")]
