"""A raw scalar read as the field it stands in: text stays text, numbers and dates are strict."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from docgen.errors import InvalidScalar
from docgen.loading.scalars import PARSERS, amount, boolean, integer, number, text


def refused(reader, raw, plain=True):
    with pytest.raises(InvalidScalar) as fault:
        reader(raw, plain)
    return fault.value.message, fault.value.hint


def test_text_is_what_is_written_and_white_space_alone_is_empty():
    assert [text(raw, True) for raw in ("nee", "012", " a ", "  ", "")] == ["nee", "012", " a ", "", ""]


def test_a_whole_number_is_an_int_and_one_with_decimals_is_exact():
    assert integer("-2028", True) == -2028 and type(number("66", True)) is int
    assert number("66.5", True) == Decimal("66.5") and number("0.123456789", True) == Decimal("0.123456789")
    assert type(amount("12500", True)) is Decimal and amount("0.10", True) == Decimal("0.10")


def test_each_field_of_numbers_says_what_it_asks():
    assert refused(integer, "veel")[0] == "verwacht een geheel getal, kreeg ‘veel’"
    assert refused(number, "veel")[0] == "verwacht een getal, kreeg ‘veel’"
    assert refused(amount, "veel")[0] == "verwacht een bedrag in euro’s, kreeg ‘veel’"


def test_there_are_no_halves_of_a_whole_number_and_no_tenths_of_a_cent():
    assert refused(integer, "6.5")[1] == "hier hoort een heel getal, zonder komma of punt"
    assert refused(amount, "0.125")[1] == "schrijf 0.13"
    assert refused(number, "1.0123456789")[1] == "schrijf 1.01"
    assert refused(integer, "1" * 19)[0] == "dit getal is te groot"


def test_only_true_and_false_are_read_as_yes_and_no():
    assert [boolean(raw, True) for raw in ("true", "False", "TRUE")] == [True, False, True]
    assert refused(boolean, "ja") == ("verwacht true of false, kreeg ‘ja’", "schrijf true in plaats van ‘ja’")
    assert refused(boolean, "Uit.") == ("verwacht true of false, kreeg ‘Uit.’", "schrijf false in plaats van ‘Uit.’")
    assert refused(boolean, "soms")[1] == "schrijf true (ja) of false (nee)"
    assert refused(boolean, "true", plain=False) == (
        "verwacht true of false, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg",
    )  # fmt: skip


def test_there_is_a_reader_for_every_kind_of_field():
    assert PARSERS["date"]("2027-03-15", True) == date(2027, 3, 15)
    assert PARSERS["string"]("2027-03-15", True) == "2027-03-15"
    assert [PARSERS[kind]("5", True) for kind in ("integer", "number", "amount")] == [5, 5, Decimal(5)]
    assert PARSERS["boolean"]("true", True) is True
