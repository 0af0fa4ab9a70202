"""The names of a shipped type, and a library with a checklist of its own."""

from __future__ import annotations

import pytest

from docgen.library.library import open_library
from docgen.word.typecheck.vocabulary import vocabulary_of

LIST = """\
titel: Eigen lijst
bron: eigen huis
antwoorden: [ja, nee]
punten:
  - {id: A1, groep: Eerst, tekst: Is het zo?}
  - {id: A2, groep: Dan, tekst: En nu?}
"""


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
