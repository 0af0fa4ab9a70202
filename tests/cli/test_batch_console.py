"""What a batch shows on a terminal: its findings with their rows, its sums and where its report is."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from docgen.batch.executors.runner import USUAL
from docgen.batch.order import Order
from docgen.cli import batch_console
from tests.batch.batch_folder import SMALL
from tests.conftest import SAMPLE


@pytest.mark.slow
def test_what_a_rule_finds_elsewhere_is_told_with_the_row_that_causes_it(folder):
    folder.dossier.write_bytes(SAMPLE.read_bytes())
    folder.write_list("GGD Noord;76440", "GGD Zuid;99999", head="partner.naam;begroting.posten[P03].bedragen.2028\n")
    done = folder.batch()
    assert done.code == 1 and len(folder.documents) == 1
    assert "financiering: tekort in 2028" in done.err and "(bij rij 3 (GGD Zuid)) [FIN-01]" in done.err


@pytest.fixture
def order(tmp_path):
    """A function that gives an order for a list of partners."""

    def of(*rows: str, **asked: object) -> Order:
        (tmp_path / "lijst.csv").write_text("\n".join(rows), "utf-8")
        listed = str(tmp_path / "lijst.csv")
        return Order((str(SMALL),), ("overeenkomst",), str(tmp_path / "uit"), partners=listed, **asked)

    return of


def test_names_that_clash_are_told_twenty_at_most_and_nothing_is_made(order, capsys, tmp_path):
    assert batch_console.run(order("partner.naam", *["GGD Noord"] * 26), USUAL) == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("krijgen hetzelfde bestand") == 20
    assert said.err.endswith("docgen: … en nog 5 keer hetzelfde bestand\ndocgen: er is niets gemaakt\n")
    assert not (tmp_path / "uit").exists()


def test_a_fault_of_all_is_counted_in_the_line_that_says_that_nothing_is_made(order, capsys):
    assert batch_console.preview(order("partner.nam", "GGD Noord")).is_blocked
    assert capsys.readouterr().err.endswith("docgen: 1 fout; er is niets gemaakt\n")


def test_rows_that_are_no_partner_are_counted_apart_and_stand_in_the_report(order, capsys, tmp_path):
    rows = ["partner.naam;Memo", "GGD Noord;", "Totaal;", "GGD Zuid;bellen", "", "nog niet af;"]
    assert batch_console.run(order("Lijst 2027", *rows), USUAL) == 0
    said = capsys.readouterr()
    assert "2 gemaakt (van 2 documenten)\n2 rijen van de lijst weggelaten: 1 totaal, 1 opmerking\n" in said.out
    assert "de koppen staan in rij 2; wat erboven staat (‘Lijst 2027’) doet niet mee" in said.err
    report = json.loads((tmp_path / "uit" / "verslag.json").read_text("utf-8"))
    assert report["aantallen"] == {"gemaakt": 2, "totaal": 2, "weggelaten": 2}
    assert report["weggelaten"] == [
        {"rij": 4, "tekst": "Totaal", "waarom": "totaal"},
        {"rij": 7, "tekst": "nog niet af", "waarom": "opmerking"},
    ]
    assert {one["code"] for one in report["meldingen"] if not one["aantal"]} == {"kop", "weggelaten"}
    sheet = load_workbook(tmp_path / "uit" / "verslag.xlsx")["Weggelaten rijen"]
    assert list(sheet.values)[1:] == [(4, "Totaal", "totaal"), (7, "nog niet af", "opmerking")]


def test_a_trial_in_which_all_is_refused_counts_by_state_and_says_that_it_was_a_trial(order, capsys, tmp_path):
    wrong = order("partner.naam;overeenkomst.ingang", "GGD Noord;32-1-2028", "GGD Zuid;33-1-2028")
    assert batch_console.dry_run(wrong, USUAL) == 1
    said = capsys.readouterr()
    assert not batch_console.preview(wrong).config.is_writing
    assert said.out == "2 geweigerd (van 2 documenten)\ndit was een proef; er is niets geschreven\n"
    assert "lijst.csv:2:11: fout: overeenkomst › ingang" in said.err and not (tmp_path / "uit").exists()


def test_a_run_in_which_all_is_refused_says_where_the_report_is(order, capsys, tmp_path):
    assert batch_console.run(order("partner.naam;overeenkomst.ingang", "GGD Noord;32-1-2028"), USUAL) == 1
    out = tmp_path / "uit"
    assert capsys.readouterr().out == (
        f"1 geweigerd (van 1 document)\nverslag: {out / 'verslag.json'} en {out / 'verslag.xlsx'}\n"
    )


@pytest.fixture
def broken(monkeypatch):
    """A computer on which docgen meets what it does not expect at the document of GGD Noord."""
    real = os.replace

    def replace(source, target, **more):
        if Path(target).name == "GGD Noord.docx":
            raise ZeroDivisionError
        return real(source, target, **more)

    monkeypatch.setattr(os, "replace", replace)


ROWS = ("partner.naam", "GGD Noord", "GGD Zuid")


@pytest.mark.usefixtures("broken")
def test_a_bug_ends_with_two_and_says_in_which_file_its_traceback_is(order, capsys, tmp_path):
    assert batch_console.run(order(*ROWS, name="{partner.naam}"), USUAL) == 2
    said, log = capsys.readouterr(), tmp_path / "uit" / ".docgen" / "fout.log"
    assert "1 gemaakt, 1 geweigerd (van 2 documenten)" in said.out and "Traceback" not in said.err
    assert f"docgen: hier ging docgen zelf mis; meld dit met {log}, daarin staat waar" in said.err
    assert log.read_text("utf-8").count("Traceback") == 1
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {
        ".docgen", "GGD Zuid.docx", "verslag.json", "verslag.xlsx",
    }  # fmt: skip


@pytest.mark.usefixtures("broken")
def test_debug_shows_the_traceback_of_a_bug_in_a_batch(order, caplog):
    with caplog.at_level("DEBUG"):
        batch_console.run(order(*ROWS, name="{partner.naam}"), USUAL)
    assert "ZeroDivisionError" in caplog.text


def test_a_batch_tells_what_to_think_of_with_the_rows_it_is_about(order, capsys):
    assert batch_console.run(order(*ROWS), USUAL) == 0
    said = capsys.readouterr()
    assert (
        said.out.count("waarschuwing: ") == 3
        and "[AFW-04]" in said.out
        and "(bij rij 2 (GGD Noord), rij 3 (GGD Zuid)) [OVK-02]" in said.out
    )
    assert "Traceback" not in said.err


def test_a_trial_says_what_it_would_do_and_not_that_it_did(order, capsys):
    batch_console.dry_run(order(*ROWS, name="{partner.naam}"), USUAL)
    said = capsys.readouterr().out
    assert "zou maken      GGD Noord.docx  (nieuw)\nzou maken      GGD Zuid.docx  (nieuw)\n" in said
    assert "zou 2 maken (van 2 documenten)\ndit was een proef" in said and "gemaakt" not in said


def test_the_folder_of_docgen_that_is_gone_is_named_for_the_documents_and_for_the_journal(order, capsys, monkeypatch):
    asked, real = order(*ROWS, name="{partner.naam}"), os.urandom

    def urandom(size):
        shutil.rmtree(Path(asked.out) / ".docgen", ignore_errors=True)
        return real(size)

    monkeypatch.setattr(os, "urandom", urandom)
    assert batch_console.run(asked, USUAL) == 1
    said = capsys.readouterr().err
    assert f"de map is er niet meer waarin docgen werkt ({asked.out}/.docgen/bezig-" in said
    assert f"het journaal is niet te schrijven: de map {asked.out}/.docgen is er niet meer" in said
