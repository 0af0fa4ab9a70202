"""The house is built as docs/architecture.md says."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache

import pytest

from tests.conftest import ROOT

BESIDE_RULES = {"__init__", "finding", "facts", "levels", "handbook", "choice"}
RULE_MODULES = sorted(
    f"rules.{path.stem}" for path in (ROOT / "docgen" / "rules").glob("*.py") if path.stem not in BESIDE_RULES
)
ROOMS = [
    "errors", "ending", "remembering", "disk", "store", "problem", "report", "dutch", "invisible", "numbers", "dates", "scalars", "decoding", "spot", "yearly", "belongs", "quotes", "looks", "syntax", "source", "constructor",
    "charsets", "patterns", "matching", "by_cerberus", "schema", "acceptor", "seeking", "suspect", "figures", "repairs", "reading", "meant", "hints", "references", "shape", "quick_check", "schema_keywords", "fragments", "schema_validator", "extensions", "checklists", "library_validator", "schema_files", "doctypes", "needs", "outline", "json_values", "json_fields", "editor",
    "rules.finding", "rules.facts", *RULE_MODULES, "rules", "rules.levels", "rules.handbook", "rules.choice", "waivers", "judge",
    "proofs", "checkup", "dossier", "sheets", "excel_safety", "excel", "cells", "fields", "headings", "rows", "partners", "names", "jobs", "earlier", "people", "money", "planning", "progress", "answers", "worksheet", "context", "overlaid",
    "word.package", "word.parts", "word.allowed", "word.graph", "word.embedded", "word.pictures", "word.cleaning", "word.fields", "word.controls", "word.settings", "word.metadata", "word.opening", "word.safety", "word.properties", "word.rich", "word.asked", "word.filters", "word.apostrophes", "word.cell_values", "word.running", "word.missing", "word.writing", "word.sandbox", "word.metering", "word.plain",
    "word.tags", "word.pointers", "word.place", "word.leftovers", "word.white_space", "word.block_tags", "word.cell_tags", "word.tag_placement", "word.grids", "word.after", "word.before", "word.content_model", "word.notes", "word.ranges", "word.proof", "word.sound", "word.header", "word.style", "word.text", "word.pieces", "word.workbook", "word.figures", "word.chart", "word.drawn",
    "word.datatypes", "word.declarations", "word.vocabulary", "word.scope", "word.wording", "word.signatures", "word.macro_calls", "word.comparisons", "word.inference", "word.typecheck",
    "word.literals", "word.syntax_messages", "word.links", "word.by_jinja", "word.render", "word.template", "word.cache",
    "files", "begin", "partner_form", "limits", "seen", "produce",
    "batch.unit", "batch.traces", "batch.lock", "batch.journal", "batch.order", "batch.maker", "batch.sources", "batch.plan", "batch.run", "batch.local", "batch.cluster",
    "batch.conduct", "batch.told", "batch.state", "batch.accounts",
    "cli.dutch_click", "cli.options", "cli.show", "cli.watch", "cli.progress", "cli.many", "cli.new", "cli.check", "cli.render", "cli.batch", "cli.status", "cli.types", "cli.fields", "cli.rules", "cli.explain", "cli.schema", "cli.template", "cli.partners", "cli.main",
]  # fmt: skip
PACKAGES = {"", "word", "batch", "cli"}  # only documentation or lazy names inside
ONLY_IN = {
    "yaml": {"source"},
    "cerberus": {"by_cerberus"},
    "babel": {"dutch"},
    "zipfile": {"word.package", "excel_safety"},
    "isal": {"word.package"},
    "openpyxl": {"excel", "partner_form", "batch.accounts"},
    "csv": {"sheets"},
    "platformdirs": {"store"},
    "marshal": {"store", "word.cache"},
    "jinja2": {"word.missing", "word.writing", "word.sandbox", "word.metering", "word.plain", "word.sound", "word.drawn", "word.by_jinja", "word.template", "word.wording", "word.signatures", "word.macro_calls", "word.comparisons", "word.inference", "word.typecheck"},
    "docxtpl": {"word.template", "word.after"},
    "click": {"cli.options", "cli.show", "cli.watch", "cli.progress", "cli.many", "cli.new", "cli.check", "cli.render", "cli.batch", "cli.status", "cli.types", "cli.fields", "cli.rules", "cli.explain", "cli.schema", "cli.template", "cli.partners", "cli.main"},
    "distributed": {"batch.cluster"},
    "watchfiles": {"cli.watch"},
    "rich": {"cli.fields", "cli.progress"},
}  # fmt: skip


def module_name(path):
    parts = path.relative_to(ROOT / "docgen").with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {module_name(path): path for path in (ROOT / "docgen").rglob("*.py")}


@cache
def imports_of(path):
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
    return names


def test_every_module_is_a_room_in_the_plan():
    assert set(MODULES) - PACKAGES == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_module_imports_only_from_rooms_above_its_own(room):
    below = ROOMS[ROOMS.index(room) + 1 :]
    used = {name.removeprefix("docgen.") for name in imports_of(MODULES[room]) if name.startswith("docgen.")}
    own_children = {name for name in below if name.startswith(f"{room}.")}
    assert not used & (set(below) - own_children)


@pytest.mark.parametrize(("library", "rooms"), ONLY_IN.items())
def test_only_one_room_knows_each_library(library, rooms):
    users = {name for name, path in MODULES.items() if any(used.split(".")[0] == library for used in imports_of(path))}
    assert users == rooms


def test_the_plan_in_the_documentation_names_every_room():
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for room in ROOMS:
        name = room.replace(".", "/")
        assert f"`{name}`" in plan or f"`{name.split('/')[0]}/`" in plan, room


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
