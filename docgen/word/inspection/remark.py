"""A finding about a Word template: what is wrong, where, and what to do."""

from __future__ import annotations

from typing import NamedTuple

from docgen.diagnostics.problem import Problem
from docgen.word.inspection.places import Place

LEFT_OUT = "sjabloon-weg"  # the code of what was left out of the file: nowhere any more


class Remark(NamedTuple):
    """One finding. `rank` is the part and the paragraph in it, in the order in which a reader meets them."""

    rank: tuple[int, int]
    place: Place
    code: str
    level: str
    message: str
    hint: str

    def in_words(self) -> str:
        """The same in one sentence, for behind the name of the file."""
        where = f"{self.place.where}: " if self.place.where else ""
        return f"{where}{self.message}{f'; {self.hint}' if self.hint else ''}"

    def as_problem(self, file: str) -> Problem:
        """The same for who asked about a file."""
        return Problem(file, 0, 0, self.place.where, self.code, self.message, self.level, self.hint)


def remark(place: Place, code: str, level: str, message: str, part: int = -1) -> Remark:
    """A finding from a message that ends in its remedy: "…; schrijf …"."""
    said, hint = _parted(message)
    return Remark((part, place.paragraph), place, code, level, said, hint)


def _parted(message: str) -> tuple[str, str]:
    """What is wrong and what to do: at the first semicolon that stands outside quotes and tags, or the last of all."""
    depth = 0
    for at, sign in enumerate(message):
        depth += (sign in "‘{(") - (sign in "’})")
        if depth <= 0 and message.startswith("; ", at):
            return message[:at], message[at + 2 :]
    at = message.rfind("; ")  # a tag before it is not whole
    if at > 0 and message.count("‘", 0, at) == message.count("’", 0, at):
        return message[:at], message[at + 2 :]
    return message, ""
