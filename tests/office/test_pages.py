"""Pages as pictures: the same page gives the same picture, with a mark of docgen."""

from __future__ import annotations

import struct

import pytest

from docgen.documents.production import render
from docgen.office import pages

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def proposal(office, sample, tmp_path_factory):
    (path := tmp_path_factory.mktemp("bladzijden") / "voorstel.docx").write_bytes(render(sample, "raadsvoorstel"))
    return office.pdf(path)[0].read_bytes()


def test_each_page_is_a_picture_of_a_whole_sheet(proposal):
    drawn = [*pages.as_png(proposal)]
    assert len(drawn) > 4 and all(map(pages.is_ours, drawn))
    assert {struct.unpack(">II", page[16:24]) for page in drawn} == {(827, 1170)}  # A4 at 100 to the inch


def test_the_same_page_gives_the_same_picture(proposal):
    assert [*pages.as_png(proposal)] == [*pages.as_png(proposal)]


def test_a_picture_of_somebody_else_is_not_ours():
    assert not pages.is_ours(b"\x89PNG van een ander") and not pages.is_ours(b"")
