"""The help questions by block: what an action may be about."""

from __future__ import annotations

from docgen.context.worksheet.table import BLOCKS
from docgen.domain.worksheet_questions import QUESTIONS, SUPPORT


def test_the_questions_are_those_of_the_schema_in_its_order(library):
    blocks = library.schema.field_at(BLOCKS).children
    assert {block: tuple(field.children) for block, field in blocks.items()} == QUESTIONS
    assert sum(map(len, QUESTIONS.values())) == 34


def test_an_action_may_be_about_every_block_and_question(library):
    names = [name for own in QUESTIONS.values() for name in own]
    assert list(library.schema.field_at(("acties", 0, "vraag")).choices) == names
    assert list(library.schema.field_at(("acties", 0, "blok")).choices) == list(QUESTIONS)


def test_every_kind_of_support_that_a_task_may_give_is_a_question(library):
    assert tuple(library.schema.field_at(("taken", 0, "ondersteuning", 0)).choices) == SUPPORT
