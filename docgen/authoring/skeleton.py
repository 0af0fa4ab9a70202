"""A dossier to fill in, in working order: what documents ask for with its explanation, and what can wait in a line each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from docgen.authoring.fields import ADVISED, FREE, NEEDED, NEEDED_HERE, Asked, FieldInfo, children, parts
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.schema.field import Field, in_one_line
from docgen.text.dutch import enumeration

PLAIN = ("tekst", "velden", "lijst")  # what needs no word in an explanation
WIDTH, WIDEST = 79, 119  # of an explanation, and of a field that can wait: read without scrolling

MARKS = {NEEDED: "verplicht", NEEDED_HERE: "verplicht in dit onderdeel", ADVISED: "aanbevolen", FREE: ""}

HEADER = """\
# yaml-language-server: $schema={schema}
#
{titles}
# Vul in wat achter de dubbele punt hoort, van boven naar beneden. Wat leeg
# blijft, doet niet mee. Alles achter een # is uitleg en komt niet in een
# document. Zonder wat verplicht is, geeft docgen een fout; zonder wat
# aanbevolen is, een advies of een waarschuwing.
# Tekst met een dubbele punt, een komma of een # zet u tussen aanhalingstekens:
# "Plan #2: de buurt".
# Lange tekst: zet >- achter de dubbele punt en schrijf verder op de volgende
# regels, twee spaties dieper.
# Kijk wat u nog moet invullen met: docgen check {name}
"""
WAITING = """\
# Een regel die begint als #plaats: kan wachten. Heeft u het veld nodig? Haal
# dan alleen het eerste # weg en schrijf meteen achter de dubbele punt, vóór de
# uitleg.
"""


class Skeleton:
    """The lines of a dossier to fill in; with `is_whole` also what can wait is written out."""

    def __init__(self, library: Library, types: Sequence[DocumentType], is_whole: bool) -> None:
        self.asked, self.is_whole = Asked(types), is_whole
        self.parts = list(parts(library, types, self.asked))
        self.rows = {part: count for kind in types for part, count in kind.at_least.items()}
        self.places = {part.name: place for place, part in enumerate(self.parts)}

    def lines(self) -> Iterator[str]:
        """Every part, with an empty line around what is written out."""
        for part in self.parts:
            if self._is_open(part):
                yield from ("", *self._field(part, ""), "")
            else:
                yield _waiting(part, "")

    def _is_open(self, field: FieldInfo) -> bool:
        return self.is_whole or not field.can_wait or bool(_begin(field.field))

    def _field(self, field: FieldInfo, indent: str) -> Iterator[str]:
        """A field with its explanation above it and what is in it below; what can wait comes after that."""
        yield from _comment(explanation(field, self._looks_ahead(field)), indent)
        yield f"{indent}{field.name}:{_begin(field.field)}"
        inside = list(children(field, self.asked))
        if field.field.kind == "list":
            for number in range(self.rows.get(field.path, 1)):
                yield from self._row(inside, f"{indent}  ", number == 0)
            if inside:
                yield f"{indent}  # Volgende {_singular(field)}: kopieer de regels vanaf het streepje."
        else:
            yield from self._inside(inside, f"{indent}  ")

    def _inside(self, fields: Sequence[FieldInfo], indent: str) -> Iterator[str]:
        for field in fields:
            if self._is_open(field):
                yield from self._field(field, indent)
        yield from (_waiting(field, indent) for field in fields if not self._is_open(field))

    def _row(self, inside: Sequence[FieldInfo], indent: str, is_first: bool) -> Iterator[str]:
        """A row of a list: the dash stands before its first field; only the first row explains itself."""
        lines = list(self._inside(inside, f"{indent}  "))
        lines = lines if is_first else [line for line in lines if not line.lstrip().startswith("#")]
        first = next((i for i, line in enumerate(lines) if not line.lstrip().startswith("#")), 0)
        yield from (line[2:] for line in lines[:first])
        yield f"{indent}- {lines[first].strip()}" if lines else f"{indent}-"
        yield from lines[first + 1 :]

    def _looks_ahead(self, field: FieldInfo) -> str:
        """The part further on that a field refers to."""
        target = field.field.reference.partition(".")[0]
        here = field.path.partition(".")[0].removesuffix("[]")
        return target if self.places.get(target, -1) > self.places[here] else ""


def _waiting(field: FieldInfo, indent: str) -> str:
    """A field that stands there as soon as its first sign is taken away, with what is in it and what it is in short."""
    about = field.field
    said = f"  # {about.in_short}"
    inside = _names_that_fit(about, WIDEST - len(f"{indent}#{field.name}: [{{}}]{said}"))
    value = f" {{{inside}}}" if about.each.kind == "dict" else ""
    value = f" [{value.strip()}]" if about.kind == "list" else value
    return f"{indent}#{field.name}:{value}{said}"


def _names_that_fit(field: Field, room: int) -> str:
    """The fields in a part, each with a place for its value: those that are required, and as many others as fit."""
    room -= sum(len(f"{name}: , ") for name in field.each.required)
    shown = []
    for name, child in field.each.children.items():
        size = len(f"{name}: , ")
        if child.is_required or size <= room:
            room -= 0 if child.is_required else size
            shown.append(f"{name}: ")
    return ", ".join(shown)


def _comment(text: str, indent: str) -> list[str]:
    before = f"{indent}# "
    return textwrap.wrap(text, WIDTH, initial_indent=before, subsequent_indent=before,
                         break_long_words=False, break_on_hyphens=False)  # fmt: skip


def _begin(field: Field) -> str:
    """What a new dossier begins with."""
    return f" {field.meta['begin']}" if "begin" in field.meta else ""


def _singular(field: FieldInfo) -> str:
    return (field.field.singular or _row_title(field.field) or "regel").lower()


def _row_title(field: Field) -> str:
    return field.row.title if field.row and field.row.children else ""


def explanation(field: FieldInfo, comes_first: str = "") -> str:
    """What is said of a field: "Tarief (bedrag): Euro per uur, met overhead. Bijvoorbeeld: 92". `comes_first` is a part to fill
    in before."""
    about = field.field
    kind = "" if about.choices or field.kind in PLAIN else field.kind
    marks = ", ".join(filter(None, [MARKS[field.required], kind]))
    shown = about.frame.in_help if about.frame else ""
    title = (about.title or field.name) + (f" ({marks})" if marks else "")
    told = [
        f"{title}: {about.description}",
        about.choices_in_words,
        f"Vul dit in na {comes_first}." if comes_first else "",
        f"Bijvoorbeeld: {about.example}" if about.example and not shown.count(about.example.rstrip(".")) else "",
        shown,
    ]
    return in_one_line(" ".join(told))


def skeleton(library: Library, types: Sequence[DocumentType], name: str, schema: str, is_whole: bool = False) -> str:
    """A dossier to fill in. `name` is its file, `schema` that of the editor; with `is_whole` every field is written out."""
    titles = "\n".join(_comment(f"Dossier voor: {enumeration([kind.title for kind in types])}.", ""))
    head = HEADER.format(schema=schema, titles=titles, name=name)
    lines = [head + ("" if is_whole else WAITING), *Skeleton(library, types, is_whole).lines()]
    return "\n".join(lines).replace("\n\n\n", "\n\n").rstrip() + "\n"
