"""A date as it is written in a dossier, and what is said of one that is written in another way."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.errors import InvalidScalar
from docgen.text.dates import parse_date


def refused(raw):
    with pytest.raises(InvalidScalar) as fault:
        parse_date(raw, True)
    return fault.value.message, fault.value.hint


def test_a_date_is_read_as_year_month_and_day():
    assert parse_date("2027-03-15", True) == date(2027, 3, 15)
    assert parse_date("2028-02-29", False) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("raw", "hint"),
    [
        ("15-03-2027", "schrijf 2027-03-15"),
        ("15 mrt '27", "schrijf 2027-03-15"),
        ("vrijdag 1e mei 2028", "schrijf 2028-05-01"),
        ("12/25/2027", "schrijf 2027-12-25"),
        ("31-04-2027", "deze datum bestaat niet; april 2027 telt 30 dagen"),
        ("15 sebtember 2027", "schrijf 2027-09-15"),
        ("15 koekoek 2027", "schrijf jaar-maand-dag"),
        ("2027–03–15", "schrijf 2027-03-15"),
        ("mei 2027", "schrijf ook de dag: 2027-05-dd"),
        ("2027-05", "schrijf ook de dag: 2027-05-dd"),
        ("2027-13", "schrijf jaar-maand-dag"),
        ("2e kwartaal 2027", "schrijf ook de maand en de dag: 2027-mm-dd"),
        ("2027-2028", "schrijf hier één datum"),
        ("46023", "dit is een datum zoals Excel die telt; schrijf 2026-01-01"),
        ("voor 1 maart 2028", "schrijf de datum zelf: voor 2028-03-01 is tot en met 2028-02-29"),
        ("nog te bepalen", "vul het in, of haal het veld weg zolang het niet bekend is"),
        ("overal", "schrijf jaar-maand-dag"),
    ],
)
def test_a_date_in_another_notation_is_refused_with_the_date_to_write(raw, hint):
    assert refused(raw) == (f"verwacht een datum als 2027-03-15, kreeg ‘{raw}’", hint)


def test_a_day_that_no_month_has_is_refused_with_the_days_of_that_month():
    assert refused("2027-02-29") == ("2027-02-29 is geen bestaande datum", "februari 2027 telt 28 dagen")
    assert refused("2027-25-12") == ("2027-25-12 is geen bestaande datum", "schrijf 2027-12-25")
    assert refused("2027-00-10") == ("2027-00-10 is geen bestaande datum", "controleer de maand en de dag")


def test_a_year_before_1900_or_after_2200_cannot_be_right():
    assert [parse_date(raw, True).year for raw in ("1900-01-01", "2200-12-31")] == [1900, 2200]
    for raw in ("1899-12-31", "2201-01-01"):
        assert refused(raw) == (
            f"het jaar van {raw} kan niet kloppen", "schrijf een jaar van 1900 tot en met 2200",
        )  # fmt: skip


def test_a_sign_that_cannot_be_seen_beside_a_date_is_told():
    assert refused("2027-03-15\u200b") == (
        "bij deze datum staat een onzichtbaar teken of een harde spatie", "schrijf 2027-03-15",
    )  # fmt: skip


def test_a_text_of_more_than_80_characters_is_no_slip_in_a_date():
    assert refused("15-03-2027".ljust(80))[1] == "schrijf 2027-03-15"
    assert refused("15-03-2027".ljust(81))[1] == "schrijf jaar-maand-dag"
