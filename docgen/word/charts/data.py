"""The figures of a chart as the data say them, checked: categories, and series with a value for each category."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from docgen._lazy import regex
from docgen.spreadsheet.workbook_writer import CENTS, EUROS
from docgen.text.characters import ILLEGAL
from docgen.text.dutch import CENT, has_cents
from docgen.word.values.render_state import RenderState

MOST_SERIES = 255  # in a chart of Word
MOST_CATEGORIES = 1_000
LONGEST = 32_000  # characters in a cell of Excel
HIGHEST = Decimal(10) ** 13  # with cents the 15 digits that Excel keeps
BREAKS = regex(r"[ \t\r\n]+")


class InvalidChartData(Exception):
    """The data are no figures of a chart; the message is Dutch."""


class ChartData(NamedTuple):
    """What a chart shows; a value that is `None` is a gap."""

    categories: tuple[str, ...] = ()
    series: tuple[tuple[str, tuple[Decimal | None, ...]], ...] = ()

    @property
    def notation(self) -> str:
        """How Word and Excel show the amounts: decimals everywhere or nowhere."""
        cents = any(value is not None and has_cents(value) for _, values in self.series for value in values)
        return CENTS if cents else EUROS


def chart_data_at(path: str, state: RenderState) -> ChartData:
    """The figures at a dotted path, none when there is nothing. Raises `InvalidChartData`.

    In a draft a value that is missing is a gap, and noted.
    """
    found: Any = state.data
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    if found is None:
        return ChartData()
    if not isinstance(found, Mapping):
        raise InvalidChartData("geen groep velden met tekst, categorieen en reeksen")
    categories, series = (_as_list(found.get(name), f"{path}.{name}") for name in ("categorieen", "reeksen"))
    if not categories or not series:
        return ChartData()
    if len(categories) > MOST_CATEGORIES or len(series) > MOST_SERIES:
        raise InvalidChartData(
            f"meer dan {MOST_SERIES} reeksen of {MOST_CATEGORIES} categorieën passen niet in een grafiek"
        )
    names = tuple(_text(name, f"{path}.categorieen[{n}]") for n, name in enumerate(categories, 1))
    return ChartData(names, tuple(_one(one, names, f"{path}.reeksen[{n}]", state) for n, one in enumerate(series, 1)))


def _as_list(value: Any, path: str) -> list[Any]:
    if value is not None and not isinstance(value, (list, tuple)):
        raise InvalidChartData(f"‘{path}’ is geen lijst")
    return list(value or ())


def _one(
    one: Any, categories: tuple[str, ...], path: str, state: RenderState
) -> tuple[str, tuple[Decimal | None, ...]]:
    if not isinstance(one, Mapping):
        raise InvalidChartData(f"‘{path}’ is geen reeks met een naam en waarden")
    name, values = _text(one.get("naam"), f"{path}.naam"), _as_list(one.get("waarden"), f"{path}.waarden")
    if len(values) != len(categories):
        raise InvalidChartData(f"reeks ‘{name}’ heeft {len(values)} waarden, en er zijn {len(categories)} categorieën")
    return name, tuple(_amount(value, f"{path}.waarden[{n}]", state) for n, value in enumerate(values, 1))


def _text(value: Any, path: str) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise InvalidChartData(f"‘{path}’ is geen tekst")
    text = str(value)
    illegal = ILLEGAL.search(text)
    if illegal:
        code = f"U+{ord(illegal[0]):04X}"
        raise InvalidChartData(
            f"een waarde bevat een teken ({code}) dat niet in een Word-document mag; het staat in ‘{path}’"
        )
    if len(text) > LONGEST:
        raise InvalidChartData(f"‘{path}’ is langer dan {LONGEST} tekens")
    return BREAKS.sub(" ", text).strip()


def _amount(value: Any, path: str, state: RenderState) -> Decimal | None:
    """A value in whole cents, as the tables of a document show it."""
    if value is None and state.draft:
        state.note(path)
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise InvalidChartData(f"‘{path}’ is geen getal")
    amount = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    if not amount.is_finite() or not -HIGHEST < amount < HIGHEST:
        raise InvalidChartData(f"‘{path}’ is geen getal dat in een grafiek past")
    cents = amount.quantize(CENT, ROUND_HALF_UP) + 0  # never -0
    return cents if has_cents(cents) else cents.to_integral_value()
