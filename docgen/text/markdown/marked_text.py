"""A running text with marks: paragraphs, list items, bold, italic and links. Elsewhere it is the plain text that it says.

Whoever treats it as any other text gets its words; a template that prints it gets `__html__`, which `word/richtext` writes out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

BULLET, NUMBER = "bullet", "number"
OPEN = (
    "<?rich "  # how every mark begins, in a part that is being filled: no value of a writer can, as these are escaped
)
BEGIN, END, BREAK = "<?rich begin?>", "<?rich end?>", "<?rich break?>"


class Run(NamedTuple):
    """Words of one look; a line break in it is one of the writer."""

    text: str
    bold: bool = False
    italic: bool = False
    address: str = ""  # of a link


class Block(NamedTuple):
    """A paragraph (`level` -1), a list item, or a further paragraph of a list item (`kind` empty, `level` that of the item)."""

    runs: tuple[Run, ...]
    kind: str = ""
    level: int = -1
    list: int = 0  # which list of the text
    number: int = 0  # what a writer sees before it

    @property
    def text(self) -> str:
        """Its words, with what stands before an item and the address of every link."""
        words = "".join(
            _of_link("".join(run.text for run in runs), link) for link, runs in groupby(self.runs, _address)
        )
        return f"– {words}" if self.kind == BULLET else f"{self.number}. {words}" if self.kind == NUMBER else words


def _address(run: Run) -> str:
    return run.address


def _of_link(words: str, address: str) -> str:
    """The words of a link with its address behind them, unless they are that."""
    shown = address.removeprefix("mailto:")
    return f"{words} ({shown})" if address and words not in (shown, address) else words


class MarkedText(str):
    """A text that has marks."""

    blocks: tuple[Block, ...]

    def __new__(cls, blocks: tuple[Block, ...]) -> MarkedText:
        """The text of these blocks."""
        self = super().__new__(cls, "\n".join(block.text for block in blocks))
        self.blocks = blocks
        return self

    def __reduce__(self) -> Any:
        return MarkedText, (self.blocks,)

    def __eq__(self, other: object) -> bool:
        return self.blocks == other.blocks if isinstance(other, MarkedText) else str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return str.__hash__(self)

    def __html__(self) -> str:
        return f"{BEGIN}{''.join(_marks(self.blocks))}{END}"

    def with_first(self, change: Callable[[str], str]) -> MarkedText:
        """The text with another beginning, such as a capital."""
        first, *rest = self.blocks
        run, *more = first.runs or (Run(""),)
        return MarkedText((first._replace(runs=(run._replace(text=change(run.text)), *more)), *rest))

    def with_last(self, change: Callable[[str], str]) -> MarkedText:
        """The text with another ending, such as no full stop; that of a list stays, as it is no sentence that goes on."""
        *rest, last = self.blocks
        if last.level >= 0:
            return self
        *more, run = last.runs or (Run(""),)
        ending = run._replace(text=change(run.text))
        return MarkedText((*rest, last._replace(runs=(*more, ending) if ending.text else tuple(more))))


def with_first(text: str, change: Callable[[str], str]) -> str:
    """A text, with or without marks, with another beginning."""
    return text.with_first(change) if isinstance(text, MarkedText) else change(text)


def with_last(text: str, change: Callable[[str], str]) -> str:
    """A text, with or without marks, with another ending."""
    return text.with_last(change) if isinstance(text, MarkedText) else change(text)


def with_each(text: str, change: Callable[[str], str]) -> str:
    """A text, with or without marks, with other words in it; what is changed stands within one look."""
    if not isinstance(text, MarkedText):
        return change(text)
    return MarkedText(
        tuple(one._replace(runs=tuple(run._replace(text=change(run.text)) for run in one.runs)) for one in text.blocks)
    )


def joined(texts: Sequence[str]) -> str:
    """Texts behind each other with a space between; when one has marks the whole has them, and lists stay lists of their own."""
    if not any(isinstance(text, MarkedText) for text in texts):
        return " ".join(texts)
    blocks: list[Block] = []
    for text in texts:
        lists = max((block.list for block in blocks), default=0)
        own = text.blocks if isinstance(text, MarkedText) else (Block((Run(text),)),)
        first, *rest = [block._replace(list=block.list + lists) if block.list else block for block in own]
        if blocks and blocks[-1].level < 0 and first.level < 0:
            blocks[-1] = blocks[-1]._replace(runs=(*blocks[-1].runs, Run(" "), *first.runs))
        else:
            blocks.append(first)
        blocks += rest
    return MarkedText(tuple(blocks))


def _marks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for count, block in enumerate(blocks):
        if count or block.kind:
            yield f"<?rich block {block.kind or '-'} {block.level} {block.list} {block.number}?>"
        for run in block.runs:
            look = ("b" if run.bold else "") + ("i" if run.italic else "")
            yield f"<?rich run {look or '-'} {run.address}?>"
            yield escape(run.text).replace("\n", BREAK)
