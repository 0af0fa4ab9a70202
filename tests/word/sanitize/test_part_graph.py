"""The parts of a Word file as a graph, whatever their names are; what nothing refers to is left out."""

from __future__ import annotations

import pytest

from docgen.word.compiler import compile_template
from docgen.word.sanitize.part_graph import Graph, Relation, prune, reach, relations_in, rename_main, walk, write_parts
from tests.fetching import PNG, holding, picture, with_png
from tests.word.sanitize.odd_files import under_other_names
from tests.word_files import changed, document, parts_of, text_of, with_part, with_relation, zipped


@pytest.mark.slow
def test_a_name_in_another_case_or_with_a_code_is_the_same_part():
    parts = parts_of(with_png(holding(picture('<a:blip r:embed="rIdP"/>')), name="word/media/mijn beeld.png"))
    rels = parts["word/_rels/document.xml.rels"].replace(b"media/mijn beeld.png", b"Media/Mijn%20Beeld.PNG")
    made = parts_of(compile_template(zipped(parts | {"word/_rels/document.xml.rels": rels})).render({}))
    assert made["word/media/mijn beeld.png"] == PNG


@pytest.mark.slow
def test_a_template_and_a_house_style_may_have_other_names_for_their_parts():
    data = under_other_names(document("{{ naam }}"))
    parts = parts_of(compile_template(data, "brief.docx", house_style=data).render({"naam": "Gezond"}))
    assert "Gezond" in text_of(zipped(parts), "word/document2.xml")
    assert "word/styles.xml" in parts and b"doNotExpandShiftReturn" in parts["word/settings.xml"]


IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def to(target: str, kind: str = "image", is_outside: bool = False) -> Relation:
    return Relation(f"rId{target}", IMAGE, kind, target, is_outside)


def test_what_can_be_reached_is_found_along_relations_and_round_in_circles():
    relations = {
        "": [to("a")],
        "a": [to("b"), to("http://x", is_outside=True), to("#plek")],
        "b": [to("a")],
        "c": [to("d")],
    }
    assert reach(relations) == {"a", "b"}


@pytest.mark.parametrize(
    ("target", "part", "is_outside"),
    [
        ("media/a.png", "word/media/a.png", False),
        ("/word/media/a.png", "word/media/a.png", False),
        ("MEDIA/A.PNG", "word/media/a.png", False),
        ("media/a%2Epng", "word/media/a.png", False),
        ("media/weg.png", "word/media/weg.png", False),
        ("http://voorbeeld.nl/a.png", "http://voorbeeld.nl/a.png", True),
        ("\\\\server\\a.png", "\\\\server\\a.png", True),
        ("http%3A//voorbeeld.nl", "http%3A//voorbeeld.nl", True),
    ],
)
def test_a_relation_leads_to_a_part_or_outside_whatever_it_says_of_itself(target, part, is_outside):
    parts = parts_of(with_part(with_relation(document("x"), "image", target, external=False), "word/media/a.png", b"x"))
    (found,) = [one for one in relations_in(parts, "word/document.xml") if one.key == "rIdExtra"]
    assert (found.target, found.kind, found.is_outside) == (part, "image", is_outside)


def test_a_part_that_nothing_refers_to_is_not_written_nor_its_type():
    parts = parts_of(with_part(document("x"), "word/los.xml", b"<x/>"))
    left = write_parts(walk(parts, lambda *_: True))
    assert "word/los.xml" not in left and "word/document.xml" in left
    assert b"los.xml" not in left["[Content_Types].xml"]


def test_a_relation_that_no_element_names_goes_with_its_part():
    data = with_part(with_relation(document("x"), "image", "media/a.png", external=False), "word/media/a.png", b"x")
    assert "word/media/a.png" not in prune(parts_of(data))
    named = changed(data, "word/document.xml", lambda xml: xml.replace("<w:body>", "<w:body><w:x r:id='rIdExtra'/>"))
    assert "word/media/a.png" in prune(parts_of(named))


def test_relations_are_written_as_they_are_read():
    parts = parts_of(with_relation(document("x"), "hyperlink", "https://x.nl/?a=1&amp;b=2"))
    graph = walk(parts, lambda *_: True)
    assert relations_in(write_parts(graph), "word/document.xml") == graph.relations["word/document.xml"]


def test_a_part_there_is_one_of_gets_the_name_that_word_gives_it_unless_that_is_taken():
    def named(*names: str) -> list[str]:
        graph = Graph(dict.fromkeys(("word/document.xml", *names), b"<x/>"), dict.fromkeys(names, "k"))
        graph.relations = {
            "": [to("word/document.xml", "officedocument")],
            "word/document.xml": [to(name, "styles") for name in names],
        }
        rename_main(graph, "word/document.xml")
        assert {one.target for one in graph.relations["word/document.xml"]} == {*graph.parts} - {"word/document.xml"}
        return [name for name in graph.parts if name != "word/document.xml"]

    assert named("word/opmaak.xml") == ["word/styles.xml"]
    assert named("word/styles.xml", "word/opmaak.xml") == ["word/styles.xml", "word/opmaak.xml"]
