"""The names that a template gives a value itself, and what to say of each where it has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes

LEAVES = frozenset((nodes.TemplateData, nodes.Name, nodes.Const))  # nothing stands below them


def descendants(tree: nodes.Node) -> Iterator[Any]:
    """Every node of a tree but its plain text, in the order in which it stands there."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if type(node) in LEAVES:
            continue
        below = [child for child in _children(node) if type(child) is not nodes.TemplateData]
        waiting += reversed(below)


def _children(node: nodes.Node) -> Iterator[nodes.Node]:
    for name in node.fields:
        value = getattr(node, name, None)
        if isinstance(value, list):
            yield from (item for item in value if isinstance(item, nodes.Node))
        elif isinstance(value, nodes.Node):
            yield value


def names_here(tree: nodes.Template) -> dict[str, str]:
    """The names that a part gives a value itself, with what to say of each where it has none."""
    return {name: message.format(name) for name, message in names_given_values(descendants(tree))}


def names_elsewhere(every: Iterable[nodes.Node]) -> dict[str, str]:
    """The names that the text of a document gives a value, with what to say of each in a header, footer or note; `every`
    is every node of it."""
    found: dict[str, str] = {}
    for node in every:
        match node:
            case nodes.For():
                shown = f"{{% for {', '.join(names_in(node.target))} in … %}}"
                found |= {name: ONCE.format(name, shown) for name in ("loop", *names_in(node.target))}
            case nodes.Assign() | nodes.AssignBlock():
                found |= {name: THERE.format(name, f"{{% set {name} = … %}}") for name in names_in(node.target)}
            case nodes.Macro():
                found[node.name] = THERE.format(node.name, f"{{% macro {node.name}(…) %}}")
    return found


INSIDE = "‘{}’ bestaat alleen binnen de herhaling {} … {{% endfor %}}; zet de tag daarbinnen"


HERE = "‘{}’ bestaat hier niet: {} staat verderop, of binnen een herhaling, voorwaarde of macro; zet de tag daarachter, en binnen dezelfde"


ONCE = (
    "‘{}’ bestaat alleen in de tekst, binnen {}; een noot, koptekst of voettekst wordt één keer gevuld en niet per ronde; zet "
    "wat hier staat in de alinea zelf"
)


THERE = "‘{}’ bestaat alleen in de tekst zelf; zet {} ook hier, voor deze tag"


def names_given_values(every: Iterable[nodes.Node]) -> Iterator[tuple[str, str]]:
    """Every name that the template itself gives a value somewhere, with what to say where it has none."""
    yield "loop", with_tag(INSIDE, "{% for … %}")
    loops = []
    for node in every:
        match node:
            case nodes.Assign() | nodes.AssignBlock():
                yield from _set(node.target)
            case nodes.With():
                for target in node.targets:
                    yield from _set(target)
            case nodes.Macro():
                yield node.name, with_tag(HERE, f"{{% macro {node.name}(…) %}}")
                yield from (
                    (arg.name, f"‘{{}}’ bestaat alleen binnen de macro {node.name}; zet de tag daarbinnen")
                    for arg in node.args
                )
            case nodes.For():
                loops.append(node)
    for loop in loops:
        shown = "{% for " + ", ".join(names_in(loop.target)) + " in … %}"
        yield from ((name, with_tag(INSIDE, shown)) for name in names_in(loop.target))


def _set(target: nodes.Node) -> Iterator[tuple[str, str]]:
    return ((name, with_tag(HERE, f"{{% set {name} … %}}")) for name in names_in(target))


def with_tag(message: str, tag: str) -> str:
    """A message with its tag; the name is filled in later."""
    return message.format("{}", tag.replace("{", "{{").replace("}", "}}")).replace("{% endfor %}", "{{% endfor %}}")


def names_in(target: nodes.Node) -> list[str]:
    if isinstance(target, nodes.Name):
        return [target.name]
    return [name for item in getattr(target, "items", ()) for name in names_in(item)]
