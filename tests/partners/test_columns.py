"""The columns of a list as secretaries make it: fields, columns of nobody and what may not be overlooked."""

from __future__ import annotations

import datetime

import pytest

from docgen.dossier import loads
from docgen.partners.columns import as_yaml
from tests.partners.partner_list import BASE, place, told_of_list, values, workbook

HEADINGS = ["Organisatie", "partner.plaats"]


def with_columns(library, *lines):
    return loads(BASE + "".join(f"  {line}\n" for line in lines).encode(), "dossier.yaml", library)


def test_columns_that_are_nobodys_field_are_named_once_and_left_out(listed):
    rows = ["Nr.", *HEADINGS, "Opmerkingen"], [1, "A", "Elst", "bellen"], [2, "B", "Elst", None]
    found = listed(workbook(*rows), "partners.xlsx")
    assert values(found) == [["A", "Elst"], ["B", "Elst"]]
    assert [(p.level, *one) for p, one in zip(found.problems, told_of_list(found), strict=True)] == [
        (
            "waarschuwing",
            "partners.xlsx",
            "kolommen ‘Nr.’, ‘Opmerkingen’ zijn geen velden en doen niet mee",
            "zet onder ‘kolommen’ in het dossier, bijvoorbeeld: Nr.: niet gebruiken",
        )
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "what"),
    [
        ("Bijdrage", 5000, "bedragen of andere getallen"),
        ("Start", datetime.date(2027, 1, 1), "datums"),
        ("Bijdrage (€)", "€ 12,50", "bedragen of andere getallen"),
    ],
)
def test_a_column_of_amounts_or_dates_stops_until_the_dossier_names_it(listed, library, heading, cell, what):
    data = workbook([*HEADINGS, heading], ["A", "Elst", cell])
    (problem,) = listed(data, "partners.xlsx").problems
    assert (problem.level, place(problem)) == ("fout", "partners.xlsx!Blad1!C1")
    assert problem.message == f"onder ‘{heading}’ staan {what}, maar geen veld van het dossier heet zo"
    assert problem.hint.endswith(f"of: {heading}: niet gebruiken")
    again = listed(data, "partners.xlsx", with_columns(library, problem.hint.split("of: ")[1]))
    assert (again.problems, values(again)) == ([], [["A", "Elst"]])


def test_a_column_that_the_dossier_does_not_use_is_silent_and_in_yaml_too(listed, library):
    dossier = with_columns(library, "opmerkingen: Niet gebruiken", '"#": niet gebruiken')
    text = "#;Organisatie;Opmerkingen\n1;A;bellen\n"
    assert (listed(text, dossier=dossier).problems, values(listed(text, dossier=dossier))) == ([], [["A"]])
    found = listed("- Organisatie: A\n  Opmerkingen: bellen\n", "partners.yaml", dossier)
    assert (found.problems, values(found)) == ([], [["A"]])


def test_a_slip_in_the_words_that_silence_a_column_is_pointed_at_in_the_dossier(listed, library):
    found = listed("Organisatie;Memo\nA;x\n", dossier=with_columns(library, "Memo: niet gebruikn"))
    assert told_of_list(found)[0] == (
        "dossier.yaml:19:9",
        "de kop ‘niet gebruikn’ bestaat niet",
        "bedoel je ‘niet gebruiken’?",
    )


def test_a_list_in_which_no_heading_is_known_is_refused_and_not_left_out_as_a_whole(listed):
    found = listed("Lijst 2027;\nInstelling;Contact\nA;B\n")
    assert [(place(p), p.message) for p in found.problems][:1] == [
        ("partners.csv:2:1", "geen enkele kop is een veld van het dossier")
    ]


@pytest.mark.parametrize(
    ("heading", "written"),
    [("Nr.", "Nr."), ("Bijdrage (€)", "Bijdrage (€)"), ("#", '"#"'), ("- ja: \"x\"", '"- ja: \\"x\\""'), ("Ja/nee", "Ja/nee")],
)  # fmt: skip
def test_a_heading_in_a_remedy_can_be_copied_into_the_dossier(library, listed, heading, written):
    assert as_yaml(heading) == written
    dossier = with_columns(library, f"{written}: niet gebruiken")
    assert listed(workbook(["Organisatie", heading], ["A", "x"]), "partners.xlsx", dossier).problems == []
