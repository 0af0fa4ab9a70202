"""What a house style gives its headings goes for the headings and lines that only docgen's templates have."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGNMENT

from docgen.documents.production import render
from docgen.dossier import load
from tests.conftest import ROOT, SAMPLE
from tests.word.style.house_styles import in_fonts, letterhead
from tests.word_files import parts_of

HEADINGS = {
    "overeenkomst": ("Artikel", "Titelblad soort", "Teken naam", "Tabelkop"),
    "raadsbesluit": ("Besluitwoord",),
}


def style(parts, name):
    sheet = parts["word/styles.xml"].decode()
    return next(
        one for one in re.findall(r"<w:style .*?</w:style>", sheet, re.DOTALL) if f'<w:name w:val="{name}"/>' in one
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    house = tmp_path_factory.mktemp("huisstijl") / "huisstijl.docx"
    house.write_bytes(in_fonts("Times New Roman", "Arial", "8B1A2B"))
    return {name: parts_of(render(load(SAMPLE), name, house_style=house)) for name in HEADINGS}


@pytest.mark.parametrize(("document", "name"), [(one, name) for one, names in HEADINGS.items() for name in names])
def test_a_heading_of_a_template_has_the_font_and_colour_of_heading_1(made, document, name):
    found = style(made[document], name)
    assert 'Theme="major' not in found
    if "<w:rFonts" in found:
        assert 'w:ascii="Arial"' in found
    if name != "Titelblad soort":  # which is grey, as a subtitle is
        assert '<w:color w:val="8B1A2B"/>' in found


def test_the_lines_of_tables_have_the_colour_of_heading_1(made):
    lines = re.findall(
        r'<w:(?:top|bottom) w:val="single" w:sz="8"[^>]*/>', style(made["overeenkomst"], "Huisstijl tabel")
    )
    assert len(lines) == 3
    assert all('w:color="8B1A2B"' in line and "themeColor" not in line for line in lines)


def test_headings_that_follow_the_theme_stay_so(tmp_path):
    letters = tmp_path / "briefhoofd.docx"
    letters.write_bytes(letterhead())
    for house in (None, letters):
        parts = parts_of(render(load(SAMPLE), "overeenkomst", house_style=house))
        assert 'w:asciiTheme="majorHAnsi"' in style(parts, "Artikel")
        assert "w:themeColor" in style(parts, "Artikel")


def styles_of(document):
    return Document(io.BytesIO(document)).styles


@pytest.fixture(scope="module")
def stretched(tmp_path_factory):
    """The agreement in a house style of which the ordinary text is stretched."""
    house = Document(str(ROOT / "templates" / "huisstijl.docx"))
    house.styles["Normal"].paragraph_format.alignment = ALIGNMENT.JUSTIFY
    house.styles["Subtitle"].paragraph_format.alignment = ALIGNMENT.JUSTIFY
    path = tmp_path_factory.mktemp("huis") / "huis.docx"
    house.save(str(path))
    return styles_of(render(load(SAMPLE), "overeenkomst", house_style=path))


def test_cells_headings_and_contents_are_not_stretched(stretched):
    for name in ("Tabeltekst", "Heading 1", "Title", "Caption", "toc 1"):
        assert stretched[name].paragraph_format.alignment == ALIGNMENT.LEFT, name
    assert stretched["Tabelgetal"].paragraph_format.alignment == ALIGNMENT.RIGHT


def test_running_text_and_a_choice_of_the_house_style_stay_as_they_are(stretched):
    assert stretched["Normal"].paragraph_format.alignment == ALIGNMENT.JUSTIFY
    assert stretched["Lid"].paragraph_format.alignment is None
    assert stretched["Subtitle"].paragraph_format.alignment == ALIGNMENT.JUSTIFY


def test_a_house_style_that_is_not_stretched_has_no_more_than_it_had():
    made = styles_of(render(load(SAMPLE), "overeenkomst"))
    assert made["Tabeltekst"].paragraph_format.alignment is None
