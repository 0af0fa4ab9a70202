"""Small headers, and styles for them."""

from __future__ import annotations

from docx.oxml.ns import nsdecls


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
