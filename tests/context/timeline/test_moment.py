"""The kinds of moments, each with a mark and a word."""

from __future__ import annotations

from datetime import date

from docgen.context.timeline.moment import KINDS, Moment


def test_what_weighs_most_on_a_day_stands_first_and_marks_differ_between_weights():
    marks = [kind.mark for kind in sorted(KINDS.values(), key=lambda kind: kind.order) if kind.mark]
    assert list(dict.fromkeys(marks)) == ["■", "◇", "◆", "▼", "□", "●", "○", "►", "▲"]
    assert all(kind.word for kind in KINDS.values())


def test_a_moment_without_a_day_belongs_to_its_year():
    assert Moment("evaluatie", None, "", in_year=2029).year == 2029
    moment = Moment("review", date(2028, 5, 1), "Uren")
    assert (moment.year, moment.word, moment.mark) == (2028, "review", "○")
    assert Moment("evaluatie", None, "", own_word="externe evaluatie").word == "externe evaluatie"
