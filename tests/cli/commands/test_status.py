"""`docgen status`: some of every kind by name, the rest counted."""

from __future__ import annotations

import pytest

from docgen.batch.order import Order
from docgen.batch.session import open_session, plan_batch
from tests.batch.batch_folder import SMALL


@pytest.mark.slow
def test_status_names_some_of_every_kind_and_counts_the_rest(folder):
    folder.write_list(*(f"P{number:02};Stad;directeur;Titel" for number in range(30)))
    folder.batch()
    folder.change("naam: De wijkaanpak", "naam: De stadsaanpak")
    told, whole = folder.status().out, folder.status("--all").out
    assert told.count("overeenkomst-klein-P") == 20 and "verouderd  … en nog 10; toon ze met --all" in told
    assert whole.count("overeenkomst-klein-P") == 30 and "30 verouderd" in told and "30 verouderd" in whole


def test_what_was_asked_and_cannot_be_made_any_more_is_told_and_ends_with_one(called, tmp_path):
    lijst = tmp_path / "lijst.csv"
    lijst.write_text("partner.naam\nGGD Noord\n", encoding="utf-8")
    with open_session(plan_batch(Order((str(SMALL),), ("overeenkomst",), str(tmp_path / "uit"), partners=str(lijst)))):
        pass
    lijst.write_text("partner.nam\nGGD Noord\n", encoding="utf-8")
    code, out, err = called("status", tmp_path / "uit")
    assert (code, out) == (1, "") and "bedoel je ‘partner.naam’?" in err


def test_a_document_without_a_name_is_told_by_its_row(called, tmp_path):
    lijst = tmp_path / "lijst.csv"
    lijst.write_text("partner.naam;partner.plaats\n;Ede\n", encoding="utf-8")
    order = Order((str(SMALL),), ("overeenkomst",), str(tmp_path / "uit"), "", str(lijst), "{partner.naam}")
    with open_session(plan_batch(order)):
        pass
    code, out, _ = called("status", tmp_path / "uit")
    assert code == 1 and out.startswith("niet gemaakt  rij 2  (‘{partner.naam}’ in de bestandsnaam is niet ingevuld")
    assert out.endswith("1 niet gemaakt\n")
