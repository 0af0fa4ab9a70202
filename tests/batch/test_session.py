"""An order is carried out in a folder that is locked, and what came of it is remembered."""

from __future__ import annotations

import errno
import os
from concurrent.futures import CancelledError
from dataclasses import replace

import pytest

from docgen._version import __version__
from docgen.batch.fingerprint import hidden
from docgen.batch.journal import read
from docgen.batch.order import Order
from docgen.batch.planner import Planned
from docgen.batch.session import bug_log, execute, open_journal, open_session, plan_batch
from docgen.batch.task import MADE, REFUSED, Result
from docgen.batch.worker import WORK
from docgen.diagnostics.finding import Finding
from docgen.errors import DocgenError, OutputError
from docgen.partners.row import Cell
from tests.batch.batch_folder import SMALL
from tests.batch.plans import SHARED, Here, plan_of, task


def test_fail_fast_stops_at_the_first_that_is_refused(folder):
    rows = [f"P{number};Stad;directeur;Titel" for number in range(200)]
    folder.write_list("Nul;Stad;;Titel", *rows)
    done = folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--fail-fast", "--workers", 1)
    assert done.code == 1 and "niet gemaakt" in done.out and len(folder.documents) < 150


def test_fail_fast_makes_nothing_when_a_row_cannot_be_read(folder):
    folder.write_list("GGD Noord;1-1-2028", "GGD Zuid;32-1-2028", head="partner.naam;overeenkomst.ingang\n")
    done = folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--fail-fast")
    assert done.code == 1 and not folder.documents and "1 geweigerd, 1 niet gemaakt" in done.out


@pytest.fixture
def order(tmp_path):
    return Order((str(SMALL),), ("overeenkomst",), str(tmp_path / "uit"), "partij")


def test_a_plan_writes_nothing_and_is_refused_where_no_folder_can_be(order, tmp_path):
    assert len(plan_batch(order).planned) == 2 and not (tmp_path / "uit").exists()
    (tmp_path / "uit").write_text("een bestand", "utf-8")
    with pytest.raises(OutputError, match="is een bestand, geen map"):
        plan_batch(order)


def test_what_a_killed_batch_left_half_is_taken_away_and_nothing_else(order, tmp_path):
    work = tmp_path / "uit" / WORK
    work.mkdir(parents=True)
    for name in (".a.docx.12.tmp", "notitie.txt"):
        (work / name).touch()
    with open_journal(order):
        assert {path.name for path in work.iterdir()} == {"notitie.txt", "slot"}


def test_a_folder_that_cannot_be_tidied_keeps_no_batch_from_its_end(order, monkeypatch):
    with open_journal(order) as journal:

        def refused(*_given):
            raise OSError(errno.ESTALE, "weg")

        monkeypatch.setattr(os, "scandir", refused)
    assert journal.broken == ""


def test_the_folder_that_docgen_keeps_is_no_link(order, tmp_path):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / WORK).symlink_to(tmp_path)
    with pytest.raises(OutputError, match="is een snelkoppeling"), open_journal(order):
        pytest.fail("it was followed")


def test_a_session_remembers_the_order_and_the_fields_of_its_dossier(order):
    plan = plan_batch(order)
    with open_session(plan) as plan:
        assert plan.journal.orders == [order.for_journal()]
    (fields,) = plan_batch(order).journal.fields.values()
    assert "interventie.naam" in fields


def test_a_journal_to_which_nothing_was_added_is_read_once(order):
    plan = plan_batch(order)
    journal = plan.journal
    with open_session(plan) as same:
        assert same is plan and same.journal is journal
        journal.note_report("verslag.json", "sha")
    assert not journal.is_current()


def test_what_another_batch_made_since_the_plan_is_seen(order):
    plan, other = plan_batch(order), plan_batch(order)
    with open_session(other):
        other.journal.note_report("verslag.json", "sha")
    with open_session(plan) as made_anew:
        assert made_anew is not plan and made_anew.journal.reports == {"verslag.json": "sha"}


@pytest.fixture
def plan(library, tmp_path):
    """A plan of three documents."""
    return plan_of([Planned(task(number), SHARED) for number in (1, 2, 3)], tmp_path, library)


@pytest.fixture
def make(tmp_path):
    """A function that makes a document."""

    def made(one):
        (tmp_path / one.file).write_text("document", "utf-8")
        return Result(one.number, MADE, content="inhoud")

    return made


def states(plan):
    return [one.outcome.state if one.outcome else None for one in plan.planned]


def test_what_is_made_is_in_the_plan_and_in_the_journal_and_the_workers_end(plan, make):
    heard, executor = [], Here(make=make)
    execute(plan, executor, heard.extend)
    assert (states(plan), len(heard), executor.stopped) == ([MADE] * 3, 3, 1)
    assert {one.outcome.content for one in plan.planned} == {""}
    assert {name: one.content for name, one in read(plan.journal.path).entries.items()} == {
        "1.docx": "inhoud", "2.docx": "inhoud", "3.docx": "inhoud",
    }  # fmt: skip


def test_of_what_is_made_the_plan_keeps_the_cells_only_for_a_finding(plan, make):
    remark = Finding(("partner", "naam"), "kan mooier")
    for one in plan.planned:
        one.task = replace(one.task, cells=(Cell(("partner", "naam"), f"Stichting {one.task.number}"),))
    execute(plan, Here(make=lambda one: make(one)._replace(found=(remark,) * (one.number > 1))))
    assert [len(one.task.cells) for one in plan.planned] == [0, 1, 1]
    assert plan.planned[1].outcome.found is plan.planned[2].outcome.found
    cells = [read(plan.journal.path).entries[f"{number}.docx"].fingerprint.cells for number in (1, 2, 3)]
    assert cells == [f"partner.naam={hidden(f'Stichting {number}')}" for number in (1, 2, 3)]


def test_what_was_made_and_taken_away_is_refused(plan, make, tmp_path):
    execute(plan, Here(make=make), lambda _results: (tmp_path / "1.docx").unlink(missing_ok=True))
    assert states(plan) == [REFUSED, MADE, MADE]
    assert "1.docx is gemaakt maar staat er niet meer" in plan.planned[0].outcome.fault


def test_a_trial_remembers_nothing(plan):
    plan.config = plan.config.dry()
    execute(plan, Here())
    assert states(plan) == [MADE] * 3 and not plan.journal.path.exists()


def test_with_fail_fast_the_first_refusal_is_the_last_document_handed_out(plan):
    plan.config = plan.config.dry()
    executor = Here(make=lambda one: Result(one.number, REFUSED))
    execute(plan, executor, fail_fast=True)
    assert list(executor.chunks) == [[1], [2]]  # two wait at a worker


def test_an_interruption_is_raised_after_what_was_ready_is_noted(plan, make):
    executor = Here(make=make)

    def interrupt(_results):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        execute(plan, executor, interrupt)
    assert executor.stopped == 1 and states(plan) == [MADE, MADE, None]


def test_workers_that_cannot_be_reached_any_more_are_told_of(plan):
    class Gone(Here):
        def submit(self, chunk):
            raise CancelledError

    with pytest.raises(DocgenError, match="de werkers zijn niet meer te bereiken"):
        execute(plan, Gone())


def test_a_disk_that_is_full_for_certain_stops_the_batch(plan, tmp_path):
    full = "de schijf is vol"
    executor = Here(make=lambda one: Result(one.number, REFUSED, fault=full, is_final=True))
    execute(plan, executor)
    assert list(executor.chunks) == [[1], [2]] and states(plan) == [REFUSED, REFUSED, None]  # two wait at a worker


TRACE = 'Traceback (most recent call last):\n  File "{0}.py", line 1, in f\n    x\nValueError: {1}\n'


def bugs(*places):
    """An executor of which every document meets a bug, at one of these places after the other."""
    return Here(make=lambda one: Result(one.number, REFUSED, trace=TRACE.format(places[one.number - 1], one.number)))


def test_a_bug_is_told_once_for_every_place_that_it_comes_from_with_the_version_of_docgen(plan, tmp_path):
    (tmp_path / WORK).mkdir()
    execute(plan, bugs("a", "a", "b"))
    assert {bug.splitlines()[0] for bug in plan.bugs} in (
        {"rij 1: 1.docx", "rij 3: 3.docx"},
        {"rij 2: 2.docx", "rij 3: 3.docx"},
    )
    assert {one.outcome.trace for one in plan.planned} == {""}
    text = bug_log(plan).read_text("utf-8")
    assert text.startswith(f"docgen {__version__}, Python 3.")
    assert (text.count("Traceback"), text.count('"a.py"'), text.count('"b.py"')) == (2, 1, 1)


def test_a_trial_writes_no_bug_down(plan, tmp_path):
    (tmp_path / WORK).mkdir()
    plan.config = plan.config.dry()
    execute(plan, bugs("a", "b", "c"))
    assert len(plan.bugs) == 3 and not bug_log(plan).exists()
