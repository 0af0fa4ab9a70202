"""A field of a dossier: what its rules say, by name, and all values of data with their field."""

from __future__ import annotations

from docgen.schema.field import ANYTHING, Field, iter_values

TEXT, YEAR, AMOUNT = {"type": "string"}, {"type": "integer", "min": 1990}, {"type": "amount"}
ROW = {"type": "dict", "schema": {"id": TEXT | {"required": True}}}
ROWS = {"type": "list", "schema": ROW}
YEARS = {"type": "dict", "keysrules": YEAR, "valuesrules": AMOUNT}
ROOT = Field({"type": "dict", "schema": {"rollen": ROWS, "jaren": YEARS}})


def test_only_words_of_the_writer_are_free_text():
    assert Field(TEXT).is_free_text and Field({"type": "string", "meta": {"titel": "T"}, "maxlength": 9}).is_free_text
    for rules in (
        {"type": "string", "allowed": ["a"]},
        {"type": "string", "regex": "a"},
        {"type": "string", "meta": {"ref": "rollen"}},
        {"type": "date"},
        {},
    ):
        assert not Field(rules).is_free_text


def test_a_choice_or_a_pattern_binds_a_text_and_a_reference_does_not():
    assert Field(TEXT | {"allowed": ["a"]}).is_bound and Field(TEXT | {"regex": "a"}).is_bound
    assert not Field(TEXT).is_bound and not Field(TEXT | {"meta": {"ref": "rollen"}}).is_bound


def test_one_step_further_is_a_child_a_row_or_a_value_behind_a_name():
    assert ROOT.below("rollen").rules is ROWS
    assert Field(ROWS).below(7).rules is ROW
    assert Field(YEARS).below(2028).rules is AMOUNT
    assert ROOT.below("rolen") is None and Field(TEXT).below("id") is None and ANYTHING.below(0) is None


def test_a_path_goes_through_children_rows_and_years_to_a_field_or_to_none():
    assert ROOT.at(("rollen", 3, "id")).rules == ROW["schema"]["id"] and ROOT.at(("jaren", 2028)).rules is AMOUNT
    assert ROOT.at(()) is ROOT and ROOT.at(("rollen", 3, "naam", "x")) is None


def test_each_row_of_a_list_is_its_row_and_what_is_no_list_is_itself():
    assert Field(ROWS).each.rules is ROW and ROOT.each is ROOT
    assert Field({"type": "list"}).each is ANYTHING and Field({"type": "list"}).row is None


def test_a_part_has_fixed_names_when_it_has_fields_also_when_those_are_none():
    assert ROOT.has_fixed_names and Field({"type": "dict", "schema": {}}).has_fixed_names
    assert not Field(YEARS).has_fixed_names and not Field(ROWS).has_fixed_names and not ANYTHING.has_fixed_names


def test_the_names_that_are_required_are_those_of_the_children_that_are():
    assert Field(ROW).required == ["id"] and ROOT.required == [] and Field(ROWS).required == []
    assert Field(ROW).children["id"].is_required and not Field(TEXT | {"required": False}).is_required


def test_years_are_names_that_are_whole_numbers():
    assert Field(YEARS).has_years and not Field({"keysrules": TEXT, "valuesrules": TEXT}).has_years
    assert not ROOT.has_years


def test_what_a_field_is_about_is_text_or_empty():
    about = {"titel": "Uren", "omschrijving": "Per jaar.", "voorbeeld": 840, "enkelvoud": "uur", "uniek": ["a", "b"]}
    field = Field({"type": "number", "min": 0, "max": 5, "meta": about})
    assert (field.title, field.description, field.example, field.singular) == ("Uren", "Per jaar.", "840", "uur")
    assert (field.min, field.max, field.unique_key) == (0, 5, ["a", "b"])
    assert (ANYTHING.title, ANYTHING.description, ANYTHING.example, ANYTHING.singular) == ("", "", "", "")
    assert (ANYTHING.min, ANYTHING.max, ANYTHING.unique_key) == (None, None, ["id"])


def test_a_reference_names_its_list_and_what_else_may_stand_there():
    field = Field({"type": "string", "meta": {"ref": "partijen", "ook": ["extern"], "vrije_tekst": True}})
    assert (field.reference, field.also, field.may_be_prose) == ("partijen", ["extern"], True)
    assert (ANYTHING.reference, ANYTHING.also, ANYTHING.may_be_prose) == ("", [], False)


def test_what_is_inside_a_field_is_worked_out_once():
    assert ROOT.children is ROOT.children and ROOT.at(("rollen", 0)) is ROOT.at(("rollen", 5))


def test_every_known_value_comes_with_its_path_and_its_field_and_a_name_before_its_value():
    data = {"rollen": [{"id": "a", "naam": "A"}], "jaren": {2028: 5}, "onbekend": 1}
    assert [(path, value, field.rules, is_key) for path, value, field, is_key in iter_values(data, ROOT)] == [
        (("rollen",), [{"id": "a", "naam": "A"}], ROWS, False),
        (("rollen", 0), {"id": "a", "naam": "A"}, ROW, False),
        (("rollen", 0, "id"), "a", ROW["schema"]["id"], False),
        (("jaren",), {2028: 5}, YEARS, False),
        (("jaren", 2028), 2028, YEAR, True),
        (("jaren", 2028), 5, AMOUNT, False),
    ]


def test_data_of_another_kind_than_the_field_are_one_value():
    (found,) = iter_values({"rollen": "geen"}, ROOT)
    assert found[:2] == (("rollen",), "geen") and found[2].rules is ROWS
    assert iter_values({"a": 1}, ANYTHING) == []


def test_a_field_that_lands_in_a_sentence_says_how_it_reads_there():
    frame = {"vorm": "B", "raam": "Zij vergadert {…}.", "voorbeeld": "elke maand"}
    field = Field({"type": "string", "meta": {"omschrijving": "Hoe vaak.", "zin": frame}})
    assert field.frame.form == "B"
    assert field.help == "Hoe vaak. Zo komt het in de zin: Zij vergadert elke maand."
    assert Field(TEXT).frame is None and Field(TEXT | {"meta": {"omschrijving": "Wat."}}).help == "Wat."
