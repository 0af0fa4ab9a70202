"""What is said of LibreOffice, after it really converted something."""

from __future__ import annotations

import pytest

from docgen.doctor import conversion
from docgen.doctor.outcome import GOOD, MIND
from docgen.opc import archive
from tests.conftest import ROOT
from tests.word_files import parts_of

STYLE = ROOT / "templates" / "huisstijl.docx"


def outcomes(style):
    return {one.subject: one for one in conversion.examine(style)}


@pytest.mark.office
def test_a_conversion_shows_which_fonts_stand_in_for_those_of_the_house_style(office):
    found = outcomes(STYLE)
    assert found["omzetten"].state == GOOD and found["LibreOffice"].state == GOOD
    assert found["lettertypen"].seen == "in de PDF staat Carlito voor Calibri: even breed, dus met dezelfde bladzijden"
    assert found["afbreken"].state == GOOD


@pytest.mark.office
def test_a_font_that_nothing_stands_in_for_is_told(office, tmp_path):
    parts = parts_of(STYLE.read_bytes())
    for name in [name for name in parts if name.startswith("word/theme/")]:
        parts[name] = parts[name].replace(b'typeface="Calibri"', b'typeface="Gemeenteletter"')
    (path := tmp_path / "stijl.docx").write_bytes(
        archive.assemble(archive.deflate(name, parts[name]) for name in parts)
    )
    found = outcomes(path)["lettertypen"]
    assert found.state == MIND and found.seen.startswith(
        "van de huisstijl niet gevonden: Gemeenteletter; in de PDF staat "
    )


def test_without_libreoffice_there_is_one_line_with_a_remedy(monkeypatch):
    monkeypatch.setenv("DOCGEN_SOFFICE", "/nergens")
    (only,) = conversion.examine(STYLE)
    assert (only.subject, only.state) == ("LibreOffice", MIND) and only.remedy


@pytest.mark.office
def test_a_house_style_that_is_no_word_file_is_told(office, tmp_path):
    (path := tmp_path / "stijl.docx").write_bytes(b"geen Word")
    assert "geen Word-bestand" in outcomes(path)["omzetten"].seen
