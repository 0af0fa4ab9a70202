"""What the tests of the command line share."""

from __future__ import annotations

import pytest

from docgen.cli import app
from tests.batch.conftest import folder, two, two_made

__all__ = ["called", "folder", "two", "two_made"]


@pytest.fixture
def called(capsys):
    """A function that calls a command in this process: its exit code, what it prints and what it complains of."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = app.docgen.main(list(map(str, arguments)), standalone_mode=False)
        printed = capsys.readouterr()
        return code or 0, printed.out, printed.err

    return call
