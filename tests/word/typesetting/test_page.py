"""The page of docgen's own documents: no paragraph borders, words that may be hyphenated, footers that fit, rows kept whole."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.dossier import load, loads
from tests.conftest import ROOT, SAMPLE, TYPES
from tests.word.typesetting.pdf_marks import untagged
from tests.word_files import changed, parts_of, text_of, zipped

TEMPLATES = sorted((ROOT / "templates").glob("*.docx"))
HYPHENATION = (
    b'<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="425"/><w:doNotHyphenateCaps/>'
)


@pytest.fixture(scope="module")
def made():
    return {name: render(load(SAMPLE), name) for name in TYPES}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_paragraph_has_a_border(path):
    assert not [part for part, data in parts_of(path.read_bytes()).items() if b"<w:pBdr" in data]


@pytest.mark.parametrize("name", TYPES)
def test_long_words_may_be_hyphenated_but_not_in_headings(made, name):
    parts = parts_of(made[name])
    assert HYPHENATION in parts["word/settings.xml"]
    styles = parts["word/styles.xml"].decode()
    for style in ("Title", "Heading1", "Heading2", "Caption", "Header", "Footer"):
        assert "<w:suppressAutoHyphens/>" in re.search(rf'<w:style [^>]*w:styleId="{style}">.*?</w:style>', styles)[0]


@pytest.mark.parametrize("name", TYPES)
def test_rows_stand_on_one_page_and_headings_of_tables_come_again(made, name):
    for table in re.findall(r"<w:tbl>.*?</w:tbl>", parts_of(made[name])["word/document.xml"].decode()):
        rows = re.findall(r"<w:tr[ >].*?</w:tr>", table)
        assert "<w:tblHeader/>" in rows[0]
        assert all("<w:cantSplit/>" in row for row in rows)


def test_a_footer_is_cut_between_words_and_keeps_its_version():
    text = SAMPLE.read_text(encoding="utf-8").replace(
        "titel: Borging Wijkkracht Spoordijk",
        "titel: Borging van de buurtaanpak Lijnbaan, Spoordijk en de Heerdeburen, na de pilot van 2027",
    )
    parts = parts_of(render(loads(text.encode()), "raadsbesluit"))
    footer = next(
        text_of(zipped(parts), part) for part in parts if part.endswith("footer1.xml") and b"versie" in parts[part]
    )
    assert "Borging van de buurtaanpak Lijnbaan, Spoordijk en de…, versie 0.9" in footer


def test_everything_on_a_page_is_tagged_or_an_artifact(made, office, tmp_path):
    paths = [tmp_path / "raadsvoorstel.docx", tmp_path / "met-lijn.docx"]
    paths[0].write_bytes(made["raadsvoorstel"])
    line = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr><w:shd'
    paths[1].write_bytes(changed(made["raadsvoorstel"], "word/styles.xml", lambda xml: xml.replace("<w:shd", line, 1)))
    office.converted('pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}', *paths)
    found = [untagged((office.folder / f"{path.stem}.pdf").read_bytes()) for path in paths]
    assert found[0] == {} and found[1]  # what is looked for shows with a line above a paragraph


@pytest.mark.parametrize("name", ["raadsvoorstel", "borgingsplan", "geldstromenkaart"])
def test_the_series_of_a_chart_are_told_apart_without_colour(name):
    chart = parts_of((ROOT / f"templates/{name}.docx").read_bytes())["word/charts/chart1.xml"].decode()
    looks = re.findall(r"<c:ser>.*?<c:spPr>(.*?)<a:ln ", chart)
    patterns = [re.findall(r'prst="(\w+)"', look) for look in looks]
    assert len(looks) == 8 and len({tuple(each) for each in patterns}) == 7  # two are plain: one dark, one light
    assert all('<a:fgClr><a:schemeClr val="tx1"/></a:fgClr>' in look for look in looks if "prst" in look)
    assert [look for look in looks if "prst" not in look] == [
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>',
        '<a:solidFill><a:schemeClr val="accent3"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr></a:solidFill>',
    ]
