"""Checklists of the user's own: a YAML file becomes a part of the dossier and a document, without Python."""

from __future__ import annotations

import pytest

from docgen.authoring.json_schema import json_schema
from docgen.authoring.skeleton import skeleton
from docgen.documents.production import render
from docgen.dossier import check, loads
from docgen.errors import DocgenError
from docgen.library.library import open_library
from docgen.word.plaintext import as_text
from tests.conftest import about_shape
from tests.word_files import text_of

LIST = """\
titel: Buurtwerk in tien vragen
bron: Handreiking Buurtwerk 2025
punten:
  - {id: B1, groep: Mensen, tekst: Is er een vast gezicht?, toelichting: Ook in de zomer.}
  - {id: B2, groep: Mensen, tekst: Kan een bewoner iemand bellen?}
  - {id: B3, groep: Plek, tekst: Is er een plek & een sleutel?}
"""
DOSSIER = "dossier: {id: d, titel: D}\norganisatie: {naam: gemeente A}\ninterventie: {naam: I}\n"
ANSWERS = "buurt_werk:\n  B1: {antwoord: ja, toelichting: Drie dagen in de week.}\n  B3: {antwoord: nee}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "checklists").mkdir()
    return tmp_path


def library_with(folder, text, name="buurt-werk"):
    (folder / "checklists" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return open_library(folder)


def rows_of(data):
    return [line[2:-2].split(" | ") for line in as_text(data).splitlines() if line.startswith("| ")]


def test_a_checklist_becomes_a_document_with_answers_and_what_is_not_filled_in(folder):
    dossier = loads((DOSSIER + ANSWERS).encode(), "d.yaml", library_with(folder, LIST))
    made = render(dossier, "buurt-werk")
    assert rows_of(made) == [
        ["Nr.", "Punt", "Antwoord", "Toelichting"],
        ["B1", "Is er een vast gezicht?", "✓ ja", "Drie dagen in de week"],
        ["B2", "Kan een bewoner iemand bellen?", "nog niet ingevuld", "–"],
        ["Nr.", "Punt", "Antwoord"],
        ["B3", "Is er een plek & een sleutel?", "✗ nee"],
    ]
    text = text_of(made)
    assert (
        "Van de 3 punten zijn er 2 beantwoord. Antwoorden: 1 keer ‘ja’ en 1 keer ‘nee’. Eén punt is nog niet ingevuld."
        in text
    )
    assert "Handreiking Buurtwerk 2025" in text and "Mensen" in text and "Plek" in text


def test_a_filled_checklist_is_a_section_of_the_borgingsplan_and_an_empty_one_is_not(folder):
    library = library_with(folder, LIST)
    heading = "Buurtwerk in tien vragen"
    with_answers = loads((DOSSIER + ANSWERS).encode(), "d.yaml", library)
    assert heading in text_of(render(with_answers, "borgingsplan"))
    assert ["B1", "Is er een vast gezicht?", "✓ ja", "Drie dagen in de week"] in rows_of(
        render(with_answers, "borgingsplan")
    )
    assert heading not in text_of(render(loads(DOSSIER.encode(), "d.yaml", library), "borgingsplan"))


def test_a_wrong_point_or_answer_in_the_dossier_is_found_at_its_place(folder):
    library = library_with(folder, LIST)
    wrong = DOSSIER + "buurt_werk:\n  B4: {antwoord: ja}\n  B1: {antwoord: jaa}\n"
    found = about_shape(check(loads(wrong.encode(), "d.yaml", library)))
    assert [(problem.line, problem.code) for problem in found] == [(5, "onbekend"), (6, "keuze")]
    assert "ja" in found[1].hint


def test_without_the_library_docgen_says_where_the_part_may_come_from():
    (problem,) = about_shape(check(loads((DOSSIER + ANSWERS).encode())))
    assert problem.path == "buurt_werk" and "--library" in problem.hint


def test_a_new_dossier_and_the_editor_ask_the_questions(folder):
    library = library_with(folder, LIST)
    text = skeleton(library, [library.type_named("buurt-werk")], "d.yaml", "s.json")
    assert "  # B1 (aanbevolen): Is er een vast gezicht? Ook in de zomer.\n  B1:" in text
    assert json_schema(library)["properties"]["buurt_werk"]["properties"].keys() == {"B1", "B2", "B3"}


def test_a_list_may_have_answers_and_a_template_of_its_own(folder):
    from docgen.library.library import shipped

    own = LIST + 'antwoorden: ["eens", "oneens"]\n'
    library = library_with(folder, own)
    dossier = loads((DOSSIER + "buurt_werk: {B1: {antwoord: eens}}\n").encode(), "d.yaml", library)
    assert ["B1", "Is er een vast gezicht?", "eens"] in rows_of(render(dossier, "buurt-werk"))
    (folder / "templates").mkdir()
    (folder / "templates" / "buurt-werk.docx").write_bytes((shipped("templates") / "raadsbesluit.docx").read_bytes())
    assert open_library(folder).types["buurt-werk"].template == folder / "templates" / "buurt-werk.docx"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: T\n", "‘bron’ ontbreekt; vul in van wie de lijst komt"),
        ("bron: B\n", "‘titel’ ontbreekt; vul in hoe de lijst heet"),
        ("titel: T\nbron: B\npunte: []\n", "‘punte’ bestaat niet; bedoel je ‘punten’?"),
        ("titel: T\nbron: B\npunten: tekst\n", "bij ‘punten’ hoort een lijst; zet voor elk punt een streepje"),
        ("titel: T\nbron: B\npunten: [Is het er?]\n", "punt 1 heeft geen velden; schrijf id: en tekst:"),
        ("titel: T\nbron: B\npunten: [{id: a}]\n", "punt 1 (a): ‘tekst’ ontbreekt; schrijf de vraag of stelling"),
        ("titel: T\nbron: B\npunten: [{id: a b, tekst: T}]\n", "punt 1: ‘id’ is een kort kenmerk"),
        ("titel: T\nbron: B\npunten: [{id: a, txt: T}]\n", "punt 1: ‘txt’ bestaat niet"),
        ("titel: T\nbron: B\npunten: [{id: a, tekst: T}, {id: a, tekst: U}]\n", "punt ‘a’ staat er twee keer"),
        ("titel: T\nbron: B\nantwoorden: [ja, ja]\npunten: []\n", "bij ‘antwoorden’ staat een woord twee keer"),
        ("- a\n", "begin met titel: en bron:"),
        ("", "begin met titel: en bron:"),
        ("titel: T\ntitel: U\nbron: B\n", "regel 2: ‘titel’ staat er twee keer"),
        ("titel: T\nbron: B\npunten: &a [*a]\n", "regel 3"),
        ("titel: T\nbron: B\nomschrijving: [a]\n", "bij ‘omschrijving’ hoort tekst"),
        (f"titel: T\nbron: B\npunten: {'[' * 5000}\n", "regel 3"),
        ("titel: [\n", "regel"),
    ],
)
def test_a_list_that_is_not_sound_is_named_with_its_remedy(folder, text, message):
    with pytest.raises(DocgenError) as refused:
        library_with(folder, text)
    assert message in str(refused.value) and "buurt-werk.yaml" in str(refused.value)


def test_what_a_list_says_is_text_as_it_was_written(folder):
    text = LIST.replace("id: B1", "id: yes").replace("id: B2", "id: 01")
    assert [point.id for point in library_with(folder, text).types["buurt-werk"].checklist.points] == [
        "yes",
        "01",
        "B3",
    ]


def test_every_name_that_templates_use_is_reserved():
    from docgen.context.builder import DERIVED
    from docgen.library.checklists import RESERVED

    said = {"document", "concept", "oordeel", "werkblad", "vergelijking", "checklist", "checklists", "geheel"}
    assert set(RESERVED) == set(DERIVED) | said


@pytest.mark.parametrize("name", ["risicos", "jaarplan", "Mijn lijst", "geheel", "gezien-vanuit"])
def test_a_list_may_not_take_the_name_of_something_else(folder, name):
    with pytest.raises(DocgenError, match=r"bestaat al in docgen|alleen kleine letters"):
        library_with(folder, LIST, name)


def test_the_factors_of_zonmw_are_an_empty_slot_that_names_its_source(docgen, folder):
    library = open_library()
    assert "zonmw-gezonde-slagkracht" not in library.types
    done = docgen("new", "zonmw-gezonde-slagkracht")
    assert done.code == 2 and "heeft nog geen punten (bron: Izeboud 2014" in done.err
    filled = LIST.replace("Buurtwerk in tien vragen", "Succesfactoren")
    assert (
        library_with(folder, filled, "zonmw-gezonde-slagkracht").types["zonmw-gezonde-slagkracht"].title
        == "Succesfactoren"
    )
