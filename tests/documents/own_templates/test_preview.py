"""A template filled to see how it will look; what is not docgen's stays."""

import tempfile

import pytest
from docx import Document

from docgen.documents.own_templates.preview import kind_of_template, preview, write_preview
from docgen.documents.own_templates.start import begun_template
from docgen.documents.production import DossierError
from docgen.dossier import load
from docgen.errors import DocgenError, OutputError, SourceError
from docgen.library.library import open_library
from docgen.word.plaintext import as_text
from tests.conftest import ROOT, SAMPLE

LIBRARY = open_library()
KIND = LIBRARY.types["raadsbesluit"]


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "eigen brief.docx"
    path.write_bytes(begun_template(KIND, LIBRARY))
    return path


@pytest.fixture
def without_office(monkeypatch, tmp_path):
    monkeypatch.setenv("DOCGEN_SOFFICE", str(tmp_path / "soffice"))


def test_a_template_knows_what_it_is_for(template, tmp_path):
    assert kind_of_template(template, None, LIBRARY) is KIND
    assert kind_of_template(template, "jaarplan", LIBRARY).name == "jaarplan"
    Document().save(tmp_path / "brief.docx")
    with pytest.raises(DocgenError, match="Noem haar met -d"):
        kind_of_template(tmp_path / "brief.docx", None, LIBRARY)
    with pytest.raises(SourceError, match="is er niet"):
        kind_of_template(tmp_path / "weg.docx", None, LIBRARY)


def test_it_is_filled_with_a_sample_or_with_a_dossier(template):
    assert "Woldermuiden" in as_text(preview(template, KIND, LIBRARY).data)
    assert "Merenbroek" in as_text(preview(template, KIND, LIBRARY, load(SAMPLE, LIBRARY)).data)


def test_a_dossier_with_faults_fills_nothing(template):
    broken = load(ROOT / "samples" / "voorbeeld-met-gebreken.yaml", LIBRARY)
    with pytest.raises(DossierError):
        preview(template, LIBRARY.types["raadsvoorstel"], LIBRARY, broken)


@pytest.mark.usefixtures("without_office")
def test_an_earlier_preview_is_renewed_and_what_is_not_docgens_stays(template, tmp_path):
    folder = tmp_path / "uit"
    first = write_preview(preview(template, KIND, LIBRARY).data, folder)
    assert [path.name for path in first.paths] == ["voorbeeld.docx"] and "daar staat geen LibreOffice" in first.missing
    second = preview(template, KIND, LIBRARY, load(SAMPLE, LIBRARY)).data
    write_preview(second, folder)
    assert (folder / "voorbeeld.docx").read_bytes() == second
    strange = tmp_path / "anders"
    strange.mkdir()
    (strange / "voorbeeld.pdf").write_bytes(b"van mij")
    with pytest.raises(OutputError, match="staat al iets anders"):
        write_preview(second, strange)
    assert [path.name for path in strange.iterdir()] == ["voorbeeld.pdf"]


@pytest.mark.usefixtures("office")
def test_with_libreoffice_there_is_a_pdf_and_a_picture_of_every_page(template, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shown = write_preview(preview(template, KIND, LIBRARY).data, tmp_path / "uit")
    assert [path.name for path in shown.paths] == ["voorbeeld.docx", "voorbeeld.pdf", "pagina-01.png"]
    assert shown.paths[1].read_bytes().startswith(b"%PDF") and shown.paths[2].read_bytes().startswith(b"\x89PNG")
    assert list(tmp_path.glob("docgen-*")) == []


@pytest.mark.usefixtures("office")
def test_a_later_preview_takes_away_no_picture_and_no_pdf_of_somebody_else(template, tmp_path):
    folder, data = tmp_path / "uit", preview(template, KIND, LIBRARY).data
    write_preview(data, folder)
    (own := folder / "pagina-met-logo.png").write_bytes(b"van mij")
    later = preview(template, KIND, LIBRARY, load(SAMPLE, LIBRARY)).data
    write_preview(later, folder)
    assert own.read_bytes() == b"van mij"
    for name in ("voorbeeld.pdf", "pagina-01.png"):
        marked = (folder / name).read_bytes() + b"aantekening" if name.endswith("pdf") else b"van mij"
        made = (folder / name).read_bytes()
        (folder / name).write_bytes(marked)
        with pytest.raises(OutputError, match="staat al iets anders"):
            write_preview(data, folder)
        assert (folder / name).read_bytes() == marked and (folder / "voorbeeld.docx").read_bytes() == later
        (folder / name).write_bytes(made)
