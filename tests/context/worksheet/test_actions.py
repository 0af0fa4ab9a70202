"""The third column: an action in one line."""

from __future__ import annotations

import pytest

from docgen.context.schedule import actions
from docgen.context.worksheet.actions import ended, is_open, line
from tests.complete_dossier import NBSP, PEOPLE, full


def one(action):
    return actions(full(PEOPLE + f"acties: [{{blok: eigenaar, {action}}}]\n"))[0]


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("tekst: uren regelen., rol: r, uiterlijk: 2029-01-01, status: bezig, kans: groot", "Uren regelen (Regisseur, uiterlijk 1 januari 2029, bezig, kans groot)"),
        ("tekst: uren regelen, uiterlijk: 2028-06-29", "Uren regelen (uiterlijk 29 juni 2028, open); te laat"),
        ("tekst: uren regelen, uiterlijk: 2028-06-30", "Uren regelen (uiterlijk 30 juni 2028, open)"),
        ("tekst: uren regelen", "Uren regelen (open)"),
    ],
)  # fmt: skip
def test_an_action_says_who_when_how_far_and_how_likely_as_far_as_that_is_known(action, told):
    assert line(one(action), public=False).replace(NBSP, " ") == told


def test_everybody_reads_only_what_and_when():
    action = one("tekst: uren regelen, rol: r, uiterlijk: 2028-01-01, kans: klein")
    assert line(action, public=True).replace(NBSP, " ") == "Uren regelen (uiterlijk 1 januari 2028)"


def test_what_is_done_or_dropped_is_not_open_and_stands_in_one_line():
    done = [one("tekst: Eén, status: klaar"), one("tekst: Twee., status: klaar"), one("tekst: Drie, status: vervallen")]
    assert not any(map(is_open, done)) and is_open(one("tekst: Vier"))
    assert (ended(done, "klaar"), ended(done, "vervallen"), ended([], "klaar")) == (
        "Klaar: Eén; Twee",
        "Vervallen: Drie",
        None,
    )
