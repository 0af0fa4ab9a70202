"""Plain Python of a parsed template: no Jinja when it runs, and many times less work.

It is written by Jinja's own generator, which knows what a name means in which loop, with everything that is not covered
here refused: then the part is always filled by Jinja. What the code needs when it runs is in `word/fast/runtime`.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from types import CodeType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_PARAMETER
from jinja2.nodes import EvalContext

from docgen.word.fast import runtime
from docgen.word.values import filters

COVERED = {
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Assign,
    nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Const, nodes.List, nodes.Tuple,
    nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.CondExpr,
    nodes.Neg, nodes.Add, nodes.Sub, nodes.Concat, nodes.Filter, nodes.Test, nodes.Keyword, nodes.Call,
}  # fmt: skip
NOT_NAMES = {"self", *filters.READ_BY.values()}  # a `set` of these would change what a filter says
LOOKING = ("_given", "_known", "_present")  # whether a value is there
OF_LOOP = {"first", "last", "index", "index0", "revindex", "revindex0", "length"}
OF_DATE = {"year", "month", "day"}


class UnsupportedNode(Exception):
    """Something in a template that plain code does not say."""


def compile_fast(env: Any, tree: nodes.Template) -> CodeType | None:
    """The plain code of a metered template; `None` when something in it is not covered."""
    source = source_of(env, tree)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)  # Python's English about a tag that is odd but allowed
            return compile(source, "<plain>", "exec") if source else None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def source_of(env: Any, tree: nodes.Template) -> str:
    """The same as text; empty when something is not covered."""
    source = StringIO()
    try:
        _Plain(env, "", "", source, optimized=False).visit(tree)
    except (UnsupportedNode, ValueError, RecursionError, MemoryError):
        return ""
    return source.getvalue()


class _Plain(CodeGenerator):
    """A function that gives the pieces of a filled part."""

    environment: Any  # a `Sandbox`
    pieces = 0  # of text that a pass of the loop at hand can add
    inside: dict[int, _Block]  # by the identity of a loop or condition
    loops = 0  # around the node at hand
    count_kept = 0  # blocks of which is kept what they gave

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Write a node, when it is covered."""
        if type(node) not in COVERED:
            raise UnsupportedNode
        return super().visit(node, *args, **kwargs)

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """One function: the names of the document, how one of them is looked up, and the steps left."""
        frame = Frame(EvalContext(self.environment, self.name))
        frame.buffer = "pieces"
        frame.symbols.analyze_node(node)
        self.inside = {}
        _look_inside(node, self.inside)
        self.writeline("def filled(data, resolve, left, kept):")
        self.indent()
        self.writeline("pieces = []")
        self.enter_frame(frame)
        self.blockvisit(node.body, frame)
        self.writeline("return pieces")
        self.outdent()

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        """A loop, as Jinja does it."""
        if node.recursive:
            raise UnsupportedNode
        with self._kept(node, frame):
            self.pieces = self.inside[id(node)].pieces  # for what it goes over
            self.loops += 1
            super().visit_For(node, frame)
            self.loops -= 1

    def visit_If(self, node: nodes.If, frame: Frame) -> None:
        """A condition, as Jinja does it."""
        with self._kept(node, frame):
            super().visit_If(node, frame)

    @contextlib.contextmanager
    def _kept(self, node: nodes.Stmt, frame: Frame) -> Iterator[None]:
        """A block that holds a loop, stands in none and gives no name a value: written so that what it gave is kept."""
        block = self.inside[id(node)]
        if self.loops or not block.has_loop or block.gives_names:
            yield
            return
        self.count_kept = number = self.count_kept + 1
        read = _read_by(block, frame)
        self.writeline(f"if not kept.recall({number}, {read}, pieces, left):")
        self.indent()
        self.writeline(f"began_{number} = kept.begin(pieces, left)")
        yield
        self.writeline(f"kept.keep({number}, {read}, pieces, left, began_{number})")
        self.outdent()

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:
        """A name of the template itself."""
        self.newline(node)
        self.visit(node.target, frame)
        self.write(" = ")
        self.visit(node.node, frame)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:
        """A name; the state of a loop is no value."""
        if (node.ctx == "store" and node.name in NOT_NAMES) or node.name == "self" or self._is_loop(node, frame):
            raise UnsupportedNode
        super().visit_Name(node, frame)

    def _is_loop(self, node: nodes.Expr, frame: Frame) -> bool:
        if not isinstance(node, nodes.Name) or node.name != "loop":
            return False
        load = frame.symbols.find_load(frame.symbols.ref("loop"))
        return load is not None and load[0] == VAR_LOAD_PARAMETER

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """A field: looked up in place, as nearly always there is a dict that has it."""
        if self._is_loop(node.node, frame):
            if node.attr not in OF_LOOP:
                raise UnsupportedNode
            self.write(f"{frame.symbols.ref('loop')}.{node.attr}")
        elif node.attr in OF_DATE:
            self._call("of_date", [node.node], frame, f"{node.attr!r}")
        else:
            self.write(f"(v[{node.attr!r}] if type(v := ")
            self.visit(node.node, frame)
            self.write(") is dict else fall_back())")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        """A value of a dict or list, or a slice."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """Of all methods only the words of a text."""
        method = node.node
        if not isinstance(method, nodes.Getattr) or method.attr != "split" or node.args or node.kwargs:
            raise UnsupportedNode
        if node.dyn_args or node.dyn_kwargs:
            raise UnsupportedNode
        self._call("split", [method.node], frame, "left")

    def visit_Add(self, node: nodes.BinExpr, frame: Frame) -> None:
        """A sum."""
        self._call("plus", [node.left, node.right], frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Texts behind each other."""
        self._call("concat", [nodes.Tuple(node.nodes, "load")], frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        """A call of the function that does the same."""
        if node.node is None or node.dyn_args or node.dyn_kwargs:
            raise UnsupportedNode
        if node.name == "_counted":
            self._call("charged", [node.node], frame, f"left, {self.pieces}")
        elif node.name in LOOKING:  # every filter and test here looks by itself
            self.visit(node.node, frame)
        elif node.name in runtime.FILTERS or node.name in self.environment.custom.functions:
            self.write(f"f_{node.name}({'data, ' if node.name in filters.WITH_CONTEXT else ''}")
            self.visit(node.node, frame)
            self.signature(node, frame)
            self.write(")")
        else:
            raise UnsupportedNode

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        """A call of the function that does the same."""
        if node.name not in runtime.TESTS or node.dyn_args or node.dyn_kwargs:
            raise UnsupportedNode
        self.write(f"tests[{node.name!r}](")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def _call(self, name: str, arguments: list[nodes.Expr], frame: Frame, more: str = "") -> None:
        self.write(f"{name}(")
        for argument in arguments:
            self.visit(argument, frame)
            self.write(", ")
        self.write(f"{more})")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        """As in `TemplateCodeGenerator`."""
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _output_const_repr(self, group: Iterable[Any]) -> str:
        return repr("".join(group).encode())

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("(printed[w] if type(w := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(") is str else to_text(w))")


@dataclass
class _Block:
    """What stands in a node, at whatever depth."""

    pieces: int = 0  # of text
    has_loop: bool = False
    gives_names: bool = False  # a value
    names: set[str] = field(default_factory=set)  # that are read or given a value
    filters: set[str] = field(default_factory=set)


def _look_inside(node: nodes.Node, blocks: dict[int, _Block]) -> _Block:
    """What stands in a node; that of every loop and condition is put in `blocks`. One pass: a template nests deep."""
    found = _Block()
    for child in node.iter_child_nodes():
        inner = _look_inside(child, blocks)
        found.pieces += inner.pieces
        found.has_loop |= inner.has_loop
        found.gives_names |= inner.gives_names
        found.names |= inner.names
        found.filters |= inner.filters
    match node:
        case nodes.Output():
            found.pieces += len(node.nodes)
        case nodes.Name():
            found.names.add(node.name)
        case nodes.Filter():
            found.filters.add(node.name)
        case nodes.Assign():
            found.gives_names = True
        case nodes.For():
            found.has_loop = True
    if isinstance(node, nodes.For | nodes.If):
        blocks[id(node)] = found
    return found


def _read_by(block: _Block, frame: Frame) -> str:
    """The values of all names that a block reads, itself or in a filter, as a tuple."""
    read = {frame.symbols.find_ref(name) or f"resolve({name!r})" for name in block.names}
    read |= {f"resolve({table!r})" for name, table in filters.READ_BY.items() if name in block.filters}
    return f"({''.join(f'{one}, ' for one in sorted(read))})"
