"""What others may import from docgen, and how it can be started."""

from __future__ import annotations

import subprocess
import sys

import pytest

import docgen
import docgen.word
from tests.conftest import ROOT, SAMPLE


@pytest.mark.parametrize("package", [docgen, docgen.word], ids=lambda package: package.__name__)
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
