"""One finding, many forms: the terminal, JSON, SARIF and GitHub."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import pytest

from docgen.diagnostics.codes import MEANINGS
from docgen.diagnostics.formats import FORMATS
from docgen.diagnostics.problem import Problem
from docgen.rules.registry import EXPLAINED
from tests.conftest import ROOT, SAMPLE
from tests.diagnostics.test_problem import PROBLEM

FAULTY = """\
dossier:
  id: proef
  titel:
  openbaar: ja
organisatie:
  naam: gemeente Proef
  plats: Hier
"""


@pytest.fixture
def faulty(tmp_path):
    path = tmp_path / "proef.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_a_terminal_shows_mistakes_with_their_line_and_then_what_is_still_to_fill_in(docgen, faulty):
    done = docgen("check", "proef.yaml", env={"COLUMNS": "90"})
    assert done.code == 1
    assert (
        done.out
        == """\
proef.yaml:4:13: fout: dossier › openbaar: verwacht true of false, kreeg ‘ja’ [type]
    4 |   openbaar: ja
      |             ^^
      tip: schrijf true in plaats van ‘ja’

proef.yaml:7:3: fout: organisatie › plats: dit veld bestaat niet [onbekend]
    7 |   plats: Hier
      |   ^^^^^
      tip: bedoel je ‘plaats’?

Nog in te vullen in proef.yaml (1):
  [ ] regel 3  dossier › titel: is nog leeg. Naam van het dossier. Vul in, bijvoorbeeld
               titel: Borging Wijkkracht Spoordijk

3 fouten in 1 dossier; 3 regels zijn nog niet nagegaan, adviezen nog niet getoond: eerst deze 3 fouten (regel 3, 4 en 7)
"""
    )


def test_findings_are_grouped_per_file(docgen, faulty):
    (faulty.parent / "tweede.yaml").write_text("dossier: {id: B}\n", encoding="utf-8")
    done = docgen("check", "proef.yaml", "tweede.yaml")
    headings = [line for line in done.out.splitlines() if line.endswith(".yaml")]
    assert headings == ["proef.yaml", "tweede.yaml"]
    assert done.out.splitlines()[-1].startswith("5 fouten in 2 dossiers; 3 regels zijn nog niet nagegaan")


def test_json_is_a_list_of_findings_with_fixed_names(docgen, faulty):
    done = docgen("check", "proef.yaml", "--format", "json")
    assert done.code == 1
    assert json.loads(done.out)[1] == {
        "file": "proef.yaml",
        "line": 4,
        "column": 13,
        "path": "dossier › openbaar",
        "code": "type",
        "level": "fout",
        "message": "verwacht true of false, kreeg ‘ja’",
        "hint": "schrijf true in plaats van ‘ja’",
        "accepted": False,
        "reason": "",
        "unread": [],
        "cause": None,
        "waiting": ["PRIV-01", "TAAL-04", "ZIN-01"],
    }
    assert [row["code"] for row in json.loads(done.out)] == ["ontbreekt", "type", "onbekend"]


def test_json_of_a_sound_dossier_is_an_empty_list(docgen):
    done = docgen("check", ROOT / "tests" / "dossiers" / "minimaal-jaarplan.yaml", "--format", "json", *NO_RULES)
    assert (done.code, json.loads(done.out)) == (0, [])


def test_sarif_is_valid_and_points_at_the_value(docgen, faulty, sarif_errors):
    done = docgen("check", "proef.yaml", "--format", "sarif")
    assert sarif_errors(done.out) == []
    run = json.loads(done.out)["runs"][0]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "proef.yaml"},
        "region": {"startLine": 4, "startColumn": 13, "endColumn": 15},
    }
    rule = run["tool"]["driver"]["rules"][run["results"][1]["ruleIndex"]]
    assert (rule["id"], rule["help"]["text"]) == ("type", MEANINGS["type"])


def test_sarif_of_every_kind_of_finding_is_valid(sarif_errors):
    whole_file = Problem("/werk/é.yaml", 0, 0, "", "leeg", "het bestand is leeg", "waarschuwing")
    accepted = replace(PROBLEM, accepted="zo besloten", level="advies", code="FIN-05")
    text = FORMATS["sarif"]([PROBLEM, whole_file, accepted], {"FIN-05": "Vaste kosten met tijdelijk geld.\n\nMeer."})
    assert sarif_errors(text) == []
    results = json.loads(text)["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note"]
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "map/a%20b.yaml"
    assert results[1]["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "file:///werk/%C3%A9.yaml"}}
    assert results[2]["suppressions"] == [{"kind": "inSource", "justification": "zo besloten"}]


def test_github_gets_a_workflow_command_a_finding():
    tricky = replace(PROBLEM, file="a,b:c.yaml", message="50 % weg\nof niet", level="advies")
    accepted = replace(PROBLEM, accepted="zo besloten")
    assert FORMATS["github"]([tricky, accepted], {}) == (
        "::notice file=a%2Cb%3Ac.yaml,line=4,col=13,title=type::"
        "dossier › openbaar: 50 %25 weg\N{REPLACEMENT CHARACTER}of niet (tip: schrijf true)\n"
        "::notice file=map/a b.yaml,line=4,col=13,title=type::"
        "dossier › openbaar: kreeg ‘ja’ (geaccepteerd: zo besloten)"
    )


NO_RULES = [word for anchor in ("Draagvlak", "Kwaliteit", "Financiën") for word in ("--ignore", anchor)]
WARNING = "dossier:\n  id: a\n  titel: Plan #2\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "text", "code", "shown"),
    [
        ([], WARNING, 0, "1 waarschuwing, 11 adviezen in 1 dossier"),
        (["--level", "waarschuwing"], WARNING, 1, "1 waarschuwing in 1 dossier (11 meldingen niet getoond)"),
        (["--level", "fout"], WARNING, 0, "geen meldingen in 1 dossier (12 meldingen niet getoond)"),
        (["--level", "fout"], WARNING.replace("id: a", "id: a!"), 1, "1 fout in 1 dossier (1 melding niet getoond); 3 regels zijn nog niet nagegaan, adviezen nog niet getoond: eerst deze fout (regel 2)"),
        (["--level", "advies"], WARNING.replace(" #2", ""), 1, "11 adviezen in 1 dossier"),
        (["--select", "HOR"], WARNING, 0, "1 waarschuwing in 1 dossier (11 meldingen niet getoond)"),
        (["--ignore", "kwaliteit", "--ignore", "FIN-08"], WARNING, 0, "1 waarschuwing, 3 adviezen in 1 dossier (8 meldingen niet getoond)"),
    ],
)  # fmt: skip
def test_the_level_and_the_rules_asked_for_choose_what_is_shown_and_what_counts(
    docgen, tmp_path, options, text, code, shown
):
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    done = docgen("check", "a.yaml", *options)
    assert (done.code, done.out.splitlines()[-1]) == (code, shown)


def test_a_rule_that_does_not_exist_gets_a_suggestion(docgen):
    for option in ("--select", "--ignore"):
        done = docgen("check", "a.yaml", option, "FNI")
        assert (done.code, done.err) == (2, "docgen: regel of groep ‘FNI’ bestaat niet; bedoel je ‘FIN’?\n")


def test_the_rules_are_listed_per_anchor(docgen):
    lines = docgen("rules").out.splitlines()
    assert [line for line in lines if line and line[0] != " "] == ["Draagvlak", "Kwaliteit", "Financiën"]
    assert "  FIN-01  fout          De kosten zijn in een jaar hoger dan de dekking" in lines
    assert sum(line.startswith("  ") for line in lines) == len(EXPLAINED) == 156


def test_a_rule_is_explained_with_why_and_how_to_repair(docgen):
    text = docgen("explain", "fin-03").out
    assert text.startswith("FIN-03: Het besluit over vervolggeld komt te laat (Financiën)\n\n")
    assert "Bron: Loket" in text and "\nHerstel: vul bij de vervolgbron" in text
    assert "als het nog niet is ingevuld" in text and "advies / fout / fout" in text
    assert max(map(len, text.splitlines())) <= 100
    assert docgen("explain", "onbekend").out == "onbekend: Dit veld bestaat niet.\n"
    done = docgen("explain", "ROL-01", "FIN-33")
    assert (done.code, done.out, done.err) == (2, "", "docgen: code ‘FIN-33’ bestaat niet; bedoel je ‘FIN-13’?\n")


def test_sarif_explains_a_rule_as_docgen_explain_does(docgen, sarif_errors):
    text = docgen("check", SAMPLE, "--format", "sarif").out
    assert sarif_errors(text) == []
    run = json.loads(text)["runs"][0]
    helps = {rule["id"]: rule["help"]["text"] for rule in run["tool"]["driver"]["rules"]}
    assert (
        helps["FIN-05"].startswith("Vaste kosten worden betaald met tijdelijk geld.") and "Herstel:" in helps["FIN-05"]
    )
    accepted = [result for result in run["results"] if "suppressions" in result]
    assert [result["ruleId"] for result in accepted] == ["FIN-05", "FIN-05"]


def test_watching_checks_again_when_the_file_is_saved(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    command = [sys.executable, "-u", "-c", "from docgen.cli import run; run()", "check", "a.yaml", "--watch"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    lines = iter(process.stdout.readline, "")
    assert next(line for line in lines if " in 1 dossier" in line).startswith("3 fouten in 1 dossier;")
    stop = time.monotonic() + 30
    saved = threading.Thread(target=_save_until, args=(path, process, stop))
    saved.start()
    assert next(line for line in lines if " in 1 dossier" in line).startswith("2 fouten in 1 dossier;")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    saved.join()
    assert process.returncode == 130


def _save_until(path, process, stop):
    """Save as editors do, under another name and then renamed, until the watcher has had its chance."""
    while process.poll() is None and time.monotonic() < stop:
        new = path.with_name("a.tmp")
        new.write_text(FAULTY.replace("plats", "plaats"), encoding="utf-8")
        new.rename(path)
        time.sleep(0.5)


def test_watching_wants_files_that_are_there(docgen):
    done = docgen("check", "weg.yaml", "--watch")
    assert done.code == 2 and "--watch werkt op bestanden" in done.err and "weg.yaml is er niet" in done.err
