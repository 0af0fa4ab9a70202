"""Word files as others send them: with their maker in it, without settings, with parts under other names."""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from tests.fetching import related, typed
from tests.word_files import blank, changed, document, parts_of, saved, with_part, zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def written_by_jansen() -> bytes:
    made = blank()
    made.add_paragraph("{{ naam }}")
    core = made.core_properties
    core.author = core.last_modified_by = "Jansen"
    core.title, core.subject, core.keywords, core.language = "Besluit", "{{ naam }}", "zorg", "nl-NL"
    data = changed(
        saved(made),
        "docProps/app.xml",
        lambda xml: xml.replace(
            "</Properties>", "<Manager>Jansen</Manager><HyperlinkBase>\\\\jansen\\x</HyperlinkBase></Properties>"
        ),
    )
    custom = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate({"Zaak nummer": "Z12", "_SharedPath": "jansen"}.items(), 2)
    )
    data = typed(
        with_part(data, "docProps/custom.xml", custom.format(rows).encode()),
        "docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    )
    data = related(data, "custom-properties", "docProps/custom.xml", "", source="")
    field = """<w:p><w:fldSimple w:instr=' DOCPROPERTY "Zaak nummer" '><w:r><w:t>Z12</w:t></w:r></w:fldSimple></w:p>"""
    return changed(data, "word/document.xml", lambda xml: xml.replace("</w:p>", f"</w:p>{field}", 1))


DOSSIER = {"naam": "x", "organisatie": {"naam": "Wij & zij"}, "dossier": {"peildatum": date(2027, 3, 2)}}


def order_of(xml: bytes, name: str = "") -> list[str]:
    root = etree.fromstring(xml)
    element = next(root.iter(f"{{{W}}}{name}")) if name else root
    return [etree.QName(child).localname for child in element]


def under_other_names(data: bytes) -> bytes:
    names = {
        "word/styles.xml": "word/styles2.xml",
        "word/settings.xml": "word/instellingen.xml",
        "word/document.xml": "word/document2.xml",
        "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
    }
    parts = {names.get(part, part): content for part, content in parts_of(data).items()}
    for part in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document2.xml.rels"):
        for old, new in (
            ("styles.xml", "styles2.xml"),
            ("settings.xml", "instellingen.xml"),
            ("word/document.xml", "word/document2.xml"),
        ):
            parts[part] = re.sub(rf'(["/]){re.escape(old)}"', rf'\1{new}"', parts[part].decode()).encode()
        parts[part] = (
            parts[part].replace(b"webinstellingen", b"webSettings").replace(b"webSettings.xml", b"webSettings.xml")
        )
    return zipped(parts)


def without_settings() -> bytes:
    parts = parts_of(document("{{ naam }}"))
    del parts["word/settings.xml"]
    rels = "word/_rels/document.xml.rels"
    parts[rels] = re.sub(rb"<Relationship [^>]*/settings\"[^>]*/>", b"", parts[rels])
    parts["[Content_Types].xml"] = re.sub(rb"<Override [^>]*/settings.xml\"[^>]*/>", b"", parts["[Content_Types].xml"])
    return zipped(parts)
