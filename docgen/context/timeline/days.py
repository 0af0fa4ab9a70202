"""Moments as rows of a table: one for each day, with all that happens then under each other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from docgen.context.timeline.moment import CHECK
from docgen.context.timeline.moments import Seen, seen_from
from docgen.domain.memo import memoized
from docgen.domain.queries import horizon, in_blocks, reference_date, section
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import day_and_month


def day_rows(seen: Iterable[Seen]) -> list[TableRow]:
    """A row for each day (`datum`, `dag`), and for what has only a year; `dingen` are what happens then."""
    rows = []
    for (day, year), some in groupby(seen, key=lambda one: (one.moment.day, one.moment.year)):
        told = day_and_month(day) if day else f"in {year}"
        rows.append({"datum": day, "jaar": year, "dag": told, "dingen": [thing(one) for one in some]})
    return rows


def thing(one: Seen) -> TableRow:
    """What happens, with its mark, the word beside that, who moves it and what is wrong with it; what has to be checked stands among that."""
    moment = one.moment
    return {
        "soort": moment.kind,
        "teken": moment.mark,
        "woord": moment.word,
        "wat": _without_word(moment.text, moment.word),
        "wie": moment.who,
        "let_op": "" if one.note == CHECK else one.note,
    }


def _without_word(text: str | None, word: str) -> str | None:
    """A text that begins with the word beside it, without that: review, "review en voorstel"."""
    return text[len(word) :].strip() if text and text.casefold().startswith(f"{word} ") else text


@memoized
def timeline(dossier: CompleteDossier) -> TableRow:
    """From the reference date, or the first thing that is still open before it, to the last day of horizon and agreement:
    `blokken` of years that fit a page, each with `jaren` and `regels` as of `day_rows`.

    The reference date has a row of its own. What was taken or done before it stays out.
    """
    today, last = reference_date(dossier), _last_day(dossier)
    before, after = seen_from(dossier, today)
    rows = day_rows([*before, *(one for one in after if not last or _is_within(one, last))])
    if rows and today:
        rows = _with_today(rows, today)
    years = [row["jaar"] for row in rows]
    blocks = in_blocks(list(range(min(years), max(years) + 1))) if rows else []
    tables = [{"jaren": block, "regels": [row for row in rows if row["jaar"] in block]} for block in blocks]
    return {"blokken": [table for table in tables if table["regels"]]}


def _last_day(dossier: CompleteDossier) -> date | None:
    period, agreement = horizon(dossier), section(dossier, "overeenkomst")
    return max(filter(None, [period and period.einde, agreement.get("einde")]), default=None)


def _is_within(one: Seen, last: date) -> bool:
    moment = one.moment
    return moment.day <= last if moment.day else moment.year <= last.year


TODAY = {"soort": "peildatum", "teken": "", "woord": "peildatum", "wat": "", "wie": None, "let_op": ""}


def _with_today(rows: list[TableRow], today: date) -> list[TableRow]:
    """The rows with one for the reference date, before what happens on that day."""
    at = next(
        (i for i, row in enumerate(rows) if (row["jaar"], row["datum"] or date.max) >= (today.year, today)), len(rows)
    )
    if at < len(rows) and rows[at]["datum"] == today:
        return [*rows[:at], rows[at] | {"dingen": [TODAY, *rows[at]["dingen"]]}, *rows[at + 1 :]]
    own = {"datum": today, "jaar": today.year, "dag": day_and_month(today), "dingen": [TODAY]}
    return [*rows[:at], own, *rows[at:]]
