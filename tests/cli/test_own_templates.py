"""`docgen template fields`, `new`, `preview` and `diff`."""

import json

from docgen.word.plaintext import as_text
from tests.conftest import ROOT, SAMPLE


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


def test_a_template_of_ones_own_is_begun_checked_seen_and_compared(docgen, tmp_path):
    path = tmp_path / "besluit.docx"
    begun = docgen("template", "new", "raadsbesluit", "-o", path)
    assert begun.code == 0 and f"docgen template check {path} -d raadsbesluit" in begun.out
    assert docgen("template", "check", path, "-d", "raadsbesluit").code == 0
    before = path.read_bytes()
    again = docgen("template", "new", "raadsbesluit", "-o", path)
    assert again.code == 2 and "is er al en blijft zoals het is" in again.err and path.read_bytes() == before
    same = docgen("template", "diff", path)
    assert same.code == 0 and "U hoeft niets over te nemen" in same.out
    other = docgen("template", "diff", path, ROOT / "templates" / "jaarplan.docx", "--format", "json")
    assert other.code == 1
    assert {"what": "herhaling", "how": "nieuw", "text": "for taak in jaartaken", "was": ""} in json.loads(other.out)


def test_a_preview_is_filled_and_says_with_what(docgen, tmp_path):
    path = tmp_path / "besluit.docx"
    docgen("template", "new", "raadsbesluit", "-o", path)
    done = docgen(
        "template", "preview", path, SAMPLE, "-o", tmp_path / "uit", env={"DOCGEN_SOFFICE": str(tmp_path / "soffice")}
    )
    assert done.code == 0 and "wijkkracht-spoordijk.yaml" in done.out
    assert "daar staat geen LibreOffice" in done.err
    assert "Merenbroek" in as_text(tmp_path / "uit" / "voorbeeld.docx")


def test_what_is_no_template_is_told_and_nothing_is_written(docgen, tmp_path):
    text = tmp_path / "raadsbesluit.docx"
    text.write_text("geen Word")
    for args in (("preview", text), ("diff", text), ("preview", tmp_path / "weg.docx"), ("diff", text, text)):
        done = docgen("template", *args)
        assert done.code == 2 and done.err.startswith("docgen: ") and "Traceback" not in done.err
    assert [one.name for one in tmp_path.iterdir()] == ["raadsbesluit.docx"]
    broken = docgen("template", "preview", ROOT / "templates" / "raadsvoorstel.docx", ROOT / "samples" / "voorbeeld-met-gebreken.yaml", "-o", tmp_path / "x")  # fmt: skip
    assert broken.code == 1 and "er is niets gemaakt" in broken.err and not (tmp_path / "x").exists()
