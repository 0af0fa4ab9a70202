"""Filters that a template may use beside Jinja's own: Dutch notation and the names behind ids."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from docgen.domain.organs import organ_in_sentence
from docgen.text import dutch
from docgen.text.markdown.marked_text import MarkedText
from docgen.text.sentences import name_in_sentence, small, with_article, without_brackets

Filter = Callable[..., Any]
SHOWING: dict[str, Callable[..., str]] = {
    "euro": dutch.euro,  # € 89.520 in running text
    "getal": dutch.number,
    "in_woorden": dutch.in_words,  # zeven
    "uren": dutch.hours,
    "procent": dutch.percentage,
    "datum": dutch.long_date,
    "hoofdletter": dutch.capital,
    "zonder_punt": dutch.without_full_stop,
    "kort": dutch.shortened,  # whole words
    "naam": name_in_sentence,  # "De wijkaanpak" is "de wijkaanpak" inside a sentence
    "met_lidwoord": with_article,  # of words that are surely no id: "de directeur Samenleving"
}
NAMES_IN = {
    "rol": "rolnaam",
    "partij": "partijnaam",
    "partij_kort": "partij_kort",
    "in_zin": "rol_in_zin",  # de wijkcoördinator van de gemeente
    "functie": "functienaam",  # wijkcoördinator
    "orgaan": "orgaan_in_zin",  # het college van burgemeester en wethouders
    "bron": "bron_in_zin",  # ‘Bijdrage zorgverzekeraar’
}
OTHERWISE: dict[str, Callable[[str], str]] = {  # what is made of words that are no id
    "in_zin": with_article,
    "functie": lambda words: small(without_brackets(words)),
    "orgaan": organ_in_sentence,
}
READ_BY = {"bedrag": "centen", **NAMES_IN}  # what of the names of a document a filter reads
WITH_CONTEXT = tuple(READ_BY)  # these get the names of the document first
OF_MARKED: dict[Filter, Filter] = {  # what a filter does to a text with marks
    dutch.capital: lambda text: text.with_first(dutch.capital),
    dutch.without_full_stop: lambda text: text.with_last(dutch.without_full_stop),
}
FILTERS = (*SHOWING, "opsomming", *WITH_CONTEXT)


def filter_table(is_absent: Callable[[Any], bool], shown: Callable[[Any], Any]) -> dict[str, Filter]:
    """The filters, for whoever says what is absent and passes what may be shown in a text.

    An absent value goes through, so that the place that prints it is where it is reported.
    """

    def passing(show: Callable[..., str]) -> Filter:
        @wraps(show)
        def filtered(value: Any, *args: Any, **kwargs: Any) -> Any:
            return value if is_absent(value) else show(value, *args, **kwargs)

        def filtered_with_marks(value: Any) -> Any:
            return OF_MARKED[show](value) if type(value) is MarkedText else filtered(value)

        return filtered_with_marks if show in OF_MARKED else filtered

    def enumeration(values: Any, word: str = "en") -> str:
        return dutch.enumeration(map(shown, values), word)

    def table_euro(names: Any, value: Any) -> Any:
        """An amount in a table: decimals everywhere or nowhere."""
        return value if is_absent(value) else dutch.euro(value, cents=bool(names.get("centen")))

    return {
        **{name: passing(show) for name, show in SHOWING.items()},
        "opsomming": passing(enumeration),
        "bedrag": table_euro,
        **{name: _name_in(table, OTHERWISE.get(name, str)) for name, table in NAMES_IN.items()},
    }


def _name_in(table: str, otherwise: Callable[[str], str]) -> Filter:
    def name(names: Any, value: Any) -> Any:
        known = names.get(table) or {}
        return (known[value] if value in known else otherwise(value)) if isinstance(value, str) else value

    return name
