"""Nobody judges what could not be read: who looks at it is stopped, and who does not goes on."""

from __future__ import annotations

import pytest

from docgen.rules.partial import NotRead, as_far_as_read, without

DOSSIER = {
    "rollen": [{"id": "a", "uren": 1}, {"id": "b", "uren": 2}],
    "begroting": {"posten": [{"bedragen": {2028: 5}}]},
    "taken": [],
}


def test_a_field_that_was_not_read_stops_who_looks_at_it_and_nobody_else():
    partial = without(DOSSIER, [("rollen", 1, "uren")])
    assert [row["id"] for row in partial["rollen"]] == ["a", "b"] and partial["rollen"][0]["uren"] == 1
    for look in (lambda row: row["uren"], lambda row: row.get("uren"), dict, list, len, lambda row: "uren" in row):
        with pytest.raises(NotRead) as stopped:
            look(partial["rollen"][1])
        assert stopped.value.path == ("rollen", 1, "uren")
    assert bool(partial["rollen"][1]) and DOSSIER["rollen"][1]["uren"] == 2


def test_of_years_of_which_one_was_not_read_no_sum_is_made():
    (row,) = without(DOSSIER, [("begroting", "posten", 0, "bedragen", 2029)])["begroting"]["posten"]
    assert row["bedragen"][2028] == 5
    with pytest.raises(NotRead):
        sum(row["bedragen"].values())


def test_a_list_with_a_row_that_was_not_read_is_not_looked_through():
    partial = without(DOSSIER, [("rollen", 0)])
    for look in (list, len, lambda rows: rows[1], lambda rows: [*rows], enumerate):
        with pytest.raises(NotRead):
            next(iter(look(partial["rollen"])), None)
    assert bool(partial["rollen"]) and partial["taken"] == []


def test_what_was_found_before_it_is_kept():
    partial, stopped = without(DOSSIER, [("rollen", 1, "uren")]), []
    assert list(as_far_as_read((row["uren"] for row in partial["rollen"]), stopped)) == [1]
    assert stopped == [("rollen", 1, "uren")]


def test_a_copy_hides_the_same():
    copied = without(DOSSIER, [("rollen", 1, "uren")])["rollen"][1].copy()
    with pytest.raises(NotRead):
        copied["uren"]
