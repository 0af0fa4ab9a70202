"""Copies of a template: never over the template, over what somebody worked in, or over what is open."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from docgen.documents.inspection.template_check import check_templates
from docgen.documents.inspection.template_copies import write_annotated, write_copy
from docgen.errors import OutputError, TemplateError
from docgen.opc import archive
from docgen.system.files import MADE, RENEWED, UNCHANGED
from tests.word_files import changed, document, with_relation


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "raadsbesluit.docx"
    path.write_bytes(document("{{ organisatie.naamm }}", "Tekst"))
    return path


@pytest.fixture
def annotate(template, library, tmp_path):
    def write(name="kopie.docx"):
        found = check_templates([template], None, library).to_annotate("fout")
        return write_annotated(template, tmp_path / name, found)

    return write


def test_a_copy_is_made_once_and_renewed_when_the_template_changed(annotate, template, tmp_path):
    before = template.read_bytes()
    assert (annotate(), annotate()) == (MADE, UNCHANGED)
    assert template.read_bytes() == before
    template.write_bytes(document("{{ organisatie.naamm }}", "Andere tekst"))
    assert annotate() == RENEWED
    assert [one.text for one in Document(tmp_path / "kopie.docx").paragraphs][-1] == "Andere tekst"


def test_a_copy_in_which_somebody_worked_is_never_replaced(annotate, template, tmp_path):
    annotate()
    copy = tmp_path / "kopie.docx"
    worked = changed(copy.read_bytes(), "word/document.xml", lambda xml: xml.replace("Tekst", "Mijn werk"))
    copy.write_bytes(worked)
    template.write_bytes(document("Nieuw"))
    with pytest.raises(OutputError, match="niet \\(meer\\) zoals docgen het maakte; kies een andere naam"):
        annotate()
    assert copy.read_bytes() == worked


@pytest.mark.parametrize("there", [b"", b"iets anders", document("Een brief")])
def test_a_file_that_docgen_did_not_make_is_never_replaced(annotate, tmp_path, there):
    (tmp_path / "kopie.docx").write_bytes(there)
    with pytest.raises(OutputError):
        annotate()
    assert (tmp_path / "kopie.docx").read_bytes() == there


def test_the_template_itself_is_never_replaced(annotate, template, tmp_path):
    before = template.read_bytes()
    (tmp_path / "snel.docx").symlink_to(template)
    for name in (template.name, "snel.docx"):
        with pytest.raises(OutputError, match="het sjabloon zelf"):
            annotate(name)
    assert template.read_bytes() == before


def test_a_copy_that_is_open_in_word_is_not_replaced(annotate, template, tmp_path):
    annotate()
    (tmp_path / "~$pie.docx").write_bytes(b"Marijke")
    template.write_bytes(document("Nieuw"))
    with pytest.raises(OutputError, match="is nog geopend"):
        annotate()


def test_where_nothing_can_be_written_nothing_is_left(annotate, tmp_path):
    with pytest.raises(OutputError):
        annotate("map/die/er/niet/is.docx")
    assert {path.name for path in tmp_path.iterdir()} == {"raadsbesluit.docx"}


def test_of_a_template_with_damaged_properties_no_copy_is_made(annotate, template, tmp_path):
    parts = archive.read(template) | {"docProps/custom.xml": b"<Properties"}
    template.write_bytes(archive.assemble(archive.deflate(name, data) for name, data in parts.items()))
    with pytest.raises(TemplateError, match=r"raadsbesluit\.docx is beschadigd in zijn eigenschappen"):
        annotate()
    assert not (tmp_path / "kopie.docx").exists()


def test_a_name_that_is_too_long_or_a_template_that_is_not_there_is_told(docgen, template, tmp_path):
    long = docgen("template", "fix", template, "-o", tmp_path / f"{'x' * 260}.docx")
    assert "niets geschreven" in long.out and "uitvoer is niet te schrijven" not in long.err
    absent = docgen("template", "fix", tmp_path / "weg.docx", "-o", template)
    assert absent.code == 2 and "weg.docx is niet te lezen: het bestand bestaat niet" in absent.err


def test_a_changed_copy_goes_only_where_no_file_is(template, tmp_path):
    parts = archive.read(template)
    target = tmp_path / "nieuw.docx"
    assert (write_copy(template, target, parts), write_copy(template, target, parts)) == (MADE, UNCHANGED)
    assert archive.read(target) == parts
    with pytest.raises(OutputError, match="bestaat al"):
        write_copy(template, target, parts | {"word/nieuw.xml": b"<a/>"})
    with pytest.raises(OutputError, match="het sjabloon zelf"):
        write_copy(template, template, parts)


def bomb():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/media/a.bin", b"0" * 260_000_000)
    return data.getvalue()


HOSTILE = {
    "macro": lambda whole: with_relation(whole, "vbaProject", "vbaProject.bin"),
    "entity": lambda whole: changed(
        whole,
        "word/document.xml",
        lambda xml: xml.replace("<w:document", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document', 1),
    ),
    "bomb": lambda whole: bomb(),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_of_a_hostile_template_no_copy_is_made(docgen, template, kind):
    template.write_bytes(HOSTILE[kind](document("{{ organisatie.naamm }}")))
    done = docgen("template", "check", template, "--annotate", "kopie.docx")
    assert done.code in (1, 2) and "Traceback" not in done.err
    assert "er is geen kopie met opmerkingen" in done.err
    assert not template.with_name("kopie.docx").exists()


def test_what_leads_out_of_a_template_is_told_beside_its_copy(docgen, template):
    whole = with_relation(
        document("{{ organisatie.naam }}"),
        "attachedTemplate",
        "file:///c:/huis.dotm",
        rels="word/_rels/settings.xml.rels",
    )
    template.write_bytes(whole)
    done = docgen("template", "check", template, "--annotate", "kopie.docx")
    assert done.code == 0 and "[sjabloon-weg]" in done.out


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_template_is_not_mended(docgen, template, kind):
    template.write_bytes(HOSTILE[kind](document("{{ organisatie.naam }")))
    done = docgen("template", "fix", template, "-o", "kopie.docx")
    assert done.code in (1, 2) and "Traceback" not in done.err + done.out
    assert not template.with_name("kopie.docx").exists()
