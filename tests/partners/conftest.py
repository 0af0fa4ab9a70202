"""What the tests of partners share."""

from __future__ import annotations

import pytest

from docgen.dossier import loads
from docgen.partners.reader import read
from tests.partners.partner_list import BASE


@pytest.fixture
def base(library):
    return loads(BASE, "dossier.yaml", library)


@pytest.fixture
def listed(tmp_path, library, base):
    """A function that reads a list from its bytes."""

    def read_list(data, name="partners.csv", dossier=base):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read(path, library, dossier)

    return read_list
