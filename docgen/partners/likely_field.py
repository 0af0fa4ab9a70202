"""Which field a heading was probably meant for: `Naam organisatie`, `KvK-nummer`, `Vestigingsplaats`, `partner.nam`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from docgen._lazy import regex
from docgen.diagnostics.suggest import closest
from docgen.partners.column import FieldRef

LONGEST = 80  # no heading that resembles a field is longer
MOST_SUGGESTIONS = 10  # looking for what resembles only a little costs time
ALIKE = 0.81  # how much a heading must look like a field before it may be one
PATH = regex(r"(\w+)[.\[]\S")


class LikelyFields:
    """What headings resemble: the fields of a dossier, its sections and the headings it explains itself."""

    def __init__(self, targets: Sequence[FieldRef], sections: Iterable[str], own: Iterable[str]) -> None:
        self._targets, self._sections, self._own = targets, list(sections), list(own)
        self._asked = 0

    def is_name(self, heading: str) -> bool:
        """Whether a heading is what a field is called: its last word or its title."""
        return heading.casefold() in self._by_word

    def resembling(self, heading: str) -> str:
        """The field or the heading of the dossier's own that this one surely resembles, if any."""
        return (
            self._by_word.get(heading.casefold())
            or _closest(heading, self._own_by_squeezed)
            or self._of_partner(heading)
            or _closest(heading, self._by_squeezed)
        )

    def is_path(self, heading: str) -> bool:
        """Whether a heading is written as a path of a dossier, right or wrong."""
        found = PATH.match(heading)
        return bool(found and closest(found[1], self._sections, ALIKE))

    def suggest(self, heading: str, options: Iterable[str]) -> str:
        """ "bedoel je ‘partner.naam’?", also for a heading that resembles a field only a little."""
        self._asked += 1
        likely = "" if self.is_path(heading) else self.resembling(heading[:LONGEST])
        if not likely and self._asked <= MOST_SUGGESTIONS:
            likely = closest(heading[:LONGEST], [*(target.heading for target in self._targets), *self._own, *options])
        return f"bedoel je ‘{likely}’?" if likely else ""

    def _of_partner(self, heading: str) -> str:
        """The field of the partner that a word of the heading begins or ends with."""
        words = re.findall(r"\w+", heading[:LONGEST].casefold())
        found = (heading for name, heading in self._names_of_partner.items() if any(map(_ends_in(name), words)))
        return next(found, "")

    @cached_property
    def _names_of_partner(self) -> dict[str, str]:
        own = [target for target in self._targets if target.path[0] == "partner" and target.path[-1] != "id"]
        return {str(target.path[-1]): target.heading for target in own}

    @cached_property
    def _by_word(self) -> dict[str, str]:
        """A field by its last word or its title alone, as people write above a column."""
        words: dict[str, str] = {}
        for target in self._targets:
            for word in (str(target.path[-1]), target.field.title):
                words.setdefault(word.casefold(), target.heading)
        return words

    @cached_property
    def _by_squeezed(self) -> dict[str, str]:
        names = {target.heading: target.heading for target in self._targets} | self._by_word
        return {_squeezed(name): heading for name, heading in names.items()}

    @cached_property
    def _own_by_squeezed(self) -> dict[str, str]:
        return {_squeezed(heading): heading for heading in self._own}


def _closest(heading: str, by_squeezed: dict[str, str]) -> str:
    return by_squeezed.get(closest(_squeezed(heading), by_squeezed, ALIKE), "")


def _ends_in(name: str) -> Callable[[str], bool]:
    return lambda word: word.startswith(name) or word.endswith(name)


def _squeezed(heading: str) -> str:
    """A heading without case, spaces and punctuation: `K.v.K.-nummer` is `kvknummer`."""
    return re.sub(r"[\W_]+", "", heading[:LONGEST].casefold())
