"""`docgen explain`: what a finding means."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError


def test_more_codes_are_explained_with_a_line_between_and_never_wider_than_a_hundred(called, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    code, out, _ = called("explain", "FIN-03", "onbekend")
    assert code == 0 and out.startswith("FIN-03") and "\n\nonbekend" in out
    assert max(map(len, out.splitlines())) <= 100


def test_when_one_code_does_not_exist_nothing_is_explained(called, capsys):
    with pytest.raises(DocgenError, match="FIN-99"):
        called("explain", "FIN-03", "FIN-99")
    assert capsys.readouterr().out == ""
