"""The tags in one stretch of text of a template: where each begins and ends. A tag lives inside one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from docgen._lazy import regex

CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
NOT_WHOLE, NOT_ALONE = "tag-open", "tag-plaats"  # the codes of what can be wrong with where a tag stands
HIDDEN = {"{": "\ufdd0", "}": "\ufdd1"}  # a brace that belongs to no tag, until the tags are parsed
NEW_LINE = "\ufdd2\n"  # before a tag that took its place: so that its line is its own
# what a tag is made of, as far as its end goes: brackets, and literals without brackets of a tag in them
INSIDE = regex(r"""\{[{%#]|[{}]|%\}|"(?:(?!\{[{%#]|[}%#]\})[^"])*"|'(?:(?!\{[{%#]|[}%#]\})[^'])*'""")
_BRACKETS = r"(?:\{[{%#]|[}%#]\})"
_QUOTED = "|".join(
    rf"[{begin}][^{begin}{end}]{{0,100}}?{_BRACKETS}[^{begin}{end}]{{0,100}}[{end}]"
    for begin, end in (('"', '"'), ("'", "'"), ("“”„", "“”"), ("‘’‚", "‘’"))
)
# a literal in a tag with the brackets of a tag in it, which end the tag or open another
BRACKETS_IN_QUOTES = regex(
    rf"""\{{[{{%](?:"[^"{{}}]*"|'[^'{{}}]*'|(?!{_BRACKETS})[^"'“”„‘’‚]){{0,200}}(?:{_QUOTED})(?=\s*(?:[)\]}},|:=!<>+*/%~.-]|if\b|else\b|and\b|or\b|in\b|is\b))"""
)
OF_QUOTES = 'tussen aanhalingstekens in een tag kunnen geen haken van een tag staan; haal ze weg, of schrijf ze los van elkaar: "}" ~ "}"'
COMMENT_END = regex(r"\{#|#\}")
OPENER = regex(r"\{[{%#]")
STRAY = regex(r"\}\}|%\}|#\}")
RAW = regex(r"\{%[-+]?\s*raw\s*[-+]?%\}")
END_RAW = regex(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
# {%p raw %} … {%p endraw %}: everything from the one place to the other is text
TAKING_RAW = regex(r"\{%[-+]?\s*(p|tr|tc)\s+raw\s*[-+]?%\}", re.IGNORECASE)
TAKING_END_RAW = regex(r"\{%[-+]?\s*(p|tr|tc)\s+endraw\s*[-+]?%\}", re.IGNORECASE)
# {%p …%}, {{tr …}}, {#tc …#}: the tag stands for its paragraph, row, cell or run; `{% tr …%}` means the same
STANDING_FOR = regex(
    r"\{(?:%[-+]?\s*|\{|#)(?:(?:p|tr|tc|r)\s+[^\s}%#]|(?:colspan|cellbg|vm|hm)\b)", re.IGNORECASE
)  # or for its cell
TAKING = regex(r"\{(?:%-?\s*|\{|#)(p|tr|tc|r)(?=\s+[^\s}%#])", re.IGNORECASE)


def hide(text: str) -> str:
    """The text with its braces put out of the way of whoever looks for tags."""
    for brace, instead in HIDDEN.items():
        text = text.replace(brace, instead)
    return text


def unhide(text: str) -> str:
    """The text as it was meant."""
    for brace, instead in HIDDEN.items():
        text = text.replace(instead, brace)
    return text.replace(NEW_LINE[0], "")


class Tag(NamedTuple):
    """A tag with its brackets, and where it stands in the text."""

    start: int
    end: int
    text: str

    @property
    def is_printing(self) -> bool:
        """Whether it puts a value into the text."""
        return self.text.startswith("{{")

    @property
    def is_comment(self) -> bool:
        """Whether it is a remark of the author, that never prints."""
        return self.text.startswith("{#")

    @property
    def takes(self) -> str:
        """What it stands for: "p", "tr", "tc" or "r"; empty for a tag within text."""
        found = TAKING.match(self.text)
        return found[1].lower() if found else ""

    @property
    def plain(self) -> str:
        """The same tag without the letters that say what it takes; one that prints then prints more than text."""
        found = TAKING.match(self.text)
        if not found:
            return self.text
        inner = re.sub(r"\s*-(?=[%}]\}$)", " ", self.text[found.end() :])  # no white space is left to control
        return f"{{{{ ({inner[:-2]}) | _rich }}}}" if self.is_printing else f"{self.text[:2]}{inner}"


class Misplaced(Exception):
    """A tag that is not whole (`NOT_WHOLE`), or not alone (`NOT_ALONE`): what to say, the element it is in, and text nearby."""

    def __init__(self, message: str, element: Any, near: str, code: str = NOT_ALONE) -> None:
        super().__init__(message)
        self.element, self.near, self.code = element, near, code


def refuse(fault: Misplaced) -> None:
    """Stop at a fault. Who wants to know all of them gathers them instead, and the tag is taken as it was meant."""
    raise fault


class Unclosed(Exception):
    """A tag that opens at `at` and does not close in the same text."""

    def __init__(self, at: int, opener: str) -> None:
        super().__init__(opener)
        self.at, self.opener = at, opener


def tags_in(text: str) -> Iterator[Tag]:
    """The tags of a text in order; what stands between {% raw %} and {% endraw %} is text. Raises `Unclosed`."""
    at = 0
    while opener := OPENER.search(text, at):
        at = _end_of(text, opener)
        tag = Tag(opener.start(), at, text[opener.start() : at])
        yield tag
        if RAW.fullmatch(tag.text):
            end = END_RAW.search(text, at)
            if end is None:
                raise Unclosed(tag.start, tag.text)
            at = end.start()


def _end_of(text: str, opener: re.Match[str]) -> int:
    if opener[0] == "{#":
        end = COMMENT_END.search(text, opener.end())
        if end is None or end[0] == "{#":
            raise Unclosed(opener.start(), opener[0])
        return end.end()
    depth, at = 0, opener.end()
    while mark := INSIDE.search(text, at):
        at = mark.end()
        if mark[0][0] in "\"'":
            continue
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "%}" and not depth and opener[0] == "{%":
            return at
        elif mark[0] == "}" and depth:
            depth -= 1
        elif mark[0] == "}" and opener[0] == "{{" and text[at : at + 1] == "}":
            return at + 1
        else:
            break
    raise Unclosed(opener.start(), opener[0])


def outside(text: str, tags: list[Tag]) -> str:
    """The text at the same length with every tag blanked out, and all between {% raw %} and {% endraw %}."""
    pieces, at, is_raw = [], 0, False
    for tag in tags:
        pieces += [" " * (tag.start - at) if is_raw else text[at : tag.start], " " * (tag.end - tag.start)]
        at, is_raw = tag.end, RAW.fullmatch(tag.text) is not None
    return "".join([*pieces, text[at:]])
