"""How far the signing is, in one sentence."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.domain.agreement.signatures import nobody_bound, signing_in_words
from tests.complete_dossier import full


def parties(signed, unsigned):
    rows = [{"naam": f"S{number}", "getekend_op": date(2028, 1, 1)} for number in range(signed)]
    return rows + [{"naam": f"P{number + 1}", "getekend_op": None} for number in range(unsigned)]


@pytest.mark.parametrize(
    ("signed", "unsigned", "told"),
    [
        (0, 7, "nog geen van de zeven partijen heeft getekend"),
        (5, 2, "vijf van de zeven partijen hebben getekend; P1 en P2 nog niet"),
        (1, 2, "één van de drie partijen heeft getekend; P1 en P2 nog niet"),
        (7, 0, "alle zeven partijen hebben getekend"),
        (2, 0, "beide partijen hebben getekend"),
        (0, 1, "P1 heeft nog niet getekend"),
        (1, 0, "S0 heeft getekend"),
        (0, 0, ""),
        (0, 25, "nog geen van de 25 partijen heeft getekend"),
        (1, 7, "één van de acht partijen heeft getekend; P1, P2, P3, P4, P5, P6 en P7 nog niet"),
        (2, 10, "twee van de twaalf partijen hebben getekend; P1, P2, P3, P4, P5, P6 en vier andere nog niet"),
    ],
)
def test_parties_are_counted_and_only_who_has_not_signed_is_named(signed, unsigned, told):
    assert signing_in_words({}, parties(signed, unsigned)) == told


def test_a_signature_counts_from_its_day_and_binds_on_a_level_that_decides():
    rows = "partijen: [{id: a, naam: A, niveau: uitvoering, getekend_op: 2028-06-30}, {id: b, naam: B, getekend_op: 2028-07-01}]\n"
    dossier = full(rows)
    assert signing_in_words(dossier, dossier["partijen"]) == "één van de twee partijen heeft getekend; B nog niet"
    assert nobody_bound(dossier) == "nog geen van de twee partijen heeft op beslisniveau getekend"
    later = full(rows.replace("2028-06-30", "2028-07-01"))
    assert nobody_bound(later) == "nog geen van de twee partijen heeft getekend"
