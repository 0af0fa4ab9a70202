"""`docgen batch`: what cannot be asked, and a trial that writes nothing."""

from __future__ import annotations

import click
import pytest

from tests.batch.batch_folder import ZUID


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--per", "partij", "--partners", "lijst.csv"), "kies --per partij of --partners, niet allebei"),
        (("tweede.yaml", "--partners", "lijst.csv"), "bij --partners hoort één dossier"),
        (("--partners", "geen.csv"), "partnerlijst geen.csv is niet te lezen"),
        (("--partners", "lijst.csv", "-d", "overeenkomts"), "bedoel je ‘overeenkomst’?"),
        (("--partners", "lijst.csv", "--executor", "spark://x"), "schrijf bijvoorbeeld dask://host:8786"),
    ],
)
def test_an_order_that_cannot_be_is_refused(folder, options, message):
    folder.write_list("GGD Noord;Assen;directeur;A")
    done = folder.batch(*options)
    assert done.code == 2 and message in done.err and not folder.documents


@pytest.mark.slow
def test_a_trial_writes_nothing_and_foretells_the_run(two, tmp_path):
    two.write_list(
        "GGD Noord;Assen;directeur;Afspraak met Noord", "GGD Zuid;Roermond;bestuurder;B", "GGD Oost;Ede;chef;C", "X;;;;"
    )
    before = {path: path.read_bytes() for path in two.out.rglob("*") if path.is_file()}
    foretold = two.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--dry-run")
    assert {path: path.read_bytes() for path in two.out.rglob("*") if path.is_file()} == before
    made = two.batch()
    assert "zou 1 maken, zou 1 vernieuwen, 1 ongewijzigd, 1 geweigerd (van 4 documenten)" in foretold.out
    assert "1 gemaakt, 1 vernieuwd, 1 ongewijzigd, 1 geweigerd (van 4 documenten)" in made.out
    assert foretold.code == made.code == 1
    assert f"zou vernieuwen {ZUID}  (rij: partner.plaats, overeenkomst.titel)" in foretold.out


@pytest.mark.slow
def test_a_trial_in_a_new_place_makes_no_folder(folder):
    folder.write_list("GGD Noord;Assen;directeur;A")
    assert folder.batch("--partners", "lijst.csv", "-d", "overeenkomst", "--dry-run").code == 0
    assert not folder.out.exists()


@pytest.mark.parametrize("asked", [["--workers", "0"], ["--workers", "257"], ["--per", "wijk"]])
def test_a_number_or_a_word_out_of_range_is_refused_before_anything_is_read(called, asked):
    with pytest.raises(click.BadParameter):
        called("batch", "weg.yaml", *asked)
