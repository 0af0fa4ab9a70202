"""Every way to mend a value: what its line would have been."""

from __future__ import annotations

import pytest

from docgen.syntax.recovery import values
from tests.syntax.recovery.test_mends import meant


@pytest.mark.parametrize(
    ("mending", "text", "line", "wanted"),
    [
        (values.comma, 'dossier:\n  id: "a",', 2, 'dossier:\n  id: "a"'),
        (values.brackets, "a: [b, c", 1, "a: [b, c]"),
        (values.brackets, "a: {b: [1}", 1, "a: {b: [1]}"),
        (values.brackets, "a: {b: 1}}", 1, "a: {b: 1}"),
        (values.brackets, "a: {b: 1  # nog", 1, "a: {b: 1} # nog"),
        (values.quotes, "a: b: c's", 1, "a: 'b: c''s'"),
        (values.quotes, "a: 'b", 1, "a: 'b'"),
        (values.quotes, 'a: "C:\\map"', 1, "a: 'C:\\map'"),
        (values.quotes, "- @a", 1, "- '@a'"),
        (values.quotes, "a: b\n  c: d e", 1, "a: 'b'\n  c: d e"),
        (values.text_of_more_lines, "interventie:\n  kern: een\n    en dit: ook", 3, "interventie:\n  kern: 'een\n    en dit: ook'"),
        (values.lone_sign, "a: ?", 1, "a:"),
        (values.without_value, "dossier:\n  horizon: later\n    begin: x", 2, "dossier:\n  horizon:\n    begin: x"),
    ],
)  # fmt: skip
def test_a_value_is_read_as_it_was_meant(mending, text, line, wanted):
    assert wanted in meant(mending, text, line)


def test_a_value_that_is_whole_is_left_alone():
    for mending in (values.lone_sign, values.comma, values.quotes, values.without_value):
        assert meant(mending, "dossier:\n  titel: 'Proef'", 2) == []


def test_fields_below_a_value_are_never_taken_into_its_text():
    assert all(
        "posten" not in text or "'" not in text.split("posten")[1]
        for text in meant(values.quotes, "btw: a\n  posten:\n    - id: b", 1)
    )
