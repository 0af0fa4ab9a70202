"""Pictures in a batch: beside the dossier and beside the list, checked before anything is made, and noticed when they change."""

from __future__ import annotations

import pickle
import re

import pytest

from docgen.batch.executors.runner import plan, preview, run, status
from docgen.batch.order import Order
from docgen.batch.worker import make_chunk
from docgen.documents.production import write_documents
from docgen.documents.request import requests_for
from docgen.dossier import load
from docgen.library.library import open_library
from docgen.system import reference
from tests.pictures.made_pictures import bomb, jpeg, png
from tests.word.pictures.filled_picture import EXAMPLE, drawings, media, template
from tests.word_files import parts_of

DOSSIER = """
dossier: {id: klein, titel: Klein, peildatum: 2028-06-30, status: vastgesteld}
organisatie: {naam: gemeente A}
interventie: {naam: Buurtwerk}
monitoring: {beeld: {bestand: beelden/plein.jpg, alt: het plein}}
brief: {aan: allen}
"""
SCHEMA = """
titel: Brief
sectie: brief
rapport: true
nodig: [dossier, partner.naam]
gebruikt: [monitoring, partner]
schema:
  brief: {type: dict, meta: {titel: Brief, omschrijving: Een brief.}, schema: {aan: {type: string, meta: {titel: Aan, omschrijving: Aan wie.}}}}
"""
LETTER = template(
    "Beste {{ partner.naam }}",
    "[{{ partner.logo }} Logo van {{ partner.naam }}]",
    "{%p for beeld in monitoring.beeld %}",
    "[{{ beeld }}]",
    "{%p endfor %}",
    "groet",
)
LIST = "partner.naam;partner.logo\nGGD Noord;logos/noord.png\nGGD Zuid;logos/zuid.jpg\nZonder;\n"


@pytest.fixture
def order(tmp_path, monkeypatch):
    """A letter for each of three partners: two with a logo of their own, and all with a picture of the dossier."""
    for folder in ("dossier/beelden", "lijst/logos", "bieb/schemas", "bieb/templates"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "dossier" / "d.yaml").write_text(DOSSIER, "utf-8")
    (tmp_path / "dossier" / "beelden" / "plein.jpg").write_bytes(jpeg("plein"))
    (tmp_path / "lijst" / "l.csv").write_text(LIST, "utf-8")
    (tmp_path / "lijst" / "logos" / "noord.png").write_bytes(png(90, 40))
    (tmp_path / "lijst" / "logos" / "zuid.jpg").write_bytes(jpeg("staand-gps"))
    (tmp_path / "bieb" / "schemas" / "brief.yaml").write_text(SCHEMA, "utf-8")
    (tmp_path / "bieb" / "templates" / "brief.docx").write_bytes(LETTER)
    monkeypatch.chdir(tmp_path)
    return Order(("dossier/d.yaml",), ("brief",), "uit", partners="lijst/l.csv", library="bieb")


def made(tmp_path):
    return {path.stem: parts_of(path.read_bytes()) for path in sorted((tmp_path / "uit").glob("*.docx"))}


def logos(parts):
    return [one["alt"].strip() for one in drawings(parts)]


def test_each_partner_gets_its_own_logo_and_the_pictures_of_the_dossier(order, tmp_path):
    done = run(order)
    assert [one.outcome.state for one in done.planned] == ["gemaakt"] * 3, [one.outcome for one in done.planned]
    found = list(made(tmp_path).values())
    assert [logos(parts) for parts in found] == [
        ["Logo van GGD Noord", "het plein"],
        ["Logo van GGD Zuid", "het plein"],
        ["het plein"],
    ]
    assert [len(media(parts)) for parts in found] == [2, 2, 1]
    assert not any(EXAMPLE in media(parts).values() for parts in found)
    assert not any(re.search(rb"Jansen|Exif", data) for parts in found for data in parts.values())
    assert [one.state for one in status("uit")] == ["actueel"] * 3


def test_without_the_fast_paths_every_byte_is_the_same(order, tmp_path, monkeypatch):
    run(order)
    fast = {path.name: path.read_bytes() for path in (tmp_path / "uit").glob("*.docx")}
    monkeypatch.setattr(reference, "IS_FORCED", True)
    again = run(Order(order.dossiers, order.documents, "traag", partners=order.partners, library=order.library))
    assert [one.outcome.state for one in again.planned] == ["gemaakt"] * 3
    assert {path.name: path.read_bytes() for path in (tmp_path / "traag").glob("*.docx")} == fast


@pytest.mark.parametrize(
    ("file", "why", "states"),
    [
        ("lijst/logos/noord.png", "rij: partner.logo", ["verouderd", "actueel", "actueel"]),
        ("dossier/beelden/plein.jpg", "dossier: monitoring.beeld[1].bestand", ["verouderd"] * 3),
    ],
)
def test_a_picture_that_changed_makes_its_documents_out_of_date(order, tmp_path, file, why, states):
    run(order)
    (tmp_path / file).write_bytes(png(70, 70))
    found = status("uit")
    assert [one.state for one in found] == states and found[0].why == why
    again = run(order)
    assert [one.outcome.state for one in again.planned] == [
        "vernieuwd" if state == "verouderd" else "ongewijzigd" for state in states
    ]
    assert [one.state for one in status("uit")] == ["actueel"] * 3


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda logos: (logos / "noord.png").unlink(), "‘logos/noord.png’ staat niet naast de lijst"),
        (lambda logos: (logos / "noord.png").write_bytes(bomb()), "te groot: 60.000 bij 60.000 pixels"),
        (lambda logos: (logos / "noord.png").write_bytes(png()[:-9]), "het bestand is niet compleet"),
        (lambda logos: (logos / "noord.png").write_bytes(b"GIF89a"), "dit is een GIF"),
    ],
)
def test_a_logo_that_is_not_right_is_told_at_its_cell_before_anything_is_made(order, tmp_path, change, told):
    change(tmp_path / "lijst" / "logos")
    planned = plan(order)
    first = planned.planned[0]
    (problem,) = first.outcome.found
    assert first.outcome.state == "geweigerd" and problem.code == "beeld"
    assert told in problem.message and "l.csv:2" in str(problem.place) and problem.hint
    assert not (tmp_path / "uit").exists()
    done = run(order)
    assert [one.outcome.state for one in done.planned] == ["geweigerd", "gemaakt", "gemaakt"]


def test_a_picture_of_the_dossier_that_is_not_there_stops_all(order, tmp_path):
    (tmp_path / "dossier" / "beelden" / "plein.jpg").unlink()
    planned = plan(order)
    assert planned.is_blocked and [one.code for one in planned.stopping] == ["beeld"]
    assert "dossier/d.yaml:5" in str(planned.stopping[0].place).replace("\\", "/")


def test_a_worker_on_another_machine_needs_none_of_the_files(order, tmp_path):
    planned = plan(order)
    config, tasks = pickle.loads(pickle.dumps((planned.config, planned.to_do())))
    for folder in ("dossier", "lijst"):
        for file in [path for path in (tmp_path / folder).rglob("*") if path.suffix in (".png", ".jpg")]:
            file.unlink()
    (tmp_path / "uit" / ".docgen").mkdir(parents=True)
    results = make_chunk(config, tasks)
    assert [one.state for one in results] == ["gemaakt"] * 3, [one.fault for one in results]
    assert [len(media(parts)) for parts in made(tmp_path).values()] == [2, 2, 1]


def test_a_preview_writes_nothing(order, tmp_path):
    preview(order)
    assert not list(tmp_path.glob("uit/*.docx"))


def test_a_list_in_yaml_has_pictures_too(order, tmp_path):
    (tmp_path / "lijst" / "l.yaml").write_text(
        "- {partner.naam: GGD Noord, partner.logo: logos/noord.png}\n- {partner.naam: GGD Oost, partner.logo: logos/oost.png}\n",
        "utf-8",
    )
    planned = plan(Order(order.dossiers, order.documents, "uit", partners="lijst/l.yaml", library="bieb"))
    assert planned.planned[0].outcome is None
    (problem,) = planned.planned[1].outcome.found
    assert "‘logos/oost.png’ staat niet naast de lijst" in problem.message and "l.yaml:2" in str(problem.place)


def test_one_document_has_the_pictures_of_its_dossier(order, tmp_path):
    text = DOSSIER.replace(
        "brief: {aan: allen}", "brief: {aan: allen}\npartner: {naam: GGD Oost, logo: beelden/plein.jpg}"
    )
    (tmp_path / "dossier" / "d.yaml").write_text(text, "utf-8")
    dossier = load("dossier/d.yaml", open_library("bieb"))
    (written,) = write_documents(dossier, requests_for(dossier, ["brief"]), tmp_path / "los")
    parts = parts_of(written.path.read_bytes())
    assert logos(parts) == ["Logo van GGD Oost", "het plein"] and len(media(parts)) == 1
