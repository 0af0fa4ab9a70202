"""A list of partners beside a dossier: what is read from Excel, CSV and YAML, and what is said about the rest."""

from __future__ import annotations

import contextlib
import datetime
import io
import re
import time
import zipfile
from decimal import Decimal
from random import Random

import openpyxl
import pytest

from docgen.diagnostics.codes import MEANINGS
from docgen.dossier import loads
from docgen.errors import SourceError
from docgen.loading.text_checks import text_warnings
from docgen.partners.overlay import overlay
from docgen.partners.reader import read

BASE = b"""\
dossier: {id: proef, titel: Proef}
organisatie: {naam: gemeente Proef}
interventie: {naam: Bus}
partijen:
  - {id: welzijn, naam: Stichting Welzijn}
  - {id: ggd, naam: GGD}
rollen:
  - {id: rijder, naam: Chauffeur, partij: welzijn}
taken:
  - id: T01
    naam: Rijden
    uren: {rijder: 10}
begroting:
  posten:
    - {id: P01, naam: Diesel, aard: structureel, bedragen: {2028: 100, 2029: 200}}
kolommen:
  Organisatie: partner.naam
  Bedrag in 2028: begroting.posten[P01].bedragen.2028
"""
AMOUNT = "begroting.posten[P01].bedragen.2028"
HOURS = "taken[T01].uren.rijder"
SHARE = "dossier.instellingen.max_onzeker"


@pytest.fixture
def base(library):
    return loads(BASE, "dossier.yaml", library)


@pytest.fixture
def listed(tmp_path, library, base):
    """A function that reads a list from its bytes."""

    def read_list(data, name="partners.csv", dossier=base):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read(path, library, dossier)

    return read_list


def workbook(*rows, change=lambda sheet: None):
    """The bytes of an Excel file with these rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Blad1"
    for row in rows:
        sheet.append(row)
    change(sheet)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def values(found):
    """What the rows say: values alone, by row."""
    return [[cell.value for cell in row.cells] for row in found.rows]


def told(found):
    """The findings of the rows: place, message and remedy."""
    return [(place(p), p.message, p.hint) for row in found.rows for p in row.problems]


def told_of_list(found):
    return [(place(p), p.message, p.hint) for p in found.problems]


def place(problem):
    name = problem.file.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{name}:{problem.line}:{problem.column}" if problem.line else name


# ------------------------------------------------------------------------------------------------------- headings


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
    ("KvK", "de kop ‘KvK’ bestaat niet", "bedoel je ‘partner.kvk’?"),
    ("KvK-nummer", "de kop ‘KvK-nummer’ bestaat niet", "bedoel je ‘partner.kvk’?"),
    ("begroting.posten[P01].bedrag.2028", "de kop ‘begroting.posten[P01].bedrag.2028’ bestaat niet", f"bedoel je ‘{AMOUNT}’?"),
    ("partijen[welzyn].naam", "kenmerk ‘welzyn’ staat niet onder ‘partijen’", "bedoel je ‘welzijn’?"),
    ("partijen[1].naam", "kenmerk ‘1’ staat niet onder ‘partijen’", "bekend zijn: welzijn, ggd"),
    ("taken[T01].uren.ryder", "‘ryder’ staat niet onder ‘rollen’", "bedoel je ‘rijder’?"),
    ("begroting.posten[P01].bedragen.1028", "1028 is te klein; het kleinste is 1990", "controleer het getal"),
    ("partijen", "‘partijen’ is een lijst; een kolom heeft één waarde per rij", "noem de rij en het veld: partijen[welzijn].naam"),
    ("dossier.wijken", "‘dossier.wijken’ is een lijst; een kolom heeft één waarde per rij", "laat dit in het dossier staan"),
    ("partner", "‘partner’ heeft velden; een kolom heeft één waarde per rij", "noem het veld: partner.id"),
    ("partijen[ggd].id", "‘partijen[ggd].id’ is een kenmerk waar andere onderdelen naar verwijzen", "haal de kolom weg"),
    ("kolommen.Organisatie", "de kop ‘kolommen.Organisatie’ bestaat niet", "bedoel je ‘Organisatie’?"),
    ("x" * 300, f"de kop ‘{'x' * 80}’ bestaat niet", "zet de kop met het veld onder ‘kolommen’ in het dossier, of haal de kolom weg"),
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
    found = listed(workbook(["partner.naam", 2028, datetime.date(2028, 1, 1)], ["A"]), "partners.xlsx")
    assert [p.message for p in found.problems] == [
        "de kop ‘2028’ bestaat niet",
        "de kop ‘2028-01-01 00:00:00’ bestaat niet",
    ]


def test_a_value_without_a_heading_is_a_finding_and_an_empty_column_is_not(listed):
    found = listed("partner.naam;;;\nA;;;\nB;;los;\n")
    assert told_of_list(found) == [("partners.csv:3:4", "boven kolom 3 staat geen kop, maar er is wel iets ingevuld", "zet er een kop boven of maak de kolom leeg")]  # fmt: skip


# -------------------------------------------------------------------------------------------------- overlay and rows


def test_a_row_laid_over_a_dossier_changes_only_what_it_says(listed, base):
    found = listed(f"partner.naam;partijen[ggd].naam;{AMOUNT};overeenkomst.ingang\nA;GGD Noord;5;2028-01-01\n")
    before = loads(BASE).data
    data = overlay(base.data, found.rows[0].cells)
    assert base.data == before
    assert data["partner"] == {"naam": "A"}
    assert [partij["naam"] for partij in data["partijen"]] == ["Stichting Welzijn", "GGD Noord"]
    assert data["begroting"]["posten"][0]["bedragen"] == {2028: 5, 2029: 200}
    assert data["overeenkomst"] == {"ingang": datetime.date(2028, 1, 1)}
    assert data["partijen"][0] is base.data["partijen"][0]
    assert data["taken"] is base.data["taken"]


def test_an_empty_cell_leaves_the_dossier_as_it_is(listed, base):
    found = listed("partner.naam;dossier.titel\nA;\nB; \nC;\u00a0\n")
    assert [overlay(base.data, row.cells)["dossier"]["titel"] for row in found.rows] == ["Proef"] * 3


def test_a_row_is_called_after_its_partner(listed):
    found = listed("partner.naam;partner.id;partner.plaats\nStichting A;a;X\n;b;X\n;;X\n")
    assert [(row.number, row.label) for row in found.rows] == [(2, "Stichting A"), (3, "b"), (4, "rij 4")]


def test_blank_rows_and_the_explanation_under_the_headings_are_skipped(listed):
    text = "partner.naam;partner.plaats\n» uitleg: de naam;de plaats\n\n;\nA;X\n  \n» uitleg: hoort bij B;X\n"
    found = listed(text)
    assert [(row.number, row.label) for row in found.rows] == [(5, "A"), (7, "» uitleg: hoort bij B")]
    assert [row.label for row in listed(text.encode("cp1252")).rows] == ["A", "» uitleg: hoort bij B"]


@pytest.mark.parametrize("text", ["partner.naam\n", "partner.naam\n\n \n", "partner.naam\n» uitleg: x\n", "\n;;\n"])
def test_a_list_without_partners_says_so(listed, text):
    assert [p.message for p in listed(text).problems] == ["er staat geen enkele partner in de lijst"]


@pytest.mark.parametrize(("data", "name"), [(b"", "a.csv"), (b" \n", "a.csv"), (b"", "a.xlsx"), (b"", "a.yaml")])
def test_an_empty_file_is_one_line(listed, data, name):
    with pytest.raises(SourceError, match="is leeg"):
        listed(data, name)


# --------------------------------------------------------------------------------------------- text as a field reads it

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


LOST = "de nul vooraan is weggevallen: zet de opmaak van de kolom in Excel op Tekst en typ 01234567"
MAKE_TEXT = "zet de opmaak van de kolom in Excel op Tekst en typ de waarde opnieuw"
MAKE_NUMBER = "zet de opmaak van de cel in Excel op Getal en typ het getal opnieuw"
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


def test_the_finding_says_where_it_belongs_in_the_dossier(listed):
    found = listed(f"{AMOUNT};partijen[ggd].kvk;partner.kvk\nx;1;1\n")
    paths = [p.path for p in found.rows[0].problems]
    assert paths == ["begroting › post 1 (P01) › bedragen › 2028", "partij 2 (ggd) › kvk", "partner › kvk"]
    assert str(found.rows[0].problems[2]).splitlines()[1:3] == ["    2 | x;1;1", "      |     ^"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("TODO", "dit lijkt nog niet ingevuld"),
        ("…", "dit lijkt nog niet ingevuld"),
        ("CafÃ© Zuid", "hier staan vreemde tekens, zoals in een bestand met een verkeerde codering"),
        ("Bus\u200b", "in deze tekst staat een onzichtbaar teken (U+200B)"),
    ],
)
def test_text_that_will_be_wrong_on_paper_is_a_warning_and_stays(listed, text, message):
    found = listed(f"partner.naam\n{text}\n")
    assert [(p.level, p.message) for p in found.rows[0].problems] == [("waarschuwing", message)]
    assert values(found) == [[text]]


@pytest.mark.parametrize(
    "text", ["x", "?", "...", "…", "-", "–", "tbd", "in te vullen", "nog in te vullen", "Invullen", "lorem ipsum a", "<naam>", "[naam]", "{{x}}",
             "a TODO b", "XXX", "[ontbreekt: x]", "CafÃ©", "Ã¼", "â€œ", "a\ufffdb", "a\u00adb", "a\u202eb", "a\ue000b", "\u00a0a", "a\u2009",
             "‘s nachts", "‘t Hof", "R&amp;D", "<b>x</b>", "x&nbsp;y", "Stichting Zuid, locatie Noord (A/B)", "’s-Gravenhage", "R&D", "50% + 2"],
)  # fmt: skip
def test_a_list_finds_the_same_text_suspicious_as_a_dossier_does(listed, text):
    said = [(code, message) for code, message, _ in text_warnings(text, False, True, {})]
    assert [(p.code, p.message) for p in listed(f'partner.naam\n"{text}"\n').rows[0].problems] == said


@pytest.mark.parametrize("char", ["\0", "\x01", "\x1b", "\ufffe"])
def test_a_character_that_no_document_may_hold_names_its_cell(listed, char):
    found = listed(f"partner.naam;partner.plaats\nA{char}B;X\nC;\n")
    message = f"de waarde bevat een onzichtbaar teken (U+{ord(char):04X}) dat niet in een document mag"
    assert told(found) == [("partners.csv:2:1", message, "verwijder het teken")]
    assert values(found) == [["X"], ["C"]]
    assert char == "\ufffe" or char not in str(found.rows[0].problems[0])


# ----------------------------------------------------------------------------------------------------------- Excel


@pytest.mark.parametrize(
    ("heading", "value", "notation", "expected"),
    [
        ("overeenkomst.ingang", datetime.date(2027, 6, 24), "d-m-yyyy", datetime.date(2027, 6, 24)),
        ("overeenkomst.ingang", datetime.datetime(2027, 6, 24), "dd/mm/yy", datetime.date(2027, 6, 24)),
        (AMOUNT, 12500, "General", Decimal(12500)),
        (AMOUNT, 12500.5, "#,##0.00", Decimal("12500.50")),
        (AMOUNT, 0.1 + 0.2, "General", Decimal("0.30")),
        (AMOUNT, 1234567890.1 + 0.02, "General", Decimal("1234567890.12")),
        (HOURS, 66.5, "General", Decimal("66.5")),
        (HOURS, 66.0, "0", 66),
        ("dossier.instellingen.doorlooptijd_besluit_dagen", 180.0, "0", 180),
        (SHARE, 0.21, "0%", 21),
        (SHARE, 0.07, "0.0%", 7),
        (SHARE, 0.125, "0.00%", Decimal("12.5")),
        ("overeenkomst.nummer", 0.125, "0.0%", "12,5%"),
        ("overeenkomst.nummer", 2028, "General", "2028"),
        ("partner.kvk", "01234567", "@", "01234567"),
        ("partner.kvk", 12345678, "General", "12345678"),
        ("partner.kvk", 1234567, "00000000", "01234567"),
        ("dossier.openbaar", True, "General", True),
        ("dossier.openbaar", "nee", "General", False),
        ("partner.naam", "eerste\nregel", "General", "eerste\nregel"),
    ],
)
def test_a_cell_of_excel_is_read_by_its_kind_and_as_the_user_sees_it(listed, heading, value, notation, expected):
    def look(sheet):
        sheet["A2"].number_format = notation

    found = listed(workbook([heading], [value], change=look), "partners.xlsx")
    assert told(found) == []
    assert [(type(v), v) for v in values(found)[0]] == [(type(expected), expected)]


@pytest.mark.parametrize(
    ("heading", "value", "notation", "message", "hint"),
    [
        ("partner.kvk", 1234567, "General", "‘1234567’ heeft niet de goede vorm. Acht cijfers.", LOST),
        ("overeenkomst.nummer", 2.1, "General", "Excel heeft van deze tekst een getal gemaakt (2,1)", MAKE_TEXT),
        ("overeenkomst.nummer", 12500, "#,##0", "Excel heeft van deze tekst een getal gemaakt (12500)", MAKE_TEXT),
        ("overeenkomst.nummer", datetime.date(2028, 2, 1), "d-mmm", "Excel heeft van deze tekst een datum gemaakt (2028-02-01)", MAKE_TEXT),
        ("partner.naam", True, "General", "verwacht tekst, kreeg WAAR", MAKE_TEXT),
        (AMOUNT, datetime.date(2028, 2, 1), "d-mmm", "verwacht een bedrag, kreeg een datum (2028-02-01)", MAKE_NUMBER),
        (AMOUNT, 0.21, "0%", "verwacht een bedrag, kreeg een percentage (21%)", MAKE_NUMBER),
        (HOURS, 0.5, "0%", "verwacht een getal, kreeg een percentage (50%)", MAKE_NUMBER),
        (AMOUNT, 12500.505, "0.00", "verwacht ten hoogste twee cijfers achter de komma, kreeg ‘12500,505’", "rond het bedrag af op centen, ook in de formule"),
        (HOURS, 1 / 3, "0.0", "te veel cijfers achter de komma: 0,333333333333333", "rond het getal af, ook in de formule"),
        (HOURS, datetime.time(12, 30), "h:mm", "verwacht een getal, kreeg een tijd (12:30:00)", f"{MAKE_NUMBER}; schrijf uren met een komma: 12,5"),
        ("dossier.instellingen.doorlooptijd_besluit_dagen", 180.5, "0", "verwacht een geheel getal, kreeg ‘180,5’", "rond het getal af"),
        ("overeenkomst.ingang", datetime.datetime(2027, 6, 24, 14, 30), "d-m-yyyy", "bij deze datum staat ook een tijd (14:30)", "typ alleen de datum: 2027-06-24"),
        ("overeenkomst.ingang", 46562, "General", "verwacht een datum als 2027-03-15, kreeg ‘46562’", "dit is een datum zoals Excel die telt; schrijf 2027-06-24"),
        ("dossier.openbaar", 1, "General", "verwacht ja of nee, kreeg ‘1’", "schrijf ja of nee"),
        (AMOUNT, "=1+1", "General", "van deze formule is de uitkomst niet bewaard", "open het bestand in Excel en sla het op, of typ de waarde zelf"),
        (AMOUNT, "#REF!", "General", "deze cel geeft een fout in Excel: #VERW!", "herstel de formule, of typ de waarde zelf"),
    ],
)  # fmt: skip
def test_a_cell_of_excel_that_is_not_what_it_seems_is_a_finding(listed, heading, value, notation, message, hint):
    def look(sheet):
        sheet["C4"].number_format = notation

    rows = [["partner.plaats", None, heading], ["A"], ["B"], ["X", None, value]]
    found = listed(workbook(*rows, change=look), "partners.xlsx")
    assert told(found) == [("partners.xlsx!Blad1!C4", message, hint)]
    assert values(found) == [["A"], ["B"], ["X"]]


def with_part(data, name, change):
    """The same file with one part of it changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            new.writestr(info.filename, change(part) if info.filename == name else part)
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
GOOD = ["partner.naam"], ["A"]


def test_a_formula_with_its_stored_value_is_that_value(listed):
    data = workbook(["partner.naam", AMOUNT, "partner.plaats"], ["A", "=1+1.5", '=""'])

    def store(part):
        part = part.replace(b"<f>1+1.5</f><v></v>", b"<f>1+1.5</f><v>2.5</v>").replace(
            b"<f>1+1.5</f><v/>", b"<f>1+1.5</f><v>2.5</v>"
        )
        return part.replace(b'<c r="C2">', b'<c r="C2" t="str">')

    found = listed(with_part(data, SHEET, store), "partners.xlsx")
    assert (told(found), values(found)) == ([], [["A", Decimal("2.50")]])


def test_merged_cells_count_once_and_the_others_are_findings(listed):
    rows = [["partner.naam", "partner.plaats"], ["A", "Zuid"], ["B", None], ["C", None], ["D", "Noord"]]
    found = listed(workbook(*rows, change=lambda sheet: sheet.merge_cells("B2:B4")), "partners.xlsx")
    message = "deze cel is samengevoegd (B2:B4); de waarde geldt alleen voor de eerste cel"
    hint = "splits de cellen en vul elke rij in"
    assert told(found) == [("partners.xlsx!Blad1!B3", message, hint), ("partners.xlsx!Blad1!B4", message, hint)]
    assert values(found) == [["A", "Zuid"], ["B"], ["C"], ["D", "Noord"]]


def test_empty_cells_that_are_merged_do_no_harm(listed):
    found = listed(
        workbook(["partner.naam", "partner.plaats"], ["A"], ["B"], change=lambda s: s.merge_cells("B2:B3")),
        "partners.xlsx",
    )
    assert (told(found), values(found)) == ([], [["A"], ["B"]])


def test_hidden_rows_are_left_out_and_named_and_hidden_columns_are_read(listed):
    def hide(sheet):
        for row in (3, 5, 6):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["B"].hidden = True

    rows = [["partner.naam", "partner.plaats"], *([name, "X"] for name in "ABCDEF")]
    found = listed(workbook(*rows, change=hide), "partners.xlsx")
    assert values(found) == [["A", "X"], ["C", "X"], ["F", "X"]]
    assert [(p.level, p.message, p.hint) for p in found.problems] == [
        ("waarschuwing", "rijen 3, 5-6 zijn verborgen en doen niet mee", "haal het filter weg als dat wel moet")
    ]


def test_the_first_sheet_that_can_be_seen_is_read_and_the_others_are_named(listed):
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    for name in ("Lijst", "Oud", "Uitleg"):
        book.create_sheet(name).append(["partner.naam"])
    book["Lijst"].append(["A"])
    made = io.BytesIO()
    book.active = 1
    book.save(made)
    found = listed(made.getvalue(), "partners.xlsx")
    assert values(found) == [["A"]]
    assert [(p.level, p.message) for p in found.problems] == [
        ("advies", "docgen leest alleen het eerste werkblad, ‘Lijst’; niet ‘Oud’")
    ]


def test_excel_writes_a_character_as_a_code_and_docgen_reads_the_character(listed):
    found = listed(workbook(["partner.naam", "partner.plaats"], ["A_x000D_\nB", "C_x0007_"]), "partners.xlsx")
    assert values(found) == [["A\nB"]]
    assert [message for _, message, _ in told(found)] == [
        "de waarde bevat een onzichtbaar teken (U+0007) dat niet in een document mag"
    ]


SHARED = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2" uniqueCount="2"><si><t>partner.naam</t></si>
<si><r><t xml:space="preserve">Stichting </t></r><r><rPr><b/></rPr><t>Zuid_x000D_
</t></r></si></sst>"""


def test_text_that_excel_keeps_apart_from_its_cells_is_read_with_its_looks_left_out(listed):
    cells = b'<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData>'
    data = with_part(workbook(*GOOD), SHEET, lambda part: re.sub(b"<sheetData>.*</sheetData>", cells, part))
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    named = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    data = with_part(
        data, "[Content_Types].xml", lambda part: part.replace(b"</Types>", named) if kind not in part else part
    )
    data = with_part(data, "xl/sharedStrings.xml", lambda _: SHARED)
    found = listed(data, "partners.xlsx")
    assert (told(found), values(found)) == ([], [["Stichting Zuid"]])


def test_years_that_count_from_1904_give_the_same_dates(listed):
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(["overeenkomst.ingang"])
    book.active.append([datetime.date(2027, 6, 24)])
    made = io.BytesIO()
    book.save(made)
    assert values(listed(made.getvalue(), "partners.xlsx")) == [[datetime.date(2027, 6, 24)]]


# ---------------------------------------------------------------------------------------------- Excel files that lie

BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def zipped(**parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return made.getvalue()


HOSTILE = [
    ("entities", lambda: with_part(workbook(*GOOD), SHEET, lambda part: BOMB + part), "DOCTYPE"),
    ("doctype", lambda: with_part(workbook(*GOOD), SHEET, lambda part: b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + part), "DOCTYPE"),
    ("entities in styles", lambda: with_part(workbook(*GOOD), "xl/styles.xml", lambda part: BOMB + part), "DOCTYPE"),
    ("utf-16", lambda: with_part(workbook(*GOOD), SHEET, lambda part: (BOMB + part).decode().encode("utf-16")), "DOCTYPE"),
    ("bomb", lambda: with_part(workbook(*GOOD), SHEET, lambda part: part + b" " * 60_000_000), "uitgepakt groter dan 50 MB"),
    ("tags", lambda: with_part(workbook(*GOOD), SHEET, lambda part: b"<a>" + b"<a/>" * 1_500_001), "te veel cellen"),
    ("cut off", lambda: workbook(*GOOD)[:-400], "is beschadigd"),
    ("not xml", lambda: with_part(workbook(*GOOD), SHEET, lambda part: part[:-40]), "is beschadigd"),
    ("no sheet", lambda: with_part(workbook(*GOOD), "xl/workbook.xml", lambda part: b"<x/>"), "is beschadigd|geen werkblad"),
    ("random", lambda: b"PK\x03\x04" + bytes(range(256)) * 9, "is beschadigd"),
    ("zip", lambda: zipped(a_xml=b"<a/>"), "is een zip-bestand; open het bestand in Excel"),
    ("ods", lambda: zipped(content_xml=b"<a/>"), r"is een bestand van LibreOffice \(.ods\)"),
    ("docx", lambda: zipped(word__document_xml=b"<a/>"), "is een Word-bestand"),
    ("xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "oud Excel-bestand .* wachtwoord"),
    ("pdf", lambda: b"%PDF-1.4", "is een PDF-bestand; geef een lijst als .xlsx, .csv of .yaml"),
    ("text", lambda: b"partner.naam;x", "is geen Excel-bestand"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "message"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_a_file_that_is_no_safe_excel_is_refused_in_one_line_and_at_once(listed, make, message):
    data = make()
    began = time.process_time()
    with pytest.raises(SourceError, match=message) as caught:
        listed(data, "partners.xlsx")
    assert "\n" not in str(caught.value)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part.replace(
            b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
        ),
        lambda part: part.replace(
            b"</sheetData>", b'</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
        ),
        lambda part: part.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576"/></row></sheetData>'),
        lambda part: part.replace(b'<dimension ref="A1:A2"/>', b'<dimension ref="A1:XFD1048576"/>'),
    ],
)
def test_an_area_of_a_million_rows_costs_nothing(listed, change):
    data = with_part(workbook(*GOOD), SHEET, change)
    assert data != workbook(*GOOD)
    began = time.process_time()
    assert values(listed(data, "partners.xlsx")) == [["A"]]
    assert time.process_time() - began < 1


@pytest.mark.slow
def test_too_many_rows_or_columns_are_refused(listed):
    with pytest.raises(SourceError, match="heeft meer dan 200000 rijen"):
        listed("partner.naam\n" + "A\n" * 200_001)
    with pytest.raises(SourceError, match="heeft meer dan 500 kolommen"):
        listed("x;" * 501 + "\n")
    with pytest.raises(SourceError, match="heeft meer dan 500 kolommen"):
        listed(workbook(["x"] * 501), "partners.xlsx")


# ------------------------------------------------------------------------------------------------------------- CSV

PLAIN = "partner.naam;partner.plaats\nRöntgen ’s;Zuid\n"
WAYS = {
    "utf-8": PLAIN.encode(),
    "byte order mark": PLAIN.encode("utf-8-sig"),
    "windows": PLAIN.encode("cp1252"),
    "utf-16": PLAIN.encode("utf-16"),
    "utf-16 other way": b"\xfe\xff" + PLAIN.encode("utf-16-be"),
    "crlf": PLAIN.replace("\n", "\r\n").encode(),
    "old mac": PLAIN.replace("\n", "\r").encode(),
    "no last line end": PLAIN.rstrip().encode(),
    "comma": PLAIN.replace(";", ",").encode(),
    "tab": PLAIN.replace(";", "\t").encode(),
    "sep": ("sep=|\r\n" + PLAIN.replace(";", "|")).encode(),
    "quotes": b'"partner.naam";"partner.plaats"\n"R\xc3\xb6ntgen \xe2\x80\x99s";"Zuid"\n',
    "lines before": ("\n;\n" + PLAIN).encode(),
}


@pytest.mark.parametrize("data", WAYS.values(), ids=WAYS)
def test_a_csv_is_read_however_it_was_saved(listed, data):
    found = listed(data)
    assert (found.problems, told(found), values(found)) == ([], [], [["Röntgen ’s", "Zuid"]])


def test_quotes_line_ends_and_separators_inside_quotes_are_text(listed):
    found = listed('partner.naam;partner.plaats\n"Zaal ""De; Bron""\r\nZuid";X\nB;Y\n')
    assert values(found) == [['Zaal "De; Bron"\nZuid', "X"], ["B", "Y"]]
    assert [row.number for row in found.rows] == [2, 3]


def test_a_place_in_a_csv_is_the_line_and_column_of_the_cell(listed):
    found = listed('sep=;\npartner.naam;partner.kvk\n"A\nB; C";12\nD;"34"\n')
    assert [where for where, *_ in told(found)] == ["partners.csv:4:7", "partners.csv:5:3"]
    assert [p.text for row in found.rows for p in row.problems] == ['B; C";12', 'D;"34"']


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        ("A", "rij 3 heeft 1 cellen, maar er zijn 2 koppen", "vul de cellen die ontbreken aan"),
        ("A;B;C", "rij 3 heeft 3 cellen, maar er zijn 2 koppen", "zet tekst met een scheidingsteken tussen aanhalingstekens"),
    ],
)  # fmt: skip
def test_a_row_with_too_many_or_too_few_cells_is_named_and_not_used(listed, row, message, hint):
    found = listed(f"partner.naam;partner.plaats\nX;Y\n{row}\nV;W;;\n")
    assert told(found) == [("partners.csv:3:1", message, hint)]
    assert values(found) == [["X", "Y"], [], ["V", "W"]]


def test_a_quote_that_is_not_closed_is_named_where_its_row_begins(listed):
    found = listed('partner.naam;partner.plaats\nA;X\n"B;Y\nC;Z\n')
    assert [(place(p), p.message) for p in found.problems] == [
        (
            "partners.csv:3:1",
            "rij 3 heeft een aanhalingsteken dat niet goed sluit; de rijen vanaf hier zijn niet gelezen",
        )
    ]
    assert values(found) == [["A", "X"]]


def test_a_cell_of_ten_megabytes_is_a_finding(listed):
    found = listed("partner.naam\nA\n" + "x" * 10_000_000 + "\nB\n")
    assert [p.message for p in found.problems] == [
        "rij 3 heeft een cel met te veel tekst; de rijen vanaf hier zijn niet gelezen"
    ]
    assert len(str(found.problems[0])) < 1000


@pytest.mark.parametrize("data", [PLAIN.encode("utf-16-le"), b"partner.naam\n\x81\x8d\xff\n", bytes(range(256)) * 4])
def test_a_csv_in_an_unknown_encoding_is_refused(listed, data):
    with pytest.raises(SourceError, match=r"UTF-16 zonder kenmerk|niet te lezen als UTF-8"):
        listed(data)


def test_a_list_that_is_not_there_or_is_a_folder_is_one_line(tmp_path, library, base):
    with pytest.raises(SourceError, match="het bestand bestaat niet"):
        read(tmp_path / "weg.csv", library, base)
    with pytest.raises(SourceError, match="is een map"):
        read(tmp_path, library, base)


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
    assert {"blad", "kolom", "rij", "verborgen"} <= set(MEANINGS)


# ------------------------------------------------------------------------------------------------------------ the form


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


PARTNER = ["id", "naam", "soort", "hierna", "plaats", "kvk", "ondertekenaar", "niveau", "bevoegdheid", "getekend_op"]


def test_the_form_has_a_column_for_every_field_of_a_partner_and_those_asked_for(made):
    sheet = made(AMOUNT, "Organisatie", "Bedrag in 2028", "overeenkomst.ingang")["Partners"]
    assert [cell.value for cell in sheet[1]] == [
        *(f"partner.{name}" for name in PARTNER),
        AMOUNT,
        "overeenkomst.ingang",
    ]
    assert sheet["A2"].value.startswith("» uitleg: Kenmerk van de partner.")
    assert sheet["B2"].value == "Verplicht. Naam. Officiële naam. Bijvoorbeeld: Stichting Welzijn Merenbroek."
    assert sheet["K2"].value == "Bedragen per jaar. Per jaar een bedrag in euro's."
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
        for i in range(1, 16)
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
        datetime.date(2027, 5, 1),
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
