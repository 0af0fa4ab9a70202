"""What a writer would do about a finding, tried in a copy of the dossier."""

from __future__ import annotations

from docgen.diagnostics.finding import Finding
from docgen.rules import mends
from tests.complete_dossier import full

MONEY = "begroting: {posten: [{id: P1, naam: Huur, aard: structureel, bedragen: {2028: 10, 2030: 30}}]}\n"


def test_a_changed_dossier_shares_what_is_not_changed_and_leaves_the_other_as_it_was():
    dossier = full(MONEY)
    path = ("begroting", "posten", 0, "bedragen", 2029)
    changed = mends.with_changes(dossier, [(path, 20), (("dossier", "peildatum"), None)])
    assert changed["begroting"]["posten"][0]["bedragen"] == {2028: 10, 2029: 20, 2030: 30}
    assert dossier["begroting"]["posten"][0]["bedragen"] == {2028: 10, 2030: 30} and dossier["dossier"]["peildatum"]
    assert changed["rollen"] is dossier["rollen"] and changed["dossier"]["peildatum"] is None


def test_a_year_that_was_skipped_gets_the_amount_of_the_year_beside_it():
    horizon = (
        "dossier: {id: d, titel: D, horizon: {begin: 2028-01-01, einde: 2031-12-31}}\norganisatie: {naam: gemeente A}\n"
    )
    skipped = Finding(("begroting", "posten", 0, "bedragen"), "")
    (changes,) = mends.filled_years(full(MONEY, horizon), [skipped])
    assert dict(changes) == {(*skipped.path, 2029): 10, (*skipped.path, 2031): 30}


def test_what_a_hint_tells_to_write_is_done_for_all_findings_at_once():
    told = [Finding(("a",), "", remedy=((("a",), 1),)), Finding(("b",), ""), Finding(("c",), "", remedy=((("c",), 2),))]
    assert list(mends.as_told({}, told)) == [((("a",), 1), (("c",), 2))]
