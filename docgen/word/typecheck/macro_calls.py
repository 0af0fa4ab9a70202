"""Calls of the macros of a template: with the values that they take, known when the template is compiled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from jinja2 import nodes

from docgen.diagnostics.suggest import did_you_mean
from docgen.word.typecheck.signatures import NAME, Fault

ASKING = ("defined", "undefined")
FILLING = ("default", "d")
CALLER = "caller"


def faults(every: Sequence[nodes.Node]) -> Iterator[Fault]:
    """What is wrong in the calls of macros among the nodes of a template; a name that can also be something else is let be."""
    macros = _certain(every)
    of_blocks = {id(node.call) for node in every if isinstance(node, nodes.CallBlock)}
    for node in every:
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in macros:
            macro = macros[node.node.name]
            if message := _misfit(f"de macro ‘{macro.name}’", node, macro) or (
                "" if id(node) in of_blocks else _without_block(node, macro)
            ):
                yield Fault(message, node.lineno, macro.name, NAME)
        if isinstance(node, nodes.CallBlock):
            yield from _of_block(node, macros)


def _without_block(call: nodes.Call, macro: nodes.Macro) -> str:
    """What is wrong with a plain call of a macro that prints the text of a {% call %}; empty when it can do without."""
    asked = sum(one.name == CALLER for one in macro.find_all(nodes.Name))
    is_given = call.dyn_kwargs is not None or any(keyword.key == CALLER for keyword in call.kwargs)
    if not asked or is_given or asked > len(_caller_calls(macro)):
        return ""
    return f"de macro ‘{macro.name}’ zet {{{{ caller() }}}} neer; schrijf {{% call {macro.name}(…) %}} tekst {{% endcall %}}"


def _caller_calls(macro: nodes.Macro) -> list[nodes.Call]:
    return [call for call in macro.find_all(nodes.Call) if getattr(call.node, "name", "") == CALLER]


def _of_block(block: nodes.CallBlock, macros: dict[str, nodes.Macro]) -> Iterator[Fault]:
    """A {% call %} around a text: the macro prints it by `caller()`, with what the tag says that it gets."""
    name = getattr(block.call.node, "name", "")
    macro = macros.get(name)
    if macro is None:
        return
    if not any(one.name == CALLER for one in macro.find_all(nodes.Name)):
        message = f"de macro ‘{name}’ zet nergens {{{{ caller() }}}} neer, en dan vervalt wat tussen {{% call %}} en {{% endcall %}} staat; zet {{{{ caller() }}}} in de macro"
        yield Fault(message, block.lineno, name, NAME)
    for call in _caller_calls(macro):
        if message := _misfit(f"caller() in de macro ‘{name}’", call, block):
            yield Fault(message, call.lineno, CALLER, NAME)


def _certain(every: Sequence[nodes.Node]) -> dict[str, nodes.Macro]:
    """The macros by name, of names that stand for nothing else in the template."""
    macros = {node.name: node for node in every if isinstance(node, nodes.Macro)}
    given = Counter(node.name for node in every if isinstance(node, nodes.Macro))
    given.update(node.name for node in every if isinstance(node, nodes.Name) and node.ctx != "load")
    return {name: macro for name, macro in macros.items() if given[name] == 1}


def _misfit(what: str, call: nodes.Call, taker: Any) -> str:
    """What is wrong with the values of a call; empty when nothing is, or when it cannot be seen."""
    if call.dyn_args is not None or call.dyn_kwargs is not None:
        return ""
    names = [arg.name for arg in taker.args]
    named = [keyword.key for keyword in call.kwargs if keyword.key != CALLER]
    used = {one.name for part in taker.body for one in _names(part)}
    if len(call.args) > len(names) and "varargs" not in used:
        return f"{what} krijgt hier te veel waarden tussen de haakjes; {_room(names)}"
    if strange := [name for name in named if name not in names and "kwargs" not in used]:
        return f"{what} kent ‘{strange[0]}=’ niet; {did_you_mean(strange[0], names) or _room(names)}"
    if twice := [name for name in named if name in names[: len(call.args)]]:
        return f"{what} krijgt ‘{twice[0]}’ hier twee keer; haal er één weg"
    required = names[len(call.args) : len(names) - len(taker.defaults)]
    if absent := [
        name for name in required if name not in named and name in used and name not in _names_looked_at(taker)
    ]:
        return f"{what} mist hier een waarde voor ‘{absent[0]}’; {_room(names)}"
    return ""


def _names(part: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(part, nodes.Name):
        yield part
    yield from part.find_all(nodes.Name)


def _names_looked_at(taker: Any) -> set[str]:
    """The names of which the body itself looks whether they were given."""
    asked: set[str] = set()
    for part in taker.body:
        for node in part.find_all((nodes.Test, nodes.Filter)):
            if node.name in (*ASKING, *FILLING) and isinstance(node.node, nodes.Name):
                asked.add(node.node.name)
    return asked


def _room(names: list[str]) -> str:
    return f"geef tussen de haakjes: {', '.join(names)}" if names else "laat de haakjes leeg"
