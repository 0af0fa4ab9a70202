"""What would stand twice, told once: a day with its milestone, decision and review in one row; one decision named in two places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from docgen.domain.organs import is_same_organ
from docgen.domain.types import TableRow
from docgen.text.dutch import enumeration, without_full_stop

WEIGHT = ("besluit", "mijlpaal", "review", "actie")


def once_a_day(rows: Iterable[TableRow]) -> list[TableRow]:
    """Rows of a schedule that follow each other, those of one day in one row; what is late stays apart."""
    found = []
    for (day, _), some in groupby(rows, key=lambda row: (row["datum"], row.get("te_laat"))):
        same = sorted(some, key=lambda row: WEIGHT.index(row["soort"]))
        found += [_joined(same)] if day and len(same) > 1 else same
    return found


def _joined(rows: list[TableRow]) -> TableRow:
    told = dict.fromkeys(_as_part(row) for row in rows if row["wat"])
    movers = dict.fromkeys(row["wie"] for row in rows if row["wie"])
    return rows[0] | {
        "wat": "; ".join(told) or None,
        "wie": "; ".join(movers) or None,
        "soort": enumeration(dict.fromkeys(row["soort"] for row in rows)),
        "open": any(row["open"] for row in rows),
    }


def _as_part(row: TableRow) -> str:
    """What a row says beside others: a review is called one."""
    text = without_full_stop(row["wat"])
    return f"review: {text}" if row["soort"] == "review" and "review" not in text.casefold() else text


def is_same_decision(text: str | None, organ: str | None, day: date | None, row: TableRow) -> bool:
    """Whether a decision is the one of a row of `besluitvorming`: the same organ on the same day, or the same words."""
    if day and row["datum"] and day != row["datum"]:
        return False
    same_words = bool(text and row["besluit"] and _bare(text) == _bare(row["besluit"]))
    return same_words or bool(day and row["datum"] and is_same_organ(organ, row["orgaan"]))


def _bare(text: str) -> str:
    return " ".join(without_full_stop(text).casefold().split())
