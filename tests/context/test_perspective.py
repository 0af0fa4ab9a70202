"""A dossier as one of many sees it: the handover of a role, a paper for the board."""

from __future__ import annotations

import re
import subprocess

import pytest

from docgen.context import perspective
from docgen.documents.production import DossierError, render
from docgen.dossier import load, loads
from tests.complete_dossier import HEAD, MONEY, NBSP, PEOPLE
from tests.conftest import DOSSIERS, ROOT, SAMPLE
from tests.word_files import text_of

SAMPLES = ("wijkkracht-spoordijk", "alcoholbeleid-wolderwaard", "buurtprogramma-lijnbaan", "wandelmaatjes-ggd")


def test_a_handover_is_made_for_the_role_asked_with_its_own_lists(docgen, tmp_path):
    done = docgen("render", SAMPLE, "--role", "gezondheidsbevorderaar", "-o", "uit")
    assert done.code == 0
    (path,) = (tmp_path / "uit").glob("*.docx")
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


def test_a_shortage_does_not_stop_the_documents_that_are_about_it():
    dossier = loads((HEAD + "interventie: {naam: I}\n" + MONEY).encode())
    for name in ("geldstromenkaart", "voortgang", "borgingsplan"):
        assert f"€{NBSP}70" in text_of(render(dossier, name)), name
    head = HEAD.replace("peildatum", "status: vastgesteld, horizon: {begin: 2028-01-01, einde: 2029-12-31}, peildatum")
    with pytest.raises(DossierError):
        render(loads((head + "interventie: {naam: I}\njaarplan: {jaar: 2029}\n" + MONEY).encode()), "jaarplan")
    assert render(loads((head + "interventie: {naam: I}\n" + MONEY).encode()), "geldstromenkaart")


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


def test_a_role_that_is_asked_twice_is_made_once(docgen, tmp_path):
    done = docgen(
        "render", SAMPLE, "-d", "overdracht", "--role", "welzijnscoach", "--role", "welzijnscoach", "--out", tmp_path
    )
    assert done.code == 0 and len(list(tmp_path.glob("*.docx"))) == 1


def test_a_partner_is_the_party_of_its_name_also_with_a_space_too_many_or_a_sign_that_nobody_sees():
    for name in ("gemeente  A", " Gemeente A", "gemeente\u200b A", "gemeente\u00a0A"):
        data = {
            "partner": {"naam": name, "ondertekenaar": "wethouder"},
            "partijen": [{"id": "a", "naam": "gemeente A"}],
        }
        assert perspective.place_of_partner(data) == 0, name
