"""A template with a chart, and what is in its chart and its Excel file once it is filled."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
from lxml import etree

from docgen.word.compiler import compile_template
from tests.word_files import DRAWING, document, parts_of, with_chart

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


def grafiek(**fields):
    return {"geldstromen": {"grafiek": {"tekst": "x", "categorieen": ["a", "b"], "reeksen": [], **fields}}}


def reeks(naam="Rijk", waarden=(1, 2)):
    return grafiek(reeksen=[{"naam": naam, "waarden": list(waarden)}])
