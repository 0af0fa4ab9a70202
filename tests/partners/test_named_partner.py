"""`partij: partner` in a dossier beside a list stands for the partner of the row, under the id that it has as a party."""

from __future__ import annotations

import pytest

from docgen.dossier import loads
from docgen.partners.named_partner import names_partner, with_own_id
from tests.partners.partner_list import BASE, told, values

NAMED = BASE.replace(b"partij: welzijn", b"partij: partner").replace(
    b"bedragen: {2028: 100, 2029: 200}}", b"partij: partner, bedragen: {2028: 100, 2029: 200}}"
)


@pytest.fixture
def root(library):
    return library.schema.root


def test_a_partner_is_named_where_a_party_is_meant_and_nowhere_else(library, root):
    assert names_partner(loads(NAMED, "d.yaml", library).data, root)
    named_otherwise = BASE.replace(b"naam: Chauffeur", b"naam: partner").replace(b"id: rijder", b"id: partner")
    assert not names_partner(loads(named_otherwise, "d.yaml", library).data, root)


def test_the_partner_gets_the_id_of_its_own_and_what_names_no_partner_is_shared(library, root):
    data = loads(NAMED, "d.yaml", library).data
    own = with_own_id(data, root, "zuid")
    assert own["rollen"][0]["partij"] == own["begroting"]["posten"][0]["partij"] == "zuid"
    assert data["rollen"][0]["partij"] == "partner"
    assert [name for name in data if own[name] is not data[name]] == ["rollen", "begroting"]


def test_a_party_of_the_dossier_that_is_called_so_stays_who_it_is(library, root):
    data = loads(NAMED.replace(b"{id: ggd", b"{id: partner"), "d.yaml", library).data
    assert not names_partner(data, root) and with_own_id(data, root, "zuid") is data


def test_a_cell_of_a_list_can_name_the_partner_of_its_row(listed):
    found = listed("partner.naam;rollen[rijder].partij\nA;partner\nB;partnr\n")
    assert values(found) == [["A", "partner"], ["B"]]
    assert [message for _, message, _ in told(found)] == ["‘partnr’ staat niet onder ‘partijen’"]
