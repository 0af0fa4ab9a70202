"""Which font a text has, by name or through the theme."""

from __future__ import annotations

import pytest

from docgen.word.xml.fonts import font_of_text, theme_fonts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
THEME = (
    b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    b'<a:majorFont><a:latin typeface="Kop"/></a:majorFont><a:minorFont><a:latin typeface="Tekst"/></a:minorFont>'
    b"</a:fontScheme></a:themeElements></a:theme>"
)


def styles(defaults: str, normal: str) -> bytes:
    return (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:rPr>{normal}</w:rPr></w:style></w:styles>'
    ).encode()


@pytest.mark.parametrize(
    ("defaults", "normal", "font"),
    [
        ('<w:rFonts w:asciiTheme="minorHAnsi"/>', "", "Tekst"),
        ('<w:rFonts w:asciiTheme="minorHAnsi"/>', '<w:rFonts w:ascii="Georgia"/>', "Georgia"),
        ('<w:rFonts w:ascii="Arial"/>', '<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Arial"/>', "Kop"),
        ("", "", ""),
    ],
)
def test_the_nearest_font_counts_and_that_of_the_theme_before_a_name(defaults, normal, font):
    assert font_of_text(styles(defaults, normal), THEME) == font


def test_without_a_theme_the_name_beside_it_counts():
    assert theme_fonts(None) == {}
    assert font_of_text(styles('<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Calibri"/>', ""), None) == "Calibri"
