"""A row laid over the data of a dossier: new where it differs, shared where it does not."""

from __future__ import annotations

import datetime

from docgen.dossier import loads
from docgen.partners.overlay import overlay
from docgen.partners.row import Cell
from tests.partners.partner_list import AMOUNT, BASE


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


def test_a_part_that_was_not_there_is_made_on_the_way():
    data = {"dossier": {"id": "d"}}
    cells = [Cell(("overeenkomst", "overleg", "voorzitter"), "Wethouder"), Cell(("overeenkomst", "titel"), "Samen")]
    assert overlay(data, cells) == {
        "dossier": {"id": "d"},
        "overeenkomst": {"overleg": {"voorzitter": "Wethouder"}, "titel": "Samen"},
    }
    assert data == {"dossier": {"id": "d"}}


def test_two_cells_of_one_row_of_a_list_change_the_same_copy():
    parties = [{"id": "a", "naam": "A"}, {"id": "b", "naam": "B"}]
    changed = overlay({"partijen": parties}, [Cell(("partijen", 1, "naam"), "C"), Cell(("partijen", 1, "kvk"), "1")])
    assert changed["partijen"] == [{"id": "a", "naam": "A"}, {"id": "b", "naam": "C", "kvk": "1"}]
    assert changed["partijen"][0] is parties[0] and parties[1] == {"id": "b", "naam": "B"}
