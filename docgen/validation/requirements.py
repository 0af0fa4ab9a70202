"""What the documents asked for need and a dossier lacks, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from docgen.diagnostics.problem import Problem
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.loading.loaded_data import LoadedData
from docgen.schema.schema import Schema
from docgen.schema.types import FieldPath
from docgen.text.dutch import enumeration
from docgen.validation import placement, structure, suggestions


def unmet(loaded: LoadedData, library: Library, types: Sequence[DocumentType]) -> dict[FieldPath, Problem]:
    """Findings by path: fields still to fill in, and lists that are too short for a document."""
    wanted = _wanted_by(loaded, library, types)
    found = {
        path: structure.missing_field(loaded, library.schema, path, "" if len(kinds) == len(types) else _why(kinds))
        for path, kinds in wanted.items()
        if path not in loaded.unusable and not _is_misspelt(loaded, library.schema, path)
    }
    for kind, name, least in _too_short(loaded, types):
        message = f"verwacht ten minste {least} {name}{_why([kind])}, maar er staan er {len(loaded.data[name])}"
        node = loaded.key_nodes.get((name,))
        found[(name, least)] = loaded.problem(node, (name,), "aantal", message, "vul de lijst aan")
    return found


def sections_required(library: Library, types: Sequence[DocumentType]) -> set[str]:
    """The parts in which something could be `lacking`."""
    always = {name for kind in library.types.values() for name in kind.needs}
    return always | {name for kind in types for name in (*map(_part_of, kind.needs), *kind.at_least)}


def has_unmet(loaded: LoadedData, library: Library, types: Sequence[DocumentType], part: str) -> bool:
    """Whether anything could be `lacking` in one part: if in none, nothing is. It depends on nothing but that part."""
    if loaded.data.get(part) is None and part in _always_needed(loaded, library):
        return True
    absent = chain.from_iterable(_parts(loaded, kind, part) for kind in types)
    return next(absent, None) is not None or any(name == part for _, name, _ in _too_short(loaded, types))


def _too_short(loaded: LoadedData, types: Sequence[DocumentType]) -> Iterator[tuple[DocumentType, str, int]]:
    """The lists that were begun and have fewer rows than a document needs."""
    for kind in types:
        for name, least in kind.at_least.items():
            rows = loaded.data.get(name)
            if isinstance(rows, list) and 0 < len(rows) < least:
                yield kind, name, least


def _wanted_by(
    loaded: LoadedData, library: Library, types: Sequence[DocumentType]
) -> dict[FieldPath, list[DocumentType]]:
    """Which documents ask for a field that is not there; none for what every document needs once it was begun."""
    wanted: dict[FieldPath, list[DocumentType]] = {}
    for name in _always_needed(loaded, library):
        for part in _absent(loaded, loaded.data, [name]):
            wanted |= {path: [] for path in structure.required_paths(loaded, library.schema, part)}
    for kind in types:
        for part in _parts(loaded, kind):
            for path in structure.required_paths(loaded, library.schema, part):
                kinds = wanted.setdefault(path, [kind])
                if kinds and kinds[-1] is not kind:
                    kinds.append(kind)
    around = {path[:length] for path in wanted for length in range(1, len(path))}
    return {path: kinds for path, kinds in wanted.items() if path not in around or not _is_begun(loaded, path)}


def _is_begun(loaded: LoadedData, path: FieldPath) -> bool:
    """Whether a part stands there with fields: then what it lacks is told by those."""
    node = loaded.value_nodes.get(path)
    return node is not None and node.kind == "map"


def _parts(loaded: LoadedData, kind: DocumentType, only: str = "") -> Iterator[FieldPath]:
    """What a document needs that is not there, with every row of a list that was begun and is still blank."""
    for dotted in kind.needs:
        if only in ("", _part_of(dotted)):
            yield from _absent(loaded, loaded.data, dotted.split("."))
    for name in kind.at_least:
        if only in ("", name):
            yield from _blank_rows(loaded, kind, name)


def _blank_rows(loaded: LoadedData, kind: DocumentType, name: str) -> Iterator[FieldPath]:
    rows = loaded.data.get(name) or []
    inside = [dotted.split(".")[1:] for dotted in kind.needs if dotted.startswith(f"{name}[].")]
    for i in range(kind.at_least[name]):
        if (name, i) in loaded.value_nodes and (i >= len(rows) or rows[i] is None):
            yield from [(name, i), *((name, i, *names) for names in inside)]


def _part_of(dotted: str) -> str:
    return dotted.split(".")[0].removesuffix("[]")


def _is_misspelt(loaded: LoadedData, schema: Schema, path: FieldPath) -> bool:
    """Whether what is not there stands there under a name that looks like it."""
    unknown = [other for other in loaded.unknown_keys if other[:-1] == path[:-1]][: structure.MOST_SUGGESTIONS]
    return any(
        suggestions.resembles(other[-1], path[-1]) or placement.meant_section(loaded, schema, other) == path[-1]
        for other in unknown
    )


def _why(kinds: Sequence[DocumentType]) -> str:
    return f" (nodig voor {enumeration([kind.title.lower() for kind in kinds])})" if kinds else ""


def _always_needed(loaded: LoadedData, library: Library) -> list[str]:
    """The sections that every document needs, as far as they were begun."""
    needs = [kind.needs for kind in library.types.values()]
    return [
        name for name in (needs or [()])[0] if (name,) in loaded.key_nodes and all(name in other for other in needs)
    ]


def _absent(loaded: LoadedData, data: Any, names: list[str], path: FieldPath = ()) -> Iterator[FieldPath]:
    """The paths that a dotted path names but the data lack: "partijen[].naam" asks each party."""
    if not names:
        return
    name, every = names[0].removesuffix("[]"), names[0].endswith("[]")
    here = (*path, name)
    value = data.get(name) if isinstance(data, dict) else None
    if value is None:
        yield here
        begun = (*here, 0) if every else here
        node = loaded.value_nodes.get(begun)
        if names[1:] and node and node.kind == "map":
            yield from _absent(loaded, None, names[1:], begun)
    elif every and isinstance(value, list):
        for i, row in enumerate(value):
            if row is None:
                yield (*here, i)
            yield from _absent(loaded, row, names[1:], (*here, i))
    else:
        yield from _absent(loaded, value, names[1:], here)
