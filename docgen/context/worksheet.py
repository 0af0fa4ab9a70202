"""The worksheet of the borgingsplan (Werkblad 4): four levels, eight blocks of help questions, answers and actions.

The questions stand in the schema, `borgingsplan.werkblad`; what the dossier already says answers them (`answers`), unless
the writer gave an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from docgen.context.schedule import actions
from docgen.context.worksheet_answers import ANSWERS
from docgen.domain.queries import ENDED, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.schema.field import Field
from docgen.text.dutch import without_full_stop

BLOCKS = ("borgingsplan", "werkblad")  # where in the schema the questions stand
NOT_YET = "Nog niet ingevuld"
WHOLE_BLOCK = "Hele blok"
SHOWN = ("wie", "uiterlijk", "te_laat", "status", "kans")  # of an action
AGAIN = "Vervolg van de vraag hierboven"


def worksheet_table(dossier: CompleteDossier, blocks: Mapping[str, Field]) -> dict[str, Any]:
    """Tables for a template: `niveaus` with `blokken` with `regels`, and how many `vragen` there are and stay `leeg`,
    and how many `acties` are open.

    `blocks` are the fields of `borgingsplan.werkblad`: each a block with its questions as fields.
    """
    given = section(dossier, "borgingsplan").get("werkblad") or {}
    tables = [_block(dossier, name, field, given.get(name) or {}) for name, field in blocks.items()]
    levels = [
        {"naam": level, "blokken": list(own)} for level, own in groupby(tables, key=lambda table: str(table["niveau"]))
    ]
    return {
        "niveaus": levels,
        "vragen": sum(table["vragen"] for table in tables),
        "leeg": sum(table["leeg"] for table in tables),
        "acties": sum(row["status"] not in (None, *ENDED) for table in tables for row in table["regels"]),
    }


def _block(dossier: CompleteDossier, name: str, field: Field, given: TableRow) -> TableRow:
    todo = [row for row in actions(dossier) if row["blok"] == name]
    rows: list[TableRow] = []
    empty = 0
    for question, asked in field.children.items():
        answer = without_full_stop(given.get(question) or "") or _answer(dossier, name, question)
        empty += not answer
        own: list[TableRow | None] = [row for row in todo if row["vraag"] == question] or [None]
        rows.append({"vraag": asked.description, "antwoord": answer or NOT_YET} | _doing(own[0]))
        rows += [{"vraag": AGAIN, "antwoord": None} | _doing(row) for row in own[1:]]
    rest = [row for row in todo if row["vraag"] not in field.children]
    rows += [{"vraag": WHOLE_BLOCK, "antwoord": None} | _doing(row) for row in rest]
    return {
        "naam": field.title,
        "niveau": without_full_stop(field.description),
        "regels": rows,
        "vragen": len(field.children),
        "leeg": empty,
    }


def _answer(dossier: CompleteDossier, block: str, question: str) -> str:
    answer = ANSWERS.get((block, question))
    return answer(dossier) if answer else ""


def _doing(action: TableRow | None) -> TableRow:
    if action is None:
        return dict.fromkeys(("actie", *SHOWN))
    return {"actie": without_full_stop(action["tekst"] or "") or None} | {name: action[name] for name in SHOWN}
