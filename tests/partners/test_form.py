"""The form to fill in: what it asks, and that it is read without a finding."""

from __future__ import annotations

import datetime
import time
from decimal import Decimal

import openpyxl
import pytest

from docgen.partners.reader import read
from tests.partners.partner_list import AMOUNT, BASE, told, values


@pytest.fixture
def made(docgen, tmp_path):
    """A function that runs `docgen partners template` and opens what it made."""
    (tmp_path / "dossier.yaml").write_bytes(BASE)

    def make(*columns):
        asked = [word for column in columns for word in ("--column", column)]
        done = docgen("partners", "template", "dossier.yaml", *asked)
        assert (done.code, done.err) == (0, "")
        return openpyxl.load_workbook(tmp_path / "partners.xlsx")

    return make


PARTNER = [
    "id", "naam", "soort", "hierna", "plaats", "kvk", "ondertekenaar", "niveau", "bevoegdheid", "ter_uitvoering_van.orgaan",
    "ter_uitvoering_van.datum", "getekend_op", "logo", "handtekening",
]  # fmt: skip


def test_the_form_has_a_column_for_every_field_of_a_partner_and_those_asked_for(made):
    sheet = made(AMOUNT, "Organisatie", "Bedrag in 2028", "overeenkomst.ingang")["Partners"]
    assert [cell.value for cell in sheet[1]] == [
        *(f"partner.{name}" for name in PARTNER),
        AMOUNT,
        "overeenkomst.ingang",
    ]
    assert sheet["A2"].value.startswith("» uitleg: Kenmerk van de partner.")
    assert sheet["B2"].value == "» Verplicht. Naam. Officiële naam. Bijvoorbeeld: Stichting Welzijn Merenbroek."
    assert sheet["O2"].value == "» Bedragen per jaar. Per jaar een bedrag in euro's."
    assert sheet.freeze_panes == "A3"


def test_the_form_keeps_text_as_text_and_offers_what_is_allowed(made):
    book = made(
        "overeenkomst.ingang",
        AMOUNT,
        "interventie.uitvoerend_eigenaar",
        "overeenkomst.overleg.voorzitter",
        "dossier.openbaar",
    )
    sheet, choices = book["Partners"], book["Keuzes"]
    formats = {
        sheet.cell(1, i).value: sheet.column_dimensions[sheet.cell(1, i).column_letter].number_format
        for i in range(1, sheet.max_column + 1)
    }
    assert {name: formats[name] for name in ("partner.kvk", "overeenkomst.ingang", AMOUNT)} == {
        "partner.kvk": "@", "overeenkomst.ingang": "d-m-yyyy", AMOUNT: "#,##0.00",
    }  # fmt: skip
    offers = {}
    for offer in sheet.data_validations.dataValidation:
        column = str(offer.sqref).split("3:")[0]
        cells = choices[offer.formula1.removeprefix("Keuzes!").replace("$", "")]
        offers[sheet[f"{column}1"].value] = ([cell.value for row in cells for cell in row], offer.showErrorMessage)
    assert offers == {
        "partner.niveau": (["uitvoering", "beleid", "management", "directie", "bestuur", "college"], True),
        "interventie.uitvoerend_eigenaar": (["rijder"], True),
        "overeenkomst.overleg.voorzitter": (["rijder"], False),
        "dossier.openbaar": (["ja", "nee"], True),
    }
    assert choices.sheet_state == "hidden"
    assert book["Uitleg"]["A1"].value == "Zo vult u deze lijst in"


def test_a_form_that_is_filled_in_is_read_without_a_finding(made, tmp_path, library, base):
    book = made("overeenkomst.ingang", AMOUNT)
    row = [
        None,
        "Stichting A",
        None,
        None,
        "Zuid",
        "01234567",
        "directeur",
        "directie",
        "statuten",
        "college van B en W",
        datetime.date(2027, 4, 20),
        datetime.date(2027, 5, 1),
        None,
        None,
        datetime.date(2028, 1, 1),
        12500.5,
    ]
    book["Partners"].append(row)
    book.save(tmp_path / "vol.xlsx")
    found = read(tmp_path / "vol.xlsx", library, base)
    assert (found.problems, told(found)) == ([], [])
    assert (found.rows[0].number, found.rows[0].label) == (3, "Stichting A")
    assert values(found) == [
        [
            "Stichting A",
            "Zuid",
            "01234567",
            "directeur",
            "directie",
            "statuten",
            "college van B en W",
            datetime.date(2027, 4, 20),
            datetime.date(2027, 5, 1),
            datetime.date(2028, 1, 1),
            Decimal("12500.50"),
        ]
    ]


def test_the_empty_form_is_a_list_without_partners(made, tmp_path, library, base):
    made()
    assert [p.message for p in read(tmp_path / "partners.xlsx", library, base).problems] == [
        "er staat geen enkele partner in de lijst"
    ]


@pytest.mark.slow
def test_the_form_is_never_written_over_a_file_and_has_the_same_bytes_every_time(docgen, tmp_path):
    (tmp_path / "dossier.yaml").write_bytes(BASE)
    for name in ("een.xlsx", "twee.xlsx"):
        assert docgen("partners", "template", "dossier.yaml", "-o", name).code == 0
        time.sleep(1.1)
    first = (tmp_path / "een.xlsx").read_bytes()
    assert first == (tmp_path / "twee.xlsx").read_bytes()
    done = docgen("partners", "template", "dossier.yaml", "-o", "een.xlsx")
    assert (done.code, done.err) == (
        2,
        "docgen: een.xlsx is er al en blijft zoals het is; kies met -o een andere naam\n",
    )
    assert (tmp_path / "een.xlsx").read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--column", "partner.nam"], "--column partner.nam: de kop ‘partner.nam’ bestaat niet; bedoel je ‘partner.naam’?"),
        (["-o", "lijst.csv"], "dit wordt een Excel-bestand; geef lijst.csv een naam die eindigt op .xlsx"),
    ],
)  # fmt: skip
def test_a_form_that_cannot_be_made_is_one_line(docgen, tmp_path, arguments, message):
    (tmp_path / "dossier.yaml").write_bytes(BASE)
    done = docgen("partners", "template", "dossier.yaml", *arguments)
    assert (done.code, done.err) == (2, f"docgen: {message}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.yaml"]
