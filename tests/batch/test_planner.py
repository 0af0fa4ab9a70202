"""What a batch will do: what stops it all, what one row, and which documents need no work."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from docgen.batch.journal import Journal, JournalEntry, read
from docgen.batch.order import Order
from docgen.batch.planner import EDITED, Planned, make_plan
from docgen.batch.task import REFUSED, UNCHANGED, Result
from docgen.errors import DocgenError
from docgen.system import files
from tests.batch.batch_folder import NOORD, SMALL, ZUID
from tests.batch.plans import plan_of, task
from tests.conftest import ROOT


def test_a_dossier_with_one_party_is_enough_when_the_partner_is_the_other(folder):
    start = folder.dossier.read_text(encoding="utf-8").index("  - id: welzijn")
    end = folder.dossier.read_text(encoding="utf-8").index("overeenkomst:")
    text = folder.dossier.read_text(encoding="utf-8")
    folder.dossier.write_text(text[:start] + text[end:], encoding="utf-8")
    folder.write_list("GGD Noord;Assen;directeur;A")
    done = folder.batch()
    assert (done.code, list(folder.documents)) == (0, [NOORD])


def test_a_cell_that_cannot_be_read_refuses_only_its_row(folder):
    folder.write_list("GGD Noord;1-1-2028", "GGD Zuid;32-1-2028", head="partner.naam;overeenkomst.ingang\n")
    done = folder.batch()
    assert done.code == 1 and list(folder.documents) == [NOORD]
    assert "lijst.csv:3:10: fout: overeenkomst › ingang: 2028-01-32 is geen bestaande datum [type]" in done.err
    refused = folder.report()["documenten"][1]
    assert (refused["stand"], refused["voor"]) == ("geweigerd", "rij 3 (GGD Zuid)")
    assert refused["meldingen"][0]["line"] == 3


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


def test_rows_with_the_same_name_are_both_named_and_nothing_is_made(folder):
    folder.write_list("GGD Noord;Assen;directeur;A", "ggd noord;Weert;directeur;B")
    done = folder.batch()
    assert done.code == 1 and not folder.out.exists()
    assert "rij 3 (ggd noord) en rij 2 (GGD Noord) krijgen hetzelfde bestand" in done.err


def test_a_batch_that_is_repeated_makes_nothing(two):
    before = {name: path.stat().st_mtime_ns for name, path in two.documents.items()}
    done = two.batch()
    assert done.code == 0 and "2 ongewijzigd (van 2 documenten)" in done.out
    assert {name: path.stat().st_mtime_ns for name, path in two.documents.items()} == before


def test_a_document_that_is_gone_is_made_again(two):
    whole = two.documents[NOORD].read_bytes()
    two.documents[NOORD].unlink()
    assert "1 gemaakt, 1 ongewijzigd" in two.batch().out
    assert two.documents[NOORD].read_bytes() == whole


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


def test_with_a_clash_or_a_fault_of_all_a_plan_is_blocked_and_by_nothing_else(library):
    plan = plan_of([Planned(task(1), outcome=Result(1, REFUSED)), Planned(task(2))], "uit", library, left=["x.docx"])
    assert not plan.is_blocked and plan.has_refused and [one.number for one in plan.to_do()] == [2]
    plan.clashes = ["rij 2 en rij 1 krijgen hetzelfde bestand"]
    assert plan.is_blocked


@pytest.fixture
def order(tmp_path):
    (tmp_path / "lijst.csv").write_text("partner.naam\nGGD Noord\nGGD Zuid\n", "utf-8")
    (tmp_path / "uit").mkdir()
    return Order((str(SMALL),), ("overeenkomst",), str(tmp_path / "uit"), partners=str(tmp_path / "lijst.csv"))


@pytest.fixture
def journal(order, tmp_path):
    """The journal of a batch that made both documents of the order, of which these are the files."""
    journal = Journal(tmp_path / "journaal.jsonl")
    for one in make_plan(order, journal).planned:
        path = tmp_path / "uit" / one.task.file
        path.write_bytes(one.task.file.encode())
        sha = files.digest(one.task.file.encode())
        journal.note([JournalEntry(one.task.file, sha, "inhoud", *files.size_and_time(path), one.fingerprint)])
    return read(journal.path)


def planned(order, journal):
    """What is said of every document: why it needs work, or what is known of it without."""
    plan = make_plan(order, journal)
    return {one.task.file: one.outcome.state if one.outcome else one.why for one in plan.planned}


def test_what_nobody_made_is_new_and_what_stands_there_unknown_says_so(order, tmp_path):
    (tmp_path / "uit" / NOORD).write_bytes(b"van een ander")
    assert planned(order, Journal(tmp_path / "j")) == {
        NOORD: ("het staat er al, maar niet in het journaal",), ZUID: ("nieuw",),
    }  # fmt: skip


def test_a_file_of_which_the_disk_gives_the_time_nought_is_there_and_is_read_to_know_it(order, journal, tmp_path):
    for name in (NOORD, ZUID):
        os.utime(tmp_path / "uit" / name, ns=(0, 0))
        journal.entries[name] = journal.entries[name]._replace(changed=0)
    assert planned(order, journal) == {NOORD: UNCHANGED, ZUID: UNCHANGED}
    (tmp_path / "uit" / NOORD).write_bytes((tmp_path / "uit" / NOORD).read_bytes().swapcase())
    os.utime(tmp_path / "uit" / NOORD, ns=(0, 0))
    assert planned(order, journal)[NOORD] == (EDITED,)


def test_what_is_as_it_was_made_needs_no_work_also_when_the_file_was_copied(order, journal, tmp_path):
    data = (tmp_path / "uit" / ZUID).read_bytes()
    (tmp_path / "uit" / ZUID).unlink()
    (tmp_path / "uit" / ZUID).write_bytes(data)
    assert planned(order, journal) == {NOORD: "ongewijzigd", ZUID: "ongewijzigd"}


def test_what_is_gone_or_was_changed_by_hand_needs_work(order, journal, tmp_path):
    (tmp_path / "uit" / NOORD).unlink()
    (tmp_path / "uit" / ZUID).write_bytes(b"aangepast")
    assert planned(order, journal) == {NOORD: ("het bestand is weg",), ZUID: ("na het maken veranderd",)}


def test_a_row_that_left_the_list_leaves_its_document_behind(order, journal, tmp_path):
    (tmp_path / "lijst.csv").write_text("partner.naam\nGGD Zuid\n", "utf-8")
    plan = make_plan(order, journal)
    assert (plan.left, [one.task.file for one in plan.planned]) == ([NOORD], [ZUID])


def test_what_every_row_fills_in_may_be_missing_from_the_dossier_and_a_mistake_in_it_may_not(order, tmp_path):
    dossier, text = tmp_path / "d.yaml", SMALL.read_text("utf-8")
    (tmp_path / "lijst.csv").write_text("partner.naam;overeenkomst.ingang\nGGD Noord;1-1-2028\n", "utf-8")
    order = replace(order, dossiers=(str(dossier),))
    dossier.write_text(text.replace("  ingang: 2028-01-01\n", ""), "utf-8")
    assert make_plan(order, Journal(tmp_path / "j")).stopping == []
    dossier.write_text(text.replace("2028-01-01", "morgen"), "utf-8")
    plan = make_plan(order, Journal(tmp_path / "j"))
    assert [(one.line, one.code) for one in plan.stopping] == [(17, "type")] and plan.planned == []


def test_an_order_that_can_in_no_way_be_done_is_refused_with_what_was_meant(order, tmp_path):
    with pytest.raises(DocgenError, match="bedoel je ‘overeenkomst’"):
        make_plan(replace(order, documents=("overenkomst",)), Journal(tmp_path / "j"))
