"""Which pictures of a template are filled from the data, where they can stand, and what goes when there is none."""

import re

import pytest

from docgen.errors import RenderError, TemplateError
from docgen.library.library import open_library
from docgen.word.compiler import compile_template
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.pictures.made_pictures import jpeg, png
from tests.word.pictures.filled_picture import (
    BODY,
    BOX,
    EXAMPLE,
    add_example,
    drawings,
    media,
    paragraphs,
    picture,
    render,
    template,
)
from tests.word_files import blank, changed, parts_of, saved


def test_a_picture_takes_the_place_of_the_example_with_its_own_alternative_text():
    parts = render(template("voor", "[{{ beeld }}]", "na"), {"beeld": picture(alt='Het plein, "voor" & na')})
    assert paragraphs(parts) == ["voor", "[beeld]", "na"]
    (shown,) = drawings(parts)
    assert shown["alt"] == 'Het plein, "voor" & na'
    assert parts[shown["file"]].startswith(b"\xff\xd8") and EXAMPLE not in media(parts).values()


@pytest.mark.parametrize("absent", [None, {"bestand": None, "alt": None, "bijschrift": None}])
def test_without_a_picture_its_paragraph_goes_and_nothing_of_the_example_stays(absent):
    parts = render(template("voor", "[{{ beeld }}]", "na"), {"beeld": absent})
    assert paragraphs(parts) == ["voor", "na"]
    assert not media(parts) and b"image" not in parts["word/_rels/document.xml.rels"]


def test_beside_text_only_the_picture_goes():
    made = template("Logo: [{{ beeld }}] van ons")
    assert paragraphs(render(made, {"beeld": None})) == ["Logo:  van ons"]
    assert paragraphs(render(made, {"beeld": picture()})) == ["Logo: [beeld] van ons"]


def test_a_cell_keeps_a_paragraph():
    made = template(table=["naam", "[{{ beeld }}]"])
    assert paragraphs(render(made, {"beeld": None})) == ["naam", "", "slot"]
    assert paragraphs(render(made, {"beeld": picture()})) == ["naam", "[beeld]", "slot"]


SERIES = [picture(alt="Het plein in 2025"), picture(png(), alt="Het plein in 2026"), picture(alt="Het plein in 2027")]


@pytest.mark.parametrize(
    "made",
    [
        template("{%p for een in reeks %}", "[{{ een }}]", "{%p endfor %}"),
        template("{% for een in reeks %}[{{ een }}]{% endfor %}"),
        template(table=["{%tc for een in reeks %}", "[{{ een }}]", "{%tc endfor %}"]),
    ],
    ids=["paragraphs", "in a line", "cells"],
)
def test_in_a_loop_each_pass_shows_its_own(made):
    parts = render(made, {"reeks": SERIES})
    shown = drawings(parts)
    assert [one["alt"] for one in shown] == [one["alt"] for one in SERIES]
    assert len({one["id"] for one in shown}) == 3
    assert shown[0]["file"] == shown[2]["file"] != shown[1]["file"], "the same picture is in the file once"
    assert len(media(parts)) == 2


def test_rows_of_a_table_each_show_their_own():
    made = blank()
    grid = made.add_table(rows=3, cols=1)
    grid.cell(0, 0).text = "{%tr for een in reeks %}"
    add_example(grid.cell(1, 0).paragraphs[0], "{{ een }}")
    grid.cell(2, 0).text = "{%tr endfor %}"
    parts = render(saved(made), {"reeks": SERIES})
    assert [one["alt"] for one in drawings(parts)] == [one["alt"] for one in SERIES]


def test_words_behind_the_tag_are_the_alternative_text():
    made = template("[{{ partner.logo }} Logo van {{ partner.naam }}]")
    file = picture()["bestand"]
    (shown,) = drawings(render(made, {"partner": {"logo": file, "naam": "GGD “Noord”"}}))
    assert shown["alt"].strip() == "Logo van GGD “Noord”"
    assert paragraphs(render(made, {"partner": {"logo": None, "naam": "x"}}))[:1] != ["[beeld]"]


def test_a_header_has_pictures_of_its_own():
    made = blank()
    made.add_paragraph("tekst")
    add_example(made.sections[0].header.paragraphs[0], "{{ logo }}")
    parts = render(saved(made), {"logo": picture(alt="Logo")})
    header = next(name for name in parts if name.startswith("word/header"))
    (shown,) = drawings(parts, header)
    assert shown["alt"] == "Logo" and shown["file"] in parts


def test_a_tag_that_is_a_text_stays_the_alternative_text_of_a_fixed_picture():
    made = template("[{{ organisatie.naam }}]")
    parts = render(made, {"organisatie": {"naam": "Gemeente Merenbroek"}})
    (shown,) = drawings(parts)
    assert shown["alt"] == "Gemeente Merenbroek" and parts[shown["file"]] == EXAMPLE
    assert shown["size"] == shown["inner"] == BOX


def test_a_picture_with_words_before_a_tag_is_left_as_it_is():
    document = blank()
    add_example(document.add_paragraph(), "Logo van {{ naam }}")
    parts = render(saved(document), {"naam": "ons"})
    assert drawings(parts)[0]["alt"] == "Logo van ons" and EXAMPLE in media(parts).values()


def test_what_the_example_was_cut_and_called_is_gone():
    def odd(xml: str) -> str:
        xml = xml.replace("<a:stretch>", '<a:srcRect l="20000" t="10000"/><a:stretch>')
        xml = xml.replace("<wp:docPr ", '<wp:docPr title="Voorbeeld van Jansen" ').replace(
            "<pic:cNvPr ", '<pic:cNvPr descr="C:/jansen.png" '
        )
        return xml.replace("<a:xfrm>", '<a:xfrm rot="2700000" flipV="1">')

    parts = render(changed(template("[{{ beeld }}]", "na"), BODY, odd), {"beeld": picture()})
    xml = parts[BODY].decode()
    assert "srcRect" not in xml and "ansen" not in xml and "flipV" not in xml
    assert drawings(parts)[0]["turn"] == (0, "0")


def test_a_run_with_more_than_the_picture_keeps_the_rest():
    def joined(xml: str) -> str:
        return re.sub(
            r"<w:r><w:drawing>(.*?)</w:drawing></w:r>",
            r"<w:r><w:rPr><w:b/></w:rPr><w:t>voor</w:t><w:drawing>\1</w:drawing><w:t>na</w:t></w:r>",
            xml,
        )

    made = changed(template("[{{ beeld }}]", "slot"), BODY, joined)
    assert b"<w:t>voor</w:t><w:drawing>" in parts_of(made)[BODY]
    assert paragraphs(render(made, {"beeld": picture()})) == ["voor[beeld]na", "slot"]
    parts = render(made, {"beeld": None})
    assert paragraphs(parts) == ["voorna", "slot"] and parts[BODY].count(b"<w:b/>") == 2


def test_a_group_is_refused_with_what_to_do():
    def grouped(xml: str) -> str:
        return re.sub(
            r"<pic:pic\b.*?</pic:pic>",
            lambda one: (
                f'<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:grpSpPr/>{one[0]}</wpg:wgp>'
            ),
            xml,
            flags=re.DOTALL,
        )

    with pytest.raises(TemplateError, match=r"de afbeelding ‘beeld’ is niet te vullen.*zet haar los in de tekst"):
        compile_template(changed(template("[{{ beeld }}]"), BODY, grouped), "brief.docx")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([picture()], r"‘beeld’ is een lijst; zet het plaatje in een herhaling, zoals \{%p for een in beeld %\}"),
        (picture(alt=None), "‘beeld’ heeft geen alternatieve tekst"),
        ({"bestand": "/etc/hostname", "alt": "x"}, "‘beeld.bestand’ is geen beeld"),
        (5, "‘beeld’ is geen beeld"),
        ({"bestand": b"GIF89a", "alt": "x"}, "een GIF"),
    ],
)
def test_what_is_no_picture_is_told_with_its_name(value, message):
    with pytest.raises(RenderError, match=message):
        compile_template(template("# Beeld", "[{{ beeld }}]"), "brief.docx").render({"beeld": value})


def test_a_name_that_nobody_knows_is_told():
    with pytest.raises(RenderError, match="‘beelt’ staat niet in de gegevens; bedoel je ‘beeld’"):
        render(template("[{{ beelt }}]", "na"), {"beeld": picture()})


def test_a_draft_without_the_picture_is_made_and_says_what_is_missing():
    template_ = compile_template(template("voor", "[{{ beeld }}]", "na"), "brief.docx")
    done = template_.render_with({}, draft=True)
    assert "beeld" in done.missing


def test_a_draft_shows_its_pictures():
    parts = render(template("voor", "[{{ beeld }}]", "na"), {"beeld": picture()}, draft=True)
    assert drawings(parts)[0]["alt"] == "Een plein met bomen" and len(media(parts)) == 1


def test_metadata_of_a_photo_is_in_no_part():
    parts = render(template("[{{ beeld }}]", "na"), {"beeld": picture(jpeg("staand-gps"))})
    assert not any(re.search(rb"Jansen|TestCamera|Exif", data) for data in parts.values())


def test_a_picture_that_floats_beside_the_text_is_filled_too():
    place = (
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    )
    percent = '<wp14:sizeRelH xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" relativeFrom="page"><wp14:pctWidth>0</wp14:pctWidth></wp14:sizeRelH>'

    def floating(xml: str) -> str:
        names = " ".join(re.findall(r'xmlns:\w+="[^"]*"', re.search(r"<wp:inline\b[^>]*>", xml)[0]))
        xml = re.sub(r"<wp:inline\b[^>]*>", place.replace("<wp:anchor ", f"<wp:anchor {names} "), xml).replace(
            "</wp:inline>", f"{percent}</wp:anchor>"
        )
        return re.sub(r"<wp:docPr ", "<wp:wrapSquare wrapText='bothSides'/><wp:docPr ", xml)

    made = changed(template("[{{ beeld }}]", "na"), BODY, floating)
    parts = render(made, {"beeld": picture(png(400, 100))})
    assert b"wp:anchor" in parts[BODY] and b"sizeRelH" not in parts[BODY]
    assert drawings(parts)[0]["size"] == (BOX[0], BOX[0] // 4)
    assert paragraphs(render(made, {"beeld": None})) == ["na"]


def test_a_list_where_one_picture_belongs_is_told_when_the_template_is_compiled():
    library = open_library()
    words = vocabulary_of(library.type_named("voortgang"), library)
    with pytest.raises(TemplateError, match=r"‘monitoring.beeld’ is een lijst; zet het plaatje in een herhaling"):
        compile_template(template("[{{ monitoring.beeld }}]"), "brief.docx", vocabulary=words)
    compile_template(
        template("{%p for een in monitoring.beeld %}", "[{{ een }}]", "{%p endfor %}"), "brief.docx", vocabulary=words
    )
