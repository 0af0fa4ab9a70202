"""A dossier works nothing out twice, and one that shares its parts with another not what that worked out."""

from __future__ import annotations

import pytest

from docgen.domain.memo import (
    BaseMemo,
    RowMemo,
    changed_sections,
    map_rows,
    memoized,
    memoized_by_value,
    with_memo,
)
from docgen.system import reference


@memoized
def total(dossier, name):
    return sum(dossier[name])


@memoized
def is_large(dossier):
    return total(dossier, "a") > 10 and total(dossier, "b") > 10


@memoized
def told(dossier):
    return ["groot" if is_large(dossier) else "klein"]


@memoized
def names(dossier):
    return sorted(dossier)


def test_an_answer_holds_as_long_as_what_was_read_is_the_same():
    base = BaseMemo({"a": [1, 2], "b": [30], "c": [5]})
    first, order = told(base), names(base)
    assert base.answers[told.__wrapped__,].parts == {"a"}  # b was never reached
    other = RowMemo({**base.full, "b": [1], "c": []}, base)
    assert told(other) is first and names(other) is order
    came_out_the_same = RowMemo({**base.full, "a": [3, 4]}, base)
    assert told(came_out_the_same) is first
    assert told(RowMemo({**base.full, "a": [30]}, base)) == ["groot"]
    assert names(RowMemo({**base.full, "d": []}, base)) == ["a", "b", "c", "d"]


def test_an_answer_that_comes_bit_by_bit_is_refused():
    with pytest.raises(TypeError, match="bit by bit"):
        memoized(lambda dossier: iter(dossier["a"]))(BaseMemo({"a": [1]}))


@pytest.fixture
def counted():
    """A memoized sum of a part, and how often it was worked out."""
    times = []

    @memoized
    def total(dossier, name):
        times.append(name)
        return sum(dossier[name])

    return total, times


def test_what_is_asked_twice_is_worked_out_once_for_each_argument(counted):
    total, times = counted
    dossier = with_memo({"a": [1, 2], "b": [30]})
    assert [total(dossier, "a"), total(dossier, "b"), total(dossier, "a")] == [3, 30, 3]
    assert times == ["a", "b"]


def test_of_a_dossier_that_does_not_remember_it_is_worked_out_every_time(counted):
    total, times = counted
    dossier = {"a": [1, 2]}
    assert total(dossier, "a") == total(dossier, "a") == 3 and len(times) == 2


def test_a_dossier_remembers_unless_it_does_already_or_may_not(monkeypatch):
    plain = {"a": []}
    known = with_memo(plain)
    assert isinstance(known, RowMemo) and known == plain
    assert (
        with_memo(known) is known
        and isinstance(with_memo(base := BaseMemo(plain)), BaseMemo)
        and with_memo(base) is base
    )
    monkeypatch.setattr(reference, "IS_FORCED", True)
    assert with_memo(plain) is plain


def test_a_part_that_is_equal_but_another_object_is_read_anew(counted):
    total, times = counted
    base = BaseMemo({"a": [1, 2], "b": [3]})
    total(base, "a")
    assert total(RowMemo({**base.full, "b": [4]}, base), "a") == 3 and times == ["a"]
    assert total(RowMemo({**base.full, "a": [1, 2]}, base), "a") == 3 and times == ["a", "a"]


def test_a_small_answer_that_comes_out_the_same_to_the_letter_keeps_what_is_built_on_it():
    built = []

    @memoized_by_value
    def names(dossier):
        return [row["naam"] for row in dossier["rijen"]]

    @memoized
    def sentence(dossier):
        built.append(1)
        return ", ".join(map(str, names(dossier)))

    base = BaseMemo({"rijen": [{"naam": 1, "uren": 5}]})
    assert sentence(base) == "1"
    assert sentence(RowMemo({"rijen": [{"naam": 1, "uren": 6}]}, base)) == "1" and len(built) == 1
    assert sentence(RowMemo({"rijen": [{"naam": True, "uren": 6}]}, base)) == "True" and len(built) == 2


def test_of_rows_only_those_that_are_new_are_worked_out():
    seen = []

    def doubled(row, times):
        seen.append(row["n"])
        return row["n"] * times

    kept, gone, new = {"n": 1}, {"n": 2}, {"n": 3}
    base = BaseMemo({"rijen": [kept, gone]})
    assert map_rows(base, base.full["rijen"], doubled, 2) == [2, 4]
    other = RowMemo({"rijen": [new, kept]}, base)
    assert map_rows(other, other["rijen"], doubled, 2) == [6, 2] and seen == [1, 2, 3]
    assert map_rows(other, other["rijen"], doubled, 10) == [30, 10]  # another question
    assert map_rows({"rijen": [kept]}, [kept], doubled, 2) == [2] and seen[-1] == 1


def test_what_no_change_touches_is_known_beforehand_in_a_copy_of_ones_own(counted):
    total, _ = counted
    base = BaseMemo({"a": [1], "b": [2]})
    total(base, "a"), total(base, "b")
    known = base.untouched_by(frozenset({"b"}))
    assert list(known.values()) == [1]
    known.clear()
    assert list(base.untouched_by(frozenset({"b"})).values()) == [1]


def test_parts_that_came_went_or_are_another_object_have_changed():
    same, other = [1], [1]
    assert changed_sections({"a": same, "b": other, "d": None}, {"a": same, "b": same, "c": None}) == {"b", "c", "d"}
