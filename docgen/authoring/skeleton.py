"""A dossier to fill in: every field that documents ask for, with its explanation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.authoring.fields import FREE, NEEDED, NEEDED_HERE, FieldInfo, _sections_needed, children, fields
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.schema.field import Field
from docgen.text.characters import ILLEGAL
from docgen.text.dutch import enumeration

PLAIN = ("tekst", "velden", "lijst")  # what needs no word in an explanation


MARKS = {NEEDED: "verplicht", NEEDED_HERE: "verplicht in dit onderdeel", FREE: ""}


HEADER = """\
# yaml-language-server: $schema={schema}
#
# Dossier voor: {titles}.
# Vul in wat achter de dubbele punt hoort. Wat leeg blijft, doet niet mee.
# Alles achter een # is uitleg en komt niet in een document.
# Tekst met een dubbele punt, een komma of een # zet u tussen aanhalingstekens: "Plan #2: de buurt".
# Lange tekst: zet >- achter de dubbele punt en schrijf verder op de volgende regels, twee spaties dieper.
# Kijk wat u nog moet invullen met: docgen check {name}
"""


def skeleton(library: Library, types: Sequence[DocumentType], name: str, schema: str) -> str:
    """A dossier to fill in: every field with one line of explanation. `name` is its file, `schema` that of the editor."""
    needed = _sections_needed(types)
    rows = {part: count for kind in types for part, count in kind.at_least.items()}
    lines = [HEADER.format(schema=schema, titles=enumeration([kind.title for kind in types]), name=name)]
    top = [field for field in fields(library, types) if "." not in field.path]
    for field in top:
        lines += ["", *_field_lines(field, "", needed, rows.get(field.path, 1)), ""]
    return "\n".join(lines).replace("\n\n\n", "\n\n").rstrip() + "\n"


def _field_lines(field: FieldInfo, indent: str, needed: set[str], rows: int = 1) -> Iterator[str]:
    yield f"{indent}# {explanation(field)}"
    yield f"{indent}{field.name}:{_begin(field.field)}"
    below = list(children(field, needed))
    if field.field.kind == "list":
        again = f"{indent}  # Volgende {_singular(field)}: kopieer de regels vanaf het streepje."
        for number in range(rows):
            yield from _row(below, f"{indent}  ", needed, number == 0)
        yield from [again] if below else []
    else:
        for child in below:
            yield from _field_lines(child, f"{indent}  ", needed)


def _begin(field: Field) -> str:
    """What a new dossier begins with."""
    return f" {field.meta['begin']}" if "begin" in field.meta else ""


def _singular(field: FieldInfo) -> str:
    return (field.field.singular or _row_title(field.field) or "regel").lower()


def _row_title(field: Field) -> str:
    return field.row.title if field.row and field.row.children else ""


def _row(below: list[FieldInfo], indent: str, needed: set[str], explain: bool) -> Iterator[str]:
    if not below:
        yield f"{indent}-"
    lines = [line for child in below for line in _field_lines(child, f"{indent}  ", needed)]
    lines = lines if explain else [line for line in lines if not line.lstrip().startswith("#")]
    first = next((i for i, line in enumerate(lines) if not line.lstrip().startswith("#")), 0)
    for i, line in enumerate(lines):
        yield f"{indent}{line[len(indent) + 2 :]}" if i < first else f"{indent}- {line.strip()}" if i == first else line


def explanation(field: FieldInfo) -> str:
    """One line about a field: "Tarief (bedrag): Euro per uur, met overhead. Bijvoorbeeld: 92"."""
    about, choices = field.field, field.field.choices
    kind = "" if choices or field.kind in PLAIN else field.kind
    marks = ", ".join(filter(None, [MARKS[field.required], kind]))
    choose = f" Kies {enumeration(choices, 'of').rstrip('.')}." if choices else ""
    example = f" Bijvoorbeeld: {about.example}" if about.example else ""
    title = (about.title or field.name) + (f" ({marks})" if marks else "")
    sentence = f" {about.frame.in_help}" if about.frame else ""
    return " ".join(ILLEGAL.sub("", f"{title}: {about.description}{choose}{example}{sentence}").split())
