"""The smallest and the largest dossier that a schema allows for a document: what its template has to be able to take."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from docgen._lazy import regex
from docgen.dossier import Dossier, loads, structural_problems
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.loading.form_version import CURRENT
from docgen.schema.field import Field
from docgen.schema.types import FieldPath
from docgen.validation.structure import MISSING

ROUNDS = 12  # in which what a dossier lacks is added, or what does not fit is left out
YEARS = (2028, 2029)
DAYS = ("2028-02-01", "2028-05-01", "2028-09-01", "2027-01-01", "2026-06-01", "2030-01-01")
NUMBERS = {"integer": YEARS[0], "number": 12, "amount": 125}
LETTERS = {"nr": "{}", "kvk": "01234567", "tooi": "gm0001", "tijdvak": "2028-H1"}
NOT_ON_PAPER = ("kolommen", "afwijkingen")  # about lists and findings
ROWS, FEWEST = 6, 2
DAY = regex(r"\d{4}-\d\d-\d\d")

Mend = Callable[[dict[str, Any], FieldPath, str, Library], None]


def smallest(library: Library, kind: DocumentType) -> Dossier:
    """Only what the schema and the document cannot do without."""
    section = library.schema.fields.get(kind.section)
    begun: dict[str, Any] = {kind.section: {}} if section is not None and section.kind == "dict" else {}
    return _mended({"dossier": {}, **begun}, library, kind, _add)


def largest(library: Library, kind: DocumentType) -> Dossier:
    """Every field filled in, but pictures, and so many rows in a list that every choice is there."""
    fields = library.schema.fields.items()
    data = {name: _full(field, name, 0) for name, field in fields if name not in NOT_ON_PAPER}
    data["dossier"]["indeling"] = CURRENT
    return _mended(data, library, kind, _leave_out)


def _mended(data: dict[str, Any], library: Library, kind: DocumentType, mend: Mend) -> Dossier:
    """The dossier of these data, after what is wrong with its shape was mended."""
    for _ in range(ROUNDS):
        dossier = loads(_as_yaml(data).encode(), "proef.yaml", library)
        found = [
            (path, one) for path, one in structural_problems(dossier.loaded, library, [kind]) if one.level == "fout"
        ]
        if not found:
            break
        for path, one in found:
            mend(data, path, one.code, library)
    return dossier


def _as_yaml(value: Any) -> str:
    """Data as YAML on one line; a year is a number, also as a name."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_as_yaml(one)}' for name, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_as_yaml, value))}]"
    return value if isinstance(value, str) and DAY.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _add(data: dict[str, Any], path: FieldPath, code: str, library: Library) -> None:
    """Put there what is missing, with a row for what names one."""
    field = library.schema.field_at(path)
    if code == MISSING and field is not None:
        _put(data, path, _bare(field, str(path[-1])))
    elif code == "verwijzing" and field is not None and field.reference:
        _put(data, (*field.reference.split("."), 0, "id"), "r0")
    elif code == "aantal" and isinstance(path[-1], int):
        rows = data.setdefault(str(path[0]), [])
        rows += [{"id": f"r{number}"} for number in range(len(rows), path[-1])]
    else:
        _leave_out(data, path, code, library)


def _leave_out(data: dict[str, Any], path: FieldPath, code: str, library: Library) -> None:
    """Take away what does not fit; of a part that lacks something all of it, or fill it in."""
    field = library.schema.field_at(path)
    if code == MISSING and field is not None and not _needs_picture(field):
        _put(data, path, _full(field, str(path[-1]), 0))
        return
    row = max((at for at, step in enumerate(path) if isinstance(step, int)), default=0)
    if code == "dubbel" and row:  # the row is one too many
        path = path[: row + 1]
    holder: Any = data
    for step in path[:-1]:
        holder = holder.get(step) if isinstance(holder, dict) else holder[step] if step < len(holder) else None
        if not isinstance(holder, (dict, list)):
            return
    if isinstance(holder, dict):
        holder.pop(path[-1], None)
    elif code == "dubbel":
        del holder[int(path[-1]) :]
    elif isinstance(path[-1], int) and path[-1] < len(holder):
        holder[path[-1]] = {} if isinstance(holder[path[-1]], dict) else ""


def _put(data: Any, path: FieldPath, value: Any) -> None:
    """Put a value at a path, with what has to stand around it."""
    for step, after in pairwise(path):
        new: Any = [] if isinstance(after, int) else {}
        if isinstance(data, dict):
            data = data.setdefault(step, new)
        else:
            data += [{} if isinstance(new, dict) else [] for _ in range(int(step) + 1 - len(data))]
            data = data[step]
        if data is None:
            return
    if isinstance(data, dict):
        data[path[-1]] = value
    elif isinstance(data, list):
        data += [value] * (int(path[-1]) + 1 - len(data))


def _bare(field: Field, name: str) -> Any:
    if field.kind == "dict":
        return {str(YEARS[0]): _bare(field.value, name)} if field.value else {}
    if field.kind == "list":
        return [_bare(field.row, name)] if field.row else []
    return _value(field, name, 0)


def _full(field: Field, name: str, number: int) -> Any:
    if _needs_picture(field):
        return None
    if field.kind == "dict" and field.value:
        keys = ["r0", "r1"] if field.key and field.key.reference else [str(year) for year in YEARS]
        return {key: _full(field.value, name, number) for key in keys}
    if field.kind == "dict":
        return {key: _full(child, key, number) for key, child in field.children.items()}
    if field.kind == "list":
        return [_full(field.row, name, row) for row in range(_rows(field.row))] if field.row else []
    return _value(field, name, number)


def _needs_picture(field: Field) -> bool:
    """Whether a field is a picture, or a list of them: there is none to show."""
    row = field.row
    return field.is_picture or (
        row is not None and any(child.is_picture and child.is_required for child in row.children.values())
    )


def _rows(row: Field) -> int:
    choices = [len(child.choices) for child in row.children.values()]
    return max([ROWS, *choices]) if row.kind == "dict" else FEWEST


def _value(field: Field, name: str, number: int) -> Any:
    """What fits a field that holds one value."""
    if field.choices:
        return field.choices[number % len(field.choices)]
    if field.kind == "boolean":
        return number % 2 == 0
    if field.kind == "date":
        return DAYS[number % len(DAYS)]
    if field.kind in NUMBERS:
        return min(NUMBERS[field.kind], field.max if isinstance(field.max, (int, float)) else YEARS[-1])
    if field.reference:
        return f"r{number % FEWEST}"
    words = (
        f"r{number}" if name == "id" else LETTERS.get(name, f"Tekst {name.replace('_', ' ')} {{}}").format(number + 1)
    )
    tries = [words, f"1.{number + 1}", field.example]
    return next((one for one in tries if one and re.fullmatch(field.pattern or ".*", one)), words)
