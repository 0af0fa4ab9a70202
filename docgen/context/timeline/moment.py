"""One moment: its kind with mark and word, its text, and whether it is behind us."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of moment: where it stands among others of its day, its mark, and the word beside that (never a mark alone)."""

    order: int
    mark: str
    word: str


KINDS = {
    "geld stopt": Kind(1, "■", "geld"),
    "uiterste dag": Kind(2, "◇", "uiterste dag"),
    "besluit": Kind(3, "◆", "besluit"),
    "wissel": Kind(4, "▼", "wissel"),
    "overdracht": Kind(4, "▼", "overdracht"),
    "geld begint": Kind(5, "□", "geld"),
    "mijlpaal": Kind(6, "●", "mijlpaal"),
    "overeenkomst": Kind(6, "●", "overeenkomst"),
    "doel": Kind(6, "●", "doel"),
    "voorwaarde": Kind(6, "●", "voorwaarde"),
    "erkenning": Kind(6, "●", "landelijke erkenning"),
    "review": Kind(7, "○", "review"),
    "evaluatie": Kind(7, "►", "evaluatie"),
    "actie": Kind(7, "▲", "actie"),
    "afwijking": Kind(7, "▲", "afwijking"),
    "peildatum": Kind(0, "", "peildatum"),
}
# whether it is behind us: nobody has to do anything, done, still open, or over without a word on whether it was done
FACT, DONE, OPEN, UNTOLD = "feit", "klaar", "open", "ongemeld"
# what is said of a moment that is over
LATE, UNREPORTED, CHECK = "✗ te laat", "! niet als klaar gemeld", "! ga na of dit is gebeurd"


class Moment(NamedTuple):
    """What happens on a day, or some time in a year; `who` moves it. `word` goes before the word of its kind."""

    kind: str
    day: date | None
    text: str | None
    state: str = FACT
    who: str | None = None
    in_year: int = 0
    own_word: str = ""

    @property
    def year(self) -> int:
        """The year it belongs to."""
        return self.day.year if self.day else self.in_year

    @property
    def order(self) -> int:
        """Where it stands among others of its day."""
        return KINDS[self.kind].order

    @property
    def mark(self) -> str:
        """Its mark."""
        return KINDS[self.kind].mark

    @property
    def word(self) -> str:
        """The word beside its mark."""
        return self.own_word or KINDS[self.kind].word
