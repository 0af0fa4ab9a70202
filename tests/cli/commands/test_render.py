"""`docgen render`: the documents of a dossier, or what is wrong with it and nothing made."""

from __future__ import annotations

import pytest

from tests.conftest import DOSSIERS, ROOT, SAMPLE, TYPES
from tests.word_files import document

SMALL = DOSSIERS / "minimaal-raadsbesluit.yaml"


@pytest.mark.slow
def test_render_makes_the_documents_the_sample_asks_for(docgen, tmp_path):
    done = docgen("render", SAMPLE, "--out", "uit")
    names = [f"{name}-wijkkracht-spoordijk.docx" for name in TYPES]
    assert done.code == 0 and ": fout: " not in done.err
    assert sorted(path.name for path in (tmp_path / "uit").glob("*.docx")) == names
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
    assert text_of((tmp_path / "raadsbesluit-klein.docx").read_bytes()) == "CONCEPT\nEigen besluit"


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


@pytest.mark.parametrize("command", [["render"], ["batch", "--per", "partij"]])
def test_what_can_read_wrong_in_an_own_template_is_told_once_at_every_command(docgen, tmp_path, command):
    from tests.word_files import document

    (tmp_path / "bieb/templates").mkdir(parents=True)
    (tmp_path / "bieb/templates/jaarplan.docx").write_bytes(document(*["{{ dossier.peildatum }}"] * 9))
    name, *rest = command
    told = [
        docgen(name, SAMPLE, *rest, "-d", "jaarplan", "--library", "bieb", "--out", f"uit{number}").err
        for number in range(2)
    ]
    lines = [line for line in told[0].splitlines() if line.startswith("let op: sjabloon jaarplan.docx")]
    assert len(lines) == len(set(lines)) and any("komt er als 2028-06-24" in line for line in lines)
    assert "heeft nog 14 waarschuwingen; alle staan in: docgen template check jaarplan.docx" in lines[-1]
    assert [line for line in told[1].splitlines() if line.startswith("let op: sjabloon")] == lines


def test_a_hostile_template_in_a_library_is_refused_and_leaves_nothing(docgen, tmp_path):
    from tests.word_files import document

    (tmp_path / "bieb/templates").mkdir(parents=True)
    (tmp_path / "bieb/templates/raadsbesluit.docx").write_bytes(document("{{ ''.__class__.__mro__ }}"))
    done = docgen("render", SMALL, "-d", "raadsbesluit", "--library", "bieb", "--out", "uit")
    assert done.code == 2 and "Traceback" not in done.err and not (tmp_path / "uit").exists()


def test_what_stops_a_document_is_counted_and_the_rest_is_found_with_check(called, tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        SAMPLE.read_text(encoding="utf-8").replace("    uren: 840\n", "    uren: 80\n", 1), encoding="utf-8"
    )
    code, out, err = called("render", path, "-d", "jaarplan", "--out", tmp_path / "uit")
    assert (code, out) == (1, "") and not (tmp_path / "uit").exists()
    assert err.splitlines()[-1] == f"docgen: 1 fout; er is niets gemaakt; alle meldingen: docgen check {path}"


def test_a_draft_names_every_field_it_lacks_below_its_file(called, tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("dossier: {id: half}\n", encoding="utf-8")
    code, out, _ = called("render", path, "-d", "raadsbesluit", "--draft", "-o", tmp_path / "uit")
    first, *missing = out.splitlines()
    assert (code, first) == (0, f"gemaakt      {tmp_path / 'uit' / 'raadsbesluit-half-concept.docx'}")
    assert "             ontbreekt: organisatie.naam" in missing


@pytest.mark.slow
def test_a_template_that_asks_too_much_is_named_and_the_others_are_made_and_told(docgen, tmp_path):
    (tmp_path / "bieb" / "templates").mkdir(parents=True)
    endless = "{{ ([[0] * 199999] * 2000) | sum(start=[]) | length }}"
    (tmp_path / "bieb" / "templates" / "raadsbesluit.docx").write_bytes(document(endless))
    done = docgen("render", SAMPLE, "-d", "raadsbesluit", "-d", "jaarplan", "--library", "bieb", "--out", "uit")
    assert done.code == 2 and done.out.split() == ["gemaakt", "uit/jaarplan-wijkkracht-spoordijk.docx"]
    assert done.err.splitlines()[-1].startswith("docgen: sjabloon raadsbesluit.docx")
    assert done.err.endswith("; de andere documenten zijn wel gemaakt\n")
    assert [path.name for path in (tmp_path / "uit").glob("*.docx")] == ["jaarplan-wijkkracht-spoordijk.docx"]
