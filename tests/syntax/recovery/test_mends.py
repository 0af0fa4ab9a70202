"""Every way to mend: what a line would have been."""

from __future__ import annotations

import pytest

from docgen.library.library import open_library
from docgen.syntax.explain.context import ErrorContext
from docgen.syntax.recovery import mends

OUTLINE = open_library().schema.outline


def meant(mending, text, line):
    """What the lines of a text could have been, text after text."""
    lines = text.split("\n")
    found = mending(ErrorContext(lines, line, 1, "", None, OUTLINE))
    return ["\n".join(mend.lines.get(n, old) for n, old in enumerate(lines, 1)) for mend in found]


@pytest.mark.parametrize(
    ("mending", "text", "line", "wanted"),
    [
        (mends.stray, "a: 1\n```", 2, "a: 1\n"),
        (mends.versions, "<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b", 3, "\nx: 1\n\n\n"),
        (mends.pasted_table, "a: 1\nb\tc\nd\te", 3, "a: 1\n\n"),
        (mends.tabs, "dossier:\n\tid: a\n\ttitel: b", 2, "dossier:\n  id: a\n  titel: b"),
        (mends.tabs, "rollen:\n  -\tid: a", 2, "rollen:\n  - id: a"),
        (mends.colon, "dossier:\n  titel：Proef", 2, "dossier:\n  titel: Proef"),
        (mends.colon, "dossier:\n  titel Proef", 2, "dossier:\n  titel: Proef"),
        (mends.colon, "dossier:\n  **titel:** Proef", 2, "dossier:\n  titel: Proef"),
        (mends.dash, "rollen:\n  • id: a", 2, "rollen:\n  - id: a"),
        (mends.dash, "rollen:\n  -id: a", 2, "rollen:\n  - id: a"),
        (mends.lost_dash, "rollen:\n  - id: a\n  id: b\n  naam: c", 3, "rollen:\n  - id: a\n  - id: b\n    naam: c"),
        (mends.needless_dash, "dossier:\n  - id: a\n  titel: b", 2, "dossier:\n  id: a\n  titel: b"),
        (mends.run_on, "interventie:\n  kern: een\ntwee", 3, "interventie:\n  kern: een\n    twee"),
    ],
)  # fmt: skip
def test_a_line_is_read_as_it_was_meant(mending, text, line, wanted):
    assert wanted in meant(mending, text, line)


def test_every_way_is_silent_about_a_line_that_it_does_not_know():
    for mending in (mends.stray, mends.versions, mends.pasted_table, mends.tabs):
        assert meant(mending, "dossier:\n  titel: Proef", 2) == []
