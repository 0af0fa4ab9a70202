"""Ways to read a line that is no YAML as it was meant: each knows one kind of slip, and nothing is written to the file.

What a slip is called, says `syntax/explain`; here is only what the lines would have been. Whether that is better, the reader tries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen._lazy import regex
from docgen.syntax.explain.context import BULLET, FARTHEST, KEY, ErrorContext, indent
from docgen.syntax.explain.explainer import CLOSING
from docgen.syntax.explain.indentation import OPENS_BLOCK, TABLE
from docgen.syntax.explain.lines import NAME
from docgen.syntax.recovery import depths
from docgen.syntax.recovery.blocks import DASH, Mend, block_end, is_blank
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


def _replaced(context: ErrorContext, pattern: str, write: str) -> Iterator[Mend]:
    text, count = re.subn(pattern, write, context.text(context.line), count=1)
    if count:
        yield Mend({context.line: text})


def colon(context: ErrorContext) -> Iterator[Mend]:
    """A name with another sign than a colon and a space behind it, or with none at all."""
    own = context.text(context.line)
    found = re.match(rf"{NAME}(?P<sign>:[{HARD_SPACES}\u200b]\s*| ?[：；;=] ?|:(?!//)(?=\S)) ?(?P<value>.*)$", own)
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
    yield from _replaced(context, r"^(\s*)[–—-]\s*(?=[^\s-])", r"\1- ")


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


def lone_sign(context: ErrorContext) -> Iterator[Mend]:
    """A dash, question mark or colon where a value belongs."""
    yield from _replaced(context, r"^(\s*(?:- +)?[\w-]+ *:) +[-?:|>]+\s*$", r"\1")


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
        yield from _replaced(context, r"[\]}]\s*$", "")
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
    yield from _replaced(context, r"^(.*[\w\"'\]}]),\s*$", r"\1")


def without_value(context: ErrorContext) -> Iterator[Mend]:
    """A value between brackets, or text behind the name of a part, that is left out."""
    found = re.match(r"( *(?:- +)*[\w-]+ *:) +(\S.*)$", context.text(context.line))
    key = KEY.match(context.text(context.line))
    if not found or not key:
        return
    if found[2][0] in "[{" or depths.has_fields(context, key["name"]):
        yield Mend({context.line: found[1]}, (context.line,))


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
    comma,
    brackets,
    quotes,
    depths.moved,
    lost_dash,
    needless_dash,
    lone_sign,
    text_of_more_lines,
    run_on,
    without_value,
)
