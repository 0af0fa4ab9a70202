"""The template of a document, compiled once; and the files documents are made of, which are never written over."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.documents.templates import source_files, template_for
from docgen.dossier import load
from docgen.errors import DocgenError, SourceError
from docgen.library.library import open_library
from tests.conftest import DOSSIERS, ROOT, SAMPLE
from tests.word_files import document

SMALL = DOSSIERS / "minimaal-raadsbesluit.yaml"


def test_inputs_keep_their_bytes_and_time(docgen, tmp_path):
    watched = [SAMPLE, *sorted((ROOT / "templates").iterdir())]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in watched]
    assert docgen("render", SAMPLE, "--out", tmp_path / "uit").code == 0
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in watched] == before


def test_a_template_is_never_written_over(docgen, tmp_path):
    library = tmp_path / "bieb"
    (library / "templates").mkdir(parents=True)
    template = library / "templates" / "raadsbesluit-klein.docx"
    template.write_bytes((ROOT / "templates" / "raadsbesluit.docx").read_bytes())
    done = docgen(
        "render", SMALL, "-d", "raadsbesluit", "--out", library / "templates", "--overwrite", "--house-style", template
    )
    assert done.code == 2 and "waaruit docgen leest" in done.err
    assert template.read_bytes() == (ROOT / "templates" / "raadsbesluit.docx").read_bytes()


def test_a_document_is_made_of_its_dossier_the_templates_and_the_house_style(library):
    found = source_files(load(SMALL, library), Path("stijl.docx"))
    assert {SMALL, Path("stijl.docx"), library.house_style, library.types["jaarplan"].template} <= found
    assert source_files(load(SMALL, library), None) == found - {Path("stijl.docx")}


@pytest.fixture
def own(tmp_path):
    """The template of a library of one's own."""
    path = tmp_path / "bieb" / "templates" / "raadsbesluit.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes(document("Eigen {{ dossier.titel }}"))
    return path


def test_a_template_is_compiled_once_and_again_when_it_changes(own):
    opened = open_library(own.parent.parent)
    first = template_for(opened.types["raadsbesluit"], opened, None)
    assert template_for(opened.types["raadsbesluit"], opened, None) is first
    own.write_bytes(document("Ander {{ dossier.titel }}"))
    os.utime(own, ns=(1, 1))
    again = template_for(opened.types["raadsbesluit"], opened, None)
    assert again is not first and again.digest != first.digest


def test_another_house_style_makes_another_template(own, tmp_path):
    opened = open_library(own.parent.parent)
    (tmp_path / "stijl.docx").write_bytes(document("Stijl", header="Gemeente Elders"))
    plain, styled = (
        template_for(opened.types["raadsbesluit"], opened, style) for style in (None, tmp_path / "stijl.docx")
    )
    assert plain.digest != styled.digest


def test_a_type_without_a_template_says_where_to_put_it(library):
    with pytest.raises(DocgenError, match=r"ontbreekt het sjabloon templates/jaarplan\.docx"):
        template_for(replace(library.types["jaarplan"], template=None), library, None)


def test_a_template_that_is_gone_is_told_of_and_no_crash(own):
    opened = open_library(own.parent.parent)
    own.unlink()
    with pytest.raises(SourceError, match=r"raadsbesluit\.docx is niet te lezen"):
        template_for(opened.types["raadsbesluit"], opened, None)
