"""What keeps a reader out of a finished document, found by what a program can see; and `docgen render --strict`."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.opc import archive
from docgen.word.inspection.finished import contrast, judge
from tests.conftest import ROOT, SAMPLE, TYPES
from tests.word_files import parts_of

DOCUMENT, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"


def paragraph(text, look="", run=""):
    return f"<w:p><w:pPr>{look}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def changed(data, part, old, new):
    """A document with one thing changed in a part."""
    parts = parts_of(data)
    text = parts[part].decode()
    assert re.search(old, text), old
    parts[part] = re.sub(old, lambda _found: new, text, count=1).encode()
    return archive.assemble(archive.deflate(name, parts[name]) for name in parts)


def with_text(data, added):
    """A document that begins with this."""
    return changed(data, DOCUMENT, "<w:body>", f"<w:body>{added}")


@pytest.fixture(scope="module")
def plan(sample):
    return render(sample, "borgingsplan")


@pytest.mark.parametrize("name", TYPES)
def test_in_docgens_own_documents_nothing_is_found(sample, name):
    assert [(one.code, one.place.where) for one in judge(render(sample, name))] == []


LINK = '<w:hyperlink w:anchor="x"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E5F"/>'


@pytest.mark.parametrize(
    ("code", "added"),
    [
        ("opmaak-kop", paragraph("Wat er gebeurt", run="<w:b/>")),
        (
            "opmaak-kopniveau",
            paragraph("Een", '<w:pStyle w:val="Heading1"/>') + paragraph("Drie", '<w:pStyle w:val="Heading3"/>'),
        ),
        ("opmaak-wit", paragraph("een") + "<w:p/><w:p/>"),
        ("opmaak-nummer", paragraph("- appels") + paragraph("- peren")),
        ("opmaak-nummer", paragraph("1. appels") + paragraph("2. peren")),
        ("opmaak-link", f"<w:p>{LINK.format('klik hier')}</w:p>"),
        ("opmaak-link", f"<w:p>{LINK.format('https://www.voorbeeld.example/lang')}</w:p>"),
        ("opmaak-contrast", paragraph("grijs", run='<w:color w:val="AAAAAA"/>')),
        ("opmaak-contrast", paragraph("donker op donker", DARK, '<w:color w:val="333333"/>')),
    ],
)
def test_an_obstacle_is_found_and_its_place_is_named(plan, code, added):
    (found,) = judge(with_text(plan, added))
    assert (found.code, found.level) == (code, "fout") and found.hint and found.place.where


@pytest.mark.parametrize(
    "added",
    [
        paragraph("2.1 Een argument bij punt 2") + paragraph("2.2 En nog een"),
        f"<w:p>{LINK.format('de regeling op overheid.nl')}</w:p>",
        paragraph("wit op donker", DARK, '<w:color w:val="FFFFFF"/>'),
        paragraph("groot en grijs", run='<w:color w:val="8A8A8A"/><w:sz w:val="40"/>'),
        paragraph("vanzelf", DARK, '<w:color w:val="auto"/>'),
    ],
)
def test_what_is_no_obstacle_is_not_told(plan, added):
    assert judge(with_text(plan, added)) == []


@pytest.mark.parametrize(
    ("code", "part", "old", "new"),
    [
        ("opmaak-titel", CORE, "<dc:title>[^<]*</dc:title>", "<dc:title> </dc:title>"),
        ("opmaak-taal", STYLES, r'<w:lang w:val="nl-NL"', '<w:lang w:val="en-US"'),
        ("opmaak-alt", DOCUMENT, r' descr="[^"]*"', ' descr=""'),
        ("opmaak-tabelkop", DOCUMENT, "<w:tblHeader/>", ""),
    ],
)
def test_what_is_taken_away_is_missed(plan, code, part, old, new):
    assert {one.code for one in judge(changed(plan, part, old, new))} == {code}


def test_contrast_is_that_of_wcag():
    """The figures of the standard and of its own examples: black on white 21, #767676 the lightest grey that passes."""
    assert contrast("000000", "FFFFFF") == 21 and contrast("FFFFFF", "FFFFFF") == 1
    assert contrast("767676", "FFFFFF") >= 4.5 > contrast("777777", "FFFFFF")


def test_strict_writes_the_others_and_says_what_a_person_must_look_at(tmp_path, docgen):
    library = tmp_path / "eigen"
    (library / "templates").mkdir(parents=True)
    data = (ROOT / "templates" / "raadsbesluit.docx").read_bytes()
    (library / "templates" / "raadsbesluit.docx").write_bytes(with_text(data, f"<w:p>{LINK.format('klik hier')}</w:p>"))
    order = ("render", SAMPLE, "-d", "raadsbesluit", "-d", "jaarplan", "--library", library, "--out", tmp_path / "uit")
    run = docgen(*order, "--strict")
    assert run.code == 1, run.err
    assert "raadsbesluit-wijkkracht-spoordijk.docx is niet geschreven: één belemmering" in run.err
    assert (
        "[opmaak-link]" in run.err
        and "schrijf in het dossier" in run.err
        and "een mens kijkt nog na" in run.out + run.err
    )
    assert [path.name for path in (tmp_path / "uit").glob("*.docx")] == ["jaarplan-wijkkracht-spoordijk.docx"]
    assert docgen(*order).code == 0 and len([*(tmp_path / "uit").glob("*.docx")]) == 2
