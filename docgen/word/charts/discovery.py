"""The charts that a template draws and that are filled: found by the tag in their alt text, and prepared once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from jinja2 import nodes

from docgen._lazy import regex
from docgen.errors import TemplateError
from docgen.opc import relationships
from docgen.opc.archive import Parts
from docgen.word.charts.chart import Chart, UnsupportedChart, parse_chart

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again, for an old Word
CHART = regex(rb"chart|&#")  # in the name of its namespace, which can be written in numbers
KIND = ".drawingml.chart+xml"
TAG = regex(r"\s*\{\{-?\s*(\w+(?:\.\w+)*)\.tekst\s*-?\}\}\s*")
MEANT = regex(r"[{}]|\.tekst\b")  # what in an alt text must have been a tag
EXAMPLE = "{{ geldstromen.grafiek.tekst }}"


class Misplaced(Exception):
    """A chart stands where it cannot be filled: what to do, and the line of the compiled part."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class Drawing(NamedTuple):
    """A chart as a part of a template shows it."""

    owner: str
    about: Any  # its wp:docPr
    charts: list[Any]


def charts_in(parts: Parts, name: str) -> tuple[Chart, ...]:
    """The charts of template `name` that are filled. Raises `TemplateError` for one that cannot be."""
    drawings = list(_drawings(parts))
    uses = Counter(_target(parts, one.owner, chart) for one in drawings for chart in one.charts)
    books = Counter(relationships.target_of(rels, one.get("Target", "")) for rels, one in _relations(parts, "package"))
    found: list[Chart] = []
    for one in drawings:
        alt = one.about.get("descr", "")
        tag = TAG.fullmatch(alt)
        if not tag and alt.strip() and not MEANT.search(alt):
            continue  # it says what it shows, and stays so
        if not tag:  # else the figures of the sample would stay in every document
            raise TemplateError(
                f"sjabloon {name} heeft een grafiek met de alternatieve tekst ‘{alt[:80]}’; schrijf daar alleen één tag die eindigt op .tekst, zoals {EXAMPLE}; moet zij zo blijven, zeg daar dan in woorden wat zij toont"
            )
        try:
            found.append(_prepare(parts, one, tag[1], uses, books))
        except UnsupportedChart as fault:
            raise TemplateError(f"sjabloon {name}: de grafiek ‘{tag[1]}’ is niet te vullen: {fault}") from fault
    return tuple(found)


def check_places(charts: Iterable[Chart], every: Iterable[nodes.Node], repeated: str, source: str) -> None:
    """Raise `Misplaced` for a chart that cannot be filled where it stands in a part.

    `every` is every node of the part, `repeated` the text in it that loops and the like put in again; what stands there under
    a condition is held against the finished part.
    """
    made_here = {one.name for one in every if isinstance(one, nodes.Name) and one.ctx != "load"}
    for chart in charts:
        first = chart.path.split(".")[0]
        if chart.is_drawn_in(repeated):
            fault = "staat in een herhaling; zet haar erbuiten"
        elif first in made_here:
            fault = f"gebruikt de naam ‘{first}’, die het sjabloon zelf maakt; noem het hele pad"
        else:
            continue
        line = next(n for n, text in enumerate(source.split("\n"), 1) if chart.is_drawn_in(text))
        raise Misplaced(f"de grafiek ‘{chart.path}’ {fault}", line)


def _drawings(parts: Parts) -> Iterator[Drawing]:
    for part, data in parts.items():
        if b"docPr" not in data or not CHART.search(data) or not relationships.is_xml(part, data):
            continue
        for about in relationships.parse(data).iter(f"{WP}docPr"):
            frame = about.getparent()
            charts = [one for one in frame.iter(f"{C}chart", f"{CX}chart") if _frame_of(one) is frame]
            if charts and next(about.iterancestors(FALLBACK), None) is None:
                yield Drawing(part, about, charts)


def _frame_of(chart: Any) -> Any:
    return next(chart.iterancestors(f"{WP}inline", f"{WP}anchor"), None)


def _relations(parts: Parts, kind: str) -> Iterator[tuple[str, Any]]:
    for rels in [part for part in parts if part.endswith(".rels")]:
        for one in relationships.relations(parts, rels):
            if one.get("Type", "").endswith(f"/{kind}"):
                yield rels, one


def _target(parts: Parts, owner: str, element: Any) -> str:
    """The part that an element refers to with r:id, empty when there is none."""
    rels = relationships.rels_of(owner)
    key = element.get(f"{R}id")
    return next(
        (
            relationships.target_of(rels, one.get("Target", ""))
            for one in relationships.relations(parts, rels)
            if one.get("Id") == key
        ),
        "",
    )


def _prepare(parts: Parts, one: Drawing, path: str, uses: Counter[str], books: Counter[str]) -> Chart:
    if len(one.charts) > 1 or one.charts[0].getparent() is not one.about.getparent().find(f"{A}graphic/{A}graphicData"):
        raise UnsupportedChart("zij staat in een groep of een tekenpapier; zet haar los in de tekst")
    part = _target(parts, one.owner, one.charts[0])
    if uses[part] > 1:
        raise UnsupportedChart("zij staat twee keer in het sjabloon; maak de tweede opnieuw in Word")
    if not relationships.content_types(parts).get(part, "").endswith(KIND):
        raise UnsupportedChart(
            "docgen vult alleen staven, kolommen, lijnen, vlakken en cirkels (niet in 3D); kies een andere soort"
        )
    relation = one.charts[0].get(f"{R}id")
    root = relationships.parse(parts[part])
    if (root.prefix, root.nsmap.get("a", A[1:-1])) != ("c", A[1:-1]) or f' r:id="{relation}"'.encode() not in parts[
        one.owner
    ]:
        raise UnsupportedChart("zij is niet in Word gemaakt; maak haar opnieuw met Invoegen › Grafiek")
    book = next((_target(parts, part, data) for data in root.iter(f"{C}externalData")), "")
    if books[book] != 1:
        raise UnsupportedChart("zij heeft geen eigen gegevensblad; maak haar opnieuw met Invoegen › Grafiek")
    times = parts[one.owner].count(f' r:id="{relation}"'.encode())
    return Chart(one.owner, relation, times, path, part, book, **parse_chart(parts[part].decode()))
