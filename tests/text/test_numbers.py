"""A number that reads in one way, and what Dutch writers type instead, each with its remedy."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.errors import InvalidScalar
from docgen.text.numbers import DIGITS, as_written, cents, lone_number, parse_number, plain_number

WHOLE, DECIMALS = r"-?(0|[1-9]\d{0,17})", r"-?(0|[1-9]\d{0,17})(\.\d{1,9})?"


def refused(raw, pattern=DECIMALS, plain=True):
    with pytest.raises(InvalidScalar) as fault:
        parse_number(raw, plain, pattern, "een getal")
    return fault.value.message, fault.value.hint


def test_a_number_that_reads_in_one_way_stays_as_it_is():
    for raw in ("0", "-5", "66.5", "12500.50", "0.125", "1234.567"):
        assert parse_number(raw, True, DECIMALS, "een getal") == raw


@pytest.mark.parametrize(
    ("raw", "message", "hint"),
    [
        ("12.500", "12.500 is dubbelzinnig: 12500 of 12 komma 500?", "schrijf 12500 of 12.50"),
        ("1.250.000,50", "verwacht een getal zonder punten voor duizendtallen, kreeg ‘1.250.000,50’", "schrijf 1250000.50"),
        ("92,50", "verwacht een getal met een punt voor decimalen, kreeg ‘92,50’", "schrijf 92.50"),
        ("€ 1.400,-", "verwacht alleen het getal, kreeg ‘€ 1.400,-’", "schrijf 1400"),
        ("1,5 mln", "verwacht een getal dat voluit is geschreven, kreeg ‘1,5 mln’", "schrijf 1500000"),
        ("1,125 mln", "verwacht een getal dat voluit is geschreven, kreeg ‘1,125 mln’", "schrijf 1125000"),
        ("1.250 mln", "verwacht een getal dat voluit is geschreven, kreeg ‘1.250 mln’", "schrijf 1250000 of 1250000000"),
        ("€ 1.250.000 k", "verwacht een getal dat voluit is geschreven, kreeg ‘€ 1.250.000 k’", "schrijf 1250000000"),
        ("0,125 mln", "verwacht een getal dat voluit is geschreven, kreeg ‘0,125 mln’", "schrijf 125000"),
        ("1,1234567891 mln", "verwacht een getal dat voluit is geschreven, kreeg ‘1,1234567891 mln’", "schrijf 1123456.79"),
        ("7:45", "verwacht een getal, kreeg ‘7:45’", "schrijf uren met een punt: 7.75"),
        ("ca. 40", "verwacht alleen het getal, kreeg ‘ca. 40’", "schrijf 40; ‘ca.’ hoort in de tekst"),
        ("3 x 12", "verwacht één getal, kreeg ‘3 x 12’", "reken het uit en schrijf één getal"),
        ("elf", "verwacht een getal, kreeg ‘elf’", "schrijf 11"),
        ("2O", "in ‘2O’ staat een letter die op een cijfer lijkt", "schrijf 20"),
        ("½", "verwacht een getal, kreeg ‘½’", "schrijf 0.5"),
        ("n.t.b.", "verwacht een getal, kreeg ‘n.t.b.’", "vul het in, of haal het veld weg zolang het niet bekend is"),
        ("veel", "verwacht een getal, kreeg ‘veel’", "schrijf alleen cijfers"),
        ("\u00a0840", "bij dit getal staat een onzichtbaar teken of een harde spatie", "schrijf 840"),
    ],
)  # fmt: skip
def test_a_figure_in_another_notation_is_refused_with_the_number_to_write(raw, message, hint):
    assert refused(raw) == (message, hint)


def test_a_number_between_quotes_is_text():
    assert refused("840", plain=False) == (
        "verwacht een getal, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg",
    )  # fmt: skip


def test_a_field_of_whole_numbers_is_never_told_to_hold_a_decimal_one():
    whole = "hier hoort een heel getal, zonder komma of punt"
    assert refused("6,5", WHOLE) == ("verwacht een getal, kreeg ‘6,5’", whole)
    assert refused("6.5", WHOLE)[1] == whole
    assert refused("12.500", WHOLE)[1] == "schrijf 12500"


@pytest.mark.parametrize(
    ("raw", "hint"), [("0.125", "schrijf 0.13"), ("-0.500 uur", "schrijf -0.50"), ("€ 0.125", "schrijf 0.13")]
)
def test_a_point_behind_a_nought_never_divides_thousands(raw, hint):
    assert refused(raw, r"-?(0|[1-9]\d{0,17})(\.\d{1,2})?")[1] == hint
    assert plain_number("0.125") == "0.13" and plain_number("0.125.000") == ""


def test_half_a_cent_is_rounded_away_from_nought():
    assert [cents(n) for n in ("2.675", Decimal("-0.005"), "3")] == [
        Decimal("2.68"), Decimal("-0.01"), Decimal("3.00"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("€ 12.500,-", "12500"),
        ("€12.500", "12500"),
        ("12.500,-", "12500"),
        ("12.500,50", "12500.50"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1,250,000.50", "1250000.50"),
        ("-5,5", "-5.5"),
        ("5", "5"),
        ("12.500", ""),
        ("12,500", ""),
        ("veel", ""),
    ],
)
def test_a_figure_is_plain_only_when_it_can_be_read_in_one_way(written, plain):
    assert plain_number(written) == plain


@pytest.mark.parametrize(
    ("raw", "least", "most", "number"),
    [
        ("1 januari 2028", 1990, 2100, "2028"),
        ("12 personen", None, None, "12"),
        ("1 januari 2028", None, None, ""),
        ("2028 of 2029", 1990, 2100, ""),
        ("4 per week", None, None, ""),
        ("5-7", None, None, ""),
        ("2,5 dag", None, None, ""),
        ("wijk3", None, None, ""),
        ("12 personen".ljust(81), None, None, ""),
    ],
)
def test_a_number_among_words_counts_when_it_is_the_only_one_that_can_be_meant(raw, least, most, number):
    assert lone_number(raw, least, most) == number


def test_a_number_is_written_as_a_dossier_has_it():
    assert [
        as_written(number) for number in (12500, Decimal("12500.00"), Decimal("0.550"), Decimal("1E+3"), Decimal(0))
    ] == [
        "12500",
        "12500",
        "0.55",
        "1000",
        "0",
    ]


def test_a_sign_between_quotes_is_no_number_without_them_either():
    with pytest.raises(InvalidScalar) as told:
        parse_number("> 20", False, r"-?\d+", "een getal")
    assert told.value.hint == DIGITS
