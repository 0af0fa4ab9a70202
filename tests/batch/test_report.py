"""The report of a batch tells of every document, and no text of a list becomes a formula in it."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os

import pytest
from openpyxl import load_workbook

from docgen.batch import report
from docgen.batch.journal import Journal
from docgen.batch.planner import Planned
from docgen.batch.report import as_json, as_workbook, neutral, write_reports
from docgen.batch.task import MADE, REFUSED, Result
from docgen.diagnostics.problem import Problem
from docgen.errors import OutputError
from tests.batch.batch_folder import NOORD
from tests.batch.plans import SHARED, plan_of, task
from tests.conftest import SAMPLE


def test_the_report_lists_every_document_with_its_sha(two):
    for one in two.report()["documenten"]:
        assert one["sha256"] == hashlib.sha256((two.out / one["bestand"]).read_bytes()).hexdigest()
        assert one["stand"] == "gemaakt" and one["waarom"] == ["nieuw"]
    sheet = load_workbook(two.out / "verslag.xlsx")["Documenten"]
    rows = list(sheet.values)
    assert rows[0] == ("nr", "voor", "document", "bestand", "stand", "waarom", "SHA-256", "meldingen")
    assert rows[1][:5] == (1, "rij 2 (GGD Noord)", "overeenkomst", NOORD, "gemaakt")


@pytest.mark.parametrize("name", ['=HYPERLINK("x")', "+31612345678", "-2+3", "@SUM(A1)", "＝1+1"])
def test_no_name_becomes_a_formula_in_the_report(folder, name):
    folder.write_list(f'"{name.replace(chr(34), chr(34) * 2)}";Assen;directeur;A')
    assert folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--name", "doc {nummer}").code == 0
    assert name in folder.text("doc 2.docx")
    for sheet in load_workbook(folder.out / "verslag.xlsx"):
        for row in sheet.iter_rows():
            assert all(
                cell.data_type != "f" and not str(cell.value or "").startswith(("=", "+", "-", "@", "＝"))
                for cell in row
            )


def test_a_report_with_notes_of_a_person_is_kept(two):
    book = load_workbook(two.out / "verslag.xlsx")
    book["Documenten"]["J2"] = "gebeld op maandag"
    book.save(two.out / "verslag.xlsx")
    annotated = (two.out / "verslag.xlsx").read_bytes()
    done = two.batch()
    assert (two.out / "verslag.xlsx").read_bytes() == annotated and "verslag-2.xlsx" in done.out


def test_the_report_of_a_run_that_changes_nothing_tells_the_same(folder):
    folder.dossier.write_bytes(SAMPLE.read_bytes())
    head = "partner.naam;partner.ondertekenaar;partner.niveau\n"
    folder.write_list("GGD Noord;directeur;directie", head=head)
    assert folder.batch().code == 0
    first = folder.report()["meldingen"]
    assert first and "1 ongewijzigd" in folder.batch().out
    assert folder.report()["meldingen"] == first


@pytest.fixture
def plan(library, tmp_path):
    """A document that was made, one that was refused, one that was not reached, and one of before."""
    planned = [
        Planned(task(1), SHARED, ("nieuw",), Result(1, MADE, "abc", missing=("partner.kvk",))),
        Planned(task(2), None, (), Result(2, REFUSED, found=(WRONG, ADVICE), fault="kapot")),
        Planned(task(3)),
    ]
    return plan_of(planned, tmp_path, library, left=["oud.docx"])


WRONG = Problem("d.yaml", 3, 1, "dossier › id", "vorm", "=fout", hint="zo")
ADVICE = Problem("d.yaml", 4, 1, "dossier", "X-01", "mooier", level="advies")


def reported(plan):
    return [(one, list(one.outcome.found) if one.outcome else []) for one in plan.planned]


def test_for_programs_there_is_a_row_for_every_document_and_one_for_every_finding(plan):
    text = b"".join(as_json(plan, reported(plan))).decode()
    data = json.loads(text)
    assert text == json.dumps(data, ensure_ascii=False, indent=1)
    assert data["aantallen"] == {"gemaakt": 1, "geweigerd": 1, "totaal": 3}
    rows = [(one["bestand"], one["stand"], one["oorzaak"], one["ontbreekt"]) for one in data["documenten"]]
    assert rows == [
        ("1.docx", "gemaakt", "", ["partner.kvk"]), ("2.docx", "geweigerd", "kapot", []), ("3.docx", "niet gemaakt", "", []),
    ]  # fmt: skip
    assert [(one["code"], one["aantal"]) for one in data["meldingen"]] == [("vorm", 1), ("X-01", 1)]
    assert data["niet_meer_gevraagd"] == ["oud.docx"]


def test_for_people_there_is_a_sheet_of_documents_one_of_findings_and_one_of_what_is_left(plan):
    book = load_workbook(io.BytesIO(as_workbook(plan, reported(plan))))
    assert book.sheetnames == ["Documenten", "Meldingen", "Niet meer gevraagd"]
    assert [row[7] for row in book["Documenten"].iter_rows(2, values_only=True)] == [
        "ontbreekt: partner.kvk",
        "kapot\nd.yaml:3:1: fout: dossier › id: =fout [vorm]\nd.yaml:4:1: advies: dossier: mooier [X-01]",
        None,
    ]
    row = next(book["Meldingen"].iter_rows(2, values_only=True))
    assert row == ("fout", "d.yaml:3:1", "dossier › id", "'=fout", "zo", "vorm", 1, "rij 2")
    assert book["Documenten"].auto_filter.ref == "A1:H4"


def test_a_report_of_nothing_is_whole(tmp_path, library):
    plan = plan_of([], tmp_path, library, left=[])
    assert json.loads(b"".join(as_json(plan, []))) == {
        "aantallen": {"totaal": 0}, "documenten": [], "meldingen": [], "weggelaten": [], "niet_meer_gevraagd": [],
    }  # fmt: skip
    assert load_workbook(io.BytesIO(as_workbook(plan, []))).sheetnames == ["Documenten", "Meldingen"]


@pytest.mark.parametrize(
    ("most", "sheets"), [(1, ["A1:H2", "A1:H2", "A1:H2"]), (2, ["A1:H3", "A1:H2"]), (3, ["A1:H4"])]
)
def test_more_rows_than_a_sheet_has_room_for_go_on_in_the_next_sheet(plan, monkeypatch, most, sheets):
    monkeypatch.setattr(report, "MOST_ROWS", most)
    book = load_workbook(io.BytesIO(as_workbook(plan, reported(plan))))
    documents = [sheet for sheet in book if sheet.title.startswith("Documenten")]
    assert [sheet.auto_filter.ref for sheet in documents] == sheets
    assert [row[3] for sheet in documents for row in sheet.iter_rows(2, values_only=True)] == [
        "1.docx",
        "2.docx",
        "3.docx",
    ]
    assert documents[0].title == "Documenten" and all(sheet["A1"].value == "nr" for sheet in documents)


def test_a_report_takes_the_place_of_an_earlier_one_and_never_of_a_file_of_someone_else(plan, tmp_path):
    (tmp_path / "verslag.json").write_text("van mij", "utf-8")
    journal = Journal(tmp_path / "journaal.jsonl")
    for _ in range(2):
        written = write_reports(plan, journal, tmp_path)
        assert [path.name for path in written] == ["verslag-2.json", "verslag.xlsx"]
    assert (tmp_path / "verslag.json").read_text("utf-8") == "van mij"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"), ("  -2", "'  -2"), ("＠x", "'＠x"), ("\tx", "'\tx"), ("+31", "'+31"),
        ("a=1", "a=1"), ("'t Hof", "'t Hof"), ("", ""), ("bel\x07", "bel "), ("x" * 40_000, "x" * 32_000),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_would_calculate_gets_an_apostrophe_and_what_it_cannot_hold_is_cut(text, shown):
    assert neutral(text) == shown


@pytest.mark.parametrize("text", ["😀" * 40_000, "a" * 40_000, "é" * 31_999 + "😀😀"])
def test_no_cell_is_longer_than_excel_allows_in_its_own_count(text):
    shown = neutral(text)
    assert len(shown.encode("utf-16-le")) // 2 <= 32_000 and text.startswith(shown)


def test_the_report_holds_no_place_of_this_machine(folder):
    """Asked for with absolute paths, with a document that is refused, a finding about a cell and one about the dossier."""
    folder.write_list("GGD Noord;Assen;directeur;Noord", "GGD Zuid;Roermond;;Zuid", "GGD Oost;Ede;voorzitter;Oost")
    (folder.path / "uit").mkdir()
    (folder.path / "uit" / "GGD Oost.docx").write_text("van een ander", "utf-8")
    options = (
        "--partners",
        folder.path / "lijst.csv",
        "-d",
        "overeenkomst",
        "--name",
        "{partner.naam}",
        "--out",
        folder.path / "uit",
    )
    folder.docgen("batch", folder.path / "dossier.yaml", *options, cwd=folder.path)
    assert "is niet door docgen gemaakt" in (text := (folder.path / "uit" / "verslag.json").read_text("utf-8"))
    assert "../lijst.csv" in text and str(folder.path) not in text
    book = load_workbook(folder.path / "uit" / "verslag.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if str(folder.path) in cell] and any("../lijst.csv" in cell for cell in cells)


def test_a_folder_that_cannot_be_looked_into_gets_no_report_and_no_traceback(plan, monkeypatch, tmp_path):
    real = os.stat

    def refused(path, *given, **more):
        if "verslag" in str(path):
            raise OSError(errno.ESTALE, "weg")
        return real(path, *given, **more)

    monkeypatch.setattr(os, "stat", refused)
    with pytest.raises(OutputError, match=r"verslag\.json is niet te schrijven: het besturingssysteem weigert het"):
        write_reports(plan, plan.journal, tmp_path)
