"""The worksheet as a table: four levels, eight blocks, and per question the answer of now and what will be done.

The words of the questions stand in the schema, `borgingsplan.werkblad`; what the writer answers goes before the dossier.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, NamedTuple

from docgen.context.schedule import actions
from docgen.context.worksheet.actions import ended, is_open, line
from docgen.context.worksheet.answer import NOTHING, Answer, sentences
from docgen.context.worksheet.questions import ANSWERS, IN_PUBLIC, PART_OF
from docgen.domain.queries import ENDED, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.schema.field import Field
from docgen.text.dutch import capital, without_full_stop
from docgen.text.markdown.marked_text import with_first

BLOCKS = ("borgingsplan", "werkblad")  # where in the schema the questions stand
AIM = " Doel: "  # comes in the description of a block behind the name of its level


def worksheet_table(dossier: CompleteDossier, blocks: Mapping[str, Field], public: bool = False) -> dict[str, Any]:
    """Tables for a template: `niveaus` with `blokken` with `regels`; how many `vragen` there are, how many are `beantwoord`,
    `uit_dossier` and stay `leeg`, and how many `acties` are open.

    `blocks` are the fields of `borgingsplan.werkblad`: each a block with its questions as fields. For a document that is
    `public` what not everybody may read is left out, from the numbers too.
    """
    given = section(dossier, "borgingsplan").get("werkblad") or {}
    tables = [_block(dossier, name, field, given.get(name) or {}, public) for name, field in blocks.items()]
    totals = {name: sum(table[name] for table in tables) for name in ("vragen", "beantwoord", "uit_dossier", "acties")}
    levels = [_level(name, list(own)) for name, own in groupby(tables, key=lambda table: str(table["niveau"]))]
    return {"niveaus": levels, **totals, "leeg": totals["vragen"] - totals["beantwoord"]}


def _level(name: str, blocks: list[TableRow]) -> TableRow:
    level, _, aim = name.partition(AIM)
    return {
        "naam": without_full_stop(level),
        "kort": level.partition(",")[0],
        "doel": without_full_stop(aim) or None,
        "blokken": [block | {"eerste": i == 0} for i, block in enumerate(blocks)],
    }


class Told(NamedTuple):
    """The answer to a question, and whether the writer gave it."""

    answer: Answer
    is_own: bool = False


def _block(dossier: CompleteDossier, name: str, field: Field, given: TableRow, public: bool) -> TableRow:
    found = {question: _told(dossier, question, given.get(question), public) for question in field.children}
    asked = {question: told for question, told in found.items() if told}
    todo = [row for row in actions(dossier) if row["blok"] == name and found.get(row["vraag"] or "", True)]
    rows = [
        _row(question, field.children[question].description, told.answer)
        | {"acties": [line(row, public) for row in todo if is_open(row) and row["vraag"] == question]}
        for question, told in asked.items()
    ]
    if rows:
        rows[-1]["acties"] += [line(row, public) for row in todo if is_open(row) and row["vraag"] not in asked]
    return {
        "naam": field.title,
        "nummer": field.title.partition(" ")[0],
        "niveau": field.description,
        "regels": rows,
        "klaar": [told for state in ENDED if (told := ended(todo, state))],
        "geen_acties": not todo,
        "vragen": len(rows),
        "beantwoord": sum(told.answer.is_real for told in asked.values()),
        "uit_dossier": sum(told.answer.is_real and not told.is_own for told in asked.values()),
        "acties": sum(map(is_open, todo)),
    }


def _told(dossier: CompleteDossier, question: str, written: str | None, public: bool) -> Told | None:
    """The answer to a question; `None` when it is not for everybody."""
    if public and question in IN_PUBLIC:
        answer = IN_PUBLIC[question]
        shown = answer(dossier) if answer else NOTHING
        return Told(shown) if shown.is_real else None
    if own := sentences(written):
        return Told(Answer(own), is_own=True)
    return Told(ANSWERS[question](dossier) if question in ANSWERS else NOTHING)


def _row(question: str, asked: str, answer: Answer) -> TableRow:
    return {
        "vraag": asked,
        "deelvraag": question in PART_OF,
        "antwoord": with_first(answer.text, capital) if answer.is_real else None,
        "bekend": None if answer.is_real else answer.text or None,
    }
