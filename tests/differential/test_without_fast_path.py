"""A docgen whose fast folders were taken out of it, with their three calls answered by nothing, makes the same bytes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT, SAMPLE

pytestmark = pytest.mark.slow

FAST = {
    "word/fast/codegen.py": "def compile_fast(env, tree):\n    return None\n",
    "word/fast/runtime.py": "class Fill:\n    pass\n",
    "batch/incremental/row_checker.py": "class RowChecker:\n    def __init__(self, *_):\n        pass\n\n    def check_row(self, data):\n        return None\n",
}
LIST = "partner.naam;partner.getekend_op\nDe Linde;2027-03-01\nDe Es;gisteren\nZorg & <Co>;\n"


@pytest.fixture(scope="module")
def stripped(tmp_path_factory):
    """A copy of docgen in which the fast folders are gone but for the names that others call."""
    tree = tmp_path_factory.mktemp("boom")
    for folder in ("docgen", "schemas", "templates", "samples"):
        shutil.copytree(ROOT / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in {path.rsplit("/", 1)[0] for path in FAST}:
        shutil.rmtree(tree / "docgen" / folder)
        (tree / "docgen" / folder).mkdir()
    for path, code in FAST.items():
        (tree / "docgen" / path).write_text(code, encoding="utf-8")
    return tree


def made_by(tree, out, *arguments):
    """What a command of docgen in this tree says and makes."""
    done = subprocess.run(
        [sys.executable, "-m", "docgen", *map(str, arguments), "--out", "uit"],
        cwd=out, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(tree), "DOCGEN_CACHE": "0"},
    )  # fmt: skip
    made = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((out / "uit").glob("*.docx"))}
    return done.returncode, done.stdout, done.stderr, made


def by_both(stripped, tmp_path, *arguments):
    found = []
    for name, tree in (("met", ROOT), ("zonder", stripped)):
        out = tmp_path / name
        out.mkdir()
        (out / "lijst.csv").write_text(LIST, encoding="utf-8")
        found.append(made_by(tree, out, *arguments))
    return found


def test_the_copy_is_what_runs(stripped):
    code = "import docgen.word.fast.runtime as r, docgen; print(docgen.__file__, hasattr(r, 'run'))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=stripped, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(stripped)},
    )  # fmt: skip
    assert done.stdout.split() == [str(stripped / "docgen" / "__init__.py"), "False"]


def test_the_documents_of_the_sample_are_the_same_without_the_fast_folders(stripped, tmp_path):
    with_fast, without = by_both(stripped, tmp_path, "render", SAMPLE)
    assert with_fast == without and with_fast[0] == 0 and len(with_fast[3]) == 9


def test_a_batch_is_the_same_without_the_fast_folders(stripped, tmp_path):
    with_fast, without = by_both(
        stripped, tmp_path, "batch", SAMPLE, "-d", "overeenkomst", "--partners", "lijst.csv", "--workers", "1"
    )
    assert with_fast == without and with_fast[0] == 1 and len(with_fast[3]) == 2
