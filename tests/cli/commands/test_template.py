"""`docgen template`: a Word template checked, as text, and the code that fills it."""

from __future__ import annotations

import json

from docx import Document

from tests.conftest import ROOT


def test_text_of_a_template_is_what_git_compares(docgen):
    done = docgen("template", "text", ROOT / "templates" / "raadsbesluit.docx")
    assert done.out == (ROOT / "templates" / "raadsbesluit.txt").read_text(encoding="utf-8")


def test_the_code_that_fills_a_template_can_be_seen(docgen):
    template = ROOT / "templates" / "raadsbesluit.docx"
    fast, reference = docgen("template", "code", template), docgen("template", "code", template, "--reference")
    assert fast.code == reference.code == 0
    assert fast.out.startswith("# word/document.xml, fast path\n\ndef filled(data, resolve, left, kept):")
    assert "# word/document.xml, reference path" in reference.out and "def root(context" in reference.out
    for part in fast.out.split("# word/")[1:2]:
        compile(part.partition("\n")[2], "part", "exec")  # it is Python
    wrong = docgen("template", "code", ROOT / "README.md")
    assert wrong.code == 2 and "README.md" in wrong.err and "Traceback" not in wrong.err


def a_template(path, *texts):
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(path)
    return path


def test_all_faults_of_templates_are_told_at_once_with_place_and_remedy(docgen, tmp_path):
    first = a_template(tmp_path / "raadsbesluit.docx", "{{ organisatie.naamm }}", "{{ organisatie.naam }")
    second = a_template(tmp_path / "brief.docx", "{% if concept %}ja")
    done = docgen("template", "check", first, second)
    assert done.code == 1
    assert "bij ‘{{ organisatie.naamm }}’: ‘organisatie.naamm’ bestaat niet [tag-naam]" in done.out
    assert "tip: bedoel je ‘naam’?" in done.out
    assert "[tag-open]" in done.out and "[tag-blok]" in done.out
    assert "3 fouten" in done.out and "in 2 sjablonen" in done.out
    assert "namen van velden in brief.docx zijn niet nagegaan" in done.out


def test_the_type_that_is_asked_for_says_which_names_there_are(docgen, tmp_path):
    path = a_template(tmp_path / "brief.docx", "{% if concept %}{{ oordeel.wijken | opsomming }}{% endif %}")
    assert docgen("template", "check", path, "-d", "borgingscheck").code == 0
    wrong = docgen("template", "check", path, "-d", "raadsbesluit", "--format", "json")
    assert wrong.code == 1
    assert [one["code"] for one in json.loads(wrong.out) if one["level"] == "fout"] == ["tag-naam"]


def test_warnings_fail_only_when_they_are_asked_for(docgen, tmp_path):
    path = a_template(tmp_path / "raadsbesluit.docx", "{{ kosten.totaal }}")
    assert docgen("template", "check", path).code == 0
    assert docgen("template", "check", path, "--level", "waarschuwing").code == 1
    assert "tag-kaal" not in docgen("template", "check", path, "--level", "fout").out


def test_a_copy_with_comments_has_what_is_shown_and_leaves_the_output_for_programs_alone(docgen, tmp_path):
    path = a_template(tmp_path / "raadsbesluit.docx", "{{ organisatie.naamm }}", "{{ kosten.totaal }}")
    done = docgen("template", "check", path, "--annotate", "kopie.docx", "--level", "fout", "--format", "json")
    (found,) = json.loads(done.out)
    (comment,) = Document(tmp_path / "kopie.docx").comments
    assert done.code == 1 and done.err == "gemaakt kopie.docx met 1 opmerking\n"
    assert found["message"] in comment.text and comment.author == "docgen"
    again = docgen("template", "check", path, "--annotate", path)
    assert again.code == 2 and "is het sjabloon zelf; kies een andere naam" in again.err
    two = docgen("template", "check", path, path, "--annotate", "kopie.docx")
    assert two.code == 2 and "één sjabloon tegelijk" in two.err


def test_what_is_certain_is_put_right_in_a_new_template_with_the_difference_shown(docgen, tmp_path):
    path = a_template(tmp_path / "raadsbesluit.docx", "{{ organisatie.naam }", "{{ organisatie. }}", "Tekst")
    before = path.read_bytes()
    done = docgen("template", "fix", path, "-o", "nieuw.docx")
    assert done.code == 1 and path.read_bytes() == before
    assert "haken hersteld: {{ organisatie.naam } → {{ organisatie.naam }}" in done.out
    assert [line for line in done.out.splitlines() if line.startswith(("-", "+")) and line[:3] not in ("---", "+++")] == [
        "-{{ organisatie.naam }", "+{{ organisatie.naam }}"
    ]  # fmt: skip
    assert "gemaakt nieuw.docx" in done.out and "achter de punt ontbreekt de naam van een veld [tag]" in done.out
    assert [one.text for one in Document(tmp_path / "nieuw.docx").paragraphs] == [
        "{{ organisatie.naam }}", "{{ organisatie. }}", "Tekst"
    ]  # fmt: skip
    again = docgen("template", "fix", "nieuw.docx", "-d", "raadsbesluit", "-o", "nieuw2.docx")
    assert again.code == 1 and "er is niets geschreven" in again.out and not (tmp_path / "nieuw2.docx").exists()
    other = docgen("template", "fix", path, "-o", "nieuw.docx")
    assert other.code == 1 and "ongewijzigd nieuw.docx" in other.out


def test_a_template_is_never_mended_over_itself_or_over_another_file(docgen, tmp_path):
    path = a_template(tmp_path / "raadsbesluit.docx", "{{ organisatie.naam }")
    other = a_template(tmp_path / "brief.docx", "Brief")
    kept = path.read_bytes(), other.read_bytes()
    itself, over = docgen("template", "fix", path, "-o", path), docgen("template", "fix", path, "-o", other)
    assert itself.code == over.code == 2 and "Traceback" not in itself.err + over.err
    assert "is het sjabloon zelf; kies een andere naam" in itself.err and "brief.docx bestaat al" in over.err
    assert (path.read_bytes(), other.read_bytes()) == kept
    nowhere = docgen("template", "fix", path, "-o", "weg/x.docx")
    assert nowhere.code == 2 and "is niet te schrijven" in nowhere.err
    gone = docgen("template", "fix", "weg.docx", "-o", "x.docx")
    assert gone.code == 2 and "weg.docx" in gone.err and "Traceback" not in gone.err
    assert docgen("template", "fix", path, "-o", "goed.docx").code == 0


def test_the_codes_are_explained(docgen):
    for code in ("proef", "sjabloon", "sjabloon-weg", "tag", "tag-blok", "tag-bouw", "tag-filter", "tag-kaal", "tag-leeg", "tag-naam",
                 "tag-nooit", "tag-open", "tag-plaats", "tag-rest", "opmaak-alt", "opmaak-datum", "opmaak-kop", "opmaak-kopniveau",
                 "opmaak-lettertype", "opmaak-lijst", "opmaak-los", "opmaak-nummer", "opmaak-samengevoegd", "opmaak-taal", "opmaak-tabelkop", "opmaak-wit"):  # fmt: skip
        assert docgen("explain", code).code == 0


def test_a_file_that_is_not_there_or_no_word_file_is_said_without_a_traceback(docgen, tmp_path):
    gone = docgen("template", "check", tmp_path / "weg.docx")
    assert gone.code == 2 and "weg.docx" in gone.err and "Traceback" not in gone.err
    other = docgen("template", "check", ROOT / "README.md")
    assert other.code == 1 and "[sjabloon]" in other.out
    both = docgen("template", "check", tmp_path / "weg.docx", "-d", "x")
    assert both.code == 2 and "Traceback" not in both.err
