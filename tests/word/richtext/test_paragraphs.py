"""A running text with marks becomes paragraphs, lists, runs and links of Word, wherever a template prints it."""

from __future__ import annotations

import re

import pytest

from docgen.text.markdown.subset import running_text
from docgen.word.compiler import compile_template
from tests.conftest import ROOT
from tests.word.markup import body, row, runs, table
from tests.word.richtext.look import paragraphs, rendered, styles
from tests.word_files import changed, document, parts_of, zipped

TEXT = """Een **vette** zin met [een adres](https://www.x.nl/a?b=1&c=2).

Wij doen:
- dit;
- *dat*.

Daarna:

1. eerst
2. dan

En weer:

1. opnieuw"""
SHOWN = [
    "Een **vette** zin met [een adres](https://www.x.nl/a?b=1&c=2).", "Wij doen:", "- dit;", "- *dat*.", "Daarna:",
    "1. eerst", "2. dan", "En weer:", "1. opnieuw",
]  # fmt: skip


def xml_of(made: bytes) -> str:
    return parts_of(made)["word/document.xml"].decode()


def test_a_paragraph_with_only_a_tag_becomes_as_many_as_the_text_has():
    assert paragraphs(rendered(document("Voor", "{{ tekst }}", "Na"), TEXT)) == ["Voor", *SHOWN, "Na"]


def test_every_value_has_lists_of_its_own():
    made = paragraphs(rendered(document("{{ tekst }}", "{{ ander }}"), "1. a\n2. b", ander="1. c\n2. d"))
    assert made == ["1. a", "2. b", "1. c", "2. d"]


def test_a_text_that_is_printed_twice_begins_again():
    assert (
        paragraphs(rendered(document("{%p for i in [1, 2] %}", "{{ tekst }}", "{%p endfor %}"), "1. a\n2. b"))
        == ["1. a", "2. b"] * 2
    )


def test_items_get_the_list_styles_of_the_template():
    made = rendered(document("{{ tekst }}"), "Een\n\n- twee\n\n1. drie")
    assert styles(made) == ["", "ListBullet", "ListNumber"]


def test_without_list_styles_items_keep_the_style_of_the_paragraph_and_are_real_lists():
    bare = changed(
        document("{{ tekst }}"),
        "word/styles.xml",
        lambda xml: re.sub(r'<w:style [^>]*w:styleId="List\w*"[^>]*>.*?</w:style>', "", xml, flags=re.DOTALL),
    )
    made = rendered(bare, TEXT)
    assert paragraphs(made) == SHOWN and set(styles(made)) == {""}


def test_a_document_without_numbering_gets_it():
    parts = parts_of(document("{{ tekst }}"))
    bare = {name: data for name, data in parts.items() if name != "word/numbering.xml"}
    for part, start in (("[Content_Types].xml", b"<Override "), ("word/_rels/document.xml.rels", b"<Relationship ")):
        bare[part] = re.sub(start + rb"[^>]*numbering[^>]*>", b"", bare[part])
    bare["word/styles.xml"] = re.sub(rb"<w:numPr>.*?</w:numPr>", b"", bare["word/styles.xml"], flags=re.DOTALL)
    assert paragraphs(rendered(zipped(bare), TEXT)) == SHOWN


def test_lists_in_a_table_keep_the_style_of_the_cell():
    made = rendered(table(row("Wat", "{{ tekst }}")), TEXT)
    assert paragraphs(made) == ["Kop", "Wat", *SHOWN]
    assert xml_of(made).count("</w:tc>") == 2


def test_in_a_header_links_belong_to_the_header():
    made = rendered(document("Tekst", header="{{ tekst }}"), TEXT)
    part = next(
        name for name in parts_of(made) if re.match(r"word/header\d*\.xml", name) and b"vette" in parts_of(made)[name]
    )
    assert paragraphs(made, part) == SHOWN


def test_a_tag_inside_a_sentence_keeps_the_look_of_its_run():
    red = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
    made = rendered(
        body(f"<w:p>{runs('Voor ')}<w:r>{red}<w:t>{{{{ tekst }}}}</w:t></w:r>{runs(' na.')}</w:p>"), "a **b** *c*"
    )
    found = re.findall(r'<w:r>(<w:rPr>.*?</w:rPr>)?<w:t xml:space="preserve">(.*?)</w:t></w:r>', xml_of(made))
    assert [(look.count("FF0000"), look.count("<w:b/>"), text) for look, text in found] == [
        (0, 0, "Voor "), (1, 0, "a "), (1, 1, "b"), (1, 0, " "), (1, 0, "c"), (0, 0, " na."),
    ]  # fmt: skip


def test_bold_in_a_run_that_is_bold_is_said_once():
    bold = "<w:rPr><w:b/><w:bCs/></w:rPr>"
    made = rendered(body(f"<w:p><w:r>{bold}<w:t>{{{{ tekst }}}}</w:t></w:r></w:p>"), "**a**")
    assert xml_of(made).count("<w:b/>") == 1


def test_text_around_a_tag_stays_with_the_first_and_the_last_paragraph():
    assert paragraphs(rendered(document("Voor {{ tekst }} na"), "een\n\ntwee")) == ["Voor een", "twee na"]


def test_a_list_behind_a_label_comes_under_it():
    assert paragraphs(rendered(document("Label. {{ tekst }}"), "- een\n- twee")) == ["Label. ", "- een", "- twee"]


def test_text_behind_a_list_is_no_part_of_its_last_item():
    assert paragraphs(rendered(document("{{ tekst }} Verder dit."), "- een")) == ["- een", " Verder dit."]


def test_the_full_stop_of_a_template_goes_behind_a_sentence_and_not_behind_a_list():
    template = document("{{ tekst | zonder_punt }}.")
    assert paragraphs(rendered(template, "een **twee**.")) == ["een **twee**."]
    assert paragraphs(rendered(template, "a:\n- een;\n- twee.")) == ["a:", "- een;", "- twee."]
    assert paragraphs(rendered(template, "a:\n- een\n- twee")) == ["a:", "- een", "- twee"]


def test_a_capital_goes_before_a_text_with_marks():
    assert paragraphs(rendered(document("{{ tekst | hoofdletter }}"), "de **GGD**")) == ["De **GGD**"]


def test_a_further_paragraph_of_a_numbered_clause_has_no_number_of_its_own():
    template = document("{{ tekst }}", "Volgende")
    clauses = changed(
        template,
        "word/document.xml",
        lambda xml: xml.replace("<w:p><w:r>", '<w:p><w:pPr><w:pStyle w:val="ListNumber"/></w:pPr><w:r>'),
    )
    made = rendered(clauses, "Een.\n\nTwee.\n\n- punt")
    assert paragraphs(made) == ["1. Een.", "Twee.", "- punt", "2. Volgende"]
    assert set(styles(made)) == {"ListNumber"}
    indents = [int(left) for left in re.findall(r'<w:ind w:left="(\d+)"', xml_of(made))]
    assert indents == [360, 360 + 397]


def test_lists_in_lists_are_levels():
    made = rendered(document("{{ tekst }}"), "- een\n  - onder\n    1. diep\n    2. dieper\n- twee")
    assert paragraphs(made) == ["- een", "  - onder", "    1. diep", "    2. dieper", "- twee"]


def test_a_line_break_of_the_writer_is_one_and_is_not_stretched():
    made = rendered(document("{{ tekst }}"), "Straat 1\n1234 AB Plaats\n")
    assert paragraphs(made) == ["Straat 1\n1234 AB Plaats"]
    assert "<w:doNotExpandShiftReturn/>" in parts_of(made)["word/settings.xml"].decode()


def test_a_text_without_marks_leaves_all_other_parts_as_they_are():
    template = document("{{ tekst }}")
    before, after = parts_of(rendered(template, "Een gewone zin.")), parts_of(rendered(template, "Een **vette** zin."))
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    other = parts_of(rendered(template, "Een andere zin."))
    assert {name for name in before if before[name] != other[name]} == {"word/document.xml"}


def test_in_a_content_control_paragraphs_become_lines():
    control = f"<w:p><w:sdt><w:sdtContent>{runs('{{ tekst }}')}</w:sdtContent></w:sdt></w:p>"
    made = rendered(body(control), "**Een**\n\n- twee\n- [drie](https://x.nl)")
    assert paragraphs(made)[1:] == ["**Een**\n– twee\n– [drie](https://x.nl)"]


def test_in_a_link_of_the_template_a_value_is_its_words():
    link = f'<w:p><w:hyperlink w:anchor="x">{runs("{{ tekst }}")}</w:hyperlink></w:p>'
    made = xml_of(rendered(body(link), "**Een** [twee](https://x.nl)"))
    assert "Een twee (https://x.nl)" in made and made.count("<w:hyperlink") == 1


def test_in_the_properties_of_a_document_a_value_is_its_words():
    made = rendered(document("x", title="Over {{ tekst }}"), "**Een** [twee](https://x.nl)\n\ndrie")
    assert b"<dc:title>Over Een twee (https://x.nl) drie</dc:title>" in parts_of(made)["docProps/core.xml"]


def test_what_begins_a_page_or_ends_a_section_does_so_once():
    section = (
        '<w:p><w:pPr><w:pageBreakBefore/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>'
        + runs("{{ tekst }}")
        + "</w:p>"
    )
    made = xml_of(rendered(body(section), "een\n\ntwee\n\ndrie"))
    assert made.count("<w:pageBreakBefore/>") == 1 and made.count("<w:pgSz ") == 2
    assert (
        made.index("<w:pageBreakBefore/>")
        < made.index("een")
        < made.index("twee")
        < made.index("<w:pgSz ")
        < made.index("drie")
    )


def test_bookmarks_around_a_value_stay_whole():
    marked = '<w:p><w:bookmarkStart w:id="5" w:name="hier"/>' + runs("{{ tekst }}") + '<w:bookmarkEnd w:id="5"/></w:p>'
    made = rendered(body(marked), "- een\n- twee")
    assert paragraphs(made)[1:] == ["- een", "- twee"]
    assert xml_of(made).count("w:bookmarkStart") == xml_of(made).count("w:bookmarkEnd") == 1


@pytest.mark.parametrize("name", ["raadsvoorstel", "overeenkomst", "jaarplan"])
def test_a_shipped_template_has_styles_for_both_kinds_of_lists(name):
    look = compile_template(ROOT / "templates" / f"{name}.docx").lists
    assert (look.bullets, look.numbers) == ("Lijst", "Genummerd")


def test_a_draft_shows_the_same():
    template = compile_template(document("{{ tekst }}", "{{ weg.veld }}"))
    made = template.render({"tekst": running_text(TEXT), "weg": None}, draft=True)
    assert [line for line in paragraphs(made) if "ontbreekt" not in line and "CONCEPT" not in line] == SHOWN


def test_a_further_paragraph_stands_below_the_words_of_the_first_and_not_below_its_number():
    hanging = '<w:p><w:pPr><w:ind w:left="680" w:hanging="680"/></w:pPr><w:r><w:t xml:space="preserve">1.1 {{ tekst }}</w:t></w:r></w:p>'
    xml = xml_of(rendered(body(hanging), "Een.\n\nTwee."))
    assert re.findall(r"<w:ind [^>]*/>", xml)[:2] == [
        '<w:ind w:left="680" w:hanging="680"/>',
        '<w:ind w:left="680" w:firstLine="0"/>',
    ]
