"""The look of the pages of every document: the same bytes every time, on every path, and sound."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.dossier import load
from docgen.word.typesetting.typesetter import NO_LOOK, Typesetter
from tests.conftest import ROOT, SAMPLE, TYPES
from tests.word_files import parts_of

TABLE = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
OTHER = ROOT / "samples" / "alcoholbeleid-wolderwaard.yaml"


@pytest.fixture(scope="module")
def made():
    return {name: render(load(SAMPLE), name) for name in TYPES}


def tables(data: bytes) -> list[str]:
    return TABLE.findall(parts_of(data)["word/document.xml"].decode())


def test_a_part_without_marks_stays_as_it_is():
    assert Typesetter(NO_LOOK).typeset(b"<w:tbl>x</w:tbl>") == b"<w:tbl>x</w:tbl>"


@pytest.mark.parametrize("name", TYPES)
def test_the_same_dossier_gives_the_same_bytes(made, name):
    assert render(load(SAMPLE), name) == made[name]


@pytest.mark.parametrize("name", TYPES)
def test_every_table_fills_the_text_and_every_cell_is_as_wide_as_its_columns(made, name):
    for table in tables(made[name]):
        grid = [int(one) for one in re.findall(r'<w:gridCol w:w="(\d+)"', table)]
        assert abs(sum(grid) - (14002 if sum(grid) > 9100 else 9070)) <= 5
        for row in table.split("</w:tr>")[:-1]:
            cells = [int(one) for one in re.findall(r'<w:tcW w:w="(\d+)"', row)]
            assert sum(cells) == sum(grid)


def test_tables_of_one_template_have_other_columns_for_another_dossier(made):
    other = render(load(OTHER), "raadsvoorstel")
    assert [re.findall("gridCol[^>]*", one) for one in tables(made["raadsvoorstel"])] != [
        re.findall("gridCol[^>]*", one) for one in tables(other)
    ]
