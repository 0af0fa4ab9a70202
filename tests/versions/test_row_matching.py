"""Which row of a list is which one of an earlier version."""

from __future__ import annotations

from docgen.schema.field import Field
from docgen.versions.row_matching import Pair, order_changed, pairs

TASKS = Field(
    {"type": "list", "schema": {"type": "dict", "schema": {"id": {"type": "string"}, "titel": {"type": "string"}}}}
)
LINES = Field({"type": "list", "schema": {"type": "string"}})
CALL, VISIT = {"id": "T1", "titel": "Bewoners bellen"}, {"id": "T2", "titel": "Huisbezoeken plannen"}


def test_a_row_is_known_by_its_id_whatever_else_changed():
    assert pairs([CALL, VISIT], [VISIT | {"titel": "Anders"}, CALL], TASKS) == [Pair(1, 0), Pair(0, 1)]


def test_a_row_that_got_another_id_is_the_same_row():
    assert pairs([CALL], [VISIT, CALL | {"id": "T9"}], TASKS) == [Pair(None, 0), Pair(0, 1)]


def test_rows_that_have_little_in_common_are_gone_and_new():
    assert pairs([CALL], [VISIT], TASKS) == [Pair(None, 0), Pair(0, None)]


def test_lines_without_an_id_are_the_same_when_most_of_their_words_are():
    before = ["De raad beslist in mei over het geld", "De stichting betaalt de huur"]
    now = ["De stichting betaalt de huur", "De raad beslist in juni over het geld", "Iets heel anders"]
    assert pairs(before, now, LINES) == [Pair(1, 0), Pair(0, 1), Pair(None, 2)]


def test_rows_of_more_names_are_the_same_only_when_all_of_these_are():
    told = Field(TASKS.rules | {"meta": {"uniek": ["tijdvak", "rol"]}})
    rows = [{"tijdvak": "2028", "rol": "a", "uren": 5}, {"tijdvak": "2028", "rol": "b", "uren": 7}]
    assert pairs(rows, [rows[1] | {"uren": 1}, rows[0]], told) == [Pair(1, 0), Pair(0, 1)]


def test_an_order_changed_only_when_rows_of_both_versions_changed_places():
    assert order_changed([Pair(1, 0), Pair(0, 1)])
    assert not order_changed([Pair(0, 0), Pair(None, 1), Pair(2, 2), Pair(1, None)])
