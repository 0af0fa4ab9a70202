"""A document holds each picture once, with what Word needs to find it, and the same bytes every time."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.opc import relationships
from docgen.system import reference
from docgen.word import cache
from docgen.word.compiler import compile_template
from docgen.word.fast import runtime
from tests.pictures.made_pictures import jpeg, png
from tests.word.pictures.filled_picture import BODY, add_example, drawings, media, picture, render, template
from tests.word_files import blank, parts_of, saved

DATA = {"beeld": picture(jpeg("staand-gps")), "reeks": [picture(png()), picture(), picture(png())], "geen": None}
MADE = template(
    "voor", "[{{ beeld }}]", "{%p for een in reeks %}", "[{{ een }}]", "{%p endfor %}", "[{{ geen }}]", "na"
)


def test_both_paths_give_the_same_bytes(monkeypatch):
    fast = compile_template(MADE, "brief.docx")
    assert all(part.plain is not None and part.is_proven for part in fast.parts)
    assert all(runtime.run(part.fill, DATA) is not None for part in fast.parts)
    done = fast.render(DATA)
    slow = replace(fast, parts=tuple(replace(part, plain=None) for part in fast.parts), _bound={})
    assert slow.render(DATA) == done
    monkeypatch.setattr(reference, "IS_FORCED", True)
    assert compile_template(MADE, "brief.docx").render(DATA) == done


def test_the_same_picture_in_two_parts_is_in_the_file_once():
    made = blank()
    add_example(made.add_paragraph(), "{{ logo }}")
    made.add_paragraph("tekst")
    add_example(made.sections[0].header.paragraphs[0], "{{ logo }}")
    parts = render(saved(made), {"logo": picture()})
    header = next(name for name in parts if name.startswith("word/header"))
    assert drawings(parts)[0]["file"] == drawings(parts, header)[0]["file"]
    assert len(media(parts)) == 1


def test_the_content_types_name_both_kinds():
    types = relationships.content_types(render(MADE, DATA))
    assert {name.rpartition(".")[2]: kind for name, kind in types.items() if "/media/" in name} == {
        "png": "image/png",
        "jpeg": "image/jpeg",
    }


def test_a_picture_of_the_template_that_says_what_it_shows_stays():
    made = blank()
    add_example(made.add_paragraph(), "Wapen van de gemeente")
    add_example(made.add_paragraph(), "{{ beeld }}")
    made.add_paragraph("na")
    document = saved(made)
    for value, files in ((None, 1), (picture(), 2)):
        parts = render(document, {"beeld": value})
        assert len(media(parts)) == files and drawings(parts)[0]["alt"] == "Wapen van de gemeente"


def test_a_template_that_was_kept_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "brief.docx"
    file.write_bytes(MADE)
    first = cache.load_or_compile(file)
    second = cache.load_or_compile(file)
    assert second is not first and second.pictures == first.pictures
    assert first.render(DATA) == second.render(DATA) == compile_template(MADE, "brief.docx").render(DATA)


def test_another_picture_is_another_content():
    made = compile_template(MADE, "brief.docx")
    one, two = (made.render_with({**DATA, "beeld": picture(png(value=value))}, custom={}).content for value in (1, 2))
    assert one != two


def test_a_block_that_is_given_again_brings_its_pictures():
    made, kept = compile_template(MADE, "brief.docx"), {}
    first = made.render_with(DATA, kept=kept).data
    again = made.render_with({**DATA, "geen": None}, kept=kept).data
    assert first == again and len(media(parts_of(again))) == 3
    fewer = made.render_with({**DATA, "reeks": DATA["reeks"][1:2]}, kept=kept).data
    assert len(media(parts_of(fewer))) == 2


@pytest.mark.parametrize("given", [bytes, Path])
def test_from_python_a_picture_is_bytes_or_a_path(tmp_path, given):
    file = tmp_path / "foto.jpg"
    file.write_bytes(jpeg("staand-gps"))
    value = file if given is Path else file.read_bytes()
    beeld = {"bestand": value, "alt": "Een huis"}
    parts = render(template("[{{ beeld }}]", "na"), {"beeld": beeld})
    assert drawings(parts)[0]["turn"] == (5_400_000, "0")
    assert parts == render(template("[{{ beeld }}]", "na"), {"beeld": picture(jpeg("staand-gps"), alt="Een huis")})


def test_what_stood_there_as_an_example_is_in_no_document():
    parts = render(MADE, DATA)
    assert not re.search(rb'r:embed="rId', parts[BODY])
    assert not any(
        row["Target"].startswith("media/image")
        for row in relationships.relations(parts, "word/_rels/document.xml.rels")
    )


def test_the_open_xml_sdk_finds_nothing_wrong(tmp_path, validator_errors):
    file = tmp_path / "brief.docx"
    file.write_bytes(compile_template(MADE, "brief.docx").render(DATA))
    assert validator_errors(file) == []


def test_libreoffice_shows_every_picture_with_its_alternative_text(tmp_path, office):
    file = tmp_path / "beelden.docx"
    file.write_bytes(compile_template(MADE, "brief.docx").render(DATA))
    (converted,) = office.converted("odt", file)
    content = parts_of(converted.read_bytes())["content.xml"].decode()
    assert len(re.findall(r"<draw:image [^>]*xlink:href=", content)) == 4
    assert content.count("Een plein met bomen</svg:desc>") == 4
