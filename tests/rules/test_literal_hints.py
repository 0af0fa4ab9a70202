"""What a rule tells to write, to set or to take away, done to the letter: the finding is gone and no other comes in its place.

Every rule has a change of the sample and cases of its own; a hint that is neither literal nor known as told in words is an error.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.rules.literal_hints import NotFollowed, told, ways, written
from tests.rules.rule_cases import CASES
from tests.rules.test_rules_on_sample import CHANGES, TEXT

# what is true once the hint was followed, and was hidden before
COMES_OUT = {
    ("FIN-11", "schrijf status: gevraagd"): {
        "FIN-04",
        "RVS-02",
    },  # money that is asked is not certain, and has to be asked
    ("FIN-12", "schrijf status: toegezegd"): {
        "GEM-01",
        "GEM-17",
        "NAG-01",
    },  # a source that counts says more about itself
    ("FIN-16", "schrijf aard: incidenteel"): {"FIN-05"},  # fixed costs then have no fixed money
    ("GEM-21", "in_begroting: false"): {"GEM-11", "GEM-13"},  # the budget then changes
    ("KAF-02", "haal T05 weg"): {"DOE-07"},  # a core task less
    ("UUR-02", "zet sturend: true"): {
        "UUR-03"
    },  # only for who knows that the role has no hours: the budget says that it has
    ("VER-02", "schrijf status: gepland"): {"VER-01"},  # advice to get it done
}


def _key(one):
    return one.code, one.path, one.message


@cache
def _before():
    return {(one.code, one.message) for one in told(TEXT.encode())[1] if not one.accepted}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.code)
def test_a_hint_followed_to_the_letter_leads_back_to_a_dossier_without_new_findings(change):
    text = re.sub(change.old, lambda _: change.new, TEXT).encode()
    shape, found, data = told(text)
    there = {(one.code, one.path) for one in found}
    own = [
        one
        for one in found
        if one.code == change.code and not one.accepted and (one.code, one.message) not in _before()
    ]
    for one in own:
        for said, changed in ways(one.hint, one.path, one.message, data):
            wrong = [_wrong(one, said, told(written(data)), shape, there) for data in changed]
            assert changed and not min(wrong, key=len), f"{change.code}: {said}"


def _wrong(one, said, after, shape, there):
    """What keeps a dossier after a hint from being sound."""
    faults, found, _ = after
    left = [open_one for open_one in found if not open_one.accepted]
    new = {
        other.code
        for other in left
        if (other.code, other.path) not in there and (other.code, other.message) not in _before()
    }
    still = [one.code] if _key(one) in map(_key, left) else []
    return [*still, *(new - COMES_OUT.get((one.code, said), set())), *(code for code in faults if code not in shape)]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.expected], ids=lambda case: f"{case.code}: {case.title}"
)
def test_a_hint_followed_to_the_letter_takes_the_finding_away_in_every_case_of_its_rule(case):
    shape, found, data = told(case.text.encode(), case.code)
    for one in found:
        for said, changed in ways(one.hint, one.path, one.message, data):
            after = [told(written(data), case.code) for data in changed]
            gone = [_key(one) not in map(_key, left) and faults == shape for faults, left, _ in after]
            assert any(gone) or not changed, f"{case.code}: {said}"


def test_a_hint_that_nobody_can_follow_is_an_error():
    with pytest.raises(NotFollowed):
        list(ways("schrijf het anders op", ("a",), "", {"a": "b"}))


def test_every_choice_of_a_hint_is_tried():
    data = {"rollen": [{"id": "a", "uren": 3, "tarief": 4, "vrijwillig": True}]}
    said = dict(ways("schrijf tarief: 0, of haal vrijwillig weg", ("rollen", 0, "tarief"), "", data))
    assert said["schrijf tarief: 0"] == [{"rollen": [{"id": "a", "uren": 3, "tarief": 0, "vrijwillig": True}]}]
    assert said["haal vrijwillig weg"] == [{"rollen": [{"id": "a", "uren": 3, "tarief": 4}]}]
