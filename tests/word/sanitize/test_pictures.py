"""A picture of others is what it says: no XML, PostScript or script under the name of a picture, and it opens nothing."""

from __future__ import annotations

import base64
import gzip

import pytest
from lxml import etree

from docgen.word.sanitize.pictures import can_open_something, is_known, is_plain_drawing
from tests.fetching import PNG
from tests.word_files import document, with_relation


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (PNG, True), (b"\xff\xd8\xff\xe0", True), (b"GIF89a", True), (b"BM123", True), (b"RIFF1234WEBPVP8 ", True), (b"", True), (gzip.compress(PNG, mtime=0), True),
        (b"RIFF1234WAVEfmt ", False), (b"<svg/>", False), (b"BM<svg/>", False), (b"II*\0<?XML", False), (b"BM%!PS", False), (b"tekst", False),
        (gzip.compress(b"<svg/>", mtime=0), False), (b"\x1f\x8bkapot", False),
    ],
)  # fmt: skip
def test_a_picture_is_known_by_what_it_holds(data, is_one):
    assert is_known(data) is is_one


@pytest.mark.parametrize(
    ("inner", "opens"),
    [
        ('<rect fill="url(#a)"/>', False),
        ('<use href="#a"/>', False),
        ('<image href="data:image/png;base64,AAAA"/>', False),
        ('<a href="https://voorbeeld.nl"><rect/></a>', False),
        ('<image href="http://voorbeeld.nl/x.png"/>', True),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', True),
        ('<use href="x.svg#a"/>', True),
        ('<rect fill="url(http://x)"/>', True),
        ('<style>@import "x"</style>', True),
        ('<rect onclick="x()"/>', True),
        ("<script/>", True),
        ("<foreignObject/>", True),
    ],
)
def test_a_drawing_opens_nothing_outside_itself(inner, opens):
    assert can_open_something(etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>')) is opens


def test_a_drawing_that_is_kept_a_second_time_leads_nowhere():
    def encoded(data: bytes) -> str:
        return base64.b64encode(data).decode()

    assert is_plain_drawing(encoded(document("x")))
    assert is_plain_drawing(encoded(b"geen zip"))
    assert not is_plain_drawing(encoded(with_relation(document("x"), "image", "http://127.0.0.1:9/x.png")))
    assert not is_plain_drawing(encoded(b"PK kapot"))
    assert not is_plain_drawing("abc")
