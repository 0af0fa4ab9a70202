"""A remedy, followed to the letter, leads to a dossier in which the finding is gone and no other comes in its place."""

from __future__ import annotations

import re

import pytest

from docgen.dossier import check, loads

HORIZON = "dossier: {id: x, titel: X, gemeente: m, horizon: {begin: 2028-01-01, einde: 2029-12-31}}\n"
TWO = "partijen: [{id: m, naam: gemeente M, soort: gemeente}, {id: q, naam: Q}]\n"
LEFT = (
    "begroting: {posten: [{id: P1, naam: Huur, partij: q, aard: structureel, bedragen: {2028: 10000}}, "
    "{id: P2, naam: Druk, partij: q, aard: structureel, bedragen: {2028: 5000}}]}\n"
    "financiering: [{id: F1, bron: Fonds, partij: extern, via: m, aard: structureel, status: beschikt, voor: [P1%s], bedragen: {2028: %s}}]\n"
)
BODY = "organisatie: {naam: gemeente M}\ninterventie: {naam: I}\n"


def found(code, text):
    body = text if "organisatie" in text else text + BODY
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


LOOSE = (
    HORIZON + "begroting: {posten: [{id: P1, naam: N, aard: structureel, bedragen: {2028: 100.50, 2029: 200}}]}\n"
    "financiering: [{id: F1, bron: B, partij: extern, aard: incidenteel, status: toegezegd, bedragen: {2028: 100.50, 2029: 200}}]\n"
)
WAIVERS = "afwijkingen:\n"
ONE = "  - {regel: %s, %sreden: R, besloten_door: D, geldig_tot: 2029-12-31}\n"


def test_a_waiver_with_the_bounds_it_was_told_accepts_the_same():
    text = TWO + LOOSE + WAIVERS + ONE
    one = found("AFW-04", text % ("FIN-05", ""))[0]
    bounds = one.hint.removeprefix("schrijf ")
    assert bounds == "geldt_voor: {jaren: [2028, 2029], maximaal: 200}"
    assert not found("AFW-04", text % ("FIN-05", f"{bounds}, "))
    assert all(finding.accepted for finding in found("FIN-05", text % ("FIN-05", f"{bounds}, ")))


def test_findings_of_different_objects_ask_for_a_waiver_each():
    text = TWO + HORIZON + "besluitvorming: [{niveau: besluit, orgaan: O, besluit: B, datum: 2028-01-01}]\n" + WAIVERS
    one = found("AFW-04", text + ONE % ("BSL-01", ""))[0]
    assert one.hint == (
        "maak voor elk onderdeel een afwijking, met geldt_voor: {object: uitvoering}, geldt_voor: {object: tijd_en_geld} "
        "en geldt_voor: {object: ondersteuning}"
    )
    each = [
        ONE % ("BSL-01", f"geldt_voor: {{object: {name}}}, ")
        for name in ("uitvoering", "tijd_en_geld", "ondersteuning")
    ]
    assert not found("AFW-04", text + "".join(each))
    assert all(finding.accepted for finding in found("BSL-01", text + "".join(each)))


def test_what_can_be_copied_from_the_new_rules_takes_the_finding_away():
    """What stands between quotes or behind ‘schrijf’ is literal."""
    today = HORIZON.replace("titel: X", "titel: X, peildatum: 2028-06-30")
    cases = (
        ("BSL-02", "besluitvorming: [{niveau: besluit, orgaan: O, besluit: B, datum: 2028-06-29, %s}]\n", "status: gepland"),
        ("VER-02", "verankering: [{partij: m, document: D, vastgesteld: 2028-07-01, %s}]\n", "status: opgenomen"),
        ("FIN-11", "financiering: [{id: F1, bron: B, partij: m, aard: structureel, besluit: {orgaan: O, datum: 2028-07-01}, bedragen: {2028: 1}, %s}]\n", "status: beschikt"),
        ("FIN-12", "financiering: [{id: F1, bron: B, partij: m, aard: structureel, besluit: {orgaan: O, datum: 2028-06-29}, bedragen: {2028: 1}, %s}]\n", "status: gevraagd"),
        ("RVS-08", "raadsvoorstel: {onderwerp: O, beslispunten: [{nr: 1, tekst: Te doen., financiering: [F1]}]}\n"
                   "financiering: [{id: F1, bron: B, partij: m, aard: structureel, bedragen: {2028: 1}, %s}]\n", "status: idee"),
        ("RVS-07", "raadsvoorstel: {onderwerp: O, raadsvergadering: 2028-07-01, beslispunten: [{nr: 1, tekst: Te doen., financiering: [F1]}]}\n"
                   "financiering: [{id: F1, bron: B, partij: q, aard: structureel, status: gevraagd, besluit: {orgaan: gemeenteraad, %s}, bedragen: {2028: 1}}]\n", "datum: 2028-07-08"),
        ("AFW-05", "afwijkingen: [{regel: FIN-05, reden: R, besloten_door: D, %s}]\n", "geldig_tot: 2030-01-01"),
        ("NAM-01", "organisatie: {%s}\ninterventie: {naam: I}\n", "naam: gemeente N"),
    )  # fmt: skip
    for code, text, wrong in cases:
        one = found(code, today + TWO + text % wrong)[0]
        written = re.match(r"schrijf (\w+: .+?)(?=,| of | \(|$)", one.hint)[1].strip()
        mended = check(loads((today + TWO + text % written + ("" if code == "NAM-01" else BODY)).encode()))
        assert not [p for p in mended if p.code == code or p.code in ("waarde", "keuze", "type")], code


def test_the_year_of_the_reference_date_that_is_told_is_the_one_in_which_most_days_fit():
    days = "successen: [{tekst: T, datum: %s, gedeeld_via: krant}]\nbesluitvorming: [{niveau: besluit, orgaan: O, besluit: B, datum: 2027-03-01, status: genomen}]\n"
    text = HORIZON.replace("titel: X", "titel: X, peildatum: %s") + TWO
    early = found("HOR-03", text % "2017-06-15" + days % "2027-01-10")[0]
    assert early.hint == "schrijf peildatum: 2027-06-15"
    assert not found("HOR-03", text % "2027-06-15" + days % "2027-01-10")
    leap = found("HOR-03", text % "2012-02-29" + days % "2027-01-10")[0]
    assert leap.hint == "schrijf peildatum: 2028-02-29"
    nothing = found("HOR-03", text % "2017-06-15")[0]
    assert nothing.hint == "controleer dossier.peildatum en dossier.horizon"


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
    read = loads((after if "organisatie" in after else after + BODY).encode())
    assert not read.loaded.problems and not [one for one in check(read) if one.code.islower()]


def test_a_moment_of_paying_is_added_to_what_is_there():
    money = (
        "begroting: {posten: [{id: P1, naam: N, partij: q, aard: structureel, bedragen: {2028: 20}}]}\n"
        "financiering: [{id: F1, bron: B, partij: m, aard: structureel, status: beschikt, voor: [P1], bedragen: {2028: 10}}, "
        "{id: F2, bron: C, partij: m, aard: structureel, status: beschikt, voor: [P1], bedragen: {2028: 10}}]\n"
    )
    parties = TWO.replace("}", ", ondertekenaar: directeur}")
    own = "overeenkomst:\n  titel: T\n  ingang: 2028-01-01\n  einde: 2028-12-31\n"
    one = found("OVK-15", HORIZON + parties + money + own)[0]
    added = re.search(r"(betalingen: \[.*?\]),", one.hint)[1]
    other = found("OVK-15", HORIZON + parties + money + f"{own}  {added}\n")[0]
    row = re.search(r"een rij toe: (- \{.*?\}),", other.hint)[1]
    first = added.removeprefix("betalingen: [").removesuffix("]")
    assert not found("OVK-15", HORIZON + parties + money + f"{own}  betalingen:\n    - {first}\n    {row}\n")
