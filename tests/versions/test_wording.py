"""How a change between two versions reads."""

from __future__ import annotations

import copy
from decimal import Decimal

import pytest

from docgen.dossier import load
from docgen.versions.changes import changes
from docgen.versions.wording import ORDER, Names, counted, told
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def sample():
    return load(ROOT / "samples" / "wijkkracht-spoordijk.yaml")


def sentences(sample, change):
    data = copy.deepcopy(sample.data)
    change(data)
    found = told(changes(sample.data, data, sample.library.schema.root), Names(sample.data, data))
    return [(one.subject, one.sentence.replace("\xa0", " ")) for one in found]


def row(data, section, key):
    return next(one for one in data[section] if one["id"] == key)


def test_an_amount_is_told_with_its_year_and_how_much_it_moved(sample):
    def change(data):
        row(data, "financiering", "F03")["bedragen"][2028] = Decimal("25000.50")

    name = row(sample.data, "financiering", "F03")["bron"]
    before = f"{row(sample.data, 'financiering', 'F03')['bedragen'][2028]:,}".replace(",", ".")
    ((subject, sentence),) = sentences(sample, change)
    assert subject == "Geld"
    assert sentence.startswith(f"Bron ‘{name}’, bedragen per jaar, 2028: van € {before} naar € 25.000,50 (€ ")


def test_hours_of_a_role_are_a_subject_of_their_own(sample):
    def change(data):
        row(data, "rollen", "wijkcoordinator")["uren"] = 900

    assert sentences(sample, change) == [("Uren", "Rol ‘Wijkcoördinator (trekker)’, uren: van 840 naar 900 (60 meer).")]


def test_who_owns_a_task_is_told_by_the_name_of_the_role(sample):
    def change(data):
        row(data, "taken", "T02")["eigenaar"] = "controller"

    ((subject, sentence),) = sentences(sample, change)
    assert subject == "Taken en wie ze doet" and sentence.endswith(
        f"naar ‘{row(sample.data, 'rollen', 'controller')['naam']}’."
    )


def test_a_field_that_came_or_went_says_what_it_is_or_was(sample):
    def change(data):
        data["uitsluitingen"][3]["toelichting"] = "Dat doet de provincie."
        data["dossier"].pop("zaaknummer")

    said = sentences(sample, change)
    assert (
        "Afspraken",
        f"Uitsluiting ‘{data_text(sample)}’, toelichting: van ‘{sample.data['uitsluitingen'][3]['toelichting']}’ naar ‘Dat doet de provincie.’.",
    ) in said
    assert any(sentence.startswith("Dossiergegevens, zaaknummer: vervallen, was ‘") for _, sentence in said)


def data_text(sample):
    return sample.data["uitsluitingen"][3]["tekst"].rstrip(".")


def test_subjects_come_in_one_order_with_money_first(sample):
    def change(data):
        data["dossier"]["titel"] = "Anders"
        row(data, "rollen", "wijkcoordinator")["uren"] = 900
        row(data, "financiering", "F03")["bedragen"][2028] = Decimal(1)

    subjects = [subject for subject, _ in sentences(sample, change)]
    assert subjects == ["Geld", "Uren", "Het dossier zelf"] and ORDER[0] == "Geld"


def test_a_document_counts_what_changed_by_subject_and_names_no_field(sample):
    def change(data):
        data["draagvlak"][0]["groep"] = "Een andere groep"
        row(data, "rollen", "wijkcoordinator")["uren"] = 900

    data = copy.deepcopy(sample.data)
    change(data)
    found = told(changes(sample.data, data, sample.library.schema.root), Names(sample.data, data))
    assert (
        counted(found) == "Daarnaast veranderden in het dossier 2 gegevens: 1 over uren en 1 over andere onderwerpen."
    )
    assert counted(found[:1]) == "Daarnaast veranderde in het dossier één gegeven, over uren." and counted([]) is None
