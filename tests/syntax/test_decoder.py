"""Bytes to text: kinds of files, encodings, line ends, and characters that no document may hold."""

from __future__ import annotations

import pytest

from docgen.dossier import loads
from docgen.syntax.decoder import MAX_BYTES, check_characters, decode, invisible_line_break, rough_lines
from docgen.syntax.errors import SyntaxStop
from tests.conftest import SAMPLE
from tests.small_dossier import only


def test_a_file_in_an_old_encoding_shows_the_word_at_its_line_and_column():
    found = only("organisatie:\n  naam: gemeente Súdwest\n".encode("cp1252"))
    assert (found.line, found.column) == (2, 19) and "‘Súdwest’" in found.message
    assert "gemeente Súdwest" in found.text


@pytest.mark.parametrize(
    "encoded",
    [
        SAMPLE.read_bytes().replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + SAMPLE.read_bytes(),
        SAMPLE.read_text(encoding="utf-8").encode("utf-16"),
    ],
)
def test_windows_line_ends_a_byte_order_mark_and_utf_16_are_read_as_they_should(encoded, sample):
    assert loads(encoded).data == sample.data


def stopped(work, *given):
    with pytest.raises(SyntaxStop) as stop:
        work(*given)
    return stop.value


@pytest.mark.parametrize(
    "data",
    [
        "a: é\nb\n".encode(),
        "\ufeffa: é\r\nb\r".encode(),
        "\ufeff\ufeffa: é\nb\n".encode(),
        "a: é\rb\r\n".encode("utf-16"),
        "\ufeffa: é\nb\n".encode("utf-16-be"),
    ],
)
def test_bytes_become_text_of_which_every_line_ends_in_a_line_feed(data):
    assert decode(data) == "a: é\nb\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "een Word-, Excel- of zip-bestand"),
        (b"%PDF-1.7", "een PDF-bestand"),
        (b"BM\x10\x00\x00\x00\x00\x00", "een plaatje"),
        (b"\n <!DOCTYPE HTML>", "een webpagina"),
        (b"<?xml version='1.0'?>", "een XML-bestand"),
        (b"SQLite format 3\x00", "een database"),
    ],
)
def test_a_file_of_another_kind_is_called_by_its_name(data, kind):
    stop = stopped(decode, data)
    assert (stop.line, stop.code, stop.message) == (0, "soort", f"dit is {kind}, geen dossier")


def test_a_name_that_begins_as_a_picture_does_is_text():
    assert decode(b"BM: ja\n") == "BM: ja\n"


def test_a_letter_in_an_old_encoding_is_shown_in_its_word_at_its_place():
    stop = stopped(decode, "a: 1\r\nb: Súdwest\r\n".encode("cp1252"))
    assert (stop.line, stop.column, stop.code) == (2, 5, "codering")
    assert "in ‘Súdwest’ staat een teken uit een oude codering" in stop.message
    assert rough_lines("a: €\r\nb: Súdwest".encode("cp1252")) == ["a: €", "b: Súdwest"]


def test_utf_16_that_does_not_say_so_or_is_cut_off_is_refused_as_a_whole():
    stop = stopped(decode, "titel: Proef\n".encode("utf-16-le"))
    assert (stop.line, stop.message) == (0, "het bestand is opgeslagen als UTF-16 of UTF-32 zonder kenmerk")
    stop = stopped(decode, "titel: Proef\n".encode("utf-16")[:-1])
    assert (stop.line, stop.message) == (0, "het bestand is afgebroken of niet goed in UTF-16 opgeslagen")


def test_a_file_may_be_five_megabytes_and_not_a_byte_more():
    assert len(decode(b"#" * MAX_BYTES)) == 5_000_000
    assert stopped(decode, b"#" * (MAX_BYTES + 1)).code == "te-groot"


def test_a_line_that_begins_with_a_hard_space_is_told_at_that_space():
    stop = stopped(check_characters, "a:\n \u00a0b: 1\n")
    assert (stop.line, stop.column, stop.code) == (2, 2, "teken")
    assert stopped(check_characters, "a:\n  - \u2003b\n").column == 5
    check_characters("a: b\u00a0c\n")


def test_a_character_that_no_document_may_hold_is_told_at_its_place():
    stop = stopped(check_characters, "a: 1\nb: x\x07\n")
    assert (stop.line, stop.column) == (2, 5)
    assert stop.message == "hier staat een onzichtbaar teken (U+0007) dat niet in een document mag"
    assert (stop.code, stop.hint) == ("teken", "verwijder het teken; is dit wel een tekstbestand?")
    for text, place in (("\x07", (1, 1)), ("\nb\x07", (2, 2))):
        stop = stopped(check_characters, text)
        assert (stop.line, stop.column) == place


def test_an_end_of_a_line_that_nobody_sees_is_told_only_just_before_the_line():
    text = "a: 1\nb: x\u2028y\nc: 2\n"
    stop = invisible_line_break(text, 3)
    assert (stop.line, stop.column, stop.message) == (2, 5, "hier staat een onzichtbaar regeleinde (U+2028)")
    assert (stop.code, stop.hint) == ("teken", "haal het weg: typ de woorden eromheen opnieuw")
    assert invisible_line_break(text, 2) is None and invisible_line_break(text, 4) is None
    assert invisible_line_break(text, 1) is None
