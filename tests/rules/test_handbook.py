"""docs/regels.md and `docgen explain`."""

from __future__ import annotations

from docgen.rules.handbook import handbook
from tests.conftest import ACCEPT, ROOT


def test_the_page_about_the_rules_is_current():
    path = ROOT / "docs" / "regels.md"
    if ACCEPT:
        path.write_text(handbook(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == handbook()
