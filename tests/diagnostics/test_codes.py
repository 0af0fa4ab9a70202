"""Every code of a finding has its meaning."""

from __future__ import annotations

from docgen.diagnostics.codes import MEANINGS
from tests.loading.test_traps import TRAPS


def test_every_code_a_trap_gives_has_a_meaning():
    codes = {trap[4] for trap in TRAPS}
    assert codes - set(MEANINGS) == set() and len(codes) > 15
