"""A dossier as one of many sees it: the handover of a role."""

from __future__ import annotations

import re
import subprocess

import pytest

from docgen.context import builder
from docgen.documents.production import DossierError, render
from docgen.dossier import load, loads
from tests.conftest import DOSSIERS, ROOT, SAMPLE
from tests.context.small import HEAD, MONEY, NBSP, PEOPLE, full
from tests.word_files import text_of

SAMPLES = ("wijkkracht-spoordijk", "alcoholbeleid-wolderwaard", "buurtprogramma-lijnbaan", "wandelmaatjes-ggd")


def test_a_handover_is_made_for_the_role_asked_with_its_own_lists(docgen, tmp_path):
    done = docgen("render", SAMPLE, "--role", "gezondheidsbevorderaar", "-o", "uit")
    assert done.code == 0
    (path,) = (tmp_path / "uit").iterdir()
    assert path.name == "overdracht-wijkkracht-spoordijk-gezondheidsbevorderaar.docx"
    text = text_of(path.read_bytes())
    assert "Aanvraag Goed beschreven doornemen" in text
    assert "Toegang dossier en registratie regelen" not in text  # that is for the role in the dossier
    assert "Dit is een voorstel" not in text


def test_a_role_without_lists_gets_a_proposal_from_the_dossier(sample):
    text = text_of(render(sample, "overdracht@welzijnscoach"))
    assert "Dit is een voorstel uit het dossier. Vul het samen aan." in text
    assert "Kennismaken met de vervanger: Welzijnscoach (achterwacht)" in text and "Handboek Wijkkracht lezen" in text
    assert "Overnemen: Welzijn op recept uitvoeren" in text


def test_what_is_late_and_open_is_handed_over_and_what_lies_between_stand_and_handover_too():
    actions = (
        "acties: [{blok: eigenaar, tekst: Blijven liggen, uiterlijk: 2028-01-01, rol: r}]\n"
        "mijlpalen: [{datum: 2028-02-01, tekst: Voorbij}, {datum: 2028-07-01, tekst: Voor de overdracht}]\n"
        "overdracht: {rol: r, datum: 2028-12-01}\n"
    )
    rows = builder.build(full(PEOPLE + actions))["komend"]
    assert [(row["wat"], row["te_laat"]) for row in rows] == [("Blijven liggen", True), ("Voor de overdracht", False)]


def test_a_shortage_does_not_stop_the_documents_that_are_about_it():
    dossier = loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode())
    for name in ("geldstromenkaart", "voortgang", "borgingsplan"):
        assert f"€{NBSP}70" in text_of(render(dossier, name)), name
    head = HEAD.replace("peildatum", "status: vastgesteld, horizon: {begin: 2028-01-01, einde: 2029-12-31}, peildatum")
    with pytest.raises(DossierError):
        render(loads((head + "interventie: {naam: I}\njaarplan: {jaar: 2029}\n" + MONEY).encode()), "jaarplan")
    assert render(loads((head + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart")


def test_an_idea_is_shown_with_what_it_might_bring_and_never_in_a_total():
    text = text_of(render(loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart"))
    assert f"Droom: €{NBSP}500 in 2028 en €{NBSP}500 in 2029." in text and "560" not in text


@pytest.mark.slow
def test_a_role_that_does_not_exist_is_refused_with_a_suggestion(docgen):
    done = docgen("render", SAMPLE, "--role", "welzijnscoch")
    assert (done.code, done.out) == (2, "") and "bedoel je ‘welzijnscoach’?" in done.err
    done = docgen("render", SAMPLE, "-d", "overdracht@beweegcoach", "--role", "welzijnscoach")
    assert done.code == 2 and "is al voor de rol beweegcoach; laat --role weg" in done.err
    done = docgen("render", DOSSIERS / "minimaal-jaarplan.yaml", "--role", "a")
    assert done.code == 2 and "voeg een onderdeel toe (overdracht)" in done.err
    done = docgen("render", SAMPLE, "-d", "jaarplan", "--role", "welzijnscoach")
    assert done.code == 2 and "jaarplan is niet per rol te maken; wel: overdracht" in done.err


@pytest.mark.slow
def test_a_batch_makes_the_handover_of_every_role(docgen, tmp_path):
    dossier = ROOT / "samples" / "wandelmaatjes-ggd.yaml"
    assert docgen("batch", dossier, "-d", "overdracht", "--per", "rol", "-o", "uit").code == 0
    roles = ("beleidsadviseur", "gezondheidsbevorderaar", "verpleegkundige", "wandelmaatje", "wethouder")
    names = sorted(path.name for path in (tmp_path / "uit").glob("*.docx"))
    assert names == [f"overdracht-wandelmaatjes-ggd-{role}.docx" for role in roles]
    for role, name in zip(roles, names, strict=True):
        alone = render(load(dossier), f"overdracht@{role}")
        assert (tmp_path / "uit" / name).read_bytes() == alone, role
    again = docgen("batch", dossier, "-d", "overdracht", "--per", "rol", "-o", "uit")
    assert "5 ongewijzigd" in again.out
    assert "niet per rol te maken; wel: overdracht" in docgen("batch", dossier, "-d", "jaarplan", "--per", "rol").err


@pytest.fixture(scope="module")
def handovers(office, tmp_path_factory):
    """The handover for the board of every sample as a PDF, all in one go."""
    paths = [tmp_path_factory.mktemp("bestuur") / f"bestuur-{name}.docx" for name in SAMPLES]
    for name, path in zip(SAMPLES, paths, strict=True):
        path.write_bytes(render(load(ROOT / "samples" / f"{name}.yaml"), "overdracht:bestuur"))
    return dict(zip(SAMPLES, office.pdf(*paths), strict=True))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_handover_for_the_board_is_two_pages_at_most(name, handovers):
    assert pages_of(handovers[name]) <= 2


def pages_of(pdf):
    """How many pages a PDF has."""
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", told)[1])
