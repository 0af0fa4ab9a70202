"""A compiled template makes a document: nothing is lost or mixed, a draft says so, the same input gives the same bytes."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import threading

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.errors import RenderError
from docgen.opc.archive import read
from docgen.word.compiler import compile_template
from tests.conftest import ROOT
from tests.word.markup import render
from tests.word_files import document, parts_of, text_of

ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from("&<>\"'{}%#‘’“”„ \n\t€ \u202e\u0301א😀\\]"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\u2028\u2029"),
    ),
    max_size=40,
)


FRAME = document("[{{ waarde }}]", header="[{{ waarde }}]", title="[{{ waarde }}]", table=[["[{{ waarde }}]"]])


COMPILED = compile_template(FRAME)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(ANY_TEXT)
def test_any_text_comes_out_unchanged_in_body_table_header_and_title(text):
    made = COMPILED.render({"waarde": text})
    assert text_of(made) == f"[{text}]\n[{text}]"
    assert text_of(made, "word/header1.xml") == f"[{text}]"
    assert Document(io.BytesIO(made)).core_properties.title == f"[{text}]"


@pytest.mark.parametrize(
    "text",
    ["{{ 7*191 }}", "{% raw %}", "{# weg #}", 'A & B <w:p/> </w:t> "x" ]]> 😀', "</w:t></w:r>", "  twee  spaties  "],
)
def test_text_that_looks_like_a_tag_or_like_xml_stays_text(text):
    assert text_of(render(document("x{{ waarde }}y"), waarde=text)) == f"x{text}y"


def test_documents_of_different_partners_are_never_mixed():
    template, made = compile_template(document("{%p for r in rijen %}", "{{ naam }} {{ r }}", "{%p endfor %}")), {}

    def work(number: int) -> None:
        for _ in range(20):
            made.setdefault(number, set()).add(template.render({"naam": f"partner-{number}", "rijen": list(range(50))}))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, documents in made.items():
        assert len(documents) == 1
        lines = text_of(documents.pop()).splitlines()
        assert lines == [f"partner-{number} {r}" for r in range(50)]


def test_a_draft_without_a_header_says_concept_at_the_top():
    assert text_of(compile_template(document("tekst")).render({}, draft=True)).startswith("CONCEPT\n")


def test_a_final_document_does_not_say_concept():
    assert "CONCEPT" not in text_of(render(document("tekst", header="kop")))


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_in_every_process():
    code = (
        "from tests.word.test_renderer import FRAME\nfrom docgen.word.compiler import compile_template\nimport hashlib\n"
        "print(hashlib.sha256(compile_template(FRAME).render({'waarde': 'x & y'})).hexdigest())"
    )
    seen = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("2", "America/New_York")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": "0"}
        seen.add(
            subprocess.run(
                [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True
            ).stdout
        )
    assert len(seen) == 1


def test_a_compiled_template_does_not_grow_with_use():
    import tracemalloc

    template = compile_template(document("{%p for r in rijen %}", "{{ r }}", "{%p endfor %}"))
    for _ in range(50):
        template.render({"rijen": range(100)})
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(500):
        template.render({"rijen": range(100)})
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 200_000


def test_a_package_reads_back_what_was_written():
    data = render(document("x"))
    assert read(data) == parts_of(data)


@pytest.mark.parametrize("filter_name", ["upper", "replace('t', '')", "truncate(5, true, '')", "reverse"])
def test_a_filter_around_a_tag_that_tears_what_is_printed_gives_no_broken_document(filter_name):
    template = compile_template(document(f"{{% filter {filter_name} %}}tot {{{{ a }}}}{{% endfilter %}}"))
    with pytest.raises(RenderError, match="de tags breken de opbouw van het document"):
        template.render({"a": "<&>"})
    assert text_of(template.render({"a": "x"})).strip()


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{r a.b }}", "[ontbreekt: a.b]"),
        ("voor {{r a.b }} na", "voor [ontbreekt: a.b] na"),
        ("{{r a.b }}{{r c }}", "[ontbreekt: a.b][ontbreekt: c]"),
        ("{{p c }}", "[ontbreekt: c]"),
        ("{% for one in rijen %}{{r one.c }}{% endfor %}", "[ontbreekt: rijen[x].c]"),
    ],
)
@pytest.mark.parametrize(
    "data", [{"a": {"b": None}, "c": None, "rijen": [{"id": "x", "c": None}]}, {"a": {}, "rijen": [{"id": "x"}]}]
)
def test_in_a_draft_what_lacks_for_a_run_of_its_own_stands_in_a_run_that_word_shows(tag, expected, data):
    made = compile_template(document(tag)).render(data, draft=True)
    assert text_of(made).strip().endswith(expected)
    assert not re.search(r"</w:(?:r|pPr)>[^<]|<w:p>[^<]|</w:p>[^<]", parts_of(made)["word/document.xml"].decode())


def test_the_names_that_a_template_asks_for_are_known_without_data():
    made = document(
        "{% for rij in rijen %}{{ rij.naam }}{{ loop.index }}{% endfor %}{% set x = bedrag %}{{ x | euro }}",
        header="{{ kop | eigen }}",
        title="{{ titel }} {% for i in range(2) %}{{ i }}{% endfor %}",
    )
    template = compile_template(made, filters={"eigen": str.upper})
    assert template.undeclared_variables() == {"rijen", "bedrag", "kop", "titel"}
    assert template.undeclared_variables({"rijen": [], "kop": ""}) == {"bedrag", "titel"}
