"""The columns of a table: fields of the dossier, columns that are nobody's field, and cells without a heading."""

from __future__ import annotations

from datetime import date

from docgen._lazy import regex
from docgen.errors import InvalidScalar
from docgen.partners.column import Column, FieldRef
from docgen.partners.headings import NOT_USED, OWN, Headings
from docgen.partners.unused_column import UnusedColumn
from docgen.schema.types import FieldPath
from docgen.spreadsheet.table import Number, RawCell, RawRow, Table, is_blank, text_of
from docgen.text.dutch import some_of

NO_HEADING = "zet er een kop boven of maak de kolom leeg"
NO_FIELD = "geen enkele kop is een veld van het dossier"
NAME_ONE = f"zet boven een kolom partner.naam, of leg uw eigen koppen uit onder ‘{OWN}’ in het dossier"
MOST_NAMED = 12  # columns in one finding
PLAIN_KEY = regex(r"\w(?:[\w ()€.'/-]*[\w).])?")  # what YAML takes for a name without quotes


class Columns:
    """What stands under each heading of a table. `fields` has the columns that are one, by their number from 0."""

    def __init__(self, table: Table, headings: Headings) -> None:
        self.fields: dict[int, Column] = {}
        self._table, self._headings = table, headings
        self._order: dict[FieldPath, int] = {}
        self._unused: dict[int, UnusedColumn] = {}
        self._stray: dict[int, int] = {}
        values = table.headings.values
        self._nameless = [column for column, heading in enumerate(values) if is_blank(heading)]
        for column, heading in enumerate(values):
            if not is_blank(heading):
                self._place(column, _heading(heading))

    def of(self, path: FieldPath) -> int | None:
        """The column of a field."""
        return self._order.get(path)

    def names(self) -> dict[FieldPath, str]:
        """The heading of every field."""
        return {field.path: field.heading for field in self.fields.values()}

    def _place(self, column: int, heading: str) -> None:
        """Find the field of a heading; what is wrong with it is a finding."""
        if self._headings.is_unused(heading):
            return
        if self._headings.is_nobodys(heading):
            self._unused[column] = UnusedColumn(" ".join(heading.split()))
            return
        try:
            target = self._headings.find(heading)
            self._refuse_double(target, column)
        except InvalidScalar as fault:
            self._tell(column, fault.message, fault.hint + self._or_not_used(heading, fault.hint))
            return
        self._order[target.path] = column
        self.fields[column] = Column(target, self._headings.base, self._headings.open_picture)

    def _or_not_used(self, heading: str, hint: str) -> str:
        """The other remedy for a heading that resembles a field but is no path and not in the dossier: leave it out."""
        if "." in heading.strip(" .") or "[" in heading or self._headings.is_own(heading):
            return ""
        before = " " if hint.endswith("?") else "; "
        return f"{before}hoort de kolom er niet bij, zet dan onder ‘{OWN}’: {as_yaml(heading)}: {NOT_USED}"

    def _refuse_double(self, target: FieldRef, column: int) -> None:
        if target.path in self._order:
            first, second = (
                self._table.called(self._table.headings.number, at) for at in (self._order[target.path], column)
            )
            raise InvalidScalar(f"‘{target.heading}’ staat dubbel: in {first} en {second}", "haal één kolom weg")

    def look(self, record: RawRow) -> None:
        """Look at the cells of a row of which the column is no field."""
        values = record.values
        for column, unused in self._unused.items():
            if column < len(values):
                unused.add(values[column])
        for column in (*self._nameless, *range(len(self._table.headings.values), len(values))):
            if column < len(values) and not is_blank(values[column]):
                self._stray.setdefault(column, record.number)

    def tell(self) -> None:
        """Add to the table what is wrong with columns that are no field, and which are left out."""
        for column, number in self._stray.items():
            message = f"boven {self._table.called(number, column)} staat geen kop, maar er is wel iets ingevuld"
            self._table.problems.append(self._table.problem(number, column, "", "kolom", message, NO_HEADING))
        for column, unused in self._unused.items():
            if unused.holds:
                self._tell_filled(column, unused)
        if not self.fields and self._unused and not any(one.level == "fout" for one in self._table.problems):
            self._tell(min(self._unused), NO_FIELD, NAME_ONE)
        elif left := [unused.heading for unused in self._unused.values() if not unused.holds]:
            self._tell_left_out(left)

    def _tell_filled(self, column: int, unused: UnusedColumn) -> None:
        message = f"onder ‘{unused.heading[:80]}’ staan {unused.holds}, maar geen veld van het dossier heet zo"
        hint = f"zet onder ‘{OWN}’ in het dossier welk veld dit is, of: {as_yaml(unused.heading)}: {NOT_USED}"
        self._tell(column, message, hint)

    def _tell_left_out(self, headings: list[str]) -> None:
        is_one = len(headings) == 1
        named = some_of([f"‘{heading[:80]}’" for heading in headings], MOST_NAMED)
        message = f"{'kolom' if is_one else 'kolommen'} {named} {'is geen veld en doet' if is_one else 'zijn geen velden en doen'} niet mee"
        hint = f"zet onder ‘{OWN}’ in het dossier{'' if is_one else ', bijvoorbeeld'}: {as_yaml(headings[0][:80])}: {NOT_USED}"
        self._table.about("weggelaten", message, hint, "waarschuwing")

    def _tell(self, column: int, message: str, hint: str) -> None:
        number = self._table.headings.number
        self._table.problems.append(self._table.problem(number, column, "", "kolom", message, hint))


def _heading(raw: RawCell) -> str:
    return text_of(raw) if isinstance(raw, Number | str | date) else "#"


def as_yaml(heading: str) -> str:
    """A heading as it is written before a colon in YAML."""
    if PLAIN_KEY.fullmatch(heading):
        return heading
    return '"' + heading.replace("\\", "\\\\").replace('"', '\\"') + '"'
