"""Which charts of a template are filled, and what is said of one that cannot be where it stands."""

from __future__ import annotations

import re

import pytest

from docgen.errors import RenderError, TemplateError
from docgen.word.compiler import compile_template
from tests.word.charts.filled_chart import BOOK, PART, RELS, SOURCES, data, render, sheet, shown, template
from tests.word_files import changed, chart_xml, parts_of, text_of, zipped


@pytest.mark.slow
def test_a_chart_that_says_in_words_what_it_shows_is_left_as_it_is():
    made = template(alt="Zo werkt de aanpak")
    before, parts = parts_of(made), render(made)
    assert parts[PART] == before[PART] and list(sheet(parts).values) == list(sheet(before).values)
    rows = [sorted(re.findall(r'(Id="[^"]*"|Target="[^"]*")', data[RELS].decode())) for data in (before, parts)]
    assert rows[0] == rows[1]


@pytest.mark.slow
@pytest.mark.parametrize(
    "alt", ["Grafiek: {{ geldstromen.grafiek.tekst }}", "{{ geldstromen.grafiek.tekst | upper }}", "{{ titel }}", "{{ a[0].tekst }}",
            "{{ tekst }}", "{% if a %}x{% endif %}", "", " ", "{ geldstromen.grafiek.tekst }", "geldstromen.grafiek.tekst }}",
            "geldstromen.grafiek.tekst"],
)  # fmt: skip
def test_an_alt_text_with_another_tag_is_refused_as_the_sample_would_stay(alt):
    with pytest.raises(TemplateError, match=r"schrijf daar alleen één tag die eindigt op .tekst"):
        render(template(alt=alt))


@pytest.mark.slow
def test_a_document_of_docgen_can_be_a_template_with_a_chart_that_stays_as_it_is():
    done = compile_template(template("# Geld", "[grafiek]", "{_{ naam }_}")).render(data())
    again = render(done, {"naam": "Spoordijk"})
    assert "Spoordijk" in text_of(zipped(again))
    assert all(again[part] == parts_of(done)[part] for part in (PART, BOOK))


@pytest.mark.slow
def test_a_chart_in_a_text_box_stands_there_twice_and_is_filled_once():
    def boxed(xml: str) -> str:
        drawing = re.search("<w:drawing>.*</w:drawing>", xml, re.DOTALL)[0]
        run = f'<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{drawing}</mc:Fallback></mc:AlternateContent></w:r></w:p>'
        return re.sub(r"<w:p>(?:(?!</w:p>).)*<w:drawing>.*?</w:p>", lambda _: run, xml, flags=re.DOTALL)

    made = changed(template("tekst", "[grafiek]"), "word/document.xml", boxed)
    assert list(shown(render(made))) == list(SOURCES)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("paragraphs", "message"),
    [
        (("# Geld", "{%p for x in lijst %}", "[grafiek]", "{%p endfor %}"), "onder kop ‘Geld’.*: de grafiek ‘geldstromen.grafiek’ staat in een herhaling; zet haar erbuiten"),
        (("{% macro m() %}", "[grafiek]", "{% endmacro %}"), "staat in een herhaling"),
        (("{% set geldstromen = anders %}", "[grafiek]"), "gebruikt de naam ‘geldstromen’, die het sjabloon zelf maakt"),
    ],
)  # fmt: skip
def test_a_chart_that_cannot_be_filled_where_it_stands_is_refused_with_its_place(paragraphs, message):
    with pytest.raises(TemplateError, match=message):
        render(template(*paragraphs))


IN_A_LOOP = ("{%p for x in lijst %}", "{%p if x == 'a' %}", "[grafiek]", "{%p endif %}", "{%p endfor %}")


@pytest.mark.slow
def test_a_chart_in_a_loop_may_stand_under_a_condition_that_holds_once():
    done = render(template(*IN_A_LOOP), data() | {"lijst": ["b", "a"]})
    assert list(shown(done)) == list(SOURCES) and done["word/document.xml"].count(b"<c:chart ") == 1
    with pytest.raises(
        RenderError, match=r"grafiek ‘geldstromen\.grafiek’: zij komt er 2 keer in; zet haar buiten de herhaling"
    ):
        render(template(*IN_A_LOOP), data() | {"lijst": ["a", "a"]})


def another_drawing(xml: str) -> str:
    return re.sub("(<w:drawing>.*?</w:drawing>)", r"\1\1", xml, count=1, flags=re.DOTALL)


def in_a_group(xml: str) -> str:
    return re.sub(
        "(<c:chart [^>]*/>)",
        r'<wpg:graphicFrame xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">\1</wpg:graphicFrame>',
        xml,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "change", "message"),
    [
        (PART, lambda xml: xml.replace("barChart", "scatterChart"), "docgen vult alleen staven, kolommen, lijnen, vlakken en cirkels"),
        (PART, lambda xml: xml.replace("barChart", "bar3DChart"), r"\(niet in 3D\)"),
        (PART, lambda xml: xml.replace("<c:catAx>", "<c:lineChart></c:lineChart><c:catAx>"), "zij combineert verschillende soorten"),
        (PART, lambda xml: xml.replace("catAx", "dateAx"), "datumas"),
        (PART, lambda xml: re.sub("<c:ser>.*</c:ser>", "", xml), "er is geen reeks waarvan docgen de opmaak kan overnemen"),
        (PART, lambda xml: xml.replace("<c:autoTitleDeleted", "<c:title><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f></c:strRef></c:tx></c:title><c:autoTitleDeleted"), "een titel komt uit een cel"),
        (PART, lambda xml: re.sub("<c:externalData.*</c:externalData>", "", xml), "zij heeft geen eigen gegevensblad"),
        (PART, lambda xml: xml.replace("<c:", "<x:").replace("</c:", "</x:").replace("xmlns:c=", "xmlns:x="), "zij is niet in Word gemaakt"),
        ("word/document.xml", another_drawing, "zij staat twee keer in het sjabloon"),
        ("word/document.xml", in_a_group, "zij staat in een groep"),
    ],
)  # fmt: skip
def test_a_chart_that_docgen_cannot_fill_is_refused_with_what_to_do(part, change, message):
    with pytest.raises(
        TemplateError, match=f"sjabloon brief.docx: de grafiek ‘geldstromen.grafiek’ is niet te vullen: .*{message}"
    ):
        render(changed(template(), part, change))


@pytest.mark.slow
def test_a_tag_inside_the_chart_itself_is_refused():
    with pytest.raises(TemplateError, match="docgen vult alleen tekst, kop- en voetteksten en noten"):
        render(template(chart=chart_xml().replace("Voorbeeld A", "{{ naam }}")))
