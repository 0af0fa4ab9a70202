"""Waivers: what each silences, what it does not, and what is said about the waiver itself."""

from __future__ import annotations

import pytest

from docgen.documents.gate import gate
from docgen.dossier import check, loads

DOSSIER = """\
dossier:
  id: x
  titel: X
  status: vastgesteld
  peildatum: 2027-03-15
  horizon: {begin: 2028-01-01, einde: 2029-12-31}
organisatie: {naam: gemeente X}
interventie: {naam: N}
partijen: [{id: p, naam: P}]
rollen:
  - {id: a, naam: A, partij: p, uren: 10}
  - {id: b, naam: B, partij: p, uren: 10}
taken: [{id: T1, naam: T, uren: {a: 20, b: 20}}]
begroting: {posten: [{id: P1, naam: N, aard: structureel, bedragen: {2028: 100.50, 2029: 200}}]}
financiering: [{id: F1, bron: B, partij: extern, aard: incidenteel, status: toegezegd, bedragen: {2028: 100.50, 2029: 200}}]
raadsvoorstel: {onderwerp: O, beslispunten: [{nr: 2, tekst: T te doen}]}
afwijkingen:
"""
WAIVER = "  - {{regel: {}, {}reden: Omdat het zo is., besloten_door: Directeur, geldig_tot: {}}}\n"


def judged(*waivers: tuple[str, ...], code: str = "") -> list[tuple[str, str, str]]:
    """Code, level or "geaccepteerd" and message, of the rules in the waivers and the waivers themselves."""
    text = DOSSIER
    for rule, bounds, until in waivers:
        text += WAIVER.format(rule, f"geldt_voor: {{{bounds}}}, " if bounds else "", until)
    about = {rule for rule, _, _ in waivers} | {code}
    return [
        (p.code, "geaccepteerd" if p.accepted else p.level, p.message.replace("\xa0", " "))
        for p in check(loads(text.encode()))
        if p.code in about or p.code in ("AFW-01", "AFW-02", "AFW-03")
    ]


def states(*waivers: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, state) for code, state, _ in judged(*waivers)]


LATER = "2030-01-01"
OPEN, ACCEPTED = ("FIN-05", "waarschuwing"), ("FIN-05", "geaccepteerd")
UNUSED = ("AFW-02", "advies")


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ("", [ACCEPTED, ACCEPTED]),
        ("jaren: [2028, 2029]", [ACCEPTED, ACCEPTED]),
        ("jaren: [2028]", [ACCEPTED, OPEN]),
        ("jaren: [2030]", [OPEN, OPEN, UNUSED]),
        ("maximaal: 200", [ACCEPTED, ACCEPTED]),
        ("maximaal: 199.99", [ACCEPTED, OPEN]),
        ("maximaal: 100.50", [ACCEPTED, OPEN]),
        ("maximaal: 100.49", [OPEN, OPEN]),
        ("jaren: [2029], maximaal: 200", [OPEN, ACCEPTED]),
        ("object: F1", [OPEN, OPEN, UNUSED]),
    ],
)
def test_a_waiver_silences_only_the_years_and_amounts_it_names(bounds, expected):
    assert states(("FIN-05", bounds, LATER)) == expected


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ("", ["geaccepteerd", "geaccepteerd"]),
        ("object: a", ["geaccepteerd", "fout"]),
        ("object: c", ["fout", "fout"]),
        ("object: a, jaren: [2028]", ["fout", "fout"]),
        ("object: a, maximaal: 100", ["fout", "fout"]),
    ],
)
def test_a_waiver_that_names_an_object_years_or_an_amount_asks_a_finding_with_those(bounds, expected):
    found = states(("UUR-01", bounds, LATER))
    assert [state for code, state in found if code == "UUR-01"] == expected
    assert (UNUSED in found) == ("geaccepteerd" not in expected)


def test_a_larger_gap_than_was_accepted_is_reported_with_what_the_waiver_covers():
    assert judged(("FIN-05", "jaren: [2029], maximaal: 150", LATER))[1] == (
        "FIN-05",
        "waarschuwing",
        "in 2029 is € 200 aan vaste kosten niet gedekt met vast geld (vaste kosten € 200, vast geld € 0); "
        "de afwijking hiervoor gaat maar tot € 150",
    )


def test_of_two_waivers_the_one_that_fits_counts():
    two = [("FIN-05", "jaren: [2029], maximaal: 150", LATER), ("FIN-05", "jaren: [2029], maximaal: 200", LATER)]
    assert states(*two) == [OPEN, ACCEPTED, UNUSED]
    assert states(two[0], ("FIN-05", "maximaal: 160", LATER))[:2] == [ACCEPTED, OPEN]
    assert judged(two[0], ("FIN-05", "maximaal: 160", LATER))[1][2].endswith("gaat maar tot € 160")


def test_a_waiver_holds_up_to_and_including_its_last_day():
    assert states(("FIN-05", "", "2027-03-15")) == [ACCEPTED, ACCEPTED]
    assert judged(("FIN-05", "", "2027-03-14"))[-1] == (
        "AFW-01",
        "waarschuwing",
        "de afwijking voor FIN-05 gold tot en met 14 maart 2027; de peildatum is 15 maart 2027",
    )
    assert states(("FIN-05", "", "2027-03-14")) == [OPEN, OPEN, ("AFW-01", "waarschuwing")]


def test_a_waiver_that_accepts_nothing_says_for_what_it_was():
    assert judged(("DOE-01", "object: D1, jaren: [2028, 2029], maximaal: 12500", LATER)) == [
        ("AFW-02", "advies", "de afwijking voor DOE-01 (D1, 2028 en 2029, tot € 12.500) past op geen enkele melding")
    ]


def test_a_waiver_of_a_rule_that_does_not_exist_gets_a_suggestion():
    text = DOSSIER + WAIVER.format("FIN-5", "", LATER)
    found = next(p for p in check(loads(text.encode())) if p.code == "AFW-03")
    assert (found.level, found.message, found.hint) == ("fout", "regel ‘FIN-5’ bestaat niet", "bedoel je ‘FIN-05’?")
    assert (found.line, found.column) == (18, 13)


@pytest.mark.parametrize("code", ["RVS-01", "AFW-01", "AFW-02", "AFW-03"])
def test_rules_that_guard_the_paper_and_the_waivers_cannot_be_waived(code):
    found = judged((code, "", LATER), code="RVS-01")
    assert ("AFW-03", "fout", f"van regel {code} kunt u niet afwijken") in found
    assert ("RVS-01", "fout", "beslispunt 1 van boven heeft nummer 2") in found


@pytest.mark.parametrize("code", ["verwijzing", "ontbreekt", "type"])
def test_findings_about_shape_cannot_be_waived(code):
    assert ("AFW-03", "fout") in states((code, "", LATER))


def test_an_accepted_finding_stays_visible_with_its_reason_and_stops_no_document():
    open_ones = [p for p in check(loads(DOSSIER.encode())) if p.code == "UUR-01"]
    text = DOSSIER + WAIVER.format("UUR-01", "", LATER)
    accepted = [p for p in check(loads(text.encode())) if p.code == "UUR-01"]
    assert [p.message for p in accepted] == [p.message for p in open_ones]
    assert {p.accepted for p in accepted} == {"Omdat het zo is."} and {p.accepted for p in open_ones} == {""}
    assert len(gate(open_ones).stopping) == 2 and gate(accepted).stopping == []
