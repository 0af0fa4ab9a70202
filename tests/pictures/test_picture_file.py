"""A picture file is found beside the dossier that names it, never elsewhere."""

import pickle
import unicodedata

import pytest

from docgen.pictures.errors import InvalidPicture
from docgen.pictures.picture_file import PictureFile, opener
from tests.pictures.made_pictures import jpeg, png


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "dossier"
    (inside / "beelden").mkdir(parents=True)
    (inside / "beelden" / "Plein.jpg").write_bytes(jpeg("plein"))
    (inside / "logo.png").write_bytes(png())
    (tmp_path / "geheim.png").write_bytes(png())
    return inside


@pytest.mark.parametrize(
    "name", ["beelden/Plein.jpg", "beelden\\Plein.jpg", "./beelden/Plein.jpg", " beelden/Plein.jpg "]
)
def test_a_file_below_the_folder_is_read_as_windows_and_others_write_it(folder, name):
    found = opener(folder)(name)
    assert found == name and (found.picture.width, found.picture.height) == (160, 107)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("../geheim.png", "ligt niet naast het dossier"), ("beelden/../../geheim.png", "ligt niet naast het dossier"),
        ("..\\geheim.png", "ligt niet naast het dossier"), ("/etc/hostname", "ligt niet naast het dossier"), ("~/foto.png", "ligt niet naast het dossier"),
        ("C:\\foto.png", "ligt niet naast het dossier"), ("\\\\server\\map\\foto.png", "ligt niet naast het dossier"), ("https://example.org/foto.png", "adres op internet"),
        ("file:///etc/hostname", "adres op internet"), ("", "naam van een bestand"), (".", "naam van een bestand"), ("a\0b.png", "naam van een bestand"),
        ("beelden", "is een map"), ("weg.png", "staat niet naast het dossier"), ("weg/foto.png", "staat niet naast het dossier"), ("x" * 300 + ".png", "staat niet naast het dossier"),
    ],
)  # fmt: skip
def test_any_other_place_is_refused_with_a_remedy(folder, name, what):
    with pytest.raises(InvalidPicture, match=what) as caught:
        opener(folder)(name)
    assert caught.value.hint


def test_a_link_to_a_file_elsewhere_is_refused(folder):
    (folder / "link.png").symlink_to(folder.parent / "geheim.png")
    (folder / "map").symlink_to(folder.parent)
    for name in ("link.png", "map/geheim.png"):
        with pytest.raises(InvalidPicture, match="snelkoppeling naar een andere map"):
            opener(folder)(name)
    (folder / "hier.png").symlink_to(folder / "logo.png")
    assert opener(folder)("hier.png").picture.width == 120


def test_a_name_in_another_case_is_suggested(folder):
    with pytest.raises(InvalidPicture) as caught:
        opener(folder)("beelden/plein.JPG")
    assert caught.value.hint == "bedoel je ‘beelden/Plein.jpg’?"


def test_an_accent_may_be_written_in_two_ways(folder):
    (folder / unicodedata.normalize("NFD", "café.png")).write_bytes(png())
    assert opener(folder)(unicodedata.normalize("NFC", "café.png")).picture.kind == "png"


def test_a_pipe_is_never_waited_for(folder):
    import os

    os.mkfifo(folder / "pijp.png")
    with pytest.raises(InvalidPicture, match="geen gewoon bestand"):
        opener(folder)("pijp.png")


def test_a_file_is_read_once(folder):
    once = opener(folder)
    first = once("logo.png")
    (folder / "logo.png").unlink()
    assert once("logo.png") is first
    for _ in range(2):
        with pytest.raises(InvalidPicture):
            once("weg.png")


def test_the_name_tells_two_pictures_apart_and_survives_a_journey(folder):
    one = opener(folder)("logo.png")
    (folder / "logo.png").write_bytes(png(10, 10))
    two = opener(folder)("logo.png")
    assert one == "logo.png" == two and one != two and repr(one) != repr(two)
    sent = pickle.loads(pickle.dumps(one))
    assert isinstance(sent, PictureFile) and sent == one and sent.picture == one.picture
