"""Shape: what Cerberus finds, missing fields and double ids, each as a finding in Dutch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from docgen.diagnostics.finding import Finding
from docgen.diagnostics.problem import Problem
from docgen.diagnostics.suggest import closest
from docgen.loading.loaded_data import LoadedData
from docgen.schema.compiled_validator import NO_FORMER_VALUE, Predicate, compile_predicate
from docgen.schema.field import ANYTHING, Field, Known, iter_values
from docgen.schema.schema import Schema
from docgen.schema.types import TYPES, FieldPath, Violation
from docgen.system import reference
from docgen.system.log import Log
from docgen.text.dutch import enumeration
from docgen.text.numbers import FILL_IN
from docgen.validation import corrections, placement, suggestions
from docgen.validation.coherence import report_incoherence
from docgen.validation.references import report_references

LOG = Log(__name__)
MOST_SUGGESTIONS = 40  # looking for a name that resembles costs time; after so many the list of names is enough
MISSING = "ontbreekt"
UNKNOWN = "onbekend"
PERIODS = (("begin", "einde"), ("ingang", "einde"), ("nagegaan_op", "volgende_controle"))


def validate(loaded: LoadedData, schema: Schema) -> None:
    """Add to loaded data all that is wrong with its shape, its ids, its periods and its references."""
    if loaded.key_nodes:
        _report_shape(loaded, schema)
        known = iter_values(loaded.data, schema.root)
        _report_double_rows(loaded, known)
        _report_periods(loaded, known)
        report_incoherence(loaded, known)
        report_references(loaded, known)


Describe = Callable[[Violation, Field], tuple[str, str]]


def _kind(value: Any) -> str:
    return (
        "een naam met een waarde"
        if isinstance(value, dict)
        else "een lijst"
        if isinstance(value, list)
        else f"‘{str(value)[:60]}’"
    )


def _wrong_type(fault: Violation, field: Field) -> tuple[str, str]:
    name = fault.path[-1] if fault.path else ""
    hint = f"schrijf bijvoorbeeld {name}: {field.example}" if field.example and fault.path else ""
    if fault.constraint == "dict" and field.key:
        return f"verwacht waarden tussen {{ }}, kreeg {_kind(fault.value)}", hint
    if fault.constraint == "dict" and isinstance(name, str):
        sign = "streepjes onder" if isinstance(fault.value, list) else "tekst achter"
        return f"‘{name}’ is een kopje; hier {'horen' if 'streepjes' in sign else 'hoort'} geen {sign}", hint
    return f"verwacht {_wanted_type(fault.constraint, field)}, kreeg {_kind(fault.value)}", hint


def _wanted_type(kind: str, field: Field) -> str:
    if kind == "string" and not field.is_free_text:
        return "één keuze" if field.choices else "één kenmerk"
    return TYPES.get(kind, kind)


def _not_allowed(fault: Violation, field: Field) -> tuple[str, str]:
    options, now = enumeration(fault.constraint, "of"), field.renamed_choices.get(str(fault.value))
    remedy = f"‘{fault.value}’ heet nu ‘{now}’" if now else corrections.for_choice(fault.value, fault.constraint)
    return f"verwacht {options}, kreeg {_kind(fault.value)}", remedy


def _wrong_pattern(fault: Violation, field: Field) -> tuple[str, str]:
    example = f"bijvoorbeeld {field.example}" if field.example else ""
    if suggestions.NOT_THERE.fullmatch(str(fault.value).strip()):
        example = FILL_IN
    remedy = corrections.for_pattern(str(fault.value), field.pattern) or example
    return f"{_kind(fault.value)} heeft niet de goede vorm. {field.description}".strip(), remedy


def _range(fault: Violation, field: Field) -> str:
    if isinstance(fault.value, date):
        return "controleer de datum"
    is_short = (field.min or 0) > 1900 and 20 <= fault.value < 100
    return (
        f"schrijf {2000 + fault.value}"
        if is_short
        else "controleer het jaartal"
        if fault.is_key
        else "controleer het getal"
    )


# rule of Cerberus -> code of the finding, message and hint
MESSAGES: dict[str, tuple[str, Describe]] = {
    "type": ("type", _wrong_type),
    "allowed": ("keuze", _not_allowed),
    "forbidden": ("keuze", lambda f, _r: (f"‘{f.value}’ heeft al een vaste betekenis", "kies een ander kenmerk")),
    "regex": ("vorm", _wrong_pattern),
    "min": ("bereik", lambda f, r: (f"{f.value} is te klein; het kleinste is {f.constraint}", _range(f, r))),
    "max": ("bereik", lambda f, r: (f"{f.value} is te groot; het grootste is {f.constraint}", _range(f, r))),
    "minlength": ("aantal", lambda f, _r: (f"verwacht ten minste {f.constraint}, maar er staan er {len(f.value)}", "")),
    "maxlength": ("lengte", lambda f, _r: (f"is te lang: ten hoogste {f.constraint} tekens", "")),
    "empty": ("leeg", lambda _f, _r: ("mag niet leeg zijn", "vul een waarde in of haal de regel weg")),
    "nullable": ("leeg", lambda _f, _r: ("dit punt van de lijst is nog leeg", "vul het in of haal het streepje weg")),
}


def finding_of(fault: Violation, field: Field) -> Finding:
    """What Cerberus found in a field, in words of a writer."""
    code, say = MESSAGES.get(fault.rule, ("vorm", lambda f, _r: (f"voldoet niet aan het schema ({f.rule})", "")))
    message, hint = say(fault, field)
    return Finding(fault.path, message, hint=hint, code=code, level="fout")


@lru_cache(maxsize=8)
def _acceptors(schema: Schema) -> dict[str, Predicate]:
    return {name: compile_predicate(field.rules) for name, field in schema.fields.items()}


def faults_in(data: dict[str, Any], schema: Schema) -> list[Violation]:
    """What Cerberus finds wrong in plain data; it looks only at the parts that are not surely right."""
    if reference.IS_FORCED:
        return schema.violations(data)
    accepts = _acceptors(schema)
    doubtful = {
        name: part for name, part in data.items() if name not in accepts or not accepts[name](part, NO_FORMER_VALUE)
    }
    if not doubtful and all(name in data for name in schema.root.required):
        return []
    LOG.debug("Cerberus looks at %s", ", ".join(map(str, doubtful)) or "what is missing")
    found = schema.violations(doubtful)
    return [one for one in found if one.rule != "required" or len(one.path) > 1 or one.path[0] not in data]


def _report_shape(loaded: LoadedData, schema: Schema) -> None:
    faults = faults_in(loaded.data, schema)
    unknown: dict[FieldPath, list[Any]] = defaultdict(list)
    astray_rows: set[FieldPath] = set()  # each is one finding
    for number, path in enumerate(loaded.unknown_keys):
        unknown[path[:-1]].append(path[-1])
        if path[:-1] in astray_rows:
            continue
        if number < MOST_SUGGESTIONS and placement.misplaced_row(loaded, schema, path[:-1]):
            astray_rows.add(path[:-1])
        _report_unknown(loaded, schema, path, number < MOST_SUGGESTIONS)
    for fault in faults:
        if fault.rule == "required":
            typos = unknown[fault.path[:-1]][:MOST_SUGGESTIONS]
            astray = fault.path[-1] in unknown[()]  # written, but too far to the left
            title = (schema.field_at(fault.path) or ANYTHING).title
            astray = astray or fault.path[:-1] in astray_rows
            if not astray and not any(suggestions.resembles(typo, fault.path[-1], title) for typo in typos):
                _report_missing(loaded, schema, fault.path)
        elif fault.path not in loaded.unusable:
            _report_value(loaded, schema, fault)


def _report_value(loaded: LoadedData, schema: Schema, fault: Violation) -> None:
    field = schema.field_at(fault.path[:-1] if fault.is_key else fault.path) or ANYTHING
    field = field.key or field if fault.is_key else field
    finding = finding_of(fault, field)
    node = loaded.key_nodes.get(fault.path) if fault.is_key else loaded.place(fault.path)
    if fault.rule == "type":
        name = fault.path[-1] if isinstance(fault.path[-1], str) else ""
        better = suggestions.for_wrong_type(loaded, fault.constraint, fault.value, node, field, name)
        finding = finding._replace(hint=better or finding.hint)
    loaded.add_findings(node, fault.path, [finding])
    loaded.unusable.add(fault.path)


def _report_unknown(loaded: LoadedData, schema: Schema, path: FieldPath, suggest: bool) -> None:
    node, name = loaded.key_nodes.get(path), path[-1]
    if _is_cut_off(loaded, schema, path):
        message = f"‘{name}’ hoort bij de tekst ervoor, maar valt weg: na een komma begint tussen {{ }} een nieuw veld"
        loaded.add(node, path[:-1], "komma", message, "zet de hele tekst tussen aanhalingstekens", "waarschuwing")
        return
    text = suggestions.continued_text(loaded, schema, path) if suggest else ""
    if text:
        message = f"deze regel lijkt het vervolg van ‘{text}’ op regel {loaded.key_nodes[*path[:-1], text].line}"
        remedy = f"schrijf >- achter {text}: en zet alle tekst eronder, twee spaties dieper dan {text}"
        loaded.add(node, path[:-1], UNKNOWN, message, remedy)
        return
    hint = suggestions.for_unknown_field(loaded, schema, path) if suggest else ""
    loaded.add(node, path, UNKNOWN, "dit veld bestaat niet", hint)


def _is_cut_off(loaded: LoadedData, schema: Schema, path: FieldPath) -> bool:
    """Whether an unknown field is the rest of a text with a comma: `{a: eerst, dan}`."""
    around, value = loaded.value_nodes[path[:-1]], loaded.value_nodes[path]
    name, fields = str(path[-1]), (schema.field_at(path[:-1]) or ANYTHING).children
    is_field = " " not in name and (not fields or bool(closest(name, fields)))
    return around.flow and value.kind == "text" and value.plain and value.text == "" and not is_field


def _report_missing(loaded: LoadedData, schema: Schema, path: FieldPath) -> None:
    if path not in loaded.unusable:
        loaded.problems_by_path.append((path, missing_field(loaded, schema, path)))


def missing_field(loaded: LoadedData, schema: Schema, path: FieldPath, why: str = "") -> Problem:
    """The finding that a field is not there, at what stands around it, with what to add."""
    field = schema.field_at(path) or ANYTHING
    written, around = loaded.key_nodes.get(path), path[:-1]
    node = written or loaded.key_nodes.get(around) or loaded.place(around)
    state, remedy = ("is nog leeg", "vul in") if written else ("ontbreekt", "voeg toe")
    example = yaml_example(str(path[-1]), field)
    remedy += ":" if example.endswith("…") or field.kind in ("dict", "list") else ", bijvoorbeeld"
    if written and example.endswith(": …"):
        remedy, example = "vul in wat hoort", f"achter {path[-1]}:"
    return loaded.problem(node, path, MISSING, f"{state}{why}. {field.description}".strip(), f"{remedy} {example}")


def required_paths(loaded: LoadedData, schema: Schema, path: FieldPath) -> Iterator[FieldPath]:
    """What to fill in where a needed part is not there: its required fields when it was written, else the part."""
    field = schema.field_at(path) or ANYTHING
    if field.row and (*path, 0) in loaded.value_nodes:
        path, field = (*path, 0), field.row
    written = path in loaded.value_nodes and loaded.value_nodes[path].kind == "map"
    if not field.required or not written:
        yield path
    for name in field.required if written else ():
        yield from required_paths(loaded, schema, (*path, name))


def yaml_example(name: str, field: Field) -> str:
    """A field as it can be typed in: "naam: gemeente Merenbroek", or a section with what it must hold."""
    if field.kind == "list":
        return f"{name}: met regels die beginnen met een streepje"
    if field.children:
        needed = [yaml_example(one, field.children[one]) for one in field.required] or ["…"]
        return f"{name}: met daaronder {enumeration(needed)}"
    return f"{name}: {field.example or '…'}"


def _report_double_rows(loaded: LoadedData, known: Iterable[Known]) -> None:
    for path, value, field, _ in known:
        if field.kind != "list" or not isinstance(value, list):
            continue
        name = field.unique_key[0]
        for i, before, key in duplicates(value, field):
            place = (*path, i, name)
            line = loaded.value_nodes[(*path, before, name)].line
            if name == "id":
                message, hint = (
                    f"kenmerk ‘{key}’ is al gebruikt op regel {line}",
                    "geef elk onderdeel een eigen kenmerk",
                )
            else:
                message, hint = f"‘{key}’ staat al op regel {line}", "maak van de twee één"
            loaded.add(loaded.value_nodes.get(place), place, "dubbel", message, hint)


def _comparable(value: Any) -> Any:
    """A value that may be of the wrong kind, which is another finding, as one that can be looked up."""
    return repr(value) if isinstance(value, list | dict) else value


def duplicates(rows: list[Any], field: Field) -> Iterator[tuple[int, int, Any]]:
    """Every row that cannot be told from an earlier one: the place of both, and the value of the first such field."""
    names = field.unique_key
    first: dict[tuple[Any, ...], int] = {}
    for i, row in enumerate(rows):
        key = tuple(_comparable(row.get(name)) for name in names) if isinstance(row, dict) else (None,)
        if isinstance(key[0], (str, date)) and first.setdefault(key, i) != i:
            yield i, first[key], key[0]


def _report_periods(loaded: LoadedData, known: Iterable[Known]) -> None:
    for path, value, _, _ in known:
        for first, last in inverted_periods(value) if isinstance(value, dict) else ():
            place = (*path, last)
            message = f"{last} ({value[last]}) ligt voor {first} ({value[first]})"
            loaded.add(loaded.value_nodes.get(place), place, "volgorde", message, "controleer de jaren")


def inverted_periods(value: dict[Any, Any]) -> Iterator[tuple[str, str]]:
    """The names of the begin and the end of every period in a part that ends before it begins."""
    for first, last in PERIODS:
        start, end = value.get(first), value.get(last)
        if isinstance(start, date) and isinstance(end, date) and end < start:
            yield first, last
