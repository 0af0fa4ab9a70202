"""What a document gets for its running texts, besides its text."""

from __future__ import annotations

import pytest

from docgen.opc import archive
from docgen.word.richtext.additions import added
from docgen.word.richtext.list_look import ListLook
from docgen.word.values.render_state import RenderState

MAIN = "word/document.xml"
SETTINGS = ListLook(settings="word/settings.xml")


def parts(fixed, state, look=SETTINGS):
    """What is added, as text."""
    entries = {name: archive.deflate(name, text.encode()) for name, text in fixed.items()}
    return {name: entry.text() for name, entry in added(entries, MAIN, look, state).items()}


@pytest.mark.parametrize(
    ("settings", "made"),
    [
        ("<w:settings><w:compat/><w:rsids/></w:settings>", "<w:settings><w:compat>{}</w:compat><w:rsids/></w:settings>"),
        ("<w:settings><w:compat><w:noLeading/><w:ulTrailSpace/><w:compatSetting/></w:compat></w:settings>",
         "<w:settings><w:compat><w:noLeading/><w:ulTrailSpace/>{}<w:compatSetting/></w:compat></w:settings>"),
        ("<w:settings><w:zoom/><w:rsids/></w:settings>", "<w:settings><w:zoom/><w:compat>{}</w:compat><w:rsids/></w:settings>"),
        ("<w:settings><w:zoom/></w:settings>", "<w:settings><w:zoom/><w:compat>{}</w:compat></w:settings>"),
        ("<w:settings><w:compat>{}</w:compat></w:settings>", "<w:settings><w:compat>{}</w:compat></w:settings>"),
    ],
)  # fmt: skip
def test_the_setting_stands_where_the_schema_has_it(settings, made):
    new = parts({"word/settings.xml": settings.format("<w:doNotExpandShiftReturn/>")}, RenderState({}, has_breaks=True))
    assert new == {"word/settings.xml": made.format("<w:doNotExpandShiftReturn/>")}


def test_a_link_is_a_relation_to_outside():
    state = RenderState({}, links={"word/header1.xml": {"https://x.nl/?a=1&b=2": "rIdAdres1"}})
    rels = parts({}, state)["word/_rels/header1.xml.rels"]
    assert 'Id="rIdAdres1"' in rels and 'Target="https://x.nl/?a=1&amp;b=2" TargetMode="External"' in rels


def test_forms_stand_before_all_lists_and_lists_behind_those_that_are_there():
    numbering = '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="4"/><w:num w:numId="7"/></w:numbering>'
    look = ListLook(part="word/numbering.xml", first_form=5, first_list=8)
    made = parts({"word/numbering.xml": numbering}, RenderState({}, lists=[("6", 0, 1), ("4", 0, 3)]), look)[
        "word/numbering.xml"
    ]
    order = [
        made.index(one) for one in ('abstractNumId="4"/>', 'abstractNumId="6"', 'numId="7"', 'numId="8"', 'numId="9"')
    ]
    assert order == sorted(order)
    assert (
        '<w:num w:numId="9"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>' in made
    )
    assert 'abstractNumId="5"' not in made  # no bullets, no form for them


def test_nothing_noted_is_nothing_added():
    assert parts({"word/settings.xml": "<w:settings/>"}, RenderState({})) == {}
