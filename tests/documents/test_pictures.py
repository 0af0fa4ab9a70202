"""Pictures of a dossier in its documents: beside what they show, side by side, with a caption, alternative text and nothing else."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import render
from docgen.dossier import check, load
from docgen.system import reference
from tests.conftest import SAMPLE
from tests.pictures.made_pictures import jpeg, png
from tests.word.pictures.filled_picture import drawings, media, paragraphs
from tests.word_files import parts_of

CM = 360_000
# in the sample: before which line what comes
MORE = {
    "onderdelen:\n    - id: O1\n": (
        "onderdelen:\n    - id: O1\n      beeld: {bestand: beelden/twee.png, alt: een gesprek aan tafel}\n"
    ),
    "monitoring:\n": "monitoring:\n  beeld: {bestand: beelden/tuin.jpg, alt: een tuin tussen de flats, bijschrift: de buurttuin in augustus}\n",
    "  bewijs:\n": (
        "  bewijs:\n    - tekst: op het plein staan nu acht bomen\n      bron: telling van het wijkteam, mei 2027\n      beeld:\n"
        "        - {bestand: beelden/een.png, alt: een leeg plein, bijschrift: voorjaar 2025}\n"
        "        - {bestand: beelden/twee.png, alt: drie bomen, bijschrift: voorjaar 2026}\n"
        "        - {bestand: beelden/drie.png, alt: acht bomen, bijschrift: voorjaar 2027}\n"
    ),
    "doelen:\n  - id: D1\n": (
        "doelen:\n  - id: D1\n    beeld:\n      - {bestand: beelden/een.png, alt: een leeg plein, bijschrift: ervoor}\n"
        "      - {bestand: beelden/drie.png, alt: acht bomen, bijschrift: erna}\n"
    ),
}
NAMES = ["voortgang", "borgingsplan", "raadsvoorstel"]
EVIDENCE = ["een leeg plein", "drie bomen", "acht bomen"]
GOAL, STORY, PART = ["een leeg plein", "acht bomen"], ["een tuin tussen de flats"], ["een gesprek aan tafel"]


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "beelden").mkdir()
    (folder / "beelden" / "tuin.jpg").write_bytes(jpeg("staand-gps"))
    for number, name in enumerate(("een", "twee", "drie")):
        (folder / "beelden" / f"{name}.png").write_bytes(png(800, 600, value=number))
    text = SAMPLE.read_text("utf-8")
    voortgang = text.index("\nvoortgang:")
    for old, new in MORE.items():
        at = voortgang if old.startswith("  ") else 0
        assert old in text[at:]
        text = text[:at] + text[at:].replace(old, new, 1)
        voortgang = text.index("\nvoortgang:")
    (folder / "d.yaml").write_text(text, "utf-8")
    found = load(folder / "d.yaml")
    assert not [one for one in check(found) if one.level == "fout"]
    return found


@pytest.fixture(scope="module")
def made(dossier):
    return {name: render(dossier, name) for name in NAMES}


def pictures(data):
    """The pictures of a document; a chart is none."""
    parts = parts_of(data)
    body = re.sub(
        rb"<w:drawing>(?:(?!</w:drawing>).)*<c:chart .*?</w:drawing>", b"", parts["word/document.xml"], flags=re.DOTALL
    )
    return drawings({**parts, "word/document.xml": body})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("voortgang", [*GOAL, *EVIDENCE, *STORY]),
        ("borgingsplan", [*EVIDENCE, *PART, *GOAL, *STORY]),
        ("raadsvoorstel", [*GOAL, *PART, *EVIDENCE, *STORY]),
    ],
)
def test_every_picture_stands_where_its_text_stands(made, name, expected):
    assert [one["alt"] for one in pictures(made[name])] == expected
    assert len(media(parts_of(made[name]))) == 4, "the same picture is in the file once"


@pytest.mark.parametrize("name", NAMES)
def test_a_series_is_one_line_with_one_caption(made, name):
    lines = paragraphs(parts_of(made[name]))
    at = next(i for i, line in enumerate(lines) if line.startswith("Op het plein staan nu acht bomen"))
    assert lines[at : at + 3] == [
        "Op het plein staan nu acht bomen (telling van het wijkteam, mei 2027).",
        "[beeld] [beeld] [beeld]",
        "Links: Voorjaar 2025. Midden: Voorjaar 2026. Rechts: Voorjaar 2027.",
    ]
    at = next(i for i, line in enumerate(lines) if line == "In beeld: Meer bewoners doen mee.")
    assert lines[at + 1 : at + 3] == ["[beeld] [beeld]", "Links: Ervoor. Rechts: Erna."]
    assert "De buurttuin in augustus." in lines


def test_pictures_beside_each_other_fit_the_width_of_the_page(made):
    shown = pictures(made["voortgang"])
    two, three = [one["size"] for one in shown[:2]], [one["size"] for one in shown[2:5]]
    for row in (two, three):
        assert 14 * CM < sum(across for across, _ in row) < 16 * CM
        assert all(abs(across * 3 - down * 4) < 10 for across, down in row), "no picture is stretched"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_photo_but_the_photo_is_in_the_document(made, name):
    assert not any(re.search(rb"Jansen|TestCamera|Exif", data) for data in parts_of(made[name]).values())


@pytest.mark.parametrize("name", NAMES)
def test_without_the_fast_paths_every_byte_is_the_same(made, dossier, name, monkeypatch):
    monkeypatch.setattr(reference, "IS_FORCED", True)
    assert render(dossier, name) == made[name]


@pytest.mark.parametrize("name", NAMES)
def test_a_dossier_without_pictures_has_none_and_no_example(name):
    parts = parts_of(render(load(SAMPLE), name))
    assert not media(parts) and b"beeld" not in parts["word/_rels/document.xml.rels"]


def test_a_draft_shows_them_too(dossier):
    assert [one["alt"] for one in pictures(render(dossier, "voortgang", draft=True))] == [*GOAL, *EVIDENCE, *STORY]


@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_sdk_finds_nothing_wrong(made, name, tmp_path, validator_errors):
    (tmp_path / "d.docx").write_bytes(made[name])
    assert validator_errors(tmp_path / "d.docx") == []


def test_libreoffice_keeps_pictures_and_their_alternative_texts(made, tmp_path, office):
    (tmp_path / "bericht.docx").write_bytes(made["voortgang"])
    (converted,) = office.converted("odt", tmp_path / "bericht.docx")
    content = parts_of(converted.read_bytes())["content.xml"].decode()
    found = re.findall(r"<svg:desc>([^<]*)</svg:desc>", content)
    assert sorted(found) == sorted([*GOAL, *EVIDENCE, *STORY])
