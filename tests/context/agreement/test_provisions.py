"""What the template of the agreement gets beside the fields of the dossier."""

from __future__ import annotations

import pytest

from docgen.context.agreement.provisions import provisions
from docgen.dossier import load
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import full
from tests.conftest import ROOT

PARTIES = "partijen: [{id: a, naam: gemeente A, hierna: de gemeente}, {id: b, naam: GGD B, hierna: de GGD}%s]\n"
BARE = "overeenkomst: {titel: T, ingang: 2028-01-01%s}\n"


def dossier_of(name):
    dossier = load(ROOT / "samples" / f"{name}.yaml")
    return fill_defaults(dossier.data, dossier.library.schema.root)


def of_sample(name):
    return provisions(dossier_of(name))


def test_a_payment_names_parties_as_the_agreement_calls_them():
    told = of_sample("wijkkracht-spoordijk")
    (payment,) = told["betalingen"]
    assert (payment["van"], payment["aan"], payment["deel"]) == ("de gemeente", "Welzijn en Sportservice", True)
    assert not told["betaling_in_tabel"] and not told["voorwaarden_bij_betaling"]


def test_more_than_three_payments_stand_in_a_table():
    told = {name: of_sample(name) for name in ("wijkkracht-spoordijk", "buurtprogramma-lijnbaan")}
    assert [len(one["betalingen"]) for one in told.values()] == [1, 4]
    assert [one["betaling_in_tabel"] for one in told.values()] == [False, True]
    three = dossier_of("buurtprogramma-lijnbaan")
    three["overeenkomst"]["betalingen"] = three["overeenkomst"]["betalingen"][:3]
    assert not provisions(three)["betaling_in_tabel"]


def test_a_contact_takes_from_its_role_what_it_does_not_say_itself():
    rows = {row["partij"]: row for row in of_sample("wijkkracht-spoordijk")["contactfuncties"]}
    assert len(rows) == 7
    assert rows["gemeente Merenbroek"] == {
        "partij": "gemeente Merenbroek",
        "functie": "Wijkcoördinator (trekker)",
        "waarvoor": "dagelijkse leiding",
        "bereikbaar": "wijkkracht@merenbroek.example",
    }
    assert rows["GGD Polderland"]["bereikbaar"] == "wijkkracht@ggd-polderland.example"
    assert rows["Bewonersvereniging Spoordijk"]["functie"] == "secretaris"


def test_times_are_told_in_words_and_what_is_absent_is_not_told():
    told = provisions(full(PARTIES % "" + BARE % ", tekortkoming: {hersteltermijn_weken: 1, overmacht_weken: 26}"))
    assert (told["hersteltermijn"], told["overmacht"], told["geheim_na_einde"]) == ("één week", "26 weken", None)
    told = provisions(full(PARTIES % "" + BARE % ", geheimhouding: {informatie: [de cijfers], jaren_na_einde: 2}"))
    assert (told["hersteltermijn"], told["overmacht"], told["geheim_na_einde"]) == (None, None, "twee jaar")


@pytest.mark.parametrize(
    ("more", "written", "follows"),
    [
        ("", "", "overeenkomst_stopt"),
        (", {id: c, naam: C}", "", "deelname_stopt"),
        (", {id: c, naam: C}", ", tekortkoming: {hersteltermijn_weken: 6, gevolg: overeenkomst_stopt}", "overeenkomst_stopt"),
    ],
)  # fmt: skip
def test_what_follows_on_a_failure_depends_on_how_many_are_left_unless_it_is_written(more, written, follows):
    assert provisions(full(PARTIES % more + BARE % written))["gevolg"] == follows


@pytest.mark.parametrize(
    ("who", "shown"),
    [
        ("r", "de regisseur van de gemeente"),
        ("functionaris gegevensbescherming", "de functionaris gegevensbescherming"),
    ],
)
def test_who_looks_after_personal_data_is_a_role_or_a_function(who, shown):
    text = (
        PARTIES % "" + "rollen: [{id: r, naam: Regisseur, partij: a}]\n" + BARE % f", privacy: {{nagegaan_door: {who}}}"
    )
    assert provisions(full(text))["gegevens"]["nagegaan_door"] == shown


def test_a_dossier_without_an_agreement_has_no_provisions():
    told = provisions(full("jaarplan: {jaar: 2028}\n"))
    assert told["modellen"] == told["betalingen"] == told["contactfuncties"] == []
    assert told["gegevens"]["regeling"] is None
