"""A list of partners beside a dossier: what is read from Excel, CSV and YAML, and what is said about the rest."""

from __future__ import annotations

import contextlib
import datetime
import re
import time
from decimal import Decimal
from random import Random

import pytest

from docgen.diagnostics.codes import MEANINGS
from docgen.errors import SourceError
from tests.partners.partner_list import AMOUNT, HOURS, LOST, SHEET, told, told_of_list, values, with_part, workbook

# ------------------------------------------------------------------------------------------------------------ YAML


def test_a_yaml_list_is_read_as_a_dossier_is(listed):
    found = listed(
        f"- partner.naam: nee\n  partner.kvk: 01234567\n  {AMOUNT}: 12500.50\n- Organisatie: B\n  partner.plaats:\n-\n",
        "partners.yaml",
    )
    assert (found.problems, told(found)) == ([], [])
    assert values(found) == [["nee", "01234567", Decimal("12500.50")], ["B"]]
    assert [(row.number, row.label) for row in found.rows] == [(1, "nee"), (2, "B")]


def test_a_finding_in_a_yaml_list_has_its_line_and_column(listed):
    text = f"- partner.nam: A\n  {AMOUNT}: 12.500,50\n  partner.kvk: 1234567\n- partner.nam: B\n  partner.naam: {{a: b}}\n- los\n"
    found = listed(text, "partners.yaml")
    assert told_of_list(found) == [
        ("partners.yaml:1:3", "de kop ‘partner.nam’ bestaat niet", "bedoel je ‘partner.naam’?")
    ]
    assert told(found) == [
        ("partners.yaml:2:40", "verwacht een getal zonder punten voor duizendtallen, kreeg ‘12.500,50’", "schrijf 12500.50"),
        ("partners.yaml:3:16", "‘1234567’ heeft niet de goede vorm. Acht cijfers.", LOST),
        ("partners.yaml:5:17", "verwacht één waarde", "noem in de kop het hele pad, zoals partner.naam"),
        ("partners.yaml:6:3", "verwacht velden (naam: waarde)", "schrijf bijvoorbeeld - partner.naam: …"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("partner.naam: A\n", "verwacht een lijst met partners"),
        ("# niets\n", "er staat geen enkele partner in de lijst"),
        ("- \n- \n", "er staat geen enkele partner in de lijst"),
        ("- a: [b\n", "deze [ wordt niet gesloten"),
    ],
)
def test_yaml_that_is_no_list_of_partners_is_one_finding(listed, text, message):
    assert [p.message for p in listed(text, "partners.yml").problems] == [message]


# -------------------------------------------------------------------------------------------------------- cost, codes


@pytest.mark.slow
def test_ten_times_the_rows_take_ten_times_the_time(listed):
    heading = f"partner.naam;partner.kvk;partner.plaats;{AMOUNT};{HOURS};overeenkomst.ingang;dossier.openbaar\n"

    def seconds(rows):
        text = heading + "".join(f"Stichting {i};01234567;Zuid;{i},50;12,5;24-6-2027;ja\n" for i in range(rows))
        began = time.process_time()
        found = listed(text)
        took = time.process_time() - began
        assert (len(found.rows), len(found.rows[-1].cells)) == (rows, 7)
        return took

    seconds(100)
    assert seconds(20_000) < 25 * seconds(2_000)


@pytest.mark.slow
def test_a_list_full_of_mistakes_takes_no_more_than_a_few_times_a_good_one(listed):
    bad = "".join(f"TODO {i};{i};{i}.500;x{i};31-2-{i};nee {i}\n" for i in range(2_000))
    began = time.process_time()
    found = listed(
        f"partner.naam;partner.kvk;{AMOUNT};interventie.uitvoerend_eigenaar;overeenkomst.ingang;dossier.openbaar\n{bad}"
    )
    assert len(told(found)) > 9_000
    assert time.process_time() - began < 10


@pytest.mark.slow
@pytest.mark.parametrize("name", ["partners.csv", "partners.xlsx", "partners.yaml"])
def test_a_damaged_list_is_read_or_refused_and_never_a_traceback(listed, name):
    good = {
        "partners.csv": f'partner.naam;{AMOUNT}\n"A; B";12,50\nC;x\n'.encode(),
        "partners.xlsx": workbook(["partner.naam", AMOUNT], ["A", 12.5], ["B", datetime.date(2028, 1, 1)]),
        "partners.yaml": f"- partner.naam: A\n  {AMOUNT}: 12.50\n- partner.naam: B\n".encode(),
    }[name]
    random = Random(28)
    for _ in range(150 if name.endswith("xlsx") else 300):
        data = bytearray(good)
        for _ in range(random.randint(1, 6)):
            at = random.randrange(len(data))
            data[at : at + random.randint(0, 3)] = random.choice(
                [b"", b'"', b";", b"\n", b"\0", b"\xff", b"-", b"[", b"<", bytes([random.randrange(256)])]
            )
        with contextlib.suppress(SourceError):
            found = listed(bytes(data), name)
            assert all(str(p) for row in found.rows for p in row.problems)


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    [
        SHEET,
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "[Content_Types].xml",
        "docProps/core.xml",
    ],
)
def test_an_excel_file_with_a_damaged_part_is_read_or_refused(listed, part):
    good = workbook(
        ["partner.naam", AMOUNT], ["A", 12.5], ["B", datetime.date(2028, 1, 1)], change=lambda s: s.merge_cells("A2:A3")
    )
    random = Random(29)

    def damage(data):
        words = re.split(rb"(\W)", data)
        for _ in range(random.randint(1, 3)):
            words[random.randrange(len(words))] = random.choice(
                [b"", b"0", b"-1", b"99999999999", b"x", b"A1:XFD1048576", b"1e999", b"<"]
            )
        return b"".join(words)

    for _ in range(100):
        with contextlib.suppress(SourceError):
            listed(with_part(good, part, damage), "partners.xlsx")


def test_every_code_of_a_list_is_explained():
    assert {"blad", "kolom", "kop", "rij", "verborgen", "weggelaten"} <= set(MEANINGS)


@pytest.mark.parametrize(("data", "name"), [(b"", "a.csv"), (b" \n", "a.csv"), (b"", "a.xlsx"), (b"", "a.yaml")])
def test_an_empty_file_is_one_line(listed, data, name):
    with pytest.raises(SourceError, match="is leeg"):
        listed(data, name)
