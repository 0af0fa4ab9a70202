"""Styles of one sheet taken into another: by name, in the order of the schema, under ids of their own."""

from __future__ import annotations

from docx.oxml.ns import nsdecls

from docgen.opc.relationships import W, parse
from docgen.word.style.style_sheet import Widths, lacking, missing, names_of, restyled, used_in, with_styles


def sheet(*styles: str) -> bytes:
    """A style sheet of "id=name" or "id=name<id of the one it builds on"."""
    made = []
    for style in styles:
        identity, _, rest = style.partition("=")
        name, _, base = rest.partition("<")
        based = f'<w:basedOn w:val="{base}"/><w:next w:val="{base}x"/>' if base else ""
        made.append(f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{based}</w:style>')
    return f"<w:styles {nsdecls('w')}>{''.join(made)}</w:styles>".encode()


def styles_of(data: bytes) -> dict[str, tuple[str, str | None]]:
    """The name and the base of each style by id."""
    found = parse(data).findall(f"{W}style")
    bases = [style.find(f"{W}basedOn") for style in found]
    return {
        style.get(f"{W}styleId"): (
            style.find(f"{W}name").get(f"{W}val"),
            None if base is None else base.get(f"{W}val"),
        )
        for style, base in zip(found, bases, strict=True)
    }


def test_a_style_that_is_used_and_not_there_comes_with_what_it_builds_on():
    own, other = sheet("Standaard=Normal"), sheet("Normal=Normal", "Noot=Noot<Klein", "Klein=Klein<Normal", "Rest=Rest")
    ids = missing(own, other, {"Noot", "Standaard", "Onbekend"})
    done = with_styles(own, other, ids, {})
    assert names_of(other, ids) == ["Noot", "Klein"]
    assert styles_of(done) == {
        "Standaard": ("Normal", None),
        "Noot": ("Noot", "Klein"),
        "Klein": ("Klein", "Standaard"),
    }
    assert b"<w:next" not in done


def test_a_sheet_that_has_what_is_used_misses_nothing_nor_does_it_what_nobody_has():
    own = sheet("Noot=Noot")
    assert missing(own, sheet("Noot=Noot", "Kop=Kop"), {"Noot"}) == []
    assert missing(own, sheet("Noot=Noot"), {"Elders"}) == []


def test_an_id_that_another_style_has_is_no_reason_for_two_with_one_id():
    own, house = sheet("Kop1=heading 1", "A=Eigen"), sheet("Heading1=heading 1", "Kop1=Mijn kop", "A2=Ander<Kop1")
    assert styles_of(restyled(own, house, Widths(9000, 9000, 9000))) == {
        "Kop1": ("heading 1", None),
        "A": ("Eigen", None),
        "Kop12": ("Mijn kop", None),
        "A2": ("Ander", "Kop12"),
    }


def test_what_a_house_style_lacks_is_told_by_name_but_for_what_word_makes_itself():
    docgens = sheet("Normal=Normal", "Kenmerk=Kenmerk", "Heading1=heading 1", "NoList=No List")
    assert lacking(sheet("Kop1=Heading 1"), docgens) == ("Kenmerk",)


def test_styles_are_found_in_paragraphs_runs_and_tables():
    text = b'<w:pStyle w:val="A"/><w:rStyle w:val=\'B\'/><w:tblStyle  w:val="C"/><w:basedOn w:val="D"/>'
    assert used_in([text, b'<w:pStyle w:val="A"/>']) == {"A", "B", "C"}
