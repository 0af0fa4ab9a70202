"""How long the agreement runs, and the years that its title names."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.domain.agreement.term import days_unlike_title, term, titled_years


def agreed(title, begin=None, end=None):
    return {"overeenkomst": {"titel": title, "ingang": begin, "einde": end}}


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Samenwerking 2028-2031", (2028, 2031)),
        ("Samenwerking 2028 – 2031 Spoordijk", (2028, 2031)),
        ("Samenwerking 2028 t/m 2031", (2028, 2031)),
        ("Samenwerking 2028 tot en met 2031", (2028, 2031)),
        ("Samenwerking 2028", None),
        ("Samenwerking Z-2028-2031", None),
        ("Samenwerking 1028-2031", None),
        (None, None),
    ],
)
def test_two_years_in_a_title_are_the_first_and_the_last(title, years):
    assert titled_years(agreed(title)) == years


def test_only_a_day_that_is_there_can_contradict_the_title():
    title, first, last = "Samenwerking 2028-2031", date(2028, 1, 1), date(2032, 12, 31)
    assert days_unlike_title(agreed(title, first, last)) == ["einde"]
    assert days_unlike_title(agreed(title, last, last)) == ["ingang", "einde"]
    assert days_unlike_title(agreed(title, first)) == days_unlike_title(agreed("Samenwerking", last, last)) == []


def test_without_an_agreement_there_is_no_term():
    assert term({"overeenkomst": None}) == (None, None) and days_unlike_title({"overeenkomst": None}) == []
