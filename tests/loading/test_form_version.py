"""A dossier of an earlier form is read as one of now, each old name told with its line; a newer one is refused."""

from __future__ import annotations

import pytest

from docgen.dossier import check, load, loads
from docgen.loading.form_version import CURRENT
from tests.conftest import ROOT
from tests.small_dossier import CORE, only

FIRST_FORM = ROOT / "tests" / "dossiers" / "indeling-1.yaml"
ACTION = "acties:\n  - {blok: opschaling, vraag: aansluiting, tekst: een gesprek voeren}\n"


def in_form(number: object) -> str:
    return CORE.replace("{id: proef", f"{{indeling: {number}, id: proef", 1)


def test_a_dossier_of_the_first_form_works_and_each_old_name_is_told_with_its_line():
    dossier = load(FIRST_FORM)
    lines = FIRST_FORM.read_text(encoding="utf-8").splitlines()
    told = [problem for problem in check(dossier) if problem.code == "indeling"]
    assert {problem.level for problem in told} == {"advies"}
    assert all(problem.message.split("’")[0].strip("‘") in lines[problem.line - 1] for problem in told)
    assert [problem.message for problem in told if "aansluiting" in problem.message] == [
        "‘aansluiting’ heet nu ‘landelijk’; docgen leest het zo"
    ] * 2
    assert dossier.data["borgingsplan"]["werkblad"]["opschaling"] == {
        "landelijk": "Het landelijk netwerk van wijkaanpakken vraagt een vaste werkwijze."
    }
    assert "landelijk" in [action.get("vraag") for action in dossier.data["acties"]]
    assert not [problem for problem in check(dossier) if problem.level == "fout"]


def test_a_dossier_of_the_second_form_works_and_has_no_old_name():
    dossier = load(FIRST_FORM.with_name("indeling-2.yaml"))
    assert dossier.data["dossier"]["indeling"] == 2
    assert not [problem for problem in check(dossier) if problem.code == "indeling" or problem.level == "fout"]


def test_following_the_advice_leaves_nothing_to_tell():
    text = (in_form(2) + ACTION).replace("aansluiting", "landelijk")
    dossier = loads(text.encode())
    assert [problem for problem in check(dossier) if problem.code in ("indeling", "keuze")] == []
    assert dossier.data["acties"][0]["vraag"] == "landelijk"


@pytest.mark.parametrize("number", [1, 2])
def test_an_old_name_is_read_in_an_old_form_only_and_else_its_new_one_is_the_remedy(number):
    found = only(in_form(number) + ACTION)
    assert (found.level, found.code) == (("advies", "indeling") if number < CURRENT else ("fout", "keuze"))
    assert "landelijk" in found.message + found.hint


def test_an_old_name_of_a_field_in_the_form_of_now_is_refused_with_its_new_name():
    found = only(
        in_form(2) + "interventie: {naam: Proef}\nborgingsplan: {werkblad: {opschaling: {aansluiting: een netwerk}}}\n"
    )
    assert (found.code, found.hint) == ("onbekend", "‘aansluiting’ heet nu ‘landelijk’")


def test_an_old_and_a_new_name_side_by_side_are_one_name_twice():
    text = "borgingsplan:\n  werkblad:\n    opschaling:\n      landelijk: ja\n      aansluiting: nee\n"
    codes = [problem.code for problem in loads((CORE + text).encode()).loaded.problems]
    assert "dubbel" in codes


@pytest.mark.parametrize("number", [3, 17, 999999])
def test_a_dossier_that_is_newer_than_docgen_says_so_and_nothing_else(number):
    found = only(in_form(number) + "iets_nieuws: ja\nrollen: [1, 2]\n")
    assert (found.level, found.line) == ("fout", 1)
    assert found.message.startswith(f"dit dossier is van een nieuwere docgen: indeling {number}")
    assert found.hint == "werk docgen bij"


@pytest.mark.parametrize(("number", "code"), [(0, "bereik"), ("twee", "type"), ('"2"', "type"), (-1, "bereik")])
def test_a_number_that_is_no_form_has_one_finding(number, code):
    assert only(in_form(number)).code == code
