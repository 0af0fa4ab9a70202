"""All rules on one dossier: in their order, each finding with its level, and what was accepted with its reason."""

from __future__ import annotations

import pytest

from docgen.library.library import open_library
from docgen.rules.registry import RULES
from docgen.rules.runner import run_rules
from docgen.schema.completion import fill_defaults
from tests.complete_dossier import HEAD, PEOPLE, full

SCHEMA = open_library().schema


@pytest.mark.parametrize("data", [{}, {name: [] for name, field in SCHEMA.fields.items() if field.kind == "list"}])
def test_an_empty_dossier_gives_at_most_one_finding_a_rule(data):
    found = list(run_rules(fill_defaults(data, SCHEMA.root), ()))
    assert len(found) == len({judgement.code for judgement in found}) > 5


def test_no_rule_speaks_of_a_dossier_at_the_limits_more_than_its_size(at_the_limits):
    full = fill_defaults(at_the_limits.data, SCHEMA.root)
    assert sum(1 for _ in run_rules(full, ())) < 150


HOURS = PEOPLE.replace("naam: Regisseur, partij: p", "naam: Regisseur, partij: p, uren: 10")
TOO_MUCH = HOURS + "taken: [{id: T1, naam: T, eigenaar: r, uren: {r: 20}}]\n"
WAIVER = "afwijkingen: [{{regel: {}, reden: Dat weten wij., besloten_door: MT, geldig_tot: 2030-01-01}}]\n"


def found(text, asked=(), head=HEAD):
    return list(run_rules(full(text, head), asked))


def test_findings_come_in_the_order_of_the_rules_and_those_about_waivers_last():
    order = [rule.CODE for rule in RULES] + ["NAG-01", "AFW-02", "AFW-03", "BCK-01"]
    codes = [said.code for said in found(TOO_MUCH + WAIVER.format("DOE-03"))]
    assert codes == sorted(codes, key=order.index)
    assert codes[-1] == "AFW-02" and "UUR-01" in codes


def test_a_finding_that_was_accepted_keeps_its_level_and_has_the_reason():
    (open_one,) = [said for said in found(TOO_MUCH) if said.code == "UUR-01"]
    (accepted,) = [said for said in found(TOO_MUCH + WAIVER.format("UUR-01")) if said.code == "UUR-01"]
    assert (open_one.level, open_one.accepted) == ("fout", "")
    assert (accepted.level, accepted.accepted) == ("fout", "Dat weten wij.")
    assert accepted._replace(accepted="") == open_one and open_one.path == ("rollen", 0, "uren")


@pytest.mark.parametrize(("status", "is_said"), [("concept", False), ("vastgesteld", True)])
def test_what_is_not_worth_saying_at_a_status_is_not_said(status, is_said):
    head = HEAD.replace("peildatum", f"status: {status}, peildatum")
    assert ("ARC-01" in {said.code for said in found("", head=head)}) is is_said


def test_the_documents_asked_for_decide_how_serious_it_is():
    text = "overeenkomst: {titel: T, ingang: 2028-01-01}\n" + PEOPLE
    levels = {
        asked: {said.level for said in found(text, asked) if said.code == "OVK-03"} for asked in ((), ("overeenkomst",))
    }
    assert levels == {(): {"advies"}, ("overeenkomst",): {"fout"}}
