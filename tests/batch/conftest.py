"""What the tests of batches share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.batch.batch_folder import Folder
from tests.conftest import docgen_in


@pytest.fixture
def folder(tmp_path, docgen) -> Folder:
    return Folder(tmp_path, docgen)


@pytest.fixture(scope="session")
def two_made(tmp_path_factory) -> Path:
    """A folder with two partners, both made."""
    folder = Folder(tmp_path_factory.mktemp("twee"), docgen_in(tmp_path_factory.mktemp("leeg")))
    folder.write_list("GGD Noord;Assen;directeur;Afspraak met Noord", "GGD Zuid;Weert;bestuurder;Afspraak met Zuid")
    done = folder.batch()
    assert (done.code, done.err) == (0, "")
    return folder.path


@pytest.fixture
def two(folder, two_made) -> Folder:
    """A folder of one's own with two partners, both made."""
    shutil.copytree(two_made, folder.path, dirs_exist_ok=True)
    return folder
