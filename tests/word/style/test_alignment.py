"""Narrow text under a house style that is stretched to both margins."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGNMENT

from docgen.documents.production import render
from docgen.dossier import load
from tests.conftest import ROOT, SAMPLE


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
