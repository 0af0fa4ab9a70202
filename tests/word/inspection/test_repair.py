"""What is certain in the tags of a part is put right; where more readings exist nothing is."""

from __future__ import annotations

import pytest
from docx import Document

from docgen.opc.relationships import W
from docgen.word.inspection.repair import BRACKETS, HEADING, PIECES, QUOTES, UNSEEN, repair
from docgen.word.jinja.renderer import environment


class Everything:
    def __contains__(self, number):
        return True


def repaired(*pieces):
    """The text of a paragraph of these runs, each other one bold, after repair; and what was done."""
    document = Document()
    paragraph = document.add_paragraph()
    for number, piece in enumerate(pieces):
        paragraph.add_run(piece).bold = number % 2 == 1
    done = repair(document.element.body, environment(draft=False), Everything(), ())
    return document.paragraphs[0].text, [one.kind for one in done]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Aan {{ naam }, hallo", "Aan {{ naam }}, hallo"),
        ("Aan { naam }}, hallo", "Aan {{ naam }}, hallo"),
        ("Aan {{ naam } }, hallo", "Aan {{ naam }}, hallo"),
        ("Aan { { naam } }, hallo", "Aan {{ naam }}, hallo"),
        ("Aan { naam }, hallo", "Aan {{ naam }}, hallo"),
        ("{% if a }ja{% endif %}", "{% if a %}ja{% endif %}"),
        ("{% if a %ja{% endif %}", "{% if a %}ja{% endif %}"),
        ("{ if a %}ja{% endif %}", "{% if a %}ja{% endif %}"),
        ("{ % if a % }ja{ % endif % }", "{% if a %}ja{% endif %}"),
        ("% if a %}ja{% endif %}", "{% if a %}ja{% endif %}"),
        ("{%p if a }", "{%p if a %}"),
        ("Aan {{ naam", "Aan {{ naam }}"),
        ("Aan {{ naam en anderen", "Aan {{ naam }} en anderen"),
        ("{{ naam } en {{ plaats }", "{{ naam }} en {{ plaats }}"),
    ],
)
def test_brackets_are_put_right_where_only_one_reading_exists(text, better):
    after, kinds = repaired(text)
    assert after == better and set(kinds) == {BRACKETS}


@pytest.mark.parametrize(
    "text",
    ["{{ naam | datum en", "{{ naam }} en {{ }", "{{ naam. }", "{% als a }", "naam }} en", "{{ a b }", "{# noot }"],
)
def test_what_can_be_read_in_more_ways_or_in_none_stays(text):
    assert repaired(text) == (text, [])


@pytest.mark.parametrize(
    ("text", "better", "kind"),
    [
        ("{% if a == “x” %}ja{% endif %}", '{% if a == "x" %}ja{% endif %}', QUOTES),
        ("{% if a == ‘programma’s’ %}ja{% endif %}", '{% if a == "programma’s" %}ja{% endif %}', QUOTES),
        ("{{ naam\u00a0| upper }}", "{{ naam | upper }}", UNSEEN),
        ("{{ na\u00adam }}", "{{ naam }}", UNSEEN),
    ],
)
def test_quotes_of_word_and_what_nobody_sees_go_inside_a_tag(text, better, kind):
    after, kinds = repaired(text)
    assert after.replace("'", '"') == better and kinds == [kind]


@pytest.mark.parametrize("text", ["Zij zei “{{ naam }}”", "{{ naam }}\u00a0", '{% if a == "x’s" %}ja{% endif %}', "“”"])
def test_text_outside_tags_and_inside_literals_stays(text):
    assert repaired(text) == (text, [])


def test_a_tag_that_word_cut_is_whole_again_and_the_looks_around_it_stay():
    document = Document()
    paragraph = document.add_paragraph()
    for number, piece in enumerate(("Aan {{ na", "am", " }}, hallo")):
        paragraph.add_run(piece).bold = number == 2
    done = repair(document.element.body, environment(draft=False), (), ())
    assert [one.kind for one in done] == [PIECES]
    assert [(run.text, run.bold) for run in paragraph.runs] == [("Aan {{ naam }}", False), (", hallo", True)]


def test_a_cut_tag_with_a_lost_bracket_is_put_right_as_well():
    assert repaired("Aan {{ na", "am }", ", hallo") == ("Aan {{ naam }}, hallo", [BRACKETS])


def test_a_paragraph_to_leave_stays():
    document = Document()
    document.add_paragraph("{{ naam }")
    assert repair(document.element.body, environment(draft=False), Everything(), {0}) == []


@pytest.mark.parametrize(
    ("first", "second", "is_marked"),
    [
        (("Post", "Bedrag"), ("{{ a }}", "{{ b }}"), True),
        (("Post", ""), ("{{ a }}", "{{ b }}"), False),
        (("Post", "{{ b }}"), ("{{ a }}", "{{ b }}"), False),
        (("Post", "Bedrag"), ("een", "twee"), False),
    ],
)
def test_a_first_row_that_is_surely_one_of_headings_is_marked(first, second, is_marked):
    document = Document()
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (first, second), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    done = repair(document.element.body, environment(draft=False), (), ())
    assert [one.kind for one in done] == [HEADING] * is_marked
    assert bool(list(table.rows[0]._tr.iter(f"{W}tblHeader"))) is is_marked
