"""After a mistake the rest of a dossier is read: every slip is told at its own line at once, and nothing that only follows from it."""

from __future__ import annotations

from random import Random

import pytest

from docgen.dossier import check, loads
from docgen.library.library import open_library
from docgen.syntax.recovery.reader import MOST_MISTAKES
from tests.conftest import ROOT
from tests.loading.test_traps import BASE
from tests.slips import SLIPS, made

NAMES = ("wijkkracht-spoordijk", "buurtprogramma-lijnbaan", "alcoholbeleid-wolderwaard", "wandelmaatjes-ggd")
SAMPLES = {name: (ROOT / "samples" / f"{name}.yaml").read_text(encoding="utf-8").split("\n") for name in NAMES}
LIBRARY = open_library()
TIMES = 40
TENS = [list(SLIPS)[i : i + 10] for i in range(0, len(SLIPS), 10)]


def grave(lines):
    """The findings that ask for repair."""
    found = check(loads("\n".join(lines).encode(), "d.yaml", LIBRARY))
    return [problem for problem in found if problem.level != "advies" and not problem.accepted]


def errors(text):
    return [p for p in check(loads(text.encode(), "d.yaml", LIBRARY)) if p.level == "fout"]


def assert_told(sample, names, seed):
    """Every slip at its own line (or the one beside it), and no finding anywhere else."""
    lines, told = made(SAMPLES[sample], names, Random(seed))
    found = grave(lines)
    places = [problem.line for problem in found]
    missed = [name for name, at in told.items() if not any(at.start - 1 <= line <= at.stop for line in places)]
    assert not missed, [str(problem) for problem in found]
    known = {(problem.code, problem.message) for problem in grave(SAMPLES[sample])}
    astray = [
        str(problem)
        for problem in found
        if (problem.code, problem.message) not in known
        and not any(at.start - 1 <= problem.line <= at.stop for at in told.values())
    ]
    assert not astray, told
    return told


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_at_its_line_and_nothing_else(name):
    assert len(SLIPS) >= 40
    assert assert_told("wandelmaatjes-ggd", [name], 1) or assert_told("wijkkracht-spoordijk", [name], 1)


@pytest.mark.parametrize("names", TENS, ids=lambda names: names[0])
def test_ten_slips_in_one_file_are_all_told_in_one_round(names):
    assert len(assert_told("wijkkracht-spoordijk", names, 3)) >= 8


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(TIMES))
def test_slips_of_any_kind_at_any_place_never_give_a_finding_at_another_line(seed):
    random = Random(seed)
    assert_told(random.choice(NAMES), random.sample(sorted(SLIPS), random.choice((1, 3, 10))), seed)


def test_what_is_left_out_is_told_with_its_lines_by_the_finding_of_its_cause():
    found = errors(BASE + "Post\t2028\t2029\nHuur\t500\t600\n")
    assert [(p.line, p.unread) for p in found] == [(13, ((13, 14),))]
    assert found[0].message == "hier is een tabel geplakt (met tabs); regel 13–14 is niet gelezen"


def test_a_mended_line_is_not_unread_and_its_value_has_no_finding_of_its_own():
    (problem,) = errors(BASE.replace("id: rijder", "id:rij der!"))
    assert (problem.line, problem.unread, problem.code) == (10, (), "yaml")


def test_the_lines_after_a_mistake_have_their_own_findings():
    text = BASE.replace("titel: Proef", "titel: Proef: nu").replace("partij: bus", "partij: buz") + "    kleur: x\n"
    assert [(p.line, p.code) for p in errors(text)] == [(3, "yaml"), (12, "verwijzing"), (13, "onbekend")]


def test_what_refers_to_an_id_that_was_not_read_is_no_finding():
    assert [p.line for p in errors(BASE.replace("- id: bus", "- id: 'bus' en zo"))] == [7]


def test_what_stands_behind_a_second_dossier_is_not_read():
    (problem,) = errors(BASE + "---\ndossier:\n  id: X!\n")
    assert (problem.line, problem.unread) == (13, ((14, 15),))


def test_an_error_costs_its_section_and_no_other():
    found = errors(BASE.replace("titel: Proef", "titel: 'Proef") + "kleur: {rood: 'x'}\n")
    assert [(p.line, p.code) for p in found] == [(3, "yaml"), (13, "onbekend")]


def test_no_more_mistakes_are_told_than_a_writer_can_use():
    rows = "".join(f"  - id: T{i}\n    naam: a: b\n" for i in range(60))
    found = errors(BASE + "taken:\n" + rows)
    assert MOST_MISTAKES <= sum(p.code == "yaml" for p in found) <= MOST_MISTAKES + 1
    assert any(last > 100 for p in found for _, last in p.unread)


def test_a_file_without_a_section_has_the_one_finding_that_it_had():
    assert [p.code for p in errors("Beste collega,\n\nhierbij: de stukken: twee\n")] == ["yaml"]


def test_a_sound_dossier_is_read_as_it_stands():
    source = loads(BASE.encode()).loaded.source
    assert not source.mended and not source.unread and source.read_lines is source.lines


def test_a_document_is_never_made_of_what_was_read_on(docgen, tmp_path):
    text = (ROOT / "samples" / "wandelmaatjes-ggd.yaml").read_text(encoding="utf-8")
    (tmp_path / "d.yaml").write_text(text.replace("  titel: ", "  titel:\t: ", 1), encoding="utf-8")
    done = docgen("render", "d.yaml", "-o", "uit")
    assert done.code == 1 and not list(tmp_path.rglob("*.docx"))


def test_a_first_row_at_another_depth_than_all_others_is_one_finding():
    rows = "".join(f"  - id: r{i}\n    naam: N\n    partij: bus\n" for i in range(5))
    found = errors(
        BASE.replace(
            "  - id: rijder\n    naam: Chauffeur\n    partij: bus\n", f" - id: x\n   naam: N\n   partij: bus\n{rows}"
        )
    )
    assert [(p.line, p.code) for p in found] == [(13, "yaml")]
    assert "regel 10" in found[0].message


def test_a_section_inside_another_that_is_valid_yaml_is_one_finding():
    lines = SAMPLES["wandelmaatjes-ggd"]
    at = lines.index("organisatie:")
    moved = [*lines[:at], "  organisatie:", *lines[at + 1 :]]
    assert [(p.line, p.message) for p in errors("\n".join(moved))] == [
        (at + 1, "‘organisatie’ hoort helemaal links te beginnen")
    ]
