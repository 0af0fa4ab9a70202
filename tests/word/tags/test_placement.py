"""A tag lives inside one paragraph, stands alone where it takes a place, and nothing beside it is lost in silence."""

from __future__ import annotations

import pytest
from docx.oxml import OxmlElement

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from tests.word.markup import VALUES, body, dict_of, made, runs
from tests.word.paired import p
from tests.word_files import blank, document, saved, text_of

# ------------------------------------------------------------------------------------------------ within a paragraph


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tag", "near"),
    [
        ("{{ naam }", "naam"), ("{{ naam", "naam"), ("{% if waar }", "if waar"), ("{% if waar %", "if waar"), ("{# weg #", "weg"), ("{# weg }", "weg"),
        ("{{ naam %}", "naam"), ("{% if waar }}", "if waar"), ("{{ 'naam }", "naam"), ("{{ {'a': naam }", "naam"),
    ],
)  # fmt: skip
def test_a_tag_that_is_not_closed_in_its_paragraph_is_refused_where_it_opens(tag, near):
    for rest in ("en {{ naam }} of {# niets #}", "en verder", "{% endif %}"):
        with pytest.raises(TemplateError, match=f"onder kop ‘Kop’, bij ‘.*{near}.*niet gesloten"):
            compile_template(document("# Kop", f"Aan {tag}", rest, "{{ naam }} slot #}"))


@pytest.mark.parametrize("tag", ["{{ naam }", "{% if waar }", "{# weg "])
def test_an_open_tag_takes_nothing_of_a_cell_a_row_or_a_text_box_with_it(tag):
    with pytest.raises(TemplateError, match="niet gesloten"):
        compile_template(document(table=[[tag, "{{ naam }}"], ["x", "{{ naam }} #} %}"]]))


def test_a_bracket_in_the_code_of_a_field_is_no_tag():
    code = ' ADDIN ZOTERO_ITEM {"a":{"b":{"c":1}}} '
    field = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs("(Jansen)")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    template = compile_template(body(field + f"<w:p>{runs('{{ naam }}')}</w:p>"))
    xml = template.render(VALUES)
    assert "(Jansen)" in text_of(xml) and code.encode() in dict_of(xml)


@pytest.mark.parametrize("text", ["a { b", "{", "}", "{ {", "} }", "x {_{ naam }_} {_% if %_}"])
def test_braces_that_are_no_tag_stay_as_they_are_between_tags(text):
    shown = text.replace("{_{", "{{").replace("}_}", "}}").replace("{_%", "{%").replace("%_}", "%}")
    assert made(document(text, "{{ naam }}{", "{ {{ naam }} }")) == f"{shown}\nGGD{{\n{{ GGD }}"


# ------------------------------------------------------------------------------------------------------- split by Word


def test_a_tag_over_runs_of_one_look_becomes_one_text_and_the_rest_follows_it():
    assert made(body(f"<w:p>{runs('Aan {', '{ na', 'am }', '} te A')}{runs('.')}</w:p>")) == "Kop\nAan GGD te A."


def test_text_behind_a_split_tag_keeps_its_own_look():
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">am }} vet</w:t></w:r>'
    xml = dict_of(compile_template(body(f"<w:p>{runs('{{ na')}{bold}</w:p>")).render(VALUES)).decode()
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> vet</w:t>' in xml and "GGD</w:t>" in xml


@pytest.mark.parametrize(
    "between",
    [
        '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>', '<w:proofErr w:type="spellStart"/>', "<w:r><w:tab/></w:r>",
        '<w:r><w:softHyphen/></w:r>', "<w:r><w:br/></w:r>",
    ],
)  # fmt: skip
def test_what_word_puts_inside_a_tag_does_not_break_it(between):
    template = body(f"<w:p>{runs('{{')}{between}{runs('naam }} slot')}</w:p><w:p>{runs('einde')}</w:p>")
    assert made(template) == "Kop\nGGD slot\neinde"


def test_a_picture_inside_a_split_tag_stays(tmp_path):
    picture = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    xml = dict_of(compile_template(body(f"<w:p>{runs('{{ na')}{picture}{runs('am }} slot')}</w:p>")).render(VALUES))
    assert b"<w:sym " in xml and b"GGD" in xml and b" slot" in xml


def test_a_tag_that_begins_inside_a_link_ends_where_it_began():
    link = f'<w:hyperlink w:anchor="x">{runs("{{ na")}</w:hyperlink>{runs("am }} slot")}'
    assert made(body(f"<w:p>{link}</w:p>")) == "Kop\nGGD slot"


# --------------------------------------------------------------------------------------------- whole wherever it stands


def test_a_tag_split_over_formatting_prints_in_its_first_look():
    made_file = blank()
    paragraph = made_file.add_paragraph()
    for piece in ("{", "{ na", "am }", "} en {% if wa", "ar %}ja{% endif %}"):
        paragraph.add_run(piece).bold = len(piece) % 2 == 0
    assert made(saved(made_file)) == "GGD en ja"


def test_a_tag_in_a_description_of_a_picture_is_whole():
    drawing = OxmlElement("wp:docPr")
    drawing.set("id", "1")
    drawing.set("name", "x")
    drawing.set("descr", "{{ naam }")
    made_file = blank()
    made_file.add_paragraph("{{ naam }}").runs[0]._r.append(drawing)
    with pytest.raises(TemplateError, match="beschrijving van een afbeelding"):
        compile_template(saved(made_file))


def test_raw_text_that_word_split_over_runs_stays_as_it_is_written():
    assert (
        made(body(f"<w:p>{runs('{% raw %}', '{{ na', 'am }}', '{% endraw %} {{ naam }}')}</w:p>"))
        == "Kop\n{{ naam }} GGD"
    )


def test_raw_text_over_paragraphs_is_refused_with_what_to_write():
    with pytest.raises(TemplateError, match=r"onder kop ‘Kop’, bij ‘{% raw %}.*{%p raw %} in een eigen alinea ervoor"):
        compile_template(document("# Kop", "{% raw %}{{ a }}", "{{ b }}", "{% endraw %}"))


@pytest.mark.parametrize(
    "inside",
    [
        "{{ weg }}",
        "{% if x %}",
        "{%p if x %}",
        "{%p endif %}",
        "{ naam }}",
        "{{ naam }",
        "{%- x -%}",
        "[naam]",
        "{# weg",
        "{% raw %}",
    ],
)
def test_raw_text_over_paragraphs_in_paragraphs_of_its_own_is_printed_as_it_is(inside):
    template = compile_template(document("# Kop", "{%p raw %}", inside, "tekst", "{%p endraw %}", "{{ naam }}"))
    assert text_of(template.render(VALUES)) == f"Kop\n{inside}\ntekst\nGGD" and template.findings == ()


def test_blocks_in_raw_text_are_no_blocks():
    inside = ["{%p for x in y %}", "tekst", "{% endfor %}"]
    assert made(document("{%p raw %}", *inside, "{%p endraw %}", "{{ naam }}")) == "\n".join([*inside, "GGD"])


def test_raw_rows_are_printed_as_they_are():
    rows = [["{%tr raw %}", ""], ["{{ weg }}", "{%tr for x in y %}"], ["{%tr endraw %}", ""], ["{{ naam }}", "x"]]
    assert made(document(table=rows)).split("\n") == ["{{ weg }}", "{%tr for x in y %}", "GGD", "x"]


@pytest.mark.parametrize("kind", ["p", "tr"])
def test_raw_text_that_does_not_end_is_refused_where_it_begins(kind):
    with pytest.raises(TemplateError, match=rf"bij ‘{{%{kind} raw %}}.*zet {{%{kind} endraw %}} erachter"):
        compile_template(document("# Kop", "ervoor", table=[[f"{{%{kind} raw %}}", ""], ["{{ weg }}", ""]]))


@pytest.mark.parametrize(
    "halves",
    [
        ('<w:bookmarkStart w:id="1" w:name="{# x"/><w:bookmarkEnd w:id="1"/>', '<w:bookmarkStart w:id="2" w:name="#}"/><w:bookmarkEnd w:id="2"/>'),
        ('<w:hyperlink w:anchor="x" w:tooltip="gebruik {# als begin"/>', '<w:hyperlink w:anchor="x" w:tooltip="en #} als eind"/>'),
        ('<w:sdt><w:sdtPr><w:alias w:val="{{ a"/></w:sdtPr><w:sdtContent/></w:sdt>', '<w:sdt><w:sdtPr><w:alias w:val="b }}"/></w:sdtPr><w:sdtContent/></w:sdt>'),
    ],
)  # fmt: skip
def test_a_tag_in_an_attribute_takes_no_paragraph_with_it(halves):
    with pytest.raises(TemplateError, match="niet gesloten"):
        compile_template(body(p(halves[0]) + p(runs("belangrijk {{ waar }}")) + p(halves[1])))
