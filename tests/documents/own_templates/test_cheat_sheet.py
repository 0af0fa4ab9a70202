"""The cheat sheet is a sound template: nothing is wrong in it, and every sample of its type fills it."""

from dataclasses import replace

import pytest

from docgen.documents import production
from docgen.documents.inspection.template_check import check_template
from docgen.documents.own_templates.cheat_sheet import cheat_sheet
from docgen.documents.own_templates.names import template_names
from docgen.documents.own_templates.sample_data import request_of, samples_for
from docgen.documents.templates import template_for
from docgen.library.library import open_library
from docgen.word.plaintext import as_text
from tests.conftest import TYPES

LIBRARY = open_library()


def sheet_of(kind, folder):
    path = folder / f"{kind.name}.docx"
    path.write_bytes(cheat_sheet(kind, LIBRARY, template_names(kind, LIBRARY)))
    return path


@pytest.mark.slow
@pytest.mark.parametrize("name", TYPES)
def test_nothing_is_wrong_in_it_and_every_sample_fills_it(name, tmp_path):
    kind = LIBRARY.types[name]
    path = sheet_of(kind, tmp_path)
    assert check_template(path, kind, LIBRARY) == []
    own = replace(kind, template=path)
    samples = list(samples_for(kind, LIBRARY))
    assert len(samples) >= 3
    for sample in samples:
        made = production.make_document(sample, request_of(sample, own), template_for(own, LIBRARY, None))
        text = as_text(made.data)
        assert sample.data["organisatie"]["naam"] in text and "€\u00a089.520" in text  # the filter euro


def test_it_shows_tags_with_their_rows_of_loops(tmp_path):
    text = as_text(sheet_of(LIBRARY.types["raadsbesluit"], tmp_path))
    assert "| {%tr for taak in takenlijst %} |" in text
    assert "| De naam van de eigenaar. | {% if taak.eigenaar_naam %}{{ taak.eigenaar_naam }}{% endif %} |" in text
    assert "Een bedrag: € 89.520. | {{ 89520 | euro }} |" in text
