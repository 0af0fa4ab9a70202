"""docs/docxtpl.md, row by row: what is the same is so in docxtpl's own document, what differs does, what is refused says so."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import jinja2
import pytest
from docx import Document
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph

from docgen.errors import DocgenError
from docgen.word.compiler import compile_template
from tests.conftest import ROOT
from tests.word.by_docxtpl import assert_same_as_docxtpl
from tests.word.markup import body
from tests.word_files import changed, document, parts_of, text_of, zipped

ROWS = re.findall(
    r"^\| (?!feature)(?!---)(.+?) \| (\w+) \|", (ROOT / "docs" / "docxtpl.md").read_text(encoding="utf-8"), re.MULTILINE
)


class Same(NamedTuple):
    """Rendered by both, every part is the same; or the text is, where docxtpl breaks Word's schema or leaves empty runs."""

    template: bytes
    data: dict[str, Any]
    shown: str  # in both
    is_text_only: bool = False


class Different(NamedTuple):
    """What docxtpl says, and what docgen does."""

    template: bytes
    data: dict[str, Any]
    theirs: str
    ours: str


class Refused(NamedTuple):
    """What is done, and the message that it gives."""

    act: Callable[[], Any]
    message: str


def docxtpl_text(template: bytes, data: dict[str, Any], **more: Any) -> str:
    made, stream = DocxTemplate(io.BytesIO(template)), io.BytesIO()
    made.render(data, **more)
    made.save(stream)
    return text_of(stream.getvalue())


def docgen_text(template: bytes, data: dict[str, Any], **more: Any) -> str:
    try:
        return text_of(compile_template(template, **more).render(data))
    except DocgenError as refused:
        return str(refused)


def template_with(*paragraphs: str, data: dict[str, Any] | None = None, **more: Any) -> Callable[[], Any]:
    return lambda: compile_template(document(*paragraphs, **more)).render(data or {})


def method(name: str, *arguments: Any, **named: Any) -> Callable[[], Any]:
    return lambda: getattr(compile_template(document("x {{ a }}")), name)(*arguments, **named)


def rich(**look: Any) -> RichText:
    made = RichText("a & <b> ", **look)
    made.add("gewoon")
    return made


def paragraphs() -> RichTextParagraph:
    made = RichTextParagraph()
    made.add("een", parastyle="Heading1")
    made.add(RichText("twee", bold=True))
    return made


def split_over_runs() -> bytes:
    pieces = "".join(f"<w:r><w:t>{piece}</w:t></w:r>" for piece in ("a {", "{ na", "am }", "} b"))
    return body(f"<w:p>{pieces}</w:p>")


def with_note(kind: str) -> bytes:
    """A Word file with a tag in a footnote or endnote."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = parts_of(body(f'<w:p><w:r><w:t>x</w:t></w:r><w:r><w:{kind}Reference w:id="2"/></w:r></w:p>'))
    note = f'<w:{kind}s {w}><w:{kind} w:id="2"><w:p><w:r><w:t>n {{{{ naam }}}}</w:t></w:r></w:p></w:{kind}></w:{kind}s>'
    parts[f"word/{kind}s.xml"] = note.encode()
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    kinds = f'<Override PartName="/word/{kind}s.xml" ContentType="{office}.{kind}s+xml"/></Types>'
    parts[types] = parts[types].replace(b"</Types>", kinds.encode())
    relation = (
        f'<Relationship Id="rIdNoot" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s" '
        f'Target="{kind}s.xml"/></Relationships>'
    )
    parts[rels] = parts[rels].replace(b"</Relationships>", relation.encode())

    return zipped(parts)


def note_by_docxtpl(kind: str) -> str:
    made, stream = DocxTemplate(io.BytesIO(with_note(kind))), io.BytesIO()
    made.render({"naam": "GGD"})
    made.save(stream)
    return parts_of(stream.getvalue())[f"word/{kind}s.xml"].decode()


COMPARED: dict[str, Same | Different] = {
    "`{{ value }}`": Same(document("a {{ naam }} b"), {"naam": "GGD"}, "a GGD b"),
    r"`\n`, `\t`, `\a`, `\f` in a value": Same(
        document("a {{ x }} b"), {"x": "1\n2\t3\a4\f5"}, "a 1\n2\t3\n4\n\n\n5 b"
    ),
    "`<`, `>` and `&` in a value": Different(document("a {{ x }} b"), {"x": "R&D <x>"}, "a R ", "a R&D <x> b"),
    r"`{{ value\|e }}`": Same(document("a {{ x|e }} b"), {"x": "R&D <x>"}, "a R&D <x> b"),
    "`{% if %}`, `{% for %}`, `{% set %}`, `{% macro %}`": Same(
        document(
            "{% set n = 2 %}{% for r in rs %}{% if r > n %}{{ r }}{% else %}-{% endif %}{% endfor %}",
            "{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(3) }}",
        ),
        {"rs": [1, 3]},
        "-3\n[3]",
    ),
    "`{{value}}` without spaces": Same(document("{{x}}{%if x%}a{%endif%}"), {"x": "1"}, "1a"),
    "tags split over runs": Same(split_over_runs(), {"naam": "GGD"}, "Kop\na GGD b"),
    "`{%p … %}`": Same(document("{%p if x %}", "a", "{%p else %}", "b", "{%p endif %}", "c"), {"x": 1}, "a\nc"),
    "`{%tr … %}`": Same(
        document(table=[["{%tr for r in rs %}", ""], ["{{ r }}", "x"], ["{%tr endfor %}", ""]]),
        {"rs": [1, 2]},
        "1\nx\n2\nx",
    ),
    "`{%tc … %}`": Same(document(table=[["{%tc for r in rs %}", "{{ r }}", "{%tc endfor %}"]]), {"rs": [1, 2]}, "1\n2"),
    "`{%r … %}`": Same(
        body(
            "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:t>{%r if x %}</w:t></w:r><w:r><w:t>b</w:t></w:r><w:r><w:t>{%r endif %}</w:t></w:r></w:p>"
        ),
        {"x": 0},
        "Kop\na",
        True,
    ),
    "`{# … #}`, `{#p … #}`, `{#tr … #}`, `{#tc … #}`": Same(
        document("{#p weg #}", "a{# weg #}b", table=[["{#tr weg #}", "x"], ["{#tc weg #}", "b"]]), {}, "ab\nb"
    ),
    "`{%- … -%}` over paragraphs": Same(
        document("ik", "{%- if x -%}", "woon", "{%- endif -%}", "hier"), {"x": 1}, "ikwoonhier"
    ),
    "`{_{ }_} {_% %_}`": Same(document("{_{ a }_} {_% b %_} {{ x }}"), {"x": 1}, "{{ a }} {% b %} 1"),
    "`{% colspan n %}`": Same(document(table=[["{% colspan n %}{{ x }}", "b"]]), {"n": 2, "x": 1}, "1\nb", True),
    "`{% hm %}`": Same(
        document(table=[["{%tc for i in range(2) %}", "{% hm %}{{ i }}", "{%tc endfor %}"]]), {}, "0", True
    ),
    "`{% vm %}`": Same(
        document(table=[["{%tr for i in rs %}", ""], ["{% vm %}K", "{{ i }}"], ["{%tr endfor %}", ""]]),
        {"rs": [1, 2]},
        "K\n1\n\n2",
        True,
    ),
    "`{% cellbg colour %}`": Same(document(table=[["{% cellbg c %}x"]]), {"c": "FFDD00"}, "x", True),
    "headers and footers": Same(document("x", header="kop {{ naam }}"), {"naam": "GGD"}, "x"),
    "footnotes": Same(with_note("footnote"), {"naam": "GGD"}, "Kop\nx"),
    "document properties": Same(document("x", title="over {{ naam }}"), {"naam": "GGD"}, "x"),
    "curled quotes around a text in a tag": Same(document("{% if x == ‘a’ %}ja{% endif %}"), {"x": "a"}, "ja"),
    "a name that has no value": Different(document("a{{ x }}b"), {}, "ab", "‘x’ staat niet in de gegevens"),
    "a value that is `None`": Different(document("a{{ x }}b"), {"x": None}, "aNoneb", "‘x’ ontbreekt"),
    "a list as a value": Different(document("a{{ x }}b"), {"x": [1]}, "a[1]b", "‘x’ is een lijst of groep velden"),
    r"`{{ value\|safe }}`": Different(document("{{ x|safe }}"), {"x": "R&D"}, "R", "R&D"),
    "`RichText`": Same(document("v {{r rijk }} n"), {"rijk": rich(bold=True)}, "v a & <b> gewoon n"),
    "`RichText` with a font for a region": Same(
        document("v {{r rijk }} n"), {"rijk": rich(font="eastAsia:SimSun")}, "v a & <b> gewoon n"
    ),
    "`RichTextParagraph`": Same(document("{{p rijk }}"), {"rijk": paragraphs()}, "een\ntwee"),
    "`Listing`": Same(document("{{ x }}"), {"x": Listing("a<\nb\tc\ad")}, "a<\nb\tc\nd"),
}
REFUSED: dict[str, list[Refused]] = {
    "`{%pif %}` without a space": [
        Refused(template_with("{%pif x %}", "a", "{%pendif %}"), "de tag ‘pif’ bestaat niet; bedoel je ‘if’")
    ],
    "two `{%p … %}` in a paragraph": [
        Refused(template_with("{%p if x %}Hier{%p endif %}"), "zou verdwijnen; zet de tag in een eigen alinea")
    ],
    "`namespace`, `cycler`, `joiner`, `lipsum`": [
        Refused(template_with(f"{{{{ {name}(1) }}}}"), f"‘{name}’ bestaat niet in een sjabloon van docgen; ")
        for name in ("namespace", "cycler", "joiner", "lipsum")
    ],
    r"`\|tojson`, `\|pprint`, `\|random`, `\|urlize`, `\|xmlattr`": [
        Refused(template_with(f"{{{{ x|{name} }}}}"), f"het filter ‘{name}’ bestaat niet in een sjabloon van docgen")
        for name in ("tojson", "pprint", "random", "urlize", "xmlattr")
    ],
    "`{% include %}`, `{% import %}`, `{% extends %}`": [
        Refused(template_with(tag), "kan geen andere bestanden invoegen")
        for tag in ("{% include 'x' %}", "{% import 'x' as y %}", "{% extends 'x' %}")
    ],
    "attributes that begin with `_`, methods that change data": [
        Refused(template_with(tag, data={"x": [1]}), "in een sjabloon niet toegestaan")
        for tag in ("{{ x.__class__ }}", "{{ x.clear() }}")
    ],
    "`InlineImage`": [
        Refused(
            template_with("{{ x }}", data={"x": InlineImage(None, "plein.png")}), "‘x’ is een InlineImage van docxtpl"
        )
    ],
    "`Subdoc`, `new_subdoc`": [
        Refused(method("new_subdoc"), "put the text in the template"),
        Refused(
            template_with("{{p x }}", data={"x": type("Subdoc", (), {"__html__": str})()}),
            "‘x’ is een Subdoc van docxtpl",
        ),
    ],
    "`replace_pic`, `replace_media`": [
        Refused(method(name, "a.png", "b.png"), "put a picture in the template")
        for name in ("replace_pic", "replace_media")
    ],
    "`replace_embedded`, `replace_zipname`": [
        Refused(method(name, "a", "b"), "a template has no embedded files")
        for name in ("replace_embedded", "replace_zipname")
    ],
    "any other `jinja_env`": [
        Refused(method("render", {}, jinja2.Environment()), "positional argument"),
        Refused(method("render", {}, jinja_env=jinja2.Environment()), "unexpected keyword argument 'jinja_env'"),
    ],
    "`autoescape`": [Refused(method("render", {}, autoescape=False), "unexpected keyword argument 'autoescape'")],
}


@pytest.mark.parametrize("feature", [name for name, case in COMPARED.items() if isinstance(case, Same)])
def test_what_the_page_calls_the_same_is_so(feature):
    case = COMPARED[feature]
    ours = docgen_text(case.template, case.data)
    assert ours.strip() == case.shown == docxtpl_text(case.template, case.data, autoescape=True).strip()
    if not case.is_text_only:
        assert_same_as_docxtpl(case.template, case.data)


@pytest.mark.parametrize("feature", [name for name, case in COMPARED.items() if isinstance(case, Different)])
def test_what_the_page_calls_different_is_so(feature):
    case = COMPARED[feature]
    assert docxtpl_text(case.template, case.data) == case.theirs
    assert case.ours in docgen_text(case.template, case.data)


@pytest.mark.parametrize(("feature", "case"), [(name, case) for name, cases in REFUSED.items() for case in cases])
def test_what_the_page_calls_refused_says_so(feature, case):
    with pytest.raises((DocgenError, AttributeError, TypeError)) as refused:
        case.act()
    assert case.message in str(refused.value)


def test_endnotes_are_filled_where_docxtpl_leaves_their_tags():
    made = parts_of(compile_template(with_note("endnote")).render({"naam": "GGD"}))["word/endnotes.xml"].decode()
    assert "n GGD" in made and "{{ naam }}" in note_by_docxtpl("endnote")


def test_footnotes_headers_and_properties_say_what_those_of_docxtpl_say():
    made = parts_of(compile_template(with_note("footnote")).render({"naam": "GGD"}))["word/footnotes.xml"].decode()
    assert "n GGD" in made and "n GGD" in note_by_docxtpl("footnote")
    made = parts_of(
        compile_template(document("x", header="kop {{ naam }}", title="over {{ naam }}")).render({"naam": "GGD"})
    )
    assert "over GGD" in made["docProps/core.xml"].decode()
    assert any("kop GGD" in data.decode() for part, data in made.items() if part.startswith("word/header"))


def test_a_link_in_rich_text_takes_an_address_where_docxtpl_takes_the_id_of_its_own():
    template = document("{{r x }}")
    theirs = DocxTemplate(io.BytesIO(template))
    of_docxtpl, ours = RichText("a", url_id=theirs.build_url_id("https://a.nl")), RichText("a", url_id="https://a.nl")
    assert "geef het adres zelf" in docgen_text(template, {"x": of_docxtpl})
    made = compile_template(template).render({"x": ours})
    assert b'Target="https://a.nl" TargetMode="External"' in parts_of(made)["word/_rels/document.xml.rels"]


def test_undeclared_names_are_those_of_docxtpl_and_of_the_properties():
    template = document("{{ a }}{% for b in c %}{{ b.d }}{% endfor %}", header="{{ e }}", title="{{ f }}")
    theirs = DocxTemplate(io.BytesIO(template))
    ours = compile_template(template)
    assert ours.undeclared_variables() == {*theirs.get_undeclared_template_variables(), "f"} == {"a", "c", "e", "f"}
    assert ours.undeclared_variables({"a": 1, "f": 2}) == theirs.get_undeclared_template_variables(context={"a": 1})
    with pytest.raises(AttributeError, match=r"use undeclared_variables\(\)"):
        ours.get_undeclared_template_variables()


def test_filters_of_an_environment_are_given_to_the_compiler():
    environment, template = jinja2.Environment(autoescape=True), document("{{ x | maal(2) }} {{ x | maal(by=x) }}")
    filters = {"maal": lambda value, by: value * by}
    environment.filters |= filters
    assert (
        docgen_text(template, {"x": 3}, filters=filters)
        == docxtpl_text(template, {"x": 3}, jinja_env=environment)
        == "6 9"
    )
    taken = {"upper": str.lower}
    assert "‘upper’ bestaat al in docgen of Jinja" in docgen_text(template, {"x": 3}, filters=taken)


def test_a_template_is_rendered_more_than_once():
    template = compile_template(document("{{ x }}"))
    assert [text_of(template.render({"x": x})) for x in "aba"] == ["a", "b", "a"]
    theirs = DocxTemplate(io.BytesIO(document("{{ x }}")))
    texts = []
    for x in "aba":
        stream = io.BytesIO()
        theirs.render({"x": x})
        theirs.save(stream)
        texts.append(text_of(stream.getvalue()))
    assert texts == ["a", "b", "a"]


def test_comments_of_word_are_left_out_where_docxtpl_keeps_them():

    made, stream = Document(), io.BytesIO()
    made.add_comment(made.add_paragraph("{{ x }}").runs, text="van Jan", author="Jan")
    made.save(stream)
    theirs = DocxTemplate(io.BytesIO(stream.getvalue()))
    theirs.render({"x": 1})
    theirs.save(kept := io.BytesIO())
    assert b"van Jan" in parts_of(kept.getvalue())["word/comments.xml"]
    assert "word/comments.xml" not in parts_of(compile_template(stream.getvalue()).render({"x": 1}))


def test_an_embedded_file_and_a_macro_are_refused():
    relation = (
        '<Relationship Id="rIdVreemd" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" '
        'Target="embeddings/een.xlsx"/></Relationships>'
    )
    shape = '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" Type="Embed" r:id="rIdVreemd"/></w:object></w:r></w:p>'
    made = changed(body(shape), "word/_rels/document.xml.rels", lambda xml: xml.replace("</Relationships>", relation))
    with pytest.raises(DocgenError, match="plak het als afbeelding"):
        compile_template(made)


@pytest.mark.slow
def test_the_command_of_docxtpl_is_render():
    shown = subprocess.run(
        [sys.executable, "-m", "docgen", "render", "--help"], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert "DOSSIER" in shown.stdout.upper()


IN_TESTS = {  # rows with a test of their own
    "endnotes": "different",
    "comments of Word": "different",
    "embedded files, macros, what is fetched from elsewhere": "refused",
    "`RichText` with `url_id`": "different",
    "`get_undeclared_template_variables`": "different",
    "filters in a `jinja_env`": "different",
    "rendering more than once": "same",
    "`python -m docxtpl`": "different",
}


def test_every_row_of_the_page_is_tested_as_what_it_says():
    tested = {name: type(case).__name__.lower() for name, case in COMPARED.items()}
    tested |= dict.fromkeys(REFUSED, "refused") | IN_TESTS
    assert dict(ROWS) == tested and len(ROWS) == len(tested)
