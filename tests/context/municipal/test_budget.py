"""What the programme means for the budget of a municipality, as a document shows it: rows, sentences, notes, the change."""

from __future__ import annotations

import pytest
from hypothesis import given

from docgen.context.municipal.budget import budgets, proposal_budget
from docgen.context.perspective import for_party
from docgen.dossier import loads
from docgen.schema.completion import fill_defaults
from tests.context.municipal.municipal_sample import sample
from tests.rules.test_rules_are_total import SCHEMA, SLOW_TO_MAKE, WITH_GAPS


def rows(table):
    """The label and the cells of every row."""
    return [(row["naam"], *(row["cellen"][year] for year in table["jaren"])) for row in table["regels"]]


SPOORDIJK = """\
Eigen personeel, al in de begroting|108.020|108.020|108.020|108.020|108.020
Bijdrage aan Stichting Welzijn Merenbroek|62.400|18.440|18.440|48.440|48.440
Bijdrage aan Sportservice Merenbroek|28.800|20.320|20.320|20.320|20.320
Gedeelde kosten die de gemeente betaalt|45.320|50.760|65.760|50.760|65.760
Lasten|244.540|197.540|212.540|227.540|242.540
waarvan structureel|108.020|197.540|197.540|227.540|227.540
waarvan incidenteel|136.520|–|15.000|–|15.000
Polderfonds (evaluatie 2029)|–|–|15.000|–|–
Tijdelijke rijksregeling wijkgezondheid|136.520|–|–|–|–
Baten|136.520|–|15.000|–|–
Saldo (baten min lasten)|−108.020|−197.540|−197.540|−227.540|−242.540
Onttrekking reserve: Reserve sociaal domein (beslispunt 3)|–|–|–|–|15.000
Saldo na reserves (saldo plus onttrekkingen min toevoegingen)|−108.020|−197.540|−197.540|−227.540|−227.540
Ten laste van de algemene middelen|108.020|197.540|197.540|227.540|227.540
waarvan al besloten|108.020|108.020|108.020|108.020|108.020
waarvan met dit voorstel gevraagd|–|89.520|89.520|119.520|119.520"""


def test_the_council_sees_every_row_in_order_with_signs_and_dashes():
    table = proposal_budget(sample("wijkkracht-spoordijk"))
    assert ["|".join(row) for row in rows(table)] == SPOORDIJK.splitlines()
    assert table["koppen"] == {
        2027: "2027 (ter vergelijking)",
        2028: "2028",
        2029: "2029",
        2030: "2030",
        2031: "2031",
    }


def test_any_other_document_tells_what_is_asked_by_status_and_names_no_decision_point():
    (table,) = budgets(sample("wijkkracht-spoordijk"))
    labels = [row["naam"] for row in table["regels"]]
    assert "waarvan gevraagd aan de raad" in labels and "Onttrekking reserve: Reserve sociaal domein" in labels


def change_of(name):
    found = proposal_budget(sample(name))["wijziging"]
    return found and {row["naam"]: tuple(row["cellen"].values()) for row in found["regels"]}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("wijkkracht-spoordijk", None),
        ("buurtprogramma-lijnbaan", {"Lasten": ("12.000",), "Saldo (baten min lasten)": ("−12.000",), "Onttrekkingen aan reserves": ("12.000",)}),
        ("alcoholbeleid-wolderwaard", {"Lasten": ("111.442",), "Baten": ("46.478",), "Saldo (baten min lasten)": ("−64.964",), "Onttrekkingen aan reserves": ("12.400",), "Saldo na reserves": ("−52.564",)}),
    ],
)  # fmt: skip
def test_a_budget_that_was_adopted_already_changes_by_what_the_proposal_asks_of_that_year(name, change):
    found = change_of(name)
    assert found == change


def test_every_municipality_has_a_table_of_its_own_with_cents_where_one_cell_has_them():
    tables = {table["partij"]: table for table in budgets(sample("alcoholbeleid-wolderwaard"))}
    assert list(tables) == ["woldermuiden", "elzerbroek", "nieuwlede", "hogekerk"]
    assert rows(tables["elzerbroek"])[2][:2] == ("Lasten", "31.703,50")
    assert rows(tables["hogekerk"])[0][:2] == ("Eigen personeel, al in de begroting", "6.352,50")


def test_without_a_municipality_there_is_no_table():
    text = "dossier: {id: d, titel: T}\norganisatie: {naam: GGD}\npartijen: [{id: q, naam: GGD}]\nbegroting: {posten: [{id: P1, naam: A, partij: q, aard: structureel, bedragen: {2028: 10}}]}\nraadsvoorstel: {onderwerp: O}\n"
    dossier = loads(text.encode())
    full = fill_defaults(dossier.data, dossier.library.schema.root)
    assert proposal_budget(full)["partij"] == "q", "the organisation itself is who decides"
    other = fill_defaults(
        loads(text.replace("naam: GGD}\np", "naam: Samenwerking}\np").encode()).data, dossier.library.schema.root
    )
    assert (budgets(other), proposal_budget(other)) == ([], None)


def test_the_municipality_whose_council_is_asked_has_a_table_though_its_kind_is_not_given():
    text = "dossier: {id: d, titel: T}\norganisatie: {naam: gemeente M}\npartijen: [{id: m, naam: gemeente M}]\nbegroting: {posten: [{id: P1, naam: A, partij: m, aard: structureel, bedragen: {2028: 10}}]}\n"
    found = []
    for more in ("", "raadsvoorstel: {onderwerp: O}\n"):
        dossier = loads((text + more).encode())
        found.append(len(budgets(fill_defaults(dossier.data, dossier.library.schema.root))))
    assert found == [0, 1]


@pytest.mark.slow
@SLOW_TO_MAKE
@given(WITH_GAPS)
def test_a_dossier_with_gaps_has_its_tables_too(data):
    full = fill_defaults(data, SCHEMA.root)
    for table in filter(None, [*budgets(full), proposal_budget(full)]):
        assert all(len(row["cellen"]) == len(table["jaren"]) for row in table["regels"])


def test_a_source_without_a_name_yet_is_not_called_none():
    table = proposal_budget(sample("wijkkracht-spoordijk", F10={"bron": None, "via": None}, F12={"bron": None}))
    assert [row["naam"] for row in table["regels"]].count(None) == 1, "a draft shows there what is missing"
    assert "None" not in str([table["zinnen"], table["noten"]]) and "‘F12’ brengt" in table["zinnen"][0]


def test_the_part_of_a_partner_holds_the_same_budget_of_the_municipality():
    full = sample("wijkkracht-spoordijk")
    part = for_party(full, "welzijn")
    assert (budgets(part), proposal_budget(part)) == (budgets(full), proposal_budget(full))


def test_a_note_about_more_municipalities_is_told_once_below_the_last():
    tables = budgets(sample("alcoholbeleid-wolderwaard"))
    notes = [note for table in tables for note in table["noten"]]
    assert len(tables) > 2 and notes and len(notes) == len(set(notes))
    shared = next(note for note in notes if "overhead" in note)
    assert [shared in table["noten"] for table in tables] == [False, False, False, True]
