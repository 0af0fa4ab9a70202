"""A field of a dossier: what its Cerberus rules say, by name, worked out once for all that walk through a schema."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from docgen._lazy import regex
from docgen.schema.types import FieldPath, Rules
from docgen.text.characters import ILLEGAL
from docgen.text.dutch import enumeration
from docgen.text.sentence_frame import SLOT, SentenceFrame

SENTENCE = regex(r"(?<=[.?!])\s+(?=[A-Z‘])|;\s")
MARKS = "Mag alinea’s, lijsten, vet, cursief en koppelingen hebben."
MARKS_IN_SENTENCE = "Mag vet, cursief en koppelingen hebben."


class Field:
    """A field, compiled from rules that are sound (`schema/metaschema/validator`), fragments filled in.

    `kind` is "string", "integer", "number", "amount", "boolean", "date", "list" or "dict"; what rules do not say is empty.
    """

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.kind: str = rules.get("type", "")
        self.is_required: bool = rules.get("required") is True
        self.choices: tuple[Any, ...] = tuple(rules.get("allowed", ()))
        self.pattern: str = rules.get("regex", "")
        self.meta: dict[str, Any] = rules.get("meta", {})
        self.reference: str = self.meta.get("ref", "")  # the dotted path of the list that it names a row of
        self.also: list[str] = self.meta.get("ook", [])  # what may stand there beside the ids of that list
        self.is_picture: bool = bool(self.meta.get("beeld"))  # the name of a picture file beside the dossier
        self.may_be_prose: bool = bool(self.meta.get("vrije_tekst"))  # or words of the writer

        self.is_prose: bool = bool(self.meta.get("zinnen"))  # sentences, names and titles: one sort of signs
        self.is_running: bool = bool(
            self.meta.get("lopend")
        )  # text of a writer that may have marks: bold, a list, a link

    @cached_property
    def children(self) -> dict[str, Field]:
        """The fields of a part, by name; none of a part with names of its own, or of what is no part."""
        fields = self.rules.get("schema") if self.kind == "dict" else None
        return {name: Field(rules) for name, rules in fields.items()} if fields else {}

    @cached_property
    def row(self) -> Field | None:
        """What each row of a list is."""
        return Field(self.rules["schema"]) if self.kind == "list" and "schema" in self.rules else None

    @cached_property
    def key(self) -> Field | None:
        """What the names are in a part with names of its own, such as years."""
        return Field(self.rules["keysrules"]) if "keysrules" in self.rules else None

    @cached_property
    def value(self) -> Field | None:
        """What stands behind each of those names."""
        return Field(self.rules["valuesrules"]) if "valuesrules" in self.rules else None

    @cached_property
    def renamed(self) -> dict[str, str]:
        """What children were called in an earlier form of the dossier, and what they are called now."""
        return {child.meta["heette"]: name for name, child in self.children.items() if "heette" in child.meta}

    @property
    def renamed_choices(self) -> dict[str, str]:
        """What choices were called in an earlier form of the dossier, and what they are called now."""
        return self.meta.get("heetten") or {}

    @property
    def takes_one(self) -> bool:
        """Whether one value may stand where a list belongs."""
        return bool(self.meta.get("los"))

    @property
    def kind_of_one(self) -> str:
        """How one value that may stand where a list belongs is written: "map" for a part, else "text"."""
        return "map" if self.row and self.row.kind == "dict" else "text"

    @property
    def has_fixed_names(self) -> bool:
        """Whether a part may have no other names than those of its children."""
        return self.kind == "dict" and "schema" in self.rules

    @property
    def title(self) -> str:
        """What it is called on paper."""
        return str(self.meta.get("titel", ""))

    @property
    def description(self) -> str:
        """What belongs there, in a sentence."""
        return str(self.meta.get("omschrijving", ""))

    @property
    def choices_in_words(self) -> str:
        """What may stand there when that is a choice: "Kies ja of nee."."""
        return f"Kies {enumeration(self.choices, 'of').rstrip('.')}." if self.choices else ""

    @property
    def in_short(self) -> str:
        """The first sentence about it, with its choices: how a new dossier explains a field that can wait."""
        first = SENTENCE.split(self.description or self.title, maxsplit=1)[0]
        stop = "" if first.endswith((".", "?", "!")) else "."
        return in_one_line(f"{first}{stop} {self.choices_in_words}")

    @cached_property
    def frame(self) -> SentenceFrame | None:
        """How its text comes to stand in a sentence, when the schema says so."""
        said = self.meta.get("zin")
        return SentenceFrame(said["vorm"], said["raam"], said["voorbeeld"]) if said else None

    @cached_property
    def is_in_sentence(self) -> bool:
        """Whether its text is a piece of a sentence of the template, in which no paragraph fits."""
        return self.frame is not None and self.frame.frame.strip() != SLOT

    @property
    def help(self) -> str:
        """What belongs there, how it reads in its sentence, and which marks it may have."""
        marks = "" if not self.is_running else MARKS_IN_SENTENCE if self.is_in_sentence else MARKS
        return " ".join(filter(None, [self.description, self.frame.in_help if self.frame else "", marks]))

    @property
    def example(self) -> str:
        """What can stand there, as it is typed in."""
        return str(self.meta.get("voorbeeld", ""))

    @property
    def min(self) -> Any:
        """The least that a number may be, if the schema says so."""
        return self.rules.get("min")

    @property
    def max(self) -> Any:
        """The most that a number may be, if the schema says so."""
        return self.rules.get("max")

    @property
    def unique_key(self) -> list[str]:
        """The fields that tell the rows of a list apart."""
        return self.meta.get("uniek") or ["id"]

    @property
    def choices_of_one(self) -> dict[str, str]:
        """The fields of which a part has exactly one, each with the field that belongs to it."""
        return self.meta.get("een_van") or {}

    @property
    def sum_of_parts(self) -> int | None:
        """What the numbers of a part add up to, if the schema says so."""
        return self.meta.get("samen")

    @property
    def singular(self) -> str:
        """What one row of it is called, when the schema says so."""
        return str(self.meta.get("enkelvoud", ""))

    @property
    def is_bound(self) -> bool:
        """Whether a list of choices or a pattern says what text may stand there."""
        return bool(self.choices or self.pattern)

    @property
    def is_free_text(self) -> bool:
        """Whether it holds words of the writer: no choice, no id and no reference."""
        return self.kind == "string" and not self.is_bound and not self.reference

    @property
    def has_years(self) -> bool:
        """Whether its names are whole numbers: years."""
        return self.key is not None and self.key.kind == "integer"

    @property
    def required(self) -> list[str]:
        """The names of the children that must be there."""
        return [name for name, child in self.children.items() if child.is_required]

    @property
    def each(self) -> Field:
        """What a row of the list is; itself when it is no list."""
        return (self.row or ANYTHING) if self.kind == "list" else self

    def below(self, step: Any) -> Field | None:
        """The field one step further: a child, a row of a list or a value behind a name of its own."""
        if self.kind == "list":
            return self.row
        return self.children.get(step) if self.has_fixed_names else self.value

    def at(self, path: FieldPath) -> Field | None:
        """The field at a path from here, or `None` when there is none."""
        found: Field | None = self
        for step in path:
            found = found.below(step) if found else None
        return found


ANYTHING = Field({})  # where a schema says nothing

Known = tuple[FieldPath, Any, Field, bool]


def iter_values(data: Any, field: Field, path: FieldPath = ()) -> list[Known]:
    """Path, value, field and whether it is a name, of all that the schema knows in the data."""
    found: list[Known] = []
    _collect(data, field, path, found)
    return found


def _collect(data: Any, field: Field | None, path: FieldPath, found: list[Known]) -> None:
    if field is None:
        return
    if path:
        found.append((path, data, field, False))
    if isinstance(data, dict) and field.kind == "dict":
        for name, value in data.items():
            if field.key is not None:
                found.append(((*path, name), name, field.key, True))
            _collect(value, field.below(name), (*path, name), found)
    elif isinstance(data, list) and field.row is not None:
        for i, value in enumerate(data):
            _collect(value, field.row, (*path, i), found)


def in_one_line(text: str) -> str:
    """A text as it can stand behind a #."""
    return " ".join(ILLEGAL.sub("", text).split())
