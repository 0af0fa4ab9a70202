"""How the documents of a batch stand: up to date, out of date and why, edited, gone, never made, no longer asked for."""

from __future__ import annotations

import pytest

from docgen.batch.document_status import DocumentStatus, statuses
from docgen.batch.planner import EDITED, GONE, NEW, Planned
from docgen.batch.task import REFUSED, RENEWED, UNCHANGED, Result
from tests.batch.batch_folder import NOORD, ZUID, edit
from tests.batch.plans import SHARED, plan_of, task


def test_status_tells_how_every_document_stands(two):
    assert two.status().code == 0 and "2 actueel" in two.status().out
    two.write_list(
        "GGD Noord;Groningen;directeur;Afspraak met Noord",
        "GGD Zuid;Weert;bestuurder;Afspraak met Zuid",
        "GGD Oost;Ede;chef;C",
    )
    edit(two.documents[ZUID])
    done = two.status()
    assert done.code == 1
    assert f"verouderd     {NOORD}  (rij: partner.plaats)" in done.out
    assert f"bewerkt       {ZUID}" in done.out
    assert "niet gemaakt  overeenkomst-klein-GGD Oost.docx" in done.out
    two.documents[NOORD].unlink()
    assert f"weg           {NOORD}" in two.status().out
    two.write_list("GGD Noord;Groningen;directeur;Afspraak met Noord")
    assert f"niet meer gevraagd  {ZUID}" in two.status().out


def test_status_names_the_fields_of_the_dossier(two):
    two.change("titel: Klein dossier", "titel: Groot dossier")
    two.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    assert f"verouderd  {NOORD}  (dossier: dossier.titel, interventie.naam)" in two.status().out


def test_status_knows_every_order_of_a_folder(two):
    assert two.batch("-d", "overeenkomst", "--per", "partij").code == 0
    assert "4 actueel" in two.status().out
    two.documents[ZUID].unlink()
    done = two.status()
    assert done.code == 1 and ZUID in done.out and "3 actueel" in done.out


@pytest.mark.parametrize(
    ("why", "outcome", "state", "told"),
    [
        ((), Result(1, UNCHANGED), "actueel", ""),
        (("rij: partner.plaats", "de versie van docgen"), Result(1, RENEWED), "verouderd",
         "rij: partner.plaats; de versie van docgen"),
        ((EDITED, "rij: partner.plaats"), Result(1, REFUSED, fault="x"), "bewerkt", "rij: partner.plaats"),
        ((GONE,), Result(1, RENEWED), "weg", ""),
        ((GONE,), Result(1, REFUSED), "weg", "kan nu niet opnieuw: zie docgen batch --dry-run"),
        (("rij: x",), Result(1, REFUSED), "verouderd", "rij: x; kan nu niet opnieuw: zie docgen batch --dry-run"),
        ((NEW,), Result(1, REFUSED, fault="zo niet"), "niet gemaakt", "zo niet"),
    ],
)  # fmt: skip
def test_a_document_stands_as_its_reasons_and_its_outcome_say(library, why, outcome, state, told):
    plan = plan_of([Planned(task(1), SHARED, why, outcome)], "uit", library)
    assert statuses([plan]) == [DocumentStatus("1.docx", state, told, "rij 1")]


def test_what_could_not_be_looked_at_was_never_made(library):
    plan = plan_of([Planned(task(1), None, (), Result(1, REFUSED, fault="kapot"))], "uit", library)
    assert statuses([plan]) == [DocumentStatus("1.docx", "niet gemaakt", "kapot", "rij 1")]


def test_what_one_order_left_and_another_asks_for_is_still_asked_for(library):
    first = plan_of([], "uit", library, left=["1.docx", "2.docx"])
    second = plan_of([Planned(task(1), SHARED, (), Result(1, UNCHANGED))], "uit", library)
    assert [(one.file, one.state) for one in statuses([first, second])] == [
        ("2.docx", "niet meer gevraagd"), ("1.docx", "actueel"),
    ]  # fmt: skip


def test_what_two_orders_ask_for_is_told_once(library):
    plan = plan_of([Planned(task(1), SHARED, (), Result(1, UNCHANGED))], "uit", library)
    assert len(statuses([plan, plan])) == 1
