"""One document of a batch: the row laid over its dossier, checked, made and written, whatever the others are."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import replace

import pytest

from docgen import _version
from docgen.batch.task import MADE, REFUSED, UNCHANGED, Task
from docgen.batch.worker import WORK, Worker, WorkerConfig, make_chunk, reading_of, slow_findings
from docgen.dossier import load
from docgen.errors import DocgenError
from docgen.partners.row import Cell
from docgen.system import files
from docgen.word.plaintext import as_text
from tests.batch.batch_folder import NOORD, SMALL, ZUID, edit
from tests.conftest import SAMPLE
from tests.word_files import parts_of


def test_every_row_becomes_a_document_with_its_own_values(two):
    assert set(two.documents) == {NOORD, ZUID}
    noord, zuid = two.text(NOORD), two.text(ZUID)
    assert "Afspraak met Noord" in noord and "gevestigd in Assen" in noord and "directeur" in noord
    assert "Afspraak met Zuid" in zuid and "gevestigd in Weert" in zuid and "bestuurder" in zuid
    assert "Zuid" not in noord and "Noord" not in zuid


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
    assert "GGD Noord, gevestigd in Assen, rechtsgeldig vertegenwoordigd door de directeur" in folder.text(NOORD)
    folder.write_list("GGD Zuid;Weert", head="partner.naam;partner.plaats\n")
    folder.batch()
    assert "Exemplaar voor: ⇥ GGD Zuid" in folder.text(ZUID)
    assert "vertegenwoordigd door de directeur-bestuurder" in folder.text(ZUID) and "Weert" not in folder.text(ZUID)


PAYS = """rollen: [{id: rijder, naam: Chauffeur, partij: partner, uren: 100, tarief: 50}]
begroting:
  prijspeil: 2028
  posten: [{id: P01, naam: Diesel, aard: structureel, partij: partner, bedragen: {2028: 100}}]
financiering: [{id: F01, bron: Bijdrage, partij: partner, aard: structureel, status: toegezegd, bedragen: {2028: 100}}]
overeenkomst:
"""


@pytest.mark.parametrize("forced", ["", "1"])
def test_a_partner_that_pays_bears_a_cost_and_has_a_role_stands_there_under_its_own_name(folder, forced):
    folder.change("overeenkomst:\n", PAYS)
    head = "partner.naam;partner.id;partner.ondertekenaar;financiering[F01].bedragen.2028\n"
    folder.write_list(
        "GGD Noord;;chef;100", "GGD Zuid;zuid;chef;80", "Stichting Welzijn;;;60", "GGD West;;;1", head=head
    )
    done = folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", env={"DOCGEN_REFERENCE": forced})
    assert (done.code, len(folder.documents)) == (1, 3)
    assert "lijst.csv:5:" in done.err and "partner › ondertekenaar: is nog leeg" in done.err
    for name, paid in (("GGD Noord", 100), ("GGD Zuid", 80), ("Stichting Welzijn", 60)):
        text = folder.text(f"overeenkomst-klein-{name}.docx")
        assert "xterne financier" not in text
        for row in (f"| Chauffeur | {name} |", f"| Diesel ¶ Partij: {name} |", f"| {name} | €\u00a0{paid} |"):
            assert row in text.replace("€ ", "€\u00a0")
    assert "3 ongewijzigd" in folder.batch().out


def test_a_partner_with_the_id_of_a_party_fills_in_that_party(folder):
    folder.write_list(
        "welzijn;Stichting Welzijn;penningmeester", head="partner.id;partner.naam;partner.ondertekenaar\n"
    )
    assert folder.batch().code == 0
    text = folder.text("overeenkomst-klein-Stichting Welzijn.docx")
    assert "Stichting Welzijn, rechtsgeldig vertegenwoordigd door de penningmeester" in text
    assert "directeur-bestuurder" not in text


def test_two_values_that_contradict_each_other_only_together_are_found(folder):
    folder.write_list("GGD Noord;1-1-2029;1-1-2028", head="partner.naam;overeenkomst.ingang;overeenkomst.einde\n")
    done = folder.batch()
    assert done.code == 1 and not folder.documents
    assert "ligt voor ingang" in done.err and "lijst.csv:2:" in done.err


def test_a_document_that_was_edited_stays_and_the_others_go_on(two):
    edited = edit(two.documents[NOORD])
    two.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    done = two.batch()
    assert done.code == 1 and two.documents[NOORD].read_bytes() == edited
    assert "is veranderd nadat docgen het maakte" in done.err and "De stadsaanpak" in two.text(ZUID)
    done = two.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--overwrite")
    assert done.code == 0 and "De stadsaanpak" in two.text(NOORD)


def test_a_document_that_was_edited_is_up_to_date_as_long_as_its_row_gives_the_same(two):
    edited = edit(two.documents[NOORD])
    done = two.batch()
    assert (done.code, two.documents[NOORD].read_bytes()) == (0, edited)
    assert "1 ongewijzigd, 1 bewerkt, verder actueel (van 2 documenten)" in done.out
    assert two.batch().code == 0, "what is remembered is how docgen made it"


def test_a_document_of_another_kind_under_the_same_name_stays(folder):
    folder.write_list("GGD Noord;Assen;directeur;Noord")
    named = ("--partners", "lijst.csv", "--draft", "--name", "{partner.naam}", "-d")
    assert folder.batch(*named, "overeenkomst").code == 0
    before = folder.documents["GGD Noord-concept.docx"].read_bytes()
    done = folder.batch(*named, "jaarplan")
    assert done.code == 1 and "is een ander document (overeenkomst, niet jaarplan)" in done.err
    assert folder.documents["GGD Noord-concept.docx"].read_bytes() == before


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
    assert "De gemeente Merenbroek, rechtsgeldig" in text and "Stichting Welzijn, rechtsgeldig" in text


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


@pytest.fixture
def config(tmp_path):
    (tmp_path / WORK).mkdir()
    return WorkerConfig(str(tmp_path))


def of_row(number=1, **cells):
    found = tuple(Cell(("partner", name), value) for name, value in cells.items())
    return Task(number, "rij 2", str(SMALL), "overeenkomst", f"{number}.docx", row=2, cells=found)


def test_a_task_is_made_and_written_and_its_outcome_has_the_sha_size_and_time_of_the_file(config, tmp_path):
    done = Worker(config).outcome(of_row(naam="GGD Noord"))
    data = (tmp_path / "1.docx").read_bytes()
    assert (done.number, done.state, done.fault) == (1, MADE, "")
    assert (done.sha, (done.size, done.changed)) == (files.digest(data), files.size_and_time(tmp_path / "1.docx"))
    assert not list((tmp_path / WORK).iterdir())


def test_what_would_be_the_same_again_is_left_alone(config, tmp_path):
    worker, task = Worker(config), of_row(naam="GGD Noord")
    first = worker.outcome(task)
    again = worker.outcome(replace(task, known=(first.sha, first.content)))
    assert again == first._replace(state=UNCHANGED)


def test_without_leave_to_write_it_foretells_and_writes_nothing(config, tmp_path):
    done = Worker(config.dry()).outcome(of_row(naam="GGD Noord"))
    assert done.state == MADE and not (tmp_path / "1.docx").exists()


def test_what_is_wrong_in_a_row_is_in_its_outcome_at_the_path_of_the_partner(config, tmp_path):
    done = Worker(replace(config, partners_are_parties=True)).outcome(of_row(naam="GGD Noord"))
    assert done.state == REFUSED and not (tmp_path / "1.docx").exists()
    assert [(one.path, one.code) for one in done.found] == [(("partner", "ondertekenaar"), "ontbreekt")]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"dossier": "weg.yaml"}, "weg.yaml is niet te lezen: het bestand bestaat niet"),
        ({"request": "overenkomst"}, "bedoel je ‘overeenkomst’?"),
        ({"cells": None}, "hier gaat docgen zelf mis (TypeError"),
    ],
)
def test_whatever_stops_a_task_is_in_its_outcome(config, more, fault):
    done = Worker(config).outcome(replace(of_row(naam="GGD Noord"), **more))
    assert done.state == REFUSED and fault in done.fault


def test_a_bug_is_told_with_where_it_came_from_and_what_a_writer_did_is_not(config):
    bug = Worker(config).outcome(replace(of_row(naam="GGD Noord"), cells=None))
    mistake = Worker(config).outcome(replace(of_row(naam="GGD Noord"), dossier="weg.yaml"))
    assert bug.trace.startswith("Traceback") and "TypeError" in bug.trace and mistake.trace == ""


@pytest.fixture
def refuse(monkeypatch):
    """A function that has the system refuse a call with an error."""

    def of(call: str, number: int) -> None:
        def refused(*_given, **_more):
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, call, refused)

    return of


def test_on_a_full_disk_a_chunk_ends_at_the_first_document_that_does_not_fit(config, refuse):
    refuse("fsync", errno.ENOSPC)
    (done,) = make_chunk(config, [of_row(1, naam="A"), of_row(2, naam="B")])
    assert (done.state, done.is_final) == (REFUSED, True)
    assert "de schijf is vol; daarom stopt de batch. Maak ruimte vrij en geef dezelfde opdracht opnieuw" in done.fault


def test_what_the_system_refuses_in_another_place_is_no_bug(config, refuse):
    refuse("stat", errno.ESTALE)
    done = Worker(config).outcome(of_row(naam="A"))
    assert done.state == REFUSED and done.trace == "" and "zelf mis" not in done.fault


def test_a_worker_with_another_version_of_docgen_does_not_begin(config):
    with pytest.raises(DocgenError, match=f"deze werker heeft docgen {_version.__version__}, de opdracht 0.0"):
        Worker(replace(config, version="0.0"))


def test_a_template_that_changed_since_the_plan_refuses_the_document(config):
    done = Worker(replace(config, templates=(("overeenkomst", "een andere"),))).outcome(of_row(naam="GGD Noord"))
    assert done.fault == "sjabloon overeenkomst.docx is tijdens de batch veranderd; geef de opdracht opnieuw"


def test_a_dossier_that_was_read_for_the_plan_is_not_read_again(config):
    config = replace(config, texts=(("weg.yaml", SMALL.read_bytes()),))
    assert Worker(config).outcome(replace(of_row(naam="GGD Noord"), dossier="weg.yaml")).state == MADE


def test_a_chunk_ends_between_two_documents_when_it_must_stop(config):
    turns = iter([False, True])
    done = make_chunk(config, [of_row(1, naam="A"), of_row(2, naam="B")], lambda: next(turns))
    assert [one.number for one in done] == [1]


def test_other_data_are_looked_at_as_if_they_stood_in_the_dossier(library):
    dossier = load(SMALL, library)
    data = dossier.data | {"dossier": dossier.data["dossier"] | {"id": "Niet Goed!"}}
    assert reading_of(dossier, data).data is data and "Niet Goed!" not in str(dossier.data)
    assert slow_findings(dossier, library.types["overeenkomst"], dossier.data) != []  # those that are accepted
    (wrong,) = slow_findings(dossier, library.types["overeenkomst"], data)
    assert (wrong.path, wrong.level) == (("dossier", "id"), "fout") and "Niet Goed!" in wrong.message
