"""A remedy, followed to the letter, leads to a dossier in which the finding is gone and no other comes in its place."""

from __future__ import annotations

import pytest

from docgen.dossier import check, loads

HORIZON = "dossier: {id: x, titel: X, gemeente: m, horizon: {begin: 2028-01-01, einde: 2029-12-31}}\n"
TWO = "partijen: [{id: m, naam: gemeente M, soort: gemeente}, {id: q, naam: Q}]\n"
LEFT = (
    "begroting: {posten: [{id: P1, naam: Huur, partij: q, aard: structureel, bedragen: {2028: 10000}}, "
    "{id: P2, naam: Druk, partij: q, aard: structureel, bedragen: {2028: 5000}}]}\n"
    "financiering: [{id: F1, bron: Fonds, partij: extern, via: m, aard: structureel, status: beschikt, voor: [P1%s], bedragen: {2028: %s}}]\n"
)


BASE = "organisatie: {naam: gemeente M}\ninterventie: {naam: I}\n"


def found(code, text):
    body = text if "organisatie" in text else text + BASE
    return [one for one in check(loads(body.encode())) if one.code == code]


def test_money_that_is_left_while_a_cost_lacks_it_is_not_to_be_lowered_but_pays_that_cost():
    one = found("FIN-15", HORIZON + TWO + LEFT % ("", 15000))[0]
    assert one.hint == "noem bij voor ook een post die in 2028 geld mist: P2"
    assert not found("GEM-07", HORIZON + TWO + LEFT % ("", 15000)), "told once"
    assert not found("FIN-15", HORIZON + TWO + LEFT % (", P2", 15000))
    assert found("FIN-01", HORIZON + TWO + LEFT % ("", 10000)), "the remedy of before led here"


def test_a_year_just_after_the_horizon_is_not_taken_for_a_slip_of_the_keys():
    text = HORIZON + TWO + "begroting: {posten: [{id: P1, naam: N, aard: incidenteel, bedragen: {2028: 5, %s: 5}}]}\n"
    near, far = found("HOR-02", text % 2030)[0], found("HOR-02", text % 2092)[0]
    assert near.hint == "zet het einde van de horizon op 31 december 2030, of haal dit jaar weg"
    assert "2029" in far.hint
    assert not found("HOR-02", text.replace("2029-12-31", "2030-12-31") % 2030)


def test_a_part_of_the_agreement_that_is_missing_is_asked_where_it_belongs():
    signers = TWO.replace("naam: Q", "naam: Q, ondertekenaar: directeur").replace(
        "M,", "M, ondertekenaar: burgemeester,"
    )
    agreement = "overeenkomst: {titel: T, ingang: 2028-01-01, opzegging: {termijn_maanden: 3}, geschillen: [rechter]}\n"
    hints = {one.hint for one in found("OVK-03", HORIZON + signers + agreement)}
    assert "voeg onder overeenkomst toe: einde: met een laatste dag" in hints
    assert any(hint.startswith("voeg onder flexibiliteit toe: wijziging_door:") for hint in hints)
    whole = (
        agreement.replace("2028-01-01", "2028-01-01, einde: 2029-12-31")
        + "flexibiliteit: {wijziging_door: partijen samen}\n"
    )
    assert not found("OVK-03", HORIZON + signers + whole)


def test_no_report_is_asked_of_a_period_in_which_nothing_was_agreed():
    head = "dossier: {id: x, titel: X, peildatum: 2028-03-01}\n" + TWO
    later = head + "begroting: {posten: [{id: P1, naam: N, partij: q, aard: structureel, bedragen: {2029: 5000}}]}\n"
    assert not found("REA-03", later)
    assert found("REA-03", later.replace("{2029: 5000}", "{2027: 5000, 2028: 5000}"))


def test_own_money_that_is_left_while_a_cost_lacks_it_pays_that_cost_too():
    own = LEFT.replace("partij: extern, via: m", "partij: m")
    one = found("FIN-15", HORIZON + TWO + own % ("", 15000))[0]
    assert one.hint == "noem bij voor ook een post die in 2028 geld mist: P2"
    assert not found("GEM-15", HORIZON + TWO + own % ("", 15000)), "told once"
    assert not found("FIN-15", HORIZON + TWO + own % (", P2", 15000))
    enough = found("FIN-15", HORIZON + TWO + own % (", P2", 20000))[0]
    assert enough.hint == "noem bij voor ook de andere posten, of verlaag een bron"
    assert not found("FIN-01", HORIZON + TWO + own % (", P2", 15000))


def test_a_nought_too_many_is_taken_away_to_the_letter():
    typed = LEFT.replace("voor: [P1%s], ", "%s")
    (one,) = found("FIN-13", HORIZON + TWO + typed % ("", 150000))
    assert one.hint == "schrijf 2028: 15000"
    assert not found("FIN-13", HORIZON + TWO + typed % ("", 15000))


def test_money_in_thousands_is_written_in_euros_to_the_letter():
    (one,) = found("FIN-14", HORIZON + TWO + LEFT % ("", 10))
    assert one.hint == "schrijf bedragen: {2028: 10000}"
    assert not found("FIN-14", HORIZON + TWO + LEFT % ("", 10000))


def test_a_rate_ten_times_too_low_is_mended_when_the_budget_says_so():
    roles = "rollen: [{id: a, naam: A, partij: q, uren: 100, tarief: %s}]\n"
    staff = LEFT.replace("naam: Huur,", "naam: Inzet, soort: personeel,") % ("", 10000)
    (one,) = found("UUR-05", HORIZON + TWO + staff + roles % 10)
    assert one.hint == "schrijf tarief: 100"
    assert not found("UUR-05", HORIZON + TWO + staff + roles % 100)
    (unsure,) = found("UUR-05", HORIZON + TWO + staff + roles % 9)
    assert unsure.hint == "controleer de punt en de komma"


GOAL = "doelen: [{id: D1, soort: borging, tekst: T., eenheid: %s, nulmeting: {waarde: %s, jaar: 2027}, streefwaarde: %s, uiterlijk: 2029-12-31}]\n"
ROLES = (
    "rollen: [{id: a, naam: A, partij: q, uren: 8, tarief: %s%s}, {id: b, naam: B, partij: q, uren: 8, tarief: 90}]\n"
)
TASK = "taken: [{id: T1, naam: Koken, eigenaar: b, uren: {b: 4%s}}]\n"
SOURCE = "financiering: [{id: F1, bron: Fonds, partij: extern, aard: %s, status: beschikt%s, bedragen: {2028: 5}}]\n"
PART = "interventie: {naam: I, onderdelen: [{naam: Koken, oordeel: %s, bewijs: B}]}\norganisatie: {naam: gemeente M}\n"


@pytest.mark.parametrize(
    ("code", "hint", "text", "wrong", "mended"),
    [
        ("DOE-05", "schrijf 55", GOAL, ('"%"', 30, 0.55), ('"%"', 30, 55)),
        ("DOE-07", "schrijf streefwaarde: 2", GOAL, ("partijen", 1, 3), ("partijen", 1, 2)),
        ("UUR-05", "schrijf tarief: 0, of haal vrijwillig weg", ROLES, (20, ", vrijwillig: true"), (0, ", vrijwillig: true")),
        ("UUR-05", "schrijf tarief: 0, of haal vrijwillig weg", ROLES, (20, ", vrijwillig: true"), (20, "")),
        ("UUR-04", "haal uren weg, of haal sturend weg", ROLES, (90, ", sturend: true"), (90, "")),
        ("FIN-16", "schrijf aard: incidenteel, of haal einde weg", SOURCE, ("structureel", ", einde: 2028-12-31"), ("incidenteel", ", einde: 2028-12-31")),
        ("FIN-16", "schrijf aard: incidenteel, of haal einde weg", SOURCE, ("structureel", ", einde: 2028-12-31"), ("structureel", "")),
        ("KAF-02", "haal T1 weg of zet oordeel: aanpassen", ROLES % (90, "") + TASK % "" + PART, ("stoppen",), ("aanpassen",)),
    ],
)  # fmt: skip
def test_what_is_to_be_written_is_accepted_to_the_letter(code, hint, text, wrong, mended):
    before, after = (HORIZON + TWO + text % values for values in (wrong, mended))
    assert hint in {one.hint for one in found(code, before)}
    assert not found(code, after)
    read = loads((after if "organisatie" in after else after + BASE).encode())
    assert not read.loaded.problems and not [one for one in check(read) if one.code.islower()]
