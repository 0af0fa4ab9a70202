"""A field for all cells of a column: what is read in a cell, what its field refuses and what looks odd in it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.dossier import loads
from docgen.loading.text_checks import markup_warnings, text_warnings
from docgen.partners.column import Column
from docgen.partners.headings import Headings
from docgen.schema.field import Field
from docgen.spreadsheet.table import Number
from tests.partners.partner_list import AMOUNT, LOST, told, values


def test_the_finding_says_where_it_belongs_in_the_dossier(listed):
    found = listed(f"{AMOUNT};partijen[ggd].kvk;partner.kvk\nx;1;1\n")
    paths = [p.path for p in found.rows[0].problems]
    assert paths == ["begroting › post 1 (P01) › bedragen › 2028", "partij 2 (ggd) › kvk", "partner › kvk"]
    assert str(found.rows[0].problems[2]).splitlines()[1:3] == ["    2 | partner.kvk: 1", "      |              ^"]


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
    markup = [finding for _, finding in markup_warnings(text, [text], Field({"type": "string"}))]
    said = [(one.code, one.message) for one in [*text_warnings(text, False, True, {}), *markup]]
    assert [(p.code, p.message) for p in listed(f'partner.naam\n"{text}"\n').rows[0].problems] == said


@pytest.mark.parametrize("char", ["\0", "\x01", "\x1b", "\ufffe"])
def test_a_character_that_no_document_may_hold_names_its_cell(listed, char):
    found = listed(f"partner.naam;partner.plaats\nA{char}B;X\nC;\n")
    message = f"de waarde bevat een onzichtbaar teken (U+{ord(char):04X}) dat niet in een document mag"
    assert told(found) == [("partners.csv:2:1", message, "verwijder het teken")]
    assert values(found) == [["X"], ["C"]]
    assert char == "\ufffe" or char not in str(found.rows[0].problems[0])


@pytest.fixture
def column(library, base):
    """A function that gives the column of a heading."""
    headings = Headings(library, base)
    return lambda heading, dossier=base: Column(headings.find(heading), dossier)


def test_a_column_reads_a_number_of_excel_as_the_amount_of_its_field(column):
    assert column(AMOUNT).read(Number(12.5, "General")) == (Decimal("12.5"), [])
    value, [found] = column(AMOUNT).read(Number(-1, "General"))
    assert (value, found.code, found.message, found.level) == (
        None,
        "bereik",
        "-1 is te klein; het kleinste is 0",
        "fout",
    )


def test_a_cell_that_cannot_be_read_has_no_value_and_one_finding(column):
    assert column(AMOUNT).read("veel")[0] is None
    assert [(one.code, one.level) for one in column(AMOUNT).read("veel")[1]] == [("type", "fout")]
    value, [found] = column("partner.naam").read("a\x07b")
    assert (value, found.code, found.hint, found.level) == (None, "teken", "verwijder het teken", "fout")


def test_a_column_of_references_knows_the_ids_of_its_own_dossier(column, library):
    lead = column("interventie.uitvoerend_eigenaar")
    assert lead.read("rijder") == ("rijder", [])
    value, [found] = lead.read("ryder")
    assert (value, found.code, found.level) == (None, "verwijzing", "fout")
    assert (found.message, found.hint) == ("‘ryder’ staat niet onder ‘rollen’", "bedoel je ‘rijder’?")
    nobody = loads(b"dossier: {id: d, titel: D}\n", "leeg.yaml", library)
    assert column("interventie.uitvoerend_eigenaar", nobody).read("rijder")[0] is None


def test_a_number_that_lost_its_nought_is_recognised_by_the_form_of_its_field(column):
    assert column("partner.kvk").wrong("1234567")[0].hint == LOST
    assert column("partner.kvk").wrong("123")[0].hint == 'bijvoorbeeld "01234567"'
    assert column("partner.kvk").wrong("01234567") == []


def test_the_same_text_is_answered_the_same_however_often_it_stands_there(column):
    name = column("partner.naam")
    assert name.read("TODO") == name.read("TODO")
    assert name.read("TODO")[0] == "TODO" and name.read("TODO")[1][0].level == "waarschuwing"
