"""Nodes to plain data, each scalar read as the schema says, with the place of every value."""

from __future__ import annotations

import re
from copy import copy
from typing import Any

from docgen.errors import InvalidScalar
from docgen.loading import form_version, number_recovery, recovery, scalars, text_checks
from docgen.loading.loaded_data import LoadedData
from docgen.schema.field import ANYTHING, Field
from docgen.schema.schema import Schema
from docgen.schema.types import FieldPath
from docgen.syntax.node import EMPTY, Node
from docgen.syntax.source import Source
from docgen.text.characters import ILLEGAL, illegal_in, is_prose

BEGIN = "begin met dossier: en organisatie:, zoals in de handleiding"


def read(source: Source, schema: Schema) -> LoadedData:
    """Read the nodes of a source as `schema` says. What cannot be read is a problem and is left out of the data."""
    loaded = LoadedData(source, schema.singular)
    if source.root is None:
        return loaded
    if source.root.kind != "map":
        kind = {"list": "een lijst", "text": "losse tekst"}[source.root.kind]
        loaded.add(
            source.root, (), "vorm", f"een dossier begint met namen als ‘dossier:’, maar hier staat {kind}", BEGIN
        )
        return loaded
    if form_version.is_newer(loaded, source.root):
        return loaded
    root, slips = recovery.recover_sections(source.root, schema.root)
    _report_slips(loaded, slips, (), ANYTHING)
    loaded.data = _read_map(loaded, root, schema.root, ())
    return loaded


def _read(loaded: LoadedData, node: Node, field: Field, path: FieldPath) -> Any:
    """The value of a node; a part in which nothing is filled in counts as not there."""
    if field.takes_one and node.kind == field.kind_of_one and not node.blank:
        node = node.as_list()
    loaded.value_nodes[path] = node
    if node.kind == "map":
        found = _read_map(loaded, node, field, path)
        is_free = bool(field.key and node.pairs)  # an entry without a value is a finding there
        return None if node.blank and not is_free and field.kind in ("dict", "") else found
    if node.kind == "list":
        row = field.row or ANYTHING
        children, slips = recovery.recover_rows(node, row, loaded.source.read_lines)
        items = [_read(loaded, child, row, (*path, i)) for i, child in enumerate(children)]
        _report_slips(loaded, slips, path, row)
        return None if node.blank and field.kind in ("list", "") else items
    return read_text(loaded, node, field, path)


def _read_map(loaded: LoadedData, node: Node, field: Field, path: FieldPath) -> dict[Any, Any]:
    data: dict[Any, Any] = {}
    loaded.value_nodes[path] = node
    seen: dict[Any, Node] = {}
    pairs, slips = recovery.recover_fields(node, number_recovery.rejoin_split_numbers(node, field), field)
    _report_slips(loaded, slips, path, ANYTHING)
    fault = number_recovery.missing_colons(str(path[-1]), pairs) if field.key and path else None
    if fault:
        loaded.add(fault[0], path, "leeg", *fault[1:])
        loaded.unusable.add(path)
        return {}
    for written, value_node in pairs:
        key_node = form_version.current_name(loaded, written, field, (*path, written.text))
        key = _read_key(loaded, key_node, field.key or ANYTHING, path)
        if key is None:
            continue
        here = (*path, key)
        if key in seen:
            message = f"‘{key}’ staat dubbel; eerder op regel {seen[key].line}"
            loaded.add(key_node, here, "dubbel", message, "haal er één weg")
            continue
        seen[key] = loaded.key_nodes[here] = key_node
        inner = field.below(key) if field.kind == "dict" else None
        value = _read(loaded, value_node, inner or ANYTHING, here)
        if value is None and field.key and here not in loaded.unusable:
            _report_entry_without_value(loaded, key_node, here)
        elif field.has_fixed_names and key not in field.children:
            loaded.unknown_keys.append(here)
        elif value is not None:
            data[key] = value
    return data


def _report_slips(loaded: LoadedData, slips: list[recovery.Recovery], path: FieldPath, row: Field) -> None:
    """Tell what was repaired; what a half known row lacks is no finding of its own."""
    for slip in slips:
        here = (*path, slip.step)
        loaded.add(slip.node, here, slip.code, slip.message, slip.hint)
        halves = ((*path, slip.step - 1), here) if isinstance(slip.step, int) and slip.is_partial else ()
        absent = ((*half, name) for half in halves for name in row.children)
        loaded.unusable.update(place for place in absent if place not in loaded.key_nodes)


def _report_entry_without_value(loaded: LoadedData, node: Node, path: FieldPath) -> None:
    """An entry of a free map (amounts per year, hours per role) may not vanish because its value is not there."""
    raw = node.text
    year = re.match(r"(\w+):(.+)", raw)
    if year:
        message, hint = f"na ‘{year[1]}:’ hoort een spatie", f"schrijf {year[1]}: {year[2]}"
    else:
        message, hint = f"bij ‘{raw}’ staat geen waarde", f"vul een getal in of haal ‘{raw}’ weg"
    loaded.unusable.add(path)
    loaded.add(node, path[:-1], "leeg", message, hint)


def _read_key(loaded: LoadedData, node: Node, field: Field, path: FieldPath) -> Any:
    if node.kind != "text":
        hint = "zet tekst die met { of [ begint tussen aanhalingstekens"
        loaded.add(node, path, "naam", "een naam voor de dubbele punt is gewone tekst", hint)
        loaded.unusable.add(path)
        return None
    raw = node.text
    if ILLEGAL.search(raw):
        loaded.add(node, path, "teken", "deze naam bevat een onzichtbaar teken", "typ de naam opnieuw")
        return None
    if field.kind == "integer" and not (node.plain and re.match(r"\d+:", raw)):
        try:
            return scalars.integer(raw, node.plain)
        except InvalidScalar as fault:
            loaded.add(node, path, "type", *number_recovery.explain_year(raw, fault))
            return None
    return raw


def read_text(loaded: LoadedData, node: Node, field: Field, path: FieldPath) -> Any:
    """The value of one scalar as its field says; what is wrong with it is added to what was loaded."""
    raw = node.text
    if node.lost:
        message, hint = (
            f"‘{node.lost}’ valt weg: een waarde mag niet met & beginnen",
            "zet de waarde tussen aanhalingstekens",
        )
        loaded.add(node, path, "yaml", message, hint)
        return loaded.unusable.add(path)
    if node.plain and raw in EMPTY:
        level = "fout" if field.is_required else "waarschuwing"
        if _report_comment(loaded, node, path, level) and field.is_required:
            loaded.unusable.add(path)
        behind = (
            text_checks.lost_behind_explanation(node, loaded.source.read_lines, field.in_short) if field.kind else ()
        )
        loaded.add_findings(node, path, behind)
        return None
    illegal = illegal_in(raw)
    if illegal:
        loaded.add(node, path, "teken", illegal, "verwijder het teken")
        return loaded.unusable.add(path)
    return _parse(loaded, node, field, path)


def _parse(loaded: LoadedData, node: Node, field: Field, path: FieldPath) -> Any:
    parser = scalars.PARSERS.get(field.kind or "string")
    if parser is None:
        return node.text
    node = form_version.current_choice(loaded, node, field, path)
    try:
        value = parser(node.text, node.plain)
    except InvalidScalar as fault:
        is_figure = field.kind in number_recovery.NUMBERS
        hint = number_recovery.suggest_number(node.text, str(path[-1]), field, fault.hint) if is_figure else fault.hint
        loaded.add(node, path, "type", fault.message, hint)
        return loaded.unusable.add(path)
    if isinstance(value, str):
        _report_comment(loaded, node, path)
        _report_suspect(loaded, node, path, field)
        if field.is_running and not field.is_in_sentence:
            value = text_checks.with_paragraphs(node, value, loaded.source.read_lines)
    return value


def _report_comment(loaded: LoadedData, node: Node, path: FieldPath, level: str = "waarschuwing") -> bool:
    lost = [one._replace(level=level) for one in text_checks.lost_to_comment(node, loaded.source.read_lines)]
    loaded.add_findings(node, path, lost)
    return bool(lost)


def _report_suspect(loaded: LoadedData, node: Node, path: FieldPath, field: Field) -> None:
    """A choice or an id that is not right has a finding already; anything else may be suspicious on paper."""
    in_list = bool(path) and isinstance(path[-1], int)
    name = "" if in_list or not path else str(path[-1])
    loaded.add_findings(node, path, text_checks.lost_to_quote(node, loaded.source.read_lines))
    loaded.add_findings(node, path, text_checks.folded_list(node, loaded.source.read_lines, name))
    if not field.is_bound and node.text.strip() and (is_prose(node.text) or not field.reference):
        first, typed = text_checks.typed_lines(node, loaded.source.read_lines)
        for at, finding in text_checks.markup_warnings(node.text, typed, field) if field.kind else ():
            loaded.add_findings(_at_line(node, first + at.line, at.found, loaded.source.read_lines), path, [finding])
        text = text_checks.without_headings(node.text, typed)
        for finding in text_checks.text_warnings(text, node.plain, in_list, field.meta):
            line = text_checks.line_of(finding, typed, node.plain, in_list, field.meta)
            place = _at_line(node, first + line, typed[line].strip(), loaded.source.read_lines) if line else node
            loaded.add_findings(place, path, [finding])


def _at_line(node: Node, line: int, found: str, lines: list[str]) -> Node:
    """The place of something in a text of more lines."""
    written = lines[line - 1] if line <= len(lines) else ""
    column = written.find(found, node.column - 1 if line == node.line else 0)
    place = copy(node)
    if column >= 0 or line != node.line:
        place.line, place.column, place.width = line, max(column, 0) + 1, max(1, len(found.split("\n")[0]))
    return place
