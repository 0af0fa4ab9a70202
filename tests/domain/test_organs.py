"""Which organ of a municipality is meant."""

from __future__ import annotations

import pytest

from docgen.domain.organs import is_own_council, is_same_organ, organ_in_sentence, organ_of


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


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("gemeenteraad", "de gemeenteraad"),
        ("De gemeenteraad van Hogekerk", "de gemeenteraad van Hogekerk"),
        ("college van B en W", "het college van burgemeester en wethouders"),
        ("B&W", "het college van burgemeester en wethouders"),
        ("College van Heidrecht", "het college van Heidrecht"),
        ("MT Samenleving", "het MT Samenleving"),
        ("algemeen bestuur van de GGD", "het algemeen bestuur van de GGD"),
        ("Hoofd Facilitair en Inkoop", "het hoofd Facilitair en Inkoop"),
        ("directies van alle partijen", "de directies van alle partijen"),
        ("Afdeling Vastgoed", "de afdeling Vastgoed"),
        ("het MT van de corporatie", "het MT van de corporatie"),
        ("Fonds Gezonde Wijk", "het fonds Gezonde Wijk"),
        ("Zorgverzekeraar Polder", "Zorgverzekeraar Polder"),
        ("zorgverzekeraar", "de zorgverzekeraar"),
    ],
)
def test_an_organ_gets_its_article_in_a_sentence_and_an_unknown_name_stays(name, shown):
    assert organ_in_sentence(name) == shown
