"""Where something stands that can be opened: in a file, a line of it, or a cell."""

from __future__ import annotations

from typing import NamedTuple


class Location(NamedTuple):
    """A file, its `line` and `column` from 1 (0: the file as a whole, or a cell that `file` names), the text of that line
    and how many characters of it are meant. `offset`: how many characters of the line come before `text`, where that is not
    the whole line; a word before it that is no part of the line makes it less."""

    file: str
    line: int = 0
    column: int = 0
    text: str = ""
    width: int = 1
    offset: int = 0
