"""Tables and drawings laid out to the text area of their own section."""

from __future__ import annotations

from docx.oxml.ns import nsdecls

from docgen.opc.relationships import W, parse
from docgen.word.style.layout import DRAWING, PICTURE, lay_out
from docgen.word.style.text_area import TextArea

WIDE, NARROW = TextArea(9000, 9000, 13000), TextArea(6000, 6000, 8000)


def table(*columns: int, inner: str = "", indent: int = 0) -> str:
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>{inner}<w:p/></w:tc>' for column in columns
    )
    left = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{left}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"<w:tr>{cells}</w:tr></w:tbl>"
    )


def drawing(wide: int, high: int) -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{wide}" cy="{high}"/><a:graphic><a:graphicData><a:xfrm>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


BREAK = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"


def laid_out(inner: str, before=(WIDE,), after=(NARROW,)):
    body = parse(f"<w:body {nsdecls('w', 'wp', 'a')}>{inner}<w:sectPr/></w:body>".encode())
    lay_out(body, list(before), list(after))
    return body


def widths(body, tag: str = "gridCol") -> list[int]:
    return [int(one.get(f"{W}w")) for one in body.iter(f"{W}{tag}")]


def extents(body) -> list[tuple[int, int]]:
    return [(int(one.get("cx")), int(one.get("cy"))) for one in body.iter() if one.get("cx")]


def test_a_table_that_filled_the_width_fills_it_again():
    body = laid_out(table(6000, 3000))
    assert widths(body) == widths(body, "tcW") == [4000, 2000] and widths(body, "tblW") == [6000]
    assert widths(laid_out(table(4000, 2000), [NARROW], [WIDE])) == [6000, 3000]


def test_a_narrow_table_shrinks_only_when_it_runs_past_the_text():
    assert widths(laid_out(table(2000, 2000))) == [2000, 2000]
    assert widths(laid_out(table(4000, 4000))) == [3000, 3000]
    assert widths(laid_out(table(2000, 2000), [NARROW], [WIDE])) == [2000, 2000]


def test_a_table_that_is_moved_in_ends_at_the_margin():
    assert sum(widths(laid_out(table(8000, indent=1000)))) == 5000


def test_a_table_in_a_table_goes_along_with_it():
    assert widths(laid_out(table(9000, inner=table(4500)))) == [6000, 3000]


def test_every_section_has_its_own_width():
    body = laid_out(f"{table(9000)}{BREAK}{table(9000)}", [WIDE, WIDE], [NARROW, WIDE])
    assert widths(body) == [6000, 9000]


def test_a_column_is_the_width_there_is():
    assert widths(laid_out(table(9000), after=[TextArea(9000, 4000, 13000)])) == [4000]


def test_a_drawing_keeps_its_proportion():
    full = WIDE.width * 635
    assert extents(laid_out(drawing(full, full // 2))) == [(6000 * 635, 3000 * 635)] * 2
    assert extents(laid_out(drawing(100, 50))) == [(100, 50)] * 2


def test_pictures_of_the_data_that_fitted_beside_each_other_do_so_again():
    room = drawing(4500 * 635, 3000 * 635).replace(
        "<a:graphic>", '<wp:docPr id="1" name="x" descr="{{ beeld }}"/><a:graphic>'
    )
    room = room.replace("<a:xfrm>", f'<pic:pic xmlns:pic="{PICTURE[1:-1]}"/><a:xfrm>')
    assert extents(laid_out(room)) == [(3000 * 635, 2000 * 635)] * 2


def test_a_drawing_is_never_higher_than_the_page():
    ((wide, high), _) = extents(laid_out(drawing(9000 * 635, 18000 * 635)))
    assert high <= NARROW.height * 635 and abs(wide * 2 - high) < 10


def test_a_drawing_in_a_cell_goes_along_with_its_table():
    assert extents(laid_out(table(9000, inner=drawing(900, 600)))) == [(600, 400)] * 2


def test_what_stands_in_a_text_box_stays():
    box = f"<w:p><w:r><w:pict><w:txbxContent>{table(8000)}</w:txbxContent></w:pict></w:r></w:p>"
    assert widths(laid_out(box)) == [8000]


def test_the_same_page_changes_nothing():
    assert widths(laid_out(table(9500), [WIDE], [WIDE])) == [9500]
    assert DRAWING in laid_out(drawing(1, 1)).find(f".//{DRAWING}inline").tag
