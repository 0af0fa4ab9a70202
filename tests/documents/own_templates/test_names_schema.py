"""The names of a type as a JSON Schema: what docgen gives a template fits it."""

import json
from datetime import date
from decimal import Decimal

import jsonschema
import pytest

from docgen.context.builder import DERIVED
from docgen.documents.own_templates.names_schema import names_schema
from docgen.documents.own_templates.sample_data import sample_values, samples_for
from docgen.documents.production import document_names
from docgen.documents.request import parse_request
from docgen.library.library import open_library

LIBRARY = open_library()


def plain(value):
    """As JSON has it."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(one) for one in value]
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("name", ["raadsvoorstel", "borgingscheck", "overeenkomst"])
def test_it_has_every_derived_table_and_the_samples_fit_it(name):
    kind = LIBRARY.types[name]
    schema = json.loads(json.dumps(names_schema(kind, LIBRARY)))
    assert set(DERIVED) <= set(schema["properties"])
    for sample in samples_for(kind, LIBRARY):
        jsonschema.validate(plain(document_names(sample, parse_request(sample, name))), schema)


def test_a_name_that_does_not_exist_does_not_fit():
    kind = LIBRARY.types["jaarplan"]
    values = plain(sample_values(kind, LIBRARY))
    values["takenlijst"][0]["eigenaarnaam"] = "x"
    with pytest.raises(jsonschema.ValidationError, match="eigenaarnaam"):
        jsonschema.validate(values, names_schema(kind, LIBRARY))
