"""`docgen template fields`, `new`, `preview` and `diff`."""

import json


def test_names_of_a_type_can_be_searched(docgen):
    done = docgen("template", "fields", "jaarplan", "tekort")
    assert done.code == 0
    assert "{%p for tekort in tekorten %}" in done.out and "De jaren waarin de kosten hoger zijn" in done.out
    assert "organisatie" not in done.out
    nothing = docgen("template", "fields", "jaarplan", "olifant")
    assert nothing.code == 2 and "gaat niets over ‘olifant’" in nothing.err


def test_a_type_that_does_not_exist_is_told(docgen):
    done = docgen("template", "fields", "raadsvoorstl")
    assert done.code == 2 and "bedoel je ‘raadsvoorstel’?" in done.err


def test_a_cheat_sheet_passes_the_check_and_is_never_written_over(docgen, tmp_path):
    path = tmp_path / "spiekbrief.docx"
    assert docgen("template", "fields", "raadsbesluit", "--docx", path).code == 0
    checked = docgen("template", "check", path, "-d", "raadsbesluit", "--level", "advies")
    assert checked.code == 0 and "geen meldingen" in checked.out.casefold(), checked.out
    before = path.read_bytes()
    again = docgen("template", "fields", "raadsbesluit", "--docx", path)
    assert again.code == 2 and "is er al" in again.err and path.read_bytes() == before


def test_names_as_json_schema_have_the_derived_tables(docgen):
    done = docgen("template", "fields", "raadsbesluit", "--json-schema")
    assert json.loads(done.out)["properties"]["takenlijst"]["items"]["properties"]["eigenaar_naam"]["type"] == [
        "string",
        "null",
    ]
