"""A cell is read as its field: Dutch notation, and what Excel makes of it."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from tests.partners.partner_list import AMOUNT, HOURS, LOST, SHARE, told, values, workbook

READ = [
    ("partner.naam", "=1+1", "=1+1"),
    ("partner.naam", "+31 6 12", "+31 6 12"),
    ("partner.naam", "-2+3", "-2+3"),
    ("partner.naam", "@SUM(A1)", "@SUM(A1)"),
    ("partner.naam", '=HYPERLINK("x")', '=HYPERLINK("x")'),
    ("partner.naam", "  Bus ", "Bus"),
    ("partner.naam", "nee", "nee"),
    ("partner.naam", "24-6-2027", "24-6-2027"),
    ("partner.naam", "Röntgen & Zn. ’s-Gravenhage", "Röntgen & Zn. ’s-Gravenhage"),
    ("partner.kvk", "01234567", "01234567"),
    ("partner.niveau", "directie", "directie"),
    (AMOUNT, "12500", Decimal(12500)),
    (AMOUNT, "12500,50", Decimal("12500.50")),
    (AMOUNT, "12500.50", Decimal("12500.50")),
    (AMOUNT, "12.500,50", Decimal("12500.50")),
    (AMOUNT, "1.250.000", Decimal(1250000)),
    (AMOUNT, "€ 12.500,50", Decimal("12500.50")),
    (AMOUNT, "€\u00a012.500,50 ", Decimal("12500.50")),
    (AMOUNT, "0,5", Decimal("0.5")),
    (HOURS, "12,5", Decimal("12.5")),
    (HOURS, "0,125", Decimal("0.125")),
    (HOURS, "12", 12),
    (SHARE, "21%", 21),
    (SHARE, "12,5 %", Decimal("12.5")),
    ("overeenkomst.ingang", "2027-06-24", datetime.date(2027, 6, 24)),
    ("overeenkomst.ingang", "24-6-2027", datetime.date(2027, 6, 24)),
    ("overeenkomst.ingang", "04-06-2027", datetime.date(2027, 6, 4)),
    ("dossier.openbaar", "ja", True),
    ("dossier.openbaar", "Nee", False),
    ("dossier.openbaar", "WAAR", True),
    ("dossier.openbaar", "onwaar", False),
    ("dossier.openbaar", "true", True),
    ("interventie.uitvoerend_eigenaar", "rijder", "rijder"),
    ("overeenkomst.overleg.voorzitter", "De wethouder", "De wethouder"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "text", "value"), READ, ids=[f"{row[0]} {row[1]}" for row in READ])
def test_text_in_a_cell_is_read_as_its_field(listed, heading, text, value):
    quoted = '"' + text.replace('"', '""') + '"'
    for found in (
        listed(f"{heading};partner.plaats\n{quoted};\n"),
        listed(workbook([heading], [text], change=as_text), "partners.xlsx"),
    ):
        assert told(found) == []
        assert [(type(v), v) for v in values(found)[0]] == [(type(value), value)]


def as_text(sheet):
    """Every cell holds text, also what begins with an equals sign."""
    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s"


REFUSED = [
    ("partner.kvk", "1234567", "‘1234567’ heeft niet de goede vorm. Acht cijfers.", LOST),
    ("partner.kvk", "123", "‘123’ heeft niet de goede vorm. Acht cijfers.", 'bijvoorbeeld "01234567"'),
    ("partner.niveau", "directe", "verwacht uitvoering, beleid, management, directie, bestuur of college, kreeg ‘directe’", "bedoel je ‘directie’?"),
    (AMOUNT, "12.500", "12.500 is dubbelzinnig: 12500 of 12 komma 500?", "schrijf 12500 of 12.50"),
    (AMOUNT, "12,500", "12,500 is dubbelzinnig: 12500 of 12 komma 500?", "schrijf 12500 of 12.50"),
    (AMOUNT, "-5", "-5 is te klein; het kleinste is 0", "controleer het getal"),
    (AMOUNT, "p.m.", "verwacht een bedrag in euro’s, kreeg ‘p.m.’", "vul het in, of haal het veld weg zolang het niet bekend is"),
    (AMOUNT, "1,005", "1,005 is dubbelzinnig: 1005 of 1 komma 005?", "schrijf 1005 of 1.01"),
    (AMOUNT, "12500,505", "verwacht ten hoogste twee cijfers na de punt, kreeg ‘12500.505’", "schrijf 12500.51"),
    (HOURS, "1000001", "1000001 is te groot; het grootste is 1000000", "controleer het getal"),
    (HOURS, "50%", "verwacht alleen het getal, kreeg ‘50%’", "schrijf 50; de eenheid (%) hoort in een ander veld"),
    ("overeenkomst.ingang", "31-2-2027", "2027-02-31 is geen bestaande datum", "februari 2027 telt 28 dagen"),
    ("overeenkomst.ingang", "24 juni 2027", "verwacht een datum als 2027-03-15, kreeg ‘24 juni 2027’", "schrijf 2027-06-24"),
    ("dossier.openbaar", "misschien", "verwacht ja of nee, kreeg ‘misschien’", "schrijf ja of nee"),
    ("interventie.uitvoerend_eigenaar", "ryder", "‘ryder’ staat niet onder ‘rollen’", "bedoel je ‘rijder’?"),
    ("partner.naam", "#N/B", "deze cel geeft een fout in Excel: #N/B", "herstel de formule, of typ de waarde zelf"),
    ("partner.naam", "x" * 32_768, "is te lang: ten hoogste 32767 tekens", "kort de tekst in"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "text", "message", "hint"), REFUSED, ids=[f"{r[0]} {r[1][:20]}" for r in REFUSED])
def test_a_cell_that_its_field_refuses_says_why_and_what_to_do(listed, heading, text, message, hint):
    found = listed(f'{heading};partner.plaats\n"{text}";X\n')
    assert told(found) == [("partners.csv:2:1", message, hint)]
    assert values(found) == [["X"]]
    if len(text) < 32_768:
        same = listed(workbook([heading], [text], change=as_text), "partners.xlsx")
        assert told(same) == [("partners.xlsx!Blad1!A2", message, hint)]
