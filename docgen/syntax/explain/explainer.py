"""Why a text is no YAML: the likely cause, its place and a remedy, in Dutch instead of the words of a parser."""

from __future__ import annotations

from typing import Any

from docgen._lazy import regex
from docgen.syntax.explain.context import (
    QUOTE,
    Diagnosis,
    ErrorContext,
    LastScalar,
    Outline,
    in_quotes,
    unknown_outline,
)
from docgen.syntax.explain.lines import DASHES, NAMES, diagnose

BEGAN = regex("end of stream|could not find")  # the parser notices these long after the slip
CLOSING = {"{": "}", "[": "]"}
COMMA = "zet tekst met een komma, dubbele punt of haakjes tussen aanhalingstekens: '…'"
ESCAPE = "gebruik enkele aanhalingstekens: '…'"
# words of the parser (its problem or context) -> message, remedy, and the better place: "here", "start" (where it began),
# "open" (the bracket that is still open) or "line" (here when that is on the line where it began)
WORDS: list[tuple[str, str, str, str]] = [
    (
        "did not find expected node content",
        "tussen {{ }} of [ ] ontbreekt een waarde of het sluitende teken",
        "zet een waarde met # of een komma tussen aanhalingstekens",
        "open",
    ),
    ("cannot start any token", "een waarde mag niet met ‘{sign}’ beginnen", QUOTE, "here"),
    ("mapping values are not allowed", "hier staat nog een dubbele punt met een spatie in dezelfde waarde", QUOTE, "here"),
    ("unknown escape character", "na een \\ staat hier een teken dat niet kan", ESCAPE, "here"),
    ("invalid Unicode character escape", "na een \\ staat hier een teken dat niet bestaat", ESCAPE, "here"),
    ("did not find expected hexdecimal", "na een \\ staat hier een teken dat niet kan", ESCAPE, "here"),
    ("did not find expected ',' or ']'", "deze lijst tussen [ ] klopt niet: er mist een komma of ]", COMMA, "line"),
    ("did not find expected ',' or '}'", "deze waarden tussen {{ }} kloppen niet: er mist een komma of }}", COMMA, "line"),
    ("did not find expected '-' indicator", "deze lijst klopt niet: elk punt begint met een streepje op dezelfde diepte", DASHES, "here"),
    ("did not find expected key", "de inspringing klopt hier niet, of er mist een dubbele punt", NAMES, "here"),
    ("could not find expected ':'", "hier mist een dubbele punt met een spatie erachter", "schrijf naam: waarde", "start"),
    ("block sequence entries are not allowed", "een streepje kan hier niet staan", "zet het streepje op een nieuwe regel", "here"),
    ("did not find expected <document start>", "deze tekst hoort niet meer bij het dossier", "haal de regel met ... of % erboven weg, of begin alle namen helemaal links", "here"),
    ("found incompatible YAML document", "deze versie van YAML kent docgen niet", "haal de regel met %YAML weg", "here"),
    ("while parsing a tag", "een waarde mag niet met ! beginnen", QUOTE, "start"),
    ("while scanning a tag", "een waarde mag niet met ! beginnen", QUOTE, "start"),
    ("undefined tag handle", "een waarde mag niet met ! beginnen", QUOTE, "start"),
    ("while scanning an alias", "een waarde mag niet met * beginnen", QUOTE, "start"),
    ("while scanning an anchor", "een waarde mag niet met & beginnen", QUOTE, "start"),
    ("while scanning a block scalar", "na {sign} mag op deze regel niets meer staan", "zet de tekst op de volgende regel, ingesprongen; begint de tekst zelf met dit teken, zet hem dan tussen aanhalingstekens", "start"),
    ("directive", "een regel mag niet met % beginnen", QUOTE, "start"),
    ("while scanning a plain scalar", "in deze waarde staat een tab of een teken dat niet kan", QUOTE, "here"),
]  # fmt: skip


def explain(
    error: Any,
    lines: list[str],
    last: LastScalar | None,
    opened: tuple[int, int] | None = None,
    outline: Outline = unknown_outline,
) -> Diagnosis:
    """The likely cause of a parser's error (an object with `problem`, `context` and their marks).

    `opened` is the place of the bracket that is still open.
    """
    words = f"{error.context or ''} {error.problem or ''}"
    here = _place(error.problem_mark or error.context_mark)
    start = _place(error.context_mark) if error.context_mark else here
    context = ErrorContext(lines, *(start if BEGAN.search(words) else here), words, last, outline)
    return diagnose(context.shortened()) or _translate(
        context, {"here": here, "start": start, "open": opened or here}, opened is not None
    )


def _place(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _translate(context: ErrorContext, places: dict[str, tuple[int, int]], opened: bool) -> Diagnosis:
    if places["open"][0] == places["here"][0]:
        places["open"] = places["here"]
    places["line"] = places["here"] if places["here"][0] == places["start"][0] else places["start"]
    for part, message, hint, place in WORDS:
        if part in context.words:
            line, column = places[place]
            sign = context.text(line)[column - 1 : column]
            if sign in tuple(",]}") and place == "open" and not opened:
                message, hint = "een waarde mag niet met ‘{sign}’ beginnen", QUOTE
            elif sign == "," and place == "open":
                message, hint = "hier staat een komma te veel", "haal de komma weg"
            elif sign == "*" and place == "start":
                hint = in_quotes(context.lines, line, column)
            if place == "line" and line != places["here"][0]:
                message, hint = "deze {sign} wordt niet gesloten", f"zet er een {CLOSING.get(sign, sign)} achter"
            return Diagnosis(line, column, message.format(sign=sign), hint)
    hint = "controleer inspringing, dubbele punten en aanhalingstekens"
    return Diagnosis(context.line, context.column, "hier is de YAML niet te volgen", hint)
