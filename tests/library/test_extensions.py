"""Fields that a library adds to parts of docgen: in lists, forms, `fields`, `new`, the editor and templates."""

from __future__ import annotations

import json

import openpyxl
import pytest

from docgen.authoring.fields import fields
from docgen.authoring.json_schema import json_schema
from docgen.authoring.skeleton import skeleton
from docgen.documents.production import render
from docgen.dossier import check, loads
from docgen.errors import DocgenError
from docgen.library.library import open_library
from docgen.partners.reader import read
from tests.library.brief_library import BRIEF, DOSSIER, opened_with, refused
from tests.word_files import text_of


@pytest.fixture
def library(folder):
    return open_library(folder / "lib")


def test_added_fields_stand_with_the_fields_of_docgen(library):
    known = {field.path: field.required for field in fields(library, [library.types["brief"]])}
    assert known["partner.straat"] == "ja" and known["partijen[].postadres"] == "ja"
    assert known["partner.bezoek.kamer"] == "bij gebruik"
    text = skeleton(library, [library.types["brief"]], "d.yaml", "s.json")
    assert "  # Straat (verplicht): Straat met huisnummer. Bijvoorbeeld: Kade 1\n  straat:\n" in text


def test_the_editor_knows_added_fields_and_asks_what_a_document_needs(library):
    schema = json_schema(library)
    partner = schema["properties"]["partner"]["properties"]
    assert partner["straat"]["description"] == "Straat met huisnummer." and "bezoek" in partner
    post = schema["properties"]["begroting"]["properties"]["posten"]["items"]["properties"]
    assert post["kostenplaats"]["pattern"] == "^(?:[0-9]{4})$"
    assert "straat" in json.dumps(json_schema(library, [library.types["brief"]])["allOf"])


def test_an_added_field_is_checked_and_asked_as_every_other(library):
    assert not [problem for problem in check(loads(DOSSIER.encode(), "d.yaml", library)) if problem.level == "fout"]
    wrong = DOSSIER.replace('"0123"', '"123"').replace(", straat: Kade 1", "").replace("Postbus 2", "")
    found = {(problem.line, problem.path, problem.code) for problem in check(loads(wrong.encode(), "d.yaml", library))}
    assert {
        (8, "begroting › post 1 (P1) › kostenplaats", "vorm"),
        (10, "partner › straat", "ontbreekt"),
        (5, "partij 2 (b) › postadres", "ontbreekt"),
    } <= found


def test_a_template_may_ask_for_an_added_field_that_is_filled_in_or_not(library):
    assert text_of(render(loads(DOSSIER.encode(), "d.yaml", library), "brief")).splitlines() == [
        "Aan Stichting C, Kade 1", "Stichting A: Postbus 1", "Stichting B: Postbus 2", "Zaal op 0123", "Koffie zonder",
    ]  # fmt: skip


def test_an_excel_list_has_columns_for_added_fields_from_the_form_to_the_document(docgen, folder):
    made = docgen("partners", "template", "d.yaml", "-o", "lijst.xlsx", "--library", "lib", cwd=folder)
    assert made.code == 0, made.err
    book = openpyxl.load_workbook(folder / "lijst.xlsx")
    headings = [cell.value for cell in book["Partners"][1]]
    assert {"partner.straat", "partner.bezoek.kamer", "partner.bezoek.dag", "partner.postadres"} <= set(headings)
    assert "» Straat. Straat met huisnummer. Bijvoorbeeld: Kade 1." in [cell.value for cell in book["Partners"][2]]
    row = {
        "partner.naam": "Stichting D",
        "partner.straat": "Weg 9",
        "partner.bezoek.kamer": "1.01",
        "partner.ondertekenaar": "directeur",
    }
    for column, heading in enumerate(headings, 1):
        book["Partners"].cell(3, column, row.get(heading))
    book.save(folder / "lijst.xlsx")
    done = docgen(
        "batch",
        "d.yaml",
        "--partners",
        "lijst.xlsx",
        "-d",
        "brief",
        "--library",
        "lib",
        "-o",
        "uit",
        cwd=folder,
    )
    assert done.code == 1 and "partner › postadres: is nog leeg" in done.err  # who signs is a party: it asks its fields
    (folder / "lib" / "schemas" / "brief.yaml").write_text(
        BRIEF.replace(', "partijen[].postadres"', ""), encoding="utf-8"
    )
    done = docgen(
        "batch", "d.yaml", "--partners", "lijst.xlsx", "-d", "brief", "--library", "lib", "-o", "uit", cwd=folder
    )
    assert done.code == 0, done.err
    (path,) = (folder / "uit").glob("*.docx")
    assert text_of(path.read_bytes()).splitlines()[:4] == [
        "Aan Stichting D, Weg 9, kamer 1.01", "Stichting A: Postbus 1", "Stichting B: Postbus 2", "Stichting D: geen adres",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lijst.csv", "partner.naam;partner.straat;begroting.posten[P1].kostenplaats\nD;Weg 9;0456\n"),
        ("lijst.yaml", "- partner.naam: D\n  partner.straat: Weg 9\n  begroting.posten[P1].kostenplaats: '0456'\n"),
    ],
)
def test_csv_and_yaml_lists_have_columns_for_added_fields_of_rows_too(folder, library, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    found = read(folder / name, library, loads(DOSSIER.encode(), "d.yaml", library))
    assert not found.problems
    assert [(cell.path, cell.value) for cell in found.rows[0].cells] == [
        (("partner", "naam"), "D"), (("partner", "straat"), "Weg 9"), (("begroting", "posten", 0, "kostenplaats"), "0456"),
    ]  # fmt: skip


def test_a_party_as_partner_has_the_fields_that_only_partners_have_left_empty(docgen, folder):
    (folder / "lib" / "schemas" / "brief.yaml").write_text(BRIEF.replace("partner.straat, ", ""), encoding="utf-8")
    done = docgen("batch", "d.yaml", "-d", "brief", "--per", "partij", "--library", "lib", "-o", "uit", cwd=folder)
    assert done.code == 0, done.err
    first = sorted((folder / "uit").glob("*.docx"))[0]
    assert text_of(first.read_bytes()).splitlines()[0] == "Aan Stichting A"


def test_two_schemas_may_add_the_same_field_with_the_same_rules_only(folder):
    same = "aanvulling:\n  partner:\n    straat: {type: string, empty: false, meta: {titel: Straat, omschrijving: Straat met huisnummer., voorbeeld: Kade 1}}\n"
    assert opened_with(folder, same)
    assert refused(folder, same.replace("Kade 1", "Kade 2"), "zander") == (
        ", regel 3: ander.yaml voegt ‘straat’ aan ‘partner’ toe met andere regels; maak ze gelijk"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("aanvulling: {partner: {naam: {type: string}}}", "regel 1: ‘naam’ bestaat al in ‘partner’ van docgen; haal het hier weg, of kies een andere naam"),
        ("aanvulling:\n  partner:\n    Naam: {type: string}", "regel 3: ‘naam’ bestaat al in ‘partner’"),
        ("aanvulling:\n  partijen:\n    fax:\n      type: string\n      required: true", "regel 5: ‘fax’ is een extra veld en mag ontbreken; haal required weg en zet partijen[].fax onder nodig"),
        ("aanvulling:\n  doelen.metingen: {a: {type: string, required: true}}", "zet doelen[].metingen[].a onder nodig"),
        ("aanvulling:\n  partners: {fax: {type: string}}", "regel 2: er is geen onderdeel ‘partners’; bedoel je ‘partner’?"),
        ("aanvulling:\n  begroting.post: {fax: {type: string}}", "regel 2: ‘begroting’ heeft geen veld ‘post’; bedoel je ‘posten’?"),
        ("aanvulling:\n  dossier.titel: {fax: {type: string}}", "regel 2: ‘dossier.titel’ heeft geen vaste velden; noem dossier"),
        ("aanvulling:\n  kolommen: {fax: {type: string}}", "regel 2: ‘kolommen’ heeft geen vaste velden; noem een onderdeel met velden, zoals partner"),
        ("aanvulling:\n  brief: {fax: {type: string}}", "regel 2: ‘brief’ is van uw eigen bibliotheek; zet de velden daar onder schema"),
        ("aanvulling:\n  partner: tekst", "regel 2: bij ‘partner’ horen de nieuwe velden, zoals {straat: {type: string}}"),
        ("aanvulling: [partner]", "regel 1: bij ‘aanvulling’ hoort nieuwe velden per onderdeel"),
        ("aanvulling:\n  partner:\n    fax: {type: strng}", "regel 3: bij ‘fax’ bestaat het soort ‘strng’ niet; bedoel je ‘string’?"),
        ("aanvulling:\n  partner:\n    wie: {type: string, meta: {ref: rolen}}", "regel 3: er is geen onderdeel ‘rolen’; bedoel je ‘rollen’?"),
        ("titel: T\nsectie: dossier\nschema:\n  rollen: {type: list}", "regel 4: ‘rollen’ is een onderdeel van docgen en kan hier niet opnieuw staan; haal het weg; eigen velden voegt u toe met aanvulling: {rollen: {veld: {type: string}}}"),
        ("titel: T\nsectie: dossier\nschema:\n  raadsvoorstel: {type: dict}", "regel 4: ‘raadsvoorstel’ is een onderdeel van docgen"),
        ("titel: T\nsectie: dossier\nschema:\n  brief: {type: dict}", ", met andere velden; maak ze gelijk of kies een andere naam"),
    ],
)  # fmt: skip
def test_an_addition_that_cannot_be_is_refused_with_the_way_out(folder, text, message):
    assert message in refused(folder, text)


def test_a_document_of_a_library_says_what_a_new_dossier_leaves_open(folder):
    library = opened_with(folder, BRIEF.replace("fragmenten:", "aanbevolen: [brief.aan]\nfragmenten:"), "brief")
    text = skeleton(library, [library.types["brief"]], "d.yaml", "s.json")
    assert "\n  # Straat (aanbevolen): Straat met huisnummer. Bijvoorbeeld: Kade 1\n  aan:\n" in text
    assert "\n  #bezoek: {kamer: , dag: }" in text


def test_what_a_new_dossier_would_leave_open_is_a_field(folder):
    with pytest.raises(DocgenError, match=r"brief\.yaml.*‘brief’ heeft geen veld ‘an’; bedoel je ‘aan’"):
        opened_with(folder, BRIEF.replace("fragmenten:", "aanbevolen: [brief.an]\nfragmenten:"), "brief")
