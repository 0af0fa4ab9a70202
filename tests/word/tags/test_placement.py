"""A tag lives inside one paragraph, stands alone where it takes a place, and nothing beside it is lost in silence."""

from __future__ import annotations

import pytest
from docx.oxml import OxmlElement

from docgen.errors import TemplateError
from docgen.word.compiler import compile_template
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.word_files import blank, changed, document, saved, text_of

VALUES = {"naam": "GGD", "waar": True, "rijen": [{"a": "een"}, {"a": "twee"}]}


def body(inner: str, **more) -> bytes:
    """A Word file with this markup, after a heading "Kop"."""
    return changed(
        document("# Kop", "HIER", **more),
        "word/document.xml",
        lambda xml: xml.replace("<w:p><w:r><w:t>HIER</w:t></w:r></w:p>", inner),
    )


def runs(*texts: str) -> str:
    return "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)


def made(template: bytes, **values) -> str:
    return text_of(compile_template(template).render(VALUES | values))


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


@pytest.mark.parametrize(
    "text", ["{ naam }} en {{ naam }}", "{ naam } en {{ naam }}", "naam }} en {{ naam }}", "{ % if waar %} {{ naam }}", "% if waar %}x{{ naam }}", "{ if waar }x {{ naam }}", "{% if waar %}x{ % endif % }{{ naam }}"],
)  # fmt: skip
def test_half_a_tag_around_a_known_word_is_refused(text):
    with pytest.raises(TemplateError, match=r"klopt een tag niet|‘if’|niet gesloten"):
        compile_template(document("# Kop", text))


def test_half_a_tag_in_another_paragraph_than_the_tags_is_refused_for_the_word_in_it():
    with pytest.raises(TemplateError, match=r"bij { naam } klopt een tag niet"):
        compile_template(document("{{ naam }}", "Aan { naam }"))


@pytest.mark.parametrize("text", ["naam }}", "100 %}", "einde #}"])
def test_a_bracket_that_points_at_no_tag_is_told_and_stays(text):
    template = compile_template(document("# Kop", text, "{{ partij }}"))
    assert text_of(template.render({"partij": "GGD"})) == f"Kop\n{text}\nGGD"
    (finding,) = template.findings
    assert "onder kop ‘Kop’" in finding and "begint geen tag" in finding


def test_a_bracket_in_the_code_of_a_field_is_no_tag():
    code = ' ADDIN ZOTERO_ITEM {"a":{"b":{"c":1}}} '
    field = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs("(Jansen)")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    template = compile_template(body(field + f"<w:p>{runs('{{ naam }}')}</w:p>"))
    xml = template.render(VALUES)
    assert "(Jansen)" in text_of(xml) and code.encode() in dict_of(xml)


def dict_of(data: bytes) -> bytes:
    from tests.word_files import parts_of

    return parts_of(data)["word/document.xml"].replace(b"&quot;", b'"')


@pytest.mark.parametrize("text", ["«naam»", "Aan [naam_partner]", "{naam_partner}", "<<naam>>", "${naam}"])
def test_what_looks_like_a_field_of_another_program_is_told_and_stays(text):
    template = compile_template(document("# Kop", text, "{{ partij }}"))
    assert text_of(template.render({"partij": "GGD"})) == f"Kop\n{text}\nGGD"
    assert any("lijkt een veld" in finding for finding in template.findings)


@pytest.mark.parametrize(
    "text",
    [
        "[sic] en [1]",
        "a < b << c",
        "« zei hij, en hij liep weg naar het oude huis aan de overkant »",
        "{ 1 }",
        "50 % {2}",
    ],
)
def test_ordinary_brackets_are_not_told(text):
    assert compile_template(document(text, "{{ naam }}")).findings == ()


def test_a_template_without_a_tag_is_told():
    (finding,) = compile_template(document("# Kop", "Beste lezer")).findings
    assert "geen enkele tag" in finding


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


# ------------------------------------------------------------------------------------------- tags that take a place

BESIDE = {
    "een sectie-einde": '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>',
    "een pagina-einde ervoor": "<w:pPr><w:pageBreakBefore/></w:pPr>",
    "een pagina-einde": '<w:r><w:br w:type="page"/></w:r>',
    "een kolomeinde": '<w:r><w:br w:type="column"/></w:r>',
    "een voetnoot": '<w:r><w:footnoteReference w:id="2"/></w:r>',
    "een veld": '<w:fldSimple w:instr=" PAGE "/>',
    "een symbool": '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
    "een formule": '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>',
    "‘tekst’": runs("tekst"),
    "‘{{ naam }}’": runs("{{ naam }}"),
}


@pytest.mark.slow
@pytest.mark.parametrize("lost", BESIDE)
@pytest.mark.parametrize("kind", ["p", "tr", "tc"])
def test_what_stands_beside_a_tag_that_takes_a_place_is_refused_by_its_name(kind, lost):
    beside = BESIDE[lost]
    if kind == "p":
        inner = f"<w:p>{beside}{runs('{%p if waar %}')}</w:p><w:p>{runs('x')}</w:p><w:p>{runs('{%p endif %}')}</w:p>"
    else:
        cell = f"<w:tc><w:p>{beside}{runs('{%' + kind + ' if waar %}')}</w:p></w:tc>"
        rest = f"<w:tc><w:p>{runs('x')}</w:p></w:tc>"
        end = f"<w:tc><w:p>{runs('{%' + kind + ' endif %}')}</w:p></w:tc>"
        rows = [[cell, rest, end]] if kind == "tc" else [[cell], [rest], [end]]
        inner = "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"
    with pytest.raises(
        TemplateError, match=f"onder kop ‘Kop’.*naast .*ook {lost}, en dat zou verdwijnen; zet de tag in een eigen"
    ):
        compile_template(body(inner))


@pytest.mark.parametrize("beside", ["{# een opmerking #}", "{% set x = 1 %}", " ", "\t"])
def test_what_never_prints_may_stand_beside_a_tag_that_takes_a_place(beside):
    assert made(document(f"{{%p if waar %}}{beside}", "ja", "{%p endif %}", "slot")) == "ja\nslot"


def test_several_tags_may_take_one_paragraph_together():
    assert (
        made(document("{%p if waar %}{%p for r in rijen %}", "{{ r.a }}", "{%p endfor %}{%p endif %}")) == "een\ntwee"
    )


@pytest.mark.parametrize("test", ["1 % 2", "{'a': 1}", "'a}'"])
def test_a_tag_that_takes_a_place_may_hold_any_expression(test):
    assert made(document(f"{{%p if {test} %}}", "ja", "{%p endif %}", "slot")) == "ja\nslot"


@pytest.mark.parametrize("form", ["{% tr for r in rijen %}", "{%TR for r in rijen %}", "{%  tr for r in rijen %}"])
def test_a_space_or_a_capital_in_a_tag_that_takes_a_row_makes_no_difference(form):
    rows = [[form, ""], ["{{ r.a }}", "x"], ["{% tr endfor %}", ""]]
    assert made(document(table=rows)).split() == ["een", "x", "twee", "x"]


def test_a_remark_that_takes_its_row_takes_all_of_it():
    assert made(document(table=[["{#tr weg #}", "ook weg"], ["blijft", "{{ naam }}"]])).split() == ["blijft", "GGD"]


def test_a_tag_for_a_row_outside_a_table_is_refused():
    with pytest.raises(TemplateError, match="staat niet in de rij van een tabel"):
        compile_template(document("# Kop", "{%tr if waar %}"))


def test_a_tag_for_a_run_leaves_what_stands_in_that_run():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>voor {%r if waar %}ja{%r endif %} na</w:t></w:r>"
    xml = dict_of(compile_template(body(f"<w:p>{bold}</w:p>")).render(VALUES)).decode()
    for text in ("voor ", "ja", " na"):
        assert xml.count(f'<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t>') == 1


def test_a_merged_cell_stays_with_its_own_rows_when_its_first_row_is_a_tag():
    def cell(text, merge=""):
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p>{runs(text)}</w:p></w:tc>"

    rows = [
        cell("Kop") + cell("Kop2"), cell("", '<w:vMerge w:val="restart"/>') + cell("{%tr for r in rijen %}"),
        cell("", "<w:vMerge/>") + cell("{{ r.a }}"), cell("", "<w:vMerge/>") + cell("{%tr endfor %}"), cell("Slot") + cell("Slot"),
    ]  # fmt: skip
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    xml = dict_of(compile_template(body(table)).render(VALUES)).decode()
    assert xml.count('<w:vMerge w:val="restart"/>') == 2 and "<w:vMerge/>" not in xml


def test_white_space_control_joins_paragraphs_and_takes_nothing_else():
    assert made(document("voor", "{%- if waar -%}", "midden", "{%- endif -%}", "na")) == "voormiddenna"
    with pytest.raises(TemplateError, match="haalt meer weg dan wit"):
        compile_template(document("voor", table=[["a", "{%- if waar %}b{% endif %}"]]))


def test_the_place_of_a_tag_that_took_a_paragraph_is_its_own():
    with pytest.raises(TemplateError, match=r"bij ‘{% endif %}’"):
        compile_template(document("# Kop", "alinea ervoor", "{%p endif %}", "alinea erna"))


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


def test_half_a_tag_in_a_footer_without_another_tag_is_refused_too():
    made_file = blank()
    made_file.add_paragraph("{{ naam }}")
    made_file.sections[0].footer.paragraphs[0].text = "{ naam }"
    with pytest.raises(TemplateError, match=r"in de voettekst.*bij { naam } klopt een tag niet"):
        compile_template(saved(made_file))


def test_a_name_of_the_dossier_in_single_braces_is_refused_in_a_template_of_a_type(library):
    vocabulary = vocabulary_of(library.types["raadsbesluit"], library)
    template = document("{{ organisatie.naam }}", "Aan { interventie.naam }")
    assert compile_template(template).findings
    with pytest.raises(TemplateError, match=r"bij { interventie.naam } klopt een tag niet"):
        compile_template(template, vocabulary=vocabulary)


def test_what_is_raw_stays_as_it_is_written():
    raw = "{% raw %}{% endif %} {{ naam } «x»{% endraw %}"
    template = compile_template(document(f"a {raw} {{{{ naam }}}}"))
    assert text_of(template.render(VALUES)) == "a {% endif %} {{ naam } «x» GGD" and template.findings == ()


def test_raw_text_that_word_split_over_runs_stays_as_it_is_written():
    assert (
        made(body(f"<w:p>{runs('{% raw %}', '{{ na', 'am }}', '{% endraw %} {{ naam }}')}</w:p>"))
        == "Kop\n{{ naam }} GGD"
    )


@pytest.mark.parametrize("tag", ["{%p if waar -%}", "{%-p if waar -%}", "{%-p if waar %}"])
def test_white_space_control_on_a_tag_that_takes_its_paragraph_makes_no_difference(tag):
    assert made(document("voor", tag, "ja", "{%p endif -%}", "na")) == "voor\nja\nna"


def test_text_beside_a_remark_that_takes_its_paragraph_is_refused():
    with pytest.raises(TemplateError, match="ook ‘tekst’, en dat zou verdwijnen"):
        compile_template(document("# Kop", "tekst {#p weg #}"))


@pytest.mark.parametrize(
    "text",
    [
        "Naam: [Naam van de organisatie]", "Aan {naam van partij} te Zwolle", "[datum ondertekening]", "[Naam]", "[partij 2]", "[NAAM SYSTEEM] op maandag",
        "de [opdrachtgever/opdrachtnemer]", "{naam van de partij}", "[Attach the form here]", "[kies][niets]", "${naam van de partij}",
    ],
)  # fmt: skip
def test_words_between_brackets_that_are_to_be_filled_in_are_told_and_stay(text):
    template = compile_template(document("# Kop", text, "{{ naam }}"))
    assert template.findings and all("onder kop ‘Kop’" in one and "lijkt een veld" in one for one in template.findings)
    assert text in text_of(template.render(VALUES))


@pytest.mark.parametrize(
    "text",
    [
        "als in [1] en [2024]", "zo staat het er [sic]", "[…] en verder", "[h]et college", "de kind[eren]", "zie [onze website](https://x.nl)", "[Geopend 12 januari 2020]",
        "[online] te vinden", "[De] gemeente", "lijst[index] = 2", "[ISO-DOCX] is een norm", "[ISO/IEC 29500-1:2012]", "{a = 1; b = 2}", "[product].[categorie]", "[a] eerste",
        "[zie artikel 3]", "![plaatje van een huis](a.png)",
    ],
)  # fmt: skip
def test_words_between_brackets_that_belong_to_the_text_are_not_told(text):
    assert compile_template(document("# Kop", text, "{{ naam }}")).findings == ()


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
    "tag", ["{{ 'a}}b' }}", '{{ "{{" }}', "{{ 'a%}b' }}", "{{ naam ~ ‘}}’ }}", "{% if naam == 'a%}b' %}x{% endif %}", "{% if naam == “a}}b” %}x{% endif %}", "{{ '{#' }}", "{{ 'x' ~ '#}' }}"],
)  # fmt: skip
def test_brackets_of_a_tag_between_quotes_are_refused_with_how_to_write_them(tag):
    with pytest.raises(
        TemplateError, match=r'onder kop ‘Kop’, bij ‘.*tussen aanhalingstekens.*los van elkaar: "}" ~ "}"'
    ):
        compile_template(document("# Kop", tag))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ('{{ "{" }}', "{"),
        ("{{ '}' }}", "}"),
        ('{{ "}" ~ "}" }}', "}}"),
        ('{{ "{" ~ "%" }}', "{%"),
        ("{{ naam ~ '}' }} {{ naam }}", "GGD} GGD"),
    ],
)
def test_a_single_bracket_between_quotes_is_text(tag, text):
    assert made(document(tag)) == text


@pytest.mark.parametrize("tag", ["{{ naam }", "{{ 'a } en {{ 'b' }}", "{{ naam } zei ‘x’ }}"])
def test_a_tag_that_is_not_closed_is_not_blamed_on_quotes(tag):
    with pytest.raises(TemplateError) as refusal:
        compile_template(document(tag))
    assert "tussen aanhalingstekens in een tag" not in str(refusal.value)
