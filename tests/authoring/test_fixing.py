"""A dossier with what is certain put right: every change proves itself."""

from __future__ import annotations

import re

import pytest

from docgen.authoring.fixing import changed, fixed
from docgen.authoring.remedies import Remedy
from docgen.dossier import check, loads
from tests.loading.test_traps import TRAPS, base, role


def findings(text):
    return check(loads(text.encode()))


def text_of(data):
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


@pytest.mark.slow
@pytest.mark.parametrize("row", [row for row in TRAPS if text_of(row[1])], ids=lambda row: row[0])
def test_what_is_put_right_is_no_finding_any_more_and_brings_none(row):
    text = text_of(row[1])
    result = fixed(text, findings)
    before = {(one.code, one.message) for one in findings(text)}
    after = [(one.code, one.message) for one in findings(result.text) if one.level == "fout" or one.code.islower()]
    assert not {(one.code, one.message) for one in result.done} & set(after)
    assert (result.text == text) == (not result.done)
    hidden = any(one.code == "yaml" for one in result.done)  # then the rest was not looked at before
    assert hidden or not set(after) - before


@pytest.mark.slow
@pytest.mark.parametrize("row", [row for row in TRAPS if text_of(row[1])], ids=lambda row: row[0])
def test_no_letter_of_a_writer_is_lost(row):
    """Beside a unit, a sign that nobody sees and the word for a choice only the writing of numbers and days changes."""
    text = text_of(row[1])
    result = fixed(text, findings)
    kinds = {one.code for one in result.done}
    if kinds & {"yaml", "aanhaling", "komma"}:
        letters = [re.sub(r"\W|_|[\ufeff\u200b]", "", one) for one in (text, result.text)]
        assert letters[0] == letters[1] or result.done[0].hint.startswith("schrijf")


def test_more_mistakes_are_put_right_in_one_go_with_comments_and_order_as_they_were():
    text = role("uren: 1.000,50   # per jaar").decode().replace("titel: Proef", "titel:Proef")
    result = fixed(text, findings)
    assert result.text == role("uren: 1000.50   # per jaar").decode() and len(result.done) == 2


def test_a_near_name_is_put_right_when_the_writer_says_so():
    text = base("partij: bus", "partij: buss").decode()
    questions = []

    def ask(problem, there, instead):
        questions.append((problem.line, there, instead))
        return len(questions) == 2

    assert fixed(text, findings, ask).text == text
    assert fixed(text, findings, ask).text == base().decode()
    assert questions == [(12, "buss", "bus")] * 2


def test_a_change_counts_lines_as_a_dossier_does_whatever_ends_them():
    assert changed("a: 1\r\nb: 2\rc: 3\n", Remedy(2, 3, 4, "9")) == "a: 1\r\nb: 2\rc: 9\n"
