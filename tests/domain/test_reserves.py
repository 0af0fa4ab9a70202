"""Which reserve a source draws on, and which two names are one reserve."""

from __future__ import annotations

from decimal import Decimal

from docgen.domain.municipal_books import books
from docgen.domain.reserves import reserve_names, words_of
from tests.context.municipal.municipal_sample import sample


def with_reserve(**fields):
    full = sample("wijkkracht-spoordijk", F11={"reserve": fields.pop("drawn")})
    row = {"id": "R1", "naam": "Reserve sociaal domein", "partij": None, "status": "gevraagd", "nieuw": True}
    row |= {"toevoegingen": {2028: Decimal(5000)}} | fields
    full["begroting"] = full["begroting"] | {"reserves": [row]}
    return full


def test_a_name_is_known_by_its_words_without_capitals_signs_and_articles():
    assert words_of("De Reserve ‘Wmo/Jeugd’") == ["reserve", "wmo", "jeugd"]


def test_a_reserve_is_the_same_with_other_capitals_or_articles_and_by_its_id():
    for drawn in ("de reserve Sociaal Domein", "Reserve  sociaal domein", "R1"):
        assert reserve_names(with_reserve(drawn=drawn)) == {
            "R1": "Reserve sociaal domein",
            "F11": "Reserve sociaal domein",
        }


def test_of_another_party_the_same_name_is_another_reserve_and_one_that_is_an_idea_is_not_there():
    other = with_reserve(drawn="reserve Sociaal domein", partij="welzijn")
    assert reserve_names(other) == {"R1": "Reserve sociaal domein", "F11": "reserve Sociaal domein"}
    assert reserve_names(with_reserve(drawn="R", status="idee")) == {"F11": "R"}


def test_what_is_added_and_what_is_drawn_stand_under_one_name_in_the_budget():
    full = with_reserve(drawn="de Reserve Sociaal Domein")
    assert {name for name, _ in books(full, "merenbroek", 2028).additions} == {"Reserve sociaal domein"}
    assert {name for (name, _), amount in books(full, "merenbroek", 2031).draws.items() if amount} == {
        "Reserve sociaal domein"
    }
