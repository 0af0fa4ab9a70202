"""The fragments that a schema refers to are there, and together not too many or too deep."""

from __future__ import annotations

import pytest

from docgen.schema.metaschema.fragments import DEEPEST, MOST_FIELDS, FragmentSizes
from docgen.schema.metaschema.keywords import Unsound

TEXT = {"type": "string"}
SHARED = {"tekst": TEXT, "adres": {"type": "dict", "schema": {"straat": {"fragment": "tekst"}}}}


def refused(rules, fragments=SHARED):
    with pytest.raises(Unsound) as fault:
        FragmentSizes(fragments).check_all(rules, ("schema",))
    return fault.value.steps, str(fault.value)


def test_a_fragment_may_use_another_and_be_used_often():
    FragmentSizes(SHARED).check_all(
        {"a": {"fragment": "adres"}, "b": {"type": "list", "schema": {"fragment": "adres"}}}, ()
    )


def test_a_fragment_that_is_not_there_is_named_at_its_place_with_what_was_meant():
    assert refused({"a": {"type": "list", "schema": {"fragment": "tesk"}}}) == (
        ("schema", "a", "schema", "fragment"),
        "het fragment ‘tesk’ bestaat niet; bedoel je ‘tekst’?",
    )
    many = {f"tekst{i}": TEXT for i in range(30)}
    assert refused({"a": {"fragment": "xyz"}}, many)[1].count(",") == 19
    assert refused({"a": {"fragment": "xyz"}})[1] == "het fragment ‘xyz’ bestaat niet; bekend zijn: tekst, adres"


def test_a_fragment_that_comes_back_to_itself_is_refused_where_it_does():
    round_about = {"a": {"type": "list", "schema": {"fragment": "b"}}, "b": {"fragment": "a"}}
    assert refused({"x": {"fragment": "a"}}, round_about) == (
        ("fragmenten", "b", "fragment"),
        "het fragment ‘a’ verwijst naar zichzelf; schrijf de velden uit",
    )


def test_a_field_cannot_have_the_name_fragment():
    assert refused({"a": {"type": "dict", "schema": {"fragment": TEXT}}}) == (
        ("schema", "a", "schema", "fragment"),
        "achter ‘fragment’ hoort de naam van een fragment; een veld kan niet zo heten",
    )


def test_a_fragment_is_a_description_with_a_description_under_meta():
    assert refused({"a": {"fragment": "kort"}}, {"kort": "tekst"}) == (
        ("fragmenten", "kort"),
        "bij het fragment ‘kort’ hoort een beschrijving, zoals {type: string}",
    )
    assert refused({"a": {"fragment": "kort"}}, {"kort": {"meta": "uitleg"}}) == (
        ("fragmenten", "kort", "meta"),
        "bij het fragment ‘kort’ hoort onder meta: een titel en een omschrijving",
    )
    assert refused({"a": {"fragment": "tekst", "meta": "uitleg"}}) == (
        ("schema", "a", "meta"),
        "hier hoort onder meta: een titel en een omschrijving",
    )


def test_fragments_that_multiply_are_counted_before_they_are_filled_in():
    tenfold = {"f0": TEXT} | {
        f"f{i}": {"type": "dict", "schema": {f"v{j}": {"fragment": f"f{i - 1}"} for j in range(10)}}
        for i in range(1, 10)
    }
    FragmentSizes(tenfold).check_all({"x": {"fragment": "f3"}}, ())
    assert refused({"x": {"fragment": "f9"}}, tenfold)[1] == "te veel velden (meer dan 20000); splits het schema"


def test_fields_are_counted_together():
    wide = {"w": {"type": "dict", "schema": {f"v{i}": TEXT for i in range(MOST_FIELDS // 2)}}}
    FragmentSizes(wide).check_all({"a": {"fragment": "w"}}, ())
    assert refused({"a": {"fragment": "w"}, "b": {"fragment": "w"}}, wide) == (
        ("schema", "b"),
        "te veel velden (meer dan 20000); splits het schema",
    )


def nested(levels):
    rules = TEXT
    for _ in range(levels):
        rules = {"type": "list", "schema": rules}
    return {"a": rules}


def test_descriptions_may_stand_in_each_other_but_not_without_end():
    FragmentSizes({}).check_all(nested(DEEPEST - 1), ())
    assert refused(nested(DEEPEST + 1))[1] == "te diep genest; haal een niveau weg"
