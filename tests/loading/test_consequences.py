"""What only follows from a place that was not read is no finding; what stands by itself is."""

from __future__ import annotations

import pytest

from docgen.dossier import check, loads
from tests.loading.test_traps import BASE


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("    naam: Chauffeur\n", "    <<: *x\n", [11]),  # a required field of a row that was cut in
        (
            "    naam: Chauffeur\n",
            "    <<: *x\n    kleur: y\n",
            [11],
        ),  # what follows in that row may be of another part
        ("  - id: bus\n    naam: Stichting Bus\n", "  - <<: *x\n", [7]),  # a row to which others refer
        ("  - id: bus\n", "  - id: 'bus' x\n", [7]),
        ("organisatie:\n", "organisatie: nog te doen\n", [4]),
        ("dossier:\n", "dossier: [a\n", [1]),
        ("  - id: rijder\n", "  - id: ?\n", [10]),
    ],
)
def test_a_mistake_has_no_consequences(old, new, lines):
    assert old in BASE
    found = check(loads(BASE.replace(old, new, 1).encode()))
    assert [p.line for p in found if p.level == "fout"] == lines, [str(p) for p in found]


def test_a_mistake_in_one_row_does_not_hide_what_lacks_in_another():
    text = BASE.replace("    naam: Stichting Bus\n", "").replace("    naam: Chauffeur\n", "    <<: *x\n")
    found = check(loads(text.encode()))
    assert [(p.line, p.code) for p in found if p.level == "fout"] == [(7, "ontbreekt"), (10, "yaml")]


def test_a_reference_to_a_list_that_was_read_is_told_beside_a_mistake_elsewhere():
    text = BASE.replace("titel: Proef", "titel: Proef: x").replace("partij: bus", "partij: trein")
    found = check(loads(text.encode()))
    assert [(p.line, p.code) for p in found if p.level == "fout"] == [(3, "yaml"), (12, "verwijzing")]
