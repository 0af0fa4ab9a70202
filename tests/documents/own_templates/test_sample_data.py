"""The samples show what a template of any type gives."""

import pytest

from docgen.documents.own_templates.sample_data import sample_values, samples_for
from docgen.library.library import open_library
from tests.conftest import TYPES

LIBRARY = open_library()


@pytest.mark.parametrize("name", TYPES)
def test_every_type_has_samples_that_ask_for_it(name):
    kind = LIBRARY.types[name]
    found = list(samples_for(kind, LIBRARY))
    assert len(found) >= 3 and all(kind in sample.asked_types() for sample in found)
    assert sample_values(kind, LIBRARY)["document"]["type"] == name
