"""What a document tells of the decision of the council."""

from __future__ import annotations

import pytest

from docgen.context.municipal.council_decision import council_decision
from tests.complete_dossier import NBSP, full
from tests.domain.test_council_decision import DECISION, PROPOSAL

DAY = f"8{NBSP}juni 2028"


def test_until_the_council_decided_there_is_nothing_to_tell():
    assert council_decision(full(PROPOSAL)) is None


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        ("{uitkomst: aangenomen, datum: 2028-06-08}", f"De raad heeft het voorstel ‘O’ op {DAY} aangenomen."),
        ("{uitkomst: verworpen, datum: 2028-06-08}", f"De raad heeft het voorstel ‘O’ op {DAY} niet aangenomen."),
        (
            "{uitkomst: aangehouden, datum: 2028-06-08}",
            f"De raad heeft het voorstel ‘O’ op {DAY} aangehouden; er is nog geen besluit.",
        ),
        ("{uitkomst: aangenomen}", f"De raad heeft het voorstel ‘O’ op 1{NBSP}juni 2028 aangenomen."),
    ],
)
def test_one_sentence_says_what_the_council_did(decision, sentence):
    assert council_decision(full(f"{PROPOSAL}  uitslag: {decision}\n"))["zin"] == sentence


def test_the_sentence_names_the_amendments_that_changed_the_proposal():
    told = council_decision(full(PROPOSAL + DECISION))
    assert told["zin"] == f"De raad heeft het voorstel ‘O’ op {DAY} gewijzigd aangenomen (amendementen A1 en A3)."
    assert told["aangenomen_amendementen"] == ["A1", "A3"]


def test_every_change_is_told_with_what_the_proposal_said():
    rows = council_decision(full(PROPOSAL + DECISION))["wijzigingen"]
    assert [(row["nr"], row["wat"], row["amendement"], row["voorstel"]) for row in rows] == [
        (2, "Gewijzigd", "A1", "Twee."),
        (3, "Vervallen", "A3", "Drie."),
        (4, "Nieuw", "A3", None),
        (5, "Nieuw", "A1", None),
    ]


def test_motions_are_told_by_number_title_and_group_and_those_adopted_are_work():
    motions = (
        "    moties:\n      - {nummer: M1, titel: Elders., indiener: fractie X, tekst: Het college kijkt., uitkomst: aangenomen}\n"
        "      - {nummer: m2, uitkomst: verworpen}\n"
    )
    told = council_decision(full(PROPOSAL + DECISION + motions))
    assert [row["kop"] for row in told["moties"]] == ["M1, Elders (fractie X)", "M2"]
    assert [row["nummer"] for row in told["opdrachten"]] == ["M1"]
