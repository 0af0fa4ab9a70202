"""A dossier to fill in: every field that documents ask for, with its explanation."""

from __future__ import annotations

import re

import pytest

from docgen.authoring.fields import FREE, NEEDED, NEEDED_HERE, FieldInfo
from docgen.authoring.skeleton import explanation, skeleton
from docgen.schema.field import Field
from tests.authoring.draft import findings
from tests.conftest import TYPES


def made(library, *names):
    return skeleton(library, [library.types[name] for name in names], "dossier.yaml", "dossier.schema.json")


def test_a_skeleton_says_exactly_what_is_still_to_fill_in(library):
    assert [(p.code, p.path) for p in findings(made(library, "jaarplan"))] == [
        ("ontbreekt", "dossier › id"),
        ("ontbreekt", "dossier › titel"),
        ("ontbreekt", "organisatie › naam"),
        ("ontbreekt", "interventie › naam"),
        ("ontbreekt", "jaarplan › jaar"),
    ]


# what a writer would answer to each line of the to-do list
ANSWERS = {
    r"dossier › id": "proef",
    r"partij 1.* › id": "eerste",
    r"partij 2.* › id": "tweede",
    r"rol 1.* › id|overdracht › rol": "trekker",
    r"rol 1.* › partij": "eerste",
    r".* › (datum|ingang)": "2028-01-01",
    r".* › (jaar)": "2028",
    r".* › peildatum": "2028-01-01",
    r"bron 1 › partij": "extern",
    r"bron 1 › status": "gevraagd",
    r".* › aard": "structureel",
    r".* › bedragen": "{2028: 100}",
    r".* › nr": "1",
    r".*": "Tekst",
}


def test_a_document_for_two_parties_asks_for_both_at_once(library):
    asked = [p.path for p in findings(made(library, "overeenkomst")) if p.path.startswith("partij")]
    fields = ("id", "naam", "ondertekenaar")
    assert asked == [f"partij {number} › {field}" for number in (1, 2) for field in fields]
    one = made(library, "overeenkomst").replace(
        "\npartijen:\n", "\npartijen:\n  - {id: p, naam: P, ondertekenaar: O}\n"
    )
    asked = [p.path for p in findings(one) if p.path.startswith("partij")]
    assert asked == [
        f"partij {number} › {field}" for number in (2, 3) for field in fields
    ]  # both rows stay to be filled in


@pytest.mark.parametrize("name", TYPES)
def test_who_fills_in_what_the_list_asks_gets_the_document(library, name):
    lines = made(library, name).split("\n")
    for _ in range(3):
        for problem in findings("\n".join(lines), library.types[name]):
            assert problem.code in {"ontbreekt", "verwijzing"}, str(problem)
            if problem.code == "ontbreekt":
                answer = next(given for asked, given in ANSWERS.items() if re.fullmatch(asked, problem.path))
                lines[problem.line - 1] += f" {answer}"
            else:  # a party is asked for: fill in the first one that is blank
                row = next(i for i in range(lines.index("partijen:"), len(lines)) if lines[i] == "  - id:")
                for field in ("- id:", "naam:", "ondertekenaar:"):
                    at = next(i for i in range(row, len(lines)) if lines[i].strip() == field)
                    lines[at] += " eerste" if name == "overdracht" and field == "- id:" else " tweede"
    assert findings("\n".join(lines), library.types[name]) == []


@pytest.mark.parametrize("name", TYPES)
def test_a_skeleton_explains_every_field_in_one_line_above_it(library, name):
    lines = made(library, name).split("\n")
    named = [i for i, line in enumerate(lines) if re.match(r" *(- )?[a-z_]+:$", line)]
    explained = [i for i in named if lines[i - 1].lstrip().startswith("# ") and ": " in lines[i - 1]]
    again = lines.index("  - id:", lines.index("  - id:") + 1) if name == "overeenkomst" else None
    not_explained = [lines[i].strip() for i in named if i not in explained]
    assert not_explained == ([line.strip() for line in lines[again : again + 15]] if again else [])


def test_a_skeleton_has_only_the_parts_its_documents_need(library):
    tops = re.findall(r"^([a-z_]+):$", made(library, "raadsbesluit"), re.MULTILINE)
    assert tops == ["dossier", "organisatie", "raadsvoorstel"]
    both = re.findall(r"^([a-z_]+):$", made(library, "raadsbesluit", "jaarplan"), re.MULTILINE)
    assert {"partijen", "rollen", "jaarplan", "raadsvoorstel"} < set(both) and "overeenkomst" not in both


def test_a_skeleton_of_an_agreement_has_room_for_two_parties(library):
    assert made(library, "overeenkomst").count("\n  - id:\n    naam:\n    soort:") == 1
    assert "  # Volgende partij: kopieer de regels vanaf het streepje.\n" in made(library, "overeenkomst")


def test_a_description_of_ones_own_with_line_ends_stays_one_line_of_explanation(docgen, tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "brief.yaml").write_text(
        "titel: Brief\nnodig: [brief]\nschema:\n  brief:\n    type: dict\n    meta: {titel: Brief, omschrijving: Een brief.}\n"
        '    schema:\n      aan: {type: string, meta: {titel: Aan, omschrijving: "Voor wie.\\nEén naam.\\r\\naf"}}\n',
        encoding="utf-8",
    )
    assert docgen("new", "brief", "-o", "d.yaml", "--library", tmp_path).code == 0
    assert "\n  # Aan: Voor wie. Eén naam. af\n  aan:\n" in (tmp_path / "d.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rules", "required", "line"),
    [
        ({"type": "string", "meta": {"titel": "Naam", "omschrijving": "Hoe het heet.", "voorbeeld": "De Linde"}}, FREE, "Naam: Hoe het heet. Bijvoorbeeld: De Linde"),
        ({"type": "amount", "meta": {"titel": "Tarief", "omschrijving": "Euro per uur."}}, NEEDED, "Tarief (verplicht, bedrag): Euro per uur."),
        ({"type": "date", "meta": {"titel": "Dag", "omschrijving": "Wanneer."}}, NEEDED_HERE, "Dag (verplicht in dit onderdeel, datum): Wanneer."),
        ({"type": "string", "allowed": ["ja", "n.v.t."], "meta": {"titel": "Stand", "omschrijving": "Hoe het staat."}}, FREE, "Stand: Hoe het staat. Kies ja of n.v.t."),
        ({"type": "string", "meta": {"omschrijving": "Eerste regel.\nTweede\x07 regel."}}, FREE, "onderdeel: Eerste regel. Tweede regel."),
    ],
)  # fmt: skip
def test_a_field_is_explained_in_one_line(rules, required, line):
    assert explanation(FieldInfo("lijst[].onderdeel", Field(rules), required)) == line


def test_a_skeleton_names_its_file_its_schema_and_its_documents(library):
    kinds = [library.types["jaarplan"], library.types["raadsbesluit"]]
    lines = skeleton(library, kinds, "plan.yaml", "velden.json").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=velden.json"
    assert lines[2] == "# Dossier voor: Jaarplanparagraaf en Raadsbesluit."
    assert "# Kijk wat u nog moet invullen met: docgen check plan.yaml" in lines


def test_a_row_of_a_list_begins_with_a_dash_and_explains_itself_only_the_first_time(library):
    text = made(library, "overeenkomst")
    rows = text[text.index("\npartijen:\n") : text.index("  # Volgende partij")].splitlines()[2:]
    assert rows[0].startswith("  # Kenmerk (verplicht")
    assert rows[1] == "  - id:" and rows.count("  - id:") == 2
    again = rows[rows.index("  - id:", 2) :]
    assert again[1] == "    naam:" and not [line for line in again if "#" in line]


def test_a_field_that_lands_in_a_sentence_is_explained_with_that_sentence(library):
    lines = made(library, "overeenkomst").splitlines()
    told = next(line for line in lines if "Hoe vaak de stuurgroep bijeenkomt." in line)
    assert told.endswith("Zo komt het in de zin: De stuurgroep vergadert vier keer per jaar.")
