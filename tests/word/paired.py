"""What comes in pairs, as Word writes it: fields, bookmarks, notes; and the tags of branches to put around it."""

from __future__ import annotations

import re

from docgen.word.compiler import compile_template
from tests.word.markup import body, runs
from tests.word_files import parts_of, with_part, with_relation, zipped

NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def field(code: str, shown: str = "1") -> tuple[str, str, str]:
    """The begin, middle and end of a field."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    middle = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs(shown)}'
    return begin, middle, '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def mark(name: str, number: int, inner: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


IF, ELSE, ENDIF = p(runs("{%p if waar %}")), p(runs("{%p else %}")), p(runs("{%p endif %}"))
FOR, ENDFOR = p(runs("{%p for r in rijen %}")), p(runs("{%p endfor %}"))
VALUES = {"waar": True, "rijen": [{"a": "een"}, {"a": "twee"}, {"a": "drie"}]}


def xml_of(inner: str, **values) -> str:
    return parts_of(compile_template(body(inner)).render(VALUES | values))["word/document.xml"].decode()


def with_notes(inner: str, **notes: str) -> bytes:
    """A Word file with footnotes "n1", "n2" and the line above them, as Word makes them."""
    line = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    own = "".join(
        f'<w:footnote w:id="{name[1:]}"><w:p><w:r><w:footnoteRef/></w:r>{runs(text)}</w:p></w:footnote>'
        for name, text in notes.items()
    )
    xml = f'<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{line}{own}</w:footnotes>'
    made = with_relation(
        with_part(body(inner), "word/footnotes.xml", xml.encode()), "footnotes", "footnotes.xml", external=False
    )
    parts = parts_of(made)
    kind = '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", kind.encode())
    return zipped(parts)


def reference(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def notes_of(data: bytes) -> tuple[list[str], dict[str, str]]:
    """The numbers in the text, and the note of each number."""
    parts = parts_of(data)
    used = re.findall(r'footnoteReference w:id="(\d+)"', parts["word/document.xml"].decode())
    found = re.findall(
        r'<w:footnote [^>]*w:id="(-?\d+)"[^>]*>(.*?)</w:footnote>', parts["word/footnotes.xml"].decode(), re.DOTALL
    )
    return used, {number: re.sub("<[^>]+>", "", text) for number, text in found}
