"""The text of a chart has the letters of the text around it."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.dossier import load
from docgen.word.charts.lettering import in_font
from tests.conftest import SAMPLE
from tests.word.style.house_styles import in_fonts
from tests.word_files import parts_of

PART = "word/charts/chart1.xml"
FONTS = re.compile(r'<a:latin typeface="([^"]*)"')


@pytest.mark.parametrize(
    ("house", "font"), [(None, "Calibri"), (("Times New Roman", "Arial"), "Times New Roman")], ids=["own", "of a house"]
)
def test_a_chart_has_the_font_of_the_text_in_a_house_style(house, font, tmp_path):
    path = None
    if house is not None:
        path = tmp_path / "huisstijl.docx"
        path.write_bytes(in_fonts(*house, "8B1A2B"))
    chart = parts_of(render(load(SAMPLE), "geldstromenkaart", house_style=path))[PART].decode()
    assert set(FONTS.findall(chart)) == {font}
    assert len(FONTS.findall(chart)) == chart.count("<a:defRPr")  # axes, legend, and all else


def test_a_chart_that_chose_a_font_keeps_it():
    chosen = {"word/charts/chart1.xml": b'<c:chartSpace><a:latin typeface="Georgia"/></c:chartSpace>'}
    assert in_font(chosen, "Arial") == {}
    asking = {"word/charts/chart1.xml": b'<c:chartSpace><a:latin typeface="+mn-lt"/></c:chartSpace>'}
    assert b'typeface="A &amp; B"' in in_font(asking, "A & B")["word/charts/chart1.xml"]
    assert in_font(asking, "") == {}
