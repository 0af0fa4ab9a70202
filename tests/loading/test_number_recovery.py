"""Numbers in their field: pieces that a comma tore apart, years as names, and figures with words around them."""

from __future__ import annotations

import pytest

from docgen.errors import InvalidScalar
from docgen.loading.number_recovery import explain_year, missing_colons, rejoin_split_numbers, suggest_number
from docgen.schema.field import Field
from docgen.syntax import parser
from docgen.text.numbers import CONVERT

YEARS = {"type": "dict", "keysrules": {"type": "integer", "min": 1990, "max": 2100}, "valuesrules": {"type": "amount"}}
ROW = {"type": "dict", "schema": {"uren": {"type": "number"}, "naam": {"type": "string"}}}


def node(text):
    return parser.parse(f"a: {text}\n".encode(), "proef").root.pairs[0][1]


def joined(text, rules=YEARS):
    return [(key.text, value.text) for key, value in rejoin_split_numbers(node(text), Field(rules))]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("{2028: 12.500,50, 2029: 6}", [("2028", "12.500,50"), ("2029", "6")]),
        ("{2028: 1,250,000}", [("2028", "1,250,000")]),
        ("{2028: 12.500,-}", [("2028", "12.500,-")]),
        ("{2028: 1,2 mln}", [("2028", "1,2 mln")]),
        ("{2028: 5, 2029}", [("2028", "5"), ("2029", "")]),
        ("{2028: 5, veel}", [("2028", "5"), ("veel", "")]),
        ("{2028: 5, '50'}", [("2028", "5"), ("50", "")]),
    ],
)
def test_an_amount_that_a_comma_cut_in_pieces_is_whole_again_and_a_year_is_no_piece(text, pairs):
    assert joined(text) == pairs


def test_only_numbers_are_put_together_and_only_between_braces():
    assert joined("{uren: 92,50}", ROW) == [("uren", "92,50")]
    assert joined("{naam: 92,50}", ROW) == [("naam", "92"), ("50", "")]
    assert joined("{2028: 5,50}", {}) == [("2028", "5"), ("50", "")]
    assert joined("\n  2028: 5\n  50:\n") == [("2028", "5"), ("50", "")]


def test_entries_without_a_colon_and_a_space_are_told_once_with_the_line_to_write():
    place, message, hint = missing_colons("bedragen", node("{2028=5, 2029=6}").pairs)
    assert (place.text, message) == ("2028=5", "tussen naam en getal hoort een dubbele punt met een spatie, geen =")
    assert hint == "schrijf bedragen: {2028: 5, 2029: 6}"
    place, message, hint = missing_colons("bedragen", node("{2028:5, 2029:12.500}").pairs)
    assert message == "na elke dubbele punt hoort een spatie"
    assert hint == "schrijf na elke naam een dubbele punt en een spatie"


def test_one_colon_without_a_space_has_a_finding_of_its_own_elsewhere():
    assert missing_colons("bedragen", node("{2028:5, 2029: 6}").pairs) is None
    assert missing_colons("bedragen", node("{2028: 5, 2029: 6}").pairs) is None


@pytest.mark.parametrize(
    ("raw", "message", "hint"),
    [
        ("Totaal", "‘Totaal’ hoort hier niet", "haal het weg; docgen telt zelf op"),
        ("vanaf 2028", "verwacht één jaar, kreeg ‘vanaf 2028’", "noem elk jaar apart, met een eigen getal erachter: 2028: …, 2029: …"),
        ("2028 e.v.", "verwacht één jaar, kreeg ‘2028 e.v.’", "noem elk jaar apart, met een eigen getal erachter: 2028: …, 2029: …"),
        ("2030-2032", "verwacht één jaar, kreeg ‘2030-2032’", "noem elk jaar apart, met een eigen getal erachter: 2030: …, 2031: …"),
        ("“2028”", "verwacht alleen het jaar, kreeg ‘“2028”’", "schrijf 2028"),
        ("'28", "verwacht een jaar in vier cijfers, kreeg ‘'28’", "schrijf 2028"),
        ("jaar 2028", "verwacht alleen het jaar, kreeg ‘jaar 2028’", "schrijf 2028"),
        ("ooit", "verwacht een jaar, kreeg ‘ooit’", "zet hier een jaartal, zoals 2028"),
    ],
)  # fmt: skip
def test_a_name_that_should_be_a_year_is_told_with_the_year_to_write(raw, message, hint):
    assert explain_year(raw, InvalidScalar("verwacht een geheel getal", "schrijf alleen cijfers")) == (message, hint)


def test_what_is_known_of_a_year_already_is_not_said_in_another_way():
    quoted = InvalidScalar(
        "verwacht een geheel getal, kreeg tekst tussen aanhalingstekens", "haal de aanhalingstekens weg"
    )
    assert explain_year("2028", quoted) == (quoted.message, quoted.hint)
    zero = InvalidScalar("verwacht een geheel getal, kreeg ‘02028’ met een nul ervoor", "schrijf 2028")
    assert explain_year("02028", zero) == (zero.message, zero.hint)


HOURS = Field({"type": "number", "meta": {"omschrijving": "Uren per jaar die beschikbaar zijn."}})


def test_a_figure_in_another_unit_is_to_be_converted_to_what_the_field_asks():
    remedy = "reken het om naar wat hier hoort: uren per jaar die beschikbaar zijn"
    assert suggest_number("0,6 fte", "uren", HOURS, "reken het om naar dit veld") == remedy
    assert suggest_number("12 weken", "uren", HOURS, "schrijf 12") == remedy
    assert suggest_number("12 weken", "uren", Field({"type": "number"}), "schrijf 12") == "reken het om naar dit veld"


def test_a_figure_in_the_unit_of_the_field_keeps_its_remedy():
    assert suggest_number("840 uur", "uren", HOURS, "schrijf 840") == "schrijf 840"
    assert suggest_number("twee jaar", "looptijd_jaar", Field({"type": "integer"}), "schrijf 2") == "schrijf 2"


def test_the_only_number_among_words_is_the_one_to_write():
    year = Field({"type": "integer", "min": 1990, "max": 2100})
    assert suggest_number("1 januari 2028", "prijspeil", year, "schrijf alleen cijfers") == "schrijf 2028"
    assert suggest_number("2028 of 2029", "prijspeil", year, "schrijf alleen cijfers") == "schrijf alleen cijfers"
    assert suggest_number("1 januari 2028", "prijspeil", year, "kies één jaar") == "kies één jaar"


@pytest.mark.parametrize(
    ("raw", "name", "description", "hint"),
    [
        ("6 weken", "hersteltermijn_weken", "Tijd om het te herstellen.", "schrijf 6"),
        ("240 uur per jaar", "uren", "Uren per jaar die beschikbaar zijn.", "schrijf 240"),
        ("7280 p/j", "2028", "Bedrag in euro's.", "schrijf 7280"),
        ("3 maanden", "hersteltermijn_weken", "Tijd om het te herstellen.", "reken het om naar wat hier hoort: tijd om het te herstellen"),
        ("240 uur per jaar", "uren", "Uren van deze taak.", "reken het om naar wat hier hoort: uren van deze taak"),
    ],
)  # fmt: skip
def test_a_number_in_the_unit_of_its_field_is_that_number(raw, name, description, hint):
    field = Field({"type": "number", "meta": {"omschrijving": description}})
    assert suggest_number(raw, name, field, CONVERT) == hint
