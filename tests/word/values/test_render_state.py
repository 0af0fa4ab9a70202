"""What one render asked for in vain, and where in the data something stands."""

from __future__ import annotations

from docgen.word.values.render_state import CURRENT, RenderState, path_to, require_care, require_rich_care, walk


def test_a_missing_path_is_remembered_once_and_shown_with_its_name():
    asked = RenderState({}, draft=True)
    assert [asked.note(path) for path in ("a.b", "c", "a.b")] == [
        "[ontbreekt: a.b]",
        "[ontbreekt: c]",
        "[ontbreekt: a.b]",
    ]
    assert asked.paths == ["a.b", "c"]


def test_a_row_is_called_by_its_id_and_else_by_its_number_from_one():
    parties = [{"id": "welzijn", "adres": {"plaats": "A"}}, {"naam": "zonder id"}]
    data = {"partijen": parties}
    assert path_to(parties[0]["adres"], data) == "partijen[welzijn].adres"
    assert path_to(parties[1], data) == "partijen[2]"
    assert path_to(parties, data) == "partijen"


def test_only_the_very_same_part_is_found_and_not_one_that_is_equal():
    data = {"een": {"naam": "x"}, "twee": {"naam": "x"}}
    assert path_to(data["twee"], data) == "twee"
    assert path_to({"naam": "x"}, data) is None


def test_the_data_are_gone_through_level_by_level_without_the_values_deep_inside():
    data = {"a": {"b": {"c": 1}}, "d": [2, [3]], "e": 4}
    assert [path for path, _ in walk(data)] == ["a", "d", "e", "a.b", "d[2]"]


def test_a_value_with_markup_of_its_own_asks_for_more_care_than_a_line_break():
    asked = RenderState({})
    require_care()  # when nothing is rendered this says nothing to anyone
    token = CURRENT.set(asked)
    try:
        require_care()
        assert (asked.needs_care, asked.is_rich) == (True, False)
        require_rich_care()
        assert (asked.needs_care, asked.is_rich) == (True, True)
    finally:
        CURRENT.reset(token)
