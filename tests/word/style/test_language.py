"""The language of a document is that of its dossier."""

from __future__ import annotations

from docx.oxml.ns import nsdecls

from docgen.library.library import open_library
from docgen.opc.relationships import W, parse
from docgen.word.style.language import LANGUAGE, default_languages, in_ours, set_default


def styles(default: str, standard: str = "", other: str = "") -> bytes:
    def spoken(language: str) -> str:
        return f'<w:rPr><w:lang w:val="{language}" w:bidi="ar-SA"/></w:rPr>' if language else ""

    return (
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault>{spoken(default)}</w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1">{spoken(standard)}</w:style><w:style>{spoken(other)}</w:style></w:styles>'
    ).encode()


def test_it_is_the_only_language_that_a_dossier_can_have():
    assert open_library().schema.field_at(("dossier", "taal")).rules["allowed"] == [LANGUAGE]


def test_a_default_is_no_choice_of_anybody():
    assert default_languages(styles("en-US", "en-GB", "de-DE")) == {"en-US", "en-GB"}
    assert default_languages(styles("nl-NL")) == default_languages(styles("")) == set()


def test_a_language_that_somebody_chose_stays():
    data = styles("en-US", "nl-NL", "de-DE")
    assert in_ours(data, default_languages(data)) == styles("nl-NL", "nl-NL", "de-DE")
    assert (
        in_ours(b'<w:lang w:eastAsia="en-US" w:val="en-US"/>', {"en-US"})
        == b'<w:lang w:eastAsia="en-US" w:val="nl-NL"/>'
    )


def test_styles_say_it_themselves():
    root = parse(f"<w:styles {nsdecls('w')}><w:style/></w:styles>".encode())
    set_default(root)
    set_default(root)
    assert [one.get(f"{W}val") for one in root.iter(f"{W}lang")] == ["nl-NL"] and root[0].tag == f"{W}docDefaults"
