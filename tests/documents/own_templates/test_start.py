"""A new Word file is never written over one that is there."""

import pytest

from docgen._version import __version__
from docgen.documents.inspection.template_check import check_template
from docgen.documents.own_templates.preview import preview
from docgen.documents.own_templates.start import beginning_of, begun_template, mark_of, write_new
from docgen.errors import DocgenError, OutputError
from docgen.library.library import open_library
from docgen.word import properties
from tests.conftest import ROOT, TYPES

LIBRARY = open_library()


def test_a_file_that_is_there_stays(tmp_path):
    path = tmp_path / "map" / "brief.docx"
    write_new(path, b"een")
    with pytest.raises(OutputError, match="is er al en blijft zoals het is"):
        write_new(path, b"twee")
    assert path.read_bytes() == b"een"


def test_a_template_has_a_name_of_word(tmp_path):
    with pytest.raises(OutputError, match=r"eindigt op \.docx"):
        write_new(tmp_path / "brief.pdf", b"een")


def test_every_template_of_docgen_can_be_begun_and_nothing_is_wrong_in_it(tmp_path):
    for name in TYPES:
        kind, path = LIBRARY.types[name], tmp_path / f"{name}.docx"
        write_new(path, begun_template(kind, LIBRARY))
        assert [one for one in check_template(path, kind, LIBRARY) if one.level == "fout"] == []
        began = beginning_of(path)
        assert (began.kind, began.version) == (name, __version__)
        assert mark_of("language: nl-NL") in began.marks


def test_it_remembers_nothing_that_comes_into_a_document(tmp_path):
    path = tmp_path / "raadsbesluit.docx"
    path.write_bytes(begun_template(LIBRARY.types["raadsbesluit"], LIBRARY))
    made = preview(path, LIBRARY.types["raadsbesluit"], LIBRARY).data
    assert "begin_soort" not in properties.read_of(made) and properties.kind_of(made) == "raadsbesluit"


def test_a_file_of_another_kind_did_not_begin_here(tmp_path):
    path = tmp_path / "huisstijl.docx"
    path.write_bytes((ROOT / "templates" / "huisstijl.docx").read_bytes())
    assert beginning_of(path) is None
    path.write_bytes(b"geen Word")
    with pytest.raises(DocgenError):
        beginning_of(path)
