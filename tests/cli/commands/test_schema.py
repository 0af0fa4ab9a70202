"""`docgen schema`: the fields of a dossier for an editor."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft7Validator

from docgen.errors import DocgenError


def test_with_a_document_the_schema_asks_for_what_that_needs_and_without_for_nothing(called):
    (_, without, _), (code, asked, _) = called("schema"), called("schema", "overeenkomst")
    assert code == 0 and asked.endswith("}\n")
    assert Draft7Validator(json.loads(without)).is_valid({})
    wrong = {error.message for error in Draft7Validator(json.loads(asked)).iter_errors({})}
    assert "'overeenkomst' is a required property" in wrong and "'jaarplan' is a required property" not in wrong


def test_a_document_that_does_not_exist_gets_a_suggestion(called):
    with pytest.raises(DocgenError, match="bedoel je ‘overeenkomst’"):
        called("schema", "overenkomst")
