"""The filters of docgen: Dutch notation, and the names behind ids."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from docgen.word.values.filters import FILTERS, filter_table

ABSENT = object()
TABLE = filter_table(lambda value: value is ABSENT, lambda value: f"<{value}>")


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("euro", Decimal("89520"), "€\u00a089.520"),
        ("getal", Decimal("66.5"), "66,5"),
        ("in_woorden", 7, "zeven"),
        ("uren", 840, "840\u00a0uur"),
        ("procent", 26, "26%"),
        ("datum", date(2027, 6, 24), "24\u00a0juni 2027"),
        ("hoofdletter", "ijs", "IJs"),
        ("zonder_punt", "Klaar. ", "Klaar"),
        ("met_lidwoord", "Afdelingshoofd Wonen", "het afdelingshoofd Wonen"),
        ("naam", "De wijkaanpak", "de wijkaanpak"),
        ("naam", "Wijkkracht Spoordijk", "Wijkkracht Spoordijk"),
    ],
)
def test_a_value_is_shown_as_the_dutch_write_it(name, value, shown):
    assert TABLE[name](value) == shown


def test_every_filter_there_is_has_a_row():
    assert set(FILTERS) == set(TABLE)


@pytest.mark.parametrize("name", ["euro", "datum", "opsomming"])
def test_what_is_absent_goes_through_to_the_place_that_prints_it(name):
    assert TABLE[name](ABSENT) is ABSENT


def test_an_enumeration_shows_each_of_its_values_and_takes_another_word():
    assert TABLE["opsomming"](["a", "b", "c"]) == "<a>, <b> en <c>"
    assert TABLE["opsomming"](["a", "b"], "of") == "<a> of <b>"


def test_an_amount_in_a_table_has_cents_when_the_table_has():
    assert TABLE["bedrag"]({"centen": True}, Decimal(5)) == "€\u00a05,00"
    assert TABLE["bedrag"]({}, Decimal(5)) == "€\u00a05"
    assert TABLE["bedrag"]({}, ABSENT) is ABSENT


def test_an_id_becomes_the_name_behind_it_and_any_other_value_stays():
    names = {"rolnaam": {"coach": "Wijkcoach"}, "partijnaam": {"ggd": "GGD Spoordijk"}}
    assert TABLE["rol"](names, "coach") == "Wijkcoach"
    assert TABLE["partij"](names, "ggd") == "GGD Spoordijk"
    assert TABLE["rol"](names, "onbekend") == "onbekend"
    assert TABLE["partij_kort"](names, "ggd") == "ggd"
    assert TABLE["rol"](names, 3) == 3


def test_a_role_an_organ_and_a_source_get_the_form_that_a_sentence_asks():
    names = {
        "rol_in_zin": {"coach": "de coach van de school"},
        "functienaam": {"coach": "coach"},
        "orgaan_in_zin": {"MT": "het MT van de school"},
        "bron_in_zin": {"F1": "‘Subsidie’"},
    }
    assert TABLE["in_zin"](names, "coach") == "de coach van de school"
    assert TABLE["in_zin"](names, "Juridisch adviseur") == "de juridisch adviseur"
    assert TABLE["functie"](names, "coach") == "coach"
    assert TABLE["functie"](names, "Wethouder zorg (trekker)") == "wethouder zorg"
    assert TABLE["orgaan"](names, "MT") == "het MT van de school"
    assert TABLE["orgaan"](names, "gemeenteraad") == "de gemeenteraad"
    assert TABLE["bron"](names, "F1") == "‘Subsidie’"
    assert TABLE["in_zin"](names, ABSENT) is ABSENT
