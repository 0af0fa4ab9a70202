"""Pictures of a dossier stand in rows of at most three, with a caption that says which is which."""

import pytest

from docgen.context.pictures import caption, rows_of, series
from docgen.dossier import loads
from docgen.pictures.picture import read_picture
from docgen.pictures.picture_file import PictureFile
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import HEAD, full
from tests.pictures.made_pictures import png


def beelden(*captions):
    return [{"bestand": "x.jpg", "alt": "x", "bijschrift": text} for text in captions]


@pytest.mark.parametrize(
    ("count", "rows"),
    [(0, []), (1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2]), (10, [3, 3, 2, 2])],
)
def test_no_picture_is_left_alone_in_a_row(count, rows):
    found = list(rows_of(beelden(*"abcdefghij"[:count])))
    assert [row["naast"] for row in found] == [len(row["beelden"]) for row in found] == rows
    assert sum(rows) == count


@pytest.mark.parametrize(
    ("captions", "expected"),
    [
        (["het plein in mei"], "Het plein in mei."),
        ([None], ""),
        (["het plein in 2025.", "het plein in 2027"], "Links: Het plein in 2025. Rechts: Het plein in 2027."),
        (["mei 2025", "mei 2026", "mei 2027"], "Links: Mei 2025. Midden: Mei 2026. Rechts: Mei 2027."),
        (["ervoor", None], "Links: Ervoor."),
        (["het plein", "Het plein."], "Het plein."),
    ],
)
def test_a_caption_says_which_picture_is_which(captions, expected):
    assert caption(beelden(*captions)) == expected


DOSSIER = """
interventie: {naam: A, onderdelen: [{naam: Spreekuur, beeld: [{bestand: a.jpg, alt: a}]}, {naam: Ronde}]}
doelen: [{id: D1, tekst: Meer bomen., beeld: [{bestand: b.jpg, alt: b}, {bestand: c.jpg, alt: c}]}]
monitoring: {verhalen: Een verhaal, beeld: [{bestand: d.jpg, alt: d}]}
voortgang: {bewijs: [{tekst: Er is gegroet., bron: telling, beeld: [{bestand: e.jpg, alt: e}]}]}
"""


def with_files(text):
    """A complete dossier of which every picture file is there."""
    read = loads((HEAD + text).encode(), open_picture=lambda name: PictureFile(name, read_picture(png())))
    assert read.loaded.problems == []
    return fill_defaults(read.data, read.library.schema.root)


def test_each_series_says_what_it_is_about():
    found = series(with_files(DOSSIER))
    assert {name: [one["bij"] for one in rows] for name, rows in found.items()} == {
        "bewijs": ["Er is gegroet"],
        "verhalen": ["Een verhaal"],
        "onderdelen": ["Spreekuur"],
        "doelen": ["Meer bomen"],
    }
    assert [one["bestand"] for one in found["doelen"][0]["rijen"][0]["beelden"]] == ["b.jpg", "c.jpg"]


def test_a_dossier_without_pictures_has_empty_series():
    assert series(full("")) == {"bewijs": [], "verhalen": [], "onderdelen": [], "doelen": []}
