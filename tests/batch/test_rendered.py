"""What `docgen render` made is known to `docgen status`, as what a batch made is."""

from __future__ import annotations

import json

import pytest

from tests.conftest import SAMPLE
from tests.documents.test_overwrite_guard import edit

NAME = "wijkkracht-spoordijk.docx"


@pytest.fixture
def folder(docgen, tmp_path):
    """A folder with a dossier and the two documents that were made of it."""
    (tmp_path / "d.yaml").write_bytes(SAMPLE.read_bytes())
    assert docgen("render", "d.yaml", "-d", "jaarplan", "-d", "raadsvoorstel", "--out", "uit", cwd=tmp_path).code == 0
    return tmp_path


def status(docgen, folder, *options):
    done = docgen("status", "uit", *options, cwd=folder)
    return done.code, done.out.splitlines()


def change(folder):
    text = (folder / "d.yaml").read_text("utf-8")
    (folder / "d.yaml").write_text(text.replace("naam: Wijkkracht Spoordijk", "naam: Stadskracht"), "utf-8")


def test_what_was_just_made_is_up_to_date(docgen, folder):
    rows = [f"actueel  jaarplan-{NAME}", f"actueel  raadsvoorstel-{NAME}", "2 actueel"]
    assert status(docgen, folder, "--all") == (0, rows)


def test_a_change_in_the_dossier_is_told_by_its_field(docgen, folder):
    change(folder)
    code, rows = status(docgen, folder)
    assert (
        code == 1
        and rows[0] == f"verouderd  jaarplan-{NAME}  (dossier: interventie.naam)"
        and rows[-1] == "2 verouderd"
    )
    assert docgen("render", "d.yaml", "-d", "jaarplan", "-d", "raadsvoorstel", "--out", "uit", cwd=folder).code == 0
    assert status(docgen, folder) == (0, ["2 actueel"])


def test_an_edited_and_a_lost_document_are_told(docgen, folder):
    edit(folder / "uit" / f"jaarplan-{NAME}")
    (folder / "uit" / f"raadsvoorstel-{NAME}").unlink()
    assert status(docgen, folder) == (
        1,
        [f"bewerkt  jaarplan-{NAME}", f"weg      raadsvoorstel-{NAME}", "1 bewerkt, 1 weg"],
    )


def test_documents_that_stay_as_they_are_add_nothing_to_the_journal(docgen, folder):
    journal = folder / "uit" / ".docgen" / "journaal.jsonl"
    before = journal.read_bytes()
    for _ in range(2):
        assert docgen("render", "d.yaml", "-d", "jaarplan", "-d", "raadsvoorstel", "--out", "uit", cwd=folder).code == 0
    assert journal.read_bytes() == before
    kinds = [json.loads(line)["soort"] for line in before.splitlines() if line]
    assert sorted(kinds) == ["document", "document", "dossier", "opdracht"]


def test_a_dossier_with_only_another_remark_leaves_its_documents_alone(docgen, folder):
    before = (folder / "uit" / f"jaarplan-{NAME}").read_bytes()
    (folder / "d.yaml").write_text("# nagekeken\n" + (folder / "d.yaml").read_text("utf-8"), "utf-8")
    done = docgen("render", "d.yaml", "-d", "jaarplan", "-d", "raadsvoorstel", "--out", "uit", cwd=folder)
    assert done.out.count("ongewijzigd") == 2 and (folder / "uit" / f"jaarplan-{NAME}").read_bytes() == before
    assert status(docgen, folder) == (0, ["2 actueel"])


def test_one_document_per_role_is_known_by_its_role(docgen, folder):
    command = ("render", "d.yaml", "-d", "overdracht", "--role", "wijkcoordinator", "--out", "uit")
    assert docgen(*command, cwd=folder).code == 0
    code, rows = status(docgen, folder, "--all")
    assert code == 0 and rows[-1] == "3 actueel" and any("wijkcoordinator" in row for row in rows)


def test_after_a_dossier_got_another_name_its_documents_cannot_be_looked_at_until_it_is_rendered_again(docgen, folder):
    (folder / "d.yaml").rename(folder / "e.yaml")
    code, rows = status(docgen, folder)
    assert code == 1 and rows[-1] == "2 niet na te gaan"
    assert rows[0].startswith(f"niet na te gaan  jaarplan-{NAME}  (dossier ") and "is niet te lezen" in rows[0]
    assert docgen("render", "e.yaml", "-d", "jaarplan", "-d", "raadsvoorstel", "--out", "uit", cwd=folder).code == 0
    assert status(docgen, folder) == (0, ["2 actueel"])


def test_a_dossier_that_has_mistakes_now_hides_no_document_of_another(docgen, folder):
    other = (folder / "d.yaml").read_text("utf-8").replace("id: wijkkracht-spoordijk", "id: ander", 1)
    (folder / "ander.yaml").write_text(other, "utf-8")
    assert docgen("render", "ander.yaml", "-d", "jaarplan", "--out", "uit", cwd=folder).code == 0
    (folder / "d.yaml").write_text("dossier: {titel: Zonder kenmerk", "utf-8")
    code, rows = status(docgen, folder, "--all")
    assert (
        code == 1 and rows[0] == "actueel          jaarplan-ander.docx" and rows[-1] == "2 niet na te gaan, 1 actueel"
    )


def test_a_batch_goes_on_where_render_began(docgen, folder):
    done = docgen("batch", "d.yaml", "-d", "jaarplan", "-d", "raadsvoorstel", "--out", "uit", cwd=folder)
    assert done.code == 0 and "2 ongewijzigd (van 2 documenten)" in done.out


def test_a_dossier_from_standard_input_leaves_no_journal(docgen, tmp_path):
    assert docgen("render", "-", "-d", "jaarplan", "--out", tmp_path / "uit", stdin=SAMPLE.read_bytes()).code == 0
    assert [path.name for path in (tmp_path / "uit").iterdir()] == [f"jaarplan-{NAME}"]
    done = docgen("status", tmp_path / "uit")
    assert done.code == 2 and "maakte docgen nog niets; kies de map waarin documenten van docgen render" in done.err


def test_a_journal_that_cannot_be_kept_costs_no_document(docgen, tmp_path):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / ".docgen").write_text("geen map", "utf-8")
    done = docgen("render", SAMPLE, "-d", "jaarplan", "--out", tmp_path / "uit")
    assert done.code == 0 and f"jaarplan-{NAME}" in done.out
    assert "let op: docgen status kent deze documenten niet: " in done.err
