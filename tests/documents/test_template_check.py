"""A template is held to the document type that it is for: the one asked for, or the one it is named after."""

from __future__ import annotations

import pytest
from docx import Document

from docgen.documents.template_check import check_template, type_of
from docgen.errors import DocgenError


def write(path, text):
    document = Document()
    document.add_paragraph(text)
    document.save(path)
    return path


def test_the_name_of_the_file_says_the_type_unless_another_is_asked_for(tmp_path, library):
    path = tmp_path / "raadsbesluit.docx"
    assert type_of(path, library).name == "raadsbesluit"
    assert type_of(path, library, "jaarplan").name == "jaarplan"
    assert type_of(tmp_path / "brief.docx", library) is None
    with pytest.raises(DocgenError, match="jaarplna"):
        type_of(path, library, "jaarplna")


def test_names_are_held_to_the_type(tmp_path, library):
    path = write(tmp_path / "brief.docx", "{% if concept %}{{ oordeel.wijken | opsomming }}{% endif %}")
    of_type = {name: check_template(path, library.types[name], library) for name in ("borgingscheck", "raadsbesluit")}
    assert [one.code for one in of_type["raadsbesluit"] if one.level == "fout"] == ["tag-naam"]
    assert not [one for one in of_type["borgingscheck"] if one.level == "fout"]


def test_a_file_that_is_not_there_is_said(tmp_path, library):
    with pytest.raises(DocgenError, match="bestaat niet"):
        check_template(tmp_path / "weg.docx", None, library)
