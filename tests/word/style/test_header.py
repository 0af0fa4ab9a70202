"""A header of the house style in another document: its styles by their names there."""

from __future__ import annotations

from docgen.word.style.header import fit_header
from tests.word.style.headers import header, styles


def test_a_header_that_fits_stays_byte_for_byte():
    same = styles(Header="header")
    assert fit_header(header("Header"), same, same, 0) == header("Header")


def test_a_style_is_called_as_the_document_calls_the_one_of_that_name():
    made = fit_header(header("Koptekst"), styles(Header="header", X="Eigen"), styles(Koptekst="Header", X="Eigen"), 0)
    assert b'<w:pStyle w:val="Header"/>' in made and b"Koptekst" not in made


def test_a_style_that_the_document_does_not_have_keeps_its_name():
    made = fit_header(header("Eigen"), styles(Header="header"), styles(Koptekst="header", Eigen="Eigen"), 0)
    assert b'<w:pStyle w:val="Eigen"/>' in made
