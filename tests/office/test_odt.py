"""OpenDocument: the same headings, lists, tables, alternative texts and language as the Word file, and the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document

from docgen.documents.production import render
from docgen.errors import DocgenError
from docgen.office import odt
from docgen.office.conversion import Conversion
from docgen.office.program import find_program
from tests.word_files import text_of

pytestmark = pytest.mark.office
ABOUT = {"soort": "raadsvoorstel", "bron": "0" * 64}


@pytest.fixture(scope="module")
def proposal(office, sample, tmp_path_factory):
    """The council proposal of the sample, twice, as LibreOffice makes an ODT of it."""
    (path := tmp_path_factory.mktemp("odt") / "voorstel.docx").write_bytes(render(sample, "raadsvoorstel"))
    with Conversion(find_program()) as conversion:
        return [next(iter(conversion.convert([path], odt.TARGET))) for _ in range(2)]


@pytest.fixture(scope="module")
def made(proposal):
    return odt.mended(proposal[0].data, proposal[0].source, ABOUT)


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return opened.read(name).decode()


def test_a_chart_has_the_alternative_text_that_it_has_in_word(proposal, made):
    (text,) = proposal[0].source.charts
    assert f"<svg:desc>{text}</svg:desc></draw:frame>" in part(made, "content.xml")
    assert "svg:desc" not in part(proposal[0].data, "content.xml")


def test_the_same_document_gives_the_same_bytes_at_another_time(proposal):
    first, second = (odt.mended(one.data, one.source, ABOUT) for one in proposal)
    assert part(proposal[0].data, "settings.xml") != part(proposal[1].data, "settings.xml")
    assert first == second


def test_lists_still_go_on_where_they_did(proposal, made):
    before, after = part(proposal[0].data, "content.xml"), part(made, "content.xml")
    names = dict(zip(re.findall(r"list\d+", before), re.findall(r"list\d+", after), strict=True))
    assert len(set(names.values())) == len(names) > 3, "each list has a name of its own"
    assert re.sub(r"list\d+", lambda found: names[found[0]], before).count("continue-list") == after.count(
        "continue-list"
    )


def test_headings_and_tables_are_those_of_the_word_file(proposal, made):
    document = Document(io.BytesIO(proposal[0].source.data))
    content = part(made, "content.xml")
    headings = [one for one in document.paragraphs if one.style.name.startswith("Heading") and one.text.strip()]
    assert len(re.findall(r"<text:h\b", content)) >= len(headings) > 5
    assert len(re.findall(r"<table:table ", content)) == len(document.tables)


def test_every_word_is_there(proposal, made):
    plain = re.sub(r"\s+", "", re.sub(r"<text:(?:s|tab|line-break)[^>]*/>", " ", part(made, "content.xml")))
    plain = re.sub(r"<[^>]+>", "", plain)
    words = [word for word in re.findall(r"[\w.€]+", text_of(proposal[0].source.data)) if len(word) > 3]
    assert [word for word in words if word not in plain] == []


def test_its_kind_comes_first_and_unpacked_as_opendocument_asks(made):
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        first = opened.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert opened.read("mimetype") == b"application/vnd.oasis.opendocument.text" and opened.testzip() is None
        named = set(re.findall(r'full-path="([^"]+)"', part(made, "META-INF/manifest.xml"))) - {"/"}
        assert {name for name in named if not name.endswith("/")} <= set(opened.namelist())


def test_libreoffice_opens_it_again(office, made, tmp_path):
    (path := tmp_path / "voorstel.odt").write_bytes(made)
    assert "Raadsvoorstel" in office.text(office.pdf(path)[0])


def test_an_edit_shows(proposal, made):
    with zipfile.ZipFile(io.BytesIO(made)) as opened, zipfile.ZipFile(other := io.BytesIO(), "w") as edited:
        for name in opened.namelist():
            edited.writestr(name, opened.read(name).replace(b"Raadsvoorstel", b"Raadsvoorzet"))
    assert odt.is_untouched(made) and not odt.is_untouched(other.getvalue()) and not odt.is_untouched(b"geen zip")
    assert odt.read_of(made)["soort"] == "raadsvoorstel" == odt.read_of(other.getvalue())["soort"]
    assert "bron" not in odt.read_of(proposal[0].data)


def test_what_is_no_whole_odt_is_told(proposal):
    for data in (b"", b"PK kapot", proposal[0].source.data):
        with pytest.raises(DocgenError, match="LibreOffice maakte een ODT die niet heel is"):
            odt.mended(data, proposal[0].source, ABOUT)
