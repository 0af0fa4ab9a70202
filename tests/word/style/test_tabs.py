"""The tabs of a header on wider paper go along with its margin."""

from __future__ import annotations

from docgen.opc.relationships import W, parse
from docgen.word.style.header import fit_header
from tests.word.style.headers import header, styles


def stops(data: bytes) -> list[tuple[str, str]]:
    found = parse(data).iterfind(f".//{W}tabs/{W}tab")
    return [(stop.get(f"{W}val"), stop.get(f"{W}pos")) for stop in found]


def test_on_wider_paper_a_tab_moves_to_the_middle_and_to_the_margin():
    own = styles(Header="header")
    assert stops(fit_header(header("Header"), own, own, 1000)) == [
        ("clear", "4000"),
        ("center", "4500"),
        ("clear", "8000"),
        ("right", "9000"),
    ]


def test_a_paragraph_without_a_tab_or_with_one_on_the_left_stays():
    own = styles(Header="header", Gewoon="Gewoon")
    assert stops(fit_header(header("Header", "<w:r><w:t>kop</w:t></w:r>"), own, own, 1000)) == []
    left = b'<w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs>'
    data = header("Gewoon").replace(b'"Gewoon"/>', b'"Gewoon"/>' + left)
    assert stops(fit_header(data, own, own, 1000)) == [("left", "700")]
