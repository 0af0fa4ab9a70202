"""Why a text is no YAML: the likely cause, its place and a remedy, in Dutch instead of the words of a parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cause:
    """A likely cause, at a line and column that count from 1."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True)
class Last:
    """The last value that was read before things went wrong: where it began and ended, and how it was written."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str  # "'" or '"' for quoted text, "[" for a list or map between brackets, "" for plain text


OPEN_BRACKET = "did not find expected node content"
QUOTE = "zet de waarde tussen aanhalingstekens: '…'"
Look = Callable[[list[str], int, "Last | None"], "Cause | None"]


def _tab(lines: list[str], line: int, last: Last | None) -> Cause | None:
    for number in (line, line - 1):
        indent = re.match(r"[ \t]*", _text(lines, number))
        if indent and "\t" in indent[0]:
            return Cause(
                number,
                indent[0].index("\t") + 1,
                "hier staat een tab; YAML springt in met spaties",
                "vervang de tab door spaties",
            )
    return None


def _dash(lines: list[str], line: int, last: Last | None) -> Cause | None:
    for number in (line, line - 1):
        long, close = re.match(r"\s*([–—])", _text(lines, number)), re.match(r"\s*(-)[^\s-]", _text(lines, number))
        if long:
            return Cause(
                number,
                long.start(1) + 1,
                "dit is een lang streepje uit Word",
                "typ een gewoon streepje met een spatie erachter: - ",
            )
        if close and re.match(r"\s*-\w[\w-]*:\s", _text(lines, number) + " "):
            return Cause(
                number,
                close.start(1) + 1,
                "na het streepje hoort een spatie",
                f"schrijf - {_text(lines, number).strip()[1:40]}",
            )
    return None


def _quote_runs_on(lines: list[str], line: int, last: Last | None) -> Cause | None:
    if last and last.style in ("'", '"') and last.end_line > last.line and line >= last.end_line:
        message = f"het aanhalingsteken dat hier opent, sluit pas op regel {last.end_line}"
        return Cause(last.line, last.column, message, "zet het sluitende aanhalingsteken aan het eind van deze waarde")
    return None


def _text_after_value(lines: list[str], line: int, last: Last | None) -> Cause | None:
    if not last or last.end_line != line or not last.style:
        return None
    rest = _text(lines, line)[last.end_column - 1 :].strip()
    if not rest or rest[0] in "#,]}:":
        return None
    if last.style == "[":
        return Cause(line, last.column, "een waarde die met [ of { begint, moet daar ook mee eindigen", QUOTE)
    if last.style == "'":
        hint = "verdubbel een apostrof binnen de tekst (foto''s), of gebruik dubbele aanhalingstekens"
    else:
        hint = "zet de hele waarde tussen enkele aanhalingstekens: '…'"
    return Cause(line, last.end_column, f"na het sluitende aanhalingsteken staat nog tekst: ‘{rest[:30]}’", hint)


def _deeper(lines: list[str], line: int, last: Last | None) -> Cause | None:
    before = next((n for n in range(line - 1, 0, -1) if _text(lines, n).strip()), 0)
    own, above = _indent(_text(lines, line)), _indent(_text(lines, before))
    has_value = re.match(r"\s*(- )?[\w-]+:\s+[^\s|>#&]", _text(lines, before))
    if before and has_value and own > above and re.match(r"\s*[\w-]+:(\s|$)", _text(lines, line)):
        return Cause(
            line,
            own + 1,
            f"deze regel springt {own - above} spatie(s) verder in dan de regel erboven",
            "laat de namen recht onder elkaar beginnen",
        )
    return None


LOOKS: tuple[Look, ...] = (_tab, _dash, _quote_runs_on, _text_after_value, _deeper)


def _text(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


# words of the parser (its problem or context) -> message, remedy, whether the place where it began is the better one
WORDS: list[tuple[str, str, str, bool]] = [
    (
        OPEN_BRACKET,
        "tussen { } of [ ] ontbreekt een waarde of het sluitende teken",
        "zet een waarde met # of een komma tussen aanhalingstekens",
        True,
    ),
    ("cannot start any token", "een waarde mag niet met dit teken beginnen", QUOTE, False),
    (
        "mapping values are not allowed",
        "hier staat nog een dubbele punt met een spatie in dezelfde waarde",
        QUOTE,
        False,
    ),
    (
        "found unexpected end of stream",
        "dit aanhalingsteken wordt niet gesloten",
        'zet een aanhalingsteken aan het eind; begint de tekst met een apostrof, zet dan alles tussen dubbele: "\'s-Gravenhage"',
        True,
    ),
    (
        "found unknown escape character",
        "na een \\ staat hier een teken dat niet kan",
        "gebruik enkele aanhalingstekens: '…'",
        False,
    ),
    (
        "invalid Unicode character escape",
        "na een \\ staat hier een teken dat niet bestaat",
        "gebruik enkele aanhalingstekens: '…'",
        False,
    ),
    (
        "did not find expected ',' or ']'",
        "deze lijst tussen [ ] klopt niet: er mist een komma of ]",
        "zet tekst met een komma of dubbele punt tussen aanhalingstekens",
        True,
    ),
    (
        "did not find expected ',' or '}'",
        "deze waarden tussen { } kloppen niet: er mist een komma of }",
        "zet tekst met een komma of dubbele punt tussen aanhalingstekens",
        True,
    ),
    (
        "did not find expected '-' indicator",
        "deze lijst klopt niet: elk punt begint met een streepje op dezelfde diepte",
        "laat alle streepjes recht onder elkaar beginnen",
        False,
    ),
    (
        "did not find expected key",
        "de inspringing klopt hier niet, of er mist een dubbele punt",
        "laat de namen recht onder elkaar beginnen",
        False,
    ),
    ("could not find expected ':'", "hier mist een dubbele punt met een spatie erachter", "schrijf naam: waarde", True),
    (
        "block sequence entries are not allowed",
        "een streepje kan hier niet staan",
        "zet het streepje op een nieuwe regel",
        False,
    ),
    ("found undefined tag handle", "een waarde mag niet met ! beginnen", QUOTE, False),
    ("while scanning an alias", "een waarde mag niet met * beginnen", QUOTE, False),
    ("while scanning an anchor", "een waarde mag niet met & beginnen", QUOTE, False),
    (
        "while scanning a block scalar",
        "na | of > mag op deze regel niets meer staan",
        "zet de tekst op de volgende regel, ingesprongen",
        False,
    ),
    ("while scanning a directive", "een regel mag niet met % beginnen", QUOTE, False),
]


def explain(error: Any, lines: list[str], last: Last | None, opened: tuple[int, int] | None = None) -> Cause:
    """The likely cause of a parser's error (an object with `problem`, `context` and their marks).

    `opened` is the place of the bracket that is still open.
    """
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 0
    found = next(_looked(lines, line, last), None)
    if found:
        return found
    words = f"{error.context or ''} {error.problem or ''}"
    for part, message, hint, at_start in WORDS:
        if part in words and part == OPEN_BRACKET and opened:
            return Cause(*opened, message, hint)
        if part in words:
            place = (at_start and error.context_mark) or mark
            return Cause(place.line + 1, place.column + 1, message, hint)
    return Cause(
        line,
        mark.column + 1 if mark else 0,
        "hier is de YAML niet te volgen",
        "controleer inspringing, dubbele punten en aanhalingstekens",
    )


def _looked(lines: list[str], line: int, last: Last | None) -> Iterator[Cause]:
    for look in LOOKS:
        cause = look(lines, line, last)
        if cause:
            yield cause
