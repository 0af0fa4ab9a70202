"""What the tests of documents share."""

from __future__ import annotations

import pytest

from docgen.documents.production import render
from tests.conftest import TYPES


@pytest.fixture(scope="module")
def made(sample):
    """The text of every document of the sample."""
    names = [*TYPES, "overdracht:bestuur"]
    return {name: render(sample, name) for name in names}
