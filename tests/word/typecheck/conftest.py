"""What the tests of word.typecheck share."""

from __future__ import annotations

import pytest

from docgen.library.library import open_library
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.word.typecheck.templates import LIST


@pytest.fixture(scope="module")
def own_library(tmp_path_factory):
    """The shipped library with a checklist of one's own."""
    folder = tmp_path_factory.mktemp("bibliotheek")
    (folder / "checklists").mkdir()
    (folder / "checklists" / "eigen.yaml").write_text(LIST, encoding="utf-8")
    return open_library(folder)


@pytest.fixture(scope="module")
def names(library):
    return vocabulary_of(library.types["overeenkomst"], library)
