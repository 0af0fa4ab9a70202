"""The pictures that a dossier names are read where it is loaded; what is wrong with one is told at its line."""

import pytest

from docgen.diagnostics.codes import MEANINGS
from docgen.dossier import check, load, loads
from docgen.library.library import open_library
from docgen.pictures.picture import read_picture
from docgen.pictures.picture_file import PictureFile, opener
from tests.pictures.made_pictures import bomb, jpeg, png

HEAD = "dossier: {id: d, titel: D}\norganisatie: {naam: gemeente A}\ninterventie: {naam: I}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "beelden").mkdir()
    for name, data in {
        "goed.jpg": jpeg("staand-gps"),
        "goed.png": png(),
        "afgebroken.jpg": jpeg("plein")[:900],
        "bom.png": bomb(),
        "nep.jpg": b"GIF89a......",
        "heic.jpg": b"\0\0\0\x18ftypheic\0\0\0\0",
    }.items():
        (tmp_path / "beelden" / name).write_bytes(data)
    return tmp_path


def read(folder, text):
    (folder / "d.yaml").write_text(HEAD + text, "utf-8")
    return load(folder / "d.yaml")


def beelden(dossier):
    return dossier.data["monitoring"]["beeld"]


@pytest.mark.parametrize(
    "text",
    [
        "monitoring: {beeld: {bestand: beelden/goed.jpg, alt: Een huis, bijschrift: mei 2027}}",
        "monitoring:\n  beeld:\n    bestand: beelden/goed.jpg\n    alt: Een huis\n    bijschrift: mei 2027",
        "monitoring:\n  beeld:\n    - bestand: beelden/goed.jpg\n      alt: Een huis\n      bijschrift: mei 2027",
        "monitoring:\n  beeld: [{bestand: beelden\\goed.jpg, alt: Een huis, bijschrift: mei 2027}]",
    ],
)
def test_one_picture_stands_with_or_without_a_dash(folder, text):
    dossier = read(folder, text)
    assert dossier.loaded.problems == []
    (beeld,) = beelden(dossier)
    assert isinstance(beeld["bestand"], PictureFile) and beeld["bestand"].picture.orientation == 6
    assert (beeld["alt"], beeld["bijschrift"]) == ("Een huis", "mei 2027")


def test_several_pictures_stand_in_a_list_and_each_has_its_own_line(folder):
    text = "monitoring:\n  verhalen: Een verhaal\n  beeld:\n    - {bestand: beelden/goed.jpg, alt: a}\n    - {bestand: beelden/weg.jpg, alt: b}\n    - {bestand: beelden/goed.png, alt: c}\n"
    dossier = read(folder, text)
    (problem,) = dossier.loaded.problems
    assert (problem.line, problem.column, problem.code, problem.level) == (8, 17, "beeld", "fout")
    assert problem.message == "‘beelden/weg.jpg’ staat niet naast het dossier"
    assert [type(one["bestand"]).__name__ for one in beelden(dossier)] == ["PictureFile", "str", "PictureFile"]
    assert dossier.data["monitoring"]["verhalen"] == "Een verhaal"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("beelden/afgebroken.jpg", "het bestand is niet compleet"), ("beelden/bom.png", "te groot: 60.000 bij 60.000 pixels"),
        ("beelden/nep.jpg", "dit is een GIF"), ("beelden/heic.jpg", "HEIC"), ("beelden", "is een map"), ("/etc/hostname", "ligt niet naast het dossier"),
        ("../geheim.jpg", "ligt niet naast het dossier"), ("https://example.org/foto.jpg", "docgen haalt niets op"), ("C:\\foto.jpg", "ligt niet naast het dossier"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_one_finding_at_its_line_with_a_remedy(folder, name, told):
    dossier = read(folder, f"monitoring:\n  beeld:\n    bestand: {name}\n    alt: x\n")
    (problem,) = [one for one in check(dossier) if one.level == "fout"]
    assert (problem.line, problem.code) == (6, "beeld") and told in problem.message and problem.hint
    assert problem.code in MEANINGS


def test_following_the_remedy_gives_a_picture(folder):
    text = "monitoring: {beeld: {bestand: beelden/geod.jpg, alt: x}}"
    (problem,) = read(folder, text).loaded.problems
    meant = problem.hint.split("‘")[1].split("’")[0]
    assert read(folder, text.replace("beelden/geod.jpg", meant)).loaded.problems == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{bestand: beelden/goed.jpg}", "alt"),
        ("{alt: x}", "bestand"),
        ("{bestand: beelden/goed.jpg, alt: " + "boom " * 60 + "}", "ten hoogste 250 tekens"),
    ],
)
def test_an_alternative_text_is_asked_for(folder, text, told):
    (problem,) = read(folder, f"monitoring: {{beeld: {text}}}").loaded.problems
    assert told in problem.path + problem.message


def test_evidence_goals_components_and_parties_have_pictures_too(folder):
    one = "{bestand: beelden/goed.jpg, alt: x}"
    dossier = read(
        folder,
        f"voortgang: {{bewijs: [{{tekst: t, bron: b, beeld: {one}}}]}}\ndoelen: [{{id: D1, tekst: t, beeld: [{one}, {one}]}}]\n"
        "partijen: [{id: p, naam: P, logo: beelden/goed.png, handtekening: beelden/goed.jpg}]\n",
    )
    assert dossier.loaded.problems == []
    assert len(dossier.loaded.pictures) == 5


def test_a_dossier_with_too_much_of_it_is_told_where_it_becomes_too_much(folder):
    text = "monitoring:\n  beeld:\n    - {bestand: beelden/goed.jpg, alt: a}\n    - {bestand: beelden/goed.jpg, alt: b}\n    - {bestand: beelden/goed.png, alt: c}\n"
    tight = opener(folder, most=len(read_picture(jpeg("staand-gps")).data))
    (problem,) = loads((HEAD + text).encode(), open_picture=tight).loaded.problems
    assert problem.line == 8 and "samen groter dan" in problem.message


def test_another_picture_is_another_dossier_and_no_picture_changes_nothing(folder):
    text = "monitoring: {beeld: {bestand: beelden/goed.jpg, alt: x}}"
    first = read(folder, text).fingerprint
    assert read(folder, text).fingerprint == first
    (folder / "beelden" / "goed.jpg").write_bytes(jpeg("plein"))
    assert read(folder, text).fingerprint != first
    assert loads(HEAD.encode()).fingerprint == read(folder, "").fingerprint


def test_a_library_gives_its_own_fields_a_picture(folder):
    (folder / "bieb" / "schemas").mkdir(parents=True)
    (folder / "bieb" / "schemas" / "velden.yaml").write_text(
        "aanvulling:\n  partner:\n    plattegrond: {type: string, meta: {titel: Plattegrond, omschrijving: Een kaart., beeld: true}}\n",
        "utf-8",
    )
    library = open_library(folder / "bieb")
    for name, count in (("beelden/goed.png", 0), ("beelden/weg.png", 1)):
        (folder / "d.yaml").write_text(HEAD + f"partner: {{naam: P, plattegrond: {name}}}\n", "utf-8")
        assert len(load(folder / "d.yaml", library).loaded.problems) == count


def test_text_that_comes_from_elsewhere_finds_no_pictures_outside_its_folder(folder, monkeypatch):
    monkeypatch.chdir(folder / "beelden")
    (problem,) = loads((HEAD + "monitoring: {beeld: {bestand: ../d.yaml, alt: x}}").encode()).loaded.problems
    assert "ligt niet naast het dossier" in problem.message
