"""The names that a template of a document type may use, each with its type: the schema, the tables derived from a dossier,
and what docgen says of the document.

A `Vocabulary` is cheap to have and to compare; its names are worked out when a template is compiled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.context.perspective import ATTITUDE, SUPPORT
from docgen.library.checklists import Checklist
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.schema.schema import Schema

if TYPE_CHECKING:
    from docgen.word.typecheck.datatypes import Record, Type

ONLY_WITH = {  # what only some types have -> the mark in a schema that gives it
    "oordeel": "oordeel: true",
    "werkblad": "werkblad: true",
    "checklists": "werkblad: true",
}


@dataclass(frozen=True)
class Vocabulary:
    """What a template may name; equal when the names and their types are."""

    digest: str  # of the schemas and checklists of the library
    has_findings: bool = False
    has_worksheet: bool = False
    is_public: bool = False  # in every variant: without what is for insiders
    variants: tuple[str, ...] = ()
    answers: tuple[str, ...] | None = None  # that the checklist of the type knows
    needs: tuple[str, ...] = ()  # what is surely there in a dossier for the type: dotted paths
    schema: Schema | None = field(default=None, compare=False, repr=False)
    lists: tuple[Checklist, ...] = field(default=(), compare=False, repr=False)

    @cached_property
    def names(self) -> Record:
        """Every name at the top with its type."""
        from docgen.word.typecheck import declarations
        from docgen.word.typecheck.datatypes import Record, Rows, record_of

        fields = _with_partner(record_of(self.schema.fields if self.schema else {}).fields)
        fields = _for_everybody(fields) if self.is_public else fields
        for path in self.needs:
            fields = _with(fields, path.split("."))
        of = _Parts(Record(fields))
        names: dict[str, Type] = {**fields, "geheel": Record(fields), **declarations.derived(of)}
        names["document"] = declarations.about_document(self.variants)
        names |= {"concept": declarations.FLAG, "vergelijking": declarations.comparison()}
        if self.has_findings:
            names["oordeel"] = declarations.verdict()
        if self.has_worksheet:
            answers = [answer for one in self.lists for answer in one.answers]
            names |= {
                "werkblad": declarations.filled_worksheet(),
                "checklists": Rows(declarations.checklist(answers)),
            }
        if self.answers is not None:
            names["checklist"] = declarations.checklist(self.answers)
        return Record(names)


def vocabulary_of(kind: DocumentType, library: Library) -> Vocabulary:
    """The vocabulary of a template of a document type."""
    lists = tuple(one.checklist for one in library.types.values() if one.checklist)
    answers = kind.checklist.answers if kind.checklist else None
    return Vocabulary(
        library.digest,
        kind.has_findings,
        kind.has_worksheet,
        kind.is_always_public,
        tuple(kind.variants),
        answers,
        tuple(sorted({*kind.needs, *([kind.section] if kind.section else [])})),
        library.schema,
        lists,
    )


def _with(fields: Mapping[str, Type], path: list[str]) -> dict[str, Type]:
    """The fields where what is needed is surely there."""
    from docgen.word.typecheck.datatypes import Record, Rows, present

    name, rest = path[0].removesuffix("[]"), path[1:]
    match fields.get(name):
        case None:
            return dict(fields)
        case Record() as part:
            there: Type = Record(_with(part.fields, rest) if rest else part.fields, part.withheld)
        case Rows(row=Record() as row) if rest:
            there = Rows(Record(_with(row.fields, rest), row.withheld))
        case kind:
            there = present(kind)
    return {**fields, name: there}


def _for_everybody(fields: dict[str, Type]) -> dict[str, Type]:
    """The fields without how groups think: that is in no document for everybody."""
    from docgen.word.typecheck.datatypes import Record, Rows

    groups = fields.get(SUPPORT)
    if not isinstance(groups, Rows) or not isinstance(groups.row, Record):
        return fields
    row = Record({name: kind for name, kind in groups.row.fields.items() if name != ATTITUDE}, frozenset({ATTITUDE}))
    return {**fields, SUPPORT: Rows(row)}


def _with_partner(fields: Mapping[str, Type]) -> dict[str, Type]:
    """A partner can be one of the parties, and one of the parties the partner: each has the fields of both."""
    from docgen.word.typecheck.datatypes import Record, Rows, joined, present

    partner, parties = fields.get("partner"), fields.get("partijen")
    if not isinstance(partner, Record) or not isinstance(parties, Rows):
        return dict(fields)
    both = joined(parties.row, partner)
    return {**fields, "partner": both, "partijen": Rows(present(both))}


class _Parts:
    """The parts of a dossier by their dotted path: of a list its rows."""

    def __init__(self, root: Record) -> None:
        self.root = root

    def __call__(self, path: str) -> Record:
        from docgen.word.typecheck.datatypes import Record, row_of

        found: Type = self.root
        for name in path.split("."):
            inside = found if isinstance(found, Record) else row_of(found)
            found = inside.fields[name] if isinstance(inside, Record) and name in inside.fields else Record({})
        row = found if isinstance(found, Record) else row_of(found)
        return Record(row.fields, row.withheld) if isinstance(row, Record) else Record({})
