"""How wide a text is, as the font itself says, whether it is there or not."""

from __future__ import annotations

import pytest

from benchmarks import advances as read
from docgen.word.typesetting import advances
from docgen.word.typesetting.text_width import Font, extent

CALIBRI = Font("Calibri", 20)


def test_the_widths_are_those_of_the_free_fonts():
    if not read.FOLDER.is_dir():
        pytest.skip("fonts-crosextra-carlito and fonts-liberation are not installed")
    assert {name: read.advances(read.FOLDER / file) for name, file in read.FACES.items()} == advances.ADVANCES


def test_a_text_is_as_wide_as_its_letters_together():
    assert (
        abs(extent("nnnnnnnnnn", CALIBRI).line - 10 * 0.525 * 200) < 35
    )  # an n of Calibri is 1,076 of 2,048 units wide
    assert abs(extent("nnnnnnnnnn", Font("Calibri", 40)).line - 2 * extent("nnnnnnnnnn", CALIBRI).line) <= 1


def test_a_word_ends_where_word_may_begin_a_line():
    assert extent("aanpak van Spoordijk", CALIBRI).word == extent("Spoordijk", CALIBRI).line
    assert extent("GGD-gemeente", CALIBRI).word == extent("gemeente", CALIBRI).line
    assert extent("2028–2031", CALIBRI).word < extent("2028–2031", CALIBRI).line
    assert extent("gemeente\u00adhuis", CALIBRI).word == extent("gemeente", CALIBRI).line


def test_an_address_is_one_word_with_its_hyphens():
    address = extent("recept@welzijn-merenbroek.example", CALIBRI)
    assert address.word == address.line


def test_an_amount_with_its_sign_is_one_word():
    whole = extent("€\u00a01.386.000", CALIBRI)
    assert whole.word == whole.line


def test_bold_is_wider_and_a_wide_font_wider_still():
    words = [
        extent("Totaal gemeente", Font(*font)).line
        for font in (("Calibri", 20), ("Calibri", 20, True), ("Arial", 20), ("Verdana", 20))
    ]
    assert words == sorted(words) and len(set(words)) == 4


def test_a_font_that_is_not_known_counts_as_a_wide_one():
    assert extent("Gemeente", Font("Huisletter", 20)).line > extent("Gemeente", Font("Arial", 20)).line


def test_a_sign_that_no_font_has_is_as_wide_as_its_size():
    assert extent("漢", CALIBRI).line >= 200
    assert extent("", CALIBRI) == (0, 0)
