"""A checklist with its answers as a table."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from docgen.library.checklists import NOT_YET, SIGNS, Checklist, Point


def checklist_table(one: Checklist, given: Mapping[str, Any]) -> dict[str, Any]:
    """Tables for a template: `groepen` with `punten`, how many points have each answer (`telling`) and how many none."""
    rows = [_row(one, point, given.get(point.id) or {}) for point in one.points]
    groups = [{"naam": name, "punten": list(own)} for name, own in groupby(rows, key=lambda row: str(row["groep"]))]
    states = [row["antwoord"] for row in rows]
    return {
        "titel": one.title,
        "bron": one.source,
        "omschrijving": one.description,
        "groepen": groups,
        "aantal": len(rows),
        "leeg": states.count(NOT_YET),
        "telling": [{"antwoord": answer, "aantal": states.count(answer)} for answer in one.answers if answer in states],
    }


def _row(one: Checklist, point: Point, given: Mapping[str, Any]) -> dict[str, Any]:
    answer = given.get("antwoord") or NOT_YET
    sign = SIGNS.get(answer, "") if set(one.answers) <= set(SIGNS) else ""
    return {
        "nr": point.id,
        "tekst": point.text,
        "groep": point.group,
        "antwoord": answer,
        "teken": sign,
        "toelichting": given.get("toelichting"),
    }
