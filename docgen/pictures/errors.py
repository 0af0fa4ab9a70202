"""What is wrong with a picture file, in words of who chose it."""

from __future__ import annotations


class InvalidPicture(Exception):
    """A file that is no picture that can stand in a document: what is wrong and how to repair it. Becomes a finding."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


DAMAGED_HINT = (
    "open het bestand in een fotoprogramma, sla het opnieuw op als JPEG of PNG, of neem een kopie die nog heel is"
)


def damaged(what: str) -> InvalidPicture:
    """A file that is not whole, or not what its headers say."""
    return InvalidPicture(f"het bestand is {what}", DAMAGED_HINT)
