"""Tab stops laid out to the width of a text."""

from __future__ import annotations

from docx.oxml.ns import nsdecls

from docgen.opc.relationships import W, parse
from docgen.word.style.tab_stops import Stop, fit, inherited, moved, set_stops, stops_of


def properties(*stops: str):
    """Properties of a paragraph with stops written as "right 8000"."""
    tabs = "".join('<w:tab w:val="{}" w:pos="{}"/>'.format(*stop.split()) for stop in stops)
    return parse(
        f'<w:pPr {nsdecls("w")}><w:pStyle w:val="X"/><w:tabs>{tabs}</w:tabs><w:jc w:val="left"/></w:pPr>'.encode()
    )


def written(element) -> list[str]:
    return [f"{one.get(f'{W}val')} {one.get(f'{W}pos')}" for one in element.iter(f"{W}tab")]


def test_places_on_the_page_go_along_and_room_for_a_label_stays():
    stops = stops_of(properties("left 2551", "left 4820", "right 9070"))
    assert list(moved(stops, 9070, 7000)) == [2551, 3720, 7000]
    assert list(moved(stops, 9070, 14002)) == [2551, 7441, 14002]
    assert moved(stops, 9070, 9070) == stops


def test_a_stop_past_the_text_was_made_for_a_wider_one():
    assert list(moved(stops_of(properties("center 4536", "right 9072")), 8000, 8000)) == [4000, 8000]


def test_stops_of_a_style_keep_what_fills_the_line():
    element = parse(
        f'<w:pPr {nsdecls("w")}><w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="8504"/></w:tabs></w:pPr>'.encode()
    )
    fit(element, 9070, 4535)
    assert stops_of(element) == {4252: Stop(4252, "left", "underscore")}


def test_a_style_has_the_stops_of_those_it_builds_on_but_for_what_it_clears():
    def style(base: str, *stops: str):
        made = parse(f'<w:style {nsdecls("w")}><w:basedOn w:val="{base}"/></w:style>'.encode())
        made.append(properties(*stops))
        return made

    styles = {
        "A": style("B", "clear 4000"),
        "B": style("A", "center 4000", "right 8000"),
    }  # a ring, as no program makes
    assert list(inherited("A", styles)) == [8000] and inherited("Elders", styles) == {}


def test_a_paragraph_clears_only_what_its_style_has_too_much():
    paragraph = parse(f"<w:p {nsdecls('w')}><w:r/></w:p>".encode())
    under = {4000: Stop(4000, "center"), 8000: Stop(8000, "right")}
    set_stops(paragraph, {4000: Stop(4000, "center"), 9000: Stop(9000, "right")}, under)
    assert written(paragraph) == ["clear 8000", "right 9000"] and paragraph[0].tag == f"{W}pPr"
    set_stops(paragraph, under, under)
    assert written(paragraph) == []


def test_tabs_stand_where_the_schema_has_them():
    element = properties("right 9070")
    fit(element, 9070, 5000)
    assert [one.tag.removeprefix(W) for one in element] == ["pStyle", "tabs", "jc"] and written(element) == [
        "right 5000"
    ]
