"""What stands in the folder of a library: used, refused with a remedy, or named; never docgen's own template in its stead."""

from __future__ import annotations

import shutil
import zipfile

import pytest

from docgen.errors import DocgenError
from docgen.library.library import open_library
from docgen.opc.archive import assemble, deflate
from tests.library.brief_library import BRIEF, TEMPLATE

DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def put(folder, *names, data=TEMPLATE):
    """Files in the folder of a library."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(BRIEF.encode() if name.endswith((".yaml", ".yml")) else data)


def refusal(folder):
    with pytest.raises(DocgenError) as fault:
        open_library(folder)
    return str(fault.value).replace(f"{folder}/", "")


def unused(folder):
    return [line.replace(f"{folder}/", "") for line in open_library(folder).unused]


@pytest.mark.parametrize("name", ["raadsbesluit.docx", "raadsbesluit.DOCX", "Raadsbesluit.docx", "RAADSBESLUIT.Docx", "raadsbesluit.dotx", "Raadsbesluit.DOTX"])  # fmt: skip
def test_a_template_is_that_of_its_document_whatever_the_case_of_its_name(tmp_path, name):
    put(tmp_path, f"templates/{name}")
    library = open_library(tmp_path)
    assert library.types["raadsbesluit"].template == tmp_path / "templates" / name
    assert library.unused == ()


@pytest.mark.parametrize("name", ["brief.yaml", "brief.yml", "brief.YAML", "brief.YML"])
def test_a_schema_may_end_in_either_way(tmp_path, name):
    put(tmp_path, f"schemas/{name}".lower(), "templates/Brief.docx")
    (tmp_path / "schemas" / name.lower()).rename(tmp_path / "schemas" / name)
    assert open_library(tmp_path).types["brief"].template == tmp_path / "templates" / "Brief.docx"


def test_a_house_style_is_found_in_any_case_and_as_a_word_template(tmp_path):
    put(tmp_path, "templates/Huisstijl.dotx")
    assert open_library(tmp_path).house_style == tmp_path / "templates" / "Huisstijl.dotx"


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["templates/brief.docx", "templates/Brief.DOCX"], "zijn allebei ‘brief’; haal er één weg, of geef het een andere naam"),
        (["templates/raadsbesluit.docx", "templates/raadsbesluit.dotx"], "zijn allebei ‘raadsbesluit’; haal er één weg, of geef het een andere naam"),
        (["schemas/brief.yml"], "zijn allebei ‘brief’; haal er één weg, of geef het een andere naam"),
    ],
)  # fmt: skip
def test_of_two_files_for_the_same_thing_docgen_does_not_choose(tmp_path, names, told):
    put(tmp_path, "schemas/brief.yaml", *names)
    assert refusal(tmp_path).endswith(told)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("raadsbesluit.docm", "sjabloon templates/raadsbesluit.docm is een document met macro’s; open het in Word en kies Opslaan als, Word-document (.docx)"),
        ("Raadsbesluit.DOC", "sjabloon templates/Raadsbesluit.DOC is een document van voor Word 2007; open het in Word en kies Opslaan als, Word-document (.docx)"),
        ("raadsbesluit.dotm", "sjabloon templates/raadsbesluit.dotm is een sjabloon met macro’s; open het in Word en kies Opslaan als, Word-document (.docx)"),
        ("huisstijl.doc", "sjabloon templates/huisstijl.doc is een document van voor Word 2007; open het in Word en kies Opslaan als, Word-document (.docx)"),
        ("raadsbesluit.odt", "sjabloon templates/raadsbesluit.odt is een document van LibreOffice; open het in Word en kies Opslaan als, Word-document (.docx)"),
        ("raadsbeslit.docx", "sjabloon templates/raadsbeslit.docx hoort bij geen documentsoort; bedoel je ‘raadsbesluit’?"),
        ("raadsbesluit (1).docx", "sjabloon templates/raadsbesluit (1).docx hoort bij geen documentsoort; bedoel je ‘raadsbesluit’?"),
        ("raadsbeslit.docm", "sjabloon templates/raadsbeslit.docm hoort bij geen documentsoort; bedoel je ‘raadsbesluit’?"),
    ],
)  # fmt: skip
def test_a_file_that_seems_the_template_of_a_document_is_refused_when_it_cannot_be(tmp_path, name, told):
    put(tmp_path, f"templates/{name}")
    assert refusal(tmp_path) == told


def test_a_template_beside_its_folder_is_refused_with_where_it_belongs(tmp_path):
    put(tmp_path, "schemas/brief.yaml", "raadsbesluit.docx")
    assert refusal(tmp_path) == ("sjabloon raadsbesluit.docx staat niet in de map ‘templates’; zet het daar neer")
    put(tmp_path, "templates/raadsbesluit.docx")
    assert unused(tmp_path) == ["raadsbesluit.docx wordt niet gebruikt; zet het in de map ‘templates’, of haal het weg"]


def test_documents_and_dossiers_may_stand_beside_the_folders(tmp_path):
    put(
        tmp_path,
        "templates/raadsbesluit.docx",
        "raadsbesluit-proef.docx",
        "dossier.yaml",
        "lijst.xlsx",
        "archief/oud.docx",
        "uit/raadsbesluit-proef.docx",
    )
    assert unused(tmp_path) == []


@pytest.mark.parametrize(
    ("made", "told"),
    [("sjablonen", "docgen kijkt niet in de map sjablonen; noem haar ‘templates’"), ("Schema", "docgen kijkt niet in de map Schema; noem haar ‘schemas’"), ("template", "docgen kijkt niet in de map template; noem haar ‘templates’")],
)  # fmt: skip
def test_a_folder_that_seems_one_of_docgen_is_refused_with_its_name(tmp_path, made, told):
    put(tmp_path, "checklists/x.txt", f"{made}/raadsbesluit.docx")
    assert refusal(tmp_path) == told


def test_what_is_not_used_is_named_with_what_can_be_done(tmp_path):
    put(tmp_path, "schemas/brief.yaml", "schemas/brief.yaml.txt", "schemas/uitleg.pdf", "checklists/lijst.xlsx")
    put(tmp_path, "templates/raadsbesluit.docx", "templates/raadsbesluit - kopie.docx", "templates/raadsbesluit.doc")
    put(tmp_path, "templates/vergaderstuk.docx", "templates/logo.png", "templates/oud/raadsbesluit.docx")
    assert unused(tmp_path) == [
        "templates/raadsbesluit - kopie.docx wordt niet gebruikt; bedoel je ‘raadsbesluit’?",
        "templates/vergaderstuk.docx wordt niet gebruikt; er is geen documentsoort ‘vergaderstuk’: noem het naar een soort, of maak schemas/vergaderstuk.yaml",
        "schemas/brief.yaml.txt wordt niet gebruikt; bedoel je ‘brief.yaml’?",
        "schemas/uitleg.pdf wordt niet gebruikt; een schema eindigt op .yaml",
        "templates/logo.png wordt niet gebruikt; een sjabloon eindigt op .docx of .dotx",
        "templates/oud wordt niet gebruikt; docgen kijkt niet in een map hierbinnen; zet wat erin staat een niveau hoger",
        "templates/raadsbesluit.doc wordt niet gebruikt; het is een document van voor Word 2007; open het in Word en kies Opslaan als, Word-document (.docx)",
        "checklists/lijst.xlsx wordt niet gebruikt; een checklist eindigt op .yaml",
    ]  # fmt: skip


def test_what_a_program_leaves_behind_and_a_readme_are_not_named(tmp_path):
    put(
        tmp_path,
        "templates/raadsbesluit.docx",
        "templates/~$adsbesluit.docx",
        "templates/.DS_Store",
        "templates/Thumbs.db",
    )
    put(tmp_path, "schemas/README.md", "schemas/LEESMIJ.txt", "schemas/.~lock.brief.yaml#")
    assert unused(tmp_path) == []


@pytest.mark.parametrize("command", [["types"], ["fields", "brief"], ["check", "d.yaml"], ["render", "d.yaml"], ["batch", "d.yaml", "--per", "partij", "-d", "brief"]])  # fmt: skip
def test_every_command_that_opens_the_library_tells_what_is_not_used(docgen, folder, command):
    put(folder / "lib", "templates/vergaderstuk.docx")
    done = docgen(*command, "--library", "lib", cwd=folder)
    assert done.err.count("let op: lib/templates/vergaderstuk.docx wordt niet gebruikt") == 1
    assert done.code == 0


def as_dotx(data, tmp_path):
    """The same file as Word saves it as a template."""
    (tmp_path / "a.docx").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "a.docx") as file:
        parts = {name: file.read(name) for name in file.namelist()}
    kinds = parts["[Content_Types].xml"].decode()
    changed = kinds.replace("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
    assert changed != kinds
    return assemble(
        deflate(name, changed.encode() if name == "[Content_Types].xml" else part) for name, part in parts.items()
    )


def test_a_word_template_makes_a_document_and_no_template(docgen, folder):
    shutil.rmtree(folder / "lib" / "templates")
    put(folder / "lib", "templates/Brief.dotx", data=as_dotx(TEMPLATE, folder))
    done = docgen("render", "d.yaml", "--library", "lib", "--out", "uit", cwd=folder)
    assert done.code == 0, done.err
    with zipfile.ZipFile(folder / "uit" / "brief-d.docx") as made:
        assert DOTX not in made.read("[Content_Types].xml").decode()
        assert "Aan Stichting C, Kade 1" in made.read("word/document.xml").decode()


def test_a_template_in_another_folder_and_a_folder_beside_the_right_one_are_named(tmp_path):
    put(
        tmp_path,
        "templates/jaarplan.docx",
        "templates - kopie/overeenkomst.docx",
        "Word/Raadsbesluit.DOCX",
        "schema/brief.yaml",
    )
    put(tmp_path, "Sjablonen/raadsvoorstel.docx", "schemas/brief.yaml")
    assert unused(tmp_path) == [
        "Sjablonen wordt niet gebruikt; docgen kijkt alleen in de map ‘templates’; zet wat erin staat daar neer",
        "schema wordt niet gebruikt; docgen kijkt alleen in de map ‘schemas’; zet wat erin staat daar neer",
        "Sjablonen/raadsvoorstel.docx wordt niet gebruikt; zet het in de map ‘templates’, of haal het weg",
        "Word/Raadsbesluit.DOCX wordt niet gebruikt; zet het in de map ‘templates’, of haal het weg",
        "templates - kopie/overeenkomst.docx wordt niet gebruikt; zet het in de map ‘templates’, of haal het weg",
    ]


def test_a_folder_that_is_no_library_is_called_what_it_is(tmp_path):
    put(tmp_path, "templates/raadsbesluit.docx", "leeg/x.txt")
    for name, told in (
        ("weg", "bestaat niet; controleer de naam achter --library"),
        ("templates/raadsbesluit.docx", "is geen map; controleer de naam achter --library"),
        ("templates", f"is een map in een bibliotheek; geef de map erboven: {tmp_path}"),
        ("leeg", "heeft geen map ‘schemas’, ‘templates’ of ‘checklists’"),
    ):
        with pytest.raises(DocgenError) as fault:
            open_library(tmp_path / name)
        assert str(fault.value) == f"bibliotheek {tmp_path / name} {told}"
