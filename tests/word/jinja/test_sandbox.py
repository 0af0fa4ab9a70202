"""A template of others is data: nothing of Python is reached, and work and memory have an end."""

from __future__ import annotations

import time
from datetime import date

import jinja2
import pytest

from docgen.errors import DocgenError, RenderError, TemplateError
from docgen.system.isolation import run_isolated
from docgen.word.compiler import compile_template
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.word.markup import render
from tests.word.single_tag import NOTHING, filled, stopped
from tests.word_files import document, text_of

ATTACKS = [
    "{{ cycler.__init__.__globals__.os.popen('id > @') }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ naam.__class__ }}",
    "{{ naam|attr('__class__') }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(naam) }}",
    "{{ ('%s' | format)(naam) }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id > @').read() }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ rijen | map(attribute='__class__') | list }}",
    "{{ [naam] | map('attr', '__class__') | list }}",
    "{{ rijen.append(1) }}",
    "{{ gegevens.update({'a': 2}) }}",
    "{% set x = rijen.clear() %}{{ x }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ x.__class__ }}",
    "{% include '/etc/passwd' %}",
    "{% import '/etc/passwd' as p %}",
]


WHERE = {
    "body": lambda text: document(text),
    "header": lambda text: document("x", header=text),
    "title": lambda text: document("x", title=text.replace("@", "uit")),
    "table": lambda text: document(table=[[text]]),
}


@pytest.mark.slow
@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_template_cannot_run_read_or_change_anything(attack, where, tmp_path):
    target = tmp_path / "uit"
    values = {"naam": "geheim", "rijen": [1], "gegevens": {"a": 1}}
    with pytest.raises((TemplateError, RenderError)):
        compile_template(WHERE[where](attack.replace("@", str(target)))).render(values)
    assert not target.exists()
    assert values == {"naam": "geheim", "rijen": [1], "gegevens": {"a": 1}}


def test_a_draft_shows_nothing_of_a_forbidden_attribute():
    made = compile_template(document("{{ naam.__class__ }}")).render({"naam": "x"}, draft=True)
    assert "<class" not in text_of(made) and "str" not in text_of(made)


BOMBS = [
    "{{ range(10**9) | list }}",
    "{% for i in range(100000) %}{% for j in range(100000) %}{% for k in range(100000) %}x{% endfor %}{% endfor %}{% endfor %}",
    "{{ 'a' * 10**10 }}",
    "{{ 10 ** (10 ** 9) }}",
    "{{ 9 ** (9 ** (9 ** 9)) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
    "{% set ns = {'a': 'x'} %}" + "{% set a = a ~ a ~ a ~ a if a is defined else 'xxxxxxxxxx' %}" * 30 + "{{ a }}",
    "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a + a %}" * 40 + "{{ a }}",
    "{% set a = 'xxxxxxxxxx' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '{:999999999}'.format(1) }}",
    "{{ 'x'.ljust(10**9) }}",
    "{{ 'x' | center(10**9) }}",
    "{{ 'x'.zfill(999999999) }}",
    "{{ [1] | batch(10**9, 'x') | list }}",
    "{{ '\t'.expandtabs(999999999) }}",
    "{{ ('x' * 100000) | replace('x', 'y' * 100000) }}",
    "{{ ('x' * 100000).replace('x', 'y' * 100000) }}",
    "{{ ('y' * 1000000).join('x' * 1000000) }}",
    "{{ range(100000) | join('y' * 1000000) }}",
    "{{ 'x' | indent(10**9) }}",
]


@pytest.mark.slow
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_template_that_asks_for_endless_work_or_memory_is_refused_soon(bomb):
    started = time.monotonic()
    with pytest.raises(DocgenError):
        run_isolated(lambda: compile_template(document(bomb)).render({}), "het sjabloon")
    assert time.monotonic() - started < 20


def test_groups_are_as_those_of_jinja():
    rows = [{"s": "b", "n": 1}, {"s": "A", "n": 2}, {"s": "a", "n": 3}, {"n": 4}]
    tag = "{%% for g, own in r | groupby(%s) %%}{{ g }}:{{ own | map(attribute='n') | join(',') }};{%% endfor %%}"
    for arguments in ("'s', default='b'", "'s', 'c', true", "'s', case_sensitive=true, default='Z'", "'n'"):
        wanted = jinja2.Environment().from_string(tag % arguments).render(r=rows)
        assert filled(tag % arguments, r=rows) == wanted


def test_a_function_that_a_template_may_not_call_is_told_in_dutch():
    def secret():
        return "x"

    secret.unsafe_callable = True
    assert "‘deze functie’ is in een sjabloon niet toegestaan" in stopped("{{ f() }}", f=secret)


@pytest.mark.parametrize(
    ("tag", "remedy"),
    [
        ("{{ namespace(a=1).a }}", r"\| sum\(attribute=.*\| length"), ("{{ cycler('a').next() }}", r"{{ loop.cycle\(\"a\", \"b\"\) }}"),
        ("{{ joiner() }}", r"\| opsomming"), ("{{ lipsum() }}", "typ de tekst zelf"),
    ],
)  # fmt: skip
def test_a_function_of_jinja_that_is_not_here_is_refused_with_what_to_write(tag, remedy, library):
    message = f"onder kop ‘Kop’.*bestaat niet in een sjabloon van docgen; .*{remedy}"
    with pytest.raises(RenderError, match=message):
        render(document("# Kop", tag))
    with pytest.raises(TemplateError, match=message):
        compile_template(document("# Kop", tag), vocabulary=vocabulary_of(library.types["jaarplan"], library))


@pytest.mark.parametrize("name", ["pprint", "random", "tojson", "urlize", "xmlattr"])
def test_a_filter_of_jinja_that_is_not_here_is_taken_for_no_other(name):
    with pytest.raises(
        TemplateError, match=f"het filter ‘{name}’ bestaat niet in een sjabloon van docgen; haal het weg$"
    ):
        compile_template(document("# Kop", f"{{{{ naam | {name} }}}}"))


def test_a_field_goes_before_a_method_of_the_same_name():
    assert text_of(render(document("{{ o.items }}"), **NOTHING)) == "veld"


def test_a_difference_of_numbers_or_days_is_a_difference():
    assert (
        filled("{{ a-b }} {{ p.a - b }} {{ (x-y).days }}", a=3, b=1, p={"a": 9}, x=date(2028, 1, 3), y=date(2028, 1, 1))
        == "2 8 2"
    )
