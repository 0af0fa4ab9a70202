"""Every derived table, filter and test is explained, and nothing that is not there."""

import pytest

from docgen.context.builder import DERIVED
from docgen.word.jinja.renderer import environment
from docgen.word.typecheck import meanings

ENVIRONMENT = environment(draft=False)


def test_every_derived_table_is_explained():
    assert set(DERIVED) <= set(meanings.DERIVED)


def test_every_filter_and_test_is_explained_with_a_tag_that_works():
    filters = {name for name in ENVIRONMENT.filters if not name.startswith("_")}
    assert set(meanings.FILTERS) == set(meanings.USES) == filters
    assert set(meanings.TESTS) == {name for name in ENVIRONMENT.tests if name[0].isalpha()}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("kort", "De aanpak blijft…"),
        ("in_woorden", "zeven"),
        ("procent", "26%"),
        ("sum", "16"),
        ("naam", "de wijkaanpak"),
    ],
)
def test_a_tag_with_a_filter_gives_what_is_said_of_it(name, shown):
    assert ENVIRONMENT.from_string(meanings.USES[name]).render() == shown


def test_the_longest_end_of_a_path_that_is_known_says_what_it_means():
    assert meanings.meaning_of("levering.posten.naam") == "De naam."
    assert meanings.meaning_of("jaarcijfers.kosten.bedrag") == "De kosten van deze post in dat jaar."
    assert meanings.meaning_of("iets.anders") == ""
    assert meanings.singular_of("oordeel.open") == "punt"
