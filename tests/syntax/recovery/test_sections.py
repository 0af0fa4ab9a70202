"""A dossier by its sections."""

from __future__ import annotations

import pytest

from docgen.syntax.recovery.sections import split

KNOWN = ("dossier", "rollen", "taken")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("# kop\n\ndossier:\n  id: a\nrollen:\n  - id: b", [(1, 4), (5, 6)]),
        ("dossier:\n  id: a\nrolen:\n  - id: b", [(1, 2), (3, 4)]),
        ("dossier:\n  id: a\nrolle: tekst die doorloopt", [(1, 3)]),
        ("dossier:\n  rollen:\n  id: a\ntaken: []", [(1, 3), (4, 4)]),
        ("dossier:\n  id: a\ndossier:\n  id: b", [(1, 4)]),
        ("losse tekst", []),
    ],
)
def test_a_section_begins_at_its_name_in_the_margin_or_one_that_resembles_it(text, parts):
    assert split(text.split("\n"), KNOWN) == parts
