"""Colours of a theme with what they come to written beside them, and its fonts."""

from __future__ import annotations

import re

import pytest
from docx.oxml.ns import nsdecls

from docgen.documents.production import render
from docgen.opc.archive import read
from docgen.opc.relationships import W, parse
from docgen.word.compiler import compile_template
from docgen.word.style.theme import NO_THEME, changed, read_theme, write_out, written_out
from tests.conftest import ROOT, TYPES
from tests.word_files import changed as with_change
from tests.word_files import document, parts_of

STYLES, THEME = "word/styles.xml", "word/theme/theme1.xml"
SHIPPED = ("huisstijl", "checklist", *TYPES)
STATES = {"DCEFDC", "FCE6CC", "F9DCDC", "E6E6E6"}  # a traffic light means something, under every theme
WHITE, TABLE_HEAD = "FFFFFF", "background2"


@pytest.fixture(scope="module")
def shipped():
    return {name: read(ROOT / "templates" / f"{name}.docx") for name in SHIPPED}


def theme(**colours: str):
    slots = "".join(f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' for slot, value in colours.items())
    return read_theme(
        f"<a:theme {nsdecls('a')}><a:themeElements><a:clrScheme><a:lt1><a:sysClr val='window' lastClr='FFFFFE'/></a:lt1>{slots}"
        "</a:clrScheme></a:themeElements></a:theme>".encode()
    )


def styled(inner: str) -> bytes:
    return f"<w:styles {nsdecls('w')}>{inner}</w:styles>".encode()


def alike(one: str, other: str) -> bool:
    """Whether two colours are the same but for how a program rounds."""
    return all(abs(int(one[start : start + 2], 16) - int(other[start : start + 2], 16)) <= 1 for start in (0, 2, 4))


def test_tints_and_shades_are_those_of_word():
    assert alike(changed("4F81BD", tint="99"), "95B3D7") and alike(changed("4F81BD", shade="80"), "244061")
    assert changed("123456") == "123456" and changed("FFFFFF", shade="F2") == "F2F2F2"


def test_what_comes_from_the_theme_is_written_beside_it():
    root = parse(
        styled(
            '<w:color w:val="000000" w:themeColor="accent1"/><w:shd w:val="clear" w:fill="000000" w:themeFill="accent1" w:themeFillTint="99"/>'
            '<w:top w:val="single" w:color="000000" w:themeColor="background1"/>'
            '<w:color w:val="010203"/>'
        )
    )
    write_out(root, theme(accent1="4F81BD"))
    colour, shade, border, own = root
    assert (colour.get(f"{W}val"), shade.get(f"{W}fill"), border.get(f"{W}color")) == ("4F81BD", "95B3D7", "FFFFFE")
    assert own.get(f"{W}val") == "010203"


def test_a_part_that_takes_nothing_from_the_theme_stays_byte_for_byte():
    plain = styled("<w:color w:val='010203'/>")
    assert written_out(plain, theme(accent1="4F81BD")) is plain
    empty = styled('<w:color w:val="010203" w:themeColor="accent9"/>')
    assert b'"010203"' in written_out(empty, theme()) and b'"010203"' in written_out(empty, NO_THEME)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_colour_and_font_of_docgen_is_of_the_theme_but_for_the_states(shipped, name):
    parts = shipped[name]
    fixed = set(re.findall(r'w:(?:color|fill)="(\w{6})"(?! w:theme)', parts[STYLES].decode()))
    fixed |= set(re.findall(r'<w:color w:val="(\w{6})"/>', parts[STYLES].decode()))
    fonts = set(re.findall(r'w:ascii="([^"]*)"(?![^>]*asciiTheme)', parts[STYLES].decode()))
    assert fixed <= STATES and fonts <= {"Segoe UI Symbol"}
    assert (
        written_out(parts[STYLES], read_theme(parts[THEME])) == parts[STYLES]
    )  # what stands beside it is what it comes to
    assert parts[THEME] == shipped["huisstijl"][THEME]


def brightness(digits: str) -> float:
    """The relative luminance of WCAG."""
    parts = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_counted_as_it_is_agreed():
    assert round(contrast("000000", "FFFFFF"), 1) == 21.0 and round(contrast("767676", "FFFFFF"), 2) == 4.54


def test_every_pair_of_docgen_can_be_read(shipped):
    root, colours = parse(shipped["huisstijl"][STYLES]), read_theme(shipped["huisstijl"][THEME])
    texts = {one.get(f"{W}val") for one in root.iter(f"{W}color")} | {colours["hlink"], colours["folHlink"]}
    for line in root.findall(f"{W}style[@{W}styleId='Koptekstlijn']"):
        root.remove(line)  # a fill on which nothing is written
    fills = {one.get(f"{W}fill") for one in root.iter(f"{W}shd")}
    assert len(texts) >= 5 and len(fills) == 5
    pairs = {(text, fill): contrast(text, fill) for text in texts for fill in {WHITE, *fills}}
    assert {pair: round(ratio, 1) for pair, ratio in pairs.items() if ratio < 4.5} == {}


def recoloured(data: bytes) -> bytes:
    """The house style of docgen with other colours and fonts of its theme, and nothing else."""

    def change(xml: str) -> str:
        return re.sub(r"(<a:(?:dk2|accent1)><a:srgbClr val=)\"1F4E5F\"", r'\1"7B1FA2"', xml).replace(
            "Calibri", "Liberation Serif"
        )

    return with_change(data, THEME, change)


@pytest.mark.slow
def test_other_colours_and_fonts_of_the_theme_restyle_every_document(sample, tmp_path):
    own = tmp_path / "eigen.docx"
    own.write_bytes(recoloured((ROOT / "templates" / "huisstijl.docx").read_bytes()))
    for name in TYPES:
        parts = parts_of(render(sample, name, house_style=own))
        styles = parts[STYLES].decode()
        assert b"Liberation Serif" in parts[THEME]
        assert "7B1FA2" in styles and "1F4E5F" not in styles


@pytest.mark.slow
def test_libreoffice_shows_the_colours_and_fonts_of_the_theme(office, tmp_path):
    path = tmp_path / "thema.docx"
    house = recoloured((ROOT / "templates" / "huisstijl.docx").read_bytes())
    path.write_bytes(compile_template(house, "huisstijl.docx", house_style=house).render({}, draft=True))
    shown = office.converted("fodt", path)[0].read_text(encoding="utf-8")
    heading = re.search(r'<style:style style:name="Heading_20_1".*?</style:style>', shown, re.DOTALL)[0]
    assert 'fo:color="#7b1fa2"' in heading and "Liberation Serif" in heading
    assert "#1f4e5f" not in shown and "Calibri" not in re.sub(
        r"<office:font-face-decls>.*?</office:font-face-decls>", "", shown, flags=re.DOTALL
    )


def test_a_template_without_a_theme_gets_that_of_the_house_style():
    bare = parts_of(document("{{ naam }}"))
    del bare[THEME]
    rels = bare["word/_rels/document.xml.rels"].decode()
    bare["word/_rels/document.xml.rels"] = re.sub(r"<Relationship [^>]*theme1.xml[^>]*/>", "", rels).encode()
    from tests.word_files import zipped

    house = (ROOT / "templates" / "huisstijl.docx").read_bytes()
    parts = parts_of(compile_template(zipped(bare), "brief.docx", house_style=house).render({"naam": "A"}, draft=True))
    assert parts[THEME] == parts_of(house)[THEME] and b'theme/theme1.xml"' in parts["word/_rels/document.xml.rels"]
