"""The instruments of borging: worksheet, map of the money flows, progress message, comparison and handover per role."""

from __future__ import annotations

import re
from decimal import Decimal

from docgen.context import builder, money
from docgen.documents.production import render
from docgen.dossier import load, loads
from tests.conftest import ROOT, SAMPLE
from tests.context.small import HEAD, NBSP, PEOPLE, filled, full, questions, rows_of
from tests.word_files import text_of

# ------------------------------------------------------------------------------------------------- told the same everywhere


def test_amounts_per_year_are_told_in_runs():
    amounts = {
        2027: Decimal(0),
        2028: Decimal(12),
        2029: Decimal(40),
        2030: Decimal(40),
        2031: Decimal(40),
        2033: Decimal(40),
    }
    assert money.amounts_in_words(amounts).replace(NBSP, " ") == (
        "€ 12 in 2028, € 40 per jaar van 2029 tot en met 2031 en € 40 in 2033"
    )
    assert (
        money.amounts_in_words({2028: Decimal(5), 2029: Decimal(5)}).replace(NBSP, " ")
        == "€ 5 per jaar in 2028 en 2029"
    )
    assert money.amounts_in_words({2028: Decimal(0)}) == ""


def test_what_is_not_certain_is_said_in_proposal_map_and_handover(sample):
    words = f"€{NBSP}89.520 per jaar in 2028 en 2029, €{NBSP}119.520 in 2030 en €{NBSP}134.520 in 2031"
    assert f"Nog niet zeker is: {words}." in text_of(render(sample, "raadsvoorstel"))
    assert f"Daarvan is nog niet zeker: {words}." in text_of(render(sample, "geldstromenkaart"))
    assert f"waarvan nog niet zeker €{NBSP}89.520" in text_of(render(sample, "overdracht:medewerker"))


def test_a_drawback_has_the_number_of_its_decision_point_also_when_another_has_none():
    programme = load(ROOT / "samples" / "buurtprogramma-lijnbaan.yaml")
    lines = text_of(render(programme, "raadsvoorstel")).splitlines()
    about = [line for line in lines if line.startswith("Bij beslispunt")]
    assert [line.split(":")[0] for line in about] == ["Bij beslispunt 2", "Bij beslispunt 3", "Bij beslispunt 6"]
    assert any(re.match(r"6\.1\s+De corporatie heeft nog niet besloten", line) for line in lines)


TERM = (
    "overeenkomst: {titel: T, ingang: 2029-01-01, einde: 2030-12-31}\n"
    "monitoring: {evaluaties: [{jaar: 2028}, {jaar: 2029}], reviews: [{datum: 2028-05-01, onderwerp: Vroeg}, {datum: 2029-05-01, onderwerp: Later}]}\n"
    "mijlpalen: [{tekst: Voor de start, datum: 2028-12-31}, {tekst: Na de start, datum: 2029-01-01}]\n"
    "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 9, 2029: 9, 2030: 9}}]}\n"
    "financiering:\n"
    "  - {id: F1, bron: Overgang, partij: extern, aard: incidenteel, status: gevraagd, bedragen: {2028: 9}}\n"
    "  - {id: F2, bron: Vast, partij: extern, aard: structureel, status: gevraagd, bedragen: {2029: 9, 2030: 9}}\n"
)


def test_an_agreement_names_nothing_from_before_its_first_day():
    table = builder.build(full(TERM))
    assert [row["wat"] for row in table["afspraken"]] == ["Na de start", "Later"]
    assert [row["jaar"] for row in table["evaluaties"]] == [2029]
    assert [(row["bron"], row["in_looptijd"]) for row in table["dekking"]["regels"]] == [
        ("Overgang", False),
        ("Vast", True),
    ]


def test_a_new_board_meets_decisions_before_milestones_and_none_that_was_taken():
    decisions = "".join(
        f"  - {{id: B{n}, niveau: besluit, orgaan: raad, besluit: Besluit {n}, datum: 2028-{n:02}-01, status: {status}}}\n"
        for n, status in ((8, "gepland"), (9, "genomen"), (12, "gepland"))
    )
    stones = "".join(f"  - {{tekst: Mijlpaal {n}, datum: 2028-{n:02}-02}}\n" for n in (7, 8, 9, 10))
    table = builder.build(full(f"besluitvorming:\n{decisions}mijlpalen:\n{stones}"))
    assert [row["wat"] for row in table["keuzes"]] == ["Mijlpaal 7", "Besluit 8", "Mijlpaal 8", "Besluit 12"]


HANDED = (
    "overdracht:\n  rol: r\n  datum: 2028-07-01\n  eerste_week: [Kennismaken]\n"
    "  per_rol: [{rol: r, lessen: [Begin klein]}]\n"
)


def test_a_role_that_has_its_own_handover_has_it_with_and_without_role(tmp_path):
    dossier = loads((HEAD + "interventie: {naam: I}\n" + PEOPLE + HANDED).encode())
    plain, asked = text_of(render(dossier, "overdracht")), text_of(render(dossier, "overdracht@r"))
    for text in (plain, asked):
        assert "Begin klein." in text and "Kennismaken" in text and f"1{NBSP}juli 2028" in text
    other = text_of(render(dossier, "overdracht@v"))
    assert "Begin klein" not in other and f"1{NBSP}juli 2028" not in other


def test_a_paper_for_the_board_has_no_date_of_another_handover():
    dossier = loads((HEAD + "interventie: {naam: I}\n" + PEOPLE + HANDED).encode())
    assert f"1{NBSP}juli 2028" not in text_of(render(dossier, "overdracht:bestuur"))
    meant = loads((HEAD + "interventie: {naam: I}\n" + PEOPLE + HANDED + "  variant: bestuur\n").encode())
    assert f"Datum: 1{NBSP}juli 2028" in text_of(render(meant, "overdracht:bestuur")).replace("\t", " ")


def test_what_does_not_apply_is_no_open_question(library):
    nothing = "interventie: {naam: I, erkenning: {van_belang: nee}, opschaling: {gewenst: nee}}\n"
    told = [row["vraag"] for row in questions(filled(library, nothing)) if row["antwoord"] == "niet van toepassing"]
    assert len(told) == 3


def test_comparing_a_dossier_with_itself_is_refused(docgen):
    done = docgen("render", SAMPLE, "-d", "voortgang", "--compare", SAMPLE)
    assert (
        done.code == 2 and "is hetzelfde bestand als het dossier; kies achter --compare een eerdere versie" in done.err
    )


def test_amounts_that_move_between_sources_are_told_also_when_the_totals_stay(docgen, tmp_path):
    text = SAMPLE.read_text("utf-8")
    older = text.replace("{2028: 30000, 2029: 30000}", "{2028: 29000, 2029: 30000}")
    older = older.replace("{2028: 28000, 2029: 28000", "{2028: 29000, 2029: 28000")
    (tmp_path / "oud.yaml").write_text(older, encoding="utf-8")
    assert docgen("render", SAMPLE, "-d", "voortgang", "--compare", "oud.yaml", "--out", "uit").code == 0
    (made_of,) = (tmp_path / "uit").glob("voortgang*.docx")
    rows = {
        name: moved for name, *moved in rows_of(made_of.read_bytes()) if name.startswith(("Bedragen", "Dekking 20"))
    }
    assert len(rows) == 2
    assert rows["Bedragen van Zorgverzekeraar Noordzee (preventiebijdrage)"] == [
        f"€{NBSP}29.000 in 2028 en €{NBSP}30.000 in 2029",
        f"€{NBSP}30.000 per jaar in 2028 en 2029",
    ]


def test_a_role_that_is_asked_twice_is_made_once(docgen, tmp_path):
    done = docgen(
        "render", SAMPLE, "-d", "overdracht", "--role", "welzijnscoach", "--role", "welzijnscoach", "--out", tmp_path
    )
    assert done.code == 0 and len(list(tmp_path.glob("*.docx"))) == 1
