"""Findings for other programs: JSON, SARIF 2.1.0 and the annotations of GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from docgen._version import __version__
from docgen.diagnostics.codes import MEANINGS
from docgen.diagnostics.problem import Problem, visible

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
SARIF_LEVELS = {"fout": "error", "waarschuwing": "warning", "advies": "note"}
GITHUB_LEVELS = {"fout": "error", "waarschuwing": "warning", "advies": "notice"}

Helps = Mapping[str, str]


def as_json(problems: Iterable[Problem], _helps: Helps) -> str:
    """A list of objects, one a finding."""
    return json.dumps(list(map(as_data, problems)), ensure_ascii=False, indent=2)


def as_data(problem: Problem) -> dict[str, Any]:
    """A finding as plain data. The names are a promise; new ones may be added."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": problem.path,
        "code": problem.code,
        "level": problem.level,
        "message": visible(problem.message),
        "hint": visible(problem.hint),
        "accepted": bool(problem.accepted),
        "reason": visible(problem.accepted),
        "unread": [list(lines) for lines in problem.unread],
        "waiting": list(problem.waiting or ()),
        "cause": problem.cause._asdict() if problem.cause else None,
    }


def as_sarif(problems: Iterable[Problem], helps: Helps) -> str:
    """One SARIF run; an accepted finding is a suppressed result."""
    found = list(problems)
    codes = sorted({problem.code for problem in found})
    driver = {
        "name": "docgen",
        "version": __version__,
        "language": "nl",
        "rules": [_sarif_rule(code, helps.get(code) or MEANINGS.get(code, code)) for code in codes],
    }
    results = [_sarif_result(problem, codes.index(problem.code)) for problem in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _sarif_rule(code: str, text: str) -> dict[str, Any]:
    return {"id": code, "shortDescription": {"text": text.strip().splitlines()[0]}, "help": {"text": text.strip()}}


def _sarif_result(problem: Problem, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.file)}}
    if problem.line:
        end = problem.column + problem.width
        place["region"] = {"startLine": problem.line, "startColumn": max(1, problem.column), "endColumn": end}
    location: dict[str, Any] = {"physicalLocation": place}
    if problem.path:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.path}]
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": SARIF_LEVELS[problem.level],
        "message": {"text": _message_text(problem)},
        "locations": [location],
    }
    if problem.accepted:
        result["suppressions"] = [{"kind": "inSource", "justification": visible(problem.accepted)}]
    return result


def _uri(name: str) -> str:
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _message_text(problem: Problem) -> str:
    """A finding as running text: path, message and remedy, or the reason why it was accepted, and what to mend first."""
    path = f"{problem.path}: " if problem.path else ""
    remedy = f" (tip: {problem.hint})" if problem.hint else ""
    more = f" (geaccepteerd: {problem.accepted})" if problem.accepted else remedy
    first = f" ({problem.follows})" if problem.cause else ""
    return visible(f"{path}{problem.message}{more}{first}")


def as_github(problems: Iterable[Problem], _helps: Helps) -> str:
    """A workflow command a line; an accepted finding is a notice with its reason."""
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    parts = [f"{name}={_escape(str(value), '%:,')}" for name, value in place.items() if value]
    level = "notice" if problem.accepted else GITHUB_LEVELS[problem.level]
    return f"::{level} {','.join(parts)}::{_escape(_message_text(problem), '%')}"


def _escape(text: str, special: str) -> str:
    return "".join(f"%{ord(c):02X}" if c in special or c in "\r\n" else c for c in text)


FORMATS: dict[str, Callable[[Iterable[Problem], Helps], str]] = {
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
