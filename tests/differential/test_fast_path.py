"""Plain code of a template gives the bytes that Jinja gives, or nothing; what it does not say, Jinja says."""

from __future__ import annotations

import os
import pickle
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from docxtpl import RichText
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Undefined
from markupsafe import Markup

from benchmarks import agreement
from docgen.context import builder, perspective
from docgen.documents.request import requests_for
from docgen.documents.variables import report_variables
from docgen.dossier import load
from docgen.errors import RenderError
from docgen.schema.completion import fill_defaults
from docgen.system import store
from docgen.word.compiler import compile_template
from docgen.word.fast import runtime
from tests.conftest import ROOT, SAMPLE, TYPES
from tests.running_texts import marked_sample
from tests.word_files import document

SAMPLES = sorted(path for path in (ROOT / "samples").glob("*.yaml"))


@cache
def shipped(name):
    """A template of docgen itself."""
    return compile_template(ROOT / "templates" / f"{name}.docx")


def by_jinja(template):
    """The same template, as if no part of it had plain code."""
    return replace(template, parts=tuple(replace(part, plain=None) for part in template.parts), _bound={})


def outcome(template, data):
    try:
        return template.render(data)
    except RenderError as refused:
        return str(refused)


def says_yes(template, data) -> bool:
    return all(part.plain is not None and runtime.run(part.fill, data) is not None for part in template.parts)


def names_of(path):
    """Every document of a sample with the names that its template gets."""
    yield from names_in(load(path))


def names_in(dossier):
    full = perspective.with_partner(fill_defaults(dossier.data, dossier.library.schema.root))
    for job in requests_for(dossier):
        yield job, builder.build(full, **report_variables(job, dossier.data, dossier, False))


# ----------------------------------------------------------------------------------------------- what ships is covered


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.slow
def test_every_part_of_a_shipped_template_has_plain_code(name):
    assert [part.name for part in shipped(name).parts if part.plain is None] == []


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, marks=[pytest.mark.slow] * (path.stem != "buurtprogramma-lijnbaan")) for path in SAMPLES],
    ids=lambda path: path.stem,
)
def test_plain_code_makes_every_document_of_a_sample_by_itself_and_with_the_bytes_of_jinja(path):
    for job, names in names_of(path):
        template = shipped(job.kind.name)
        assert says_yes(template, names), job.title
        assert template.render(names) == by_jinja(template).render(names), job.title


@pytest.mark.slow
def test_plain_code_makes_documents_with_running_text_by_itself_and_with_the_bytes_of_jinja():
    for job, names in names_in(marked_sample()):
        template = shipped(job.kind.name)
        assert says_yes(template, names), job.title
        assert template.render(names) == by_jinja(template).render(names), job.title


def test_the_agreement_of_the_benchmarks_is_covered(tmp_path):
    agreement.write_template(tmp_path / "sjabloon.docx")
    template = compile_template(tmp_path / "sjabloon.docx")
    for number in range(3):
        data = agreement.context(number)
        assert says_yes(template, data)
        assert template.render(data) == by_jinja(template).render(data)


@pytest.mark.slow
def test_a_document_from_the_cache_is_made_without_jinja_and_without_docxtpl(tmp_path):
    code = (
        "import os, sys\ndel os.fork\n"  # as on Windows: else the child process does it
        f"sys.argv = ['docgen', 'render', {str(SAMPLE)!r}, '-d', 'overeenkomst', '--out', {str(tmp_path)!r}]\n"
        "from docgen.cli import run\n"
        "try:\n    run()\nexcept SystemExit as done:\n    assert not done.code\n"
        "print(*sorted({'jinja2', 'docxtpl', 'docx', 'lxml'} & set(sys.modules)))"
    )
    environment = {**os.environ, store.SWITCH: str(tmp_path / "cache")}
    said = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment)
        for _ in range(2)
    ]
    assert [done.returncode for done in said] == [0, 0], said[-1].stderr
    assert [done.stdout.splitlines()[-1] for done in said] == ["jinja2 lxml", ""]


# ------------------------------------------------------------------------------------------- what is kept of blocks


def changed(value, text):
    """The same value in which the first text is another; nothing of it is changed itself."""
    if isinstance(value, str):
        return text
    if not isinstance(value, dict | list):
        return value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, str) or (isinstance(inner, dict | list) and inner):
            copied = value.copy()
            copied[key] = changed(inner, text)
            return copied
    return value


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.slow] * (name != "raadsbesluit")) for name in TYPES]
)
def test_a_document_of_which_blocks_are_kept_is_that_of_which_none_are(name):
    for job, names in names_of(SAMPLE):
        if job.kind.name == name:
            template, kept = shipped(name), {}
            for part in names:
                for text in ("een ander", "twee\nregels", "a & b"):
                    other = names | {part: changed(names[part], text)}
                    for data in (names, other):
                        assert made_with(template, data, kept) == outcome(template, data), (job.title, part, text)


def made_with(template, data, kept):
    try:
        return template.render_with(data, kept=kept).data
    except RenderError as refused:
        return str(refused)


KEPT = """{% set vast = a.b %}{% if aan %}{% for x in [1, 2] %}{{ x }}{% endfor %}{% for x in rijen %}{{ x }}{{ diep }}{{ vast }}
{% endfor %}{% for x in rijen %}{{ 5 | bedrag }}{{ 'r' | rol }}{% endfor %}{% endif %}"""


def test_a_block_is_filled_anew_when_anything_it_reads_is_another_object():
    template, kept = compile_template(document(KEPT)), {}
    data = {"aan": True, "rijen": ["p"], "diep": "d", "a": {"b": "v"}, "centen": False, "rolnaam": {"r": "R"}}
    others = [
        {"aan": False},
        {"rijen": ["q"]},
        {"diep": "e"},
        {"a": {"b": "w"}},
        {"centen": True},
        {"rolnaam": {"r": "S"}},
    ]
    others += [{"rijen": ["a\nb"]}, {"rijen": []}, {"diep": "<"}]
    for other in others:
        for now in (data, data, data | other, data | other, data):
            assert made_with(template, now, kept) == outcome(template, now) == outcome(by_jinja(template), now)
    assert kept["word/document.xml"]._blocks


# ------------------------------------------------------------------------------------------------- the same as Jinja


HOSTILE = [
    None, True, False, 0, 3, -1.5, float("nan"), Decimal("12.50"), Decimal(0), date(2028, 2, 29), "", "a & <b> \"c\" 'd'",
    "twee\nregels", "tab\t", "\x07", "\ud800", "€\u00a012", [], ["a", None], {}, {"naam": "x"}, Markup("<b>"), RichText("vet"), object,
]  # fmt: skip
GONE = object()


def places_in(data, found):
    for key, value in list(data.items()) if isinstance(data, dict) else list(enumerate(data)):
        found.append((data, key))
        if isinstance(value, (dict, list)):
            places_in(value, found)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_a_dossier_with_hostile_values_gives_what_jinja_gives(name):
    dice = random.Random(name)
    kept = pickle.dumps(next(names for job, names in names_of(SAMPLE) if job.kind.name == name))
    template, jinja, yes = shipped(name), by_jinja(shipped(name)), 0
    for _ in range(70):
        names = pickle.loads(kept)
        for _ in range(dice.choice([1, 1, 2, 5])):
            around, key = dice.choice(places_in(names, []))
            value = dice.choice([*HOSTILE, GONE])
            if value is GONE:
                del around[key]
            else:
                around[key] = value
        assert outcome(template, names) == outcome(jinja, names)
        yes += says_yes(template, names)
    assert yes > 20


ORDINARY = ["b", "b’s", "b's", "gemeente A.", "ijs", "'s a & b", 2028, Decimal(7), ["b", "a", "B"], [1, 3, 2], ["a", 1]]
VALUE = st.sampled_from([*HOSTILE, *ORDINARY * 6])
ROWS = st.lists(st.dictionaries(st.sampled_from(["naam", "getal", "items"]), VALUE, min_size=1), max_size=3)
SOUND_ROWS = st.lists(
    st.fixed_dictionaries(
        {"naam": st.sampled_from(["b", "a & b", "C"]), "getal": st.integers(0, 4), "items": st.just(["x"])}
    ),
    max_size=4,
)
DATA = st.fixed_dictionaries(
    {
        "rijen": SOUND_ROWS | ROWS,
        "groep": st.fixed_dictionaries({"naam": VALUE, "jaar": VALUE}),
        "rolnaam": st.just({"b": "bestuur"}),
    },
    optional={"a": VALUE, "b": VALUE, "dag": st.just(date(2028, 3, 1)) | VALUE, "centen": st.booleans(), "loop": VALUE},
)
ATOMS = st.sampled_from([
    "a", "b", "a", "b", "dag", "groep.naam", "groep['jaar']", "groep.jaar", "dag.year", "rijen", "rijen[0].naam", "rij.naam", "rij.getal", "x", "nergens",
    "'b'", "'b’s'", "'<&>'", "2", "3", "none", "true", "['b', 'a']", "[2, 3]", "loop", "self", "groep.items", "a.split()",
])  # fmt: skip
FILTERS = [
    "hoofdletter", "zonder_punt", "kort(5)", "euro", "bedrag", "getal", "uren", "procent", "datum", "opsomming", "opsomming('of')", "rol", "partij",
    "length", "count", "lower", "upper", "list", "first", "last", "max", "unique", "unique | list", "join", "join(', ')", "truncate(5, false, '…')",
    "truncate(8, true)", "truncate(1)", "replace('b', '<')", "default('x')", "default('x', true)", "sort(attribute='naam')", "sort(attribute='naam') | map(attribute='naam')", "sort",
    "map(attribute='naam')", "map(attribute='naam') | list", "map('hoofdletter') | join", "map('length') | list",
    "selectattr('naam')", "selectattr('naam') | list", "selectattr('', 'none') | list", "map() | list", "map(attribute='') | list", "selectattr('naam', 'equalto', 'b') | list", "rejectattr('getal', 'lt', 2) | list",
    "selectattr('naam', 'in', ['b', 'C']) | map(attribute='getal') | list", "rejectattr('naam', 'none')", "select('ge', 2) | list", "selectattr('items.0')",
]  # fmt: skip


def composed(inner):
    two = st.tuples(
        inner, st.sampled_from(["+", "-", "~", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or"]), inner
    )
    return st.one_of(
        st.tuples(inner, st.sampled_from(FILTERS)).map(lambda pair: f"({pair[0]} | {pair[1]})"),
        st.tuples(inner, st.sampled_from(FILTERS)).map(lambda pair: f"({pair[0]} | {pair[1]})"),
        two.map(lambda parts: f"({' '.join(parts)})"),
        inner.map(lambda one: f"(not {one})"),
        st.tuples(inner, st.sampled_from(["none", "not none", "defined", "equalto('b')"])).map(lambda pair: f"({pair[0]} is {pair[1]})"),
        st.tuples(inner, inner, inner).map(lambda three: f"({three[0]} if {three[1]} else {three[2]})"),
        st.tuples(inner, st.sampled_from(["[:2]", "[1:]", "[0]", "[-1]", ".naam"])).map(lambda pair: f"({pair[0]}){pair[1]}"),
    )  # fmt: skip


SIZES = [" ".join(["woord"] * count)[:size] for count in (1, 2, 3, 4) for size in range(1, 24)]
LISTS = [
    ["b", "B", "a"],
    ["a b", "C"],
    [3, 1, 1],
    [Decimal(2), 1],
    ({"naam": "B", "getal": 3}, {"naam": "a", "getal": 1}),
    ("x",),
]


@pytest.mark.slow
@pytest.mark.parametrize("change", FILTERS)
def test_a_filter_gives_what_that_of_jinja_gives(change):
    for tags in (f"{{{{ a | {change} }}}}", f"{{% for x in a | {change} %}}{{{{ x }}}},{{% endfor %}}"):
        template = compile_template(document(tags))
        jinja = by_jinja(template)
        assert template.parts[0].plain is not None
        for value in [*HOSTILE, *ORDINARY, *SIZES, *LISTS]:
            data = {"a": value, "rolnaam": {"b": "bestuur"}}
            assert outcome(template, data) == outcome(jinja, data), value


EXPRESSION = st.recursive(ATOMS, composed, max_leaves=4)
OF_LOOP = st.sampled_from(["first", "last", "index", "index0", "length", "revindex", "revindex0"])


def blocks(inner):
    return st.one_of(
        st.tuples(EXPRESSION, inner, EXPRESSION, inner).map(
            lambda p: f"{{% if {p[0]} %}}{p[1]}{{% elif {p[2]} %}}x{{% else %}}{p[3]}{{% endif %}}"
        ),
        st.tuples(EXPRESSION, inner).map(lambda p: f"{{% if {p[0]} %}}{p[1]}{{% endif %}}"),
        st.tuples(st.sampled_from(["rij", "a", "x"]), st.sampled_from(["rijen", "rijen", "b", "['b', 'C']"]), inner, OF_LOOP).map(
            lambda p: f"{{% for {p[0]} in {p[1]} %}}{p[2]}{{{{ loop.{p[3]} }}}}{{% endfor %}}"
        ),
        st.tuples(EXPRESSION, EXPRESSION, inner, inner).map(
            lambda p: f"{{% for rij in {p[0]} if {p[1]} %}}{p[2]}{{% else %}}{p[3]}{{% endfor %}}"
        ),
        st.tuples(inner, inner).map("".join),
    )  # fmt: skip


SETS = st.tuples(st.sampled_from(["x", "a", "rij", "rolnaam"]), EXPRESSION).map(
    lambda p: f"{{% set {p[0]} = {p[1]} %}}"
)
BODY = st.recursive(EXPRESSION.map(lambda one: f"[{{{{ {one} }}}}]") | SETS, blocks, max_leaves=5)
SAID: Counter[str] = Counter()


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(body=BODY, several=st.lists(DATA, min_size=6, max_size=6))
def compare(body, several):
    template = compile_template(document(body))
    jinja = by_jinja(template)
    for data in several:
        assert outcome(template, data) == outcome(jinja, data), body
        SAID["covered"] += template.parts[0].plain is not None
        SAID["yes"] += says_yes(template, data)
        SAID["all"] += 1


@pytest.mark.slow
def test_any_template_of_what_is_covered_gives_what_jinja_gives():
    SAID.clear()
    compare()
    assert SAID["covered"] > SAID["all"] * 0.6
    assert SAID["yes"] > SAID["all"] * 0.1


# --------------------------------------------------------------------------------------------------- left to Jinja


@pytest.mark.parametrize(
    "tags",
    [
        "{% macro m() %}x{% endmacro %}{{ m() }}", "{{ groep.items() }}", "{{ range(3) | list }}", "{{ 2 * 3 }}", "{{ '%s' % a }}", "{{ a | title }}",
        "{% for x in rijen recursive %}x{% endfor %}", "{% for x in rijen %}{{ loop.cycle('a') }}{% endfor %}", "{% set rolnaam = a %}{{ 'b' | rol }}",
        "{% filter upper %}x{% endfilter %}", "{% set a %}x{% endset %}{{ a }}", "{% with a = 1 %}{{ a }}{% endwith %}", "{{ a is string }}", "{{ self }}",
    ],
)  # fmt: skip
def test_what_is_not_covered_has_no_plain_code(tags):
    assert compile_template(document(tags)).parts[0].plain is None


class Odd(dict):
    """A dict that has every field."""

    def __missing__(self, key):
        return "verzonnen"


@pytest.mark.parametrize("value", [None, [], {}, Markup("x"), object(), True.__class__, Odd(), float, range(2)])
def test_a_value_that_is_no_text_number_or_date_is_left_to_jinja(value):
    template = compile_template(document("{{ a }}"))
    assert not says_yes(template, {"a": value})
    assert outcome(template, {"a": value}) == outcome(by_jinja(template), {"a": value})


def test_a_field_that_a_dict_makes_up_is_left_to_jinja():
    template = compile_template(document("{{ a.naam }}"))
    assert not says_yes(template, {"a": Odd()})
    assert outcome(template, {"a": Odd()}) == outcome(by_jinja(template), {"a": Odd()})


@pytest.mark.slow
def test_the_budget_holds_for_loops_and_for_text():
    loops = "{% for a in rijen %}" * 3 + "x" + "{% endfor %}" * 3
    template = compile_template(document(loops))
    assert says_yes(template, {"rijen": list(range(20))})
    assert not says_yes(template, {"rijen": list(range(200))})
    assert "te veel rekenwerk" in outcome(template, {"rijen": list(range(200))})
    long = compile_template(document("{% for a in rijen %}{{ b }}{% endfor %}"))
    assert "te veel rekenwerk" in outcome(long, {"rijen": list(range(300)), "b": "x" * 100_000})


def test_a_loop_is_left_to_jinja_before_its_pieces_take_much_memory():
    body = "{{ a }}, " * 500
    template = compile_template(document(f"{{% for a in rijen %}}{body}{{% endfor %}}"))
    assert says_yes(template, {"rijen": ["x"] * 2_000})
    assert not says_yes(template, {"rijen": ["x"] * 4_000})


def test_a_value_that_is_undefined_for_jinja_is_left_to_jinja():
    for tags in ("{{ a is defined }}", "{{ a | default('x') }}"):
        template = compile_template(document(tags))
        assert not says_yes(template, {"a": Undefined()})
        assert outcome(template, {"a": Undefined()}) == outcome(by_jinja(template), {"a": Undefined()})


def test_a_draft_is_made_by_jinja():
    assert b"[ontbreekt: naam]" in document_of(compile_template(document("{{ naam }}")).render({}, draft=True))


def document_of(data: bytes) -> bytes:
    from docgen.opc import archive

    return archive.read(data)["word/document.xml"]


def test_what_was_printed_before_is_printed_the_same_again_and_remembered_within_bounds(monkeypatch):
    monkeypatch.setattr(runtime, "MOST_PRINTED", 5)
    template = compile_template(document("{% for a in rijen %}{{ a }},{% endfor %}"))
    for start in range(0, 40, 3):
        rows = [f"{n} & <{n}>" for n in range(start, start + 9)] + ["x" * 500, "a\nb"]
        assert template.render({"rijen": rows}) == by_jinja(template).render({"rijen": rows})
    assert len(runtime.HELPERS["printed"]) <= 5
