"""What stands on paper of a point: what an answer may do, what holds it back, and for which neighbourhood."""

from __future__ import annotations

import pytest

from docgen.diagnostics.finding import Finding
from docgen.domain.scorecard.answers import WHOLE, idle_answers, is_proven, neighbourhoods, outcome
from tests.complete_dossier import full
from tests.domain.scorecard.point_cases import HEAD, PARTIES

PROVEN = "datum: 2028-06-01, wie: de voorzitter"
SPOKEN = "draagvlak: [{groep: Bewoners, niveau: wijk, laatste_contact: 2028-06-01}]\n"
SEATED = SPOKEN.replace("2028-06-01", "2028-06-01, aan_tafel: stuurgroep")
NEW = "successen: [{tekst: S, datum: 2028-06-01, gedeeld_via: krant}]\n"
ORPHAN = "taken: [{id: T, naam: T}]\n"


def answered(text, nr, stand, more="", found=(), head=HEAD, wijk=WHOLE):
    answer = f"borgingscheck: {{antwoorden: [{{punt: {nr}, stand: {stand}, toelichting: Zo is het., {more}}}]}}\n"
    return outcome(full(text + answer, head), nr, wijk, found)


@pytest.mark.parametrize(
    ("text", "nr", "stand", "more", "state"),
    [
        ("", "D2", "groen", PROVEN, "groen"),  # proof, with day and person
        ("", "D2", "groen", "", "oranje"),
        ("", "D2", "groen", "datum: 2028-06-01", "oranje"),
        ("", "D2", "groen", "wie: de voorzitter", "oranje"),
        ("", "D2", "groen", PROVEN.replace("2028", "2027"), "oranje"),  # too old
        ("", "D2", "groen", PROVEN.replace("06-01", "07-01"), "oranje"),  # still to come
        ("", "D2", "oranje", "", "oranje"),
        ("", "D2", "rood", PROVEN, "rood"),
        (SEATED, "D2", "groen", "", "groen"),  # the fields hold the proof
        (SEATED, "D2", "oranje", "", "oranje"),
        (SPOKEN, "D2", "rood", "", "rood"),
        (SPOKEN, "D2", "groen", PROVEN, "groen"),
        (ORPHAN, "D3", "groen", PROVEN, "rood"),  # a fact says no
        ("", "D1", "groen", PROVEN, "rood"),  # can only say that it is less
        (PARTIES + "rollen: [{id: a, naam: A, partij: p, trekker: true}]\n", "D1", "groen", PROVEN, "oranje"),
        (PARTIES + "rollen: [{id: a, naam: A, partij: p, trekker: true}]\n", "D1", "rood", "", "rood"),
        ("", "D1", "grijs", "", "rood"),  # always applies
        ("", "F8", "grijs", "", "grijs"),
        (SEATED, "D2", "grijs", "", "grijs"),
    ],
)  # fmt: skip
def test_what_an_answer_may_do(text, nr, stand, more, state):
    assert answered(text, nr, stand, more).state == state


def test_an_answer_does_not_lift_what_the_rules_hold_back():
    advice = [Finding((), "deel een succes", code="COM-01", level="advies")]
    fault = [advice[0]._replace(level="fout")]
    assert answered(NEW, "D7", "groen", PROVEN).state == "groen"
    assert answered(NEW, "D7", "groen", PROVEN, advice).state == "oranje"
    assert answered(NEW, "D7", "groen", PROVEN, fault).state == "rood"


def test_what_holds_a_point_back_is_told_behind_its_line_three_at_most():
    many = [Finding((), f"melding {i}", code="COM-01", level="fout") for i in range(5)]
    told = outcome(full(NEW), "D7", WHOLE, many)
    assert told.state == "rood" and told.line.endswith("; melding 0; melding 1; melding 2; en nog 2 bevindingen")
    waived = [many[0]._replace(accepted="Bewust.")]
    both = NEW.replace("krant", "krant, gevierd_met: buren")
    assert outcome(full(both), "D7", WHOLE, waived).line.endswith("; melding 0 (geaccepteerd)")
    assert "melding" not in outcome(full(NEW), "D7", WHOLE, waived).line  # orange already, by its own line


def test_who_says_it_and_when_stands_before_the_answer():
    told = [
        answered("", "D2", "groen", more).said.replace("\u00a0", " ") for more in (PROVEN, "wie: de voorzitter", "")
    ]
    assert told == ["volgens de voorzitter, 1 juni 2028: Zo is het", "volgens de voorzitter: Zo is het", "Zo is het"]
    role = PARTIES + "rollen: [{id: a, naam: Anna, partij: p}]\n"
    assert answered(role, "D2", "groen", "wie: a").said == "volgens Anna: Zo is het"
    assert answered("", "F8", "grijs").said == "niet van toepassing: Zo is het"


TOWN = HEAD.replace("titel: D", "titel: D, wijken: [noord, zuid]")


def test_an_answer_for_a_neighbourhood_goes_before_the_one_for_all():
    rows = [
        "{punt: D2, stand: oranje, toelichting: Alle}",
        f"{{punt: D2, wijk: zuid, stand: groen, toelichting: Zuid, {PROVEN}}}",
    ]
    for some in (rows, rows[::-1]):
        dossier = full(f"borgingscheck: {{antwoorden: [{', '.join(some)}]}}\n", TOWN)
        assert neighbourhoods(dossier) == ["noord", "zuid"]
        assert [outcome(dossier, "D2", wijk).state for wijk in ("noord", "zuid")] == ["oranje", "groen"]


def test_without_neighbourhoods_there_is_one_column():
    assert neighbourhoods(full("")) == [WHOLE]


def test_an_answer_is_proof_until_it_is_too_old():
    row = full(f"borgingscheck: {{antwoorden: [{{punt: D2, stand: groen, toelichting: T, {PROVEN}}}]}}\n")[
        "borgingscheck"
    ]["antwoorden"][0]
    assert is_proven(full(""), row) and not is_proven(full("", HEAD.replace("2028-06-30", "2029-06-02")), row)


def test_an_answer_is_idle_when_it_changes_no_neighbourhood():
    text = "draagvlak: [{groep: G, niveau: wijk, wijk: noord, laatste_contact: 2028-06-01}]\n"
    both = "borgingscheck: {antwoorden: [{punt: D2, stand: oranje, toelichting: T}]}\n"
    assert list(idle_answers(full(text + both, TOWN), [])) == []
    (idle,) = idle_answers(full(text + both.replace("T}", "T, wijk: noord}"), TOWN), [])
    assert (idle.nr, idle.place, idle.states) == ("D2", 0, ["oranje"])
