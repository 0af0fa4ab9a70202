"""Quotes that open or close where they should not: an apostrophe at the start, a quote in a quote, one that is never closed."""

from __future__ import annotations

import re

from docgen.syntax.explain.context import QUOTE, Diagnosis, ErrorContext, LastScalar, copyable


def apostrophe(context: ErrorContext) -> Diagnosis | None:
    """A quote that opens at 's or 't, closed or not."""
    begin = (
        (context.last.line, context.last.column)
        if context.last and context.last.style == "'"
        else (context.line, context.column)
    )
    if begin[0] not in (context.line, context.line - 1):
        return None
    before, text = context.text(begin[0])[: begin[1] - 1], context.text(begin[0])[begin[1] - 1 :]
    is_between = max(map(before.rfind, "[{")) > max(map(before.rfind, "]}"))  # in brackets, the value ends at a comma
    text = (re.split(r"[,\]}]", text, maxsplit=1)[0] if is_between else text).rstrip("]}, \t\u00a0")
    if not re.match(r"'(?:[stnkmr]|ns)[ -]\w", text):
        return None
    message = "een waarde die met een apostrof begint, hoort tussen dubbele aanhalingstekens"
    remedy = f'schrijf "{text}"' if not set('"\\') & set(text) else "schrijf ’ in plaats van ' aan het begin"
    return Diagnosis(*begin, message, copyable(remedy, 'zet een " voor en achter de hele waarde'))


def open_quote(context: ErrorContext) -> Diagnosis | None:
    if "found unexpected end of stream" not in context.words:
        return None
    mark = context.text(context.line)[context.column - 1 : context.column]
    return Diagnosis(
        context.line,
        context.column,
        "dit aanhalingsteken wordt niet gesloten",
        f"zet ook {mark} aan het eind van de waarde",
    )


def runs_on(context: ErrorContext) -> Diagnosis | None:
    last = context.last
    if not last or last.style not in ("'", '"') or last.end_line == last.line or not _rest(context, last):
        return None
    message = f"het aanhalingsteken dat hier opent, sluit pas op regel {last.end_line}"
    return Diagnosis(last.line, last.column, message, "zet het sluitende aanhalingsteken aan het eind van deze waarde")


def _rest(context: ErrorContext, last: LastScalar) -> str:
    rest = context.text(last.end_line)[last.end_column - 1 :].strip()
    fine = ("#", ":", ",") if "',' or" in context.words else ("#", ":")
    return "" if rest[:1] in fine or context.line != last.end_line else rest


def text_after_value(context: ErrorContext) -> Diagnosis | None:
    last = context.last
    rest = _rest(context, last) if last and last.style else ""
    if not last or not rest:
        return None
    if rest[0] in "]}":
        return None
    if rest == ",":
        return Diagnosis(last.end_line, last.end_column, "na deze waarde hoort geen komma", "haal de komma weg")
    if last.style == "[":
        return Diagnosis(last.line, last.column, "een waarde die met [ of { begint, moet daar ook mee eindigen", QUOTE)
    message = f"na het sluitende aanhalingsteken staat nog tekst: ‘{rest[:30]}’"
    return Diagnosis(last.end_line, last.end_column, message, _in_quotes(context, last))


def _in_quotes(context: ErrorContext, last: LastScalar) -> str:
    """The whole value between the quotes that do not occur in it, or how to do that."""
    other = '"' if last.style == "'" else "'"
    line = context.text(last.line)
    whole = line[last.column - 1 :].strip()
    inside = context.text(last.end_line)[last.end_column - 3 : last.end_column]  # around the quote that ended it
    is_outer = whole.endswith(last.style) and (inside[:1] == " " or inside[2:].isalnum())
    inner = whole.strip(last.style) if last.style * 3 in whole else whole[1:-1] if is_outer else whole
    if last.line == last.end_line and not set("[{#\\" + other) & set(line):
        return copyable(f"schrijf {other}{inner}{other}", f"zet de hele waarde tussen {other} en {other}")
    if last.style == "'":
        return "verdubbel een apostrof binnen de tekst (foto''s), of gebruik dubbele aanhalingstekens"
    return "zet de hele waarde tussen enkele aanhalingstekens: '…'"
