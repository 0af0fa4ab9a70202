"""The house is built as docs/architecture.md says."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.conftest import ROOT

ROOMS = [
    "errors", "disk", "problem", "dutch", "scalars", "syntax", "source", "schema", "reading", "shape", "doctypes",
    "rules.finding", "rules.facts",
    "rules.agreement_is_complete", "rules.approach_has_owners", "rules.archive_is_arranged", "rules.argument_belongs",
    "rules.benefits_are_named", "rules.borging_has_a_goal", "rules.budget_change_is_possible",
    "rules.changes_are_handed_over", "rules.contact_is_recent", "rules.core_task_has_deputy",
    "rules.costs_are_covered", "rules.decision_is_in_time", "rules.decision_reads_as_decision",
    "rules.drawbacks_are_named", "rules.every_level_decides", "rules.exclusion_has_home",
    "rules.exclusions_are_named", "rules.funding_is_certain", "rules.funding_is_followed_up",
    "rules.funding_is_spread", "rules.goal_is_measurable", "rules.handbook_is_current",
    "rules.horizon_is_long_enough", "rules.hours_fit", "rules.hours_match_budget", "rules.in_kind_is_committed",
    "rules.knowledge_is_recorded", "rules.lasting_costs_have_lasting_money", "rules.measuring_is_arranged",
    "rules.no_private_contact", "rules.owner_has_hours", "rules.parties_embed_it", "rules.parties_sign",
    "rules.parts_are_judged", "rules.policy_is_linked", "rules.recognition_has_date", "rules.request_is_decided",
    "rules.results_are_followed", "rules.reviews_are_regular", "rules.scaling_has_route", "rules.signer_has_mandate",
    "rules.someone_leads", "rules.success_is_shared", "rules.support_covers_all_groups", "rules.task_has_owner",
    "rules.upkeep_is_budgeted", "rules.volunteers_are_protected", "rules.waiver_expired", "rules.waiver_unknown",
    "rules.waiver_unused", "rules.work_is_shared",
    "rules", "rules.levels", "rules.handbook", "waivers", "judge", "dossier", "context",
    "word.package", "word.parts", "word.safety", "word.properties", "word.rich", "word.missing", "word.filters", "word.sandbox", "word.place",
    "word.after", "word.proof", "word.style", "word.text", "word.render", "word.template",
    "files", "limits", "produce",
    "cli.dutch_click", "cli.options", "cli.show", "cli.check", "cli.render", "cli.types", "cli.template", "cli.main",
]  # fmt: skip
PACKAGES = {"", "word", "cli"}  # only documentation or lazy names inside
ONLY_IN = {
    "yaml": {"source", "doctypes"},
    "cerberus": {"schema"},
    "babel": {"dutch"},
    "zipfile": {"word.package"},
    "docxtpl": {"word.template", "word.after"},
    "click": {"cli.options", "cli.show", "cli.check", "cli.render", "cli.types", "cli.template", "cli.main"},
}  # fmt: skip


def module_name(path):
    parts = path.relative_to(ROOT / "docgen").with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {module_name(path): path for path in (ROOT / "docgen").rglob("*.py")}


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


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
        "from docgen.cli.main import run\n"
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
