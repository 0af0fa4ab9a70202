"""Libraries of a user: one that adds fields for a letter to a partner, and one with a single schema."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError
from docgen.library.library import open_library
from tests.library.brief_library import BRIEF, DOSSIER, TEMPLATE


@pytest.fixture
def brief(tmp_path):
    """Opens a library with this text or these bytes as its schema `brief`; what is wrong with it, and where."""
    path = tmp_path / "schemas" / "brief.yaml"
    path.parent.mkdir()

    def wrong_in(text):
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        try:
            open_library(tmp_path)
        except DocgenError as refused:
            where, _, what = str(refused).partition(": ")
            assert where.startswith(f"schema {path}")
            line = where.removeprefix(f"schema {path}").removeprefix(", regel ")
            return int(line) if line else 0, what
        return None

    return wrong_in


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "lib" / "schemas").mkdir(parents=True)
    (tmp_path / "lib" / "templates").mkdir()
    (tmp_path / "lib" / "schemas" / "brief.yaml").write_text(BRIEF, encoding="utf-8")
    (tmp_path / "lib" / "templates" / "brief.docx").write_bytes(TEMPLATE)
    (tmp_path / "d.yaml").write_text(DOSSIER, encoding="utf-8")
    return tmp_path
