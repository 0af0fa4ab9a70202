"""Every name that a template of a document type may use: what it means, an example, and the tag that shows it.

The types of the type checker are walked from the top. Fields that were told once are not told again: `same_as` says where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from docgen.context.perspective import ATTITUDE, SUPPORT
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.schema.field import Field
from docgen.text import dutch
from docgen.word.typecheck import meanings
from docgen.word.typecheck.datatypes import Day, Flag, Number, Record, Rows, Scalar, Table, Text, Type
from docgen.word.typecheck.vocabulary import vocabulary_of

LIST, PART, PER_NAME, PER_YEAR, ANYTHING = "lijst", "velden", "per naam", "per jaar", "waarde"
NAME_OF = {
    "rollen": "rol",
    "partijen": "partij",
    "financiering": "bron",
}  # a list of a dossier -> the filter that names its ids
ROW, WHOLE = "regel", "geheel"  # the second is there only in a document for one party
INTERNAL = f"{SUPPORT}[].{ATTITUDE}"  # not there in a document for everybody
OF_DECISIONS = "[].genomen"  # only in rows that are a decision
BEST = ("naam", "titel", "tekst", "bron", "wat", "onderwerp", "vraag")  # fields that say which row it is
SHORT = 80  # signs of an example


@dataclass(frozen=True)
class Step:
    """A loop or condition around a tag: what stands between its `{%` and `%}`, and what ends it."""

    begin: str
    end: str


@dataclass(frozen=True)
class TemplateName:
    """A name: its path ("takenlijst[].inzet[].uren", of a map "saldo{}"), what it is, the loops and conditions around it, and
    what stands between the braces of its tag; of a list or part that is empty, or names the first field of it.
    Its fields are those of `same_as`, or follow."""

    path: str
    kind: str
    meaning: str
    title: str
    around: tuple[Step, ...]
    expression: str = ""
    condition: str = ""
    same_as: str = ""
    example: str = ""
    is_picture: bool = False

    @property
    def tag(self) -> str:
        """The tag alone, with its condition."""
        if not self.expression:
            return ""
        tag = f"{{{{ {self.expression} }}}}"
        return f"{{% if {self.condition} %}}{tag}{{% endif %}}" if self.condition else tag

    @property
    def top(self) -> str:
        """The name at the top that it is part of."""
        return self.path.split(".")[0].rstrip("[]{}")

    @property
    def explained(self) -> str:
        """What it means, and where its fields were told."""
        same = f"De velden zijn die van {self.same_as}." if self.same_as else ""
        return " ".join(filter(None, (self.meaning, same)))


def template_names(kind: DocumentType, library: Library, values: Mapping[str, Any] | None = None) -> list[TemplateName]:
    """The names of a template of a type in the order of the dossier, then those of docgen; `values` are those of a sample."""
    return list(_Walk(library, vocabulary_of(kind, library).names, values or {}).names())


def in_steps(names: Iterable[TemplateName]) -> Iterator[tuple[int, str | TemplateName]]:
    """The names in their order, with the begin and end of the loops and conditions around them where these change, each
    with how deep it stands."""
    around: tuple[Step, ...] = ()
    for name in names:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(around, name.around, strict=False)))
        yield from ((shared + n, step.end) for n, step in reversed(list(enumerate(around[shared:]))))
        yield from ((shared + n, step.begin) for n, step in enumerate(name.around[shared:]))
        around = name.around
        yield len(around), name
    yield from ((n, step.end) for n, step in reversed(list(enumerate(around))))


class _Walk:
    """One walk through all types."""

    def __init__(self, library: Library, root: Record, values: Mapping[str, Any]) -> None:
        self.schema, self.root, self.values = library.schema, root, values
        self.told: dict[Any, str] = {_shape(root): ""}
        for name, kind in root.fields.items():  # a list at the top is where its fields are looked for
            if isinstance(kind, Rows) and isinstance(kind.row, Record):
                self.told.setdefault(_shape(kind.row), f"{name}[]")

    def names(self) -> Iterator[TemplateName]:
        for name, kind in self.root.fields.items():
            known = self.schema.root if name == WHOLE else self.schema.fields.get(name)
            samples = [self.values[name]] if name in self.values else []
            around = (Step(f"if {WHOLE} is defined", "endif"),) if name == WHOLE else ()
            yield from self._of(name, name, kind, around, (), known, samples)

    def _of(
        self, path: str, code: str, kind: Type, around: tuple[Step, ...], lacking: tuple[str, ...], known: Field | None, samples: list[Any],
    ) -> Iterator[TemplateName]:  # fmt: skip
        """A name and all that is in it. `code` is its expression; `lacking` are the parts around it that may be empty."""
        about = kind.about or known
        bare = path.replace("[]", "").replace("{}", "")
        meaning = (about.description or about.title) if about else ""
        meaning = meaning or meanings.meaning_of(bare)
        title = (about.title if about else "") or bare.rpartition(".")[2].replace("_", " ").capitalize()
        here = (f"{code} is defined",) if path == INTERNAL or path.endswith(OF_DECISIONS) else ()
        asked = (*lacking, *here, *_guard(code, kind, about))
        samples = [one for one in samples if one is not None]

        def name(at: str, kind: Type, about: Field | None, around: tuple[Step, ...], **more: Any) -> TemplateName:
            is_picture = bool(about and about.is_picture)
            return TemplateName(at, kind_of(kind, about), meaning, title, around, is_picture=is_picture, **more)

        if isinstance(kind, Rows | Table):
            steps, variables = self._loop(bare, code, kind, about, around)
            inner = (*around, *((_condition(asked),) if asked else ()), *steps)
            row, row_about = _row_of(kind, about)
            rows = [value for one in samples for value in (one if isinstance(kind, Rows) else one.values())]
            inside, last = f"{path}{'[]' if isinstance(kind, Rows) else '{}'}", variables[-1]
            if isinstance(row, Record):
                same = self._same(inside, row)
                if same:
                    more = _shown(last, row, ())
                    yield name(path, kind, about, inner, **more, same_as=same, example=_counted(samples))
                else:
                    yield name(path, kind, about, around, example=_counted(samples))
                    yield from self._fields(inside, last, row, inner, (), row_about, rows)
                return
            if not isinstance(row, Scalar):
                yield name(path, kind, about, inner, example=_counted(samples))
                yield from self._of(inside, last, row, inner, (), row_about, rows)
                return
            shown = _expression(last, row, row_about)
            shown = f"{variables[0]} }}}}: {{{{ {shown}" if isinstance(kind, Table) else shown
            guard = " and ".join(_guard(last, row, row_about)) if isinstance(kind, Table) else ""
            example = _example(rows, row, row_about)
            yield name(inside, kind, row_about or about, inner, expression=shown, condition=guard, example=example)
        elif isinstance(kind, Record):
            same = self._same(path, kind)
            yield name(path, kind, about, around, **(_shown(code, kind, asked) if same else {}), same_as=same)
            if not same:
                yield from self._fields(path, code, kind, around, asked, about, samples)
        else:
            guard, shown = " and ".join(asked), _expression(code, kind, about)
            yield name(
                path, kind, about, around, expression=shown, condition=guard, example=_example(samples, kind, about)
            )

    def _fields(
        self, path: str, code: str, kind: Record, around: tuple[Step, ...], lacking: tuple[str, ...], about: Field | None, samples: list[Any],
    ) -> Iterator[TemplateName]:  # fmt: skip
        for name, field in kind.fields.items():
            inside = [one[name] for one in samples if isinstance(one, Mapping) and name in one]
            yield from self._of(
                f"{path}.{name}", f"{code}.{name}", field, around, lacking, about.children.get(name) if about else None, inside,
            )  # fmt: skip

    def _same(self, path: str, kind: Record) -> str:
        """Where a record with these very fields was told; empty when this is the first."""
        if not kind.fields:
            return ""
        found = self.told.setdefault(_shape(kind), path)
        return "" if found == path else found

    def _loop(
        self, bare: str, code: str, kind: Rows | Table, about: Field | None, around: tuple[Step, ...]
    ) -> tuple[tuple[Step, ...], list[str]]:
        taken = {word for step in around for word in step.begin.replace(",", " ").split()} | set(self.root.fields)
        if isinstance(kind, Rows):
            wanted = [(about.singular if about else "") or meanings.singular_of(bare) or ROW]
            names = [_free(name, taken) for name in wanted]
            return (Step(f"for {names[0]} in {code}", "endfor"),), names
        names = [_free("jaar" if isinstance(kind.keys, Number) else "sleutel", taken), _free("waarde", taken)]
        return (Step(f"for {', '.join(names)} in {code}.items()", "endfor"),), names


def _condition(parts: tuple[str, ...]) -> Step:
    return Step(f"if {' and '.join(parts)}", "endif")


def _free(name: str, taken: set[str]) -> str:
    return next(one for one in (name, *(f"{name}_{n}" for n in range(2, 99))) if one not in taken)


def _row_of(kind: Rows | Table, about: Field | None) -> tuple[Type, Field | None]:
    """What is in a list or map, and its field in the schema."""
    if isinstance(kind, Rows):
        return kind.row, kind.row.about or (about.row if about else None)
    return kind.values, kind.values.about or (about.value if about else None)


def _shown(code: str, kind: Record, lacking: tuple[str, ...]) -> dict[str, str]:
    """The tag for the field that says which record it is."""
    first = _first_field(kind)
    if not first:
        return {}
    field, code = kind.fields[first], f"{code}.{first}"
    guard = (*lacking, *_guard(code, field, field.about))
    return {"expression": _expression(code, field, None), "condition": " and ".join(guard)}


def _first_field(kind: Record) -> str:
    """The field that best says which record it is; empty when it has none to print."""
    printable = [
        name
        for name, field in kind.fields.items()
        if isinstance(field, Scalar) and not (field.about and field.about.is_picture)
    ]
    usual = [name for name in BEST if name in printable]
    return (usual or sorted(printable, key=lambda name: (name == "id", kind.fields[name].can_lack)) or [""])[0]


def _guard(code: str, kind: Type, about: Field | None) -> tuple[str, ...]:
    """What a tag asks before it prints a value that may be empty; a table of docgen may leave any of its values empty."""
    if isinstance(kind, Flag | Rows) or (about is not None and not kind.can_lack):
        return ()
    return (f"{code} is not none",) if isinstance(kind, Number) else (code,)


def _expression(code: str, kind: Type, about: Field | None) -> str:
    """What stands between braces: the value with the filter that it needs."""
    about = kind.about or about
    match kind:
        case Day():
            return f"{code} | datum"
        case Number(filter=name) if name:
            return f"{code} | {name}"
        case Flag():
            return f"'ja' if {code} else 'nee'"
        case Text() if about and about.reference in NAME_OF:
            return f"{code} | {NAME_OF[about.reference]}"
    return code


def kind_of(kind: Type, about: Field | None = None) -> str:
    """What a value is, in a word or two."""
    match kind:
        case Rows():
            return LIST
        case Table(keys=keys):
            return PER_YEAR if isinstance(keys, Number) else PER_NAME
        case Record():
            return PART
        case Day():
            return "datum"
        case Flag():
            return "ja of nee"
        case Number(filter="euro"):
            return "bedrag"
        case Number():
            return "getal"
        case Text():
            return "beeld" if about and about.is_picture else "tekst"
    return ANYTHING


def _example(samples: list[Any], kind: Type, about: Field | None) -> str:
    """The first value of a sample as its tag shows it; else what the schema has as an example."""
    found = next((one for one in samples if one not in ("", None)), None)
    if found is None:
        return about.example if about else ""
    match kind:
        case Day():
            text = dutch.long_date(found)
        case Flag():
            text = "ja" if found else "nee"
        case Number(filter="euro"):
            text = dutch.euro(found)
        case Number(filter=name) if name:
            text = dutch.number(found)
        case _:
            text = "" if isinstance(found, (dict, list)) else str(found)
    return dutch.shortened(" ".join(text.split("\n")), SHORT)


def _counted(samples: list[Any]) -> str:
    most = max((len(one) for one in samples), default=0)
    return f"{most} {'regel' if most == 1 else 'regels'}" if most else ""


def _shape(kind: Type) -> Any:
    """What two records with the same fields have in common."""
    match kind:
        case Record():
            return ("velden", *sorted((name, _shape(field)) for name, field in kind.fields.items()))
        case Rows():
            return (LIST, _shape(kind.row))
        case Table():
            return (PER_NAME, _shape(kind.values))
    return (type(kind).__name__,)
