"""What the documents asked for need and a dossier lacks, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from docgen.diagnostics.problem import Problem
from docgen.library.document_type import DocumentType
from docgen.library.library import Library
from docgen.loading.loaded_data import LoadedData
from docgen.schema.types import Path
from docgen.text.dutch import enumeration
from docgen.validation import structure, suggestions


def unmet(reading: LoadedData, library: Library, types: Sequence[DocumentType]) -> dict[Path, Problem]:
    """Findings by path: fields still to fill in, and lists that are too short for a document."""
    wanted = _wanted(reading, library, types)
    found = {
        path: structure.missing_field(reading, library.schema, path, "" if len(kinds) == len(types) else _why(kinds))
        for path, kinds in wanted.items()
        if path not in reading.unusable and not _is_misspelt(reading, path)
    }
    for kind, name, least in _too_short(reading, types):
        message = f"verwacht ten minste {least} {name}{_why([kind])}, maar er staan er {len(reading.data[name])}"
        node = reading.key_nodes.get((name,))
        found[(name, least)] = reading.problem(node, (name,), "aantal", message, "vul de lijst aan")
    return found


def sections_required(library: Library, types: Sequence[DocumentType]) -> set[str]:
    """The parts in which something could be `lacking`."""
    always = {name for kind in library.types.values() for name in kind.needs}
    return always | {name for kind in types for name in (*map(_part_of, kind.needs), *kind.at_least)}


def has_unmet(reading: LoadedData, library: Library, types: Sequence[DocumentType], part: str) -> bool:
    """Whether anything could be `lacking` in one part: if in none, nothing is. It depends on nothing but that part."""
    if reading.data.get(part) is None and part in _always_needed(reading, library):
        return True
    absent = chain.from_iterable(_parts(reading, kind, part) for kind in types)
    return next(absent, None) is not None or any(name == part for _, name, _ in _too_short(reading, types))


def _too_short(reading: LoadedData, types: Sequence[DocumentType]) -> Iterator[tuple[DocumentType, str, int]]:
    """The lists that were begun and have fewer rows than a document needs."""
    for kind in types:
        for name, least in kind.at_least.items():
            rows = reading.data.get(name)
            if isinstance(rows, list) and 0 < len(rows) < least:
                yield kind, name, least


def _wanted(reading: LoadedData, library: Library, types: Sequence[DocumentType]) -> dict[Path, list[DocumentType]]:
    """Which documents ask for a field that is not there; none for what every document needs once it was begun."""
    wanted: dict[Path, list[DocumentType]] = {}
    for name in _always_needed(reading, library):
        for part in _absent(reading, reading.data, [name]):
            wanted |= {path: [] for path in structure.required_paths(reading, library.schema, part)}
    for kind in types:
        for part in _parts(reading, kind):
            for path in structure.required_paths(reading, library.schema, part):
                kinds = wanted.setdefault(path, [kind])
                if kinds and kinds[-1] is not kind:
                    kinds.append(kind)
    around = {path[:length] for path in wanted for length in range(1, len(path))}
    return {path: kinds for path, kinds in wanted.items() if path not in around or not _is_begun(reading, path)}


def _is_begun(reading: LoadedData, path: Path) -> bool:
    """Whether a part stands there with fields: then what it lacks is told by those."""
    node = reading.value_nodes.get(path)
    return node is not None and node.kind == "map"


def _parts(reading: LoadedData, kind: DocumentType, only: str = "") -> Iterator[Path]:
    """What a document needs that is not there, with every row of a list that was begun and is still blank."""
    for dotted in kind.needs:
        if only in ("", _part_of(dotted)):
            yield from _absent(reading, reading.data, dotted.split("."))
    for name in kind.at_least:
        if only in ("", name):
            yield from _blank_rows(reading, kind, name)


def _blank_rows(reading: LoadedData, kind: DocumentType, name: str) -> Iterator[Path]:
    rows = reading.data.get(name) or []
    inside = [dotted.split(".")[1:] for dotted in kind.needs if dotted.startswith(f"{name}[].")]
    for i in range(kind.at_least[name]):
        if (name, i) in reading.value_nodes and (i >= len(rows) or rows[i] is None):
            yield from [(name, i), *((name, i, *names) for names in inside)]


def _part_of(dotted: str) -> str:
    return dotted.split(".")[0].removesuffix("[]")


def _is_misspelt(reading: LoadedData, path: Path) -> bool:
    """Whether a section that is not there stands there under a name that looks like it."""
    unknown = [other[0] for other in reading.unknown_keys if len(other) == 1][: structure.MOST_SUGGESTIONS]
    return len(path) == 1 and any(suggestions.resembles(name, path[0]) for name in unknown)


def _why(kinds: Sequence[DocumentType]) -> str:
    return f" (nodig voor {enumeration([kind.title.lower() for kind in kinds])})" if kinds else ""


def _always_needed(reading: LoadedData, library: Library) -> list[str]:
    """The sections that every document needs, as far as they were begun."""
    needs = [kind.needs for kind in library.types.values()]
    return [
        name for name in (needs or [()])[0] if (name,) in reading.key_nodes and all(name in other for other in needs)
    ]


def _absent(reading: LoadedData, data: Any, names: list[str], path: Path = ()) -> Iterator[Path]:
    """The paths that a dotted path names but the data lack: "partijen[].naam" asks each party."""
    if not names:
        return
    name, every = names[0].removesuffix("[]"), names[0].endswith("[]")
    here = (*path, name)
    value = data.get(name) if isinstance(data, dict) else None
    if value is None:
        yield here
        begun = (*here, 0) if every else here
        node = reading.value_nodes.get(begun)
        if names[1:] and node and node.kind == "map":
            yield from _absent(reading, None, names[1:], begun)
    elif every and isinstance(value, list):
        for i, row in enumerate(value):
            if row is None:
                yield (*here, i)
            yield from _absent(reading, row, names[1:], (*here, i))
    else:
        yield from _absent(reading, value, names[1:], here)
