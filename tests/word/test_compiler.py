"""The template engine by itself: any docxtpl template in, a sound document out, and nothing lost on the way."""

from __future__ import annotations

import warnings

import pytest
from docxtpl import Listing

from docgen.context import builder
from docgen.documents.request import parse_request
from docgen.documents.variables import report_variables
from docgen.errors import RenderError, TemplateError
from docgen.schema.completion import fill_defaults
from docgen.word.compiler import compile_template
from tests.conftest import TYPES
from tests.fetching import related
from tests.word.by_docxtpl import assert_same_as_docxtpl
from tests.word_files import blank, changed, document, saved

# ------------------------------------------------------------------------------------------- the same as docxtpl


PLAIN = {
    "naam": "GGD & Zn <b>",
    "rijen": [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}],
    "waar": True,
    "kolommen": ["k1", "k2", "k3", "k4"],
}


TEMPLATES = {
    "a value": document("Partner: {{ naam }} einde."),
    "a loop over paragraphs": document("{%p for r in rijen %}", "{{ r.a }}: {{ r.b }}", "{%p endfor %}", "slot"),
    "a condition": document("{%p if waar %}", "ja", "{%p else %}", "nee", "{%p endif %}", "{% if not waar %}x{% endif %}y"),
    "a loop over rows": document(table=[["a", "b"], ["{%tr for r in rijen %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""]]),
    "a loop over columns": document(table=[["naam", "{%tc for k in kolommen %}", "{{ k }}", "{%tc endfor %}"]]),
    "a header and a title": document("x", header="{{ naam }}", title="Over {{ naam }}"),
    "comments": document("a{# niet #}b", "{#p weg #}", "c"),
    "escaped tags": document("{_{ naam }_} en {_% if %_}"),
    "set and macro": document("{% set x = naam %}{{ x }}", "{% macro m(v) %}[{{ v }}]{% endmacro %}{{ m(naam) }}"),
    "white space control": document("voor", "{%- if waar -%}", "midden", "{%- endif -%}", "na"),
    "horizontal merge": document(table=[["{%tc for k in kolommen %}", "{% hm %}{{ naam }}", "{%tc endfor %}"]]),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", TEMPLATES)
def test_text_and_structure_are_those_of_docxtpl(name):
    assert_same_as_docxtpl(TEMPLATES[name], PLAIN)


def test_line_breaks_and_tabs_in_values_become_those_of_word_as_docxtpl_makes_them():
    values = {"naam": "een\ntwee\tdrie", "lijst": Listing("a\nb\tc\ad")}
    assert_same_as_docxtpl(document("Kop {{ naam }} slot", "{{ lijst }}"), values)


def test_tags_split_over_runs_are_joined():
    made = blank()
    paragraph = made.add_paragraph()
    for piece in ("{", "{ na", "am }", "} en {% if wa", "ar %}ja{% endif %}"):
        paragraph.add_run(piece).bold = True  # what follows a tag in another look keeps it here, see test_placement
    assert_same_as_docxtpl(saved(made), PLAIN)


def test_an_odd_tag_is_told_in_dutch_and_never_by_python():
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        template = compile_template(document("# Kop", "x {{ 1[0] }}"))
    assert told == []
    with pytest.raises(RenderError, match="onder kop ‘Kop’"):
        template.render({})


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_the_shipped_templates_render_as_docxtpl_renders_them(name, sample):
    job = parse_request(sample, name)
    full = fill_defaults(sample.data, sample.library.schema.root)
    values = builder.build(full, **report_variables(job, sample.data, sample, False))
    assert_same_as_docxtpl(job.kind.template.read_bytes(), values)


# ------------------------------------------------------------------------------------------------ what is wrong says so


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ naam }", "tag"),
        ("{% if naam %}x", "‘endif’ ontbreekt"),
        ("{% for x in y %}{% endif %}", "‘endif’ past hier niet"),
        ("{{ naam | eur }}", "het filter ‘eur’ bestaat niet"),
        ("{% include 'x' %}", "geen andere bestanden invoegen"),
        ("{{ naam }} en naam }}", "klopt een tag niet"),
        ("{{ }}", "ontbreekt de naam"),
    ],
)
def test_a_fault_in_a_tag_is_found_when_the_template_is_compiled(text, message):
    with pytest.raises(TemplateError, match=message):
        compile_template(document("# Kop", text), "brief.docx")


def test_a_tag_in_a_part_that_is_not_filled_is_refused():
    data = changed(
        document("x"),
        "word/styles.xml",
        lambda xml: xml.replace('w:val="Normal"', 'w:val="{{ naam }}"'),
    )
    with pytest.raises(TemplateError, match="heeft tags in de opmaakprofielen; docgen vult alleen tekst"):
        compile_template(data)


def test_tags_that_tear_the_structure_apart_are_refused():
    with pytest.raises(TemplateError, match=r"bij ‘\{%p for r in rijen %\}’: .*schrijf \{%p endfor %\}"):
        compile_template(document("{%p for r in rijen %}", "{{ r }}", "{% endfor %}x"))
    with pytest.raises(TemplateError, match="zet begin en eind in dezelfde alinea, cel of rij"):
        compile_template(document("{% for r in rijen %}{{ r }}", table=[["{% endfor %}x"]]))


@pytest.mark.slow
def test_what_is_wrong_with_a_house_style_is_said_of_the_house_style():
    house = related(document("x"), "attachedTemplate", "file:///c:/x.dotm", source="word/settings.xml")
    template = compile_template(document("{{ naam }}"), "brief.docx", house_style=house)
    assert any(
        line.startswith("huisstijl huisstijl.docx: docgen laat de koppeling met het sjabloonbestand")
        for line in template.findings
    )
    with pytest.raises(TemplateError, match=r"^huisstijl huisstijl\.docx bevat"):
        compile_template(document("x"), "brief.docx", house_style=related(document("x"), "oleObject", "http://x/y"))


def test_a_template_without_a_tag_is_told():
    (finding,) = compile_template(document("# Kop", "Beste lezer")).findings
    assert "geen enkele tag" in finding
