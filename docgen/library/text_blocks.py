"""The places for a writer's own text in a document: before and after the sections that its schema names (`secties`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from docgen.schema.types import Rules

PART = "tekstblokken"
BEFORE, AFTER = "voor", "na"


class Section(NamedTuple):
    """A section of a document: its name, the headings it can have in the template, and the variant it is in ("" for all)."""

    name: str
    headings: tuple[str, ...]
    variant: str = ""


def sections_of(content: Mapping[str, Any]) -> tuple[Section, ...]:
    """The sections that a schema file names, in the order of the document."""
    return tuple(_section(name, said) for name, said in content.get("secties", {}).items())


def _section(name: str, said: Any) -> Section:
    if isinstance(said, dict):
        return Section(name, (said["kop"],), said.get("variant", ""))
    return Section(name, (said,) if isinstance(said, str) else tuple(said))


def fields_of(types: Iterable[tuple[str, str, tuple[Section, ...]]]) -> dict[str, Rules]:
    """The part of a dossier for these texts, of document types by name, title and sections; nothing when none has any."""
    documents = {name: _document(title, sections) for name, title, sections in types if sections}
    about = {
        "titel": "Tekstblokken",
        "omschrijving": "Eigen tekst voor of na een onderdeel van een document, zonder het sjabloon te veranderen.",
    }
    return {PART: {"type": "dict", "meta": about, "schema": documents}} if documents else {}


def _document(title: str, sections: tuple[Section, ...]) -> Rules:
    places = {f"{where}_{one.name}": _place(where, one) for one in sections for where in (BEFORE, AFTER)}
    about = {"titel": title, "omschrijving": f"Eigen tekst in het document {title.lower()}, per plaats."}
    return {"type": "dict", "meta": about, "schema": places}


def _place(where: str, section: Section) -> Rules:
    heading = section.headings[0]
    of_variant = f" in de variant {section.variant}" if section.variant else ""
    words = f"Eigen tekst {where} het onderdeel ‘{heading}’{of_variant}."
    return {
        "type": "string",
        "empty": False,
        "meta": {"lopend": True, "titel": f"{where.capitalize()} {heading}", "omschrijving": words},
    }


class Block(NamedTuple):
    """A text of a dossier at its place: which section, before it or after, and its path in the dossier."""

    path: str
    section: int
    is_before: bool
    text: str


def blocks_in(data: Mapping[str, Any], kind: str, sections: tuple[Section, ...], variant: str) -> tuple[Block, ...]:
    """The texts for a document, in the order of their places; a section of another variant is not in this document."""
    texts = (data.get(PART) or {}).get(kind) or {}
    return tuple(
        Block(f"{PART}.{kind}.{where}_{one.name}", number, where == BEFORE, text)
        for number, one in enumerate(sections)
        for where in (BEFORE, AFTER)
        if one.variant in ("", variant) and (text := texts.get(f"{where}_{one.name}"))
    )
