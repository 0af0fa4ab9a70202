"""How decision points are worded."""

from __future__ import annotations

import pytest

from docgen.domain.sentences import decision_points
from docgen.rules.catalog import internal_paper_stays_inside
from tests.complete_dossier import full

POINTS = "raadsvoorstel: {{onderwerp: O, {}beslispunten: [{{nr: 1, tekst: Te doen.}}, {{nr: 2, tekst: Te laten.}}]}}\n"


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("In te stemmen met het plan.", ["stemmen"]),
        ("Te besluiten tot subsidie.", ["besluiten"]),
        ("Het college op te dragen de raad te informeren.", ["dragen", "informeren"]),
        ("Een park te Leiden.", []),
        ("De subsidie van vorig jaar", []),
    ],
)
def test_a_decision_has_a_verb_with_te(text, verbs):
    assert decision_points.decision_verbs(text) == verbs


@pytest.mark.parametrize(
    ("text", "refers"),
    [
        ("De bedragen voor Wijkkracht te verwerken.", ""),
        ("De bedragen voor de aanpak in de wijk te verwerken.", ""),  # the name of the approach, as it is written
        ("De bedragen te verwerken.", "De bedragen"),
        ("Deze bedragen te verwerken.", "Deze bedragen"),
        ("Daarmee akkoord te gaan.", "Daarmee"),
        ("Het bovenstaande vast te stellen.", "bovenstaande"),
    ],
)
def test_a_word_that_refers_to_another_point_is_found_unless_it_says_what_it_is_about(text, refers):
    assert decision_points.reference_in(full("interventie: {naam: de aanpak in de wijk}\n"), text) == refers


def test_points_are_open_until_the_council_decided():
    told = {given: [place[2] for place, _, _ in decision_points.open_points(full(POINTS.format(given)))] for given in (
        "", "uitslag: {uitkomst: aangehouden}, ", "uitslag: {uitkomst: aangenomen}, ",
    )}  # fmt: skip
    assert [*told.values()] == [[0, 1], [0, 1], []]


def test_every_type_that_is_not_for_everybody_is_internal_paper(library):
    inside = [
        kind.title
        for kind in library.types.values()
        if kind.public is not None and kind.public < {*(kind.variants or ("",))}
    ]
    assert len(inside) == 3
    assert all(internal_paper_stays_inside.INTERNAL.search(title) for title in inside)
    public = [kind.title for kind in library.types.values() if kind.title not in inside]
    assert not any(internal_paper_stays_inside.INTERNAL.search(title) for title in public)
