"""A template is held to the document type that it is for: the one asked for, or the one it is named after."""

from __future__ import annotations

import pytest
from docx import Document

from docgen.documents.inspection.template_check import check_templates
from docgen.errors import DocgenError

NAMED = "{% if concept %}{{ oordeel.wijken | opsomming }}{% endif %}"


def write(path, text):
    document = Document()
    document.add_paragraph(text)
    document.save(path)
    return path


def faults(checked):
    return [one.code for one in checked.problems if one.level == "fout"]


@pytest.mark.parametrize(
    ("name", "codes"), [("borgingscheck.docx", []), ("Borgingscheck.DOCX", []), ("raadsbesluit.docx", ["tag-naam"])]
)
def test_the_name_of_the_file_says_the_type(tmp_path, library, name, codes):
    checked = check_templates([write(tmp_path / name, NAMED)], None, library)
    assert (faults(checked), checked.unchecked) == (codes, "")


def test_a_file_with_another_name_needs_the_type_and_says_so(tmp_path, library):
    path = write(tmp_path / "brief.docx", NAMED)
    assert "brief.docx zijn niet nagegaan" in check_templates([path], None, library).unchecked
    assert faults(check_templates([path], "raadsbesluit", library)) == ["tag-naam"]
    assert check_templates([path], "raadsbesluit", library).unchecked == ""
    with pytest.raises(DocgenError, match="jaarplna"):
        check_templates([path], "jaarplna", library)


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_checked(tmp_path, library):
    path = write(tmp_path / "raadsbesluit.docx", NAMED)
    checked = check_templates([tmp_path / "weg.docx", tmp_path, path], None, library)
    assert faults(checked) == ["tag-naam"]
    assert len(checked.unread) == 2 and "weg.docx" in checked.unread[0]
