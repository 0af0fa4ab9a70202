"""A chart in a template, made in Word, shows the figures of the dossier and nothing of its sample."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from decimal import Decimal

import pytest
from lxml import etree

from docgen.errors import RenderError
from docgen.opc.archive import read
from docgen.system import store
from docgen.word import cache, properties
from docgen.word.charts import chart
from docgen.word.compiler import compile_template
from tests.conftest import ROOT
from tests.word.charts.filled_chart import (
    BOOK,
    PART,
    PLOTS,
    SOURCES,
    YEARS,
    data,
    everything,
    only,
    reeks,
    render,
    sheet,
    shown,
    template,
)
from tests.word_files import chart_xml, document, parts_of, series_xml, with_chart

pytestmark = pytest.mark.slow


# --------------------------------------------------------------------------------------------------- what it shows


def test_the_chart_shows_the_figures_of_the_dossier():
    parts = render(template())
    assert shown(parts) == {name: [str(value) for value in values] for name, values in SOURCES.items()}
    assert b'descr="Vijf jaar geld."' in parts["word/document.xml"]


def test_its_excel_file_holds_the_same_figures_where_the_chart_looks_for_them():
    parts = render(template())
    cells = sheet(parts)
    assert cells.title == "Blad1"
    assert [[cell.value for cell in row] for row in cells] == [
        [None, "Gemeente", "Rijk", "Provincie"],
        ["2027", 120000, 40000, 0],
        ["2028", 90000, 40000, 10000],
        ["2029", 60000, 0, 20000],
    ]
    places = re.findall(r"<c:f>(.*?)</c:f>", parts[PART].decode())
    assert places[:3] == ["Blad1!$B$1", "Blad1!$A$2:$A$4", "Blad1!$B$2:$B$4"]
    assert places[-1] == "Blad1!$D$2:$D$4"


@pytest.mark.parametrize("plot", PLOTS)
def test_every_kind_of_chart_is_filled_and_word_may_open_it(plot, validator_errors, tmp_path):
    values = data(only("Rijk") if plot == "pie" else {f"Bron {n}": [n, n, n] for n in range(9)})
    made = compile_template(template(chart=chart_xml(plot))).render(values)
    (tmp_path / "a.docx").write_bytes(made)
    assert shown(parts_of(made))
    assert validator_errors(tmp_path / "a.docx") == []


def test_amounts_are_in_euros_and_have_cents_everywhere_or_nowhere():
    whole, cents = render(template()), render(template(), data({"Rijk": [Decimal("0.5"), Decimal("89520.15"), 7]}))
    assert '<c:formatCode>[$-413]"€ "#,##0</c:formatCode>' in whole[PART].decode().replace("&#34;", '"')
    assert '<c:formatCode>[$-413]"€ "#,##0.00</c:formatCode>' in cents[PART].decode().replace("&#34;", '"')
    assert {cell.number_format for cell in sheet(cents)["B"][1:]} == {'[$-413]"€ "#,##0.00'}
    assert [cell.value for cell in sheet(cents)["B"][1:]] == [0.5, 89520.15, 7]
    assert shown(cents) == {"Rijk": ["0.50", "89520.15", "7"]}
    assert shown(render(template(), data({"Rijk": ["-0.004", "0.005", "-3"]}))) == {"Rijk": ["0", "0.01", "-3"]}


@pytest.mark.parametrize("plot", ["bar", "line", "area"])
def test_nothing_of_the_sample_is_left_in_a_document(plot):
    hidden = (
        '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
        f"<c15:filteredBarSeries>{series_xml(3, 'Voorbeeld D', (7777, 8888), 'bar').replace('c:ser>', 'c15:ser>')}</c15:filteredBarSeries></c:ext></c:extLst>"
    )
    xml = chart_xml(plot).replace(f"</c:{plot}Chart>", f"{hidden}</c:{plot}Chart>")
    labels = '<c15:datalabelsRange><c15:f>Sheet1!$E$2</c15:f><c15:dlblRangeCache><c:ptCount val="1"/><c:pt idx="0"><c:v>2468</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange>'
    ext = f'<c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">{labels}</c:ext>'
    xml = xml.replace("</c:extLst></c:ser>", f"{ext}</c:extLst></c:ser>")
    assert "8888" in xml and "2468" in xml
    for values in (data(), data({}), data({f"Bron {n}": [n, n, n] for n in range(5)})):
        text = everything(render(template(chart=xml), values))
        for trace in ("Voorbeeld", "1111", "2222", "3333", "4444", "5555", "6666", "7777", "8888", "2468", "Sheet1"):
            assert trace not in text, trace


def test_all_but_the_series_stays_byte_for_byte():
    xml = chart_xml()
    without = re.compile("<c:ser>.*</c:ser>", re.DOTALL)
    made = render(template(chart=xml))[PART].decode()
    assert without.sub("", made) == without.sub("", xml)


@pytest.mark.parametrize("plot", PLOTS)
def test_a_series_looks_as_the_series_of_the_template_in_its_place(plot):
    own = re.compile("<c:(tx|cat|val|dLbl)>.*?</c:\\1>")
    xml = chart_xml(plot)
    made = render(template(chart=xml), data(only("Rijk") if plot == "pie" else SOURCES))[PART].decode()
    looks = [own.sub("", one) for one in re.findall("<c:ser>.*?</c:ser>", xml)]
    assert [own.sub("", one) for one in re.findall("<c:ser>.*?</c:ser>", made)] == looks[: 1 if plot == "pie" else 3]


@pytest.mark.parametrize("plot", ["bar", "line", "area"])
def test_more_series_than_the_template_has_get_colours_and_ids_of_their_own(plot):
    many = {f"Bron {n}": [n, n, n] for n in range(20)}
    made = render(template(chart=chart_xml(plot)), data(many))[PART].decode()
    series = re.findall("<c:ser>.*?</c:ser>", made)
    fills = [re.search("<a:solidFill>.*?</a:solidFill>", one)[0] for one in series]
    assert len(series) == 20 and len(set(fills)) == 20
    for mark in (r'<c:idx val="(\d+)"/><c:order', r'<c:order val="(\d+)"', r'uniqueId val="(.*?)"'):
        found = re.findall(mark, made)
        assert len(found) == len(set(found)), mark
    if plot == "line":
        assert len(set(re.findall("<a:solidFill>.*?</a:solidFill>", series[-1]))) == 1


def test_a_series_without_a_colour_leaves_the_choice_to_word():
    xml = re.sub("<c:spPr>.*?</c:spPr>", "", chart_xml())
    made = render(template(chart=xml), data({f"Bron {n}": [n, n, n] for n in range(5)}))[PART].decode()
    assert "solidFill" not in made and len(set(re.findall(r'<c:idx val="(\d+)"/><c:order', made))) == 5


def test_libreoffice_opens_the_document_and_shows_its_figures(office, tmp_path):
    path = tmp_path / "geld.docx"
    path.write_bytes(compile_template(template()).render(data()))
    odt, pdf = office.converted("odt", path)[0], office.pdf(path)[0]
    names = zipfile.ZipFile(odt).namelist()
    [inside] = [name for name in names if name.startswith("Object") and name.endswith("/content.xml")]
    xml = etree.fromstring(zipfile.ZipFile(odt).read(inside))
    cells = [
        cell.get("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value") or "".join(cell.itertext()).strip()
        for cell in xml.iter("{urn:oasis:names:tc:opendocument:xmlns:table:1.0}table-cell")
    ]
    assert cells == [
        "",
        *SOURCES,
        *(v for n, year in enumerate(YEARS) for v in (year, *(str(s[n]) for s in SOURCES.values()))),
    ]
    page = office.text(pdf)
    assert all(name in page for name in [*SOURCES, *YEARS])


# ------------------------------------------------------------------------------------------------- names of users


HOSTILE = [
    "=cmd|'/c calc'!A1", "+31 6 1234", "-1+1", "@SUM(A1)", "\t=1+1", "#N/A", "=HYPERLINK(\"http://x\")", "1234", "2027-01-01", "TRUE",
    "<c:v>&amp;</c:v>", "]]>", "{{ 7 * 7 }}", "{% if %}", "‘één’ — € 5 🏘", "'aanhaling'", "  ruim  ", "regel een\r\nregel twee",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_whatever_it_looks_like(name):
    parts = render(template(), data({name: [1, 2, 3]}, [name, "2028", "2029"]))
    as_shown = re.sub(r"\s+", " ", name).strip()
    assert list(shown(parts)) == [as_shown]
    for cell in (sheet(parts)["B1"], sheet(parts)["A2"]):
        assert (cell.value, cell.data_type, cell.number_format, cell.quotePrefix) == (as_shown, "s", "@", True)
    assert "<f>" not in parts_of(parts[BOOK])["xl/worksheets/sheet1.xml"].decode()


def test_the_document_and_its_excel_file_are_sound_with_any_names(validator_errors, tmp_path):
    hostile = data({name: [1, 2, 3] for name in HOSTILE})
    for name, values in (("vol", data()), ("leeg", data({})), ("vreemd", hostile)):
        made = compile_template(template()).render(values)
        (tmp_path / f"{name}.docx").write_bytes(made)
        (tmp_path / f"{name}.xlsx").write_bytes(parts_of(made)[BOOK])
        assert validator_errors(tmp_path / f"{name}.docx") == validator_errors(tmp_path / f"{name}.xlsx") == []


def test_a_pie_of_two_series_is_refused():
    with pytest.raises(RenderError, match="een cirkeldiagram toont één reeks"):
        render(template(chart=chart_xml("pie")))


# ------------------------------------------------------------------------------------------- shown, empty, missing


def test_without_series_or_categories_the_chart_is_empty():
    for values in (data({}), data({}, []), data({name: [] for name in SOURCES}, [])):
        parts = render(template(), values)
        assert shown(parts) == {}
        assert [cell.value for row in sheet(parts) for cell in row if cell.value] == []


HIDDEN = ("{%p if tonen %}", "[grafiek]", "{%p endif %}", "slot")


@pytest.mark.parametrize("values", [{}, data(), {"geldstromen": None}, reeks(waarden=["fout"])])
def test_a_chart_that_a_condition_leaves_out_says_nothing_of_the_data(values):
    parts = render(template(*HIDDEN), {**values, "tonen": False})
    assert b"<c:chart " not in parts["word/document.xml"]
    assert shown(parts) == {}
    assert not any(name in everything({PART: parts[PART], BOOK: parts[BOOK]}) for name in SOURCES)


def test_a_chart_that_a_condition_shows_is_filled():
    assert list(shown(render(template(*HIDDEN), {**data(), "tonen": True}))) == list(SOURCES)


def test_a_chart_without_data_is_an_error_and_in_a_draft_an_empty_chart():
    with pytest.raises(RenderError, match=r"onder kop ‘Geld’: ‘geldstromen.grafiek.tekst’ staat niet in de gegevens"):
        render(template(), {"geldstromen": {"grafiek": {}}})
    made = compile_template(template()).render_with({"geldstromen": {"grafiek": {}}}, draft=True)
    parts = parts_of(made.data)
    assert 'descr="[ontbreekt: geldstromen.grafiek.tekst]"' in parts["word/document.xml"].decode()
    assert made.missing == ("geldstromen.grafiek.tekst",) and shown(parts) == {}
    assert shown(render(template(), {}, draft=True)) == {}


def test_an_alt_text_of_more_lines_and_with_quotes_stays_an_alt_text(validator_errors, tmp_path):
    made = compile_template(template()).render(data(text='Eerst "veel" <geld>.\nDan\tminder & op.'))
    (tmp_path / "a.docx").write_bytes(made)
    alt = etree.fromstring(parts_of(made)["word/document.xml"]).find(".//{*}docPr").get("descr")
    assert alt.split() == ["Eerst", '"veel"', "<geld>.", "Dan", "minder", "&", "op."]
    assert validator_errors(tmp_path / "a.docx") == []


def test_a_part_with_a_chart_is_still_proven_when_it_is_compiled():
    assert compile_template(template()).parts[0].is_proven


# --------------------------------------------------------------------------------------------- the same, and cheap


def test_the_same_figures_give_the_same_bytes_in_every_process(tmp_path):
    (tmp_path / "t.docx").write_bytes(template())
    code = (
        "import hashlib, sys\n"
        "from docgen.word.compiler import compile_template\n"
        "from tests.word.charts.filled_chart import data\n"
        "print(hashlib.sha256(compile_template(sys.argv[1]).render(data())).hexdigest())\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "t.docx")]
    digests = {subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout for _ in range(2)}
    assert len(digests) == 1 and len(digests.pop()) == 65


def test_figures_that_are_equal_are_written_the_same_way_and_made_once():
    chart._entries.cache_clear()
    compiled = compile_template(template())
    made = {compiled.render(data({"Rijk": [one, 2, 3]})) for one in (Decimal("1.50"), Decimal("1.5"), 1.5, "1.500")}
    assert len(made) == 1
    assert (chart._entries.cache_info().misses, chart._entries.cache_info().hits) == (1, 3)


def test_documents_of_different_figures_are_never_mixed():
    compiled = compile_template(template())
    for values in (data(), data(only("Rijk")), data(only("Provincie")), data(only("Rijk")), data()):
        wanted = [one["naam"] for one in values["geldstromen"]["grafiek"]["reeksen"]]
        assert list(shown(parts_of(compiled.render(values)))) == wanted


def test_a_template_from_the_cache_makes_the_same_chart(tmp_path, monkeypatch):
    monkeypatch.setenv(store.SWITCH, str(tmp_path / "cache"))
    path = tmp_path / "brief.docx"
    path.write_bytes(template())
    many = data({f"Bron {n}": [n, n, n] for n in range(9)})
    first, again = cache.load_or_compile(path), cache.load_or_compile(path)
    assert again.charts == first.charts and again.charts is not first.charts
    assert first.render(many) == again.render(many) == compile_template(path).render(many)


def test_the_seal_and_the_fingerprint_are_over_the_figures_too():
    compiled = compile_template(template())
    one, other = (compiled.render_with(values, custom={"docgen.soort": "x"}) for values in (data(), data(only("Rijk"))))
    assert one.content != other.content
    parts = parts_of(one.data)
    assert properties.is_untouched(parts)
    for part in (PART, BOOK):
        assert not properties.is_untouched(parts | {part: parts_of(other.data)[part]})


# ------------------------------------------------------------------------------------------------ where it stands


def test_two_charts_each_show_their_own_figures(validator_errors, tmp_path):
    made = with_chart(
        template("# Geld", "[grafiek]", "[uren]"), "{{ uren.tekst }}", at="[uren]", chart=chart_xml("line")
    )
    values = data() | {"uren": data({"Coach": [1, 2, 3]})["geldstromen"]["grafiek"]}
    (tmp_path / "a.docx").write_bytes(compile_template(made).render(values))
    parts = parts_of((tmp_path / "a.docx").read_bytes())
    assert list(shown(parts)) == list(SOURCES) and list(shown(parts, "word/charts/chart2.xml")) == ["Coach"]
    assert sheet(parts, BOOK.replace("1.xlsx", "2.xlsx"))["B1"].value == "Coach"
    assert validator_errors(tmp_path / "a.docx") == []


def in_header() -> bytes:
    return with_chart(document("tekst", header="[grafiek]"), owner="word/header1.xml")


@pytest.mark.parametrize("draft", [False, True])
def test_a_chart_in_a_header_is_filled_also_in_a_draft(draft, validator_errors, tmp_path):
    (tmp_path / "a.docx").write_bytes(compile_template(in_header()).render(data(), draft=draft))
    parts = parts_of((tmp_path / "a.docx").read_bytes())
    assert list(shown(parts)) == list(SOURCES)
    assert (b"CONCEPT" in parts["word/header1.xml"]) == draft
    assert validator_errors(tmp_path / "a.docx") == []


def test_a_house_style_laid_over_a_chart_keeps_it_and_brings_its_own(validator_errors, tmp_path):
    for made, part in ((template(), PART), (document("tekst"), "word/charts/huisstijl_chart1.xml")):
        done = compile_template(made, house_style=in_header()).render(data())
        (tmp_path / "a.docx").write_bytes(done)
        assert list(shown(parts_of(done), part)) == list(SOURCES)
        assert "Voorbeeld" not in everything(parts_of(done))
        assert validator_errors(tmp_path / "a.docx") == []


def test_a_document_with_a_chart_reads_as_a_package():
    assert BOOK in read(compile_template(template()).render(data()))
