"""What the table of a municipal budget says in sentences, and the notes under it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from docgen.context.municipal.budget import proposal_budget
from tests.context.municipal.municipal_sample import sample


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_sentences_say_what_ends_what_is_asked_and_what_a_reserve_gives():
    table = proposal_budget(sample("wijkkracht-spoordijk"))
    told = [plain(sentence) for sentence in table["zinnen"]]
    assert table["zinnen"] == table["hoofdzinnen"] + table["aanvullingen"] and len(table["hoofdzinnen"]) == 2
    assert told == [
        "‘Tijdelijke rijksregeling wijkgezondheid’ brengt tot en met 2027 geld in de gemeentebegroting (€ 136.520) en "
        "stopt dan. Wat de gemeente uit algemene middelen betaalt, gaat van € 108.020 in 2027 naar € 197.540 in 2028.",
        "Van de lasten van € 197.540 in 2028 staat € 108.020 al in de begroting. De raad wordt gevraagd om € 89.520 per jaar in "
        "2028 en 2029 en € 119.520 per jaar in 2030 en 2031.",
        "De andere partijen zetten zelf € 111.460 per jaar in; dat staat niet in de gemeentebegroting.",
        "In 2031 komt € 15.000 uit de reserve sociaal domein.",
        "De begroting 2027 wijzigt niet; de bedragen gaan mee in de programmabegroting 2028 en de meerjarenraming.",
    ]


def test_money_that_may_come_in_elsewhere_is_a_note_and_not_an_amount():
    table = proposal_budget(sample("wijkkracht-spoordijk", F10={"via": None}))
    note = next(note for note in map(plain, table["noten"]) if "niet bekend" in note)
    assert note.startswith(
        "Van € 15.000 in 2029 (‘Polderfonds (evaluatie 2029)’) is niet bekend door wiens begroting het loopt."
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
    assert "In 2031 komt € 15.000 uit de WMO-reserve." in map(plain, told)


def test_what_others_pay_to_the_municipality_and_which_point_changes_the_budget_are_said():
    told = [plain(sentence) for sentence in proposal_budget(sample("alcoholbeleid-wolderwaard"))["zinnen"]]
    assert "De raad wijzigt met beslispunt 4 de begroting 2030." in told
    assert (
        "De gemeente ontvangt de bijdragen van gemeente Elzerbroek, gemeente Nieuwlede en gemeente Hogekerk (€ 46.478 per jaar van "
        "2030 tot en met 2034, waarvan nog niet zeker € 25.814,50 per jaar van 2030 tot en met 2034) en betaalt daarmee kosten van het programma."
        in told
    )
    assert (
        "De andere partijen zetten zelf € 130.754 per jaar in; dat staat niet in de begroting van de gemeente Woldermuiden."
        in told
    )


def test_partners_that_do_not_bring_the_same_every_year_are_named_with_the_amount_of_each_year():
    told = [plain(sentence) for sentence in proposal_budget(sample("buurtprogramma-lijnbaan"))["zinnen"]]
    assert (
        "Stichting Wonen Brinkhaven, Scholengroep De Touwbaan en Wijkcoöperatie Lijnbaan zetten zelf € 127.360 in 2028, € 132.360 "
        "in 2029 en € 142.360 per jaar van 2030 tot en met 2032 in (waarvan nog niet zeker € 45.000 in 2029 en € 55.000 per jaar van "
        "2030 tot en met 2032); dat staat niet in de gemeentebegroting." in told
    )


def test_a_change_that_no_decision_point_makes_is_said_without_one():
    full = sample("buurtprogramma-lijnbaan")
    points = [point | {"tekst": "T"} for point in full["raadsvoorstel"]["beslispunten"]]
    full["raadsvoorstel"] = full["raadsvoorstel"] | {"beslispunten": points}
    assert "De begroting 2028 verandert door dit voorstel." in proposal_budget(full)["zinnen"]


def test_a_joint_body_pays_from_its_own_budget_and_the_home_of_the_money_is_named():
    notes = list(map(plain, proposal_budget(sample("wijkkracht-spoordijk"))["noten"]))
    assert notes[1].startswith("GGD Polderland betaalt haar deel uit de eigen begroting")
    assert "Deze bedragen horen bij Programma 6 Gezond en vitaal Merenbroek, taakveld 7.1 Volksgezondheid." in notes


def test_a_reserve_that_is_filled_has_its_decision_and_its_point():
    full = sample("wijkkracht-spoordijk", F11={"reserve": "R1"})
    decision = {"orgaan": "gemeenteraad", "datum": date(2027, 6, 24), "document": "Nota reserves"}
    row = {"id": "R1", "naam": "Reserve evaluatie Wijkkracht", "partij": None, "nieuw": True, "status": "gevraagd"}
    row |= {"besluit": decision, "toevoegingen": {2028: Decimal(5000), 2029: Decimal(5000), 2030: Decimal(5000)}}
    full["begroting"] = full["begroting"] | {"reserves": [row]}
    points = [*full["raadsvoorstel"]["beslispunten"], {"nr": 6, "tekst": "T", "financiering": [], "reserves": ["R1"]}]
    full["raadsvoorstel"] = full["raadsvoorstel"] | {"beslispunten": points}
    table = proposal_budget(full)
    labels = [row["naam"] for row in table["regels"]]
    assert "Toevoeging reserve: Reserve evaluatie Wijkkracht (nieuw) (beslispunt 6)" in labels
    assert "Onttrekking reserve: Reserve evaluatie Wijkkracht (beslispunt 3)" in labels
    assert "Besluit over de reserve evaluatie Wijkkracht: gemeenteraad, 24 juni 2027 (Nota reserves)." in map(
        plain, table["noten"]
    )
    asked = next(row["cellen"] for row in table["regels"] if row["naam"] == "waarvan met dit voorstel gevraagd")
    assert asked == {2027: "–", 2028: "94.520", 2029: "94.520", 2030: "124.520", 2031: "119.520"}


def test_money_of_others_that_stands_in_the_budget_is_among_what_stands_there():
    """In 2029 the municipality has 108.020 of its own in its budget; the fund of 15.000 for the evaluation comes on top of it."""
    full = sample("wijkkracht-spoordijk", F10={"in_begroting": True}, F02={"bedragen": {2029: Decimal(89520)}})
    told = plain(" ".join(proposal_budget(full)["zinnen"]))
    assert "Van de lasten van € 212.540 in 2029 staat € 123.020 al in de begroting." in told


def test_what_is_not_decided_in_one_year_is_told_with_its_year_and_once():
    changes = {
        "status": "onzeker",
        "bron": "Algemeen geld",
        "aard": "structureel",
        "reserve": None,
        "in_begroting": None,
    }
    full = sample("wijkkracht-spoordijk", F11=changes)
    for point in full["raadsvoorstel"]["beslispunten"]:
        point["financiering"] = [name for name in point["financiering"] or [] if name != "F11"]
    told = [plain(one) for one in proposal_budget(full)["hoofdzinnen"] if "nog niet besloten" in one]
    assert told == ["Over € 15.000 van wat de gemeente in 2031 betaalt, is nog niet besloten."]


def test_what_is_asked_for_a_reserve_is_told_beside_what_is_asked():
    full = sample("wijkkracht-spoordijk")
    row = {
        "id": "R1",
        "naam": "Reserve evaluatie",
        "nieuw": True,
        "partij": None,
        "toevoegingen": {2028: Decimal(5000)},
    }
    full["begroting"]["reserves"] = [row | {"status": "gevraagd", "besluit": None}]
    full["raadsvoorstel"]["beslispunten"][1]["reserves"] = ["R1"]
    (told,) = (plain(one) for one in proposal_budget(full)["hoofdzinnen"] if "wordt gevraagd" in one)
    assert told.endswith(" Daarvan gaat € 5.000 in 2028 naar de reserve evaluatie.") and "€ 94.520 in 2028" in told
