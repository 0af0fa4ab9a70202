"""What parties and roles are called, in a table and in a sentence; also in the part that one party sees."""

from __future__ import annotations

import pytest

from docgen.domain import names
from tests.complete_dossier import full

STAFF = (
    "partijen: [{id: p, naam: P, hierna: de P}, {id: q, naam: Q}]\n"
    "rollen: [{id: r, naam: Regisseur, partij: p}, {id: s, naam: Steun, partij: q}]\n"
)


def test_money_from_outside_has_a_name_in_a_table_and_another_in_a_sentence():
    dossier = full(STAFF)
    assert names.party_names(dossier) == {"p": "P", "q": "Q", "extern": "externe financier"}
    assert names.party_names_in_sentences(dossier) == {"p": "P", "q": "Q", "extern": "een externe financier"}


def test_a_party_is_called_as_an_agreement_calls_it_and_else_by_its_name():
    assert names.party_short_names(full(STAFF)) == {"p": "de P", "q": "Q", "extern": "een externe financier"}


def test_in_the_part_of_one_party_the_names_of_all_can_be_looked_up():
    whole = full(STAFF)
    party, role = whole["partijen"][1], whole["rollen"][1]
    part = {**whole, "partijen": [party], "rollen": [role], names.WHOLE_DOSSIER: whole, names.VIEWED_BY: party}
    assert names.viewer(part)["naam"] == "Q" and names.viewer(whole) is None
    assert names.whole_dossier(part) is whole and names.whole_dossier(whole) is whole
    assert names.role_names(part) == {"r": "Regisseur", "s": "Steun"}
    assert names.party_names(part) == names.party_names(whole)
    assert names.party_short_names(part) == names.party_short_names(whole)


PEOPLE = """\
partijen:
- {id: gem, naam: gemeente Merenbroek}
- {id: wel, naam: Stichting Welzijn, hierna: Welzijn}
- {id: vrij, naam: Bewoners, hierna: de Bewonersvereniging}
rollen:
- {id: a, naam: Wijkcoördinator (trekker), partij: gem}
- {id: b, naam: Secretariaat Samenleving, partij: gem}
- {id: c, naam: Welzijnscoach, partij: wel}
- {id: d, naam: Welzijnscoach (achterwacht), partij: wel}
- {id: e, naam: Bewonersambassadeurs (groep van zes), partij: vrij}
- {id: f, naam: Adviseur gemeente Merenbroek, partij: gem}
- {id: g, naam: Welzijn-adviseur, partij: wel}
- {id: h, naam: Verpleegkundige, partij: wel, in_zin: de wijkverpleegkundige}
besluitvorming:
- {niveau: besluit, orgaan: MT en directies, besluit: Uren, in_zin: het MT en de directies}
financiering:
- {id: F1, bron: Bijdrage verzekeraar, partij: extern, aard: incidenteel, status: beschikt, bedragen: {2028: 1}}
- {id: F2, bron: Budget, partij: gem, aard: structureel, status: beschikt, bedragen: {2028: 1}, in_zin: het budget van de gemeente}
"""


def test_a_role_in_a_sentence_is_the_function_of_its_party_with_an_article():
    assert names.roles_in_sentences(full(PEOPLE)) == {
        "a": "de wijkcoördinator van de gemeente Merenbroek",
        "b": "het secretariaat Samenleving van de gemeente Merenbroek",
        "c": "de welzijnscoach van Welzijn",
        "d": "de welzijnscoach (achterwacht) van Welzijn",
        "e": "de bewonersambassadeurs van de Bewonersvereniging",
        "f": "de adviseur gemeente Merenbroek",
        "g": "de Welzijn-adviseur",
        "h": "de wijkverpleegkundige",
    }


def test_a_function_by_itself_has_no_article_no_party_and_no_remark_that_is_not_needed():
    functions = names.function_names(full(PEOPLE))
    assert functions["a"] == "wijkcoördinator" and functions["b"] == "secretariaat Samenleving"
    assert functions["c"] == "welzijnscoach" and functions["d"] == "welzijnscoach (achterwacht)"


def test_an_organ_and_a_source_are_called_in_a_sentence_as_the_writer_says():
    dossier = full(PEOPLE)
    assert names.organs_in_sentences(dossier) == {"MT en directies": "het MT en de directies"}
    assert names.sources_in_sentences(dossier) == {"F1": "‘Bijdrage verzekeraar’", "F2": "het budget van de gemeente"}


def test_only_what_a_party_is_called_in_short_keeps_its_capital():
    assert names.names_of_parties(full(PEOPLE)) == {"welzijn", "bewonersvereniging"}


@pytest.mark.parametrize(
    ("name", "bare", "whole"),
    [
        ("gemeente Merenbroek", "merenbroek", "gemeente merenbroek"),
        ("De Gemeente Merenbroek", "merenbroek", "gemeente merenbroek"),
        ("het Stichting-huis", "huis", "stichting huis"),
        ("Stichting  Welzijn, Merenbroek.", "welzijn merenbroek", "stichting welzijn merenbroek"),
        ("Vereniging de Brug", "brug", "vereniging de brug"),
        ("Gemeente", "gemeente", "gemeente"),
        ("…", "", ""),
    ],
)
def test_articles_kinds_and_punctuation_do_not_tell_names_apart(name, bare, whole):
    assert (names.bare_name(name), names.name_of_kind(name)) == (bare, whole)
