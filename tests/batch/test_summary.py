"""Every finding of a batch stands at the cell or the line it is about."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from docgen.batch.planner import Planned
from docgen.batch.summary import counts, faults, located, tally
from docgen.batch.task import MADE, REFUSED, UNCHANGED, Result
from docgen.diagnostics.finding import Finding
from docgen.diagnostics.problem import Problem
from docgen.dossier import load
from docgen.partners import reader
from tests.batch.batch_folder import NOORD, SMALL
from tests.batch.plans import plan_of, task


def test_a_row_without_a_signer_is_refused_at_its_cell_and_the_others_are_made(folder):
    folder.write_list("GGD Noord;Assen;directeur;A", "GGD Zuid;Weert;;B", "GGD Oost;Ede;directeur;C")
    done = folder.batch()
    assert done.code == 1
    assert set(folder.documents) == {NOORD, "overeenkomst-klein-GGD Oost.docx"}
    assert "lijst.csv:3:16: fout: partner › ondertekenaar: is nog leeg. Functie zonder lidwoord" in done.err
    assert "tip: vul deze cel in" in done.err
    assert "2 gemaakt, 1 geweigerd (van 3 documenten)" in done.out


def test_a_list_in_excel_gives_documents_and_findings_at_its_cells(folder):
    made = folder.docgen("partners", "template", "dossier.yaml", "-o", "lijst.xlsx", cwd=folder.path)
    assert made.code == 0, made.err
    book = load_workbook(folder.path / "lijst.xlsx")
    sheet = book["Partners"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row, (name, signer, kvk) in enumerate([("GGD Noord", "directeur", "01234567"), ("GGD Zuid", "", "7654321")], 3):
        for heading, value in (("partner.naam", name), ("partner.ondertekenaar", signer), ("partner.kvk", kvk)):
            sheet.cell(row, columns[heading], value or None)
    book.save(folder.path / "lijst.xlsx")
    done = folder.batch("--partners", "lijst.xlsx", "-d", "overeenkomst")
    letter = sheet.cell(4, columns["partner.kvk"]).column_letter
    assert done.code == 1 and list(folder.documents) == [NOORD]
    assert f"lijst.xlsx!Partners!{letter}4: fout: partner › kvk:" in done.err
    assert "handelsregister bekend onder nummer 01234567" in folder.text(NOORD)
    sheet.cell(4, columns["partner.kvk"], "07654321")
    book.save(folder.path / "lijst.xlsx")
    letter = sheet.cell(4, columns["partner.ondertekenaar"]).column_letter
    done = folder.batch("--partners", "lijst.xlsx", "-d", "overeenkomst")
    assert f"lijst.xlsx!Partners!{letter}4: fout: partner › ondertekenaar: is nog leeg" in done.err


def test_a_list_in_yaml_gives_documents_and_findings_at_its_lines(folder):
    (folder.path / "lijst.yaml").write_text(
        "- partner.naam: GGD Noord\n  overeenkomst.ingang: 2028-02-01\n"
        "- partner.naam: GGD Zuid\n  overeenkomst.ingang: morgen\n",
        encoding="utf-8",
    )
    done = folder.batch("--partners", "lijst.yaml", "-d", "overeenkomst")
    assert done.code == 1 and list(folder.documents) == [NOORD] and "1\u00a0februari 2028" in folder.text(NOORD)
    assert "lijst.yaml:4:24: fout: overeenkomst › ingang:" in done.err


def test_documents_are_counted_by_state_in_a_fixed_order_and_those_not_reached_are_not(library):
    outcomes = [Result(1, REFUSED), Result(2, UNCHANGED), None, Result(4, MADE), Result(5, MADE)]
    plan = plan_of([Planned(task(i), outcome=one) for i, one in enumerate(outcomes, 1)], "uit", library)
    assert list(counts(plan).items()) == [("gemaakt", 2), ("ongewijzigd", 1), ("geweigerd", 1)]


def test_one_reason_for_many_is_told_once_and_one_for_one_keeps_its_path(library):
    said = ["uit/1.docx is nog geopend", "uit/2.docx is nog geopend", "uit/3.docx is een snelkoppeling"]
    planned = [Planned(task(i), outcome=Result(i, REFUSED, fault=fault)) for i, fault in enumerate(said, 1)]
    assert faults(plan_of(planned, "uit", library)) == {
        "het document is nog geopend": ["rij 1", "rij 2"],
        "uit/3.docx is een snelkoppeling": ["rij 3"],
    }


def test_a_finding_about_many_is_told_once_and_the_most_frequent_comes_first():
    rare, often = (Problem("d.yaml", 1, 1, "", code, "m") for code in ("A", "B"))
    reported = [(Planned(task(1)), [rare, often]), (Planned(task(2)), [often])]
    assert list(tally(reported).items()) == [(often, ["rij 1", "rij 2"]), (rare, ["rij 1"])]


@pytest.fixture
def place_of(library, tmp_path):
    """A function that gives a finding about the second row of a list its place."""
    (tmp_path / "lijst.csv").write_text(
        "overeenkomst.titel;partner.naam;partner.ondertekenaar\nA;Noord;chef\nB;Zuid;\n", "utf-8"
    )
    base = load(SMALL, library)
    people = reader.read(tmp_path / "lijst.csv", library, base)
    row = people.rows[1]
    plan = plan_of([], tmp_path, library, base=base, people=people)

    def place(path, code, level, message, hint=""):
        found = Finding(path, message, hint=hint, code=code, level=level)
        return located(plan, Planned(task(1, row=row.number, cells=row.cells)), found)

    return place


def test_a_finding_about_a_value_of_the_row_stands_at_its_cell(place_of):
    found = place_of(("partner", "naam"), "ENK-01", "fout", "Zuid kan niet", "kies een ander")
    assert (found.file.rpartition("/")[2], found.line, found.column) == ("lijst.csv", 3, 3)
    assert (found.message, found.hint) == ("Zuid kan niet", "kies een ander")


def test_a_finding_about_the_partner_as_a_whole_stands_at_the_first_cell_of_the_partner(place_of):
    found = place_of(("partner",), "X-01", "fout", "kan niet")
    assert (found.line, found.column) == (3, 3)


def test_what_is_missing_in_a_column_is_an_empty_cell(place_of):
    found = place_of(("partner", "ondertekenaar"), "ontbreekt", "fout", "ontbreekt. Functie zonder lidwoord")
    assert (found.line, found.column, found.code) == (3, 8, "leeg")
    assert (found.message, found.hint) == ("is nog leeg. Functie zonder lidwoord", "vul deze cel in")


def test_what_is_missing_without_a_column_asks_for_one(place_of):
    found = place_of(("partner", "kvk"), "ontbreekt", "fout", "ontbreekt")
    assert (found.line, found.hint) == (3, "zet in de lijst een kolom partner.kvk")


def test_what_a_row_does_not_touch_stands_where_the_dossier_says_it(place_of):
    found = place_of(("dossier", "titel"), "X-01", "advies", "kan mooier")
    assert (found.file, found.line, found.level) == (str(SMALL), 3, "advies")
