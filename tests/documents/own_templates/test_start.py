"""A new Word file is never written over one that is there."""

import pytest

from docgen.documents.own_templates.start import write_new
from docgen.errors import OutputError


def test_a_file_that_is_there_stays(tmp_path):
    path = tmp_path / "map" / "brief.docx"
    write_new(path, b"een")
    with pytest.raises(OutputError, match="is er al en blijft zoals het is"):
        write_new(path, b"twee")
    assert path.read_bytes() == b"een"


def test_a_template_has_a_name_of_word(tmp_path):
    with pytest.raises(OutputError, match=r"eindigt op \.docx"):
        write_new(tmp_path / "brief.pdf", b"een")
