"""What the table of a municipal budget says in sentences, and the notes under it."""

from __future__ import annotations

from docgen.context.municipal.budget import proposal_budget
from tests.context.municipal.municipal_sample import sample


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_sentences_say_what_ends_what_is_asked_and_what_a_reserve_gives():
    told = [plain(sentence) for sentence in proposal_budget(sample("wijkkracht-spoordijk"))["zinnen"]]
    assert told == [
        "‘Tijdelijke rijksregeling wijkgezondheid (fictief)’ brengt tot en met 2027 geld in de gemeentebegroting (€ 136.520) en "
        "stopt dan. Wat de gemeente uit algemene middelen betaalt, gaat van € 108.020 in 2027 naar € 197.540 in 2028.",
        "Van de lasten van € 197.540 in 2028 staat € 108.020 al in de begroting. De raad wordt gevraagd om € 89.520 per jaar in "
        "2028 en 2029 en € 119.520 per jaar in 2030 en 2031.",
        "In 2031 komt € 15.000 uit de reserve sociaal domein.",
    ]


def test_money_that_may_come_in_elsewhere_is_a_note_and_not_an_amount():
    table = proposal_budget(sample("wijkkracht-spoordijk", F10={"via": None}))
    note = next(note for note in map(plain, table["noten"]) if "niet bekend" in note)
    assert note.startswith(
        "Van € 15.000 in 2029 (Polderfonds (evaluatie 2029)) is niet bekend door wiens begroting het loopt."
    )
    assert all("Polderfonds" not in row["naam"] for row in table["regels"])


def test_what_stands_in_no_budget_yet_is_not_told_as_nothing_of_it():
    full = sample("wijkkracht-spoordijk", F01={"in_begroting": False})
    told = plain(" ".join(proposal_budget(full)["zinnen"]))
    assert (
        "Over € 108.020 van de lasten van € 197.540 in 2028 is al besloten. De lasten van € 197.540 in 2028 staan nog niet in de "
        "begroting. De raad wordt gevraagd om € 89.520 per jaar" in told
    )


def test_a_reserve_keeps_the_capitals_of_its_abbreviation():
    told = proposal_budget(sample("wijkkracht-spoordijk", F11={"reserve": "WMO-reserve"}))["zinnen"]
    assert plain(told[-1]) == "In 2031 komt € 15.000 uit de WMO-reserve."
