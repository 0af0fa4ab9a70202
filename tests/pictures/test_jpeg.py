"""A JPEG keeps what is picture, to the byte, and nothing else."""

import re
import struct

import pytest

from docgen.pictures import jpeg as jpegs
from docgen.pictures.errors import InvalidPicture
from tests.pictures.made_pictures import jpeg


def test_place_maker_and_remarks_are_gone_and_the_picture_is_the_same():
    data = jpeg("staand-gps")
    assert data.count(b"Jansen") == 4 and b"TestCamera" in data and b"Exif" in data
    clean = jpegs.read(data)
    assert not re.search(b"Jansen|TestCamera|Exif|adobe|Photoshop|2028:", clean.data)
    scan = data[data.index(b"\xff\xda") : data.index(b"\xff\xd9")]
    assert scan in clean.data and clean.data.endswith(scan + b"\xff\xd9")
    assert (clean.width, clean.height, clean.orientation) == (90, 60, 6)


@pytest.mark.parametrize(
    ("name", "size"), [("plein", (160, 107)), ("progressief", (96, 64)), ("cmyk", (96, 64)), ("grijs", (96, 64))]
)
def test_every_usual_kind_is_read(name, size):
    clean = jpegs.read(jpeg(name))
    assert (clean.width, clean.height) == size
    assert jpegs.read(clean.data) == clean, "what is clean stays as it is"


def test_how_the_colours_of_a_print_are_meant_stays():
    assert b"Adobe" in jpegs.read(jpeg("cmyk")).data


def test_a_profile_of_colours_stays_and_a_thumbnail_goes():
    data = jpeg("plein")
    profile = b"ICC_PROFILE\0\1\1" + b"P3" * 20
    small = b"JFIF\0\1\1\0\0\1\0\1\1\1" + b"\x11\x22\x33"
    whole = (
        data[:2]
        + b"\xff\xe0"
        + struct.pack(">H", len(small) + 2)
        + small
        + b"\xff\xe2"
        + struct.pack(">H", len(profile) + 2)
        + profile
        + data[20:]
    )
    assert data[2:4] == b"\xff\xe0" and data[20:21] == b"\xff"
    clean = jpegs.read(whole).data
    assert profile in clean and b"\x11\x22\x33" not in clean


@pytest.mark.parametrize("name", ["plein", "progressief", "staand-gps"])
def test_a_file_that_was_cut_off_anywhere_is_refused(name):
    data = jpeg(name)
    whole = data[: data.index(b"\xff\xd9") + 2]
    for end in range(2, len(whole) - 1, 7):
        with pytest.raises(InvalidPicture):
            jpegs.read(whole[:end])


def frame_as(data: bytes, marker: int) -> bytes:
    return data.replace(b"\xff\xc0", bytes((0xFF, marker)), 1)


@pytest.mark.parametrize("marker", [0xC3, 0xC9, 0xCA])
def test_a_kind_that_word_does_not_show_is_refused(marker):
    with pytest.raises(InvalidPicture, match="toont niet elk programma"):
        jpegs.read(frame_as(jpeg("plein"), marker))


def test_a_picture_of_thousands_of_steps_is_refused():
    data = jpeg("progressief")
    begin = data.index(b"\xff\xda")
    scan = data[begin : begin + 40].split(b"\xff\xc4")[0]
    with pytest.raises(InvalidPicture, match="ongewoon opgebouwd"):
        jpegs.read(data[:begin] + scan[:14] * 200 + data[begin:])


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\0\1x",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8" + b"tekst",
        b"\xff\xd8\xff\xda\0\2\0\xff\xd9",
    ],
)
def test_what_only_begins_as_a_jpeg_is_refused(data):
    with pytest.raises(InvalidPicture):
        jpegs.read(data)
