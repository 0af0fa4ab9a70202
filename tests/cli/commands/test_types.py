"""`docgen types`: which documents there are."""

from __future__ import annotations

import re

from tests.conftest import TYPES


def test_types_lists_each_type_with_the_section_that_asks_for_it(docgen):
    out = docgen("types").out
    for name in TYPES:
        assert re.search(rf"(?m)^{name}  \(", out)
    assert "overdracht:medewerker, overdracht:bestuur" in out


def test_a_type_of_ones_own_library_is_among_them(called, tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "brief.yaml").write_text(
        "titel: Brief\nomschrijving: Een brief.\nnodig: [dossier, brief]\nschema:\n  brief:\n    type: dict\n"
        "    meta: {titel: Brief, omschrijving: Brief.}\n    schema:\n"
        "      aan: {fragment: tekst, required: true, meta: {titel: Aan, omschrijving: Aan wie.}}\n",
        encoding="utf-8",
    )
    code, out, _ = called("types", "--library", tmp_path)
    assert code == 0 and "brief  (Brief)\n    Een brief.\n    vraagt om onderdeel: brief\n" in out
