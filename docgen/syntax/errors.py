"""What ends the parsing of a file, and a position in it."""

from __future__ import annotations

from typing import Any


class Position:
    """A place in a text that counts from 0, as the marks of PyYAML do."""

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column


class SyntaxStop(Exception):
    """What makes that a file cannot be read any further. Becomes its only finding."""

    def __init__(self, mark: Any, message: str, hint: str = "", code: str = "yaml", width: int = 1) -> None:
        self.line: int = mark.line + 1 if mark else 0
        self.column: int = mark.column + 1 if mark else 0
        self.reached = self.line  # the line on which the parser noticed it
        self.message, self.hint, self.code, self.width = message, hint, code, width
