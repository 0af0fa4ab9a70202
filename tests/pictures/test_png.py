"""A PNG is whole, has as many pixels as it says, and keeps nothing but these."""

import struct
import time
import zlib

import pytest

from docgen.pictures import png as pngs
from docgen.pictures.errors import InvalidPicture
from tests.pictures.made_pictures import SIGNATURE, chunk, exif, header, interlaced, moving, overfull, pixels, png


def kinds(data: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        found.append(data[at + 4 : at + 8])
        at += 12 + length
    return found


@pytest.mark.parametrize(
    ("depth", "colour"), [(1, 0), (4, 3), (8, 0), (8, 2), (8, 3), (8, 6), (16, 0), (16, 2), (16, 4), (16, 6)]
)
def test_every_kind_of_colour_is_read(depth, colour):
    data = png(33, 17, depth=depth, colour=colour)
    clean = pngs.read(data)
    assert (clean.width, clean.height, clean.orientation) == (33, 17, 1)
    assert clean.data == data


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (8, 8), (33, 17)])
def test_a_picture_that_comes_in_passes_is_read(size):
    assert pngs.read(interlaced(*size)).data == interlaced(*size)


def test_words_times_and_place_are_gone_and_how_it_was_held_is_known():
    more = (
        chunk(b"tEXt", b"Author\0Jansen")
        + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0Jansen")
        + chunk(b"tIME", b"\x07\xec\1\1\1\1\1")
        + chunk(b"eXIf", exif(8))
    )
    clean = pngs.read(
        png(
            before=chunk(b"gAMA", struct.pack(">I", 45455)) + more,
            behind=chunk(b"zTXt", b"x\0\0" + zlib.compress(b"Jansen")),
        )
        + b"Jansen achter het beeld"
    )
    assert clean.orientation == 8
    assert kinds(clean.data) == [b"IHDR", b"gAMA", b"IDAT", b"IEND"]


def test_of_a_moving_picture_the_first_frame_stays():
    clean = pngs.read(moving())
    assert kinds(clean.data) == [b"IHDR", b"IDAT", b"IEND"]
    assert clean.data == png(40, 30)


def test_a_profile_of_colours_stays_unless_it_unpacks_to_too_much():
    small, large = (chunk(b"iCCP", b"P3\0\0" + zlib.compress(bytes(size))) for size in (500, 30_000_000))
    assert b"iCCP" in kinds(pngs.read(png(before=small)).data)
    assert b"iCCP" not in kinds(pngs.read(png(before=large)).data)


def test_what_unpacks_to_more_than_its_size_is_refused_before_it_is_unpacked():
    data, began = overfull(), time.process_time()
    with pytest.raises(InvalidPicture, match="meer in dan de afmetingen zeggen"):
        pngs.read(data)
    assert time.process_time() - began < 0.5


def test_a_file_that_was_cut_off_anywhere_is_refused():
    data = png(40, 30, depth=16, colour=6)
    for end in range(8, len(data), 5):
        with pytest.raises(InvalidPicture):
            pngs.read(data[:end])


def test_a_file_with_one_byte_that_is_another_is_refused():
    data = png(40, 30)
    for at in range(8, len(data), 3):
        with pytest.raises(InvalidPicture):
            pngs.read(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])


@pytest.mark.parametrize(
    "data",
    [
        SIGNATURE,
        SIGNATURE + chunk(b"IDAT", pixels(2, 2)) + chunk(b"IEND"),
        SIGNATURE + header(2, 2, 3) + chunk(b"IDAT", pixels(2, 2)) + chunk(b"IEND"),
        SIGNATURE + header(2, 2, 8, 3) + chunk(b"IDAT", pixels(2, 2, 8, 3)) + chunk(b"IEND"),
        SIGNATURE + header(2, 2) + chunk(b"IDAT", b"geen pixels") + chunk(b"IEND"),
        SIGNATURE + header(2, 2) + chunk(b"IDAT", pixels(2, 1)) + chunk(b"IEND"),
        SIGNATURE + header(2, 2) + chunk(b"IEND"),
        SIGNATURE + header(2, 2) + chunk(b"ABCD", b"x") + chunk(b"IDAT", pixels(2, 2)) + chunk(b"IEND"),
        SIGNATURE + chunk(b"CgBI", b"x") + header(2, 2) + chunk(b"IDAT", pixels(2, 2)) + chunk(b"IEND"),
    ],
)
def test_what_no_program_can_show_is_refused(data):
    with pytest.raises(InvalidPicture) as caught:
        pngs.read(data)
    assert caught.value.hint
