"""Which files may be a picture in a document, and what is said of the others."""

import time
from random import Random

import pytest

from docgen.pictures.errors import InvalidPicture
from docgen.pictures.picture import MOST_BYTES, read_picture
from tests.pictures.made_pictures import SIGNATURE, bomb, chunk, header, jpeg, moving, png


def test_a_picture_that_was_held_sideways_changes_width_and_height():
    turned, upright = read_picture(jpeg("gedraaid-6")), read_picture(jpeg("gedraaid-1"))
    assert (turned.width, turned.height, turned.is_turned) == (32, 48, True)
    assert (upright.width, upright.height, upright.is_turned) == (48, 32, False)


def test_the_same_bytes_held_in_another_way_are_another_picture():
    data = jpeg("gedraaid-6")
    other = data.replace(b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06", b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x08")
    assert other != data
    one, two = read_picture(data), read_picture(other)
    assert one.data == two.data and one.digest != two.digest


def test_a_picture_of_billions_of_pixels_is_refused_by_what_it_says():
    data, began = bomb(), time.process_time()
    with pytest.raises(InvalidPicture, match=r"te groot: 60\.000 bij 60\.000 pixels"):
        read_picture(data)
    assert time.process_time() - began < 0.1


def test_a_jpeg_of_billions_of_pixels_is_refused_too():
    data = jpeg("plein")
    at = data.index(b"\xff\xc0") + 5
    with pytest.raises(InvalidPicture, match="te groot"):
        read_picture(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])


def test_a_picture_without_a_height_is_refused():
    data = jpeg("plein")
    at = data.index(b"\xff\xc0") + 5
    with pytest.raises(InvalidPicture, match="geen breedte of geen hoogte"):
        read_picture(data[:at] + b"\0\0" + data[at + 2 :])
    with pytest.raises(InvalidPicture, match="geen breedte of geen hoogte"):
        read_picture(SIGNATURE + header(0, 5) + chunk(b"IEND"))


def test_a_large_file_is_refused_with_a_remedy():
    with pytest.raises(InvalidPicture, match="groter dan 10 MB") as caught:
        read_picture(png() + bytes(MOST_BYTES))
    assert "2.000 pixels breed" in caught.value.hint


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "leeg"), (bytes(500), "leeg"), (b"GIF89a....", "een GIF"), (b"BM....", "BMP"), (b"%PDF-1.7", "een PDF"),
        (b"<svg xmlns='x'/>", "SVG"), (b"\xef\xbb\xbf<?xml version='1.0'?><svg/>", "SVG"), (b"RIFF\0\0\0\0WEBPVP8 ", "een WebP"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"), (b"\0\0\0\x18ftypavif\0\0\0\0", "AVIF"), (b"II*\0....", "TIFF"), (b"PK\x03\x04....", "zipbestand"),
        (b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"), (b"gewone tekst", "geen afbeelding"),
    ],
)  # fmt: skip
def test_another_kind_of_file_is_called_by_its_name(data, what):
    with pytest.raises(InvalidPicture, match=what) as caught:
        read_picture(data)
    assert caught.value.hint


@pytest.mark.parametrize(
    "whole",
    [jpeg("staand-gps"), jpeg("progressief"), png(9, 7, depth=16, colour=6), moving(5, 4)],
    ids=["jpeg", "progressive", "png", "moving"],
)
def test_whatever_happened_to_a_file_it_is_a_picture_or_refused_in_words(whole):
    random = Random(17)
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(random.randint(1, 4)):
            at = random.randrange(len(data))
            data[at : at + random.randint(0, 3)] = random.randbytes(random.randint(0, 3))
        try:
            found = read_picture(bytes(data))
        except InvalidPicture as fault:
            assert fault.message and fault.hint
        else:
            assert read_picture(found.data).data == found.data, "what is clean stays as it is"
