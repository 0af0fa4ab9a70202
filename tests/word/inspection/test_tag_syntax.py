"""Every tag of a part is read by itself, and so are the blocks: all faults at once, none that follows from another."""

from __future__ import annotations

import pytest

from docgen.word.inspection.tag_syntax import read_tags
from docgen.word.jinja.renderer import environment

ENV = environment(draft=False)


def faults(source):
    return [(one.line, one.near, one.message.split(";")[0]) for one in read_tags(source, ENV).faults]


def test_sound_tags_have_no_faults_and_stay_as_they_are():
    source = "{% for a in b %}\n{{ a.x | upper }}{% if a %}x{% elif b %}y{% else %}z{% endif %}\n{% endfor %}{% set c = 1 %}{# niets #}"
    assert read_tags(source, ENV) == ([], source, frozenset())


def test_faults_in_more_tags_are_all_told_each_at_its_own_line():
    source = "{{ a | }}\n{{ b = 2 }}\n{% fro x in y %}\n{{ c }}"
    assert [(line, near) for line, near, _ in faults(source)] == [
        (1, "{{ a | }}"),
        (2, "{{ b = 2 }}"),
        (3, "{% fro x in y %}"),
    ]


def test_a_block_that_is_not_closed_is_told_at_the_tag_that_opens_it():
    assert faults("{% if a %}\n{% for x in y %}\nz\n{% endif %}") == [
        (2, "{% for x in y %}", "deze tag is niet gesloten: ‘endfor’ ontbreekt")
    ]
    assert [line for line, *_ in faults("{% if a %}\n{% if b %}\nz\n{% endif %}")] == [1]


def test_an_end_or_a_middle_without_a_begin_is_told():
    assert [near for _, near, _ in faults("{% endif %}\n{% else %}\n{% if a %}x{% endif %}\n{% endfor %}")] == [
        "{% endif %}",
        "{% else %}",
        "{% endfor %}",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "{{ a | }}",
        "{% if %}x{% endif %}",
        "{% for x %}{{ x }}{% endfor %}",
        "{% if a %}",
        "{% endif %}",
        "{% set x = %}",
    ],
)
def test_what_is_left_can_be_read_further(source):
    ENV.parse(read_tags(source, ENV).source)


def test_names_that_a_wrong_tag_gave_are_no_longer_sure():
    assert "x" in read_tags("{% set x = %}{{ x }}", ENV).unsure
