"""Which organ of a municipality is meant."""

from __future__ import annotations

import pytest

from docgen.domain.organs import is_own_council, is_same_organ, organ_of


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("college van B en W", "college"), ("Het college van Brinkhaven", "college"), ("burgemeester en wethouders", "college"),
        ("gemeenteraad", "raad"), ("de raad", "raad"), ("gemeenteraad van Merenbroek", "raad"),
        ("raadscommissie Samenleving", None), ("raad van toezicht", None), ("college van bestuur", None),
        ("college en raad", None), ("MT Samenleving", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_college_and_council_are_known_by_what_they_are_called(name, organ):
    assert organ_of(name) == organ


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("gemeenteraad", "de gemeenteraad", True),
        ("raad", "gemeenteraad van Merenbroek", True),
        ("gemeenteraad van Nieuwlede", "gemeenteraad van Hogekerk", False),
        ("college van B en W", "college van Brinkhaven", True),
        ("bestuur van Wonen Brinkhaven", "het bestuur van Wonen Brinkhaven", True),
        ("bestuur van Wonen Brinkhaven", "bestuur van de school", False),
        ("college", "gemeenteraad", False),
        (None, None, False),
    ],
)
def test_two_names_are_of_one_organ_when_they_differ_in_an_article_or_a_place_alone(one, other, same):
    assert is_same_organ(one, other) is same


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("gemeenteraad", True),
        (" De Raad ", True),
        ("gemeenteraad van Nieuwlede", False),
        ("college", False),
        (None, False),
    ],
)
def test_a_council_that_names_no_municipality_is_that_of_the_dossier(name, own):
    assert is_own_council(name) is own
