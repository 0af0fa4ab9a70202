"""Lines that stand where their name is not known."""

from __future__ import annotations

import pytest

from docgen.library.library import open_library
from docgen.syntax.explain.context import ErrorContext
from docgen.syntax.recovery import depths

OUTLINE = open_library().schema.outline


def context(text, line):
    return ErrorContext(text.split("\n"), line, 1, "", None, OUTLINE)


@pytest.mark.parametrize(
    ("text", "line", "meant"),
    [
        ("rollen:\n  - id: a\n     naam: b\n    partij: c", 3, {3: "    naam: b"}),
        ("rollen:\n  - id: a\nnaam: b\n    partij: c", 3, {3: "    naam: b"}),
        ("begroting:\n  prijspeil: x\n   posten:\n     - id: P", 3, {3: "  posten:", 4: "    - id: P"}),
        (
            "taken:\n  - id: a\n    uren:\n      rijder: 5\n     chauffeur: 6\n      gids: 7",
            5,
            {5: "      chauffeur: 6"},
        ),
    ],
)
def test_a_line_goes_where_its_name_is_known_and_its_block_along(text, line, meant):
    assert meant in [mend.lines for mend in depths.moved(context(text, line))]


def test_the_row_above_goes_to_the_depth_of_this_one_with_its_fields():
    found = [mend.lines for mend in depths.row_above(context("rollen:\n - id: a\n   naam: x\n  - id: b", 4))]
    assert found[0] == {2: "  - id: a", 3: "    naam: x"}


def test_a_section_stays_and_text_has_no_depth():
    assert not [*depths.moved(context("dossier:\n  id: a\ntaken: x", 3))]
    assert not [*depths.moved(context("dossier:\n  id: a\nlosse tekst", 3))]


def test_a_section_with_spaces_goes_to_the_margin_with_its_block():
    found = [mend.lines for mend in depths.section(context("dossier:\n  id: a\n rollen:\n   - id: b", 3))]
    assert found[0] == {3: "rollen:", 4: "  - id: b"}
