"""The house: which room stands on which floor, and what each may use. `docs/architecture.md` shows the same in a picture."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.conftest import ROOT

# From the bottom up. A room uses rooms on lower floors, and those of its own house (the same first folder) that stand before it on its floor.
FLOORS = (
    ("errors", "_version", "_lazy"),
    ("diagnostics", "system", "text/markdown", "text"),
    ("schema", "schema/metaschema", "syntax/explain", "syntax", "syntax/recovery", "domain", "domain/agreement", "domain/delivery", "domain/consistency", "domain/scorecard", "domain/sentences", "opc", "pictures"),
    ("loading", "library", "rules/catalog", "rules", "spreadsheet", "office"),
    ("context/municipal", "context/agreement", "context/delivery", "context/timeline", "context/proposal", "context", "context/worksheet", "validation"),
    (
        "dossier", "authoring", "versions",
        "word/values", "word/tags", "word/xml", "word/richtext", "word/structure", "word/fast", "word/jinja", "word/charts", "word/pictures", "word/sanitize", "word/style", "word/typesetting", "word/typecheck", "word/inspection", "word",
    ),
    ("documents", "documents/inspection", "documents/own_templates", "partners", "doctor"),
    ("batch/incremental", "batch", "batch/executors"),
    ("cli", "cli/commands"),
    ("__init__", "__main__"),
)  # fmt: skip
MOST_FILES = 13  # in a room
# library -> the rooms that know it
ONLY_IN = {
    "yaml": {"syntax"},
    "cerberus": {"schema"},
    "markdown_it": {"text/markdown"},
    "babel": {"text"},
    "zipfile": {"opc", "spreadsheet"},
    "isal": {"opc"},
    "openpyxl": {"spreadsheet", "partners", "batch"},
    "csv": {"spreadsheet"},
    "platformdirs": {"system"},
    "marshal": {"system", "word"},
    "jinja2": {"word/inspection", "word/jinja", "word/fast", "word/structure", "word/charts", "word/typecheck", "word"},
    "docxtpl": {"word/xml"},
    "click": {"cli", "cli/commands"},
    "distributed": {"batch/executors"},
    "watchfiles": {"cli"},
    "rich": {"cli", "cli/commands"},
    "pikepdf": {"office"},
    "pypdfium2": {"office"},
    "PIL": {"office"},
}
# what is tested in a file of another name: a fast path beside its reference, a rule by its cases
TESTED_IN = {
    "word/docxtpl_names": "word/test_docxtpl.py",
    "word/fast/codegen": "differential/test_fast_path.py",
    "word/fast/runtime": "differential/test_fast_path.py",
    "word/jinja/reference_code": "differential/test_fast_path.py",
    "word/structure/soundness": "differential/test_soundness.py",
    "schema/compiled_validator": "differential/test_compiled_validator.py",
    "batch/incremental/field_finder": "differential/test_row_checker.py",
    "batch/incremental/row_checker": "differential/test_row_checker.py",
    "batch/incremental/structure_checker": "differential/test_row_checker.py",
    "system/reference": "differential/test_reference_path.py",
    "word/template": "test_public_names.py",
    "__main__": "test_public_names.py",
}
# only constants, types and classes without a method of their own
WITHOUT_TEST = {
    "_version", "diagnostics/levels", "diagnostics/location", "schema/types", "syntax/errors", "domain/types", "library/document_type", "partners/row", "batch/task", "system/log", "doctor/outcome",
    "word/values/budget", "word/typesetting/advances",
}  # fmt: skip
ROOF = FLOORS[-1]
ROOMS = {room: (floor, i) for floor, rooms in enumerate(FLOORS) for i, room in enumerate(rooms)}
MODULES = {
    ".".join(part for part in path.relative_to(ROOT / "docgen").with_suffix("").parts if part != "__init__"): path
    for path in (ROOT / "docgen").rglob("*.py")
}


def room_of(module):
    """The room of a module: its folder, or for a file at the top the file itself."""
    path = MODULES[module].relative_to(ROOT / "docgen")
    return path.parent.as_posix() if len(path.parts) > 1 else path.stem


def may_use(room, other):
    if room == other:
        return True
    (floor, place), (other_floor, other_place) = ROOMS[room], ROOMS[other]
    in_one_house = room.split("/")[0] == other.split("/")[0]
    return other_floor < floor or (in_one_house and other_floor == floor and other_place < place)


@cache
def imports_of(path):
    """What a file imports; the door of a room may name, for who reads types, what it hands out without importing it."""
    names = []
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path.name == "__init__.py":
        tree.body = [
            node for node in tree.body if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))
        ]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    return names


def uses_of(module):
    """The modules of docgen that a module imports; a folder is one only when names are taken from its `__init__`."""
    names = [name.removeprefix("docgen.") for name in imports_of(MODULES[module]) if name.startswith("docgen.")]
    names = [name for name in names if name in MODULES and name != module]
    return {name for name in names if not any(other.startswith(f"{name}.") for other in names)}


def test_every_file_stands_in_a_room_of_the_table():
    strangers = sorted({room_of(module) for module in MODULES} - ROOMS.keys())
    assert not strangers, (
        f"no floor for {strangers}: put the file in a room that is there, or give the room a floor here and a line in docs/architecture.md"
    )
    assert not ROOMS.keys() - {room_of(module) for module in MODULES}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_uses_only_rooms_below_it(room):
    wrong = [
        f"{module} uses {used}: {room} stands on floor {ROOMS[room][0] + 1}, {room_of(used)} on floor {ROOMS[room_of(used)][0] + 1}"
        for module in sorted(MODULES)
        if room_of(module) == room
        for used in sorted(uses_of(module))
        if not may_use(room, room_of(used))
    ]
    advice = "Move what both need down to a room below both, or the file that uses it up to the room it works for."
    assert not wrong, "\n".join([*wrong, advice])


def test_no_two_files_need_each_other():
    try:
        TopologicalSorter({module: uses_of(module) for module in MODULES}).prepare()
    except CycleError as error:
        pytest.fail(f"{' uses '.join(reversed(error.args[1]))}: put what they share in a file of its own")


@pytest.mark.parametrize("room", [room for room in ROOMS if "/" in room or (ROOT / "docgen" / room).is_dir()])
def test_a_room_says_what_it_is_for(room):
    text = ast.get_docstring(ast.parse((ROOT / "docgen" / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert len(text.splitlines()) >= 3, (
        f"docgen/{room}/__init__.py: what is the room for, what may not be in it, where to begin reading?"
    )


CATALOGS = (
    "rules/catalog",
    "cli/commands",
)  # a module for each rule, and for each command: nobody reads them from end to end


@pytest.mark.parametrize("room", [room for room in ROOMS if room not in CATALOGS])
def test_a_room_is_not_too_full(room):
    files = [path.name for path in (ROOT / "docgen" / room).glob("*.py") if path.name != "__init__.py"]
    assert len(files) <= MOST_FILES, f"docgen/{room} has {len(files)} files: which of them are a subject of their own?"


@pytest.mark.parametrize(
    "module", [name.replace(".", "/") for name, path in MODULES.items() if path.name != "__init__.py"]
)
def test_the_test_of_a_module_is_found_by_its_name(module):
    if module in WITHOUT_TEST or module.startswith("rules/catalog/"):
        return
    room, _, name = module.rpartition("/")
    path = ROOT / "tests" / TESTED_IN.get(module, f"{room}/test_{name}.py".lstrip("/"))
    assert path.is_file(), f"docgen/{module}.py: its tests belong in {path.relative_to(ROOT)}"


@pytest.mark.parametrize(("library", "rooms"), ONLY_IN.items())
def test_only_the_rooms_that_say_so_know_a_library(library, rooms):
    users = {
        room_of(name)
        for name, path in MODULES.items()
        if any(used.split(".")[0] == library for used in imports_of(path))
    }
    assert users == rooms


def test_other_versions_of_the_libraries_are_tried_on_every_room_that_uses_one():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rooms = next(line for line in makefile.splitlines() if line.startswith("ROOMS := ")).split()[2:]
    own = {"docgen", *sys.stdlib_module_names}
    users = {
        room_of(name).split("/")[0]
        for name, path in MODULES.items()
        if {used.split(".")[0] for used in imports_of(path)} - own
    }
    assert users <= set(rooms) and set(rooms) - users == {"differential", "documents", "loading"}
    assert (
        all((ROOT / "tests" / room).is_dir() for room in rooms) and "make bounds" in (ROOT / ".ci" / "run").read_text()
    )


def test_the_page_about_the_house_names_every_room():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for room in ROOMS:
        assert room in ROOF or f"`{room}`" in page or f"`{room}/`" in page, room


def test_help_loads_nothing_heavier_than_click():
    code = (
        "import sys\n"
        "sys.argv = ['docgen', '--help']\n"
        "from docgen.cli.app import run\n"
        "try:\n    run()\nexcept SystemExit:\n    pass\n"
        "heavy = {'yaml', 'cerberus', 'babel', 'jinja2', 'lxml', 'docx', 'docxtpl', 'openpyxl'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert "Gebruik: docgen" in done.stdout


def test_nothing_takes_the_time_of_day():
    for name, path in MODULES.items():
        text = path.read_text(encoding="utf-8")
        assert "date.today" not in text and "datetime.now" not in text and "time.time" not in text, name
