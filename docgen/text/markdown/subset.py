"""A closed subset of Markdown, read by markdown-it: paragraphs, lists with dashes or numbers, **bold**, *italic*, links.

All else is literal. What differs from Markdown, for people who do not know it: a line break stays one; text at the margin
under a list ends it; no list begins with `*`, `+` or a year; one `*` inside a word or a sum is a `*`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

from docgen._lazy import regex
from docgen.text.markdown.marked_text import BULLET, NUMBER, Block, MarkedText, Run

MAY_HAVE_MARKS = regex(r"[*\\\n]|\]\(|\A\s*(?:-|\d{1,3}[.)])\s")
# an address may have one pair of brackets in it, as those of encyclopedias have
ADDRESS = r"(?:https?://[^\s<>()\"/]|mailto:[^\s<>()\"@]+@)[^\s<>()\"]*(?:\([^\s<>()\"]*\)[^\s<>()\"]*)*"
LINK = regex(rf"\[((?:\\.|[^\[\]\\])+)\]\(({ADDRESS})\)", re.IGNORECASE)
ITEM = regex(r"\s*(?P<mark>-|(?P<number>\d{1,3})[.)])(?:\s+|$)")
LEAST_DEEPER = 2  # spaces by which an item in an item is typed deeper
ESCAPED, ESCAPED_AT_START, ESCAPED_BEHIND_NUMBER = "*[]", "-#>+", ".)"
DEEPEST = 12  # a list in a list counts two
NESTING = 40  # of lists and marks, more than can come: what is deeper would be dropped


@lru_cache(maxsize=2_000)
def running_text(text: str, in_sentence: bool = False) -> str:
    """A text of a writer, with its marks read; the text itself when there are none. `in_sentence`: it has no paragraphs."""
    if not MAY_HAVE_MARKS.search(text):
        return text
    blocks = tuple(_in_line(text) if in_sentence else _blocks(text))
    is_plain = len(blocks) == 1 and blocks[0].level < 0 and not any(any(run[1:]) for run in blocks[0].runs)
    return blocks[0].text if is_plain else MarkedText(blocks) if blocks else text


def _in_line(text: str) -> Iterator[Block]:
    for token in _parser().parseInline(" ".join(text.split())):
        yield Block(tuple(_runs(token.children or ())))


def _blocks(text: str) -> Iterator[Block]:
    """The paragraphs and list items of a text, in order."""
    lists: list[
        list[Any]
    ] = []  # those that are open, from the outside in: kind, which one, next number, is an item begun
    count = 0
    for token in _parser().parse("\n".join(_lines(text))):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            count += 1
            kind = NUMBER if token.type.startswith("ordered") else BULLET
            lists.append([kind, count, int(token.attrs.get("start", 1)) - 1, False])
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            lists[-1][2] += 1
            lists[-1][3] = True
        elif token.type == "list_item_close" and lists[-1][3]:
            yield _item(lists, ())
        elif token.type == "inline":
            runs = tuple(_runs(token.children or (), in_list=bool(lists)))
            yield _item(lists, runs) if lists else Block(runs)


def _item(lists: list[list[Any]], runs: tuple[Run, ...]) -> Block:
    """An item, or a further paragraph of it; an outer item that has no text of its own begins with it."""
    kind, number, place, is_new = lists[-1]
    for one in lists:
        one[3] = False
    return Block(runs, kind if is_new else "", len(lists) - 1, number, place)


def _lines(text: str) -> Iterator[str]:
    """The lines of a text as the parser wants them: each item below the words of the item that it belongs to, and an empty
    line where text at the margin ends a list or a number goes on with it."""
    lines = text.splitlines()
    numbers = {int(found["number"]) for line in lines if (found := ITEM.match(line)) and found["number"]}
    items: list[tuple[int, int]] = []  # that are open: where each was typed, and where its words begin
    is_text = False  # the line before is text that no item with a number can follow
    for line in lines:
        words, typed = line.strip(), len(line[: len(line) - len(line.lstrip())].expandtabs(4))
        found = ITEM.match(words)
        if found and not (is_text and _is_loose(found, numbers)):
            if is_text and found["number"]:
                yield ""
            _close(items, typed, LEAST_DEEPER)
            indent = items[-1][1] if items else 0
            items.append((typed, indent + len(found["mark"]) + 1))
            yield f"{' ' * indent}{found['mark']} {words[found.end() :]}"
        else:
            was_in_list = bool(items)
            _close(items if words else [], typed, 1)
            if was_in_list and not items:
                yield ""
            yield f"{' ' * items[-1][1]}{words}" if items and words else words
        is_text = bool(words)


def _close(items: list[tuple[int, int]], typed: int, deeper: int) -> None:
    """Leave the items that a line typed here is not below."""
    while items and typed < items[-1][0] + deeper:
        items.pop()


def _is_loose(item: re.Match[str], numbers: set[int]) -> bool:
    """Whether what looks like an item stands behind text with no number before or after its own: "artikel⏎3. Daarin"."""
    return (
        bool(item["number"])
        and item["number"] != "1"
        and not {int(item["number"]) - 1, int(item["number"]) + 1} & numbers
    )


def _runs(tokens: Iterable[Any], in_list: bool = False) -> Iterator[Run]:
    """The words of a paragraph, those of one look together."""
    look: dict[str, Any] = {"bold": 0, "italic": 0, "address": ""}
    gathered: list[Run] = []
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            look["bold"] += token.nesting
        elif token.type in ("em_open", "em_close"):
            look["italic"] += token.nesting
        elif token.type in ("link_open", "link_close"):
            look["address"] = token.attrs.get("href", "") if token.nesting > 0 else ""
        elif token.content:
            words = re.sub(r"[ \t]*\n[ \t]*", " " if in_list else "\n", token.content)
            run = Run(words, look["bold"] > 0, look["italic"] > 0, look["address"])
            if gathered and gathered[-1][1:] == run[1:]:
                gathered[-1] = run._replace(text=gathered[-1].text + words)
            else:
                gathered.append(run)
    return iter(gathered)


@cache
def _parser() -> Any:
    """markdown-it with nothing switched on but the subset."""
    from markdown_it import MarkdownIt  # here, as most texts have no marks
    from markdown_it.rules_block import list_block
    from markdown_it.rules_inline import emphasis

    def dash_or_number(state: Any, begin: int, end: int, silent: bool) -> bool:
        first = state.bMarks[begin] + state.tShift[begin]
        is_first = not state.src[state.src.rfind("\n", 0, first) + 1 : first].strip()  # on its line
        if state.level >= DEEPEST or not is_first or not ITEM.match(state.src[first : state.eMarks[begin]]):
            return False
        return list_block(state, begin, end, silent)

    def stars(state: Any, silent: bool) -> bool:
        at, source = state.pos, state.src
        if source[at] != "*":
            return False
        if source[at - 1 : at].isalnum() and source[at + 1 : at + 2].isalnum():
            return _literal(state, silent, "*", 1)
        return bool(emphasis.tokenize(state, silent))

    parser = MarkdownIt("zero", {"maxNesting": NESTING}).enable(["list", "emphasis"])
    parser.block.ruler.at("list", dash_or_number, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("emphasis", stars)
    parser.inline.ruler.before("emphasis", "escaped", _escaped)
    parser.inline.ruler.before("emphasis", "anchor", _link)
    return parser


def _literal(state: Any, silent: bool, text: str, length: int) -> bool:
    if not silent:
        state.pending += text
    state.pos += length
    return True


def _escaped(state: Any, silent: bool) -> bool:
    """A backslash before a sign that would be a mark there."""
    at, source = state.pos, state.src
    sign = source[at + 1 : at + 2]
    if source[at] != "\\" or not sign:
        return False
    before = source[source.rfind("\n", 0, at) + 1 : at].strip()
    is_mark = (
        sign in ESCAPED
        or (sign in ESCAPED_AT_START and not before)
        or (sign in ESCAPED_BEHIND_NUMBER and before.isdigit())
    )
    return is_mark and _literal(state, silent, sign, 2)


def _link(state: Any, silent: bool) -> bool:
    """[words](address), with marks in the words."""
    is_picture = state.src[state.pos - 1 : state.pos] == "!"
    found = LINK.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "[" else None
    if found is None or state.linkLevel or is_picture:
        return False
    if not silent:
        end = state.posMax
        state.push("link_open", "a", 1).attrs = {"href": found[2]}
        state.linkLevel += 1
        state.pos, state.posMax = found.span(1)
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
        state.posMax = end
    state.pos = found.end()
    return True
