"""Headings of a list of partners: fields of the dossier, or explained once in it."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from docgen.dossier import loads
from tests.partners.partner_list import AMOUNT, BASE, HOURS, told_of_list, values, workbook


def test_a_heading_is_a_path_of_the_dossier(listed):
    found = listed(
        f"partner.naam;partijen[welzijn].naam;{AMOUNT};{HOURS};dossier.titel;overeenkomst.ingang\nA;B;1;2;C;2028-01-01\n"
    )
    assert found.problems == []
    assert list(found.rows[0].cells) == [
        (("partner", "naam"), "A"),
        (("partijen", 0, "naam"), "B"),
        (("begroting", "posten", 0, "bedragen", 2028), Decimal(1)),
        (("taken", 0, "uren", "rijder"), 2),
        (("dossier", "titel"), "C"),
        (("overeenkomst", "ingang"), datetime.date(2028, 1, 1)),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "partner.naam",
        "Partner.Naam",
        " partner.naam ",
        "\u00a0partner.naam\u00a0",
        "partner . naam",
        "ORGANISATIE",
        "organisatie ",
    ],
)
def test_case_and_spaces_around_a_heading_do_not_count(listed, heading):
    assert [row.cells for row in listed(f"{heading};partner.plaats\nA;\n").rows] == [((("partner", "naam"), "A"),)]


def test_an_id_in_another_case_is_the_same_row(listed):
    assert listed("partijen[GGD].naam;partner.naam\nX;\n").rows[0].cells == ((("partijen", 1, "naam"), "X"),)


def test_a_heading_of_ones_own_is_explained_once_in_the_dossier(listed):
    found = listed("Organisatie;bedrag in 2028\nA;12,50\n")
    assert (found.problems, values(found)) == ([], [["A", Decimal("12.50")]])


def test_a_heading_that_the_dossier_explains_wrongly_is_pointed_at_there(listed, library):
    wrong = loads(BASE.replace(b"partner.naam", b"partner.nam"), "dossier.yaml", library)
    found = listed("partner.naam\nA\n", dossier=wrong)
    assert told_of_list(found) == [
        ("dossier.yaml:17:16", "de kop ‘partner.nam’ bestaat niet", "bedoel je ‘partner.naam’?")
    ]


HEADINGS = [
    ("partner.nam", "de kop ‘partner.nam’ bestaat niet", "bedoel je ‘partner.naam’?"),
    ("KvK", "de kop ‘KvK’ bestaat niet", "bedoel je ‘partner.kvk’? hoort de kolom er niet bij, zet dan onder ‘kolommen’: KvK: niet gebruiken"),
    ("KvK-nummer", "de kop ‘KvK-nummer’ bestaat niet", "bedoel je ‘partner.kvk’? hoort de kolom er niet bij, zet dan onder ‘kolommen’: KvK-nummer: niet gebruiken"),
    ("begroting.posten[P01].bedrag.2028", "de kop ‘begroting.posten[P01].bedrag.2028’ bestaat niet", f"bedoel je ‘{AMOUNT}’?"),
    ("partijen[welzyn].naam", "kenmerk ‘welzyn’ staat niet onder ‘partijen’", "bedoel je ‘welzijn’?"),
    ("partijen[1].naam", "kenmerk ‘1’ staat niet onder ‘partijen’", "bekend zijn: welzijn, ggd"),
    ("taken[T01].uren.ryder", "‘ryder’ staat niet onder ‘rollen’", "bedoel je ‘rijder’?"),
    ("begroting.posten[P01].bedragen.1028", "1028 is te klein; het kleinste is 1990", "controleer het getal"),
    ("partijen", "‘partijen’ is een lijst; een kolom heeft één waarde per rij", "noem de rij en het veld: partijen[welzijn].naam; hoort de kolom er niet bij, zet dan onder ‘kolommen’: partijen: niet gebruiken"),
    ("dossier.wijken", "‘dossier.wijken’ is een lijst; een kolom heeft één waarde per rij", "laat dit in het dossier staan"),
    ("partner", "‘partner’ heeft velden; een kolom heeft één waarde per rij", "noem het veld: partner.naam; hoort de kolom er niet bij, zet dan onder ‘kolommen’: partner: niet gebruiken"),
    ("partijen[ggd].id", "‘partijen[ggd].id’ is een kenmerk waar andere onderdelen naar verwijzen", "haal de kolom weg"),
    ("kolommen.Organisatie", "de kop ‘kolommen.Organisatie’ bestaat niet", "bedoel je ‘Organisatie’?"),
    ("interventie", "‘interventie’ heeft velden; een kolom heeft één waarde per rij", "zet onder ‘kolommen’ in het dossier welk veld dit is, bijvoorbeeld: Interventie: partner.naam; hoort de kolom er niet bij, zet dan onder ‘kolommen’: interventie: niet gebruiken"),
    ("partner..naam", "de kop ‘partner..naam’ bestaat niet", "bedoel je ‘partner.naam’?"),
    ("partijen[].naam", "de kop ‘partijen[].naam’ bestaat niet", "bedoel je ‘partijen[ggd].naam’?"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "message", "hint"), HEADINGS, ids=[row[0][:30] for row in HEADINGS])
def test_a_heading_that_is_no_field_is_pointed_at(listed, heading, message, hint):
    found = listed(f"partner.plaats;{heading}\nA;B\n")
    assert told_of_list(found) == [("partners.csv:1:16", message, hint)]
    assert values(found) == [["A"]]
    same = listed(workbook(["partner.plaats", heading], ["A", "B"]), "partners.xlsx")
    assert told_of_list(same) == [("partners.xlsx!Blad1!B1", message, hint)]


def test_a_column_that_stands_twice_names_both_cells(listed):
    found = listed(workbook(["partner.naam", "partner.kvk", "Organisatie"], ["A", None, "B"]), "partners.xlsx")
    message = "‘partner.naam’ staat dubbel: in cel A1 en cel C1"
    assert told_of_list(found) == [("partners.xlsx!Blad1!C1", message, "haal één kolom weg")]
    assert values(found) == [["A"]]


def test_a_number_or_a_date_as_a_heading_is_named(listed):
    row = ["A", 500, datetime.date(2028, 2, 1)]
    found = listed(workbook(["partner.naam", 2030, datetime.date(2028, 1, 1)], row), "partners.xlsx")
    assert [p.message for p in found.problems] == [
        "onder ‘2030’ staan bedragen of andere getallen, maar geen veld van het dossier heet zo",
        "onder ‘2028-01-01 00:00:00’ staan datums, maar geen veld van het dossier heet zo",
    ]


def test_a_value_without_a_heading_is_a_finding_and_an_empty_column_is_not(listed):
    found = listed("partner.naam;;;\nA;;;\nB;;los;\n")
    assert told_of_list(found) == [("partners.csv:3:4", "boven kolom 3 staat geen kop, maar er is wel iets ingevuld", "zet er een kop boven of maak de kolom leeg")]  # fmt: skip
