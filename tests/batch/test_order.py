"""What a batch was asked to make: what does not go together is refused, and the journal gives the same order back."""

from __future__ import annotations

import pytest

from docgen.batch.order import Order, from_journal
from docgen.errors import DocgenError
from tests.batch.batch_folder import ZUID


@pytest.mark.parametrize(
    "line", ['{"soort":"opdracht"}', '{"soort":"opdracht","dossiers":5,"documents":1}', "[" * 100_000]
)
def test_status_with_a_damaged_journal_is_refused(two, line):
    (two.out / ".docgen" / "journaal.jsonl").write_text(line, encoding="utf-8")
    done = two.status()
    assert done.code == 2 and "Traceback" not in done.err


def test_a_folder_that_moved_with_its_dossier_still_has_a_status(two):
    moved = two.path.with_name("verhuisd")
    two.path.rename(moved)
    done = two.docgen("status", moved / "uit", cwd=moved.parent)
    assert done.code == 0 and "2 actueel" in done.out


def test_status_is_the_same_from_every_folder(two):
    two.write_list("GGD Noord;Assen;directeur;Afspraak met Noord")
    for cwd, name in ((two.path, "uit"), (two.path.parent, two.out), (two.out, ".")):
        done = two.docgen("status", name, cwd=cwd)
        assert done.code == 1 and f"niet meer gevraagd  {ZUID}" in done.out and "1 actueel" in done.out


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"per": "rol", "partners": "l.csv"}, "kies --per rol of --partners, niet allebei"),
        ({"documents": ("overdracht@rijder",), "per": "partij"}, "laat @ met de rol weg"),
        ({"documents": ("overdracht@rijder",), "partners": "l.csv"}, "laat @ met de rol weg"),
        ({"dossiers": ("a.yaml", "b.yaml"), "partners": "l.csv"}, "bij --partners hoort één dossier"),
    ],
)
def test_what_does_not_go_together_is_refused_when_it_is_asked(asked, message):
    with pytest.raises(DocgenError, match=message):
        Order(**{"dossiers": ("d.yaml",), "documents": (), "out": "uit"} | asked)


def test_the_journal_keeps_files_as_seen_from_the_folder_and_no_leave_to_overwrite():
    order = Order(("d.yaml",), ("jaarplan",), "uit/hier", partners="lijst.csv", library="uit/eigen", overwrite=True)
    kept = order.for_journal()
    assert (kept["dossiers"], kept["partners"]) == (["../../d.yaml"], "../../lijst.csv")
    assert (kept["library"], kept["house_style"]) == ("../eigen", "")
    assert (kept["out"], kept["overwrite"]) == ("", False)


def test_an_order_comes_back_from_the_journal_with_files_as_seen_from_where_one_is():
    order = Order(("d.yaml",), ("jaarplan",), "uit", "partij", name="{type}", house_style="stijl.docx", draft=True)
    assert from_journal(order.for_journal(), "elders/uit") == Order(
        ("elders/d.yaml",), ("jaarplan",), "elders/uit", "partij", name="{type}", house_style="elders/stijl.docx", draft=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "damage", [{"dossiers": []}, {"dossiers": 5}, {"dossiers": [1]}, {"documents": None}, {"partners": 3}]
)
def test_an_order_that_is_damaged_says_in_which_folder_to_ask_it_again(damage):
    kept = Order(("d.yaml",), (), "uit").for_journal() | damage
    with pytest.raises(DocgenError, match="het journaal in uit is beschadigd"):
        from_journal(kept, "uit")


def test_a_text_names_no_file_by_where_it_stands_on_this_machine():
    order = Order(("/home/jan/werk/d.yaml",), (), "/home/jan/werk/uit", partners="/home/jan/lijst.csv", library="eigen")
    told = "/home/jan/lijst.csv:2: /home/jan/werk/uit/GGD.docx is open; zie /home/jan/werk/d.yaml"
    assert order.without_places(told) == "../../lijst.csv:2: GGD.docx is open; zie ../d.yaml"
    assert Order(("d.yaml",), (), "uit").without_places("d.yaml en uit/a.docx") == "d.yaml en uit/a.docx"
