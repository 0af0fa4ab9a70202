"""PDF as an independent judge sees it: PDF/A and PDF/UA-1, for every document of every dossier in two house styles."""

from __future__ import annotations

import io
import subprocess

import page
import pikepdf
import pytest

from docgen.documents.production import render
from docgen.errors import DocgenError
from docgen.office import pdf, source
from docgen.office.conversion import Conversion
from docgen.office.program import find_program
from tests.conftest import DOSSIERS, ROOT, SAMPLE, TYPES

pytestmark = pytest.mark.office
HOUSE = ROOT / "templates" / "raadsvoorstel.docx"  # a Word file of which the style is taken
ABOUT = {"soort": "raadsvoorstel", "bron": "0" * 64}


def faults(data, profile):
    """What the judge finds wrong in a PDF, by the rules of a profile."""
    report = page.validate_pdf_bytes(data, profile=profile)
    assert report.rules.total > 100, "it looked at all"
    return [f"{one.rule_id}: {one.message}" for one in report.failures]


def converted(paths, level="2b"):
    """Word files as LibreOffice converts them, with what is asked of each."""
    with Conversion(find_program()) as conversion:
        done = list(conversion.convert(paths, pdf.target(level)))
    assert not [one.fault for one in done if one.fault]
    return {one.document: one for one in done}


@pytest.fixture(scope="module")
def proposal(office, sample, tmp_path_factory):
    """The council proposal of the sample, which has a chart, as LibreOffice makes a PDF of it."""
    (path := tmp_path_factory.mktemp("pdf") / "voorstel.docx").write_bytes(render(sample, "raadsvoorstel"))
    return converted([path])[path]


def test_every_document_of_every_dossier_is_pdf_a_and_pdf_ua_in_two_house_styles(office, tmp_path, docgen):
    dossiers = [SAMPLE, ROOT / "samples" / "wandelmaatjes-ggd.yaml", ROOT / "samples" / "buurtprogramma-lijnbaan.yaml"]
    orders = [(dossier, style) for dossier in dossiers for style in ([], ["--house-style", HOUSE])]
    orders += [(DOSSIERS / f"minimaal-{name}.yaml", ["--draft"]) for name in TYPES]
    for number, (dossier, style) in enumerate(orders):
        assert docgen("render", dossier, "--out", tmp_path / str(number), *style).code == 0
    paths = sorted(tmp_path.glob("*/*.docx"))
    assert len(paths) > 50
    for path, one in converted(paths).items():
        made = pdf.mended(one.data, one.source, "2b", ABOUT)
        assert (path.parent.name, path.name, faults(made, "2b") + faults(made, "ua1")) == (
            path.parent.name,
            path.name,
            [],
        )


@pytest.mark.parametrize("level", ["1a", "3b"])
def test_other_levels_of_pdf_a_are_what_they_say(proposal, level):
    (one,) = converted([proposal.document], level).values()
    made = pdf.mended(one.data, one.source, level, ABOUT)
    assert faults(made, level) + faults(made, "ua1") == []


def test_what_libreoffice_makes_by_itself_is_not(proposal):
    assert any("XMP-EXTENSION" in fault for fault in faults(proposal.data, "2b"))
    assert any("FIGURE-ALTERNATIVE-TEXT" in fault for fault in faults(proposal.data, "ua1"))


def test_a_chart_has_the_alternative_text_that_it_has_in_word(proposal):
    made = pdf.mended(proposal.data, proposal.source, "2b", ABOUT)
    with pikepdf.open(io.BytesIO(made)) as opened:
        texts = [
            str(one.Alt) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
        ]
    assert texts == list(proposal.source.charts) and "Laagste jaar 2027" in texts[0]


def test_figures_that_cannot_be_told_apart_get_no_text_of_another(proposal):
    two = source.Source(**{**vars(proposal.source), "charts": ("één", "twee")})
    made = pdf.mended(proposal.data, two, "2b", ABOUT)
    assert any("FIGURE-ALTERNATIVE-TEXT" in fault for fault in faults(made, "ua1"))


def test_the_same_document_gives_the_same_bytes_at_another_time(proposal):
    (again,) = converted([proposal.document]).values()
    first, second = (pdf.mended(one.data, one.source, "2b", ABOUT) for one in (proposal, again))
    assert again.data != proposal.data and first == second


def test_its_title_language_and_maker_are_those_of_the_dossier(proposal, tmp_path):
    (path := tmp_path / "x.pdf").write_bytes(pdf.mended(proposal.data, proposal.source, "2b", ABOUT))
    told = subprocess.run(["pdfinfo", "-isodates", path], capture_output=True, text=True, check=True).stdout
    assert "Title:           Raadsvoorstel" in told and "Author:          gemeente Merenbroek" in told
    assert "CreationDate:    2027-03-15" in told and "Tagged:          yes" in told and "ModDate" not in told
    with pikepdf.open(path) as opened:
        assert str(opened.Root.Lang) == "nl-NL" and bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        assert opened.open_outline().root, "it has bookmarks"


def test_every_font_is_inside(proposal, tmp_path):
    (path := tmp_path / "x.pdf").write_bytes(pdf.mended(proposal.data, proposal.source, "2b", ABOUT))
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts and all(line.split()[-5] == "yes" for line in fonts)


def test_an_edit_shows(proposal):
    made = pdf.mended(proposal.data, proposal.source, "2b", ABOUT)
    assert (
        pdf.is_untouched(made)
        and not pdf.is_untouched(made + b"% handtekening\n")
        and not pdf.is_untouched(b"%PDF-1.7")
    )
    assert pdf.read_of(made)["soort"] == "raadsvoorstel" and pdf.read_of(proposal.data) == {}


def test_signs_of_xml_in_what_it_says_of_itself_stay_what_they_are(proposal):
    odd = source.Source(**{**vars(proposal.source), "title": 'R&D <concept> "x"', "maker": "A & B"})
    made = pdf.mended(proposal.data, odd, "2b", {**ABOUT, "soort": "a<b&c"})
    assert pdf.read_of(made)["soort"] == "a<b&c" and faults(made, "2b") == []


def test_what_is_no_whole_pdf_is_told(proposal):
    for data in (b"", b"%PDF-1.7 kapot", proposal.data[:2000]):
        with pytest.raises(DocgenError, match="LibreOffice maakte een PDF die niet heel is"):
            pdf.mended(data, proposal.source, "2b", ABOUT)
