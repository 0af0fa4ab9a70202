"""The map of the money flows: what is certain and what is not, what each source pays for, what takes over, and the chart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from docgen.context.money import ZERO, amounts_per_year, costs, funding, gaps, item_names
from docgen.domain import proven
from docgen.domain.memo import memoized
from docgen.domain.municipal_books import temporary_for_lasting, uncovered, unmatched
from docgen.domain.names import whole_dossier
from docgen.domain.queries import CERTAIN, table_years
from docgen.domain.types import CompleteDossier, TableRow
from docgen.text.dutch import amounts_in_words, enumeration, euro, shortened, years_in_words

GAP = "Nog geen dekking"
SHARED = "partijen samen"  # make the costs of an item without a party
MOST_SHOWN = 7  # sources in a chart: more cannot be told apart, least of all on paper without colours
ALT_TEXT, NAME_IN_ALT = 250, 60  # characters of what is read aloud instead of a chart, and of a name in it


@memoized
def flows(dossier: CompleteDossier) -> TableRow:
    """The map of the money flows: what is certain and what is not per year, what each source pays for, and the chart.

    `onzeker_tekst` and `tekort_tekst` say in words what is not certain and what is missing, `tekort_jaren` in which years.

    `grafiek` is for a chart in Word: `tekst` says its figures, `categorieen` are the years and `reeksen` the sources;
    what is not covered stands last. A source that is only an idea is nowhere in it.
    """
    table = funding(dossier)
    rows = table["regels"]
    items = {post["id"]: post for post in costs(dossier)["regels"]}
    unsure = amounts_per_year(dossier, [row for row in rows if row["status"] not in CERTAIN])
    missing = {gap["jaar"]: gap["bedrag"] for gap in gaps(dossier)}
    named = {post for row in rows for post in row["voor"] or []}
    routes = dict.fromkeys(row["route"] for row in rows if row["route"])
    return {
        "zeker": amounts_per_year(dossier, [row for row in rows if row["status"] in CERTAIN]),
        "onzeker": unsure,
        "onzeker_jaren": [year for year, amount in unsure.items() if amount],
        "onzeker_tekst": amounts_in_words(unsure),
        "tekort_tekst": amounts_in_words(missing),
        "tekort_jaren": years_in_words(missing),
        "vervolg": {row["id"]: _follow_up_in_words(dossier, row) for row in rows},
        "tijdelijk_tekst": amounts_in_words(temporary_for_lasting(dossier)),
        "dekking_tekst": _covered_in_words(dossier, unsure, missing),
        "stromen": [
            {"bron": row["bron"], "partijnaam": row["partijnaam"], "posten": posts}
            | {"makers": list(dict.fromkeys(post["partijnaam"] or SHARED for post in posts))}
            for row in rows
            if (posts := [items[post] for post in row["voor"] or [] if post in items])
        ],
        "zonder_doel": [row["bron"] for row in rows if not row["voor"]],
        "zonder_bron": [post["naam"] for post in items.values() if post["id"] not in named],
        "routes": [
            {"route": route, "bedragen": amounts_per_year(dossier, [row for row in rows if row["route"] == route])}
            for route in routes
        ],
        "grafiek": _chart(dossier, rows, missing),
    }


def _covered_in_words(dossier: CompleteDossier, unsure: Mapping[int, Decimal], missing: Mapping[int, Decimal]) -> str:
    """Whether the costs are covered, for which years, and in the same sentence what of it is not certain."""
    years = [year for year, cost in costs(dossier)["per_jaar"].items() if cost]
    if not years:
        return ""
    open_amounts, homeless = amounts_in_words(unsure), unmatched_in_words(dossier, table_years(dossier))
    rest = f" Van de dekking die er wel is, is nog niet zeker: {open_amounts}." if open_amounts else ""
    if missing or homeless:
        lacking = f"Niet alle kosten zijn gedekt. Er ontbreekt {amounts_in_words(missing)}." if missing else ""
        return " ".join(filter(None, [lacking, homeless])) + rest
    when = f"van {years[0]} tot en met {years[-1]}" if years[1:] else f"van {years[0]}"
    if open_amounts:
        return f"De kosten {when} zijn gedekt als ook doorgaat wat nog niet zeker is: {open_amounts}."
    return f"De kosten {when} zijn gedekt."


def unmatched_in_words(dossier: CompleteDossier, years: Iterable[int]) -> str:
    """Costs without cover in a year in which the money as a whole is enough: what is left may not pay them."""
    if whole_dossier(dossier) is not dossier:
        return ""  # what others pay of the costs of a part cannot be seen in it
    names, told = item_names(dossier), list[str]()
    for year in years:
        if amount := unmatched(dossier, year):
            posts = enumeration(names.get(post) or post for post in uncovered(dossier, year))
            told.append(f"{euro(amount)} in {year} ({posts})")
    return (
        f"Voor een deel van de kosten is geen bron genoemd die ze mag betalen: {enumeration(told)}. Wat elders over is, is voor andere kosten bedoeld."
        if told
        else ""
    )


def _chart(dossier: CompleteDossier, rows: list[TableRow], missing: Mapping[int, Decimal]) -> TableRow:
    large, small = _split_for_chart([row for row in rows if row["totaal"]])
    series = [{"naam": _label(row), "bedragen": row["bedragen"]} for row in large]
    if small:
        series.append({"naam": f"{len(small)} kleinere bronnen samen", "bedragen": amounts_per_year(dossier, small)})
    if missing:
        series.append({"naam": GAP, "bedragen": {year: missing.get(year, ZERO) for year in table_years(dossier)}})
    shown = [year for year in table_years(dossier) if any(one["bedragen"][year] for one in series)]
    if len(shown) < 2:  # one bar says less than the table
        series, shown = [], []
    return {
        "tekst": _in_words(shown, series),
        "samen": [_label(row) for row in small],
        "categorieen": [str(year) for year in shown],
        "reeksen": [{"naam": one["naam"], "waarden": [one["bedragen"][year] for year in shown]} for one in series],
    }


def _split_for_chart(rows: list[TableRow]) -> tuple[list[TableRow], list[TableRow]]:
    """The sources that a chart shows one by one, and of many the smallest, which it gathers; each in their own order."""
    if len(rows) <= MOST_SHOWN:
        return rows, []
    largest = sorted(range(len(rows)), key=lambda i: -rows[i]["totaal"])[: MOST_SHOWN - 1]
    return [rows[i] for i in sorted(largest)], [row for i, row in enumerate(rows) if i not in largest]


def _label(row: TableRow) -> str:
    return row["bron"] or row["id"] or "–"


def _in_words(years: list[int], series: list[TableRow]) -> str:
    """What the chart shows, short enough to be read aloud; its figures stand in the table beside it."""
    if not years:
        return ""
    totals = {year: sum((one["bedragen"][year] for one in series), ZERO) for year in years}
    low, high = min(totals, key=lambda year: totals[year]), max(totals, key=lambda year: totals[year])
    largest = max(series, key=lambda one: sum(one["bedragen"][year] for year in years))["naam"]
    course = (
        f"Elk jaar {euro(totals[low])}"
        if totals[low] == totals[high]
        else f"Laagste jaar {low} ({euro(totals[low])}), hoogste {high} ({euro(totals[high])})"
    )
    return shortened(
        f"Gestapelde kolommen: van wie het geld komt, {years[0]} tot en met {years[-1]}. {course}. Grootste deel: "
        f"{shortened(largest, NAME_IN_ALT)}. De bedragen staan in de tabel.",
        ALT_TEXT,
    )


def _follow_up_in_words(dossier: CompleteDossier, source: TableRow) -> str:
    """What takes over when a source ends, what of that is not certain, and for which lasting costs nothing is named."""
    whole = whole_dossier(dossier)
    takers = [
        later["bron"] + ("" if later["status"] in CERTAIN else f" ({later['status']})")
        for later in proven.follow_ups(whole, source)
    ]
    left = [f"‘{item['naam']}’" for item in proven.without_follow_up(whole, source)]
    told = (enumeration(takers), f"voor {enumeration(left)} staat geen vervolg" if left else "")
    return "; ".join(filter(None, told))
