"""Every help question has an answer of its own, and what is not for everybody has a rule."""

from __future__ import annotations

from docgen.context.worksheet.questions import ANSWERS, IN_PUBLIC, PART_OF
from docgen.domain.worksheet_questions import QUESTIONS

NAMES = [name for own in QUESTIONS.values() for name in own]


def test_every_question_can_be_answered_from_the_dossier():
    assert list(ANSWERS) == NAMES


def test_what_is_not_for_everybody_and_what_is_part_of_another_question_are_questions():
    assert set(IN_PUBLIC) == {"steun", "gesprekken", "andere_wegen", "bestuurlijke_steun", "verkenning"}
    assert set(PART_OF) | set(PART_OF.values()) <= set(NAMES)


def test_a_question_stands_behind_the_one_that_it_is_part_of():
    assert all(NAMES.index(whole) < NAMES.index(part) for part, whole in PART_OF.items())
    assert all(any({part, whole} <= set(own) for own in QUESTIONS.values()) for part, whole in PART_OF.items())
