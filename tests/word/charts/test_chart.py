"""A chart in a template, made in Word, shows the figures of the dossier and nothing of its sample."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from lxml import etree

from docgen.errors import RenderError, TemplateError
from docgen.opc.archive import read
from docgen.system import store
from docgen.word import cache, properties
from docgen.word.charts import chart
from docgen.word.compiler import compile_template
from docgen.word.plaintext import as_text
from tests.conftest import ROOT
from tests.word_files import (
    DRAWING,
    SAMPLE,
    changed,
    chart_xml,
    document,
    excel,
    parts_of,
    series_xml,
    text_of,
    with_chart,
    with_part,
    with_relation,
    zipped,
)

pytestmark = pytest.mark.slow

C = f"{{{DRAWING}/chart}}"
PART, BOOK = "word/charts/chart1.xml", "word/embeddings/Microsoft_Excel_Worksheet1.xlsx"
RELS = "word/charts/_rels/chart1.xml.rels"
YEARS = ["2027", "2028", "2029"]
SOURCES = {"Gemeente": [120000, 90000, 60000], "Rijk": [40000, 40000, 0], "Provincie": [0, 10000, 20000]}
PLOTS = ("bar", "line", "area", "pie")


def data(sources=SOURCES, years=YEARS, text="Vijf jaar geld."):
    series = [{"naam": name, "waarden": [Decimal(value) for value in values]} for name, values in sources.items()]
    return {"geldstromen": {"grafiek": {"tekst": text, "categorieen": list(years), "reeksen": series}}}


def only(name, sources=SOURCES):
    return {name: sources[name]}


def template(*paragraphs: str, chart: str | None = None, alt: str = "{{ geldstromen.grafiek.tekst }}", **more) -> bytes:
    return with_chart(document(*(paragraphs or ("# Geld", "[grafiek]")), **more), alt, chart=chart)


def render(made: bytes, values=None, draft=False) -> dict[str, bytes]:
    return parts_of(compile_template(made, "brief.docx").render(data() if values is None else values, draft=draft))


def shown(parts: dict[str, bytes], part: str = PART) -> dict[str, list[str]]:
    """What a chart shows without its Excel file being opened: the figures of every series by name."""
    found = {}
    for one in etree.fromstring(parts[part]).iter(f"{C}ser"):
        name = one.findtext(f"{C}tx/{C}strRef/{C}strCache/{C}pt/{C}v")
        found[name] = [
            point.findtext(f"{C}v") for point in one.iter(f"{C}pt") if point.getparent().tag == f"{C}numCache"
        ]
    return found


def sheet(parts: dict[str, bytes], book: str = BOOK):
    return openpyxl.load_workbook(io.BytesIO(parts[book])).active


def everything(parts: dict[str, bytes]) -> str:
    """All that is in a document, also within the Excel files inside."""
    inner = [text for name, made in parts.items() if name.endswith(".xlsx") for text in parts_of(made).values()]
    return "\n".join(text.decode("utf-8", "replace") for text in [*parts.values(), *inner])


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


def grafiek(**fields):
    return {"geldstromen": {"grafiek": {"tekst": "x", "categorieen": ["a", "b"], "reeksen": [], **fields}}}


def reeks(naam="Rijk", waarden=(1, 2)):
    return grafiek(reeksen=[{"naam": naam, "waarden": list(waarden)}])


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (reeks(waarden=[1]), "reeks ‘Rijk’ heeft 1 waarden, en er zijn 2 categorieën"),
        (reeks(waarden=[1, "2"]), r"‘geldstromen\.grafiek\.reeksen\[1\]\.waarden\[2\]’ is geen getal"),
        (reeks(waarden=[1, True]), "is geen getal"),
        (reeks(waarden=[1, None]), "is geen getal"),
        (reeks(waarden=[1, Decimal("NaN")]), "is geen getal dat in een grafiek past"),
        (reeks(waarden=[1, float("inf")]), "is geen getal dat in een grafiek past"),
        (reeks(waarden=[1, Decimal("1E+999999")]), "is geen getal dat in een grafiek past"),
        (reeks(waarden=[1, 10**13]), "is geen getal dat in een grafiek past"),
        (reeks(naam=None), r"‘geldstromen\.grafiek\.reeksen\[1\]\.naam’ is geen tekst"),
        (reeks(naam="a\x0bb"), r"\(U\+000B\) dat niet in een Word-document mag; het staat in ‘geldstromen\.grafiek\.reeksen\[1\]\.naam’"),
        (reeks(naam="a\ud800"), r"\(U\+D800\)"),
        (reeks(naam="a" * 32_001), "is langer dan 32000 tekens"),
        (grafiek(categorieen=["a", "\ufffe"], reeksen=[{"naam": "x", "waarden": [1, 2]}]), r"het staat in ‘geldstromen\.grafiek\.categorieen\[2\]’"),
        (grafiek(reeksen={"a": 1}), r"‘geldstromen\.grafiek\.reeksen’ is geen lijst"),
        (grafiek(reeksen=["a"]), "is geen reeks met een naam en waarden"),
        (grafiek(reeksen=[{"naam": str(n), "waarden": [1, 2]} for n in range(256)]), "meer dan 255 reeksen"),
    ],
)  # fmt: skip
def test_data_that_are_no_figures_are_refused_with_their_place(values, message):
    with pytest.raises(RenderError, match=f"sjabloon brief\\.docx, grafiek ‘geldstromen\\.grafiek’: .*{message}"):
        render(template(), values)


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


def test_a_figure_that_is_missing_is_a_gap_in_a_draft():
    made = compile_template(template()).render_with(reeks(waarden=[None, 2]), draft=True)
    assert made.missing == ("geldstromen.grafiek.reeksen[1].waarden[1]",)
    assert shown(parts_of(made.data)) == {"Rijk": ["2"]}
    assert [cell.value for cell in sheet(parts_of(made.data))["B"]] == ["Rijk", None, 2]


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
        "from tests.word.charts.test_chart import data\n"
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


def test_a_chart_that_says_in_words_what_it_shows_is_left_as_it_is():
    made = template(alt="Zo werkt de aanpak")
    before, parts = parts_of(made), render(made)
    assert parts[PART] == before[PART] and list(sheet(parts).values) == list(sheet(before).values)
    rows = [sorted(re.findall(r'(Id="[^"]*"|Target="[^"]*")', data[RELS].decode())) for data in (before, parts)]
    assert rows[0] == rows[1]


@pytest.mark.parametrize(
    "alt", ["Grafiek: {{ geldstromen.grafiek.tekst }}", "{{ geldstromen.grafiek.tekst | upper }}", "{{ titel }}", "{{ a[0].tekst }}",
            "{{ tekst }}", "{% if a %}x{% endif %}", "", " ", "{ geldstromen.grafiek.tekst }", "geldstromen.grafiek.tekst }}",
            "geldstromen.grafiek.tekst"],
)  # fmt: skip
def test_an_alt_text_with_another_tag_is_refused_as_the_sample_would_stay(alt):
    with pytest.raises(TemplateError, match=r"schrijf daar alleen één tag die eindigt op .tekst"):
        render(template(alt=alt))


def test_the_text_of_a_template_and_of_a_document_shows_the_alt_text_of_a_chart():
    assert "(beeld) {{ geldstromen.grafiek.tekst }}" in as_text(template())
    assert "(beeld) Vijf jaar geld." in as_text(compile_template(template()).render(data()))


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


def test_a_document_of_docgen_can_be_a_template_with_a_chart_that_stays_as_it_is():
    done = compile_template(template("# Geld", "[grafiek]", "{_{ naam }_}")).render(data())
    again = render(done, {"naam": "Spoordijk"})
    assert "Spoordijk" in text_of(zipped(again))
    assert all(again[part] == parts_of(done)[part] for part in (PART, BOOK))


def test_a_chart_in_a_text_box_stands_there_twice_and_is_filled_once():
    def boxed(xml: str) -> str:
        drawing = re.search("<w:drawing>.*</w:drawing>", xml, re.DOTALL)[0]
        run = f'<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{drawing}</mc:Fallback></mc:AlternateContent></w:r></w:p>'
        return re.sub(r"<w:p>(?:(?!</w:p>).)*<w:drawing>.*?</w:p>", lambda _: run, xml, flags=re.DOTALL)

    made = changed(template("tekst", "[grafiek]"), "word/document.xml", boxed)
    assert list(shown(render(made))) == list(SOURCES)


@pytest.mark.parametrize(
    ("paragraphs", "message"),
    [
        (("# Geld", "{%p for x in lijst %}", "[grafiek]", "{%p endfor %}"), "onder kop ‘Geld’.*: de grafiek ‘geldstromen.grafiek’ staat in een herhaling; zet haar erbuiten"),
        (("{% macro m() %}", "[grafiek]", "{% endmacro %}"), "staat in een herhaling"),
        (("{% set geldstromen = anders %}", "[grafiek]"), "gebruikt de naam ‘geldstromen’, die het sjabloon zelf maakt"),
    ],
)  # fmt: skip
def test_a_chart_that_cannot_be_filled_where_it_stands_is_refused_with_its_place(paragraphs, message):
    with pytest.raises(TemplateError, match=message):
        render(template(*paragraphs))


def another_drawing(xml: str) -> str:
    return re.sub("(<w:drawing>.*?</w:drawing>)", r"\1\1", xml, count=1, flags=re.DOTALL)


def in_a_group(xml: str) -> str:
    return re.sub(
        "(<c:chart [^>]*/>)",
        r'<wpg:graphicFrame xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">\1</wpg:graphicFrame>',
        xml,
    )


@pytest.mark.parametrize(
    ("part", "change", "message"),
    [
        (PART, lambda xml: xml.replace("barChart", "scatterChart"), "docgen vult alleen staven, kolommen, lijnen, vlakken en cirkels"),
        (PART, lambda xml: xml.replace("barChart", "bar3DChart"), r"\(niet in 3D\)"),
        (PART, lambda xml: xml.replace("<c:catAx>", "<c:lineChart></c:lineChart><c:catAx>"), "zij combineert verschillende soorten"),
        (PART, lambda xml: xml.replace("catAx", "dateAx"), "datumas"),
        (PART, lambda xml: re.sub("<c:ser>.*</c:ser>", "", xml), "er is geen reeks waarvan docgen de opmaak kan overnemen"),
        (PART, lambda xml: xml.replace("<c:autoTitleDeleted", "<c:title><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f></c:strRef></c:tx></c:title><c:autoTitleDeleted"), "een titel komt uit een cel"),
        (PART, lambda xml: re.sub("<c:externalData.*</c:externalData>", "", xml), "zij heeft geen eigen gegevensblad"),
        (PART, lambda xml: xml.replace("<c:", "<x:").replace("</c:", "</x:").replace("xmlns:c=", "xmlns:x="), "zij is niet in Word gemaakt"),
        ("word/document.xml", another_drawing, "zij staat twee keer in het sjabloon"),
        ("word/document.xml", in_a_group, "zij staat in een groep"),
    ],
)  # fmt: skip
def test_a_chart_that_docgen_cannot_fill_is_refused_with_what_to_do(part, change, message):
    with pytest.raises(
        TemplateError, match=f"sjabloon brief.docx: de grafiek ‘geldstromen.grafiek’ is niet te vullen: .*{message}"
    ):
        render(changed(template(), part, change))


def test_a_tag_inside_the_chart_itself_is_refused():
    with pytest.raises(TemplateError, match="docgen vult alleen tekst, kop- en voetteksten en noten"):
        render(template(chart=chart_xml().replace("Voorbeeld A", "{{ naam }}")))


# --------------------------------------------------------------------------------------------------------- safety


def with_book(change) -> bytes:
    """A template with a chart that has no tag, and in it an Excel file that was changed."""
    book = zipped(change(parts_of(excel(SAMPLE))))
    return with_part(template(alt="vast"), BOOK, book)


def replaced(part: str, old: str, new: str):
    return lambda parts: parts | {part: parts[part].replace(old.encode(), new.encode(), 1)}


def related(kind: str, target: str, external: bool = False):
    def change(parts):
        added = {} if external else {f"xl/{target}": b"<x/>"}
        return parts_of(with_relation(zipped(parts | added), kind, target, external, "xl/_rels/workbook.xml.rels"))

    return change


FORMULA = '<row r="1"><c r="A1"><f>cmd|\'/c calc\'!A1</f></c></row><row '
WEB = '<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:9")</f></c></row><row '


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda parts: parts | {"xl/vbaProject.bin": b"x"}, "bevat macro’s"),
        (replaced("[Content_Types].xml", "sheet.main+xml", "sheet.macroEnabled.main+xml"), "bevat macro’s"),
        (related("vbaProject", "a.bin"), "bevat macro’s"),
        (related("xlMacrosheet", "m.xml"), "bevat macro’s"),
        (related("externalLink", "externalLinks/e.xml"), "bevat koppelingen met andere bestanden"),
        (related("image", "http://127.0.0.1:9/x", external=True), "bevat koppelingen met andere bestanden"),
        (related("connections", "connections.xml"), "bevat koppelingen met gegevens van buiten"),
        (related("oleObject", "embeddings/o.bin"), r"bevat ingesloten objecten \(OLE\)"),
        (replaced("xl/worksheets/sheet1.xml", "<row ", FORMULA), "bevat een formule die gegevens van buiten ophaalt"),
        (replaced("xl/worksheets/sheet1.xml", "<row ", WEB), "bevat een formule die gegevens van buiten ophaalt"),
        (replaced("xl/workbook.xml", "<workbook", '<!DOCTYPE x [<!ENTITY a "b">]><workbook'), r"bevat iets wat niet in een Excel-bestand hoort \(DOCTYPE\)"),
        (lambda parts: {"word/document.xml": b"<x/>"}, "is een Word-bestand"),
        (lambda parts: parts | {"xl/worksheets/sheet1.xml": b" " * 60_000_000}, "is uitgepakt groter dan 50 MB"),
        (lambda parts: parts | {"xl/_rels/workbook.xml.rels": b"<x"}, "is beschadigd"),
    ],
)  # fmt: skip
def test_an_excel_file_in_a_chart_that_is_not_plain_is_refused(change, message):
    with pytest.raises(TemplateError, match=rf"sjabloon brief\.docx: het Excel-bestand in een grafiek {message}"):
        render(with_book(change))


def test_a_plain_excel_file_in_a_chart_stays():
    assert render(with_book(replaced("xl/workbook.xml", "x", "x")))[BOOK]


def test_anything_else_in_a_chart_than_an_xlsx_is_refused():
    with pytest.raises(TemplateError, match="is beschadigd"):
        render(with_part(template(), BOOK, b"\xd0\xcf\x11\xe0"))
    macros = "application/vnd.ms-excel.sheet.macroEnabled.12"
    for kind, message in ((macros, "macro’s"), ("application/vnd.ms-excel", r"iets anders dan een \.xlsx-bestand")):
        made = changed(
            template(),
            "[Content_Types].xml",
            lambda xml, kind=kind: re.sub('(?<=Extension="xlsx" ContentType=")[^"]*', kind, xml),
        )
        with pytest.raises(TemplateError, match=message):
            render(made)


def test_a_chart_of_a_linked_excel_file_is_refused():
    made = changed(
        template(),
        RELS,
        lambda xml: re.sub(
            'relationships/package" Target="[^"]*"',
            'relationships/oleObject" Target="file:///C:/geld.xlsx" TargetMode="External"',
            xml,
        ),
    )
    with pytest.raises(TemplateError, match="heeft een grafiek met gegevens uit een gekoppeld bestand"):
        render(made)


@pytest.mark.parametrize("kind", ["package", "oleObject"])
def test_a_file_inside_a_document_that_belongs_to_no_chart_is_refused(kind):
    made = with_part(document("x"), "word/embeddings/a.xlsx", excel(SAMPLE))
    with pytest.raises(TemplateError, match="bevat een ingesloten"):
        render(with_relation(made, kind, "embeddings/a.xlsx", external=False), {})


def test_an_object_in_a_chart_is_refused():
    made = with_relation(
        with_part(template(), "word/embeddings/o.bin", b"x"), "oleObject", "../embeddings/o.bin", False, RELS
    )
    with pytest.raises(TemplateError, match=r"ingesloten object \(OLE\)"):
        render(made)


def test_a_document_with_a_chart_reads_as_a_package():
    assert BOOK in read(compile_template(template()).render(data()))
