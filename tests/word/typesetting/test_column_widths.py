"""Columns by what stands in them: no word broken, numbers narrow, text gets the rest."""

from __future__ import annotations

import re

from docgen.word.typesetting.cells import Cells
from docgen.word.typesetting.column_widths import fitted
from docgen.word.typesetting.text_width import Font, TextStyle, extent

PLAIN = Font("Calibri", 20)
STYLES = {"": TextStyle(PLAIN), "Tekst": TextStyle(PLAIN), "Getal": TextStyle(PLAIN, 0, True)}
WIDTH, PADDING = 9070, 114
LONG = (
    "Een zin die over meer regels loopt omdat er in een rij van een tabel geen ruimte voor is, en die dus breekt. " * 2
)


def cell(text: str, span: int = 1) -> str:
    style = "Getal" if re.fullmatch(r"[€\d.\u00a0–]+", text) else "Tekst"
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="7" w:type="dxa"/>{wide}</w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:tc>'
    )


def table(*rows, spans=None) -> str:
    grid = '<w:gridCol w:w="7"/>' * len(rows[0])
    written = "".join(
        f"<w:tr>{''.join(cell(*(one if isinstance(one, tuple) else (one,))) for one in row)}</w:tr>" for row in rows
    )
    return f'<w:tblPr><w:tblW w:w="1" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{written}'


def set_in(xml: str, width: int = WIDTH) -> str:
    return fitted(xml, width, PADDING, Cells(STYLES, frozenset()))


def widths(*rows, width: int = WIDTH) -> list[int]:
    return [int(one) for one in re.findall(r'<w:gridCol w:w="(\d+)"/>', set_in(table(*rows), width))]


def room(text: str) -> int:
    return extent(text, PLAIN).word + PADDING


def test_a_table_keeps_its_width():
    for rows in ([["a", "b"]], [[LONG, LONG, "c"]], [["x" * 300, "y" * 300]], [["1", "2", "3"]]):
        assert sum(widths(*rows)) == WIDTH


def test_a_column_of_dashes_leaves_its_room_to_one_of_text():
    dashes, text = widths(["Wie", "Wat"], ["–", LONG], ["–", LONG])
    assert dashes < 900 and text > 8100


def test_no_column_is_narrower_than_its_longest_word():
    words = ["Gemeenschappelijke", LONG, "Verantwoordingsinformatie", LONG, "welzijnsorganisatie"]
    found = widths(["a", "b", "c", "d", "e"], words)
    assert all(width >= room(word) for width, word in zip(found, words, strict=True) if word != LONG)


def test_columns_of_numbers_are_as_wide_as_each_other_and_no_wider_than_they_ask():
    label, *years = widths(["Post", "2028", "2029", "2030"], ["Inzet gemeente", "€\u00a0108.020", "€\u00a08.020", "–"])
    assert max(years) - min(years) <= 1 and room("€\u00a0108.020") <= years[0] < room("€\u00a0108.020") + 300
    assert label == WIDTH - sum(years)


def test_the_heading_of_a_column_of_numbers_may_break():
    _, number = widths(["Post", "Bedrag dat de gemeente ieder jaar betaalt"], [LONG, "€\u00a0500"])
    assert number < 1500


def test_text_that_fits_on_one_line_stays_there():
    short, _ = widths(["Wanneer", "Wat"], ["1 januari 2028", LONG * 3])
    assert short >= extent("1 januari 2028", PLAIN).line + PADDING


def test_a_cell_over_more_columns_makes_these_together_wide_enough():
    found = widths([("Verantwoordingsinformatie", 2), "c"], ["1", "2", LONG])
    assert sum(found[:2]) >= room("Verantwoordingsinformatie")
    written = set_in(table([("a", 2), "c"], ["1", "2", LONG]))
    cells = [int(one) for one in re.findall(r'<w:tcW w:w="(\d+)"', written)]
    assert cells[0] == cells[2] + cells[3] and cells[1] == cells[4]


def test_when_not_all_words_fit_numbers_keep_theirs():
    words = ["Verantwoordingsinformatie"] * 4
    *text, number = widths(["a", "b", "c", "d", "e"], [*words, "€\u00a01.386.000"])
    assert number >= room("€\u00a01.386.000") and min(text) > 900


def test_one_word_longer_than_a_line_does_not_take_the_others_room():
    word, text = widths(["adres", "uitleg"], ["x" * 200, LONG])
    assert word + text == WIDTH and text > WIDTH / 4


def test_a_table_in_which_a_value_brought_another_stays_as_it_is():
    xml = table(["a", LONG]).replace("<w:tr>", "<w:tr><w:tbl></w:tbl>", 1)
    assert set_in(xml) == xml


def test_a_table_without_rows_stays_as_it_is():
    assert set_in("<w:tblPr/><w:tblGrid/>") == "<w:tblPr/><w:tblGrid/>"


def test_when_not_all_words_fit_only_the_longest_break():
    long, other, short, number = widths(
        ["a", "b", "c", "d"],
        ["Arbeidsongeschiktheidsverzekeringsmaatschappij"] * 2 + ["incidenteel", "€\u00a01.234.567"],
        width=7000,
    )
    assert short >= room("incidenteel") and number >= room("€\u00a01.234.567") and abs(long - other) <= 1
