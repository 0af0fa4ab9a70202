"""The answers of a borgingscheck beside what the rules find: the remedy of one that changes nothing."""

from __future__ import annotations

import pytest

from docgen.rules.answers import answer_problems
from docgen.rules.runner import run_rules
from tests.complete_dossier import full

PROVEN = "datum: 2028-06-01, wie: de voorzitter"
GROUP = "draagvlak: [{groep: Bewoners, niveau: wijk, laatste_contact: 2028-06-01}]\n"


def told(text, *rows):
    dossier = full(text + "borgingscheck: {antwoorden: [" + ", ".join(f"{{{row}}}" for row in rows) + "]}\n")
    return [
        (rule.CODE, finding.path, finding.hint)
        for rule, finding in answer_problems(dossier, list(run_rules(dossier, ())))
    ]


@pytest.mark.parametrize(
    ("answer", "remedy"),
    [
        ("punt: D2, stand: oranje, toelichting: T", "haal het antwoord weg"),
        ("punt: D2, stand: groen, toelichting: T", "vul bij het antwoord datum en wie in, of zet het bewijs in het dossier zelf"),
        ("punt: D6, stand: groen, toelichting: T", "zet het bewijs in het dossier zelf; dit antwoord kan het punt niet beter maken"),
    ],
)  # fmt: skip
def test_the_remedy_says_how_an_answer_could_count(answer, remedy):
    assert told(GROUP, answer) == [("BCK-01", ("borgingscheck", "antwoorden", 0), remedy)]


def test_who_follows_the_remedy_is_not_told_again():
    assert told(GROUP, f"punt: D2, stand: groen, toelichting: T, {PROVEN}") == []
    assert told(GROUP) == []


def test_what_the_rules_find_counts_in_what_the_dossier_says():
    shared = "successen: [{tekst: S, datum: 2028-06-01, gedeeld_via: krant, gevierd_met: bewoners}]\n"
    assert told(shared, "punt: D7, stand: groen, toelichting: T") != []
    assert told(shared, "punt: D7, stand: oranje, toelichting: T") == []
