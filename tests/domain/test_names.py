"""What parties and roles are called, in a table and in a sentence; also in the part that one party sees."""

from __future__ import annotations

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
