"""A field of a dossier, compiled once for all cells of a column: how to read one and what to check."""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

from docgen._lazy import regex
from docgen.diagnostics.finding import Finding
from docgen.dossier import Dossier
from docgen.errors import InvalidScalar
from docgen.loading.pictures import CODE
from docgen.loading.text_checks import markup_warnings, text_warnings
from docgen.partners.cells import parse_cell
from docgen.pictures.errors import InvalidPicture
from docgen.pictures.picture_file import Open
from docgen.schema.compiled_validator import NO_FORMER_VALUE, compile_predicate
from docgen.schema.field import Field
from docgen.schema.matching import is_match
from docgen.schema.schema import Schema
from docgen.schema.types import FieldPath
from docgen.spreadsheet.table import RawCell
from docgen.text.characters import alike, illegal_in, is_prose
from docgen.validation.references import ReferenceTarget, dangling, is_partner, resolves
from docgen.validation.structure import finding_of

LONGEST = 80  # no text that is longer is remembered
MOST_REMEMBERED = 1_000  # cells of a column that often have the same text
Answer = tuple[Any, list[Finding]]
# text with none of these is surely not suspicious
ODD_TEXT = regex(r"(?i)xxx|tbd|todo|invul|vullen|lorem|ontbreekt|[^\w .;:()'/+=@,-]|[ÃÂâ]|^\W*$|\.\.\.")


class FieldRef(NamedTuple):
    """A field that a column can hold, with its heading and path."""

    heading: str
    path: FieldPath
    field: Field


class Column:
    """A field with all that its cells need, compiled once."""

    def __init__(self, target: FieldRef, base: Dossier, open_picture: Open | None = None) -> None:
        self.heading, self.path, self.field = target
        self.label = base.loaded.readable(target.path)
        self._known = ReferenceTarget(base.loaded, self.field.reference) if self.field.reference else None
        self._accepts = compile_predicate(self.field.rules)
        self._open = open_picture if self.field.is_picture else None
        self._seen: dict[str, Answer] = {}
        self._free = self.field.kind == "string" and not self.field.is_bound

    def read(self, raw: RawCell) -> Answer:
        """The value of a cell and what is wrong with it; the value is `None` when it cannot be used."""
        if not isinstance(raw, str):
            return self._read(raw)
        answer = self._seen.get(raw)
        if answer is None:
            answer = self._read(raw)
            if len(self._seen) < MOST_REMEMBERED and len(raw) <= LONGEST:
                self._seen[raw] = answer
        return answer

    def _read(self, raw: RawCell) -> Answer:
        illegal = illegal_in(raw) if isinstance(raw, str) else ""
        if illegal:
            return None, [self._fault("teken", illegal, "verwijder het teken")]
        if isinstance(raw, str) and not raw.isascii() and not alike(raw):
            return None, [
                self._fault(
                    "leeg", "hier staan alleen tekens die niemand ziet", "typ de waarde opnieuw, of maak de cel leeg"
                )
            ]
        try:
            value = parse_cell(raw, self.field)
        except InvalidScalar as fault:
            return None, [self._fault("type", fault.message, fault.hint)]
        if self._open and isinstance(value, str):
            return self.opened(value)
        if self._is_fine(value) and not (self._free and ODD_TEXT.search(value)):
            return value, []
        wrong = self.wrong(value)
        return (None, wrong) if wrong else (value, self._remarks(value))

    def opened(self, name: Any) -> Answer:
        """A value that names a picture beside the list, with that picture, and what is wrong with it; any other as it is."""
        if self._open is None or not isinstance(name, str):
            return name, []
        if wrong := self.wrong(name):
            return None, wrong
        try:
            return self._open(name), []
        except InvalidPicture as fault:
            return None, [self._fault(CODE, fault.message, fault.hint)]

    def _is_fine(self, value: Any) -> bool:
        if self._known and not self._leads_somewhere(self._known, value):
            return False
        return self._accepts(value, NO_FORMER_VALUE)

    def _leads_somewhere(self, known: ReferenceTarget, value: Any) -> bool:
        return is_partner(value, self.field) or resolves(known, value, self.field)

    def wrong(self, value: Any) -> list[Finding]:
        """What the schema and the lists of the dossier say of a value that was read: the same as of one in a dossier."""
        if self._is_fine(value):
            return []
        faults = self._schema.violations({str(self.path[-1]): value})
        found = [finding_of(fault, self.field) for fault in faults]
        found = [one._replace(hint=self._zero(value) or one.hint) for one in found]
        if not found and self._known and not self._leads_somewhere(self._known, value):
            found = [self._fault("verwijzing", *dangling(self._known, value, self.field))]
        return found

    @cached_property
    def _schema(self) -> Schema:
        return Schema({str(self.path[-1]): self.field.rules}, {})

    def _zero(self, value: Any) -> str:
        """The remedy for a number that lost the nought it begins with."""
        pattern = self.field.pattern
        if pattern and isinstance(value, str) and value.isdigit() and is_match(pattern, f"0{value}"):
            return f"de nul vooraan is weggevallen: zet de opmaak van de kolom in Excel op Tekst en typ 0{value}"
        return ""

    def _remarks(self, value: Any) -> list[Finding]:
        if not (self._free and value.strip() and (is_prose(value) or not self._known)):
            return []
        markup = [finding for _, finding in markup_warnings(value, value.split("\n"), self.field)]
        return [*text_warnings(value, False, True, self.field.meta), *markup]

    def _fault(self, code: str, message: str, hint: str) -> Finding:
        return Finding(self.path, message, hint=hint, code=code, level="fout")
