"""Which rows of a table are partners. The others are left out and told; one that could be either is refused at its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from docgen._lazy import regex
from docgen.diagnostics.levels import LEVELS
from docgen.partners.row import LeftOut
from docgen.partners.unused_column import AMOUNT, COUNT, TEXT, kind_of
from docgen.spreadsheet.table import CoveredCell, InvalidCell, RawCell, RawRow, Table, is_blank, text_of
from docgen.text.dutch import some_of

MARK = "»"  # with which each cell of the explanation begins in the form that docgen makes
EXPLANATION = f"{MARK} uitleg"
HIDDEN, TOTAL, REPEATED, REMARK = "verborgen", "totaal", "koppen", "opmerking"  # why a row is left out
ADVICE, WARNING = LEVELS[2], LEVELS[1]
# why a row is left out: what is said of one, of more, and what to do when it should count
TOLD = {
    HIDDEN: ("is verborgen en doet", "zijn verborgen en doen", "haal het filter weg als dat wel moet"),
    TOTAL: ("is een totaal en doet", "zijn totalen en doen", "vul nog een cel met tekst in als dit wel een partner is"),
    REPEATED: (
        "herhaalt de koppen en doet",
        "herhalen de koppen en doen",
        "zet er iets anders als dit wel een partner is",
    ),
    REMARK: ("onder de lijst doet", "onder de lijst doen", "haal de lege rij erboven weg als dit wel een partner is"),
}
LONGEST = 80  # no name of a total is longer
EMPTY = "leeg"  # a row without anything in it stands above
TOTALS = regex("(?:totaal|subtotaal|som) ?:?")
OF_TOTAL = regex(r"(?i)tota|som")
COUNTED = regex(r"\d{1,6} [a-zë]+")  # beside a total: 3 partners
LIKE_TOTALS = regex(r"(?:(?:sub|eind|tussen)?[- ]?(?:totaal|totalen|total|som)\b.*|.*\btotaal ?:?)")
LONE = InvalidCell(
    "in deze rij is na een lege rij maar één cel gevuld: een partner, een tussenkop of een opmerking?",
    "haal de lege rij erboven weg als het een partner is, en anders deze rij",
)
BELOW_TOTAL = InvalidCell(
    "in deze rij onder een totaal is maar één cel gevuld: een partner of een opmerking?",
    "zet de rij boven het totaal als het een partner is; zet er anders een lege rij boven",
)
NO_TEXT = InvalidCell(
    "in deze rij staan alleen getallen: een partner of een totaal?",
    "vul de naam in als het een partner is; schrijf anders Totaal in de eerste lege cel",
)
COLON = InvalidCell(
    "deze rij begint met een tekst die op een dubbele punt eindigt: een partner of een opmerking?",
    "haal de dubbele punt weg als het een partner is, en anders de rij",
)
NO_FIELD = InvalidCell(
    "in deze rij is geen enkel veld van het dossier ingevuld",
    "vul de naam in als het een partner is, en haal anders de rij weg",
)
SECOND_HEADINGS = (
    "deze rij lijkt een nieuwe rij met koppen, maar een lijst heeft er één",
    "zet wat eronder staat onder de koppen bovenaan, of in een lijst van zichzelf",
)
LIKE_TOTAL = InvalidCell(
    "dit lijkt een rij met een totaal, geen partner",
    "schrijf alleen Totaal, of haal de rij weg; vul nog een cel met tekst in als het toch een partner is",
)


class Selection:
    """The rows of a table that are partners; `left_out` gets the others while these are asked for."""

    def __init__(
        self,
        table: Table,
        names: Sequence[int],
        explanations: Mapping[int, str] | None = None,
        is_heading: Callable[[str], bool] = lambda _text: False,
    ) -> None:
        """`names`: the columns in which a partner is named; `explanations`: what the form says under the heading of each
        column that is a field; `is_heading`: whether a text is surely a heading."""
        self.left_out: list[LeftOut] = []
        self._table, self._names = table, names
        self._explanations, self._is_heading = explanations or {}, is_heading
        self._headings = _words(table.headings)
        self._has_partner = False
        self._has_only_names = True  # of the partners so far one cell is filled

    def partners(self) -> Iterator[RawRow]:
        """The rows of partners; one that could be something else is `invalid`."""
        waiting: list[RawRow] = []  # with one filled cell, below an empty row or a total: perhaps remarks
        above = ""
        for row, directly_above in self._kept():
            if (waiting or (directly_above and self._has_partner)) and _is_lone(row):
                if above == TOTAL and directly_above == EMPTY:
                    yield from self._below(waiting, above)
                    waiting = []
                above = above if waiting else directly_above
                waiting.append(row)
                continue
            yield from self._amid(waiting, above)
            yield self._doubted(row)
            waiting, self._has_partner = [], True
            self._has_only_names = self._has_only_names and _is_lone(row)
        yield from self._below(waiting, above)

    def _kept(self) -> Iterator[tuple[RawRow, str]]:
        """The rows that are no total and such, with what stands above each: `EMPTY`, `TOTAL` or other rows."""
        last, why = self._table.headings.number, ""
        for row in self._filled():
            above = EMPTY if row.number > last + 1 else why
            last, why = row.number, self._why_left_out(row)
            if why:
                self._leave_out([row], why)
            elif self._has_headings(row):
                column = next(at for at, value in enumerate(row.values) if not is_blank(value))
                self._table.problems.append(self._table.problem(row.number, column, "", "kop", *SECOND_HEADINGS))
            elif not self._is_explanation(row):
                yield row, above if above in (EMPTY, TOTAL) else ""

    def _filled(self) -> Iterator[RawRow]:
        return (row for row in self._table.records if not all(map(is_blank, row.values)))

    def _is_explanation(self, row: RawRow) -> bool:
        """Whether it is the row under the headings of the form, wherever it went and whichever columns were taken away."""
        is_marked = _name(row).startswith(MARK) and all(text_of(value).startswith(MARK) for value in _filled(row))
        if is_marked or (not self._has_partner and _name(row).lower().startswith(EXPLANATION)):
            return True
        cells = ((about, _cell(row, column)) for column, about in self._explanations.items() if about)
        return any(isinstance(value, str) and about in value for about, value in cells)

    def _has_headings(self, row: RawRow) -> bool:
        return sum(isinstance(value, str) and self._is_heading(value) for value in row.values) > 1

    def _why_left_out(self, row: RawRow) -> str:
        if row.is_hidden:
            return HIDDEN
        if row.number in self._table.totals or TOTALS.fullmatch(_only_text(row)):
            return TOTAL
        is_alike = _word(_first(row)) in self._headings
        return REPEATED if is_alike and _words(row) == self._headings else ""

    def _amid(self, rows: list[RawRow], above: str) -> Iterable[RawRow]:
        """Rows with one filled cell after which more partners come."""
        is_doubtful = above == EMPTY and not self._has_one_column
        return [_refused(row, LONE) for row in rows] if is_doubtful else rows

    def _below(self, rows: list[RawRow], above: str) -> Iterable[RawRow]:
        """Rows with one filled cell after which nothing comes: remarks, or refused."""
        if above == EMPTY and not self._has_one_column:
            self._leave_out(rows, REMARK)
            return []
        if above == TOTAL and self._has_only_names:
            return rows
        return [_refused(row, LONE if above == EMPTY else BELOW_TOTAL) for row in rows]

    @property
    def _has_one_column(self) -> bool:
        return len(self._headings) == 1

    def _doubted(self, row: RawRow) -> RawRow:
        """A row, refused when it may be a total."""
        if _name(row)[-LONGEST:].rstrip().endswith(":"):
            return _refused(row, COLON)
        is_alone = _is_lone(row) and not self._has_one_column
        if LIKE_TOTALS.fullmatch(_only_text(row)) and (is_alone or any(map(_is_number, row.values))):
            return _refused(row, LIKE_TOTAL)
        if self._explanations and all(is_blank(_cell(row, column)) for column in self._explanations):
            return _refused(row, NO_TEXT if all(map(_is_number, _filled(row))) else NO_FIELD)
        is_nameless = bool(self._names) and all(is_blank(_cell(row, at)) for at in self._names)
        return _refused(row, NO_TEXT) if is_nameless and all(map(_is_number, _filled(row))) else row

    def tell(self) -> None:
        """Add to the table where the headings were found and which rows do not count."""
        if self._table.above:
            above = [text_of(value) for row in self._table.above for value in _filled(row)]
            over = (
                f"; wat erboven staat ({some_of([f'‘{one[:60]}’' for one in above], 3)}) doet niet mee" if above else ""
            )
            message = f"de koppen staan in rij {self._table.headings.number}{over}"
            self._table.about(
                "kop", message, "staan de koppen in een andere rij, haal dan weg wat erboven staat", ADVICE
            )
        for why, (one, more, hint) in TOLD.items():
            if left := [row for row in self.left_out if row.why == why]:
                self._tell(left, one if len(left) == 1 else more, hint)

    def _tell(self, left: list[LeftOut], said: str, hint: str) -> None:
        numbers = ranges([row.number for row in left])
        seen = "" if left[0].why == HIDDEN else f" ({some_of([f'‘{row.text[:60]}’' for row in left], 3)})"
        message = f"{'rij' if len(left) == 1 else 'rijen'} {numbers}{seen} {said} niet mee"
        self._table.about(HIDDEN if left[0].why == HIDDEN else "weggelaten", message, hint, WARNING)

    def _leave_out(self, rows: Iterable[RawRow], why: str) -> None:
        said = _said if why != HIDDEN else _name  # who is hidden is nobody's business
        self.left_out += [LeftOut(row.number, said(row)[:LONGEST], why) for row in rows]


def _cell(row: RawRow, column: int) -> RawCell:
    return row.values[column] if column < len(row.values) else None


def _filled(row: RawRow) -> list[RawCell]:
    return [value for value in row.values if not is_blank(value) and not isinstance(value, CoveredCell)]


def _said(row: RawRow) -> str:
    return " ".join(filter(None, map(text_of, _filled(row))))


def _name(row: RawRow) -> str:
    return text_of(_first(row))


def _first(row: RawRow) -> RawCell:
    return next((value for value in row.values if not is_blank(value)), None)


def _is_lone(row: RawRow) -> bool:
    filled = _filled(row)
    return len(filled) == 1 and isinstance(filled[0], str)


def _only_text(row: RawRow) -> str:
    """The text of the one cell that holds no number and no date, in small letters; nothing when it speaks of no total."""
    if not any(isinstance(value, str) and OF_TOTAL.search(value) for value in row.values):
        return ""
    texts = [_word(value) for value in _filled(row) if isinstance(value, str) and kind_of(value) == TEXT]
    texts = [text for text in texts if not COUNTED.fullmatch(text)]
    return texts[0] if len(texts) == 1 and len(texts[0]) <= LONGEST else ""


def _is_number(value: RawCell) -> bool:
    """Whether a cell holds an amount or a number, or a formula of which nobody knows what it gives."""
    return not is_blank(value) and (isinstance(value, InvalidCell) or kind_of(value) in (AMOUNT, COUNT))


def _words(row: RawRow) -> list[str]:
    return [_word(value) for value in _filled(row)]


def _word(value: RawCell) -> str:
    return " ".join(text_of(value).split()).casefold()


def _refused(row: RawRow, why: InvalidCell) -> RawRow:
    return row if row.invalid else row._replace(invalid=why)


def ranges(numbers: list[int]) -> str:
    """ "4, 7-9" """
    ends: list[list[int]] = []
    for number in numbers:
        if ends and number == ends[-1][1] + 1:
            ends[-1][1] = number
        else:
            ends.append([number, number])
    return ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in ends)
