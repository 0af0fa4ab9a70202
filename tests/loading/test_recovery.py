"""Rows and fields that stand one step from where they belong: told once, and read as they were meant."""

from __future__ import annotations

from docgen.dossier import check, loads
from docgen.loading.recovery import recover_fields, recover_rows
from docgen.schema.field import ANYTHING, Field
from docgen.syntax import parser
from tests.loading.test_traps import base


def test_every_dash_too_many_is_told_and_nothing_else():
    data = base("    naam: Chauffeur\n    partij", "  - naam: Chauffeur\n  - partij")
    found = [(problem.line, problem.column, problem.message) for problem in check(loads(data))]
    assert found == [
        (11, 3, "dit streepje hoort hier niet; ‘naam’ hoort bij ‘id: rijder’ op regel 10"),
        (12, 3, "dit streepje hoort hier niet; ‘partij’ hoort bij ‘id: rijder’ op regel 10"),
    ]


ROW = {
    "type": "dict",
    "schema": {
        "id": {"type": "string", "required": True},
        "naam": {"type": "string", "required": True},
        "uren": {"type": "number"},
    },
}
PART = {
    "type": "dict",
    "schema": {
        "titel": {"type": "string"},
        "horizon": {"type": "dict", "schema": {"begin": {"type": "date"}, "einde": {"type": "date"}}},
        "jaren": {"type": "dict", "keysrules": {"type": "integer"}, "valuesrules": {"type": "amount"}},
    },
}


def value(text):
    source = parser.parse(f"a:\n{text}".encode(), "proef")
    return source.root.pairs[0][1], source.lines


def names(pairs):
    return [key.text for key, _ in pairs]


def rows(text):
    node, lines = value(text)
    return recover_rows(node, Field(ROW), lines)


def fields(text, rules=PART):
    node, _ = value(text)
    return recover_fields(node, node.pairs, Field(rules))


def test_a_row_that_lacks_its_dash_is_on_its_own_again():
    found, (slip,) = rows("  - id: p\n    naam: P\n    id: q\n    naam: Q\n")
    assert [names(row.pairs) for row in found] == [["id", "naam"], ["id", "naam"]]
    assert (found[1].line, found[1].pairs[0][1].text) == (4, "q")
    assert (slip.step, slip.node.line, slip.code, slip.is_partial) == (1, 4, "dubbel", True)
    assert slip.message == "‘id’ staat dubbel; eerder op regel 2"
    assert slip.hint == "begin een nieuw onderdeel met een streepje (- id: …), of haal er één weg"


def test_a_row_with_a_dash_too_many_is_part_of_the_former():
    found, (slip,) = rows("  - id: p\n  - naam: P\n    uren: 5\n  - id: q\n    naam: Q\n")
    assert [names(row.pairs) for row in found] == [["id", "naam", "uren"], ["id", "naam"]]
    assert (slip.step, slip.node.line, slip.node.column, slip.code, slip.is_partial) == (0, 3, 3, "yaml", False)
    assert slip.message == "dit streepje hoort hier niet; ‘naam’ hoort bij ‘id: p’ op regel 2"


def test_rows_that_are_whole_or_share_a_field_stay_as_they_are():
    for text in (
        "  - id: p\n    naam: P\n  - id: q\n    naam: Q\n",
        "  - id: p\n    naam: P\n  - uren: 5\n    naam: Q\n",
        "  - id: p\n  - onbekend: P\n",
        "  - {id: p}\n  - {naam: P}\n",
        "  - id: p\n  - tekst\n",
    ):
        node, lines = value(text)
        assert recover_rows(node, Field(ROW), lines) == (node.items, [])


def test_a_list_of_words_or_between_brackets_has_no_rows_to_repair():
    node, lines = value("  [{id: p}, {naam: P}]\n")
    assert recover_rows(node, Field(ROW), lines) == (node.items, [])
    node, lines = value("  - id: p\n  - naam: P\n")
    assert recover_rows(node, Field({"type": "string"}), lines) == (node.items, [])


def test_fields_at_the_depth_of_the_empty_part_above_them_are_inside_it_again():
    found, (slip,) = fields("  horizon:\n  begin: 2028-01-01\n  einde: 2031-12-31\n  titel: T\n")
    assert names(found) == ["horizon", "titel"]
    assert found[0][1].kind == "map" and names(found[0][1].pairs) == ["begin", "einde"]
    assert (slip.step, slip.node.line, slip.code) == ("horizon", 3, "vorm")
    assert slip.message == "regel 3 tot en met 4 horen onder ‘horizon’ op regel 2"
    assert slip.hint == "zet er op elke regel twee spaties voor"


def test_a_year_below_an_empty_part_of_years_is_inside_it_again():
    found, (slip,) = fields("  jaren:\n  2028: 5\n")
    assert names(found) == ["jaren"] and names(found[0][1].pairs) == ["2028"]
    assert (slip.message, slip.hint) == ("deze regel hoort onder ‘jaren’ op regel 2", "zet er twee spaties voor")


def test_fields_of_the_part_itself_and_below_a_part_that_is_filled_in_stay_where_they_are():
    for text in (
        "  horizon:\n  titel: T\n",
        "  horizon:\n    begin: 2028-01-01\n  einde: 2031-12-31\n",
        "  horizon:\n  onbekend: T\n",
        "  {horizon: , begin: 2028-01-01}\n",
    ):
        node, _ = value(text)
        assert recover_fields(node, node.pairs, Field(PART)) == (node.pairs, [])
    node, _ = value("  horizon:\n  begin: 2028-01-01\n")
    assert recover_fields(node, node.pairs, ANYTHING) == (node.pairs, [])
