"""The journal remembers what was made; what is lost of it costs time, never a document."""

from __future__ import annotations

import errno
import json
import os

from docgen.batch.journal import JournalEntry, read
from docgen.diagnostics.finding import Finding
from docgen.diagnostics.problem import Problem
from tests.batch.plans import MADE_OF


def made_as(file, sha="s"):
    return JournalEntry(file, sha, "", 0, 0, MADE_OF)


def test_without_its_journal_a_batch_makes_nothing_twice(two):
    for path in (two.out / ".docgen").iterdir():
        path.unlink()
    assert "2 ongewijzigd" in two.batch().out
    for path in (two.out / ".docgen").iterdir():
        path.unlink()
    two.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    assert "2 vernieuwd om: het staat er al, maar niet in het journaal" in two.batch().out


def test_a_journal_that_is_no_file_is_refused(two):
    journal = two.out / ".docgen" / "journaal.jsonl"
    journal.unlink()
    os.mkfifo(journal)
    for done in (two.batch(), two.status()):
        assert done.code == 2 and "journaal.jsonl is geen gewoon bestand" in done.err


def test_what_is_noted_is_read_again_and_the_last_line_about_a_document_counts(tmp_path):
    found = (Finding(("partner", "kvk"), "m", code="A", level="fout"), Problem("d.yaml", 1, 2, "p", "B", "n"))
    journal = read(tmp_path / "j")
    journal.note([JournalEntry("a.docx", "oud", "c", 5, 7, MADE_OF)])
    journal.note([JournalEntry("a.docx", "nieuw", "c", 6, 8, MADE_OF, found)])
    assert read(tmp_path / "j").entries == {"a.docx": JournalEntry("a.docx", "nieuw", "c", 6, 8, MADE_OF, found)}


def test_a_line_that_was_torn_off_is_passed_over_and_harms_no_next_one(tmp_path):
    journal = read(tmp_path / "j")
    journal.note([made_as("a.docx"), made_as("b.docx")])
    journal.path.write_bytes(journal.path.read_bytes()[:-20])
    read(journal.path).note([made_as("c.docx")])
    assert list(read(journal.path).entries) == ["a.docx", "c.docx"]


def test_the_fields_of_a_dossier_and_an_order_are_noted_once(tmp_path):
    for _ in range(3):
        journal = read(tmp_path / "j")
        journal.note_dossier("kenmerk", {"dossier.id": "1"})
        journal.note_order({"dossiers": ["d.yaml"], "per": "partij"})
    journal = read(tmp_path / "j")
    assert (journal.lines, journal.fields) == (2, {"kenmerk": {"dossier.id": "1"}})
    assert journal.orders == [{"dossiers": ["d.yaml"], "per": "partij"}]


def test_an_order_takes_the_place_of_one_for_the_same_documents_under_another_name(tmp_path):
    journal = read(tmp_path / "j")
    for name, draft in (("oud", False), ("concept", True), ("nieuw", False)):
        journal.note_order({"dossiers": ["d.yaml"], "name": name, "draft": draft})
    assert [one["name"] for one in read(tmp_path / "j").orders] == ["concept", "nieuw"]


def test_a_journal_that_is_mostly_about_what_was_becomes_short_and_tells_the_same(tmp_path):
    journal = read(tmp_path / "j")
    journal.note_dossier(MADE_OF.dossier, {"dossier.id": "1"})
    journal.note_dossier("van vroeger", {"dossier.id": "0"})
    journal.note_order({"dossiers": ["d.yaml"]})
    journal.note_report("verslag.json", "sha")
    journal.note(made_as("a.docx", str(turn)) for turn in range(1003))
    before = read(tmp_path / "j")
    before.shorten()
    after = read(tmp_path / "j")
    assert (before.lines, after.lines) == (1007, 4)
    assert (after.entries, after.orders, after.reports) == (before.entries, before.orders, {"verslag.json": "sha"})
    assert after.fields == {MADE_OF.dossier: {"dossier.id": "1"}}


def test_a_journal_of_a_common_length_stays_as_it_is(tmp_path):
    journal = read(tmp_path / "j")
    journal.note(made_as("a.docx", str(turn)) for turn in range(1002))
    before = journal.path.read_bytes()
    read(journal.path).shorten()
    assert journal.path.read_bytes() == before


def test_a_journal_that_cannot_be_written_says_why_and_stops_nothing(tmp_path):
    journal = read(tmp_path / "weg" / "j")
    journal.note_report("verslag.json", "sha")
    journal.note_report("verslag.xlsx", "sha")
    assert journal.broken == "het bestand bestaat niet; controleer de naam en de map"


def test_a_journal_that_a_virus_scanner_holds_for_a_moment_is_written(tmp_path, monkeypatch):
    journal, real, asked = read(tmp_path / "j"), os.open, []

    def held(path, *given, **more):
        asked.append(path)
        if len(asked) < 3:
            raise PermissionError(errno.EACCES, "in gebruik")
        return real(path, *given, **more)

    monkeypatch.setattr(os, "open", held)
    journal.note_report("verslag.json", "sha")
    assert (journal.broken, len(asked)) == ("", 3) and read(tmp_path / "j").reports == {"verslag.json": "sha"}


def test_a_name_that_no_system_can_hold_is_no_document(tmp_path):
    journal = read(tmp_path / "j")
    journal.note([made_as("x" * 256), made_as("y" * 255)])
    assert list(read(journal.path).entries) == ["y" * 255]
    assert [json.loads(line)["soort"] for line in journal.path.read_text("utf-8").split()] == ["document"] * 2
