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
@pytest.mark.parametrize("is_whole", [False, True])
def test_a_skeleton_explains_every_field_above_it_and_in_the_first_row_only(library, name, is_whole):
    lines = skeleton(library, [library.types[name]], "d.yaml", "s.json", is_whole).split("\n")
    named = [i for i, line in enumerate(lines) if re.match(r" *(- )?[a-z_]+:( 2)?$", line)]
    not_explained = [lines[i].strip() for i in named if not lines[i - 1].lstrip().startswith("# ")]
    again = ["- id:", "naam:", "ondertekenaar:", "niveau:", "bevoegdheid:"]
    if is_whole:
        again[2:] = ["soort:", "hierna:", "plaats:", "kvk:", *again[2:], "ter_uitvoering_van:", "orgaan:", "datum:", "getekend_op:", "logo:", "handtekening:"]  # fmt: skip
    assert not_explained == (again if name == "overeenkomst" else [])


def test_a_skeleton_has_only_the_parts_its_documents_need(library):
    tops = re.findall(r"^([a-z_]+):$", made(library, "raadsbesluit"), re.MULTILINE)
    assert tops == ["dossier", "organisatie", "interventie", "partijen", "rollen", "raadsvoorstel"]
    both = re.findall(r"^([a-z_]+):$", made(library, "raadsbesluit", "jaarplan"), re.MULTILINE)
    assert {"taken", "begroting", "jaarplan", "raadsvoorstel"} < set(both) and "overeenkomst" not in both


def test_a_skeleton_of_an_agreement_has_room_for_two_parties(library):
    again = "\n  - id:\n    naam:\n    ondertekenaar:\n    niveau:\n    bevoegdheid:\n"
    assert f"{again}  # Volgende partij: kopieer de regels vanaf het streepje.\n" in made(library, "overeenkomst")


def test_a_description_of_ones_own_with_line_ends_stays_one_line_of_explanation(docgen, tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "brief.yaml").write_text(
        "titel: Brief\nnodig: [brief]\nschema:\n  brief:\n    type: dict\n    meta: {titel: Brief, omschrijving: Een brief.}\n"
        '    schema:\n      aan: {type: string, meta: {titel: Aan, omschrijving: "Voor wie.\\nEén naam.\\r\\naf"}}\n',
        encoding="utf-8",
    )
    assert docgen("new", "brief", "-o", "d.yaml", "--library", tmp_path).code == 0
    assert "\n  #aan:  # Voor wie.\n" in (tmp_path / "d.yaml").read_text(encoding="utf-8")
    assert docgen("new", "brief", "--all", "-o", "e.yaml", "--library", tmp_path).code == 0
    assert "\n  # Aan: Voor wie. Eén naam. af\n  aan:\n" in (tmp_path / "e.yaml").read_text(encoding="utf-8")


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
    assert rows.count("  - id:") == 2
    again = rows[rows.index("  - id:", rows.index("  - id:") + 1) :]
    assert again[:2] == ["  - id:", "    naam:"] and not [line for line in again if "#" in line]


def test_a_field_that_lands_in_a_sentence_is_explained_with_that_sentence(library):
    field = library.schema.root.children["overeenkomst"].children["overleg"].children["stuurgroep"]
    told = explanation(FieldInfo("overeenkomst.overleg.stuurgroep", field, FREE))
    assert told.endswith("bijeenkomt. Zo komt het in de zin: De stuurgroep vergadert vier keer per jaar.")
