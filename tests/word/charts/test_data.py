"""The figures of a chart as the data say them: what are none is refused with its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.errors import RenderError
from docgen.word.charts.data import ChartData, InvalidChartData, chart_data_at
from docgen.word.compiler import compile_template
from docgen.word.values.render_state import RenderState
from tests.word.charts.filled_chart import grafiek, reeks, render, sheet, shown, template
from tests.word_files import parts_of


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_figure_that_is_missing_is_a_gap_in_a_draft():
    made = compile_template(template()).render_with(reeks(waarden=[None, 2]), draft=True)
    assert made.missing == ("geldstromen.grafiek.reeksen[1].waarden[1]",)
    assert shown(parts_of(made.data)) == {"Rijk": ["2"]}
    assert [cell.value for cell in sheet(parts_of(made.data))["B"]] == ["Rijk", None, 2]


def asked(found, draft: bool = False) -> tuple[ChartData, list[str]]:
    """The figures at "geld.grafiek" in the data, and what was missing."""
    state = RenderState({"geld": {"grafiek": found}}, draft)
    return chart_data_at("geld.grafiek", state), state.paths


def series(*values) -> dict:
    return {
        "categorieen": [2027, " een\n twee "][: len(values)],
        "reeksen": [{"naam": "Rijk", "waarden": list(values)}],
    }


def test_figures_are_amounts_in_whole_cents_under_names_on_one_line():
    figures, _ = asked(series(Decimal("1.005"), 3.5))
    assert figures == ChartData(("2027", "een twee"), (("Rijk", (Decimal("1.01"), Decimal("3.50"))),))
    assert str(asked(series(Decimal("2.00")))[0].series[0][1][0]) == "2"


def test_decimals_are_shown_everywhere_or_nowhere():
    assert asked(series(1, 2))[0].notation == '[$-413]"€ "#,##0'
    assert asked(series(1, 2.5))[0].notation == '[$-413]"€ "#,##0.00'


def test_where_there_is_nothing_a_chart_shows_nothing():
    for nothing in (
        None,
        {},
        {"categorieen": [], "reeksen": [{"naam": "x", "waarden": []}]},
        series() | {"reeksen": []},
    ):
        assert asked(nothing) == (ChartData(), [])
    assert chart_data_at("geld.weg.verder", RenderState({"geld": 3})) == ChartData()


def test_a_value_that_is_missing_is_a_gap_only_in_a_draft():
    assert asked(series(None, 2), draft=True) == (
        ChartData(("2027", "een twee"), (("Rijk", (None, Decimal(2))),)),
        ["geld.grafiek.reeksen[1].waarden[1]"],
    )
    with pytest.raises(InvalidChartData, match=r"‘geld\.grafiek\.reeksen\[1\]\.waarden\[1\]’ is geen getal"):
        asked(series(None, 2))


@pytest.mark.parametrize("found", ["tekst", [1], 3])
def test_what_is_no_part_of_the_data_is_no_chart(found):
    with pytest.raises(InvalidChartData, match="geen groep velden met tekst, categorieen en reeksen"):
        asked(found)
