"""What a batch made and of what, kept beside the documents: a line of JSON for each, added as soon as it is there.

A journal that is lost or cut off costs time, never a document: what it does not know is made again and compared.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

from docgen.batch.fingerprint import Fingerprint, key_name
from docgen.diagnostics.finding import Finding
from docgen.diagnostics.problem import CausePlace, Problem
from docgen.errors import OutputError
from docgen.system import files
from docgen.system.files import reason
from docgen.system.foreign_disk import patiently

WORK = ".docgen"  # the folder inside that of the documents in which docgen keeps what it needs itself
NAME = "journaal.jsonl"
APPENDING = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
LONGEST_NAME = 255
LONGEST_LINE = 5_000_000  # more than docgen ever writes
CELLS = Fingerprint._fields.index("cells")  # what differs in every row; the rest of a fingerprint is the same in many
DOSSIER, DOCUMENT, ORDER, REPORT = "dossier", "document", "opdracht", "verslag"


class JournalEntry(NamedTuple):
    """A document as docgen last made it: SHA-256 of the file and of its content, size, time of change, its fingerprint, and
    what was worth telling about it."""

    file: str
    sha: str
    content: str
    size: int
    changed: int
    fingerprint: Fingerprint
    found: Found = ()


Found = tuple[Finding | Problem, ...]


@dataclass
class Journal:
    """All that the journal of a folder says. The last line about a document counts."""

    path: Path
    entries: dict[str, JournalEntry] = field(default_factory=dict)
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    orders: list[dict[str, Any]] = field(default_factory=list)
    reports: dict[str, str] = field(default_factory=dict)
    lines: int = 0
    read_at: tuple[int, int] = (0, 0)  # the size and the time of change of the file as it was read
    broken: str = ""  # why it can no longer be written

    def is_current(self) -> bool:
        """Whether the file is still as it was read."""
        return self.read_at == files.size_and_time(self.path)

    def note_dossier(self, fingerprint: str, fields: Mapping[str, str]) -> None:
        """Remember the fields of a dossier, once for each version of it."""
        if fingerprint not in self.fields:
            self.fields[fingerprint] = dict(fields)
            self._add([_dossier_line(fingerprint, fields)])

    def note_order(self, order: Mapping[str, Any]) -> None:
        """Remember what was asked, for whoever looks at the folder later."""
        if order not in self.orders:
            self._replace_order(dict(order))
            self._add([{"soort": ORDER, **order}])

    def _replace_order(self, order: dict[str, Any]) -> None:
        """The last order for the same documents from the same sources counts."""
        same = ("dossiers", "documents", "per", "partners", "draft")
        others = [other for other in self.orders if any(other.get(name) != order.get(name) for name in same)]
        self.orders = [*others, order]

    def note_report(self, name: str, sha: str) -> None:
        """Remember a report as it was written."""
        self.reports[name] = sha
        self._add([{"soort": REPORT, "bestand": name, "sha": sha}])

    def note(self, entries: Iterable[JournalEntry]) -> None:
        """Remember documents. Only the file grows."""
        self._add(map(_line, entries))

    def _add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        text = _text(rows)
        if self.broken or not text:
            return
        try:
            handle = patiently(lambda: os.open(self.path, APPENDING, 0o666))
            try:
                os.write(handle, b"\n" + text)  # what was torn off before ends here
            finally:
                os.close(handle)
        except OSError as error:
            self.broken = reason(error)

    def shorten(self) -> None:
        """Write the journal anew when most of its lines are about what was."""
        if self.lines <= 2 * len(self.entries) + 1000:
            return
        used = {entry.fingerprint.dossier for entry in self.entries.values()} & self.fields.keys()
        rows = [_dossier_line(name, self.fields[name]) for name in used]
        rows += [{"soort": ORDER, **order} for order in self.orders]
        rows += [{"soort": REPORT, "bestand": name, "sha": sha} for name, sha in self.reports.items()]
        with contextlib.suppress(OutputError):  # as long as it was, it is as good
            files.write(self.path, _text([*rows, *map(_line, self.entries.values())]))


def _text(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return "".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows).encode()


def _dossier_line(fingerprint: str, fields: Mapping[str, str]) -> dict[str, Any]:
    return {"soort": DOSSIER, "kenmerk": fingerprint, "sleutel": key_name(), "velden": fields}


def _line(entry: JournalEntry) -> dict[str, Any]:
    found = [_as_row(one) for one in entry.found]
    row = entry._asdict() | {"found": found}
    return {"soort": DOCUMENT, "traces": list(row.pop("fingerprint")), **row}


def _as_row(one: Finding | Problem) -> dict[str, Any]:
    return asdict(one) if isinstance(one, Problem) else {name: value for name, value in one._asdict().items() if value}


def read(path: Path) -> Journal:
    """The journal of a folder; a line that is not whole is passed over. Raises `OutputError` when it cannot be read."""
    journal = Journal(path, read_at=files.size_and_time(path))
    if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
        raise OutputError(f"{path} is geen gewoon bestand; haal het weg")
    try:
        with path.open("rb") as lines:
            for line in filter(bytes.strip, iter(lambda: lines.readline(LONGEST_LINE), b"")):
                journal.lines += 1
                with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
                    _take(journal, json.loads(line))
    except FileNotFoundError:
        pass
    except OSError as error:
        raise OutputError(f"{path} is niet te lezen: {reason(error)}") from error
    return journal


def _take(journal: Journal, row: dict[str, Any]) -> None:
    kind = row.pop("soort")
    if kind == DOSSIER and row.get("sleutel") != key_name():
        return  # hashed with the secret of another: it says nothing here
    if kind == DOSSIER:
        journal.fields[row["kenmerk"]] = dict(row["velden"])
    elif kind == ORDER:
        journal._replace_order(row)
    elif kind == REPORT:
        journal.reports[row["bestand"]] = row["sha"]
    elif kind == DOCUMENT:
        shared = Fingerprint(*(text if i == CELLS else intern(text) for i, text in enumerate(row.pop("traces"))))
        found = tuple(map(_read_finding, row["found"]))
        entry = JournalEntry(**row | {"fingerprint": shared, "found": found})
        if not (isinstance(entry.file, str) and len(entry.file) <= LONGEST_NAME and isinstance(entry.sha, str)):
            raise ValueError
        journal.entries[entry.file] = entry


def _read_finding(one: dict[str, Any]) -> Finding | Problem:
    if "file" in one:
        cause = CausePlace(*one["cause"]) if one.get("cause") else None
        return Problem(**one | {"unread": tuple(one.get("unread", ())), "cause": cause, "waiting": None})
    return Finding(**one | {"path": tuple(one.get("path", ()))})
