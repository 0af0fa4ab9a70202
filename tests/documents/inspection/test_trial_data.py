"""The smallest and the largest dossier of a type are sound by docgen's own rules of shape, and differ as they should."""

from __future__ import annotations

import pytest

from docgen.documents.inspection.trial_data import largest, smallest
from docgen.dossier import structural_problems


@pytest.mark.parametrize("make", [smallest, largest])
def test_they_are_what_the_schema_allows(library, make):
    kind = library.types["raadsbesluit"]
    dossier = make(library, kind)
    assert [one for _, one in structural_problems(dossier.loaded, library, [kind]) if one.level == "fout"] == []


def test_the_smallest_has_no_optional_field_and_the_largest_has_rows_for_every_choice(library):
    kind = library.types["jaarplan"]
    little, much = smallest(library, kind).data, largest(library, kind).data
    assert not little.get("financiering") and not little["dossier"].get("peildatum")
    assert len(much["partijen"]) > 4 and much["financiering"] and much["dossier"]["peildatum"]
