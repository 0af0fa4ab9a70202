"""What the fields of one part ask of each other: one choice out of some, each with its own number, and parts of a whole.

A schema says so under `meta`: `een_van` names the choices with what belongs to each, `samen` what numbers add up to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.loading.loaded_data import LoadedData
from docgen.schema.field import Field, Known
from docgen.text.dutch import enumeration, number

CODE = "samenhang"


def report_incoherence(loaded: LoadedData, known: Iterable[Known]) -> None:
    """Add to loaded data every part whose fields do not fit each other."""
    for path, value, field, _ in known:
        if has_coherence(field) and isinstance(value, dict) and not _is_broken(loaded, path):
            for finding in misfits(value, field):
                place = (*path, *finding.path)
                node = loaded.key_nodes.get(place) or loaded.place(place)
                loaded.add_findings(node, place, [finding._replace(code=CODE, level="fout")])


def _is_broken(loaded: LoadedData, path: tuple[Any, ...]) -> bool:
    """Whether something in a part has a finding of its own: a name that is misspelt, or a value that cannot be read."""
    faulty = [*loaded.unusable, *loaded.unknown_keys]
    return any(one[: len(path)] == path for one in faulty)


def has_coherence(field: Field) -> bool:
    """Whether the fields of a part ask something of each other."""
    return bool(field.choices_of_one or field.sum_of_parts is not None)


def misfits(value: dict[str, Any], field: Field) -> Iterator[Finding]:
    """What does not fit in a part, each at the field that is at fault, with a remedy."""
    if field.choices_of_one:
        yield from _choice(value, field.choices_of_one)
    if field.sum_of_parts is not None:
        yield from _sum(value, field.sum_of_parts)


def _choice(value: dict[str, Any], choices: dict[str, str]) -> Iterator[Finding]:
    chosen = [name for name in choices if value.get(name) is not None]
    if not chosen:
        first, needed = next(iter(choices.items()))
        message = f"verwacht één van {enumeration(choices, 'of')}, maar er staat er geen"
        yield Finding((), message, hint=f"voeg {enumeration(choices, 'of')} toe, bijvoorbeeld {first} met {needed}")
    for name in chosen[1:]:
        message = f"verwacht één van {enumeration(choices, 'of')}, kreeg {enumeration(chosen)}"
        yield Finding((name,), message, hint=f"haal {name} weg, en maak er een eigen regel van")
    if len(chosen) == 1:
        yield from _companion(value, chosen[0], choices)


def _companion(value: dict[str, Any], name: str, choices: dict[str, str]) -> Iterator[Finding]:
    needed = choices[name]
    others = [other for other in dict.fromkeys(choices.values()) if other != needed and value.get(other) is not None]
    is_there = value.get(needed) is not None
    for other in others:
        hint = f"haal {other} weg" if is_there else f"schrijf {needed} in plaats van {other}"
        yield Finding((other,), f"bij {name} hoort {needed}, niet {other}", hint=hint)
    if not is_there and not others:
        yield Finding(
            (name,), f"bij {name} hoort {needed}, en dat staat er niet", hint=f"voeg {needed} toe; nul mag ook"
        )


def _sum(value: dict[str, Any], whole: int) -> Iterator[Finding]:
    parts = {name: part for name, part in value.items() if isinstance(part, int | Decimal)}
    total = sum(parts.values())
    if not parts or len(parts) < len(value) or total == whole:
        return
    last, more = next(reversed(parts)), whole - total
    rest = parts[last] + more
    if total == 1:  # parts of one
        hint = f"schrijf {', '.join(f'{name}: {Decimal(part * whole).normalize():f}' for name, part in parts.items())}"
    elif rest >= 0:
        hint = f"schrijf bijvoorbeeld {last}: {rest}"
    else:
        hint = f"maak de getallen samen {whole}"
    yield Finding((), f"de delen zijn samen {number(total)}, maar moeten samen {whole} zijn", hint=hint)
