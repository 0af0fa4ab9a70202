"""A chart of Word filled from data: series, categories and figures anew, also in its Excel file; the look stays.

The n-th series looks as the n-th series of the template. When there are more, the looks come again, each in a colour of
the theme that no series of the template has.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from markupsafe import escape

from docgen.errors import RenderError
from docgen.opc import archive
from docgen.opc.archive import ZipEntry
from docgen.opc.xml_spans import Cut, Slots, XmlSpan, fill_slots, slots, spans_of
from docgen.spreadsheet import workbook_writer
from docgen.word.charts.data import ChartData, InvalidChartData, chart_data_at
from docgen.word.values.render_state import RenderState

KINDS = ("c:barChart", "c:lineChart", "c:areaChart", "c:pieChart")
FIGURES = ("c:cat", "c:val")
AFTER_FIGURES = ("c:smooth", "c:shape", "c:extLst")  # what the schema wants behind them
OF_SAMPLE = ("c:errBars", "c:dLbl", "c:trendlineLbl")  # what in a series holds or repeats its figures
OF_ONE = ("c:dPt", "c:extLst")  # what in a series belongs to that one alone
FILLS = ("a:solidFill", "a:gradFill", "a:pattFill", "a:blipFill")
CELLS = (":f", ":sqref")  # how the names of elements end that say which cells an extension is about
ACCENTS, COLOURS = 6, 24  # and as many colours as accents and shades make together
# lighter or darker than the accent itself, so that neighbours differ on grey paper too
SHADES = ("", '<a:lumMod val="40000"/><a:lumOff val="60000"/>', '<a:lumMod val="75000"/>', '<a:lumMod val="60000"/><a:lumOff val="40000"/>')  # fmt: skip


class UnsupportedChart(Exception):
    """A chart that cannot be filled; the message is Dutch."""


@dataclass(frozen=True)
class Chart:
    """A chart of a template, ready to fill, and where it is drawn."""

    owner: str  # the part that draws it
    relation: str  # the id by which it does
    times: int  # that the template does
    path: str  # of its figures in the data
    part: str
    workbook: str
    before: str  # the chart part up to its series
    looks: tuple[Slots, ...]
    again: tuple[Slots, ...]  # the looks with a colour to fill in
    colours: tuple[str, ...]
    first_id: int  # of the first series that looks as one before
    is_pie: bool
    after: str

    def is_drawn_in(self, text: str) -> bool:
        """Whether the finished part shows it: what a condition left out says nothing of the data."""
        return self._mark in text

    @property
    def _mark(self) -> str:
        return f' r:id="{self.relation}"'

    def entries(self, data: bytes, state: RenderState, template: str) -> dict[str, ZipEntry]:
        """The chart and its Excel file for a document; empty ones when it is not drawn or there are no figures.

        `text` is the finished part that may draw it. Raises `RenderError` when the data are no figures of this chart.
        """
        try:
            drawn = data.decode().count(self._mark)
            if drawn > self.times:
                raise InvalidChartData(f"zij komt er {drawn} keer in; zet haar buiten de herhaling")
            found = chart_data_at(self.path, state) if drawn else ChartData()
            if self.is_pie and len(found.series) > 1:
                raise InvalidChartData("een cirkeldiagram toont één reeks, en er zijn er meer")
        except InvalidChartData as fault:
            raise RenderError(f"sjabloon {template}, grafiek ‘{self.path}’: {fault}") from fault
        return _entries(self, found)

    def fill(self, figures: ChartData) -> str:
        """The chart part with these figures."""
        last, own = len(figures.categories) + 1, len(self.looks)
        categories = _cells("str", workbook_writer.area(0, 2, last), figures.categories) if figures.series else ""
        written = [self.before]
        for number, (name, values) in enumerate(figures.series):
            column, extra = number + 1, number - own
            about = {
                "ids": f'<c:idx val="{self.first_id + extra}"/><c:order val="{self.first_id + extra}"/>',
                "name": f"<c:tx>{_cells('str', workbook_writer.area(column, 1, 1), [name])}</c:tx>",
                "figures": f"<c:cat>{categories}</c:cat>"
                f"<c:val>{_cells('num', workbook_writer.area(column, 2, last), values, figures.notation)}</c:val>",
                "fill": self.colours[extra % len(self.colours)],
            }
            written.append(fill_slots(self.looks[number] if extra < 0 else self.again[extra % own], about))
        return "".join([*written, self.after])


@lru_cache(maxsize=32)  # in a batch many documents show the same figures
def _entries(chart: Chart, figures: ChartData) -> dict[str, ZipEntry]:
    made = {
        chart.part: chart.fill(figures).encode(),
        chart.workbook: workbook_writer.workbook_bytes(figures.categories, figures.series, figures.notation),
    }
    return {name: archive.deflate(name, data) for name, data in made.items()}


def _cells(kind: str, where: str, values: Sequence[str | Decimal | None], notation: str = "") -> str:
    """Cells of the Excel file, with what stands in them so that Word need not open it."""
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{escape(str(value))}</c:v></c:pt>' for n, value in enumerate(values) if value is not None
    )
    code = f"<c:formatCode>{escape(notation)}</c:formatCode>" if notation else ""
    cache = f'{code}<c:ptCount val="{len(values)}"/>{points}'
    return f"<c:{kind}Ref><c:f>{where}</c:f><c:{kind}Cache>{cache}</c:{kind}Cache></c:{kind}Ref>"


# ------------------------------------------------------------------------------------------------ when it is compiled


def parse_chart(text: str) -> Mapping[str, Any]:
    """What of a chart part is kept and where it is filled: the fields of `Chart` that come from it. Raises `UnsupportedChart`."""
    root = spans_of(text)
    plot = _plot(root)
    series = plot.own("c:ser")
    if not series:
        raise UnsupportedChart("er is geen reeks waarvan docgen de opmaak kan overnemen; zet er minstens één in")
    start, end = series[0].start, series[-1].end
    cuts = _about_cells(root)
    own = [*cuts, (start, end, "")]
    if any(all(not begin <= cell.start < stop for begin, stop, _ in own) for cell in root.all("c:f")):
        raise UnsupportedChart("een titel komt uit een cel van het gegevensblad; typ de titel in de grafiek zelf")
    fills = [_fills(one, plot.name) for one in series]
    used = {text[fill.start : fill.end] for found in fills for fill in found}
    return {
        "before": fill_slots(slots(text, 0, start, cuts), {}),
        "looks": tuple(slots(text, one.start, one.end, [*cuts, *_holes(one)]) for one in series),
        "again": tuple(_again(text, one, cuts, found) for one, found in zip(series, fills, strict=True)),
        "colours": tuple(
            colour for colour in map(_colour, range(len(series), len(series) + COLOURS)) if colour not in used
        ),
        "first_id": 1 + max(max(one.number("c:idx"), one.number("c:order")) for one in series),
        "is_pie": plot.name == "c:pieChart",
        "after": fill_slots(slots(text, end, len(text), cuts), {}),
    }


def _plot(root: XmlSpan) -> XmlSpan:
    """The one plot of a chart."""
    areas = list(root.all("c:plotArea"))
    plots = [child for area in areas for child in area.children if child.name.endswith("Chart")]
    if len(plots) != 1:
        raise UnsupportedChart(
            "zij combineert verschillende soorten; kies één soort: staven, lijnen, vlakken of een cirkel"
        )
    if plots[0].name not in KINDS:
        raise UnsupportedChart(
            "docgen vult alleen staven, kolommen, lijnen, vlakken en cirkels (niet in 3D); kies een andere soort"
        )
    if areas[0].own("c:dateAx"):
        raise UnsupportedChart("haar as is een datumas; kies bij Asopties voor een tekstas")
    return plots[0]


def _about_cells(root: XmlSpan) -> list[Cut]:
    """The extensions that hold cells: names and figures of series that are filtered out, labels from cells."""
    return [
        (one.start, one.end, "") for one in root.all("c:ext") if any(inner.name.endswith(CELLS) for inner in one.all())
    ]


def _again(text: str, one: XmlSpan, cuts: Sequence[Cut], fills: Sequence[XmlSpan]) -> Slots:
    """A series of the template for another one that looks like it: with ids and a colour of its own."""
    start = one.children[0].start
    gone = [(piece.start, piece.end, "") for piece in [*one.own("c:idx", "c:order"), *one.all(*OF_ONE)]]
    coloured = [(piece.start, piece.end, "fill") for piece in fills]
    return slots(text, one.start, one.end, [*cuts, *_holes(one), (start, start, "ids"), *gone, *coloured])


def _holes(one: XmlSpan) -> list[Cut]:
    """Where in a series its name and figures go, and what of the sample leaves."""
    if not one.own("c:order"):
        raise UnsupportedChart("zij is beschadigd; maak haar opnieuw in Word")
    named = one.own("c:order")[0].end
    behind = [piece.start for piece in one.own(*FIGURES, *AFTER_FIGURES)]
    figures = behind[0] if behind else one.close
    gone = [*one.own("c:tx", *FIGURES), *one.all(*OF_SAMPLE)]
    return [(named, named, "name"), (figures, figures, "figures"), *((piece.start, piece.end, "") for piece in gone)]


def _fills(one: XmlSpan, plot: str) -> list[XmlSpan]:
    """What gives a series its colour; nothing when Word chooses it."""
    looks, marks = one.own("c:spPr"), [look for mark in one.own("c:marker") for look in mark.own("c:spPr")]
    lines = [line for look in [*marks, *(looks if plot == "c:lineChart" else ())] for line in look.own("a:ln")]
    faces = marks if plot == "c:lineChart" else looks
    return [fill for piece in [*faces, *lines] for fill in piece.own(*FILLS)]


def _colour(number: int) -> str:
    """A colour of the theme, unlike the one before: another accent and another shade."""
    accent, shade = number % ACCENTS + 1, SHADES[(number + number // ACCENTS) % len(SHADES)]
    inside = f">{shade}</a:schemeClr>" if shade else "/>"
    return f'<a:solidFill><a:schemeClr val="accent{accent}"{inside}</a:solidFill>'
