"""The template engine by itself: any docxtpl template in, a sound document out, and nothing lost on the way."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import threading
import warnings

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate, Listing, RichText
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined
from lxml import etree

from docgen.context import builder
from docgen.documents.request import parse_request
from docgen.documents.variables import report_variables
from docgen.errors import DocgenError, RenderError, TemplateError
from docgen.opc.archive import read
from docgen.schema.completion import fill_defaults
from docgen.word.compiler import compile_template
from docgen.word.jinja.sandbox import own_filters
from docgen.word.typecheck.vocabulary import vocabulary_of
from tests.conftest import ROOT, TYPES
from tests.word_files import blank, changed, document, parts_of, saved, text_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def render(template: bytes, **context):
    return compile_template(template).render(context)


def by_docxtpl(template: bytes, context: dict) -> bytes:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.filters |= own_filters()
    made = DocxTemplate(io.BytesIO(template))
    made.render(context, environment)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def structure(xml: bytes) -> list[str]:
    """Every element in order with its text; ids that are counted, widths of grids and what Word noted aside."""
    lines = []
    for element in etree.fromstring(xml).iter():
        if isinstance(element.tag, str) and not NOTED.search(element.tag):
            kept = {
                k: v
                for k, v in element.attrib.items()
                if element.tag != f"{W}gridCol" and not k.endswith("}space") and not NOTED.search(k)
            }
            lines.append(f"{element.tag} {sorted(kept.items())} {element.text if element.tag == f'{W}t' else ''}")
    return lines


NOTED = re.compile(r"\}(?:rsid\w*|docId|docVars?|savePreviewPicture|attachedTemplate)$")
LEFT_OUT = re.compile(r"customXml/|docProps/thumbnail|word/(?:header|footer|stylesWithEffects)\d*\.xml")
OF_OURS = f"{W}doNotExpandShiftReturn [] "  # in the settings: see test_sanitizer


def assert_same_as_docxtpl(template: bytes, context: dict) -> None:
    """Part by part the same, but for what no text shows and the properties (test_sanitizer)."""
    ours, theirs = parts_of(compile_template(template).render(context)), parts_of(by_docxtpl(template, context))
    assert set(ours) <= set(theirs)
    assert all(LEFT_OUT.match(part) for part in set(theirs) - set(ours))
    for part in ours:
        if part.startswith("word/") and part.endswith(".xml") and not part.startswith("word/charts/"):  # see test_chart
            mine = [line for line in structure(ours[part]) if line != OF_OURS]
            assert mine == structure(theirs[part]), part


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


def test_rich_text_goes_through_the_same_door():
    rich = RichText("rood & vet", bold=True)
    rich.add(" gewoon")
    template = document("voor {{r rijk }} na")
    assert_same_as_docxtpl(template, {"rijk": rich})


def test_tags_split_over_runs_are_joined():
    made = blank()
    paragraph = made.add_paragraph()
    for piece in ("{", "{ na", "am }", "} en {% if wa", "ar %}ja{% endif %}"):
        paragraph.add_run(piece).bold = True  # what follows a tag in another look keeps it here, see test_placement
    assert_same_as_docxtpl(saved(made), PLAIN)


def test_where_docxtpl_breaks_the_schema_we_keep_it_and_the_same_text(validator_errors, tmp_path):
    rich = RichText(
        "a", color="FF0000", italic=True, bold=True, size=20, highlight="FFFF00", underline=True, font="Arial"
    )
    template = document("{{r rijk }}", table=[["{% cellbg 'FF0000' %}rood", "{% colspan 2 %}breed", "x"]])
    ours, theirs = render(template, rijk=rich), by_docxtpl(template, {"rijk": rich})
    assert text_of(ours) == text_of(theirs)
    (tmp_path / "a.docx").write_bytes(ours)
    assert validator_errors(tmp_path / "a.docx") == []


NOTHING = {"a": None, "lijst": [None, "b"], "o": {"x": None, "items": "veld"}}


@pytest.mark.parametrize(
    "tag",
    [
        "{{ a | upper }}", "{{ a | string }}", "{{ a | int }}", "{{ a | trim }}", "{{ 'x' ~ a }}", "{{ '%s' % a }}", "{{ '%s %s' % (1, a) }}", "{{ '{}'.format(a) }}",
        "{{ '%s' | format(a) }}", "{{ lijst | join(', ') }}", "{{ lijst | opsomming }}", "{{ lijst | map('string') | join }}",
        "{{ lijst }}", "{{ o }}", "{{ o.keys }}", "{{ range }}", "{{ lijst | map('upper') }}", "{% for x in a %}{% endfor %}",
    ],
)  # fmt: skip
def test_nothing_is_never_printed_as_something(tag):
    with pytest.raises(RenderError, match="onder kop ‘Kop’"):
        render(document("# Kop", f"x {tag}"), **NOTHING)


@pytest.mark.parametrize("tag", ["{{ none }}", "{{ [1, 2] }}", "{{ {'a': 1} }}", "{{ (1, 2) }}"])
def test_a_literal_that_is_no_text_is_not_printed(tag):
    with pytest.raises(RenderError, match="onder kop ‘Kop’"):
        render(document("# Kop", tag))


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


def test_an_odd_tag_is_told_in_dutch_and_never_by_python():
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        template = compile_template(document("# Kop", "x {{ 1[0] }}"))
    assert told == []
    with pytest.raises(RenderError, match="onder kop ‘Kop’"):
        template.render({})


def test_a_field_goes_before_a_method_of_the_same_name():
    assert text_of(render(document("{{ o.items }}"), **NOTHING)) == "veld"


def test_an_if_without_else_is_empty_when_it_does_not_hold():
    assert text_of(render(document("a{{ 'x' if waar }}b"), waar=False)) == "ab"


@pytest.mark.parametrize("quotes", ["‘ja’", "“ja”", "„ja”", "'ja'"])
def test_quotes_that_word_made_curly_work_in_tags(quotes):
    made = render(document(f"{{% if naam == {quotes} %}}gelijk{{% endif %}}"), naam="ja")
    assert "gelijk" in text_of(made)


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_the_shipped_templates_render_as_docxtpl_renders_them(name, sample):
    job = parse_request(sample, name)
    full = fill_defaults(sample.data, sample.library.schema.rules)
    values = builder.build(full, **report_variables(job, sample.data, sample, False))
    assert_same_as_docxtpl(job.kind.template.read_bytes(), values)


# ------------------------------------------------------------------------------------------------- nothing is lost


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


def test_a_windows_line_end_in_a_value_is_one_line_break():
    assert text_of(render(document("{{ w }}"), w="a\r\nb\rc")) == "a\nb\nc"


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x1b", "\ufffe", "\ud800"])
def test_a_character_that_xml_forbids_is_refused_with_the_name_of_the_field(character):
    with pytest.raises(RenderError, match=r"partij\.naam"):
        render(document("x {{ partij.naam }}"), partij={"naam": f"a{character}b"})


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


# --------------------------------------------------------------------------------------------- what is missing says so


CASES = {
    "{{ naam }}": "naam",
    "{{ partij.adres }}": "partij.adres",
    "{{ partij.adres.straat }}": "partij.adres",
    "{{ partij.leeg }}": "partij.leeg",
    "{{ partij.leeg | euro }}": "partij.leeg",
    "{{ nergens | datum }}": "nergens",
    "{{ nergens | upper }}": "nergens",
    "{% if nergens %}x{% endif %}": "nergens",
    "{% for x in partij.lijst %}{% endfor %}": "partij.lijst",
    "{% for r in rijen %}{{ r.naam }}{% endfor %}": "rijen[tweede].naam",
    "{% for r in rijen %}{{ r.weg }}{% endfor %}": "rijen[eerste].weg",
    "{{ nergens + 1 }}": "nergens",
    "{% macro m(v) %}{{ v.adres }}{% endmacro %}{{ m(partij) }}": "partij.adres",
}


EMPTY = ("partij.leeg", "rijen[tweede].naam")  # there, and not filled in


@pytest.mark.parametrize(("tag", "path"), CASES.items())
def test_a_missing_value_is_an_error_that_names_template_heading_words_and_field(tag, path):
    values = {
        "partij": {"naam": "P", "leeg": None},
        "rijen": [{"id": "eerste", "naam": "a"}, {"id": "tweede", "naam": None}],
    }
    template = compile_template(document("# Over de partij", f"Adres: {tag} te vinden"), "brief.docx")
    with pytest.raises(RenderError) as caught:
        template.render(values)
    message = str(caught.value)
    assert message.startswith("sjabloon brief.docx, onder kop ‘Over de partij’, bij ‘")
    assert f"‘{path}’ {'ontbreekt in het dossier' if path in EMPTY else 'staat niet in de gegevens'}; " in message
    assert "Adres:" in message or "te vinden" in message


@pytest.mark.parametrize(("tag", "path"), [(t, p) for t, p in CASES.items() if t.startswith("{{") and "+" not in t])
def test_a_draft_shows_what_is_missing_and_says_concept(tag, path):
    values = {"partij": {"naam": "P", "leeg": None}}
    done = compile_template(document(f"Adres: {tag}.", header="kop")).render_with(values, draft=True)
    assert done.missing[0].startswith(path)
    assert text_of(done.data).startswith("Adres: [ontbreekt: ") or "[ONTBREEKT" in text_of(done.data)
    assert text_of(done.data, "word/header1.xml").startswith("CONCEPT\n")


@pytest.mark.parametrize(
    "tag", ["{{ lijst | join(', ') }}", "{{ lijst | map('upper') | join }}", "{{ lijst | opsomming }}"]
)
def test_a_draft_is_made_when_something_inside_a_list_is_missing(tag):
    made = compile_template(document(tag)).render({"lijst": [None, "b"]}, draft=True)
    assert "ontbreekt" in text_of(made).lower() and "None" not in text_of(made)


def test_a_draft_without_a_header_says_concept_at_the_top():
    assert text_of(compile_template(document("tekst")).render({}, draft=True)).startswith("CONCEPT\n")


def test_a_final_document_does_not_say_concept():
    assert "CONCEPT" not in text_of(render(document("tekst", header="kop")))


def test_a_calculation_that_fails_names_its_place():
    with pytest.raises(RenderError, match=r"onder kop ‘Geld’.*door nul gedeeld"):
        render(document("# Geld", "{{ 1 / nul }}"), nul=0)


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


# ------------------------------------------------------------------------------------------- sound and always the same


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_in_every_process():
    code = (
        "from tests.word.test_compiler import FRAME\nfrom docgen.word.compiler import compile_template\nimport hashlib\n"
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


def test_a_cell_that_a_condition_empties_keeps_a_paragraph():
    made = blank()
    cell = made.add_table(1, 1).cell(0, 0)
    cell.text = "{%p if waar %}"
    for text in ("inhoud", "{%p endif %}"):
        cell.add_paragraph(text)
    body = etree.fromstring(parts_of(render(saved(made), waar=False))["word/document.xml"])
    assert [child.tag for child in body.find(f".//{W}tc")] == [f"{W}tcPr", f"{W}p"]


def test_a_table_whose_rows_all_went_is_left_out():
    table = [["{%tr for r in rijen %}"], ["{{ r }}"], ["{%tr endfor %}"]]
    made = render(document("voor", table=table), rijen=[])
    assert b"<w:tbl>" not in parts_of(made)["word/document.xml"]


def test_bookmarks_and_pictures_in_a_loop_get_ids_of_their_own():
    made = blank()
    made.add_paragraph("{%p for r in rijen %}")
    paragraph = made.add_paragraph("{{ r }}")
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), "0")
    start.set(qn("w:name"), "plek")
    paragraph._p.insert(0, start)
    paragraph._p.append(end)
    made.add_paragraph().add_run().add_picture(io.BytesIO(PIXEL))
    made.add_paragraph("{%p endfor %}")
    body = etree.fromstring(parts_of(render(saved(made), rijen=["a", "b", "c"]))["word/document.xml"])
    starts = list(body.iter(f"{W}bookmarkStart"))
    assert len({s.get(f"{W}id") for s in starts}) == len({s.get(f"{W}name") for s in starts}) == 3
    assert [e.get(f"{W}id") for e in body.iter(f"{W}bookmarkEnd")] == [s.get(f"{W}id") for s in starts]
    drawings = [element.get("id") for element in body.iter() if str(element.tag).endswith("}docPr")]
    assert len(set(drawings)) == 3


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fea735814b0000000049454e44ae426082"
)


def test_tags_that_tear_the_structure_apart_are_refused():
    with pytest.raises(TemplateError, match=r"bij ‘\{%p for r in rijen %\}’: .*schrijf \{%p endfor %\}"):
        compile_template(document("{%p for r in rijen %}", "{{ r }}", "{% endfor %}x"))
    with pytest.raises(TemplateError, match="zet begin en eind in dezelfde alinea, cel of rij"):
        compile_template(document("{% for r in rijen %}{{ r }}", table=[["{% endfor %}x"]]))


def test_years_as_columns_keep_the_widths_of_their_cells():
    made = render(
        document(table=[["naam", "{%tc for k in kolommen %}", "{{ k }}", "{%tc endfor %}"]]), kolommen=["2028", "2029"]
    )
    table = etree.fromstring(parts_of(made)["word/document.xml"]).find(f".//{W}tbl")
    cells = [cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w") for cell in table.iter(f"{W}tc")]
    assert [column.get(f"{W}w") for column in table.iter(f"{W}gridCol")] == cells


def test_a_dotx_of_a_secretariat_becomes_a_docx():
    data = changed(
        document("{{ naam }}"), "[Content_Types].xml", lambda xml: xml.replace("document.main+xml", "template.main+xml")
    )
    made = render(data, naam="ja")
    assert Document(io.BytesIO(made)).paragraphs[0].text == "ja"


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


# ------------------------------------------------------------------------------------------------- nothing may vanish


@pytest.mark.parametrize(
    ("template", "lost"),
    [
        (["BELANGRIJK {%p if naam %} MEER", "ja", "{%p endif %}"], "naast {%p if naam %} staat in de alinea ook ‘BELANGRIJK MEER’"),
        (["{%p if naam %}{{ naam }}", "{%p endif %}"], "staat in de alinea ook ‘{{ naam }}’"),
        (["{{p naam }} tekst"], "naast {{p naam }} staat in de alinea ook ‘tekst’"),
    ],
)  # fmt: skip
def test_a_tag_that_takes_its_paragraph_stands_alone_in_it(template, lost):
    with pytest.raises(TemplateError, match=re.escape(lost) + ".*dat zou verdwijnen; zet de tag in een eigen alinea"):
        compile_template(document(*template))


def test_a_tag_that_takes_its_row_stands_alone_in_it():
    rows = [["{%tr for n in lijst %}", "KOP"], ["{{ n }}", "x"], ["{%tr endfor %}", ""]]
    with pytest.raises(
        TemplateError, match="staat in de rij ook ‘KOP’, en dat zou verdwijnen; zet de tag in een eigen rij"
    ):
        compile_template(document(table=rows))
    rows[0][1] = ""
    assert "1" in text_of(render(document(table=rows), lijst=[1]))


@pytest.mark.parametrize("tag", ["A{{r naam }}B", "{{p naam }}"])
def test_a_tag_for_rich_text_refuses_ordinary_text_that_would_not_be_seen(tag):
    with pytest.raises(DocgenError, match="zijn alleen voor opgemaakte tekst; haal de r of de p weg"):
        render(document(tag), naam="Gezond")


def test_comments_of_a_template_never_reach_a_document():
    made = blank()
    run = made.add_paragraph().add_run("{{ naam }}")
    made.add_comment([run], text="intern: nog nakijken", author="A")
    template = compile_template(saved(made), "brief.docx")
    parts = parts_of(template.render({"naam": "Gezond"}))
    assert "sjabloon brief.docx: docgen laat de opmerkingen weg" in template.findings
    assert not any(b"comment" in data.lower() or b"nakijken" in data for data in parts.values())


def test_a_draft_names_the_whole_path_of_a_field_in_a_part_that_is_not_there():
    template = document(
        "{{ organisatie.naam }}, {{ organisatie.naam | hoofdletter }}, {% if organisatie.afdeling %}x{% endif %}."
    )
    done = compile_template(template).render_with({"organisatie": None, "ander": None}, draft=True)
    assert text_of(done.data) == "CONCEPT\n[ontbreekt: organisatie.naam], [ontbreekt: organisatie.naam], ."
    assert done.missing == ("organisatie.naam",)
    with pytest.raises(RenderError, match=r"‘organisatie\.naam’ ontbreekt"):
        compile_template(template).render({"organisatie": None})


@pytest.mark.parametrize(
    "tag", ["{{ a }", "{{ 1 + }}", "{{ a.b. }}", "{% if a = 1 %}x{% endif %}", '{{ "abc }}', "{{ a | }}", "{% for x %}{% endfor %}"]
)  # fmt: skip
def test_a_slip_in_a_tag_is_named_in_dutch_with_the_words_around_it(tag):
    with pytest.raises(TemplateError) as refused:
        compile_template(document(tag))
    assert f"bij ‘{tag}" in str(refused.value)
    assert not re.search(r"xpect|statement|token|default|end of", str(refused.value))
