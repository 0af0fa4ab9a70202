"""`docgen partners template`: a list to fill in."""

from __future__ import annotations

import openpyxl
import pytest

from docgen.errors import DocgenError
from tests.partners.partner_list import BASE


@pytest.fixture
def dossier(tmp_path):
    (tmp_path / "d.yaml").write_bytes(BASE)
    return tmp_path / "d.yaml"


def test_it_makes_a_list_with_the_columns_asked_for_and_says_how_to_fill_it_in(called, dossier, tmp_path):
    path = tmp_path / "lijst.xlsx"
    code, out, _ = called("partners", "template", dossier, "-o", path, "--column", "overeenkomst.ingang")
    assert code == 0 and out.startswith(f"gemaakt      {path}\n\nVul op het blad Partners één rij in")
    assert [cell.value for cell in openpyxl.load_workbook(path)["Partners"][1]][-1] == "overeenkomst.ingang"


def test_a_column_that_no_dossier_has_makes_no_list(called, dossier, tmp_path):
    with pytest.raises(DocgenError, match=r"bedoel je ‘overeenkomst\.ingang’"):
        called("partners", "template", dossier, "-o", tmp_path / "lijst.xlsx", "--column", "overeenkomst.ingan")
    assert not (tmp_path / "lijst.xlsx").exists()
