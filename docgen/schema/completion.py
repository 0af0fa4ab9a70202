"""Absent fields filled in, so that a template may ask for every field; and the marks read of what is running text."""

from __future__ import annotations

from typing import Any

from docgen.schema.field import Field
from docgen.text import typography
from docgen.text.markdown import subset


def fill_defaults(data: Any, field: Field | None, blank: str | None = None) -> Any:
    """Fill in what is absent, so that a template can ask for every field: a list becomes `[]`, all else `None`.

    In running text marks are read (`text/markdown`). `blank` stands where text that is required is absent, for sentences about a dossier with gaps."""
    if field is None:
        return data
    if data is None:
        return [] if field.kind == "list" else blank if field.is_required and field.is_free_text else None
    if field.kind == "list" and isinstance(data, list):
        return [fill_defaults(value, field.row, blank) for value in data]
    if field.has_fixed_names and isinstance(data, dict):
        return {name: fill_defaults(data.get(name), child, blank) for name, child in field.children.items()}
    return _words(data, field) if type(data) is str else data


def _words(text: str, field: Field) -> str:
    """A text of a writer: with one sort of signs, and its marks read, where the schema says that it may have them."""
    shown = typography.one_sort(text) if field.is_prose and not field.reference else text
    return subset.running_text(shown, field.is_in_sentence) if field.is_running else shown


def fill_defaults_over(data: Any, field: Field | None, before: Any, full: Any) -> Any:
    """`fill_defaults` for data that share parts with other data, completed `before` as `full`: shares what was completed."""
    if data is before:
        return full
    if field is None:
        return data
    if field.kind == "list" and isinstance(data, list) and isinstance(before, list):
        row, known = field.row, len(before)
        return [
            fill_defaults_over(value, row, before[i], full[i]) if i < known else fill_defaults(value, row)
            for i, value in enumerate(data)
        ]
    if field.has_fixed_names and isinstance(data, dict) and isinstance(before, dict):
        return {
            name: fill_defaults_over(value, child, old, full[name])
            if (value := data.get(name)) is not (old := before.get(name))
            else full[name]
            for name, child in field.children.items()
        }
    return fill_defaults(data, field)
