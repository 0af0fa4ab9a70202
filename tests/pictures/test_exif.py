"""How a picture was held, whatever else stands in its EXIF."""

import struct

import pytest

from docgen.pictures.exif import orientation
from tests.pictures.made_pictures import exif


@pytest.mark.parametrize("held", range(1, 9))
def test_each_way_to_hold_a_camera_is_read(held):
    assert orientation(exif(held)) == held


def test_the_other_order_of_bytes_is_read_too():
    assert orientation(b"II*\0" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, 8, 0, 0)) == 8


@pytest.mark.parametrize(
    "odd",
    [
        b"",
        b"MM\0*",
        b"MM\0*\xff\xff\xff\xff",
        exif(0),
        exif(9),
        exif(6)[:18],
        b"XX" + exif(6)[2:],
        exif(6).replace(b"\0\x03", b"\0\x04", 1),
    ],
)
def test_what_says_nothing_or_something_odd_stands_upright(odd):
    assert orientation(odd) == 1
