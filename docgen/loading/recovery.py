"""Rows and fields that stand one step from where they belong: the slip is told once, the rest is read as it was meant."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass

from docgen.schema.field import Field
from docgen.syntax.node import Node

Pairs = list[tuple[Node, Node]]


@dataclass(frozen=True)
class Recovery:
    """What to tell about a repair: the row or field it is in, the place, and whether that row is only half known."""

    step: int | str
    node: Node
    code: str
    message: str
    hint: str
    is_partial: bool = False


def recover_sections(root: Node, fields: Field) -> tuple[Node, list[Recovery]]:
    """The sections of a dossier: one that has spaces in front of it, and so stands inside another, stands at the margin again."""
    present = {key.text for key, _ in root.pairs}
    pairs: Pairs = []
    slips: list[Recovery] = []
    for key, value in root.pairs:
        field = fields.children.get(key.text)
        parts = value.items if value.kind == "list" else [value]
        moved: Pairs = []
        if field and any(_has_section(part, field, fields, present) for part in parts):
            rows = [_without_sections(part, field, fields, present, moved) for part in parts]
            value = _as_list_of(value, rows) if value.kind == "list" else rows[0]
        pairs += [(key, value), *moved]
        for name, _ in moved:
            present.add(name.text)
            message = f"‘{name.text}’ hoort helemaal links te beginnen"
            slips.append(Recovery(name.text, name, "vorm", message, f"haal de spaties voor {name.text}: weg"))
    return (_with_all(root, pairs) if slips else root), slips


def _is_section(key: Node, field: Field, fields: Field, present: set[str]) -> bool:
    return key.text in fields.children and key.text not in field.each.children and key.text not in present


def _has_section(part: Node, field: Field, fields: Field, present: set[str]) -> bool:
    return (
        part.kind == "map" and not part.flow and any(_is_section(key, field, fields, present) for key, _ in part.pairs)
    )


def _without_sections(part: Node, field: Field, fields: Field, present: set[str], moved: Pairs) -> Node:
    """A part without the sections in it; these are added to `moved`, with the fields that follow one that is empty."""
    kept: Pairs = []
    inside: Pairs = []
    empty: Node | None = None
    for key, value in part.pairs:
        if _is_section(key, field, fields, present) and (value.kind != "text" or value.blank):
            _close(moved, empty, inside)
            moved.append((key, value))
            empty, inside = (key if value.blank else None), []
        elif empty is not None and key.text in fields.children[empty.text].children:
            inside.append((key, value))
        else:
            kept.append((key, value))
    _close(moved, empty, inside)
    return _with_all(part, kept)


def _close(moved: Pairs, empty: Node | None, inside: Pairs) -> None:
    if empty is not None and inside:
        name, value = moved[-1]
        part = _with(value, inside)
        part.kind, part.text, part.plain = "map", "", False
        moved[-1] = (name, part)


def _with_all(node: Node, pairs: Pairs) -> Node:
    other = copy(node)
    other.pairs, other.blank = pairs, all(value.blank for _, value in pairs)
    return other


def _as_list_of(node: Node, rows: list[Node]) -> Node:
    other = copy(node)
    other.items, other.blank = rows, all(row.blank for row in rows)
    return other


def recover_rows(node: Node, row: Field, lines: list[str]) -> tuple[list[Node], list[Recovery]]:
    """The rows of a list: one that lacks its dash is on its own again, one with a dash too many is part of the former."""
    if not row.children or node.flow:
        return node.items, []
    found: list[Node] = []
    slips: list[Recovery] = []
    for item in node.items:
        for number, part in enumerate(_split(item)):
            if number:
                slips.append(_lacks_dash(found, part))
            elif found and _belongs_to(found[-1], part, row):
                slips.append(_stray_dash(found, part, lines))
                found[-1] = _with(found[-1], [*found[-1].pairs, *part.pairs])
                continue
            found.append(part)
    return found, slips


def _with(node: Node, pairs: Pairs) -> Node:
    other = copy(node)
    other.pairs = pairs
    other.line, other.column = pairs[0][0].line, pairs[0][0].column
    other.blank = all(value.blank for _, value in pairs)
    return other


def _split(item: Node) -> list[Node]:
    """A row in two where its first field stands again."""
    if item.kind != "map" or item.flow or not item.pairs:
        return [item]
    first = item.pairs[0][0].text
    starts = [i for i, (key, _) in enumerate(item.pairs) if key.text == first and key.plain]
    if len(starts) < 2 or starts[0] != 0:
        return [item]
    return [_with(item, item.pairs[a:b]) for a, b in zip(starts, [*starts[1:], len(item.pairs)], strict=True)]


def _lacks_dash(found: list[Node], part: Node) -> Recovery:
    key = part.pairs[0][0]
    message = f"‘{key.text}’ staat dubbel; eerder op regel {found[-1].line}"
    hint = f"begin een nieuw onderdeel met een streepje (- {key.text}: …), of haal er één weg"
    return Recovery(len(found), key, "dubbel", message, hint, is_partial=True)


def _belongs_to(before: Node, part: Node, row: Field) -> bool:
    """Whether a row can only be the rest of the row before it."""
    if part.kind != "map" or before.kind != "map" or part.flow or before.flow or part.blank or before.blank:
        return False
    had, has = {key.text for key, _ in before.pairs}, {key.text for key, _ in part.pairs}
    fields, needed = row.children, set(row.required)
    is_half = bool(needed - had) or bool(needed - has)
    return is_half and not had & has and has <= fields.keys() and had <= fields.keys()


def _stray_dash(found: list[Node], part: Node, lines: list[str]) -> Recovery:
    first, (key, value) = part.pairs[0][0], found[-1].pairs[0]
    dash = copy(first)
    dash.column = lines[first.line - 1].rfind("-", 0, first.column - 1) + 1 or first.column
    dash.width = 1
    message = (
        f"dit streepje hoort hier niet; ‘{first.text}’ hoort bij ‘{key.text}: {value.text[:40]}’ op regel {key.line}"
    )
    return Recovery(len(found) - 1, dash, "yaml", message, "vervang het streepje door een spatie")


def recover_fields(node: Node, pairs: Pairs, field: Field) -> tuple[Pairs, list[Recovery]]:
    """The fields of a part: those that stand at the depth of the empty part above them are inside it again."""
    if node.flow or not field.has_fixed_names:
        return pairs, []
    kept: Pairs = []
    slips: list[Recovery] = []
    inside: Pairs = []
    for key, value in pairs:
        if (
            kept
            and key.text not in field.children
            and _takes(kept[-1], field.children.get(kept[-1][0].text), inside, key)
        ):
            inside.append((key, value))
            continue
        _take_in(kept, inside, slips)
        kept.append((key, value))
        inside = []
    _take_in(kept, inside, slips)
    return kept, slips


def _takes(pair: tuple[Node, Node], field: Field | None, inside: Pairs, key: Node) -> bool:
    """Whether an empty part has a field, or a year, of that name."""
    if not field or field.kind != "dict" or pair[1].kind != "text" or not pair[1].blank:
        return False
    if field.has_years:
        return bool(re.fullmatch(r"\d{4}", key.text))
    return key.text in field.children and all(key.text != other.text for other, _ in inside)


def _take_in(kept: Pairs, inside: Pairs, slips: list[Recovery]) -> None:
    if not inside:
        return
    name, (first, last) = kept[-1][0], (inside[0][0], inside[-1][0])
    part = _with(kept[-1][1], inside)
    part.kind, part.text, part.plain = "map", "", False
    kept[-1] = (name, part)
    where = "deze regel" if first is last else f"regel {first.line} tot en met {last.line}"
    verb = "hoort" if first is last else "horen"
    message = f"{where} {verb} onder ‘{name.text}’ op regel {name.line}"
    hint = "zet er twee spaties voor" if first is last else "zet er op elke regel twee spaties voor"
    slips.append(Recovery(name.text, first, "vorm", message, hint))
