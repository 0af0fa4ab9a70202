"""Pages by LibreOffice: one call that leaves nothing behind, and a clear sentence when it cannot be made."""

import tempfile

import pytest

from docgen.documents.own_templates import pages
from docgen.errors import DocgenError
from tests.conftest import ROOT

WORD = (ROOT / "templates" / "huisstijl.docx").read_bytes()


def test_without_libreoffice_that_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pages.find_office() == ""
    with pytest.raises(DocgenError, match="LibreOffice staat niet op deze computer"):
        pages.as_pdf(WORD)
    assert pages.as_pictures(b"%PDF-1.4") == []


def test_what_takes_too_long_is_stopped_and_nothing_stays(monkeypatch, tmp_path):
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nsleep 600\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(DocgenError, match=r"langer over dan 0\.2 seconden en is gestopt"):
        pages.as_pdf(WORD, seconds=0.2)
    assert list(tmp_path.glob("docgen-*")) == []


@pytest.mark.usefixtures("office")
def test_a_word_file_becomes_a_pdf_and_a_picture_of_every_page(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pdf = pages.as_pdf(WORD)
    assert pdf.startswith(b"%PDF")
    pictures = pages.as_pictures(pdf)
    assert len(pictures) >= 2 and all(one.startswith(b"\x89PNG") for one in pictures)
    assert list(tmp_path.glob("docgen-*")) == []
