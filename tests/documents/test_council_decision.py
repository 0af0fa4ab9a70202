"""The decision of the council on paper: the proposal until it was amended, what was adopted, and what was not."""

from __future__ import annotations

import re

import pytest

from docgen.documents.production import DossierError, render
from docgen.dossier import loads
from docgen.word.plaintext import as_text
from tests.conftest import SAMPLE
from tests.word_files import text_of

TEXT = re.sub(r"(?m)^  status: concept.*$", "  status: ter besluitvorming", SAMPLE.read_text(encoding="utf-8")).replace(
    "peildatum: 2027-03-15", "peildatum: 2027-07-01"
)
AMENDED = """  uitslag:
    uitkomst: gewijzigd aangenomen
    datum: 2027-06-24
    nummer: 2027-061
    amendementen:
      - nummer: A1
        titel: Eerst twee jaar
        indiener: fractie Dorpsbelang
        uitkomst: aangenomen
        beslispunten:
          - {nr: 2, tekst: € 89.520 te geven in 2028 en in 2029 en € 119.520 vanaf 2030., financiering: [F02]}
          - {nr: 3, vervalt: true}
          - {nr: 6, tekst: De raad in 2029 een evaluatie voor te leggen.}
      - {nummer: A2, titel: Nooit, uitkomst: verworpen, beslispunten: [{nr: 1, tekst: Te stoppen.}]}
    moties:
      - {nummer: M1, titel: Elders, tekst: Het college onderzoekt andere wijken., uitkomst: aangenomen}
      - {nummer: M2, titel: Weg ermee, tekst: Het college stopt., uitkomst: verworpen}
"""


def decided(outcome="", f02="toegezegd", f11="toegezegd", row="genomen"):
    """The sample after the meeting, with all that depends on it in step."""
    text = TEXT.replace("  bijlagen:\n    - Conceptovereenkomst", f"{outcome}  bijlagen:\n    - Conceptovereenkomst", 1)
    if not outcome:
        return text
    for name, status in (("F02", f02), ("F11", f11)):
        text, count = re.subn(rf"(  - id: {name}\n(?:    .*\n)*?    status: )gevraagd", rf"\g<1>{status}", text)
        assert count == 1
    text, count = re.subn(r"(  - id: B5\n(?:    .*\n)*?    status: )gepland", rf"\g<1>{row}", text)
    assert count == 1
    return text


def flat(outcome):
    return f"  uitslag: {outcome}\n"


def document_of(text, name):
    return render(loads(text.encode()), name)


def points(data):
    return [
        line.removeprefix("[Beslispunt] ").replace("\u00a0", " ")
        for line in as_text(data).splitlines()
        if line.startswith("[Beslispunt] ")
    ]


def test_the_points_of_the_decision_are_those_of_the_proposal_to_the_letter_until_the_council_amends_them():
    proposal = points(document_of(decided(), "raadsvoorstel"))
    assert points(document_of(decided(), "raadsbesluit")) == proposal and len(proposal) == 5
    adopted = decided(flat("{uitkomst: aangenomen, datum: 2027-06-24}"))
    assert points(document_of(adopted, "raadsbesluit")) == proposal
    changed = points(document_of(decided(AMENDED, f11="afgewezen"), "raadsbesluit"))
    assert changed == [
        proposal[0],
        "€ 89.520 te geven in 2028 en in 2029 en € 119.520 vanaf 2030.",
        proposal[3],
        proposal[4],
        "De raad in 2029 een evaluatie voor te leggen.",
    ]


def test_an_adopted_decision_says_that_it_is_the_text_that_was_adopted():
    text = text_of(
        document_of(decided(flat("{uitkomst: aangenomen, datum: 2027-06-24, nummer: 2027-061}")), "raadsbesluit")
    )
    text = text.replace("\xa0", " ")
    assert "Besluit:\tAangenomen" in text and "Besluitnummer:\t2027-061" in text
    assert "Dit is de tekst zoals de raad die op 24 juni 2027 heeft aangenomen." in text
    assert "Status:" not in text and "Amendementen" not in text


def test_an_amended_decision_names_what_changed_and_every_amendment_and_motion():
    made = document_of(decided(AMENDED, f11="afgewezen"), "raadsbesluit")
    text = text_of(made).replace("\xa0", " ")
    assert "gezien het amendement A1;" in text
    assert "heeft aangenomen, gewijzigd door amendement A1." in text
    rows = [line for line in as_text(made).replace("\xa0", " ").splitlines() if line.startswith("| ")]
    assert (
        "| 3 | Vervallen | A1 | In 2031 eenmalig € 15.000 te onttrekken aan de Reserve sociaal domein voor de evaluatie van Wijkkracht Spoordijk. |"
        in rows
    )
    assert "| 6 | Nieuw | A1 | Stond niet in het voorstel |" in rows
    assert "| A1, Eerst twee jaar (fractie Dorpsbelang) | Aangenomen |" in rows and "| A2, Nooit | Verworpen |" in rows
    assert "| M2, Weg ermee | Het college stopt. | Verworpen |" in rows


def test_a_rejected_proposal_gives_a_document_that_says_so_also_when_the_money_lacks_now():
    text = decided(flat("{uitkomst: verworpen, datum: 2027-06-24}"), "afgewezen", "afgewezen", "afgewezen")
    told = text_of(document_of(text, "raadsbesluit"))
    assert (
        "besluit het voorstel niet aan te nemen." in told and "Deze beslispunten heeft de raad niet aangenomen:" in told
    )
    assert "Dit is de tekst" not in told and "\nbesluit:\n" not in told
    with pytest.raises(DossierError) as stopped:  # a plan without money is none
        document_of(text, "jaarplan")
    assert {problem.code for problem in stopped.value.problems} == {"FIN-01"}


def test_a_proposal_that_was_held_over_is_no_decision():
    text = decided(flat("{uitkomst: aangehouden, datum: 2027-06-24}"), "gevraagd", "gevraagd", "uitgesteld")
    told = text_of(document_of(text, "raadsbesluit"))
    assert "houdt het voorstel aan en besluit er later over." in told and "\nbesluit:\n" not in told


def test_the_proposal_stays_as_the_council_got_it():
    before, after = decided(), decided(AMENDED, f02="gevraagd", f11="gevraagd", row="gepland")
    made = [text_of(render(loads(text.encode()), "raadsvoorstel", draft=True)) for text in (before, after)]
    assert made[0] == made[1]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["overdracht:bestuur", "overdracht:medewerker", "voortgang", "borgingsplan"])
def test_other_documents_tell_the_decision_and_the_motions_that_were_adopted(name):
    text = text_of(render(loads(decided(AMENDED).replace("          - {nr: 3, vervalt: true}\n", "").encode()), name))
    text = text.replace("\xa0", " ")
    assert "op 24 juni 2027 gewijzigd aangenomen (amendement A1)." in text
    assert "De raad nam motie M1 (Elders) aan. Het college onderzoekt andere wijken." in text and "M2" not in text
    assert "De raad heeft het voorstel" not in text_of(document_of(decided(), name))


def test_a_decision_that_the_dossier_contradicts_is_not_made():
    text = TEXT.replace("  bijlagen:\n", f"{flat('{uitkomst: aangenomen, datum: 2027-06-24}')}  bijlagen:\n", 1)
    with pytest.raises(DossierError) as stopped:
        document_of(text, "raadsbesluit")
    assert {problem.code for problem in stopped.value.problems} == {"RVS-18"}
