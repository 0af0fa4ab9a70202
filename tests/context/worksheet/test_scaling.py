"""Block 3b: whether the approach has to grow."""

from __future__ import annotations

import pytest

from tests.complete_dossier import answer


def plan(fields):
    return f"interventie: {{naam: I, opschaling: {{{fields}}}}}\n"


@pytest.mark.parametrize(
    ("fields", "is_real", "told"),
    [
        ("gewenst: later, toelichting: Na 2030.", True, "later. Na 2030."),
        ("gewenst: nee, toelichting: Te klein", True, "nee. Te klein."),
        ("gewenst: nee", True, "nee."),
        ("gewenst: ja", False, "ja."),
        ("toelichting: Na 2030", False, ""),
    ],
)
def test_yes_and_later_ask_for_a_reason(fields, is_real, told):
    assert answer("gewenst", plan(fields)) == (is_real, told)


@pytest.mark.parametrize(
    ("question", "field"), [("nodig", "nodig"), ("landelijk", "route"), ("richtlijnen", "richtlijn")]
)
def test_what_it_takes_is_told_and_falls_away_when_nobody_wants_it(question, field):
    assert answer(question, plan(f"gewenst: ja, {field}: twee coaches.")) == (True, "twee coaches.")
    assert answer(question, plan("gewenst: ja")) == (False, "")
    assert answer(question, plan(f"gewenst: nee, {field}: twee coaches")) == (
        True,
        "Vervalt: opschaling is niet gewenst.",
    )
