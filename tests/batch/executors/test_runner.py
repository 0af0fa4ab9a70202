"""A batch from its order to its report."""

from __future__ import annotations

import pytest

from docgen.batch.executors.runner import kept_orders, plan, preview, run
from docgen.batch.order import Order
from docgen.batch.session import open_session
from docgen.errors import DocgenError
from tests.batch.batch_folder import SMALL
from tests.conftest import DOSSIERS


def test_what_it_reads_stays_as_it_is(two):
    files = [two.dossier, two.path / "lijst.csv"]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in files]
    two.batch()
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in files] == before


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
    assert {path.name: path.read_bytes() for path in (folder.path / "los").glob("*.docx")} == {
        name: path.read_bytes() for name, path in folder.documents.items()
    }


def test_status_of_another_folder_is_refused(folder):
    done = folder.docgen("status", folder.path)
    assert done.code == 2 and "maakte docgen nog niets" in done.err


@pytest.fixture
def order(tmp_path):
    """An order of two rows that want the same file."""
    (tmp_path / "lijst.csv").write_text("partner.naam\nGGD Noord\nggd noord\n", "utf-8")
    return Order((str(SMALL),), ("overeenkomst",), str(tmp_path / "uit"), partners=str(tmp_path / "lijst.csv"))


def test_of_a_plan_that_is_blocked_nothing_is_made_and_the_plan_says_why(order, tmp_path):
    for what in (plan, run, preview):
        blocked = what(order)
        assert blocked.is_blocked and "krijgen hetzelfde bestand" in blocked.clashes[0]
        assert [one.outcome for one in blocked.planned] == [None, None]
    assert not (tmp_path / "uit").exists()


def test_the_orders_of_a_folder_are_those_of_which_its_journal_tells(order, tmp_path):
    with pytest.raises(DocgenError, match=f"in {tmp_path} maakte docgen nog niets"):
        kept_orders(tmp_path)
    (tmp_path / "lijst.csv").write_text("partner.naam\nGGD Noord\n", "utf-8")
    with open_session(plan(order)):
        pass
    assert kept_orders(tmp_path / "uit") == [order]
