"""The parts of libraries that docgen uses although their documentation does not promise them: each with its reason.

They are why setup.cfg has upper bounds. A new version of a library that lacks one of them fails here, with one sentence
that says what is gone and who needs it. A use that is not in the table fails too. The words of parsers and of click,
which docgen translates, are held by the tests of what a user reads: test_traps, test_compiler and test_app.
"""

from __future__ import annotations

import ast
import io
import re
from functools import cache
from importlib import import_module
from importlib.metadata import version
from types import SimpleNamespace

import cerberus
import jinja2
import pytest

from tests.test_architecture import MODULES

# library: (where it is, what of it is used, which rooms use it, why)
PRIVATE = {
    "Cerberus": [
        ("validator", "_errors", "schema.cerberus_validator", "faults as objects; sorted anew for every fault they cost more than the check"),
        ("cerberus.Validator", "_error", "schema.cerberus_validator", "the documented way for a rule of one's own to say what is wrong"),
        ("validator", "document_error_tree", "schema.cerberus_validator", "a tree that nothing here reads and that costs most of the time"),
        ("validator", "schema_error_tree", "schema.cerberus_validator", "a tree that nothing here reads and that costs most of the time"),
        ("cerberus.Validator", "_validate_regex", "schema.cerberus_validator", "digits of other scripts are no digits"),
        ("cerberus.Validator", "_validate_meta", "schema.cerberus_validator", "what Cerberus would take for a rule is a title and an example"),
        ("cerberus.errors", "ErrorList", "schema.cerberus_validator", "the list that would be sorted"),
        ("cerberus.schema", "DefinitionSchema", "schema.cerberus_validator", "docgen's own schema was checked by a test, not at every start"),
        ("cerberus.schema.DefinitionSchema", "validate", "schema.cerberus_validator", "docgen's own schema was checked by a test, not at every start"),
    ],
    "openpyxl": [
        ("openpyxl.worksheet", "_reader", "spreadsheet.excel_reader", "rows with the places and hidden rows that the public reader drops"),
        ("openpyxl.worksheet._reader", "WorkSheetParser", "spreadsheet.excel_reader", "reads one cell"),
        ("openpyxl.worksheet._reader", "iterparse", "spreadsheet.excel_reader", "reads one row at a time"),
        ("openpyxl.worksheet._reader", "ROW_TAG", "spreadsheet.excel_reader", "the name of a row"),
        ("openpyxl.worksheet._reader", "MERGE_TAG", "spreadsheet.excel_reader", "the name of the merged cells"),
        ("openpyxl.worksheet._reader", "FORMULA_TAG", "spreadsheet.excel_reader", "a formula without a kept value is refused"),
        ("openpyxl.worksheet._reader.WorkSheetParser", "parse_row", "spreadsheet.excel_reader", "reads one row"),
        ("openpyxl.worksheet._reader.WorkSheetParser", "parse_cell", "spreadsheet.excel_reader", "reads one cell"),
        ("read-only sheet", "_get_source", "spreadsheet.excel_reader", "the rows themselves"),
        ("read-only sheet", "_shared_strings", "spreadsheet.excel_reader", "texts that stand in one place of the file"),
        ("read-only book", "_date_formats", "spreadsheet.excel_reader", "which numbers are dates"),
        ("read-only book", "_timedelta_formats", "spreadsheet.excel_reader", "which numbers are hours"),
        ("read-only book", "_number_formats", "spreadsheet.excel_reader", "how a number is shown: 0612 may be a number with a format"),
        ("read-only sheet", "_worksheet_path", "spreadsheet.excel_reader", "which tables are on the sheet: their total rows are no partners"),
        ("openpyxl.packaging.relationship", "get_rels_path", "spreadsheet.excel_reader", "which tables are on the sheet"),
        ("openpyxl.packaging.relationship", "get_dependents", "spreadsheet.excel_reader", "which tables are on the sheet"),
        ("openpyxl.xml.functions", "fromstring", "spreadsheet.excel_reader", "a table without what XML can do more, as openpyxl reads it"),
        ("read-only book", "_archive", "spreadsheet.excel_reader", "the part of a table, which a read-only book leaves out"),
        ("read-only book", "_cell_styles", "spreadsheet.excel_reader", "how a number is shown: 0612 may be a number with a format"),
    ],
    "Jinja2": [
        ("jinja2.compiler", "CodeGenerator", "word.jinja.codegen word.fast.codegen", "plain code and short printing: most of the speed"),
        ("jinja2.compiler", "Frame", "word.jinja.codegen word.fast.codegen", "which name means what in which loop"),
        *(
            ("jinja2.compiler.CodeGenerator", name, rooms, "plain code and short printing: most of the speed")
            for rooms, names in {
                "word.jinja.codegen word.fast.codegen": "_output_child_to_const _output_child_pre _output_child_post visit_Getattr write",
                "word.fast.codegen": "_output_const_repr visit visit_Template visit_For visit_If visit_Assign visit_Name visit_Getitem visit_Call"
                " visit_Add visit_Concat visit_Filter visit_Test writeline newline indent outdent enter_frame blockvisit signature",
            }.items()
            for name in names.split()
        ),
        ("frame", "buffer", "word.fast.codegen", "where the pieces of a part go"),
        ("frame", "symbols", "word.jinja.codegen word.fast.codegen", "which name means what in which loop"),
        ("jinja2.filters", "make_attrgetter", "word.jinja.sandbox", "a filter finds a field by its path as Jinja's own filters do"),
        ("jinja2.idtracking", "VAR_LOAD_PARAMETER", "word.fast.codegen", "tells the state of a loop from a name of the dossier"),
        ("jinja2.idtracking.Symbols", "analyze_node", "word.fast.codegen", "which name means what in which loop"),
        ("jinja2.idtracking.Symbols", "find_ref", "word.fast.codegen", "which names of the document a block reads"),
        ("jinja2.idtracking.Symbols", "find_load", "word.fast.codegen", "tells the state of a loop from a name of the dossier"),
        ("jinja2.idtracking.Symbols", "ref", "word.jinja.codegen word.fast.codegen", "the name of a variable in the code"),
        ("code of a template", "l_1_x", "word.jinja.undefined", "the loop variable that a missing value belongs to"),
        ("jinja2.runtime", "LoopContext", "word.jinja.sandbox", "its counters are asked so often that a check of each costs time"),
        ("jinja2.sandbox.SandboxedEnvironment", "wrap_str_format", "word.jinja.sandbox", "formatting by a method keeps the limits on memory"),
        ("jinja2.sandbox.SandboxedEnvironment", "call_binop", "word.jinja.sandbox", "operators keep the limits on memory"),
        ("jinja2.sandbox.SandboxedEnvironment", "intercepted_binops", "word.jinja.sandbox", "operators keep the limits on memory"),
        ("filter with context", "jinja_pass_arg", "word.jinja.sandbox", "a filter that is wrapped still gets its context"),
        ("jinja2.utils", "missing", "word.jinja.undefined", "tells a field of nothing from a field of a part"),
        ("missing value", "_undefined_obj", "word.jinja.undefined", "the path of what is missing"),
        ("missing value", "_undefined_name", "word.jinja.undefined", "the path of what is missing"),
        ("missing value", "_undefined_hint", "word.jinja.undefined", "the path of what is missing"),
        ("missing value, strict", "_undefined_message", "word.jinja.undefined", "the path of what is missing"),
    ],
    "docxtpl": [
        ("docxtpl.DocxTemplate", "patch_xml", "word.xml.preprocess", "docxtpl's own reading of a tag, without its renderer"),
        ("docxtpl.DocxTemplate", "resolve_listing", "word.xml.postprocess", "docxtpl's own reading of line breaks, without its renderer"),
    ],
    "python-docx": [
        ("docx.oxml.ns", "qn", "word.plaintext", "names of elements"),
    ],
    "click": [
        ("click.core", "_", "cli.localization", "click has no Dutch words and no other way in"),
        ("click.core", "ngettext", "cli.localization", "click has no Dutch words and no other way in"),
        ("click.exceptions", "_", "cli.localization", "click has no Dutch words and no other way in"),
    ],
}  # fmt: skip
ROWS = [(library, *row) for library, rows in PRIVATE.items() for row in rows]
# modules of these libraries that their documentation describes
DOCUMENTED = {
    "cerberus", "cerberus.errors", "openpyxl", "openpyxl.cell", "openpyxl.styles", "openpyxl.styles.numbers", "openpyxl.utils", "openpyxl.utils.cell",
    "openpyxl.utils.escape", "openpyxl.worksheet.datavalidation", "jinja2", "jinja2.exceptions", "jinja2.nodes", "jinja2.sandbox", "jinja2.visitor",
    "docxtpl", "docx", "click", "click.shell_completion", "yaml", "lxml", "lxml.etree", "babel",
    "babel.dates", "babel.numbers", "markupsafe", "rich", "rich.console", "rich.progress", "rich.table", "platformdirs", "isal", "distributed", "watchfiles",
}  # fmt: skip
LIBRARIES = {name.split(".")[0] for name in DOCUMENTED}
# names with a line in front that are promised: by Python itself, or docgen's own
PROMISED = {"_replace", "_fields", "_asdict", "_exit", "_getframe"}


def opened_book():
    """A workbook as docgen opens it."""
    from openpyxl import Workbook, load_workbook

    stream = io.BytesIO()
    Workbook().save(stream)
    return load_workbook(io.BytesIO(stream.getvalue()), read_only=True)


LOOP = jinja2.Environment().compile("{% for x in y %}{{ x }}{% endfor %}", raw=True)
MADE = {
    "validator": cerberus.Validator,
    "read-only book": opened_book,
    "read-only sheet": lambda: opened_book().worksheets[0],
    "frame": lambda: jinja2.compiler.Frame(jinja2.nodes.EvalContext(jinja2.Environment())),
    "code of a template": lambda: SimpleNamespace(**dict.fromkeys(re.findall(r"\bl_\d_\w+", LOOP))),
    "missing value": jinja2.Undefined,
    "missing value, strict": jinja2.StrictUndefined,
    "filter with context": lambda: jinja2.pass_context(lambda context: context),
}


@cache
def owner_of(place):
    """The object at a place: a module, a class, or one of `MADE`."""
    if place in MADE:
        return MADE[place]()
    try:
        return import_module(place)
    except ModuleNotFoundError:
        module, _, name = place.rpartition(".")
        return getattr(import_module(module), name)


def is_there(place, name):
    try:
        return name in dir(owner_of(place))  # not getattr: some of them refuse whoever asks
    except (ImportError, AttributeError):
        return False


@pytest.mark.parametrize(("library", "place", "name", "rooms", "why"), ROWS, ids=lambda value: value)
def test_a_private_part_that_docgen_uses_is_still_there(library, place, name, rooms, why):
    assert is_there(place, name), f"{library} {version(library)} has no {place}.{name} any more; {rooms} uses it: {why}"


def test_what_is_gone_is_named_with_who_needs_it_and_why():
    assert not is_there("validator", "_mistakes") and not is_there("cerberus.shema", "DefinitionSchema")
    with pytest.raises(
        AssertionError, match=r"Cerberus [\d.]+ has no validator\._mistakes any more; by_cerberus uses it: faults"
    ):
        test_a_private_part_that_docgen_uses_is_still_there("Cerberus", "validator", "_mistakes", "by_cerberus", "faults")  # fmt: skip


# ------------------------------------------------------------------------------------------- what is not in the table


@cache
def tree_of(room):
    return ast.parse(MODULES[room].read_text(encoding="utf-8"))


def names_in_table(room):
    return {name for _, _, name, rooms, _ in ROWS if room in rooms.split()}


def own_names(tree):
    """The names that a module gives to functions, fields and variables of its own."""
    nodes = list(ast.walk(tree))
    made = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    stored = [node for node in nodes if isinstance(getattr(node, "ctx", None), ast.Store)]
    called = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == "setattr"]
    made |= {node.args[1].value for node in called if isinstance(node.args[1], ast.Constant)}
    return made | {getattr(node, "attr", getattr(node, "id", "")) for node in stored}


def private_uses(tree):
    """What a module imports from where no documentation goes, and the names with a line in front that it asks for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in LIBRARIES:
            yield from (
                alias.name
                for alias in node.names
                if node.module not in DOCUMENTED and f"{node.module}.{alias.name}" not in DOCUMENTED
            )
        elif isinstance(node, ast.Import):
            names = {alias.name for alias in node.names}
            yield from (name for name in names if name.split(".")[0] in LIBRARIES and name not in DOCUMENTED)
        elif isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
            yield node.attr


@pytest.mark.parametrize("room", sorted(MODULES))
def test_a_module_uses_no_private_part_that_is_not_in_the_table(room):
    unknown = set(private_uses(tree_of(room))) - names_in_table(room) - PROMISED - own_names(tree_of(room))
    assert not unknown, f"{room} uses {', '.join(sorted(unknown))}: add it to PRIVATE with its reason, or do without"


def overridden(room):
    """What classes of a module replace of a class of a library, beside what `__dunder__` methods do."""
    module, tree = import_module(f"docgen.{room}"), tree_of(room)
    for written in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        bases = [base for base in vars(module)[written.name].__mro__ if base.__module__.split(".")[0] in LIBRARIES]
        inside = [getattr(statement, "name", None) or own_names(statement) for statement in written.body]
        names = {name for names in inside for name in ([names] if isinstance(names, str) else names)}
        yield from (name for name in names if name[:2] != "__" and any(name in vars(base) for base in bases))


# what the documentation of Jinja, Cerberus and click tells others to replace
MEANT = {"visit_For", "visit_Filter", "visit_CondExpr", "visit_Concat", "visit_AssignBlock", "generic_visit", "types_mapping", "getattr", "getitem", "call", "is_safe_attribute", "code_generator_class", "sort"}  # fmt: skip


@pytest.mark.parametrize("room", sorted({room for *_, rooms, _ in ROWS for room in rooms.split()}))
def test_a_class_replaces_no_part_of_a_library_that_is_not_in_the_table(room):
    unknown = set(overridden(room)) - names_in_table(room) - MEANT
    assert not unknown, (
        f"{room} replaces {', '.join(sorted(unknown))}: add it to PRIVATE with its reason, or do without"
    )


@pytest.mark.parametrize("library", PRIVATE)
def test_a_library_of_which_private_parts_are_used_has_an_upper_bound(library):
    from tests.test_package import asked

    bounds = [str(asked_for.specifier) for asked_for in asked() if asked_for.name.lower() == library.lower()]
    assert bounds and all("<" in bound for bound in bounds), f"setup.cfg gives {library} no upper bound"
