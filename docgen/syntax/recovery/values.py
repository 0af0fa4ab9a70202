"""Values that are no YAML as they stand: without quotes, with a quote or bracket that lacks or is too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.syntax.explain.context import FARTHEST, KEY, ErrorContext, indent
from docgen.syntax.explain.explainer import CLOSING
from docgen.syntax.explain.indentation import OPENS_BLOCK
from docgen.syntax.recovery import depths
from docgen.syntax.recovery.blocks import DASH, Mend, block_end

FAR = 200  # how many lines a text may be


def replaced(context: ErrorContext, pattern: str, write: str) -> Iterator[Mend]:
    """A line in which a pattern is written otherwise, when it has that."""
    text, count = re.subn(pattern, write, context.text(context.line), count=1)
    if count:
        yield Mend({context.line: text})


def lone_sign(context: ErrorContext) -> Iterator[Mend]:
    """A dash, question mark or colon where a value belongs."""
    yield from replaced(context, r"^(\s*(?:- +)?[\w-]+ *:) +[-?:|>]+\s*$", r"\1")


def in_quotes(text: str) -> str:
    """A text as a value of YAML."""
    return "'" + text.replace("'", "''") + "'"


def quotes(context: ErrorContext) -> Iterator[Mend]:
    """A value that has to stand between quotes, with the lines on which it goes on."""
    own = context.text(context.line)
    key = KEY.match(own)
    found = re.match(r"(?P<before> *(?:- +)*[\w-]+ *: +)(?P<value>\S.*)$", own) if key else None
    found = found or re.match(r"(?P<before> *(?:- +)+)(?P<value>\S.*)$", own)
    if not found or (not found["before"].strip(" -") and depths.is_row(context)):
        return
    value, before = found["value"].rstrip(), found["before"]
    bare = value
    if value[0] in "'\"":
        bare = value[1:-1] if len(value) > 1 and value[-1] == value[0] else value[1:]
        inside = re.match(r"('(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\")\s*$", value)
        if inside and (value[0] == "'" or "\\" not in value):
            return  # it is whole
    bare = bare.replace("''", "'")
    yield Mend({context.line: before + in_quotes(bare)})
    end = block_end(context.lines, context.line, min(len(context.lines), context.line + FAR))
    below = [n for n in range(context.line + 1, end + 1) if context.text(n).strip()]
    if below and not OPENS_BLOCK.match(value) and not _is_part(context, below, key):
        texts = {n: context.text(n).replace("'", "''") for n in below}
        texts[end] = texts[end].rstrip().rstrip("\"'") + "'"
        yield Mend({context.line: f"{before}'{bare.replace(chr(39), chr(39) * 2)}", **texts})


def _is_part(context: ErrorContext, below: list[int], key: re.Match[str] | None) -> bool:
    """Whether what stands below a value are fields or rows, and no text."""
    texts = map(context.text, below)
    return bool(key and depths.has_fields(context, key["name"])) or any(map(_is_field_or_row, texts))


def _is_field_or_row(text: str) -> bool:
    return bool(DASH.match(text) or KEY.match(text))


def text_of_more_lines(context: ErrorContext) -> Iterator[Mend]:
    """The same for a text that begins on a line above."""
    own = indent(context.text(context.line))
    for number in range(context.line - 1, max(0, context.line - FARTHEST), -1):
        key = KEY.match(context.text(number))
        if key and len(key["lead"]) < own:
            inside = ErrorContext(context.lines, number, 1, context.words, None, context.outline)
            kind = context.outline([*context.around(number, len(key["lead"])), key["name"]])[0]
            if key["value"] and kind in ("text", ""):
                yield from quotes(inside)
            return


def brackets(context: ErrorContext) -> Iterator[Mend]:
    """A list or map on one line with a bracket that lacks, or one too many."""
    own = context.text(context.line)
    start = re.match(r" *(?:- +)*(?:[\w-]+ *: *)?(?=[\[{])", own)
    if not start:
        yield from replaced(context, r"[\]}]\s*$", "")
        return
    value, comment = _without_comment(own[start.end() :])
    head, closed, extra = own[: start.end()], *_closed(value.rstrip(" ,"))
    yield Mend({context.line: f"{head}{closed}{comment}"})
    if extra:
        yield Mend({context.line: f"{head}{value[: extra - 1]}{value[extra:]}{comment}"})
    end = block_end(context.lines, context.line, min(len(context.lines), context.line + FARTHEST))
    if end > context.line:
        below = "\n".join(context.text(n) for n in range(context.line + 1, end + 1)).rstrip(" ,")
        whole = _closed(f"{value}\n{below}")[0]
        yield Mend({end: context.text(end).rstrip(" ,") + whole[len(value) + 1 + len(below) :]})


def _without_comment(value: str) -> tuple[str, str]:
    found = re.search(r"\s#", value)
    return (value[: found.start()], value[found.start() :]) if found else (value, "")


def _closed(value: str) -> tuple[str, int]:
    """A value with every bracket closed, and where one stands that closes nothing (from 1)."""
    stack: list[str] = []
    found: list[str] = []
    extra = 0
    for place, sign in enumerate(value, 1):
        if sign in CLOSING:
            stack.append(CLOSING[sign])
        elif sign in stack:
            while (closer := stack.pop()) != sign:
                found.append(closer)
        elif sign in "]}":
            extra = extra or place
        found.append(sign)
    return "".join([*found, *reversed(stack)]), extra


def comma(context: ErrorContext) -> Iterator[Mend]:
    """A comma behind a value, as in JSON."""
    yield from replaced(context, r"^(.*[\w\"'\]}]),\s*$", r"\1")


def without_value(context: ErrorContext) -> Iterator[Mend]:
    """A value between brackets, or text behind the name of a part, that is left out."""
    found = re.match(r"( *(?:- +)*[\w-]+ *:) +(\S.*)$", context.text(context.line))
    key = KEY.match(context.text(context.line))
    if not found or not key:
        return
    if found[2][0] in "[{" or depths.has_fields(context, key["name"]):
        yield Mend({context.line: found[1]}, (context.line,))
