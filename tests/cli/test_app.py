"""The command line, run as a user runs it."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import docgen as api
from docgen._version import __version__
from tests.conftest import DOSSIERS, ROOT, SAMPLE, TYPES

SMALL = DOSSIERS / "minimaal-raadsbesluit.yaml"
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|error|missing|invalid|no such|help|show|version|the|file|directory|try)\b",
    re.IGNORECASE,
)


def without_names(text: str) -> str:
    """Drop what is English by agreement: names of commands, options and files."""
    return re.sub(r"--?[\w-]+|\S*/\S*|\b(docgen|check|render|types|template|text|draft)\b|'[^']*'", "", text)


def test_check_of_a_sound_dossier_ends_with_zero(docgen):
    done = docgen("check", SAMPLE)
    assert (done.code, done.err) == (0, "") and ": fout: " not in done.out


def test_check_of_several_dossiers_counts_all_findings(docgen, tmp_path):
    (tmp_path / "a.yaml").write_text("dossier: {id: A!, titel: T}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("dossier: {titel: T}\n", encoding="utf-8")
    done = docgen("check", "a.yaml", "b.yaml")
    assert done.code == 1 and done.out.splitlines()[-1] == "2 fouten in 2 dossiers"
    assert done.out.startswith("a.yaml\n\na.yaml:1:15: fout: dossier › id: ‘A!’ heeft niet de goede vorm.")


def test_check_reads_standard_input(docgen):
    done = docgen("check", "-", stdin=b"dossier: {id: a, titel: T, openbaar: ja}\n")
    assert done.code == 1 and done.out.startswith("standaardinvoer:1:38: fout")


def test_check_goes_on_after_a_file_that_cannot_be_read(docgen):
    done = docgen("check", "weg.yaml", SAMPLE)
    assert (
        done.code == 2
        and "14 adviezen, 2 geaccepteerd in 1 dossier" in done.out
        and "weg.yaml is niet te lezen" in done.err
    )


def test_check_for_one_document_asks_only_what_that_needs(docgen):
    assert docgen("check", SMALL, "-d", "raadsbesluit").code == 0
    done = docgen("check", SMALL, "-d", "raadsvoorstel")
    assert done.code == 1 and "interventie: ontbreekt. De aanpak" in done.out


@pytest.mark.slow
def test_render_makes_the_documents_the_sample_asks_for(docgen, tmp_path):
    done = docgen("render", SAMPLE, "--out", "uit")
    names = [f"{name}-wijkkracht-spoordijk.docx" for name in TYPES]
    assert done.code == 0 and ": fout: " not in done.err
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == names
    assert [line.split()[0] for line in done.out.splitlines()] == ["gemaakt"] * len(TYPES)


def test_render_reads_standard_input_and_writes_into_the_current_folder(docgen, tmp_path):
    assert docgen("render", "-", "-d", "raadsbesluit", stdin=SMALL.read_bytes()).code == 0
    assert (tmp_path / "raadsbesluit-klein.docx").exists()


def test_render_makes_nothing_of_a_dossier_with_mistakes(docgen, tmp_path):
    (tmp_path / "a.yaml").write_text(SMALL.read_text(encoding="utf-8").replace("nr: 1", "nr: een"), encoding="utf-8")
    done = docgen("render", "a.yaml", "-d", "raadsbesluit", "--out", "uit")
    assert done.code == 1 and "verwacht een geheel getal, kreeg ‘een’" in done.err and "er is niets gemaakt" in done.err
    assert not (tmp_path / "uit").exists()


def test_render_makes_both_variants_of_a_handover(docgen, tmp_path):
    assert docgen("render", SAMPLE, "-d", "overdracht", "-d", "overdracht:bestuur").code == 0
    assert {path.name for path in tmp_path.glob("*.docx")} == {
        "overdracht-wijkkracht-spoordijk.docx",
        "overdracht-bestuur-wijkkracht-spoordijk.docx",
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rendr"], "opdracht ‘rendr’ bestaat niet; bedoel je ‘render’?"),
        (["render", "x.yaml", "--ot", "y"], "Optie --ot bestaat niet."),
        (["render"], "Er ontbreekt 'DOSSIER"),
        (
            ["render", str(SAMPLE), "-d", "raadsvorstel"],
            "documentsoort ‘raadsvorstel’ bestaat niet; bedoel je ‘raadsvoorstel’?",
        ),
        (["render", str(SAMPLE), "-d", "overdracht:raad"], "heeft geen variant ‘raad’; er is: medewerker, bestuur"),
        (["render", str(SAMPLE), "--library", "weg"], "bibliotheek weg heeft geen map"),
        (["render", str(SAMPLE), "--house-style", "weg.docx"], "weg.docx is niet te lezen: het bestand bestaat niet"),
        (["render", "weg.yaml"], "weg.yaml is niet te lezen: het bestand bestaat niet"),
        (["check"], "Er ontbreekt 'DOSSIER"),
    ],
)
def test_what_cannot_run_ends_with_two_and_one_dutch_line(arguments, message, docgen):
    done = docgen(*arguments)
    assert done.code == 2 and message in done.err and "Traceback" not in done.err
    assert not ENGLISH.search(without_names(done.err)), done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["render", "--help"],
        ["types", "--help"],
        ["schema", "--help"],
        ["template", "--help"],
        ["template", "text", "--help"],
        ["types"],
    ],
)
def test_help_is_dutch(arguments, docgen):
    done = docgen(*arguments)
    assert done.code == 0 and not ENGLISH.search(without_names(done.out)), ENGLISH.findall(without_names(done.out))


def test_types_lists_each_type_with_the_section_that_asks_for_it(docgen):
    out = docgen("types").out
    for name in TYPES:
        assert re.search(rf"(?m)^{name}  \(", out)
    assert "overdracht:medewerker, overdracht:bestuur" in out


def test_version(docgen):
    assert docgen("--version").out == f"docgen {__version__}\n"


def test_colours_appear_only_on_a_terminal(docgen, tmp_path):
    (tmp_path / "a.yaml").write_text("dossier: {}\n", encoding="utf-8")
    assert "\x1b" not in docgen("check", "a.yaml").out


def test_nothing_in_a_dossier_reaches_the_terminal_as_a_control_code(docgen, tmp_path):
    (tmp_path / "a.yaml").write_bytes(b'dossier: {id: "\\e[31mrood", titel: "a\\u202eb", openbaar: "\\u009b2J"}\n')
    done = docgen("check", "a.yaml")
    assert done.code == 1 and not re.search("[\x1b\x9b\u202e]", done.out + done.err)


@pytest.mark.parametrize("target", ["head", "full"])
def test_output_that_nobody_takes_gives_no_traceback(target):
    command = f"{sys.executable} -c 'from docgen.cli.app import run; run()' types"
    line = f"{command} | head -1" if target == "head" else f"{command} > /dev/full"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr
    assert target == "head" or (done.returncode == 2 and "uitvoer" in done.stderr)


def test_a_library_of_ones_own_adds_a_type_and_replaces_a_template(docgen, tmp_path):
    from tests.word_files import document, text_of

    for folder in ("schemas", "templates"):
        (tmp_path / "bieb" / folder).mkdir(parents=True)
    (tmp_path / "bieb/schemas/brief.yaml").write_text(
        "titel: Brief\nomschrijving: Een brief.\nnodig: [dossier, brief]\nschema:\n  brief:\n    type: dict\n    meta: {titel: Brief, omschrijving: Brief.}\n"
        "    schema:\n      aan: {fragment: tekst, required: true, meta: {titel: Aan, omschrijving: Aan wie.}}\n",
        encoding="utf-8",
    )
    (tmp_path / "bieb/templates/brief.docx").write_bytes(document("Aan {{ brief.aan }}"))
    (tmp_path / "bieb/templates/raadsbesluit.docx").write_bytes(document("Eigen besluit"))
    dossier = tmp_path / "d.yaml"
    dossier.write_text(SMALL.read_text(encoding="utf-8") + "brief: {aan: de raad}\n", encoding="utf-8")
    done = docgen("render", dossier, "--library", "bieb", "-d", "brief", "-d", "raadsbesluit")
    assert done.code == 0, done.err
    assert text_of((tmp_path / "brief-klein.docx").read_bytes()) == "Aan de raad"
    assert text_of((tmp_path / "raadsbesluit-klein.docx").read_bytes()) == "Eigen besluit"


def house_style_with_tags() -> bytes:
    from tests.word_files import document

    return document("Stijl", header="Gemeente {{ organisatie.naam }}", title="{{ dossier.titel }}")


@pytest.mark.parametrize("place", ["in the library", "as an option", "of docgen"])
@pytest.mark.parametrize("command", ["render", "batch"])
@pytest.mark.slow
def test_a_template_without_a_tag_is_told_under_any_house_style(docgen, tmp_path, place, command):
    from tests.word_files import document

    templates = tmp_path / "bieb/templates"
    templates.mkdir(parents=True)
    (templates / "jaarplan.docx").write_bytes(document("# Plan", "Geen veld te zien", header="Eigen kop"))
    style = {"in the library": templates / "huisstijl.docx", "as an option": tmp_path / "stijl.docx"}.get(place)
    if style:
        style.write_bytes(house_style_with_tags())
    chosen = {
        "as an option": ["--house-style", style],
        "of docgen": ["--house-style", ROOT / "templates/huisstijl.docx"],
    }
    rest = ["-d", "jaarplan", "--library", "bieb", "--out", "uit", *chosen.get(place, [])]
    done = docgen(command, SAMPLE, *(["--per", "partij"] if command == "batch" else []), *rest)
    line = "let op: sjabloon jaarplan.docx heeft geen enkele tag; docgen vult er niets in"
    assert (done.code, done.err.count(line), done.out.count(line)) == (0, 1, 0), done.err


def test_a_hostile_template_in_a_library_is_refused_and_leaves_nothing(docgen, tmp_path):
    from tests.word_files import document

    (tmp_path / "bieb/templates").mkdir(parents=True)
    (tmp_path / "bieb/templates/raadsbesluit.docx").write_bytes(document("{{ ''.__class__.__mro__ }}"))
    done = docgen("render", SMALL, "-d", "raadsbesluit", "--library", "bieb", "--out", "uit")
    assert done.code == 2 and "Traceback" not in done.err and not (tmp_path / "uit").exists()


def test_the_library_offers_load_check_and_render():
    dossier = api.load(SAMPLE)
    assert {problem.level for problem in api.check(dossier) if not problem.accepted} == {"advies"}
    assert api.render(dossier, "raadsbesluit")[:2] == b"PK"
    with pytest.raises(AttributeError):
        _ = api.nergens


def test_text_of_a_template_is_what_git_compares(docgen):
    done = docgen("template", "text", ROOT / "templates" / "raadsbesluit.docx")
    assert done.out == (ROOT / "templates" / "raadsbesluit.txt").read_text(encoding="utf-8")


def test_a_file_that_is_not_there_gets_a_suggestion(docgen, tmp_path):
    (tmp_path / "dossier.yaml").write_text("", encoding="utf-8")
    assert docgen("check", "dosier.yaml").err.endswith("controleer de naam en de map; bedoel je ‘dossier.yaml’?\n")
    assert docgen("check", "jaarplan").err.endswith("een documentsoort noemt u met -d jaarplan\n")


def test_help_is_an_order_too_and_says_how_to_begin(docgen):
    assert docgen("help").out == docgen("--help").out
    assert "Begin met: docgen new raadsvoorstel -o dossier.yaml" in docgen("--help").out


def test_the_code_that_fills_a_template_can_be_seen(docgen):
    template = ROOT / "templates" / "raadsbesluit.docx"
    fast, reference = docgen("template", "code", template), docgen("template", "code", template, "--reference")
    assert fast.code == reference.code == 0
    assert fast.out.startswith("# word/document.xml, fast path\n\ndef filled(data, resolve, left):")
    assert "# word/document.xml, reference path" in reference.out and "def root(context" in reference.out
    for part in fast.out.split("# word/")[1:2]:
        compile(part.partition("\n")[2], "part", "exec")  # it is Python
    wrong = docgen("template", "code", ROOT / "README.md")
    assert wrong.code == 2 and "README.md" in wrong.err and "Traceback" not in wrong.err


def test_debug_shows_what_docgen_does_on_the_way_and_where_an_error_came_from(docgen, tmp_path):
    done = docgen("--debug", "render", SAMPLE, "-d", "raadsbesluit", "--out", tmp_path / "uit")
    assert done.code == 0 and "docgen.word.cache: " in done.err and "raadsbesluit.docx" in done.err
    wrong = docgen("--debug", "render", "weg.yaml")
    assert wrong.code == 2 and "Traceback" in wrong.err and "docgen: dossier weg.yaml is niet te lezen" in wrong.err
    assert "Traceback" not in docgen("render", "weg.yaml").err
