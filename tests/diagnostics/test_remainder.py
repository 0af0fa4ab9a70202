"""The end of the total: what could not be looked at."""

from __future__ import annotations

import pytest

from docgen.diagnostics.problem import Problem
from docgen.diagnostics.remainder import remainder


def problem(line, code="yaml", level="fout", file="d.yaml", unread=(), waiting=None):
    return Problem(file, line, 1, "", code, "x", level, unread=unread, waiting=waiting)


RULES = "; de regels zijn nog niet nagegaan: eerst deze "


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], ""),
        ([problem(1, "FIN-01")], ""),
        ([problem(1, "teken", "waarschuwing")], ""),
        ([problem(4), problem(9, "FIN-01")], f"{RULES}fout (regel 4)"),
        ([problem(9), problem(4), problem(4, "type")], f"{RULES}3 fouten (regel 4 en 9)"),
        ([problem(0)], f"{RULES}fout"),
        ([problem(4), problem(4, file="e.yaml")], f"{RULES}2 fouten"),
        ([problem(4, unread=((4, 4),))], f"; 1 regel tekst is niet gelezen{RULES}fout (regel 4)"),
        (
            [problem(4, unread=((5, 9), (12, 12))), problem(9, unread=((9, 9),))],
            f"; 6 regels tekst zijn niet gelezen{RULES}2 fouten (regel 4 en 9)",
        ),
        (
            [problem(4, waiting=("FIN-01", "FIN-05")), problem(9, waiting=("FIN-01",)), problem(2, "UUR-01")],
            "; 2 regels zijn nog niet nagegaan, adviezen nog niet getoond: eerst deze 2 fouten (regel 4 en 9)",
        ),
        ([problem(4, waiting=())], "; adviezen zijn nog niet getoond: eerst deze fout (regel 4)"),
        ([problem(4, waiting=("A",)), problem(5)], f"{RULES}2 fouten (regel 4 en 5)"),
        ([problem(n) for n in range(1, 11)], f"{RULES}10 fouten (regel 1, 2, 3, 4, 5, 6, 7, 8, …)"),
    ],
)
def test_it_is_said_what_was_not_read_and_what_waits_for_which_mistakes(found, words):
    assert remainder(found) == words
