"""The worksheet of the borgingsplan: questions, answers, actions."""

from __future__ import annotations

import re

from docgen.documents.production import render
from tests.complete_dossier import NBSP, PEOPLE, filled, questions, rows_of


def test_the_worksheet_has_four_levels_and_eight_blocks(library):
    levels = filled(library, "")["niveaus"]
    assert [(level["naam"].split(",")[0], len(level["blokken"])) for level in levels] == [
        ("Niveau 1", 3), ("Niveau 2", 1), ("Niveau 3", 2), ("Niveau 4", 2),
    ]  # fmt: skip
    names = [block["naam"].split()[0] for level in levels for block in level["blokken"]]
    assert names == ["1a", "1b", "1c", "2", "3a", "3b", "4a", "4b"]


def test_every_question_that_has_no_answer_says_so_and_is_counted(library):
    sheet = filled(library, "")
    assert {row["antwoord"] for row in questions(sheet)} == {"Nog niet ingevuld"}
    assert sheet["leeg"] == sheet["vragen"] == len(questions(sheet)) == 34 and sheet["acties"] == 0


def test_an_action_stands_beside_its_question_and_one_without_at_the_end_of_its_block(library):
    actions = (
        "acties:\n"
        "  - {blok: eigenaar, tekst: Werving, rol: r}\n"
        "  - {blok: eigenaar, vraag: actief, tekst: Uren regelen., rol: r, uiterlijk: 2029-01-01, kans: klein}\n"
        "  - {blok: eigenaar, vraag: actief, tekst: Tweede, status: klaar}\n"
        "  - {blok: eigenaar, vraag: steun, tekst: Hoort bij een ander blok}\n"
    )
    sheet = filled(library, PEOPLE + actions)
    block = next(block for level in sheet["niveaus"] for block in level["blokken"] if block["naam"] == "1b Eigenaar")
    told = [(row["vraag"][:25], row["actie"], row["wie"], row["status"], row["kans"]) for row in block["regels"]]
    assert told == [
        ("Is er een eigenaar die er", "Uren regelen", "Regisseur", "open", "klein"),
        ("Vervolg van de vraag hier", "Tweede", None, "klaar", None),
        ("Wie is eigenaar van de in", None, None, None, None),
        ("Wat betekent dat voor rec", None, None, None, None),
        ("Hele blok", "Werving", "Regisseur", "open", None),
        ("Hele blok", "Hoort bij een ander blok", None, "open", None),
    ]
    assert sheet["acties"] == 3  # one of them is done


def test_the_borgingsplan_has_a_table_per_block_with_the_seven_columns(sample):
    rows = rows_of(render(sample, "borgingsplan"))
    heads = ["Hulpvraag", "Antwoord nu", "Wat ga je doen?", "Wie", "Wanneer", "Status", "Kans"]
    assert rows.count(heads) == 8
    training = next(row for row in rows if row[0] == "Wie geeft training?")
    assert training[2:] == [
        "Tweede trainer opleiden",
        "Gezondheidsbevorderaar",
        f"1{NBSP}december 2027",
        "Open",
        "Middel",
    ]


def test_a_new_borgingsplan_gives_the_questions_to_fill_in_before_the_rest(docgen, tmp_path):
    assert docgen("new", "borgingsplan", "-o", "plan.yaml").code == 0
    text = (tmp_path / "plan.yaml").read_text(encoding="utf-8")
    assert "# Gevolgen: Wat betekent dat voor recht en geld?\n      gevolgen:" in text
    tops = re.findall(r"^([a-z_]+):$", text, re.MULTILINE)
    assert tops[:4] == ["dossier", "organisatie", "interventie", "borgingsplan"] and "acties" in tops
    assert "4 fouten" in docgen("check", "plan.yaml").out  # id, title and two names; an answer may be left out
