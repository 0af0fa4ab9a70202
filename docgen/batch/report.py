"""The report of a batch, for people (Excel) and for programs (JSON): a row for every document and one for every finding.

Text from a list never becomes a formula: see `neutral`.
"""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain, count, islice
from pathlib import Path
from typing import Any

from docgen.batch.journal import Journal
from docgen.batch.planner import Plan, Planned
from docgen.batch.summary import Reported, counts, tally
from docgen.diagnostics import formats
from docgen.diagnostics.problem import Problem
from docgen.documents import overwrite_guard
from docgen.errors import OutputError
from docgen.system import files
from docgen.system.files import reason
from docgen.text.characters import ILLEGAL
from docgen.text.dutch import some_of

NAME = "verslag"
LONGEST = 32_000  # characters in a cell, as Excel counts them (in UTF-16)
MOST_ROWS = 1_000_000  # in a sheet; Excel has 1,048,576
MOST_NAMED = 20  # documents with the same finding
DOCUMENTS = ("nr", "voor", "document", "bestand", "stand", "waarom", "SHA-256", "meldingen")
COPIES = ("bestand", "stand", "waarom")
LEFT_OUT = ("rij", "tekst", "waarom")
FINDINGS = ("niveau", "plaats", "onderdeel", "melding", "tip", "code", "aantal", "documenten")
WIDTHS = {"voor": 34, "document": 18, "bestand": 52, "stand": 13, "waarom": 40, "SHA-256": 20, "meldingen": 80,
          "niveau": 14, "plaats": 34, "onderdeel": 34, "melding": 70, "tip": 50, "documenten": 60,
          "tekst": 60}  # fmt: skip
NOT_REACHED = "niet gemaakt"


def write_reports(plan: Plan, journal: Journal, folder: Path) -> list[Path]:
    """Write both reports into the folder of the documents; one that a person changed keeps its name.

    Raises `OutputError` when they cannot be written.
    """
    reported = Reported(plan)
    return [
        _write_report(folder, ".json", as_json(plan, reported), journal),
        _write_report(folder, ".xlsx", [as_workbook(plan, reported)], journal),
    ]


def _write_report(folder: Path, suffix: str, pieces: Iterable[bytes], journal: Journal) -> Path:
    path, digest = _free(folder, suffix, journal), sha256()

    def counted() -> Iterator[bytes]:
        for piece in pieces:
            digest.update(piece)
            yield piece

    files.write(path, counted())
    journal.note_report(path.name, digest.hexdigest())
    return path


def _free(folder: Path, suffix: str, journal: Journal) -> Path:
    """The first name at which nothing stands but a report of docgen itself. Raises `OutputError`."""
    try:
        return _first_free(folder, suffix, journal)
    except OSError as error:
        raise OutputError(f"{folder / NAME}{suffix} is niet te schrijven: {reason(error)}") from error


def _first_free(folder: Path, suffix: str, journal: Journal) -> Path:
    for number in range(1, 1000):
        path = folder / f"{NAME}{'' if number == 1 else f'-{number}'}{suffix}"
        if not path.exists() and not path.is_symlink():
            return path
        if not path.is_symlink() and overwrite_guard.is_as_made(path, journal.reports.get(path.name, "")):
            return path
    raise OutputError(f"in {folder} staan te veel verslagen; ruim ze op")


def as_json(plan: Plan, reported: Reported) -> Iterator[bytes]:
    """The report as JSON, in pieces: at most one document of it is in memory."""
    opening = "{"
    for name, value in _parts(plan, reported).items():
        yield f'{opening}\n "{name}": '.encode()
        opening = ","
        for piece in _rows(value) if isinstance(value, Iterator) else [_indented(value, 1)]:
            yield plan.order.without_places(piece).encode("utf-8", "replace")
    yield b"\n}"


def _parts(plan: Plan, reported: Reported) -> dict[str, Any]:
    return {
        "aantallen": counts(plan) | {"totaal": len(plan.planned)} | _count_left_out(plan),
        "documenten": (
            _document(one) | {"meldingen": [formats.as_data(problem) for problem in problems]}
            for one, problems in reported
        ),
        "meldingen": (
            formats.as_data(problem) | {"aantal": len(of)} for problem, of in _findings(plan, reported).items()
        ),
        **({"kopieën": (dict(zip(COPIES, row, strict=True)) for row in _copies(plan))} if plan.copies else {}),
        "weggelaten": (dict(zip(LEFT_OUT, row, strict=True)) for row in plan.rows_left_out),
        "niet_meer_gevraagd": plan.left,
    }


def _count_left_out(plan: Plan) -> dict[str, int]:
    return {"weggelaten": len(plan.rows_left_out)} if plan.rows_left_out else {}


def _findings(plan: Plan, reported: Reported) -> dict[Problem, list[str]]:
    """Every different finding with the labels of the documents that have it; what is about the list as a whole has none."""
    return {problem: [] for problem in plan.about_list} | tally(reported)


def _rows(rows: Iterator[Any]) -> Iterator[str]:
    opening = "["
    for row in rows:
        yield f"{opening}\n  {_indented(row, 2)}"
        opening = ","
    yield "[]" if opening == "[" else "\n ]"


def _indented(value: Any, depth: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def _document(one: Planned) -> dict[str, Any]:
    outcome = one.outcome
    return {
        "nummer": one.task.number,
        "voor": one.task.label,
        "soort": one.task.request,
        "bestand": one.task.file,
        "stand": outcome.state if outcome else NOT_REACHED,
        "waarom": list(one.why),
        "sha256": outcome.sha if outcome else "",
        "oorzaak": outcome.fault if outcome else "",
        "ontbreekt": list(outcome.missing) if outcome else [],
    }


def as_workbook(plan: Plan, reported: Reported) -> bytes:
    """The report as an Excel file. Raises `OutputError` when it cannot be made."""
    from lxml.etree import LxmlError
    from openpyxl import Workbook

    try:
        return _workbook(plan, reported, Workbook(write_only=True))
    except (OSError, LxmlError) as error:  # it writes temporary files
        raise OutputError(f"{NAME}.xlsx is niet te maken: {reason(error)}") from error


def _workbook(plan: Plan, reported: Reported, book: Any) -> bytes:
    _add_sheet(book, "Documenten", DOCUMENTS, _shown(plan, (_row(one, problems) for one, problems in reported)))
    findings = _findings(plan, reported)
    _add_sheet(
        book, "Meldingen", FINDINGS, _shown(plan, (_finding_row(problem, of) for problem, of in findings.items()))
    )
    if plan.copies:
        _add_sheet(book, "PDF en ODT", COPIES, _shown(plan, _copies(plan)))
    if plan.rows_left_out:
        _add_sheet(book, "Weggelaten rijen", LEFT_OUT, plan.rows_left_out)
    if plan.left:
        _add_sheet(book, "Niet meer gevraagd", ("bestand",), ((name,) for name in plan.left))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _copies(plan: Plan) -> Iterator[Sequence[Any]]:
    for copy in plan.copies:
        yield copy.path.name, copy.outcome or NOT_REACHED, str(copy.fault or "")


def _row(one: Planned, problems: Sequence[Problem]) -> Sequence[Any]:
    row = _document(one)
    reported = [*filter(None, [row["oorzaak"]]), *(problem.headline() for problem in problems)]
    reported += [f"ontbreekt: {path}" for path in row["ontbreekt"]]
    why = "; ".join(row["waarom"])
    return (
        row["nummer"],
        row["voor"],
        row["soort"],
        row["bestand"],
        row["stand"],
        why,
        row["sha256"],
        "\n".join(reported),
    )


def _finding_row(one: Problem, labels: list[str]) -> Sequence[Any]:
    return one.level, one.place, one.path, one.message, one.hint, one.code, len(labels), some_of(labels, MOST_NAMED)


def _shown(plan: Plan, rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
    for row in rows:
        yield [plan.order.without_places(value) if isinstance(value, str) else value for value in row]


def _add_sheet(book: Any, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows as a sheet, or as several when there are more than Excel has room for."""
    waiting = iter(rows)
    for number in count(1):
        _fill_sheet(book, f"{title}{f' {number}' * (number > 1)}", headings, islice(waiting, MOST_ROWS))
        if (next_row := next(waiting, None)) is None:
            return
        waiting = chain([next_row], waiting)


def _fill_sheet(book: Any, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(headings, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(heading, 10)
    sheet.append(_in_bold(sheet, headings))
    last = 1
    for row in rows:
        sheet.append([neutral(value) if isinstance(value, str) else value for value in row])
        last += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{last}"


def _in_bold(sheet: Any, headings: Sequence[str]) -> Iterator[Any]:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    for heading in headings:
        cell = WriteOnlyCell(sheet, heading)
        cell.font = Font(bold=True)
        yield cell


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula, also after it was saved as CSV: with a ' before it."""
    shown = ILLEGAL.sub(" ", text[:LONGEST])
    if not shown.isascii():
        shown = shown.encode("utf-16-le", "replace")[: 2 * LONGEST].decode("utf-16-le", "ignore")
    first = unicodedata.normalize("NFKC", shown.lstrip()[:1])
    return f"'{shown}" if first in ("=", "+", "-", "@") or text[:1] in ("\t", "\r") else shown
