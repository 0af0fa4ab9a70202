"""What is a sentence of its own, and what needs a sentence around it."""

from __future__ import annotations

import pytest

from docgen.text.sentences import has_word, is_sentence, main_words, small, with_article, without_brackets


@pytest.mark.parametrize(
    "text",
    [
        "de inwonerbijdrage stijgt elk jaar met de prijsindex uit de kaderbrief van Woldermuiden",
        "alleen de GGD kent namen; de gemeente krijgt aantallen",
        "twee ondertekenaars beslissen samen, op papier",
        "de kosten, die elk jaar hoger worden, zijn voor de gemeente",
        "Op verzoek van een partij.",
    ],
)
def test_a_text_with_a_verb_of_its_own_or_written_as_one_is_a_sentence(text):
    assert is_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "elk jaar met het percentage dat de gemeente ook voor haar subsidies gebruikt",
        "volgens de begroting van de GGD",
        "alleen met toestemming van de bewoner, of als de veiligheid direct in gevaar is",
        "alleen bij toezicht, voor zover de Alcoholwet dat vraagt",
        "vaste wijkaanpak waarin een team twee keer per jaar vraagt wat nodig is, en samen beweegt",
        "namens de partij en zijn leden",
        "met een verslag vóór 1 april",
        "Vóór 1 april",
        "",
    ],
)
def test_a_group_of_words_and_a_verb_in_a_subordinate_part_are_none(text):
    assert not is_sentence(text)


@pytest.mark.parametrize(
    ("function", "shown"),
    [
        ("functionaris gegevensbescherming", "de functionaris gegevensbescherming"),
        ("Juridisch adviseur", "de juridisch adviseur"),
        ("afdelingshoofd Wijken en Wonen", "het afdelingshoofd Wijken en Wonen"),
        ("FG van de gemeente", "de FG van de gemeente"),
        ("de privacyadviseur", "de privacyadviseur"),
        ("het college", "het college"),
    ],
)
def test_a_function_gets_its_article_and_keeps_an_abbreviation(function, shown):
    assert with_article(function) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Vier keer per jaar", "vier keer per jaar"),
        ("GGD-arts", "GGD-arts"),
        ("Wmo-consulent", "Wmo-consulent"),
        ("Buurtwerk bij de school", "Buurtwerk bij de school"),
        ("", ""),
    ],
)
def test_a_text_inside_a_sentence_begins_small_unless_it_begins_with_a_name_an_abbreviation_or_a_law(text, shown):
    assert small(text, {"buurtwerk"}) == shown


def test_a_remark_in_brackets_at_the_end_belongs_to_no_sentence():
    assert without_brackets("Wijkcoördinator (trekker)") == "Wijkcoördinator"
    assert without_brackets("Coach (jeugd) en ouders") == "Coach (jeugd) en ouders"
    assert without_brackets("(trekker)") == "(trekker)"


def test_a_word_is_found_as_a_whole_only():
    assert has_word("wethouder van woldermuiden", "Woldermuiden")
    assert not has_word("welzijnscoach", "Welzijn")


def test_a_name_is_known_by_its_words_without_articles_and_prepositions():
    assert main_words("Het beheren van de sleutels, bij het sportpark.") == {"beheren", "sleutels", "sportpark"}
    assert main_words("Voor de") == main_words(None) == frozenset()
