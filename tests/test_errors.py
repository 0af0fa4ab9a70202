"""What stops an operation can be caught as one; what is wrong with a value is something else."""

from __future__ import annotations

import pytest

from docgen.errors import DocgenError, InvalidScalar, OutputError, RenderError, SourceError, TemplateError


@pytest.mark.parametrize("kind", [SourceError, TemplateError, RenderError, OutputError])
def test_all_that_stops_an_operation_is_caught_as_one_and_keeps_its_line(kind):
    with pytest.raises(DocgenError, match=r"^het bestand bestaat niet$"):
        raise kind("het bestand bestaat niet")


def test_a_value_that_cannot_be_read_stops_nothing_and_has_its_remedy():
    fault = InvalidScalar("verwacht een getal", "schrijf 5")
    assert not isinstance(fault, DocgenError)
    assert (fault.message, fault.hint, str(fault)) == ("verwacht een getal", "schrijf 5", "verwacht een getal")
    assert InvalidScalar("verwacht een getal").hint == ""
