"""`docgen batch` and `docgen status`: a document for each of many, each with its own data, and nothing lost."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from docgen.word.plaintext import as_text
from tests.conftest import DOSSIERS, ROOT, SAMPLE, docgen_in
from tests.word_files import parts_of

pytestmark = pytest.mark.slow

SMALL = DOSSIERS / "minimaal-overeenkomst.yaml"
HEAD = "partner.naam;partner.plaats;partner.ondertekenaar;overeenkomst.titel\n"


class Folder:
    """A folder in which a batch is run."""

    def __init__(self, path: Path, docgen) -> None:
        self.path, self.docgen = path, docgen
        self.out = path / "uit"
        self.dossier = path / "dossier.yaml"
        self.dossier.write_bytes(SMALL.read_bytes())

    def write_list(self, *rows: str, head: str = HEAD) -> None:
        (self.path / "lijst.csv").write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")

    def batch(self, *options: object, **how):
        options = options or ("--partners", "lijst.csv", "-d", "overeenkomst")
        return self.docgen("batch", "dossier.yaml", *options, "--out", "uit", cwd=self.path, **how)

    def status(self, *options: object):
        return self.docgen("status", "uit", *options, cwd=self.path)

    def change(self, old: str, new: str) -> None:
        text = self.dossier.read_text(encoding="utf-8")
        assert old in text
        self.dossier.write_text(text.replace(old, new), encoding="utf-8")

    @property
    def documents(self) -> dict[str, Path]:
        return {path.name: path for path in sorted(self.out.glob("*.docx"))}

    def text(self, name: str) -> str:
        return as_text(self.out / name)

    def report(self) -> dict:
        return json.loads((self.out / "verslag.json").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path, docgen) -> Folder:
    return Folder(tmp_path, docgen)


NOORD, ZUID = "overeenkomst-klein-GGD Noord.docx", "overeenkomst-klein-GGD Zuid.docx"


@pytest.fixture(scope="module")
def two_made(tmp_path_factory) -> Path:
    """A folder with two partners, both made."""
    folder = Folder(tmp_path_factory.mktemp("twee"), docgen_in(tmp_path_factory.mktemp("leeg")))
    folder.write_list("GGD Noord;Assen;directeur;Afspraak met Noord", "GGD Zuid;Weert;bestuurder;Afspraak met Zuid")
    done = folder.batch()
    assert (done.code, done.err) == (0, "")
    return folder.path


@pytest.fixture
def two(folder, two_made) -> Folder:
    """A folder of one's own with two partners, both made."""
    shutil.copytree(two_made, folder.path, dirs_exist_ok=True)
    return folder


def edit(path: Path) -> bytes:
    document = Document(path)
    document.paragraphs[0].add_run(" (met de hand aangepast)")
    document.save(path)
    return path.read_bytes()


def test_every_row_becomes_a_document_with_its_own_values(two):
    assert set(two.documents) == {NOORD, ZUID}
    noord, zuid = two.text(NOORD), two.text(ZUID)
    assert "Afspraak met Noord" in noord and "gevestigd te Assen" in noord and "directeur" in noord
    assert "Afspraak met Zuid" in zuid and "gevestigd te Weert" in zuid and "bestuurder" in zuid
    assert "Zuid" not in noord and "Noord" not in zuid


def test_what_it_reads_stays_as_it_is(two):
    files = [two.dossier, two.path / "lijst.csv"]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in files]
    two.batch()
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in files] == before


def test_no_document_holds_anything_of_another_row(folder):
    marks = [f"merk{number:03}x" for number in range(60)]
    folder.write_list(*(f"P {mark};Stad {mark};Tekenaar {mark};Titel {mark}" for mark in marks))
    assert folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--workers", 2).code == 0
    assert len(folder.documents) == 60
    for mark in marks:
        text = folder.text(f"overeenkomst-klein-P {mark}.docx")
        assert {f"P {mark}", f"Stad {mark}", f"Tekenaar {mark}", f"Titel {mark}"} <= {
            found for found in (f"{word} {mark}" for word in ("P", "Stad", "Tekenaar", "Titel")) if found in text
        }
        assert not [other for other in marks if other != mark and other in text]


def test_a_partner_that_signs_is_a_party_and_one_that_does_not_is_only_named(folder):
    folder.write_list("GGD Noord;Assen;directeur;A")
    folder.batch()
    assert "GGD Noord, gevestigd te Assen, ten deze rechtsgeldig vertegenwoordigd door haar directeur" in folder.text(
        NOORD
    )
    folder.write_list("GGD Zuid;Weert", head="partner.naam;partner.plaats\n")
    folder.batch()
    assert "Exemplaar voor: ⇥ GGD Zuid" in folder.text(ZUID)
    assert "vertegenwoordigd door haar directeur-bestuurder" in folder.text(ZUID) and "Weert" not in folder.text(ZUID)


def test_a_partner_with_the_id_of_a_party_fills_in_that_party(folder):
    folder.write_list("welzijn;Stichting Nieuw;penningmeester", head="partner.id;partner.naam;partner.ondertekenaar\n")
    assert folder.batch().code == 0
    text = folder.text("overeenkomst-klein-Stichting Nieuw.docx")
    assert "Stichting Nieuw, ten deze rechtsgeldig vertegenwoordigd door haar penningmeester" in text
    assert "Stichting Welzijn" not in text


def test_a_dossier_with_one_party_is_enough_when_the_partner_is_the_other(folder):
    start = folder.dossier.read_text(encoding="utf-8").index("  - id: welzijn")
    end = folder.dossier.read_text(encoding="utf-8").index("overeenkomst:")
    text = folder.dossier.read_text(encoding="utf-8")
    folder.dossier.write_text(text[:start] + text[end:], encoding="utf-8")
    folder.write_list("GGD Noord;Assen;directeur;A")
    done = folder.batch()
    assert (done.code, list(folder.documents)) == (0, [NOORD])


def test_a_row_without_a_signer_is_refused_at_its_cell_and_the_others_are_made(folder):
    folder.write_list("GGD Noord;Assen;directeur;A", "GGD Zuid;Weert;;B", "GGD Oost;Ede;directeur;C")
    done = folder.batch()
    assert done.code == 1
    assert set(folder.documents) == {NOORD, "overeenkomst-klein-GGD Oost.docx"}
    assert "lijst.csv:3:16: fout: partner › ondertekenaar: is nog leeg. Functie van wie tekent" in done.err
    assert "tip: vul deze cel in" in done.err
    assert "2 gemaakt, 1 geweigerd (van 3 documenten)" in done.out


def test_a_cell_that_cannot_be_read_refuses_only_its_row(folder):
    folder.write_list("GGD Noord;1-1-2028", "GGD Zuid;32-1-2028", head="partner.naam;overeenkomst.ingang\n")
    done = folder.batch()
    assert done.code == 1 and list(folder.documents) == [NOORD]
    assert "lijst.csv:3:10: fout: overeenkomst › ingang: 2028-01-32 is geen bestaande datum [type]" in done.err
    refused = folder.report()["documenten"][1]
    assert (refused["stand"], refused["voor"]) == ("geweigerd", "rij 3 (GGD Zuid)")
    assert refused["meldingen"][0]["line"] == 3


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
    assert "handelsregister onder nummer 01234567" in folder.text(NOORD)
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


def test_what_a_rule_finds_elsewhere_is_told_with_the_row_that_causes_it(folder):
    folder.dossier.write_bytes(SAMPLE.read_bytes())
    folder.write_list("GGD Noord;76440", "GGD Zuid;99999", head="partner.naam;begroting.posten[P03].bedragen.2028\n")
    done = folder.batch()
    assert done.code == 1 and len(folder.documents) == 1
    assert "financiering: tekort in 2028" in done.err and "(bij rij 3 (GGD Zuid)) [FIN-01]" in done.err


def test_two_values_that_contradict_each_other_only_together_are_found(folder):
    folder.write_list("GGD Noord;1-1-2029;1-1-2028", head="partner.naam;overeenkomst.ingang;overeenkomst.einde\n")
    done = folder.batch()
    assert done.code == 1 and not folder.documents
    assert "ligt voor ingang" in done.err and "lijst.csv:2:" in done.err


def test_a_heading_with_a_typo_stops_everything_before_it_begins(folder):
    folder.write_list("GGD Noord", head="partner.nam\n")
    done = folder.batch()
    assert done.code == 1 and not folder.out.exists()
    assert "bedoel je ‘partner.naam’?" in done.err and "er is niets gemaakt" in done.err


def test_a_mistake_in_the_dossier_stops_everything_before_it_begins(folder):
    folder.change("ingang: 2028-01-01", "ingang: morgen")
    folder.write_list("GGD Noord;Assen;directeur;A")
    done = folder.batch()
    assert done.code == 1 and not folder.out.exists() and "dossier.yaml:17:11" in done.err


def test_the_pattern_gives_the_names(folder):
    folder.write_list("GGD Noord;Assen;directeur;A")
    folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--name", "{partner.naam} - {type} {nummer}")
    assert list(folder.documents) == ["GGD Noord - overeenkomst 2.docx"]


def test_rows_with_the_same_name_are_both_named_and_nothing_is_made(folder):
    folder.write_list("GGD Noord;Assen;directeur;A", "ggd noord;Weert;directeur;B")
    done = folder.batch()
    assert done.code == 1 and not folder.out.exists()
    assert "rij 3 (ggd noord) en rij 2 (GGD Noord) krijgen hetzelfde bestand" in done.err


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{partner.nam}", "‘{partner.nam}’ in --name bestaat niet; bedoel je ‘partner.naam’?"),
        ("{tipe}", "‘{tipe}’ in --name bestaat niet; bedoel je ‘type’?"),
        ("{partner.naam", "een accolade te veel"),
    ],
)
def test_a_wrong_pattern_is_refused_with_what_was_meant(folder, pattern, message):
    folder.write_list("GGD Noord;Assen;directeur;A")
    done = folder.batch("--partners", "lijst.csv", "--name", pattern)
    assert done.code == 2 and message in done.err and not folder.out.exists()


@pytest.mark.parametrize("name", ["../../x", "/etc/x", "C:\\x", "..", "CON", "a/b", "x" * 300, "🎉"])
def test_whatever_a_partner_is_called_its_document_stays_in_the_folder(folder, name):
    folder.write_list(f"{name};Assen;directeur;A")
    assert folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--name", "{partner.naam}").code == 0
    assert len(folder.documents) == 1
    assert {path.name for path in folder.path.iterdir()} == {"dossier.yaml", "lijst.csv", "uit"}


def test_an_empty_field_in_the_pattern_refuses_only_that_row(folder):
    folder.write_list("GGD Noord;Assen;directeur;A", ";Weert;directeur;B")
    done = folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--name", "{partner.naam}")
    assert done.code == 1 and list(folder.documents) == ["GGD Noord.docx"]
    assert "rij 3: ‘{partner.naam}’ in de bestandsnaam is niet ingevuld" in done.err


def test_a_batch_that_is_repeated_makes_nothing(two):
    before = {name: path.stat().st_mtime_ns for name, path in two.documents.items()}
    done = two.batch()
    assert done.code == 0 and "2 ongewijzigd (van 2 documenten)" in done.out
    assert {name: path.stat().st_mtime_ns for name, path in two.documents.items()} == before


def test_only_the_row_that_changed_is_made_again_and_the_report_says_why(two):
    before = two.documents[NOORD].stat().st_mtime_ns
    two.write_list("GGD Noord;Assen;directeur;Afspraak met Noord", "GGD Zuid;Roermond;bestuurder;Afspraak met Zuid")
    told = two.batch().out
    assert "1 vernieuwd, 1 ongewijzigd (van 2 documenten)\n  1 vernieuwd om: rij: partner.plaats\n" in told
    assert two.documents[NOORD].stat().st_mtime_ns == before and "Roermond" in two.text(ZUID)
    assert [one["waarom"] for one in two.report()["documenten"]] == [[], ["rij: partner.plaats"]]


def test_a_comment_in_the_dossier_renews_no_document(two):
    before = {name: path.read_bytes() for name, path in two.documents.items()}
    two.change("dossier:\n", "# nog eens bekeken\ndossier:\n")
    assert "2 ongewijzigd (van 2 documenten)" in two.batch().out
    assert {name: path.read_bytes() for name, path in two.documents.items()} == before


def test_a_field_of_the_dossier_renews_all_and_is_named(two):
    two.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    assert "2 vernieuwd (van 2 documenten)" in two.batch().out
    assert two.report()["documenten"][0]["waarom"] == ["dossier: interventie.naam"]
    assert "De stadsaanpak" in two.text(NOORD)


def test_a_template_that_changed_renews_all(two):
    templates = two.path / "eigen" / "templates"
    templates.mkdir(parents=True)
    original = ROOT / "templates" / "overeenkomst.docx"
    (templates / "overeenkomst.docx").write_bytes(original.read_bytes())
    options = ("--partners", "lijst.csv", "-d", "overeenkomst", "--library", "eigen")
    assert "2 ongewijzigd" in two.batch(*options).out  # the same template from another folder
    document = Document(templates / "overeenkomst.docx")
    next(one for one in document.paragraphs if one.text == "De ondergetekenden:").add_run(" Een nieuwe zin.")
    document.save(templates / "overeenkomst.docx")
    assert "2 vernieuwd" in two.batch(*options).out
    assert "Een nieuwe zin." in two.text(NOORD)
    assert "het sjabloon of de huisstijl" in two.report()["documenten"][0]["waarom"]


def test_a_document_that_was_edited_stays_and_the_others_go_on(two):
    edited = edit(two.documents[NOORD])
    two.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    done = two.batch()
    assert done.code == 1 and two.documents[NOORD].read_bytes() == edited
    assert "is veranderd nadat docgen het maakte" in done.err and "De stadsaanpak" in two.text(ZUID)
    done = two.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--overwrite")
    assert done.code == 0 and "De stadsaanpak" in two.text(NOORD)


def test_a_document_of_another_kind_under_the_same_name_stays(folder):
    folder.write_list("GGD Noord;Assen;directeur;Noord")
    named = ("--partners", "lijst.csv", "--draft", "--name", "{partner.naam}", "-d")
    assert folder.batch(*named, "overeenkomst").code == 0
    before = folder.documents["GGD Noord-concept.docx"].read_bytes()
    done = folder.batch(*named, "jaarplan")
    assert done.code == 1 and "is een ander document (overeenkomst, niet jaarplan)" in done.err
    assert folder.documents["GGD Noord-concept.docx"].read_bytes() == before


def test_a_document_that_is_gone_is_made_again(two):
    whole = two.documents[NOORD].read_bytes()
    two.documents[NOORD].unlink()
    assert "1 gemaakt, 1 ongewijzigd" in two.batch().out
    assert two.documents[NOORD].read_bytes() == whole


def test_without_its_journal_a_batch_makes_nothing_twice(two):
    for path in (two.out / ".docgen").iterdir():
        path.unlink()
    assert "2 ongewijzigd" in two.batch().out
    for path in (two.out / ".docgen").iterdir():
        path.unlink()
    two.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    assert "2 vernieuwd om: het staat er al, maar niet in het journaal" in two.batch().out


def test_a_trial_writes_nothing_and_foretells_the_run(two, tmp_path):
    two.write_list(
        "GGD Noord;Assen;directeur;Afspraak met Noord", "GGD Zuid;Roermond;bestuurder;B", "GGD Oost;Ede;chef;C", "X;;;;"
    )
    before = {path: path.read_bytes() for path in two.out.rglob("*") if path.is_file()}
    foretold = two.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--dry-run")
    assert {path: path.read_bytes() for path in two.out.rglob("*") if path.is_file()} == before
    made = two.batch()
    counted = "1 gemaakt, 1 vernieuwd, 1 ongewijzigd, 1 geweigerd (van 4 documenten)"
    assert counted in foretold.out and counted in made.out and foretold.code == made.code == 1
    assert f"vernieuwd    {ZUID}  (rij: partner.plaats, overeenkomst.titel)" in foretold.out


def test_a_trial_in_a_new_place_makes_no_folder(folder):
    folder.write_list("GGD Noord;Assen;directeur;A")
    assert folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--dry-run").code == 0
    assert not folder.out.exists()


def test_fail_fast_stops_at_the_first_that_is_refused(folder):
    rows = [f"P{number};Stad;directeur;Titel" for number in range(200)]
    folder.write_list("Nul;Stad;;Titel", *rows)
    done = folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--fail-fast", "--workers", 1)
    assert done.code == 1 and "niet gemaakt" in done.out and len(folder.documents) < 150


def test_fail_fast_makes_nothing_when_a_row_cannot_be_read(folder):
    folder.write_list("GGD Noord;1-1-2028", "GGD Zuid;32-1-2028", head="partner.naam;overeenkomst.ingang\n")
    done = folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--fail-fast")
    assert done.code == 1 and not folder.documents and "1 geweigerd, 1 niet gemaakt" in done.out


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


def test_status_tells_how_every_document_stands(two):
    assert two.status().code == 0 and "2 actueel" in two.status().out
    two.write_list(
        "GGD Noord;Groningen;directeur;Afspraak met Noord",
        "GGD Zuid;Weert;bestuurder;Afspraak met Zuid",
        "GGD Oost;Ede;chef;C",
    )
    edit(two.documents[ZUID])
    done = two.status()
    assert done.code == 1
    assert f"verouderd     {NOORD}  (rij: partner.plaats)" in done.out
    assert f"bewerkt       {ZUID}" in done.out
    assert "niet gemaakt  overeenkomst-klein-GGD Oost.docx" in done.out
    two.documents[NOORD].unlink()
    assert f"weg           {NOORD}" in two.status().out
    two.write_list("GGD Noord;Groningen;directeur;Afspraak met Noord")
    assert f"niet meer gevraagd  {ZUID}" in two.status().out


def test_status_names_the_fields_of_the_dossier(two):
    two.change("titel: Klein dossier", "titel: Groot dossier")
    two.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    assert f"verouderd  {NOORD}  (dossier: dossier.titel, interventie.naam)" in two.status().out


@pytest.mark.parametrize(
    "line", ['{"soort":"opdracht"}', '{"soort":"opdracht","dossiers":5,"documents":1}', "[" * 100_000]
)
def test_status_with_a_damaged_journal_is_refused(two, line):
    (two.out / ".docgen" / "journaal.jsonl").write_text(line, encoding="utf-8")
    done = two.status()
    assert done.code == 2 and "Traceback" not in done.err


def test_a_draft_per_party_is_made_whatever_the_rules_find(folder):
    folder.change("    reden: De kleinste overeenkomst die docgen kan maken.\n", "    reden: Zomaar.\n")
    folder.change("geldig_tot: 2028-12-31", "geldig_tot: 2020-12-31")
    folder.change("  titel: Klein dossier\n", "  titel: Klein dossier\n  peildatum: 2028-01-01\n")
    final = folder.batch("-d", "overeenkomst", "--per", "partij")
    draft = folder.batch("-d", "overeenkomst", "--per", "partij", "--draft")
    assert (final.code, draft.code) == (1, 0)
    assert set(folder.documents) == {
        "overeenkomst-klein-merenbroek-concept.docx",
        "overeenkomst-klein-welzijn-concept.docx",
    }


def test_status_names_some_of_every_kind_and_counts_the_rest(folder):
    folder.write_list(*(f"P{number:02};Stad;directeur;Titel" for number in range(30)))
    folder.batch()
    folder.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    told, whole = folder.status().out, folder.status("--all").out
    assert told.count("overeenkomst-klein-P") == 20 and "verouderd  … en nog 10; toon ze met --all" in told
    assert whole.count("overeenkomst-klein-P") == 30 and "30 verouderd" in told and "30 verouderd" in whole


def test_status_of_another_folder_is_refused(folder):
    done = folder.docgen("status", folder.path)
    assert done.code == 2 and "geen journaal van docgen batch" in done.err


def test_a_folder_that_moved_with_its_dossier_still_has_a_status(two):
    moved = two.path.with_name("verhuisd")
    two.path.rename(moved)
    done = two.docgen("status", moved / "uit", cwd=moved.parent)
    assert done.code == 0 and "2 actueel" in done.out


def test_each_party_gets_its_own_part_of_the_annual_plan(folder):
    folder.dossier.write_bytes(SAMPLE.read_bytes())
    done = folder.batch("-d", "jaarplan", "--per", "partij")
    assert done.code == 0 and len(folder.documents) == 7
    text = folder.text("jaarplan-wijkkracht-spoordijk-welzijn.docx")
    assert "Deel voor: ⇥ Stichting Welzijn Merenbroek" in text
    assert "Taakveld" not in text and "Afdeling:" not in text
    parts = parts_of((folder.out / "jaarplan-wijkkracht-spoordijk-welzijn.docx").read_bytes())
    assert "Stichting Welzijn Merenbroek" in parts["word/huisstijl_header1.xml"].decode()
    assert "Taakveld: ⇥ 7.1 Volksgezondheid" in folder.text("jaarplan-wijkkracht-spoordijk-merenbroek.docx")
    assert (
        "| Welzijn op recept uitvoeren ¶ Doorlopend | Intake binnen tien werkdagen | Welzijnscoach | 620 |" in text
    )  # 560 + 60
    assert "| Betaalde uren | Stichting Welzijn Merenbroek | 980 |" in text
    assert "| Inzet Welzijn | Structureel | €\u00a076.440 |" in text and "| Herschikte subsidie welzijn |" in text
    assert "Inzet GGD" not in text and "Gezondheidsbevorderaar |" in text and "Saldo" not in text
    assert "Beweegaanbod" not in text


def test_each_party_gets_its_own_copy_of_the_whole_agreement(folder):
    assert folder.batch("-d", "overeenkomst", "--per", "partij").code == 0
    text = folder.text("overeenkomst-klein-welzijn.docx")
    assert "Exemplaar voor: ⇥ Stichting Welzijn" in text
    assert "Gemeente Merenbroek, ten deze" in text and "Stichting Welzijn, ten deze" in text


def test_what_no_party_has_a_part_in_is_refused_per_party(folder):
    done = folder.batch("-d", "raadsvoorstel", "--per", "partij")
    assert done.code == 2
    assert "raadsvoorstel is niet per partij te maken; wel: jaarplan en overeenkomst" in done.err


def test_many_dossiers_give_the_documents_that_render_gives(folder, docgen):
    names = ("minimaal-jaarplan", "minimaal-overdracht", "minimaal-overeenkomst")
    for name in names:
        text = (DOSSIERS / f"{name}.yaml").read_text(encoding="utf-8").replace("id: klein", f"id: {name}")
        (folder.path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder.path / "kapot.yaml").write_text("dossier: [", encoding="utf-8")
    (folder.path / "weg.txt").write_bytes(b"\xff\xfe\x00")
    files = [f"{name}.yaml" for name in names]
    done = docgen("batch", *files, "kapot.yaml", "nergens.yaml", "-o", "uit", cwd=folder.path)
    assert done.code == 1 and "3 gemaakt, 2 geweigerd (van 5 documenten)" in done.out
    assert "nergens.yaml" in done.err and "Traceback" not in done.err
    for name in files:
        assert docgen("render", name, "-o", "los", cwd=folder.path).code == 0
    assert {path.name: path.read_bytes() for path in (folder.path / "los").iterdir()} == {
        name: path.read_bytes() for name, path in folder.documents.items()
    }


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--per", "partij", "--partners", "lijst.csv"), "kies --per partij of --partners, niet allebei"),
        (("tweede.yaml", "--partners", "lijst.csv"), "bij --partners hoort één dossier"),
        (("--partners", "geen.csv"), "partnerlijst geen.csv is niet te lezen"),
        (("--partners", "lijst.csv", "-d", "overeenkomts"), "bedoel je ‘overeenkomst’?"),
        (("--partners", "lijst.csv", "--executor", "spark://x"), "schrijf bijvoorbeeld dask://host:8786"),
    ],
)
def test_an_order_that_cannot_be_is_refused(folder, options, message):
    folder.write_list("GGD Noord;Assen;directeur;A")
    done = folder.batch(*options)
    assert done.code == 2 and message in done.err and not folder.documents


def test_on_a_terminal_a_bar_shows_the_rate_and_the_time_left(folder):
    folder.write_list(*(f"P{number};Stad;directeur;Titel" for number in range(60)))
    order = ["batch", "dossier.yaml", "--partners", "lijst.csv", "-d", "overeenkomst", "--out", "uit", "--workers", "1"]
    program = (
        "import os, pty, sys\n"
        "shown = []\n"
        "def read(fd):\n    shown.append(os.read(fd, 4096))\n    return shown[-1]\n"
        "code = pty.spawn([sys.executable, '-c', 'from docgen.cli.app import run; run()', *sys.argv[1:]], read, lambda fd: b'')\n"
        "sys.exit(os.waitstatus_to_exitcode(code))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *order], cwd=folder.path, capture_output=True, timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "90", "TERM": "xterm"}, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    shown = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", done.stdout.decode("utf-8", "replace"))
    assert done.returncode == 0, shown
    assert re.search(r"documenten .* \d+/60 \d+ per seconde \d:\d\d:\d\d", shown) and "60 gemaakt" in shown


SHAPES = ["dossier: [", "", "dossier: tekst", "dossier: 5", "dossier: [1, 2]", "dossier: {id: [1]}", "partijen: 5",
          "partijen: allemaal", "partijen: [[1]]", "partijen: {a: {id: x}}", "kolommen: 5", "partijen: []"]  # fmt: skip


@pytest.mark.parametrize("per", [(), ("--per", "partij")])
def test_a_dossier_of_the_wrong_shape_is_refused_by_name_and_stops_no_other(folder, docgen, per):
    names = []
    for number, text in enumerate(SHAPES):
        names.append(f"vreemd{number}.yaml")
        (folder.path / names[-1]).write_text(text, encoding="utf-8")
    done = docgen("batch", "dossier.yaml", *names, "-d", "overeenkomst", *per, "-o", "uit", cwd=folder.path)
    assert done.code == 1 and "Traceback" not in done.err and len(folder.documents) == (2 if per else 1)
    refused = {one["voor"] for one in folder.report()["documenten"] if one["stand"] == "geweigerd"}
    assert refused == set(names)


@pytest.mark.parametrize("text", ["kolommen: 5", "kolommen: [a]", "partijen: tekst", "dossier: tekst"])
def test_a_list_beside_a_dossier_of_the_wrong_shape_is_refused(folder, text):
    folder.dossier.write_text(text, encoding="utf-8")
    folder.write_list("GGD Noord;Assen;directeur;A")
    done = folder.batch()
    form = folder.docgen("partners", "template", "dossier.yaml", "-o", "nieuw.xlsx", cwd=folder.path)
    assert done.code in (1, 2) and "Traceback" not in done.err + form.err and not folder.documents


def test_a_document_that_docgen_made_can_be_the_template_of_others(two):
    templates = two.path / "eigen" / "templates"
    templates.mkdir(parents=True)
    (templates / "overeenkomst.docx").write_bytes(two.documents[NOORD].read_bytes())
    done = two.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--library", "eigen", "--name", "{nummer}")
    assert done.code == 0
    as_text(two.out / "2.docx")
    relations = parts_of((two.out / "2.docx").read_bytes())["word/_rels/document.xml.rels"].decode()
    ids = re.findall(r'Id="([^"]+)"', relations)
    assert len(ids) == len(set(ids)) > 4


def test_status_is_the_same_from_every_folder(two):
    two.write_list("GGD Noord;Assen;directeur;Afspraak met Noord")
    for cwd, name in ((two.path, "uit"), (two.path.parent, two.out), (two.out, ".")):
        done = two.docgen("status", name, cwd=cwd)
        assert done.code == 1 and f"niet meer gevraagd  {ZUID}" in done.out and "1 actueel" in done.out


def test_status_knows_every_order_of_a_folder(two):
    assert two.batch("-d", "overeenkomst", "--per", "partij").code == 0
    assert "4 actueel" in two.status().out
    two.documents[ZUID].unlink()
    done = two.status()
    assert done.code == 1 and ZUID in done.out and "3 actueel" in done.out


def test_the_report_of_a_run_that_changes_nothing_tells_the_same(folder):
    folder.dossier.write_bytes(SAMPLE.read_bytes())
    head = "partner.naam;partner.ondertekenaar;partner.niveau\n"
    folder.write_list("GGD Noord;directeur;directie", head=head)
    assert folder.batch().code == 0
    first = folder.report()["meldingen"]
    assert first and "1 ongewijzigd" in folder.batch().out
    assert folder.report()["meldingen"] == first


def test_a_list_with_two_encodings_is_refused(folder):
    (folder.path / "lijst.csv").write_bytes("partner.naam\nCafé Zoë\n".encode() + b"Kapot\xff\n")
    done = folder.batch()
    assert done.code == 2 and "heeft op regel 3 een teken dat geen UTF-8 is" in done.err and not folder.documents


def test_a_template_in_the_output_folder_is_never_replaced(folder):
    templates = folder.path / "uit" / "templates"
    templates.mkdir(parents=True)
    template = templates / "overeenkomst.docx"
    template.write_bytes((ROOT / "templates" / "overeenkomst.docx").read_bytes())
    before = template.read_bytes()
    folder.write_list("GGD Noord;Assen;directeur;A", "overeenkomst;Ede;directeur;B")
    for _ in range(2):
        done = folder.docgen(
            "batch", "dossier.yaml", "--partners", "lijst.csv", "-d", "overeenkomst", "--library", "uit", "-o", templates,
            "--name", "{partner.naam}", "--overwrite", cwd=folder.path,
        )  # fmt: skip
        assert done.code == 1 and "is een bestand waaruit docgen leest" in done.err and template.read_bytes() == before


def test_a_journal_that_is_no_file_is_refused(two):
    journal = two.out / ".docgen" / "journaal.jsonl"
    journal.unlink()
    os.mkfifo(journal)
    for done in (two.batch(), two.status()):
        assert done.code == 2 and "journaal.jsonl is geen gewoon bestand" in done.err
