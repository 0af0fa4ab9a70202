"""What is said of a name that does not exist, or of a comparison that can never hold: each with what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from jinja2 import nodes

from docgen.diagnostics.suggest import did_you_mean
from docgen.text.dutch import enumeration
from docgen.word.jinja.codegen import expression_path
from docgen.word.typecheck.datatypes import (
    ANY,
    Day,
    Flag,
    Macro,
    Method,
    Number,
    Pair,
    Record,
    Rows,
    Table,
    Text,
    Type,
)
from docgen.word.typecheck.scope import Scope

MOST = 8  # names or choices that a message lists


def unknown_name(name: str, scope: Scope, hint: str = "") -> str:
    """Of a name at the top."""
    hint = hint or _field_of_a_part(name, scope) or did_you_mean(name, scope.all_names())
    return f"‘{name}’ bestaat niet; {hint or 'kijk welke namen er zijn met docgen fields'}"


def _field_of_a_part(name: str, scope: Scope) -> str:
    """Where a field of that very name stands."""
    parts = ((part, scope.find(part)) for part in scope.all_names())
    found = next((part for part, kind in parts if isinstance(kind, Record) and name in kind.fields), "")
    return f"bedoel je ‘{found}.{name}’?" if found else ""


def no_field(around: Type, node: nodes.Expr, name: str) -> str:
    """Of a field that a part, list or value does not have."""
    owner = expression_path(node.node) if isinstance(node, (nodes.Getattr, nodes.Getitem)) else expression_path(node)
    path = f"‘{owner}.{name}’ bestaat niet"
    match around:
        case Record() if name in around.withheld:
            return (
                f"‘{owner}.{name}’ staat nooit in een openbaar document: wat groepen vinden, is intern; haal de tag weg"
            )
        case Record():
            fields = [field for field in around.fields if not field.startswith("_")]
            return f"{path}; {did_you_mean(name, fields) or _list('bekend is', fields)}"
        case Pair():
            return f"{path}; {did_you_mean(name, around.names) or _list('bekend is', around.names)}"
        case Rows():
            return f"{path}: ‘{owner}’ is een lijst; herhaal haar met {{% for regel in {owner} %}} … {{% endfor %}} en vraag ‘regel.{name}’"
        case Table():
            return f"{path}; zet tussen [ ] waarvan u de waarde wilt"
        case Text():
            return f"{path}: ‘{owner}’ is tekst en heeft geen velden; haal ‘.{name}’ weg"
        case Number() | Flag():
            return f"{path}: ‘{owner}’ is {'een getal' if isinstance(around, Number) else 'ja of nee'} en heeft geen velden; haal ‘.{name}’ weg"
        case Day():
            return f"{path}: ‘{owner}’ is een datum; die heeft year, month en day, en het filter datum schrijft haar voluit"
    return path


def unknown_key(node: nodes.Expr, name: str, choices: Iterable[str]) -> str:
    """Of a key that a map cannot have."""
    owner = expression_path(node.node) if isinstance(node, (nodes.Getattr, nodes.Getitem)) else expression_path(node)
    return f"‘{owner}’ heeft nooit ‘{name}’; {did_you_mean(name, choices) or _list('bekend is', choices)}"


def never(shown: nodes.Expr, word: str, choices: Iterable[str]) -> str:
    """Of a choice that a field does not have."""
    name = expression_path(shown)
    if not word:
        return f"‘{name}’ is nooit een lege tekst; is het veld leeg, dan geldt {{% if not {name} %}}"
    kept = list(choices)
    hint = did_you_mean(word, kept)
    return f"‘{name}’ is nooit ‘{word}’; {f'{hint} ' if hint else ''}{_list('het kan zijn', kept)}"


def is_text(shown: nodes.Expr, number: str) -> str:
    """Of a text that is compared with a number."""
    return f'‘{expression_path(shown)}’ is tekst en nooit gelijk aan een getal; zet er aanhalingstekens om: "{number}"'


def is_no_text(kind: Type, shown: nodes.Expr, word: str) -> str:
    """Of a number, a date, or yes or no that is compared with a text."""
    name = expression_path(shown)
    if not word:
        return (
            f"‘{name}’ is geen tekst en dus nooit een lege tekst; is het veld leeg, dan geldt {{% if {name} is none %}}"
        )
    if isinstance(kind, Flag):
        return (
            f"‘{name}’ is waar of onwaar en nooit de tekst ‘{word}’; schrijf {{% if {name} %}} of {{% if not {name} %}}"
        )
    if isinstance(kind, Number):
        return f"‘{name}’ is een getal en nooit de tekst ‘{word}’; schrijf het getal zonder aanhalingstekens"
    return f"‘{name}’ is een datum en nooit de tekst ‘{word}’; vergelijk met een andere datum of met {name}.year"


def hyphened(node: nodes.Sub, scope: Scope) -> str:
    """Of names with a `-` between them, when that is no sum: a field has a point or an underscore. Empty when it is one."""
    leaves = list(_leaves(node))
    if not all(isinstance(leaf, (nodes.Name, nodes.Getattr)) for leaf in leaves):
        return ""
    kinds = [_quietly(leaf, scope) for leaf in leaves]
    if all(kind is ANY or isinstance(kind, (Number, Day, Method, Macro)) for kind in kinds):
        return ""
    paths = [expression_path(leaf) for leaf in leaves]
    meant = [path for sign in "_." if _exists(path := sign.join(paths), scope)]
    if not meant and all(kind is not None for kind in kinds):
        return ""
    near = _near(paths, scope)
    hint = (
        f"bedoel je ‘{meant[0]}’?"
        if meant
        else near or "een veld heeft een punt of een laag streepje: organisatie.naam"
    )
    return f"‘{'-'.join(paths)}’ bestaat niet: met een streepje trekt u het een van het ander af; {hint}"


def _near(paths: list[str], scope: Scope) -> str:
    """The field of the first of some names that looks like the others."""
    around = _type_at(paths[0], scope)
    rest = "_".join(paths[1:])
    if not isinstance(around, Record):
        return ""
    longer = next((name for name in around.fields if name.startswith(rest)), "")
    return f"bedoel je ‘{paths[0]}.{longer}’?" if longer else did_you_mean(rest, around.fields)


def _leaves(node: nodes.Expr) -> Iterator[nodes.Expr]:
    for side in (node.left, node.right) if isinstance(node, nodes.Sub) else ():
        yield from _leaves(side) if isinstance(side, nodes.Sub) else (side,)


def _quietly(node: nodes.Expr, scope: Scope) -> Type | None:
    return _type_at(expression_path(node), scope)


def _exists(path: str, scope: Scope) -> bool:
    return _type_at(path, scope) is not None


def _type_at(path: str, scope: Scope) -> Type | None:
    """The type of a plain path; `None` when it does not exist."""
    first, *names = path.split(".")
    found: Type | None = scope.find(first)
    for name in names:
        if isinstance(found, Record):
            found = found.fields.get(name)
        elif found is not None:
            return ANY
    return found


def can_lack(path: str, condition: str) -> str:
    """Of a value that a valid dossier need not have, and without which the document stops."""
    return f"‘{path}’ mag in een dossier ontbreken, en dan stopt het document; zet eromheen: {{% if {condition} %}} … {{% endif %}}"


def bare(kind: Type, node: nodes.Expr) -> str:
    """Of a value that is printed as a computer writes it; empty when there is no other way."""
    path = expression_path(node)
    match kind:
        case Day(is_declared=True):
            return f"‘{path}’ is een datum en komt er als 2028-06-24; schrijf {{{{ {path} | datum }}}}"
        case Number(is_declared=True, filter="euro"):
            return f"‘{path}’ is een bedrag en komt er als 12500.00; schrijf {{{{ {path} | euro }}}}"
        case Number(is_declared=True, filter=name) if name:
            return f"‘{path}’ is een getal en komt er met een punt voor de decimalen; schrijf {{{{ {path} | {name} }}}}"
        case Flag(is_declared=True):
            return f"‘{path}’ is ja of nee en komt er als True of False; schrijf {{{{ 'ja' if {path} else 'nee' }}}}"
    return ""


def _list(start: str, names: Iterable[Any]) -> str:
    kept = [str(name) for name in names]
    shown = list(islice(kept, MOST))
    return f"{start}: {enumeration(shown, 'of') if len(kept) <= MOST else ', '.join(shown) + ', …'}"
