"""Lines that stand deeper or less deep than where their name is known."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.syntax.explain.context import FARTHEST, KEY, ErrorContext, indent
from docgen.syntax.recovery.blocks import DASH, Mend, block_end, is_blank, shifted

FARTHEST_STEP = 8
FAR, NEAR = 100, 3  # how many lines and spaces a row above may be off


def is_known(context: ErrorContext, name: str) -> bool:
    """Whether the schema has a field of that name where the line stands."""
    lead = KEY.match(f"{context.text(context.line).split(name)[0]}{name}:")
    return is_known_at(context, context.line, name, len(lead["lead"]) if lead else 0)


def is_known_at(context: ErrorContext, number: int, name: str, depth: int) -> bool:
    """The same for a name at a depth on a line."""
    around = context.around(number, depth)
    kind, fields = context.outline(around)
    is_free = kind == "dict" and not fields  # years and roles are names of their own
    return name in fields or (is_free and name not in context.outline(around[:-1])[1])


def has_fields(context: ErrorContext, name: str) -> bool:
    """Whether a name on the line is that of a part or list."""
    key = KEY.match(context.text(context.line).split(name)[0] + f"{name}:")
    depth = len(key["lead"]) if key else 0
    return context.outline([*context.around(context.line, depth), name])[0] in ("dict", "list")


def is_row(context: ErrorContext) -> bool:
    """Whether the line stands in a list of which the rows have fields."""
    kind, fields = context.outline(context.around(context.line, indent(context.text(context.line))))
    return kind == "list" and bool(fields)


def of_lines_around(context: ErrorContext) -> list[int]:
    """The depths at which the lines before and after a line begin, the nearest first; a row also at its first name."""
    found: dict[int, None] = {}
    seen, number = 0, context.line - 1
    while number > 0 and seen < FARTHEST:
        text = context.text(number)
        if not is_blank(text):
            key = KEY.match(text)
            for depth in (len(key["lead"]) if key else indent(text), indent(text)):
                found.setdefault(depth)
            seen += 1
            if indent(text) == 0:
                break
        number -= 1
    number, seen = context.line + 1, 0
    while number <= len(context.lines) and seen < 3:
        if not is_blank(context.text(number)):
            found.setdefault(indent(context.text(number)))
            seen += 1
        number += 1
    return list(found)


def _known(context: ErrorContext, depth: int) -> bool:
    text = context.text(context.line)
    key = KEY.match(text.strip())
    if not key:
        return False
    return is_known_at(context, context.line, key["name"], depth + len(key["lead"]))


def moved(context: ErrorContext) -> Iterator[Mend]:
    """A line some spaces off, with its block or alone, and a run of lines that all are."""
    text, number = context.text(context.line), context.line
    if is_blank(text):
        return
    own, name = indent(text), KEY.match(text)
    if not name and not DASH.match(text):
        return  # text, of which nothing says how deep it belongs
    if own == 0 and name and name["name"] in context.outline(())[1]:
        return  # a section stands where it belongs
    depths = [d for d in of_lines_around(context) if d != own and abs(d - own) <= FARTHEST_STEP]
    if name:
        depths = sorted(depths, key=lambda depth: not _known(context, depth))
    end = block_end(context.lines, number, len(context.lines))
    run = number
    while (
        run - number < FARTHEST
        and (key := KEY.match(context.text(run + 1)))
        and indent(context.text(run + 1)) == own
        and "-" not in key["lead"]
    ):
        run += 1
    for depth in depths:
        if name and "-" not in name["lead"] and not _known(context, depth):
            continue
        ends = [number] if end == number or not text.rstrip().endswith(":") else []
        for last in dict.fromkeys((end, *ends, *([run] if run > end else []))):
            yield Mend(shifted(context.lines, number, last, depth - own))


def row_above(context: ErrorContext) -> Iterator[Mend]:
    """A row that is not at the depth of the row above it: that one, with its fields, at the depth of this."""
    own, number = indent(context.text(context.line)), context.line
    if not DASH.match(context.text(number)):
        return
    above = next((n for n in range(number - 1, max(0, number - FAR), -1) if DASH.match(context.text(n))), 0)
    while above and not 0 < abs(indent(context.text(above)) - own) <= NEAR:
        above = next((n for n in range(above - 1, max(0, number - FAR), -1) if DASH.match(context.text(n))), 0)
    if above:
        step = own - indent(context.text(above))
        yield Mend(shifted(context.lines, above, number - 1, step), guessed=(above,))
        yield Mend(shifted(context.lines, above, above, step), guessed=(above,))


def section(context: ErrorContext) -> Iterator[Mend]:
    """A section with spaces in front of it: at the margin, with its block."""
    key = KEY.match(context.text(context.line))
    depth = indent(context.text(context.line))
    if not key or "-" in key["lead"] or not depth or key["name"] not in context.outline(())[1]:
        return
    if not is_known_at(context, context.line, key["name"], depth):
        end = block_end(context.lines, context.line, len(context.lines))
        yield Mend(shifted(context.lines, context.line, end, -depth))
        yield Mend({context.line: context.text(context.line).lstrip()})
