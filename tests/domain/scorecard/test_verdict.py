"""The words that all points share."""

from __future__ import annotations

import pytest

from docgen.domain.scorecard import verdict
from docgen.domain.scorecard.verdict import GREEN, GREY, ORANGE, RED
from tests.complete_dossier import full


@pytest.mark.parametrize(
    ("states", "least", "most"),
    [
        ((GREEN, ORANGE, RED), RED, GREEN),
        ((GREEN, GREY), GREEN, GREEN),
        ((ORANGE,), ORANGE, ORANGE),
        ((GREY,), GREY, GREY),
        ((), GREY, GREY),
    ],
)
def test_grey_is_neither_better_nor_worse(states, least, most):
    assert (verdict.worst(*states), verdict.best(*states)) == (least, most)


def test_the_first_state_that_holds_counts():
    states = [verdict.judged("x", green=green, orange=True).state for green in (True, False)]
    assert [*states, verdict.judged("x", green=False, orange=False).state] == [GREEN, ORANGE, RED]
    assert verdict.denied("x") == (RED, "x", True)


def test_of_a_long_list_the_rest_is_counted():
    assert verdict.listed("abc") == "a, b en c"
    assert verdict.listed(["a", "b", "a"]) == "a en b"
    assert verdict.listed("abcdefghij") == "a, b, c, d, e, f, g, h en nog 2"
    assert verdict.quoted(["Eten en drinken"]) == "‘Eten en drinken’"


def test_what_is_counted_is_one_or_many():
    assert verdict.share_of(1, 1, "partij", "partijen").replace("\u00a0", " ") == "1 van 1 partij"
    assert verdict.share_of(1, 6, "partij", "partijen").replace("\u00a0", " ") == "1 van 6 partijen"


def test_a_deputy_is_another_role_that_takes_part():
    dossier = full(
        "partijen: [{id: p, naam: P}]\n"
        "rollen: [{id: a, naam: A, partij: p}, {id: b, naam: B, partij: p, einde: 2028-06-29}]\n"
    )
    assert verdict.active_ids(dossier) == {"a"}
    assert not verdict.is_other_active(dossier, "a", "a")
    assert not verdict.is_other_active(dossier, "b", "a")
    assert verdict.is_other_active(dossier, "a", "b")
