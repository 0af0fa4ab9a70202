"""Which documents are asked of a dossier, by their names."""

from __future__ import annotations

import pytest

from docgen.documents.request import DocumentRequest, for_role, parse_request, requests_for, roles_of
from docgen.dossier import load, loads
from docgen.errors import DocgenError
from tests.conftest import DOSSIERS


def names(requests):
    return [request.name for request in requests]


@pytest.fixture
def small(library):
    """A dossier with two roles that asks for a plan of the year and, for the board, for a handover."""
    text = b"dossier: {id: x}\nrollen: [{id: rijder}, {id: planner}, {naam: Zonder}]\njaarplan: {jaar: 2028}\noverdracht: {variant: bestuur}\n"
    return loads(text, "x.yaml", library)


def test_without_names_a_dossier_asks_for_what_it_has_a_section_for(small):
    assert names(requests_for(small)) == ["jaarplan", "overdracht:bestuur"]


def test_what_is_named_counts_instead_and_each_document_once(small):
    asked = ["overeenkomst", "overdracht:medewerker", "overeenkomst", "overdracht"]
    assert names(requests_for(small, asked)) == ["overeenkomst", "overdracht:medewerker", "overdracht:bestuur"]


def test_with_roles_there_is_one_for_each_of_what_is_made_for_a_role_and_nothing_else(small):
    asked = ["overdracht:bestuur@rijder", "overdracht:bestuur@planner"]
    assert names(requests_for(small, roles=["rijder", "planner", "rijder"])) == asked


def test_a_dossier_that_asks_for_nothing_says_which_sections_would(library):
    with pytest.raises(DocgenError, match=r"x\.yaml vraagt geen documenten; voeg een onderdeel toe \(.*jaarplan"):
        requests_for(loads(b"dossier: {id: x}\n", "x.yaml", library))


def test_a_name_has_a_variant_and_a_role_and_comes_back_as_it_was_read(small):
    request = parse_request(small, "overdracht:medewerker@rijder")
    assert (request.kind.name, request.variant, request.role) == ("overdracht", "medewerker", "rijder")
    assert request.name == "overdracht:medewerker@rijder" and parse_request(small, "jaarplan").variant is None


def test_a_variant_that_a_dossier_does_not_choose_or_does_not_exist_is_the_first(library):
    for text in (b"dossier: {id: x}\n", b"overdracht: {variant: raad}\n", b"overdracht: tekst\n"):
        assert parse_request(loads(text, "x.yaml", library), "overdracht").variant == "medewerker"


def test_a_document_is_called_by_the_title_of_its_variant(library):
    assert DocumentRequest(library.types["overdracht"], "bestuur").title == "Overdracht voor het bestuur"
    assert DocumentRequest(library.types["jaarplan"]).title == "Jaarplanparagraaf"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("jaarpln", "documentsoort ‘jaarpln’ bestaat niet; bedoel je ‘jaarplan’?"),
        ("overdracht:raad", "overdracht heeft geen variant ‘raad’; er is: medewerker, bestuur"),
        ("jaarplan:kort", "jaarplan heeft geen variant ‘kort’; er is: geen"),
        ("jaarplan@rijder", "jaarplan is niet per rol te maken; wel: overdracht"),
        ("overdracht@rijdr", "rol ‘rijdr’ staat niet in x.yaml; bedoel je ‘rijder’?"),
        ("overdracht@", "rol ‘’ staat niet in x.yaml; kies uit rijder, planner"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_can(small, name, message):
    with pytest.raises(DocgenError) as refused:
        parse_request(small, name)
    assert str(refused.value) == message


def test_a_document_for_one_role_is_not_for_another(small):
    request = parse_request(small, "overdracht@rijder")
    assert for_role(small, request, "rijder") == request
    with pytest.raises(DocgenError, match="is al voor de rol rijder; laat --role weg"):
        for_role(small, request, "planner")


def test_a_role_without_an_id_is_none_and_a_dossier_may_have_none(small):
    assert roles_of(small) == ["rijder", "planner"]
    assert roles_of(load(DOSSIERS / "minimaal-raadsbesluit.yaml")) == []
