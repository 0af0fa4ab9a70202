"""Data with the place of every value: readable paths and the findings in them."""

from __future__ import annotations

from docgen.dossier import loads
from docgen.loading.loaded_data import LoadedData, node_at
from docgen.syntax.source import Source
from tests.small_dossier import CORE, only


def test_a_year_is_not_taken_for_a_row():
    text = "begroting:\n  posten:\n    - {id: P1, naam: x, aard: structureel, bedragen: {2028: acht}}\n"
    assert only(CORE + text).path == "begroting › post 1 (P1) › bedragen › 2028"


def test_the_readable_path_counts_from_one_and_names_the_row():
    found = only(CORE + "partijen: [{id: p, naam: P}]\nrollen: [{id: r, naam: R, partij: p, uren: x}]\n")
    assert found.path == "rol 1 (r) › uren"


TEXT = CORE + "partijen:\n  - {id: p, naam: P}\nrollen:\n  - id: r\n    naam: R\n"


def read(text=TEXT):
    return loads(text.encode()).loaded


def test_a_path_that_was_not_written_leads_to_the_nearest_thing_around_it():
    loaded = read()
    assert loaded.nearest(("rollen", 0, "naam")) == ("rollen", 0, "naam")
    assert loaded.nearest(("rollen", 0, "uren", "x")) == ("rollen", 0)
    assert loaded.nearest(("rollen", 5, "naam")) == ("rollen",)
    assert loaded.nearest(("nergens",)) == ()
    assert (loaded.place(("rollen", 0, "naam")).line, loaded.place(("rollen", 0, "uren")).line) == (7, 6)


def test_a_finding_points_at_a_value_and_for_a_whole_part_at_its_name():
    loaded = read()
    assert (node_at(loaded, ("rollen", 0, "naam")).line, node_at(loaded, ("rollen", 0, "naam")).column) == (7, 11)
    assert (node_at(loaded, ("rollen",)).line, node_at(loaded, ("rollen",)).text) == (5, "rollen")
    assert node_at(loaded, ("rollen", 3)).text == "rollen"
    assert node_at(LoadedData(Source("leeg")), ("rollen",)) is None


def test_a_row_is_called_by_its_id_or_its_name_and_without_either_by_its_number():
    loaded = read(CORE + "partijen:\n  - {id: p, naam: P}\n  - {naam: Stichting B}\n  - {kvk: '01234567'}\n")
    shown = [loaded.readable(("partijen", i, "kvk")) for i in range(3)]
    assert shown == ["partij 1 (p) › kvk", "partij 2 (Stichting B) › kvk", "partij 3 › kvk"]
    assert loaded.readable(()) == ""


def test_a_finding_that_was_kept_comes_after_those_of_the_text_and_names_rows_as_the_data_do():
    loaded = read()
    before = len(loaded.problems)
    loaded.add(loaded.value_nodes["rollen", 0, "naam"], ("rollen", 0, "naam"), "vorm", "m", "h", "advies")
    found = loaded.problems[-1]
    assert len(loaded.problems) == before + 1
    assert (found.line, found.column, found.width, found.path) == (7, 11, 1, "rol 1 (r) › naam")
    assert (found.code, found.message, found.hint, found.level) == ("vorm", "m", "h", "advies")
    loaded.data["rollen"][0]["id"] = "s"
    assert loaded.problems[-1].path == "rol 1 (s) › naam"


def test_a_finding_without_a_place_is_about_the_file_and_a_long_message_is_cut_between_words():
    found = read().problem(None, (), "vorm", f"{'m' * 690} {'n' * 20}", "h" * 701)
    assert (found.line, found.column, found.message, found.hint) == (0, 0, "m" * 690 + "…", "h" * 700)
    assert read().problem(None, (), "vorm", "m" * 700).message == "m" * 700
