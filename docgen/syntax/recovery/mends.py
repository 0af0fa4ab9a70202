"""Ways to read a line that is no YAML as it was meant: each knows one kind of slip, and nothing is written to the file.

What a slip is called, says `syntax/explain`; here is only what the lines would have been. Whether that is better, the reader tries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen._lazy import regex
from docgen.syntax.explain.context import BULLET, FARTHEST, KEY, ErrorContext, indent
from docgen.syntax.explain.indentation import TABLE
from docgen.syntax.explain.lines import NAME
from docgen.syntax.recovery import depths, values
from docgen.syntax.recovery.blocks import DASH, Mend, is_blank
from docgen.syntax.recovery.values import replaced
from docgen.text.characters import HARD_SPACES

STRAY = regex(r"\s*(?:-{3,}|\.{3}|`{3}.*|//.*|/\*.*|\*/|<!--.*|[=_~*#+|—–-]{3,}|%\w.*)\s*$")
CLASH, MIDDLE, CLASH_END = regex(r"<{7}( |$)"), regex(r"={7}$"), regex(r">{7}( |$)")
LEAD = regex(r"(?P<lead>\s*(?:-\s+)*)(?P<rest>.*)$")
WORD = regex(r"(?P<lead> *(?:- +)*)(?P<name>[\w-]+)(?:\s+(?P<value>[^\s:=].*))?$")
ROW = regex(r"\s*[-–—]\s")
MARKED = regex(r"( *(?:- +)?)[*_]+([\w-]+)[*_]* *:[*_]* *(.*?)[*_]*$")
FAR = 200  # how many lines a version that was merged may be


Mending = Callable[[ErrorContext], Iterator[Mend]]


def stray(context: ErrorContext) -> Iterator[Mend]:
    """A line that is no part of a dossier: a rule of signs, the end of a document, a comment of another language."""
    if STRAY.match(context.text(context.line)):
        yield Mend({context.line: ""})


def versions(context: ErrorContext) -> Iterator[Mend]:
    """Two versions between the markers of a merge: the first."""
    number = context.line
    if not any(mark.match(context.text(number)) for mark in (CLASH, MIDDLE, CLASH_END)):
        return
    back, on = range(number, max(0, number - FAR), -1), range(number, number + FAR)
    start = next((n for n in back if CLASH.match(context.text(n))), number)
    end = next((n for n in on if CLASH_END.match(context.text(n))), number)
    middle = next((n for n in range(start, end) if MIDDLE.match(context.text(n))), end)
    dropped = range(middle, end + 1)
    yield Mend(dict.fromkeys((start, *dropped), ""), tuple(dropped[1:-1]))


def pasted_table(context: ErrorContext) -> Iterator[Mend]:
    """Lines of values with tabs between them."""

    def is_row(n: int) -> bool:
        text = context.text(n)
        return bool(TABLE.match(text)) and not any(sort.match(text) for sort in (KEY, BULLET, ROW))

    if is_row(context.line):
        first = last = context.line
        while is_row(first - 1):
            first -= 1
        while is_row(last + 1):
            last += 1
        rows = range(first, last + 1)
        yield Mend(dict.fromkeys(rows, ""), tuple(rows))


def tabs(context: ErrorContext) -> Iterator[Mend]:
    """Tabs before the first word: as deep as the lines around it."""
    own = LEAD.match(context.text(context.line))
    if not own or "\t" not in own["lead"]:
        return
    run = [context.line]
    while re.match(r"[ -]*\t", context.text(run[-1] + 1)):
        run.append(run[-1] + 1)
    for width in (2, 4, 1, 8):
        texts = {}
        for number in run:
            text = re.sub(r"-\t+", "- ", context.text(number))
            space = re.match(r"\s*", text)
            texts[number] = space[0].replace("\t", " " * width) + text[space.end() :] if space else text
        yield Mend(texts)
    after = re.sub(r"-\t+", "- ", context.text(context.line))
    for depth in depths.of_lines_around(context):
        yield Mend({context.line: " " * depth + after.lstrip()})


def colon(context: ErrorContext) -> Iterator[Mend]:
    """A name with another sign than a colon and a space behind it, or with none at all."""
    own = context.text(context.line)
    found = re.match(rf"{NAME}(?P<sign>:[{HARD_SPACES}\u200b]\s*| ?[：；;=] ?| ?:(?!//)(?=\S)) ?(?P<value>.*)$", own)
    if found and (found["sign"] != ";" or depths.is_known(context, found["name"])):
        yield Mend({context.line: f"{own[: found.start('sign')].rstrip()}: {found['value']}"})
        if depths.has_fields(context, found["name"]):
            yield Mend({context.line: f"{own[: found.start('sign')].rstrip()}:"}, (context.line,))
    marked = MARKED.match(own)
    if marked:
        yield Mend({context.line: f"{marked[1]}{marked[2]}: {marked[3]}".rstrip()})
    word = WORD.match(own)
    if word and depths.is_known(context, word["name"]):
        yield Mend({context.line: f"{word['lead']}{word['name']}: {word['value'] or ''}".rstrip()})
        if word["value"] and depths.has_fields(context, word["name"]):
            yield Mend({context.line: f"{word['lead']}{word['name']}:"}, (context.line,))


def dash(context: ErrorContext) -> Iterator[Mend]:
    """Another sign than a dash and a space before a row, or no sign at all."""
    own = context.text(context.line)
    bullet = BULLET.match(own)
    if bullet:
        yield Mend({context.line: f"{' ' * indent(own)}- {bullet[2]}"})
    yield from replaced(context, r"^(\s*)[–—-]\s*(?=[^\s-])", r"\1- ")


def lost_dash(context: ErrorContext) -> Iterator[Mend]:
    """A row without its dash: its first line, and the other lines when those stand right below it."""
    own, number = context.text(context.line), context.line
    depth, name = indent(own), KEY.match(own)
    if DASH.match(own) or not own.strip():
        return
    before = [n for n in range(number - 1, max(0, number - FAR), -1) if DASH.match(context.text(n))]
    row = next((n for n in before if indent(context.text(n)) <= depth), 0)
    if not row:
        return
    for start in {depth, indent(context.text(row)), max(0, depth - 2)}:
        texts = {number: f"{' ' * start}- {own.strip()}"}
        yield Mend(texts)
        end = number
        while (text := context.text(end + 1)) and name and indent(text) >= depth and not DASH.match(text):
            end += 1
            texts[end] = " " * (start + 2) + text[depth:]
        if end > number:
            yield Mend(dict(texts))


def needless_dash(context: ErrorContext) -> Iterator[Mend]:
    """A dash before the first field of a part that is no list."""
    found = re.match(r"( *)- +(?=[\w-]+:)", context.text(context.line))
    if found:
        rest = context.text(context.line)[found.end() :]
        yield Mend({context.line: found[1] + rest})
        yield Mend({context.line: f"{found[1]}  {rest}"})


def run_on(context: ErrorContext) -> Iterator[Mend]:
    """Text that goes on too far to the left: deeper than the name of its field, up to the next name."""
    number = context.line
    if is_blank(context.text(number)):
        return
    above = next((n for n in range(number - 1, max(0, number - FARTHEST), -1) if KEY.match(context.text(n))), 0)
    key = KEY.match(context.text(above))
    if not key or not key["value"] or key["value"][0] in "[{":
        return
    if context.outline([*context.around(above, len(key["lead"])), key["name"]])[0] != "text":
        return
    run: list[int] = []
    while len(run) < FARTHEST and (text := context.text(number)) and text.strip():
        other = KEY.match(text)
        if run and other and depths.is_known_at(context, number, other["name"], len(other["lead"])):
            break
        run.append(number)
        number += 1
    depth = len(key["lead"]) + 2
    body = [n for n in range(above + 1, context.line) if context.text(n).strip()]
    deep = max([depth, *(indent(context.text(n)) for n in body[:1])])
    for numbers in dict.fromkeys((tuple(run), (context.line,))):
        yield Mend({n: " " * deep + context.text(n).strip() for n in numbers}, guessed=(above, *numbers))


# the order is that of trust: of those that come equally far, the first counts
MENDS: tuple[Mending, ...] = (
    stray,
    versions,
    pasted_table,
    tabs,
    depths.section,
    colon,
    dash,
    values.comma,
    values.brackets,
    values.quotes,
    depths.row_above,
    depths.moved,
    lost_dash,
    needless_dash,
    values.lone_sign,
    values.text_of_more_lines,
    run_on,
    values.without_value,
)
