"""A numbered list in a loop that goes on counting where it should begin anew."""

from __future__ import annotations

import pytest
from docx import Document

from docgen.word.inspection.numbering import notes

FOR, END = "{%p for p in partijen %}", "{%p endfor %}"


def told(*texts):
    """The paragraphs told, of texts in which "1 " begins a numbered item and "- " one with a bullet."""
    document = Document()
    for text in texts:
        style = {"1 ": "List Number", "- ": "List Bullet", "# ": "Heading 1"}.get(text[:2])
        document.add_paragraph(text[2:] if style else text, style)
    found = notes(document.element, document.styles.element, document.part.numbering_part.element)
    return [one.element.text for one in found]


@pytest.mark.parametrize(
    "texts",
    [
        ("Partij", FOR, "# {{ p.naam }}", "1 Eerste", "1 Tweede", END),
        (FOR, "{{ p.naam }} doet:", "{%p for t in p.taken %}", "1 Eerste", END, END),
    ],
)
def test_a_list_of_each_pass_is_told_once(texts):
    assert told(*texts) in (["Tweede"], ["Eerste"])


@pytest.mark.parametrize(
    "texts",
    [
        (FOR, "1 {{ p.naam }}", END),
        ("1 Eerste", "1 Tweede"),
        (FOR, "{{ p.naam }} doet:", "- Eerste", "- Tweede", END),
        (FOR, "{%p if p.kvk %}", "1 Met", "{%p else %}", "1 Zonder", "{%p endif %}", END),
        (FOR, "{%p for t in p.taken %}", "1 {{ t }}", END, END),
        (FOR, "Tekst", "{%p if loop.first %}", "{%p for t in p.taken %}", "1 {{ t }}", END, "{%p endif %}", END),
    ],
)
def test_one_list_over_all_passes_and_a_list_without_numbers_are_not_told(texts):
    assert told(*texts) == []


def test_a_template_without_lists_has_nothing_to_tell():
    document = Document()
    assert list(notes(document.element, document.styles.element, None)) == []
