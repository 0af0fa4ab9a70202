"""Words that belong to the dossier and not on paper: names of fields and how they are written."""

from __future__ import annotations

from docgen._lazy import regex

SYNTAX = regex(r"\w_\w|\w:(?:\s|$)|[\[\]{}`]|\b(?:true|false)\b|\w\.[a-z_]+\b|\bdocgen\b")


def is_for_paper(text: str) -> bool:
    """Whether a text can stand in a document: it names no field and shows no YAML."""
    return not SYNTAX.search(text)
