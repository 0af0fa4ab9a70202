"""What others may import from docgen, and how it can be started."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import docgen
import docgen.batch
import docgen.word
from docgen.batch import Order, RunOptions
from docgen.batch.planner import Plan
from docgen.batch.task import Result
from tests.conftest import ROOT, SAMPLE


@pytest.mark.parametrize("package", [docgen, docgen.batch, docgen.word], ids=lambda package: package.__name__)
def test_every_public_name_is_there_with_a_docstring(package):
    for name in package.__all__:
        public = getattr(package, name)
        assert isinstance(public, str) or (public.__doc__ and not public.__doc__.startswith(f"{name}("))


def test_a_name_that_is_not_public_is_no_attribute():
    with pytest.raises(AttributeError, match="module 'docgen' has no attribute 'chekc'"):
        _ = docgen.chekc


def test_the_names_of_the_library_do_what_the_readme_says():
    dossier = docgen.load(SAMPLE)
    assert isinstance(dossier, docgen.Dossier)
    assert docgen.loads(SAMPLE.read_bytes()).data == dossier.data
    assert all(isinstance(problem, docgen.Problem) for problem in docgen.check(dossier))
    with pytest.raises(docgen.DocgenError):
        docgen.render(dossier, "raadsvorstel")


def test_the_former_place_of_compile_template_still_works():
    from docgen.word.template import compile_template

    assert compile_template is docgen.compile_template is docgen.word.compile_template


def test_docgen_starts_as_a_module_of_python():
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "types"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "raadsvoorstel" in done.stdout


@pytest.fixture
def order(tmp_path):
    partners = tmp_path / "partners.csv"
    partners.write_text("partner.naam\nDe Linde\nDe Es\n", encoding="utf-8")
    return Order((str(SAMPLE),), ("overeenkomst",), str(tmp_path / "uit"), partners=str(partners))


@pytest.mark.slow
def test_a_batch_is_planned_run_and_looked_at_from_python(order, tmp_path):
    plan = docgen.batch.plan(order)
    assert isinstance(plan, Plan) and len(plan.to_do()) == 2 and not (tmp_path / "uit").exists()
    heard: list[Result] = []
    done = docgen.batch.run(order, RunOptions(workers=1), heard.extend)
    assert [one.outcome.state for one in done.planned] == ["gemaakt", "gemaakt"] and len(heard) == 2
    assert all((tmp_path / "uit" / one.task.file).is_file() for one in done.planned)
    assert (tmp_path / "uit" / "verslag.xlsx").is_file()
    assert [one.state for one in docgen.batch.status(tmp_path / "uit")] == ["actueel", "actueel"]
    (tmp_path / "uit" / done.planned[0].task.file).unlink()
    assert [one.state for one in docgen.batch.status(tmp_path / "uit")] == ["weg", "actueel"]


@pytest.mark.slow
def test_a_batch_that_cannot_be_made_says_why_and_makes_nothing(order, tmp_path):
    Path(order.partners).write_text("partner.naam\nDe Linde\nDe Linde\n", encoding="utf-8")
    done = docgen.batch.run(order)
    assert done.is_blocked and done.clashes and not (tmp_path / "uit").exists()
    with pytest.raises(docgen.DocgenError, match="maakte docgen nog niets"):
        docgen.batch.status(tmp_path)


@pytest.mark.slow
def test_the_status_of_a_batch_whose_list_is_broken_says_what_is_wrong(order, tmp_path):
    docgen.batch.run(order, RunOptions(workers=1))
    Path(order.partners).write_text("partner.naam\nDe Linde\nDe Linde\n", encoding="utf-8")
    rows = docgen.batch.status(tmp_path / "uit")
    assert rows and all(row.state == "niet na te gaan" and "De Linde" in row.why for row in rows)
