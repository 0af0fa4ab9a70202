"""`docgen new`: begin a dossier."""

from __future__ import annotations

import pytest

from docgen.errors import OutputError


def test_it_makes_a_dossier_and_its_schema_and_says_what_comes_next(called, tmp_path):
    path = tmp_path / "d.yaml"
    code, out, _ = called("new", "raadsbesluit", "-o", path)
    assert code == 0 and out.splitlines() == [
        f"gemaakt      {path}", f"gemaakt      {tmp_path / 'dossier.schema.json'}", "",
        f"Vul het dossier in en kijk wat er nog ontbreekt met: docgen check {path}",
    ]  # fmt: skip
    assert "# Dossier voor: Raadsbesluit.\n" in path.read_text("utf-8")


def test_who_has_a_library_is_told_to_check_with_it(called, tmp_path):
    (tmp_path / "bieb" / "templates").mkdir(parents=True)
    out = called("new", "--from", "wandelmaatjes-ggd", "-o", tmp_path / "d.yaml", "--library", tmp_path / "bieb")[1]
    assert out.endswith(f"docgen check {tmp_path / 'd.yaml'} --library {tmp_path / 'bieb'}\n")


def test_a_file_that_is_there_stays_as_it_is(called, tmp_path):
    (tmp_path / "d.yaml").write_text("van mij", "utf-8")
    with pytest.raises(OutputError, match="is er al en blijft zoals het is"):
        called("new", "-o", tmp_path / "d.yaml")
    assert (tmp_path / "d.yaml").read_text("utf-8") == "van mij"
