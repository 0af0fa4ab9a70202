"""Which row of a sheet has the headings: the first in which some are known, below a title, a logo or a date."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docgen.spreadsheet.table import RawRow, is_blank

MOST_ABOVE = 30  # rows with something in them in which headings are looked for
KNOWN, LIKELY, OTHER = 2, 1, 0
Rank = Callable[[str], int]  # of the text in a cell: KNOWN is a heading, LIKELY resembles one


class HeadingRow:
    """Looks for the row of headings; `rank` says what a text is worth as a heading."""

    def __init__(self, rank: Rank) -> None:
        self._rank = rank

    def known(self, row: RawRow) -> int:
        """How many cells are surely headings."""
        return self._count(row, KNOWN)

    def find(self, rows: Sequence[RawRow]) -> int:
        """The place of the row of headings among the first rows of a sheet, those with something in them."""
        known = [self.known(row) for row in rows]
        for least in (2, 1):
            if found := [at for at, count in enumerate(known) if count >= least]:
                return found[0]
        likely = [self._count(row, LIKELY) for row in rows]
        if any(likely):
            return likely.index(max(likely))
        return next((at for at, row in enumerate(rows) if _filled(row) > 1), 0)

    def _count(self, row: RawRow, least: int) -> int:
        return sum(isinstance(value, str) and self._rank(value) >= least for value in row.values)


def _filled(row: RawRow) -> int:
    return sum(not is_blank(value) for value in row.values)
