"""A consequence is shown under its cause, in one line, and counted after the others; without its cause it says what to mend first."""

from __future__ import annotations

import json
import re

from docgen.cli import console
from docgen.diagnostics.folding import Folded, alike, in_one_line, others_in_one_line, summary
from docgen.diagnostics.formats import FORMATS
from docgen.diagnostics.problem import CausePlace, Problem
from tests.conftest import SAMPLE

CAUSE = Problem(
    "d.yaml", 4, 2, "bron 1 › bedragen › 2029", "FIN-14", "€ 10 in 2029", "waarschuwing", "schrijf 2029: 100"
)
OF = CausePlace("FIN-14", 4, 2, "bron 1 › bedragen › 2029")
SHORT = Problem("d.yaml", 2, 1, "financiering", "FIN-01", "tekort in 2029: € 90", "fout", "verlaag de kosten", cause=OF)
ALSO = Problem("d.yaml", 9, 1, "post 1", "UUR-03", "begroot is € 10", "waarschuwing", cause=OF)


def test_one_line_under_the_cause_tells_what_follows_the_gravest_first(capsys):
    console.problems([SHORT, CAUSE, ALSO])
    assert capsys.readouterr().out == (
        "d.yaml:4:2: waarschuwing: bron 1 › bedragen › 2029: € 10 in 2029 [FIN-14]\n      tip: schrijf 2029: 100\n"
        "      hierdoor ook: fout FIN-01 op regel 2; waarschuwing UUR-03 op regel 9 (2)\n\n"
    )


def test_of_many_the_first_lines_are_told_and_all_are_counted():
    many = [Problem("d.yaml", n, 1, "", "DAT-01", "m", "waarschuwing", cause=OF) for n in (3, 5, 5, 8, 11)]
    assert in_one_line(many) == "hierdoor ook: waarschuwing DAT-01 op regel 3, 5, 8, … (5)"


def test_a_consequence_of_which_the_cause_is_not_shown_stands_by_itself_and_says_what_to_mend_first(capsys):
    console.problems([SHORT])
    shown = capsys.readouterr().out
    assert (
        "tekort in 2029: € 90 [FIN-01]\n      tip: verlaag de kosten\n      komt door FIN-14 op regel 4; los dat eerst op\n"
        in shown
    )
    assert summary([SHORT]) == "1 fout"
    other = Problem(
        "e.yaml", *[getattr(SHORT, name) for name in ("line", "column", "path", "code", "message", "level")], cause=OF
    )
    assert Folded([CAUSE, other]).alone == [CAUSE, other], "of another file"


def test_the_total_counts_what_stands_by_itself_and_then_what_follows():
    accepted = Problem("d.yaml", 1, 1, "", "FIN-05", "m", accepted="dat weten wij")
    assert summary([CAUSE, SHORT]) == "1 waarschuwing, en als gevolg daarvan 1 fout"
    assert summary([CAUSE, SHORT, ALSO]) == "1 waarschuwing, en als gevolg daarvan 1 fout en 1 waarschuwing"
    assert summary([CAUSE, SHORT, accepted]) == "1 waarschuwing, en als gevolg daarvan 1 fout, en 1 geaccepteerd"


def test_other_programs_get_every_finding_with_its_cause():
    (cause, short) = json.loads(FORMATS["json"]([CAUSE, SHORT], {}))
    assert cause["cause"] is None
    assert short["cause"] == {"code": "FIN-14", "line": 4, "column": 2, "path": "bron 1 › bedragen › 2029"}
    sarif = json.loads(FORMATS["sarif"]([CAUSE, SHORT], {}))["runs"][0]["results"]
    assert [one["ruleId"] for one in sarif] == ["FIN-14", "FIN-01"]
    assert sarif[1]["message"]["text"].endswith("(komt door FIN-14 op regel 4; los dat eerst op)")
    assert FORMATS["github"]([CAUSE, SHORT], {}).count("\n") == 1


def test_a_folded_mistake_still_stops_and_is_told_when_only_mistakes_are_shown(docgen, tmp_path):
    """Of ten times too little money in a year the amount is told, and the shortage under it."""
    row = r"(voor: \[P01\]\n    bedragen: \{2027: 108020, 2028: 108020, 2029: 10802)0"
    text, count = re.subn(row, r"\1", SAMPLE.read_text(encoding="utf-8"))
    (tmp_path / "d.yaml").write_text(text, encoding="utf-8")
    done = docgen("check", "d.yaml")
    assert count == 1 and done.code == 1
    assert "hierdoor ook: fout FIN-01 op regel 510; waarschuwing FIN-05 op regel 510 (2)\n" in done.out
    assert "[FIN-01]" not in done.out and "en als gevolg daarvan 1 fout en 1 waarschuwing" in done.out
    graver = docgen("check", "d.yaml", "--level", "fout")
    assert (
        graver.code == 1
        and "[FIN-01]" in graver.out
        and "komt door FIN-14 op regel 523; los dat eerst op" in graver.out
    )
    made = docgen("render", "d.yaml", "-d", "jaarplan", "-o", "uit")
    assert made.code == 1 and "komt door FIN-14 op regel 523" in made.err and "1 fout; er is niets gemaakt" in made.err


def advice(line, path, message, level="advies", hint="zet partij:"):
    return Problem("d.yaml", line, 1, path, "GEM-14", message, level, hint)


def test_advice_that_asks_the_same_at_other_places_is_told_once_with_those_places(capsys):
    rows = [advice(n, f"begroting › post {n} (P{n}) › naam", f"Huur {n} heeft geen partij") for n in range(1, 10)]
    console.problems(rows)
    shown = capsys.readouterr().out
    assert shown.count("heeft geen partij") == 1
    assert (
        "zo ook (8): post 2 (P2) op regel 2, post 3 (P3) op regel 3" in shown and "post 7 (P7) op regel 7, …" in shown
    )
    assert summary(rows) == "9 adviezen"


def test_what_differs_at_one_place_in_its_year_and_amounts_is_told_once_with_the_years():
    short = [advice(4, "financiering", f"tekort in {year}: € {year}.500", "fout") for year in (2028, 2029, 2031)]
    assert alike(short) == {short[0]: short[1:]}
    assert others_in_one_line(short[0], short[1:]) == "zo ook in 2029 en 2031"


def test_a_fault_at_another_place_of_another_row_or_with_another_remedy_stands_by_itself():
    first = advice(4, "post 1 › bedragen", "tekort bij Huur in 2028", "fout")
    others = [
        advice(5, "post 1 › bedragen", "tekort bij Huur in 2029", "fout"),
        advice(4, "post 1 › bedragen", "tekort bij Druk in 2029", "fout"),
        advice(4, "post 1 › bedragen", "tekort bij Huur in 2029", "fout", "verlaag"),
    ]
    assert alike([first, *others]) == {one: [] for one in (first, *others)}


def test_other_programs_get_every_finding():
    rows = [advice(n, f"post {n}", f"Huur {n}") for n in (1, 2, 3)]
    assert len(json.loads(FORMATS["json"](rows, {}))) == 3
