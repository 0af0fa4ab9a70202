"""The names that a place in a template knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.word.typecheck.datatypes import ANY, Type


@dataclass
class Scope:
    """The names that a place in a template knows, and where they come from."""

    names: dict[str, Type] = field(default_factory=dict)
    around: Scope | None = None
    is_open: bool = False  # any name may be known that is not written here

    def find(self, name: str) -> Type | None:
        """The type of a name; `None` when it is not known here."""
        found = self.names.get(name, ANY if self.is_open else None)
        return found if found is not None or self.around is None else self.around.find(name)

    def all_names(self) -> Iterator[str]:
        """Every name that can be used here."""
        yield from self.names
        yield from self.around.all_names() if self.around else ()
