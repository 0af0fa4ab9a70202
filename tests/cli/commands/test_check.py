"""`docgen check`: findings of one dossier and of several, and the exit code."""

from __future__ import annotations

import json
import re

from tests.conftest import DOSSIERS, SAMPLE

SMALL = DOSSIERS / "minimaal-raadsbesluit.yaml"


def test_check_of_a_sound_dossier_ends_with_zero(docgen):
    done = docgen("check", SAMPLE)
    assert (done.code, done.err) == (0, "") and ": fout: " not in done.out


def test_check_of_several_dossiers_counts_all_findings(docgen, tmp_path):
    (tmp_path / "a.yaml").write_text("dossier: {id: A!, titel: T}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("dossier: {titel: T}\n", encoding="utf-8")
    done = docgen("check", "a.yaml", "b.yaml")
    assert done.code == 1 and done.out.splitlines()[-1].startswith("2 fouten in 2 dossiers; ")
    assert done.out.startswith("a.yaml\n\na.yaml:1:15: fout: dossier › id: ‘A!’ heeft niet de goede vorm.")


def test_check_reads_standard_input(docgen):
    done = docgen("check", "-", stdin=b"dossier: {id: a, titel: T, openbaar: ja}\n")
    assert done.code == 1 and done.out.startswith("standaardinvoer:1:38: fout")


def test_check_goes_on_after_a_file_that_cannot_be_read(docgen):
    done = docgen("check", "weg.yaml", SAMPLE)
    assert (
        done.code == 2
        and "17 adviezen, 2 geaccepteerd in 1 dossier" in done.out
        and "weg.yaml is niet te lezen" in done.err
    )


def test_check_for_one_document_asks_only_what_that_needs(docgen):
    assert docgen("check", SMALL, "-d", "raadsbesluit").code == 0
    done = docgen("check", SMALL, "-d", "raadsvoorstel")
    assert done.code == 1 and "interventie: ontbreekt. De aanpak" in done.out


def test_a_file_that_is_not_there_gets_a_suggestion(docgen, tmp_path):
    (tmp_path / "dossier.yaml").write_text("", encoding="utf-8")
    assert docgen("check", "dosier.yaml").err.endswith("controleer de naam en de map; bedoel je ‘dossier.yaml’?\n")
    assert docgen("check", "jaarplan").err.endswith("een documentsoort noemt u met -d jaarplan\n")


def test_findings_can_be_asked_in_a_form_for_programs(called, tmp_path):
    (tmp_path / "a.yaml").write_text("dossier: {id: A!, titel: T}\n", encoding="utf-8")
    code, out, err = called("check", tmp_path / "a.yaml", "--format", "json")
    assert (code, err) == (1, "") and [one["code"] for one in json.loads(out)] == ["vorm"]


def test_a_level_hides_what_weighs_less_and_decides_the_exit_code(called):
    code, out, _ = called("check", SAMPLE, "--level", "waarschuwing")
    assert code == 0 and "advies:" not in out
    assert out.endswith("\n2 geaccepteerd in 1 dossier (17 meldingen niet getoond)\n")
    assert called("check", SAMPLE, "--level", "advies")[0] == 1 and called("check", SAMPLE)[0] == 0


def test_rules_are_selected_and_ignored_by_code_group_or_anchor(called):
    assert "[FIN-05]" in called("check", SAMPLE)[1]
    assert "[FIN-" not in called("check", SAMPLE, "--ignore", "FIN")[1]
    assert set(re.findall(r"\[([A-Z]+-\d+)\]", called("check", SAMPLE, "--select", "FIN-05")[1])) == {"FIN-05"}
    only = called("check", SAMPLE, "--select", "Financiën")[1]
    assert "[FIN-05]" in only and "[OVK-" not in only and "[OVK-01]" in called("check", SAMPLE)[1]


def test_since_an_earlier_version_only_what_is_new_is_shown_and_counts(docgen, tmp_path):
    text = SAMPLE.read_text("utf-8")
    (tmp_path / "oud.yaml").write_text(text, "utf-8")
    (tmp_path / "nieuw.yaml").write_text(
        text.replace("bron: Herschikte subsidie welzijn", "bron: Subsidie welzijn"), "utf-8"
    )
    same = docgen("check", "oud.yaml", "--since", "oud.yaml")
    assert same.code == 0 and same.out == "geen meldingen in 1 dossier (19 meldingen niet getoond)\n"
    more = docgen("check", "nieuw.yaml", "--since", "oud.yaml", "--format", "json")
    told = json.loads(more.out)
    assert [one["code"] for one in told] == ["GEM-16"] and "Subsidie welzijn heet subsidie" in told[0]["message"]


def test_an_earlier_version_that_cannot_be_read_and_more_dossiers_are_refused(docgen):
    assert docgen("check", SAMPLE, "--since", "weg.yaml").code == 2
    done = docgen("check", SAMPLE, SMALL, "--since", SAMPLE)
    assert done.code == 2 and "--since vergelijkt één dossier; geef er één" in done.err
