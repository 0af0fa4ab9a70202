"""Tags for a cell: the properties of the cell in the order of the schema, and what stands beside the tag stays."""

from __future__ import annotations

import re

import pytest

from docgen.errors import RenderError, TemplateError
from docgen.word.compiler import compile_template
from tests.word.by_docxtpl import by_docxtpl
from tests.word.markup import VALUES, made, row, runs, table
from tests.word_files import document, parts_of, text_of

LOOKS = '<w:tcW w:w="2000" w:type="dxa"/><w:tcBorders><w:top w:val="single"/></w:tcBorders><w:vAlign w:val="center"/>'


def over_rows(*cells: str, looks: str = "") -> bytes:
    return table(row("{%tr for rij in rijen %}", ""), row(*cells, looks=looks), row("{%tr endfor %}", ""))


def xml_of(template: bytes, **values) -> str:
    return parts_of(compile_template(template).render(VALUES | values))["word/document.xml"].decode()


BESIDE = "<w:p><w:r><w:t>{tag}</w:t><w:tab/><w:t>een</w:t><w:br/><w:t>twee</w:t></w:r></w:p>"


CELLS = {
    "a wide cell": table(row("{% colspan 2 %}breed", looks=LOOKS), row("a", "b")),
    "a width from the data": table(row("{% colspan rijen | length %}breed", looks=LOOKS), row("a", "b")),
    "a colour": table(row("{% cellbg '#ff0000' %}rood", "{% cellbg “auto” %}x", looks=LOOKS)),
    "a colour on a condition": table(row('{% cellbg "FFF2CC" if waar else "auto" %}geel', "x")),
    "a cell over rows": over_rows("{% vm %}kop", "{{ rij.a }}", looks=LOOKS),
    "a cell over rows without looks": over_rows("{% vm %}kop", "{{ rij.a }}"),
    "a cell over columns": table(row("{%tc for rij in rijen %}", "{% hm %}kop", "{%tc endfor %}", looks=LOOKS), row("a", "b")),
    "a coloured wide cell over columns": table(row("{%tc for rij in rijen %}", "{% hm %}{% colspan 2 %}{% cellbg 'abcdef' %}kop", "{%tc endfor %}"), row("a", "b", "c", "d"), columns=4),
    **{f"what stands beside {tag}": table(row(BESIDE.format(tag=f"{{% {tag} %}}"), "x", looks=LOOKS)) for tag in ("colspan 1", "cellbg 'FFF2CC'")},
    "what stands beside vm": over_rows(BESIDE.format(tag="{% vm %}"), "{{ rij.a }}", looks=LOOKS),
    "what stands beside hm": table(row("{%tc for rij in rijen %}", BESIDE.format(tag="{% hm %}"), "{%tc endfor %}"), row("a", "b")),
}  # fmt: skip


@pytest.mark.parametrize("name", CELLS)
def test_a_tag_for_a_cell_gives_a_valid_document(name, validator_errors, tmp_path):
    (tmp_path / "a.docx").write_bytes(compile_template(CELLS[name]).render(VALUES))
    assert validator_errors(tmp_path / "a.docx") == []


@pytest.mark.parametrize(
    "name",
    [name for name in CELLS if not name.startswith(("what", "a cell over rows without", "a coloured wide cell"))],
)
def test_the_text_of_cells_is_that_of_docxtpl(name):
    assert (
        text_of(compile_template(CELLS[name]).render(VALUES)).split()
        == text_of(by_docxtpl(CELLS[name], VALUES)).split()
    )


@pytest.mark.parametrize("name", [name for name in CELLS if name.startswith("what")])
def test_what_stands_beside_a_tag_for_a_cell_stays(name):
    assert "\teen\ntwee" in made(CELLS[name])


def test_a_tag_for_a_cell_puts_its_property_instead_of_the_old_one_where_the_schema_wants_it():
    width, place = '<w:tcW w:w="9" w:type="dxa"/>', '<w:vAlign w:val="center"/>'
    looks = f'{width}<w:gridSpan w:val="1"/><w:shd w:val="pct10"/>{place}'
    xml = xml_of(table(row("{% cellbg 'ffeedd' %}{% colspan 2 %}x", looks=looks)))
    new = '<w:gridSpan w:val="2"/><w:shd w:val="clear" w:color="auto" w:fill="FFEEDD"/>'
    assert f"<w:tcPr>{width}{new}{place}</w:tcPr>" in xml


def test_a_cell_over_rows_holds_its_text_once_and_keeps_its_look():
    look = "<w:pPr><w:keepNext/></w:pPr>"
    cell = f"<w:p>{look}{runs('{% vm %}kop ', 'vet')}</w:p><w:p>{runs('slot')}</w:p>"
    xml = xml_of(over_rows(cell, "{{ rij.a }}"))
    assert re.findall('vMerge w:val="([a-z]+)"', xml) == ["restart", "continue"]
    assert (xml.count("kop"), xml.count("vet"), xml.count("slot"), xml.count(look)) == (1, 1, 1, 2)


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{% colspan 0 %}", "geheel getal|heel getal van 1.*‘0’"), ("{% colspan -1 %}", "‘-1’"), ("{% colspan 'twee' %}", "‘twee’"), ("{% colspan 2.5 %}", "‘2.5’"),
        ("{% colspan 64 %}", "‘64’"), ("{% colspan true %}", "‘True’"), ("{% cellbg 'rood' %}", "zes tekens.*‘rood’"), ("{% cellbg '#F00' %}", "‘#F00’"),
        ("{% cellbg 'FFF2CC' if waar else 'wit' %}", "‘wit’"), ("{% cellbg 'FFF2CC' if waar %}", "een lege tekst"), ("{% cellbg kleur or 'geel' %}", "‘geel’"),
        ("{% colspan %}", "mist een waarde; schrijf bijvoorbeeld {% colspan 2 %}"), ("{% vm 2 %}", "neemt geen waarde; schrijf {% vm %}"),
        ("{%tc colspan 2 %}", "schrijf {% colspan 2 %}"), ("{% colspan 2 %}{% colspan 2 %}", "houd er één"),
        ("{% if waar %}{% colspan 2 %}{% endif %}", "{% colspan 2 if … else 1 %}"), ("{% for r in rijen %}{% cellbg r.a %}{% endfor %}", "else \"auto\" %}"),
        ("{% set k = 2 %}{% colspan k %}", "zet {% set k = … %} voor de rij"), ("{% colspan (2 %}", "kop ‘Kop’"),
    ],
)  # fmt: skip
def test_a_tag_for_a_cell_that_can_never_be_right_is_refused_at_its_place(tag, message):
    name = re.search("colspan|cellbg|vm", tag)[0]
    with pytest.raises(TemplateError, match=rf"onder kop ‘Kop’, bij ‘{{%.*{name}") as refusal:
        compile_template(table(row("ervoor", "x"), row(f"{tag}tekst", "x")))
    assert re.search(message.replace("{%", r"\{%").replace("(2", r"\(2"), str(refusal.value)), refusal.value


@pytest.mark.parametrize("value", ["rood", "#F00", "", "FFF2CC ff", 12, True, ["FFF2CC"], 'FFF2CC"/><w:p/>'])
def test_a_colour_from_the_data_that_is_none_is_refused(value):
    with pytest.raises(
        RenderError,
        match=r"onder kop ‘Kop’, bij ‘{% cellbg x.k %}.*auto voor geen kleur; hier is dat .*waarde van ‘x.k’",
    ):
        compile_template(table(row("ervoor", "x"), row("{% cellbg x.k %}tekst", "x"))).render({"x": {"k": value}})


@pytest.mark.parametrize("value", ["rood", 0, -3, 2.5, True, "", "64", {"a": 1}])
def test_a_width_from_the_data_that_is_none_is_refused(value):
    with pytest.raises(
        RenderError, match=r"onder kop ‘Kop’, bij ‘{% colspan x.k %}.*heel getal.*hier is dat .*waarde van ‘x.k’"
    ):
        compile_template(table(row("ervoor", "x"), row("{% colspan x.k %}tekst", "x"))).render({"x": {"k": value}})


@pytest.mark.parametrize("tag", ["colspan", "cellbg"])
def test_a_value_of_a_cell_that_is_absent_is_named_and_in_a_draft_marked(tag, validator_errors, tmp_path):
    template = compile_template(table(row("ervoor", "x"), row(f"{{% {tag} x.k %}}tekst", "x")))
    for values in ({"x": {"k": None}}, {"x": {}}):
        with pytest.raises(RenderError, match=r"x\.k"):
            template.render(values)
        draft = template.render_with(values, draft=True)
        assert draft.missing == ("x.k",)
        (tmp_path / "a.docx").write_bytes(draft.data)
        assert validator_errors(tmp_path / "a.docx") == []


@pytest.mark.parametrize(("value", "width"), [(2, "2"), ("2", "2"), (2.0, "2"), (" 3 ", "3")])
def test_a_width_may_be_written_as_a_text(value, width):
    assert f'<w:gridSpan w:val="{width}"/>' in xml_of(table(row("{% colspan k %}x")), k=value)


def test_a_tag_for_a_cell_outside_a_table_is_refused():
    with pytest.raises(TemplateError, match=r"bij ‘{% cellbg .*staat niet in een cel"):
        compile_template(document("# Kop", "{% cellbg 'FFF2CC' %}tekst"))


def test_a_tag_for_a_cell_in_a_row_that_a_tag_takes_is_refused_and_in_a_remark_it_goes():
    with pytest.raises(TemplateError, match=r"in de rij naast {%tr for rij in rijen %}.*andere rij"):
        compile_template(
            table(row("{%tr for rij in rijen %}", "{% cellbg 'FFF2CC' %}"), row("x", "y"), row("{%tr endfor %}", ""))
        )
    assert made(table(row("{#tr weg #}", "{% cellbg 'rood' %}"), row("x", "y"))).split() == ["Kop", "x", "y"]
