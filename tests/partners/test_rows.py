"""The rows of a list: each changes only what it says."""

from __future__ import annotations

import datetime

import pytest

from docgen.dossier import loads
from docgen.errors import SourceError
from docgen.partners.overlay import overlay
from tests.partners.lists import AMOUNT, BASE


def test_a_row_laid_over_a_dossier_changes_only_what_it_says(listed, base):
    found = listed(f"partner.naam;partijen[ggd].naam;{AMOUNT};overeenkomst.ingang\nA;GGD Noord;5;2028-01-01\n")
    before = loads(BASE).data
    data = overlay(base.data, found.rows[0].cells)
    assert base.data == before
    assert data["partner"] == {"naam": "A"}
    assert [partij["naam"] for partij in data["partijen"]] == ["Stichting Welzijn", "GGD Noord"]
    assert data["begroting"]["posten"][0]["bedragen"] == {2028: 5, 2029: 200}
    assert data["overeenkomst"] == {"ingang": datetime.date(2028, 1, 1)}
    assert data["partijen"][0] is base.data["partijen"][0]
    assert data["taken"] is base.data["taken"]


def test_an_empty_cell_leaves_the_dossier_as_it_is(listed, base):
    found = listed("partner.naam;dossier.titel\nA;\nB; \nC;\u00a0\n")
    assert [overlay(base.data, row.cells)["dossier"]["titel"] for row in found.rows] == ["Proef"] * 3


def test_a_row_is_called_after_its_partner(listed):
    found = listed("partner.naam;partner.id;partner.plaats\nStichting A;a;X\n;b;X\n;;X\n")
    assert [(row.number, row.label) for row in found.rows] == [(2, "Stichting A"), (3, "b"), (4, "rij 4")]


def test_blank_rows_and_the_explanation_under_the_headings_are_skipped(listed):
    text = "partner.naam;partner.plaats\n» uitleg: de naam;de plaats\n\n;\nA;X\n  \n» uitleg: hoort bij B;X\n"
    found = listed(text)
    assert [(row.number, row.label) for row in found.rows] == [(5, "A"), (7, "» uitleg: hoort bij B")]
    assert [row.label for row in listed(text.encode("cp1252")).rows] == ["A", "» uitleg: hoort bij B"]


@pytest.mark.parametrize("text", ["partner.naam\n", "partner.naam\n\n \n", "partner.naam\n» uitleg: x\n", "\n;;\n"])
def test_a_list_without_partners_says_so(listed, text):
    assert [p.message for p in listed(text).problems] == ["er staat geen enkele partner in de lijst"]


@pytest.mark.parametrize(("data", "name"), [(b"", "a.csv"), (b" \n", "a.csv"), (b"", "a.xlsx"), (b"", "a.yaml")])
def test_an_empty_file_is_one_line(listed, data, name):
    with pytest.raises(SourceError, match="is leeg"):
        listed(data, name)
