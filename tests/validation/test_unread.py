"""After a mistake of shape the rules go on with the rest; no finding comes of what is not known."""

from __future__ import annotations

import pytest

from docgen.dossier import check, loads
from docgen.validation.unread import known_data
from tests.conftest import SAMPLE

TEXT = SAMPLE.read_text(encoding="utf-8")
HOURS = TEXT.replace("uren: 110\n", "uren: 109\n")


def found(*changes, text=HOURS):
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return [one for one in check(loads(text.encode())) if not one.accepted]


@pytest.mark.parametrize(
    ("change", "shape", "waiting", "not_waiting"),
    [
        (("tarief: 70\n", "tarief: zeventig\n"), "type", "UUR-03", "FIN-01"),
        (("peildatum: 2027-03-15", "peildatum: 15 maart"), "type", "DAT-01", "FIN-01"),
        (("  horizon: {", "  horizont: {"), "onbekend", "FIN-01", "ROL-02"),
        (("eigenaar: wijkbeheerder", "eigenaar: beheerder"), "verwijzing", "ROL-01", "FIN-01"),
        (("partijen:\n", "partners:\n"), "onbekend", "OVK-01", "FIN-13"),
        (("\nfinanciering:\n", "\nfinanciering:\n  - los stuk tekst\n"), "type", "FIN-01", "ROL-02"),
    ],
)
def test_a_mistake_names_the_rules_that_wait_for_it_and_the_others_go_on(change, shape, waiting, not_waiting):
    problems = found(change)
    mistakes = [one for one in problems if one.waiting is not None]
    codes = {code for one in mistakes for code in one.waiting}
    assert shape in {one.code for one in mistakes} and waiting in codes and not_waiting not in codes
    assert {one.code for one in problems if one.waiting is None} == ({"UUR-01"} - codes)


def test_a_field_at_a_wrong_place_keeps_the_rules_waiting_that_miss_it():
    """Without it there is no term to look at, and what was delivered seems to lack."""
    horizon = "  horizon: {begin: 2028-01-01, einde: 2031-12-31}\n"
    problems = found((horizon, ""), ("begroting:\n", f"begroting:\n{horizon}"))
    assert {one.code for one in problems} == {"onbekend", "UUR-01"}


def test_a_text_that_is_no_dossier_keeps_all_rules_waiting():
    (one,) = check(loads(b"los stuk tekst\n"))
    assert one.waiting is None


def test_what_is_not_known_is_not_in_the_data():
    data = {"a": {"b": 1, "c": 2}, "rows": ["x", {"id": "r", "n": 1}], "d": "text"}
    hidden = [("a", "b"), ("rows", 0), ("rows", 1, "n"), ("d", "deeper"), ("gone", "too")]
    assert known_data(data, hidden) == {"a": {"c": 2}, "rows": [{}, {"id": "r"}]}
    assert data["a"] == {"b": 1, "c": 2}
