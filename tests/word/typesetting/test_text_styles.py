"""What styles say of a text in a table, with those they build on and the fonts of the theme."""

from __future__ import annotations

from docgen.word.typesetting.text_styles import bold_runs, text_styles
from tests.conftest import ROOT
from tests.word_files import parts_of

PARTS = parts_of((ROOT / "templates" / "huisstijl.docx").read_bytes())
STYLES, THEME = PARTS["word/styles.xml"], PARTS["word/theme/theme1.xml"]


def test_a_style_has_what_it_builds_on():
    found = text_styles(STYLES, THEME)
    assert found["Tabeltekst"].font == ("Calibri", 19, False)
    assert found["Tabeltotaalgetal"].font == ("Calibri", 18, True)
    assert found["Tabelgetal"].is_at_right and not found["Tabeltekst"].is_at_right


def test_a_paragraph_without_a_style_has_the_standard_one():
    assert text_styles(STYLES, THEME)[""].font == ("Calibri", 22, False)


def test_the_font_of_a_theme_goes_before_the_one_beside_it():
    other = THEME.replace(b'typeface="Calibri"', b'typeface="Verdana"')
    assert text_styles(STYLES, other)["Tabeltekst"].font.name == "Verdana"
    assert text_styles(STYLES, None)["Tabeltekst"].font.name == "Calibri"


def test_a_style_that_builds_on_itself_ends():
    loop = STYLES.replace(b'<w:basedOn w:val="Tabeltekst"/>', b'<w:basedOn w:val="Tabelgetal"/>')
    assert text_styles(loop, THEME)["Tabelgetal"].is_at_right


def test_bold_pieces_are_known_by_their_style():
    assert {"Strong", "Kenmerklabel"} <= bold_runs(STYLES) and "Emphasis" not in bold_runs(STYLES)
